"""Whether a statement undertakes something: someone able to act will do it, is going to, or is to."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.span import Span

_SELF = frozenset(("i", "we"))
_PRESENT = frozenset(("i", "we", "he", "she"))
_DOERS = frozenset(("i", "we", "he", "she", "they", "it"))
_GIVING = frozenset(("bring", "help", "contribute", "play", "serve"))
"""Of the verbs that do not depend on a will, what a country says that it will do."""
_GOING = frozenset(("go", "come", "lead", "serve", "play"))
"""Of these, what a person or a country says that someone will do."""
_DOINGS = frozenset(
    (
        "talk",
        "consultation",
        "negotiation",
        "cooperation",
        "co-operation",
        "dialogue",
        "exchange",
        "work",
        "effort",
        "discussion",
    )
)
_ON = frozenset(("start", "begin", "continue", "resume", "intensify", "proceed", "commence", "reopen"))
"""What two do together, and what they promise by saying of it."""
_MEANS = frozenset(("aim", "intend"))
"""Who says so of himself means to."""
_WILLS = frozenset(("will", "would", "shall", "'ll", "wo"))


class Undertaking:
    """The undertakings of one page."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page, self.lexicon = page, lexicon

    def made(self, sentence: Sentence, spans: Sequence[Span], own: bool = False) -> bool:
        """Whether someone able to act will do something. `own`: only what "I" or "we" will do counts."""
        for token in sentence.tokens:
            if not any(s.holds(token.start) for s in spans):
                continue
            if token.low == "going" and token.tag == "VBG" and self._going(sentence, token):
                return True
            if token.low in _WILLS and token.dep == "aux" and self._will(sentence, token, own):
                return True
            if (
                token.lemma in _MEANS
                and token.tag in ("VBZ", "VBP", "VBD")
                and not own
                and self._meant(sentence, token)
            ):
                return True
        return False

    def _going(self, sentence: Sentence, token: Token) -> bool:
        """ "we are going to send ships"."""
        kids = list(sentence.children(token))
        done = next((c for c in kids if c.dep == "xcomp" and c.i > token.i), None)
        subject = next((c for c in kids if c.dep == "nsubj"), None)
        if done is None or subject is None or any(c.dep == "neg" for c in kids) or done.lemma in self.lexicon.stative:
            return False
        return subject.low in _SELF or self.page.desk.country_of(subject.text) is not None

    def _meant(self, sentence: Sentence, verb: Token) -> bool:
        """ "Peru aims to double its exports"."""
        kids = list(sentence.children(verb))
        subject = next((k for k in kids if k.dep == "nsubj"), None)
        to = any(k.dep == "xcomp" and k.i > verb.i for k in kids)
        return subject is not None and to and not any(k.dep == "neg" for k in kids) and self._acts(subject)

    def _will(self, sentence: Sentence, token: Token, own: bool) -> bool:
        verb = sentence.tokens[token.head]
        kids = list(sentence.children(verb))
        subject = next((k for k in kids if k.dep in ("nsubj", "nsubjpass")), None)
        if subject is None and verb.dep == "conj":
            above = sentence.tokens[verb.head]
            subject = next((k for k in sentence.children(above) if k.dep in ("nsubj", "nsubjpass")), None)
        if subject is None:
            named = (k for k in kids if k.i < verb.i and k.pos == "PROPN")
            subject = next((k for k in named if self.page.desk.country_of(k.text) is not None), None)
        if subject is None or any(k.dep == "neg" for k in kids):
            return False
        wished = next((k for k in kids if k.dep == "xcomp"), None) if verb.lemma in ("like", "love", "want") else None
        if token.low == "would" and self._spoken(wished or verb) and subject.low in _SELF:
            return False
        if own and subject.low not in _SELF:
            return False
        if token.low == "would" and any(k.dep == "aux" and k.low == "have" for k in kids):
            return False
        if (frame := self.lexicon.verb(verb)) is not None and frame.act == "commend":
            return False
        if any(k.dep == "auxpass" for k in kids):
            if verb.dep == "relcl" or subject.low in ("which", "who", "that"):
                return False
            return not any(d.low in ("no", "neither", "much", "many") for d in sentence.children(subject))
        if verb.lemma == "be" and any(k.dep == "acomp" and k.low == "able" for k in kids):
            return False
        if verb.lemma in self.lexicon.stative and not (
            (subject.low in _SELF and verb.lemma not in ("wait", "see", "know", "need", "mean"))
            or (verb.lemma in _GIVING and self.page.desk.country_of(subject.text) is not None)
            or (verb.lemma == "be" and subject.low in _PRESENT)
            or (verb.lemma in _GOING and (subject.low in _PRESENT or subject.ent == "PERSON"))
        ):
            return False
        if subject.lemma.lower() in _DOINGS and verb.lemma in _ON:
            return True
        return self._able(sentence, subject)

    def _acts(self, subject: Token) -> bool:
        """A country, a government or whoever a pronoun takes up."""
        doer = subject.low in _DOERS or subject.lemma.lower() in self.lexicon.doers
        return doer or self.page.desk.country_of(subject.text) is not None

    def _spoken(self, verb: Token) -> bool:
        """Whether one only says by it what one says: "I would add", "I would like to thank"."""
        frame = self.lexicon.verb(verb)
        return frame is not None and (frame.kind == "core" or frame.act in ("commend", "concern", "oppose"))

    def _able(self, sentence: Sentence, subject: Token) -> bool:
        if any(c.low == "other" for c in sentence.children(subject)):
            return False
        if subject.low in _DOERS or subject.lemma.lower() in self.lexicon.doers or subject.low in self.lexicon.doers:
            return True
        if self.page.desk.country_of(subject.text) is not None:
            return True
        if subject.lemma.lower() in self.lexicon.papers or subject.lemma.lower() in ("mou", "summit", "visit", "forum"):
            return False
        return (subject.pos == "PROPN" and subject.i > 0) or subject.ent in ("PERSON", "GPE", "ORG", "NORP")
