"""What a statement judges: words of praise, worry or censure that it holds true of something ("the talks were fruitful", "baseless claims")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.page.page import Sentence, Token
from dragoman.readers.speech.lexicon import Frame, Lexicon
from dragoman.reading import Act
from dragoman.span import Span

_NOT_YET = frozenset(("will", "would", "shall", "may", "might", "could", "can", "should", "must", "'ll", "to"))
_GUARDS = frozenset(("if", "whether", "unless", "until", "how"))
_AGAINST = frozenset(("against", "without", "of", "on", "about", "regarding", "concerning"))
_WARDS = frozenset(
    ("prevent", "combat", "fight", "counter", "avoid", "oppose", "stop", "end", "curb", "tackle", "deter", "discuss")
)
"""Verbs whose object is not there yet, or is what one works against."""
_DOES = frozenset(
    ("commit", "constitute", "represent", "spread", "perpetrate", "continue", "pursue", "launch", "wage", "conduct")
)
_INSTANCES = frozenset(("such", "well", "far", "much"))
"""With these, "as" names what else there is: "issues such as terrorism"."""
_CAUSES = frozenset(("due", "because", "owing", "evidence", "sign", "result", "victim"))
"""What is laid to a wrong: "due to their intransigence", "evidence of bias"."""
_LIKE = frozenset(
    (
        "describe",
        "call",
        "term",
        "label",
        "brand",
        "consider",
        "regard",
        "view",
        "see",
        "deem",
        "characterise",
        "characterize",
        "hail",
    )
)


class Judged:
    """The words of judgement of one page's statements."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def acts(self, sentence: Sentence, words: Sequence[Token], spans: Sequence[Span]) -> Iterator[Act]:
        """The acts that words of judgement among these of a sentence do, in order. `spans`: where the attributed words lie."""
        for token in words:
            frame = self._frame(token) or self._joined(sentence, token)
            if frame is not None and not self._denied(sentence, token) and self._holds(sentence, token, frame, spans):
                yield frame.act

    def _frame(self, token: Token) -> Frame | None:
        if token.pos not in ("ADJ", "NOUN", "VERB", "ADV", "PROPN"):
            return None
        return self.lexicon.qualities.get(token.low) or self.lexicon.qualities.get(token.lemma.lower())

    def _joined(self, sentence: Sentence, token: Token) -> Frame | None:
        """A word of several parts that the parse has cut: "battle-tested"."""
        if token.i < 2 or sentence.tokens[token.i - 1].text != "-":
            return None
        return self.lexicon.qualities.get(f"{sentence.tokens[token.i - 2].low}-{token.low}")

    def _holds(self, sentence: Sentence, token: Token, frame: Frame, spans: Sequence[Span]) -> bool:
        """Whether the statement holds it true of something that is. `kind` noun: a judgement as a predicate only; verb: done by another;
        ties: an adjective of any such worth only beside a noun of relations."""
        head = sentence.head(token)
        if frame.kind == "verb":
            return token.pos == "VERB" and self._by_another(sentence, token)
        if frame.kind == "noun":
            return token.pos in ("NOUN", "PROPN") and self._predicate(sentence, token)
        if token.dep in ("acomp", "oprd", "ROOT", "pcomp") or (
            token.dep in ("prep", "amod", "advcl") and head is not None and head.low == "as"
        ):
            return self._said_of(sentence, token, frame)
        if token.dep == "conj" and head is not None and head.pos == "ADJ":
            return self._holds(sentence, head, frame, spans) if head.dep != "conj" else False
        if token.dep != "amod" or head is None:
            return False
        if frame.act == "oppose":
            return frame.kind != "ties" and not self._warded(sentence, head) and not self._sorts(token, head)
        if frame.kind == "ties" and head.lemma.lower() not in self.lexicon.ties:
            return False
        return self._asserted(sentence, head, spans)

    def _said_of(self, sentence: Sentence, token: Token, frame: Frame) -> bool:
        """A predicate: what is said of some thing, for the weaker words of relations between the two."""
        if self._unreal(sentence, token):
            return False
        if frame.kind != "ties":
            return True
        verb = sentence.head(token)
        verb = sentence.head(verb) if verb is not None and verb.low == "as" else verb
        thing = (
            next((c for c in sentence.children(verb) if c.dep in ("nsubj", "dobj")), None) if verb is not None else None
        )
        return thing is not None and any(t.lemma.lower() in self.lexicon.ties for t in sentence.subtree(thing))

    def _predicate(self, sentence: Sentence, token: Token) -> bool:
        """ "is a provocation", "called it a lie", "as a success", "committed a crime"."""
        at = token
        while (
            at.dep in ("conj", "appos") and (above := sentence.head(at)) is not None and above.pos in ("NOUN", "PROPN")
        ):
            at = above
        if self._unreal(sentence, at):
            return False
        head = sentence.head(at)
        if at.dep in ("attr", "oprd", "ROOT"):
            return True
        if head is None:
            return False
        if at.dep == "ccomp" and head.lemma in _LIKE:
            return True
        if at.dep == "dobj":
            return head.lemma in _DOES or head.lemma in _LIKE
        if at.dep == "pobj" and head.low == "as":
            return head.i == 0 or sentence.tokens[head.i - 1].low not in _INSTANCES
        if at.dep == "pobj" and head.low in ("of", "to"):
            above = sentence.head(head)
            if above is not None and above.low in _CAUSES and self.lexicon.qualities[token.low].act == "oppose":
                return True
            return above is not None and (
                above.lemma in ("act", "amount", "accuse")
                or (above.dep == "attr" and above.low in ("kind", "form", "piece"))
            )
        return False

    def _by_another(self, sentence: Sentence, verb: Token) -> bool:
        """Whether others do it, and did it or do it now."""
        if self._unreal(sentence, verb) or (
            verb.tag in ("VB", "VBN")
            and not any(
                c.dep == "aux" and c.low in ("has", "have", "had", "'ve", "does", "do", "did", "'s")
                for c in sentence.children(verb)
            )
        ):
            return False
        subject = next((c for c in sentence.children(verb) if c.dep == "nsubj"), None)
        return subject is not None and subject.low not in ("i", "we")

    def _asserted(self, sentence: Sentence, noun: Token, spans: Sequence[Span]) -> bool:
        """Whether what a noun names is there: the subject or object of a finite verb, or the first of what is noted."""
        at = noun
        for _ in range(8):
            if at.pos in ("VERB", "AUX"):
                break
            above = sentence.head(at)
            if above is None:
                return any(abs(noun.start - s.start) < 60 for s in spans)
            if above.pos == "ADP" and above.low in _AGAINST and at.i != noun.i:
                return False
            if above.pos == "NOUN" and at.dep == "prep":
                return False
            at = above
        if at.pos not in ("VERB", "AUX") or at.lemma in _WARDS:
            return False
        inside = any(s.holds(at.start) for s in spans)
        if not inside:
            return noun.i > at.i and noun.dep in ("dobj", "conj", "attr", "pobj")
        if at.lemma not in (
            "be",
            "have",
            "enjoy",
            "make",
            "achieve",
            "maintain",
            "see",
            "hold",
            "remain",
            "share",
            "note",
            "underscore",
            "underline",
            "reflect",
            "demonstrate",
            "show",
            "reach",
            "mark",
            "provide",
            "offer",
            "constitute",
            "represent",
        ):
            return False
        return at.tag in ("VBD", "VBZ", "VBP", "VBG", "VBN") and not self._unreal(sentence, at)

    def _warded(self, sentence: Sentence, noun: Token) -> bool:
        """Whether what a noun names is only what one works against or speaks of ("the fight against illegal fishing")."""
        head = sentence.head(noun)
        if head is None:
            return False
        if noun.dep in ("compound", "nmod", "poss"):
            return self._warded(sentence, head)
        return head.lemma in _WARDS or head.low in _AGAINST

    def _sorts(self, token: Token, noun: Token) -> bool:
        """Whether an adjective of the law only says which kind is meant: "illegal trafficking", "criminal proceedings"."""
        return token.low in self.lexicon.lawful and noun.lemma.lower() in self.lexicon.wrongs

    def _denied(self, sentence: Sentence, token: Token) -> bool:
        head = sentence.head(token)
        near = (*sentence.children(token), *(sentence.children(head) if head is not None else ()))
        return any(
            (c.dep == "neg" or c.low in ("no", "not", "never", "nothing", "neither", "nor")) and c.i < token.i
            for c in near
        )

    def _unreal(self, sentence: Sentence, token: Token) -> bool:
        """Under a modal, an infinitive or a condition."""
        at: Token | None = token
        for _ in range(3):
            if at is None:
                return False
            if any(
                c.i < token.i
                and ((c.dep == "aux" and c.low in _NOT_YET) or (c.dep in ("mark", "advmod") and c.low in _GUARDS))
                for c in sentence.children(at)
            ):
                return True
            if at.pos in ("VERB", "AUX"):
                return False
            at = sentence.head(at)
        return False
