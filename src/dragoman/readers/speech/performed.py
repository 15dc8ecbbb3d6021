"""What a speaker does by the verbs, nouns and moods of the statement itself: "we condemn …", "allow me to express our gratitude"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.speech.lexicon import Frame, Lexicon
from dragoman.reading import Act

_SELF = frozenset(("i", "we"))
_TAKEN_UP = frozenset(("he", "she", "they", "it"))
"""In reported words, most often the speaker again."""
_WANTED = frozenset(("want", "like", "wish", "have", "let", "allow", "must", "need"))
"""With these one does what one says that one would do: "I would like to thank", "we have to condemn"."""
_NOT_YET = frozenset(("will", "would", "shall", "may", "might", "could", "can", "'ll", "'d"))
_HELD = frozenset(("have", "share", "hold"))
"""Beside the verbs that lend themselves to nouns of speech, in the present tense."""
_WEAK = frozenset(
    (
        "ask",
        "call",
        "question",
        "press",
        "order",
        "direct",
        "challenge",
        "suggest",
        "offer",
        "confirm",
        "charge",
        "disagree",
    )
)
"""Verbs that in somebody's own words mostly tell what was done and not what is asked."""


class Performed:
    """The performative words of one page's statements."""

    def __init__(self, desk: Desk, lexicon: Lexicon) -> None:
        self.desk, self.lexicon = desk, lexicon

    def acts(self, sentence: Sentence, words: list[Token]) -> Iterator[Act]:
        """The acts that the speaker does by these words of a sentence, in order. What is denied, asked or only possible is left out."""
        for token in words:
            frame = self._verb(sentence, token) or self._lent(sentence, token) or self._mood(sentence, token)
            if frame is not None:
                yield frame.act

    def _verb(self, sentence: Sentence, token: Token) -> Frame | None:
        if token.pos != "VERB" or token.tag in ("VBN", "NN"):
            return None
        frame = self.lexicon.verb(token)
        if frame is None or frame.act in ("state", "agree") or frame.lemma in _WEAK:
            return None
        return frame if self._own(sentence, token) and self._governs(sentence, token) else None

    def _lent(self, sentence: Sentence, token: Token) -> Frame | None:
        """A noun of speech under a verb that lends itself to it."""
        if token.pos not in ("NOUN", "PROPN") or token.dep != "dobj":
            return None
        frame = self.lexicon.nouns.get(token.low) or self.lexicon.nouns.get(token.lemma.lower())
        verb = sentence.head(token)
        if frame is None or verb is None or frame.act in ("state", "agree"):
            return None
        light = self.lexicon.light(verb)
        if (
            light is None
            or (light in _HELD and verb.tag not in ("VBP", "VBZ"))
            or (frame.frames and light not in frame.frames)
        ):
            return None
        if any(c.low in ("no", "little", "any") for c in sentence.children(token)):
            return None
        return frame if self._own(sentence, verb) else None

    def _mood(self, sentence: Sentence, token: Token) -> Frame | None:
        frame = self.lexicon.moods.get(token.low)
        if frame is None or frame.act == "state" or token.dep not in ("acomp", "ROOT", "conj", "ccomp"):
            return None
        verb = sentence.head(token)
        if verb is None or verb.lemma not in ("be", "feel", "remain"):
            return None
        return frame if self._own(sentence, verb) else None

    def _governs(self, sentence: Sentence, verb: Token) -> bool:
        return any(
            c.i > verb.i and c.dep in ("dobj", "ccomp", "xcomp", "prep", "dative", "advcl")
            for c in sentence.children(verb)
        )

    def _own(self, sentence: Sentence, verb: Token) -> bool:
        """Whether the verb is the speaker's, asserted, and not denied."""
        kids = list(sentence.children(verb))
        if any(c.dep == "neg" or c.low in ("never", "nor", "hardly") for c in kids):
            return False
        if any(c.dep == "mark" and c.low in ("if", "whether", "unless") for c in kids):
            return False
        if any(c.dep in ("aux", "auxpass") and c.low in _NOT_YET for c in kids) or any(
            c.dep == "auxpass" for c in kids
        ):
            return False
        subject = next((c for c in kids if c.dep == "nsubj"), None)
        above = sentence.head(verb)
        if subject is None and above is not None:
            if verb.tag == "VB" and verb.dep in ("xcomp", "ccomp", "conj", "advcl"):
                return above.lemma in _WANTED and self._wanting(sentence, above)
            if verb.dep == "conj" and above.pos in ("VERB", "AUX"):
                return above.tag != "VBN" and self._own(sentence, above)
            if verb.tag == "VBG" and verb.dep == "advcl":
                return self._subject(next((c for c in sentence.children(above) if c.dep == "nsubj"), None), above)
            return False
        return self._subject(subject, verb, any(c.dep == "aux" and c.tag in ("VBZ", "VBP") for c in kids))

    def _wanting(self, sentence: Sentence, verb: Token) -> bool:
        subject = next((c for c in sentence.children(verb) if c.dep == "nsubj"), None)
        return subject is None or subject.low in _SELF or subject.low in _TAKEN_UP

    def _subject(self, subject: Token | None, verb: Token, present: bool = False) -> bool:
        """Whether a verb's subject is the speaker: "I", "we"; reported, "he" or "it"; a country or side that takes a stance today."""
        if subject is None:
            return False
        if subject.low in _SELF or subject.low in _TAKEN_UP:
            return True
        today = present or verb.tag in ("VBZ", "VBP")
        return today and (self.desk.country_of(subject.text) is not None or subject.lemma.lower() in self.lexicon.sides)
