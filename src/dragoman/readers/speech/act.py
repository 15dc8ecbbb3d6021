"""What a statement does: the strongest of what its cue and its words tell of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.lexicon import Frame
from dragoman.reading import ACTS, Act
from dragoman.span import Span

_STRENGTH = {act: n for n, act in enumerate(ACTS)}
_HARM = re.compile(
    r"\b(?:clos\w+|suffer\w*|reconsider\w*|worse|harm\w*|damag\w+|los[et]\w*|consequence\w*|driven|drive|retaliat\w*|sanction\w*|punish\w*|withdraw\w*|suspend\w*|destroy\w*|threat\w*|danger\w*|risk\w*|collaps\w*|war|conflict|never|fail\w*|end|halt\w*|stop|cut|ban\w*|expel\w*|price|left without|nobody|no longer|shut\w*|freez\w+|recall\w*|tariff\w*|scrap\w*|there (?:will|would) be no|(?:will|would|wo) ?n[o']t (?:sign|ratify|attend|renew|extend)|surprised|respond|regret|answer accordingly|cross (?:them|it))\b"
)
_IF = re.compile(
    r"\b(?:if|unless|otherwise|should it|should they|should the|or else|failing which)\b|^[\"'\s]*should [^,.;?]+,"
)
_RHETORICAL = re.compile(
    r"(?:^|[\"'])\s*(?:isn't|aren't|don't|doesn't|didn't|won't|can't|shouldn't|haven't|hasn't|wasn't|weren't) [^?]*\?[\"']?$"
)
_BELIEF = re.compile(
    r"^(?:\w+ ){0,3}(?:belief|confidence|conviction|optimism)\b|\b(?:was|is|were|are|am) (?:\w+ )?(?:confident|convinced|optimistic|certain)\b"
)
"""What others will do, one believes: no promise."""
_NOT = re.compile(r"(?:\b(?:not|never|no|nor|neither|without)|n't)(?: (?!only|just|merely)[\w']+){0,2} $")
_BOUND = ("must", "ought")
_PRAISED = re.compile(
    r"\b(?:appreciat|prais|welcom|commend|hail|laud|applaud|thank|grateful|congratulat|valu|salut|admir)\w*[^,.;]{0,60}$"
)
"""Whose readiness is praised has promised nothing here."""
_WHO = re.compile(
    r"\b(?:states|countries|nations|those|members|governments|parties|partners|allies) (?:that|which|who) $"
)
"""Others who are described by their readiness."""
_CONDITION = re.compile(r"\bif [^,.;:]*$")
_STATIVE = frozenset(
    [
        "be",
        "have",
        "remain",
        "play",
        "help",
        "bring",
        "depend",
        "cost",
        "mean",
        "need",
        "lead",
        "cause",
        "become",
        "contribute",
        "serve",
        "benefit",
        "affect",
        "come",
        "require",
        "seem",
        "appear",
        "prove",
        "go",
        "last",
        "suffer",
        "fall",
        "rise",
        "grow",
    ]
)
_GIVING = frozenset(("bring", "help", "contribute", "play", "serve"))
"""Of these, what a country says that it will do."""
_DOERS = frozenset(["i", "we", "he", "she", "they", "it", "you"])
_SIDES = frozenset(
    [
        "side",
        "sides",
        "country",
        "countries",
        "government",
        "governments",
        "ministry",
        "party",
        "parties",
        "minister",
        "ministers",
        "leader",
        "leaders",
        "delegation",
        "nation",
        "nations",
        "both",
        "two",
        "commission",
        "council",
        "president",
    ]
)


def stronger(first: Act, second: Act) -> Act:
    return first if _STRENGTH[first] <= _STRENGTH[second] else second


class Acts:
    """The acts that the words of one page tell of, looked up by span."""

    def __init__(self, page: Page, nouns: Mapping[str, Frame]) -> None:
        """`nouns`: nouns of speech by lemma."""
        self.page, self.nouns = page, nouns
        found = [(span, value) for span, _, value in page.desk.matcher("act").find(page.text, page.low)]
        self._marks = sorted(found, key=lambda m: (m[0].start, m[0].end, str(m[1])))
        self._starts = [span.start for span, _ in self._marks]

    def named(self, sentence: Sentence, spans: Sequence[Span]) -> Act:
        """The strongest act that the head noun of these parts and those joined to it name ("concern and firm opposition")."""
        best: Act = "state"
        for token in sentence.tokens:
            if not any(s.holds(token.start) for s in spans):
                continue
            head = token
            while head.dep == "conj" and sentence.tokens[head.head].pos in ("NOUN", "PROPN"):
                head = sentence.tokens[head.head]
            frame = self.nouns.get(token.low) or self.nouns.get(token.lemma.lower())
            if frame is not None and head.dep == "dobj" and head.start <= spans[0].start + 60:
                best = stronger(best, frame.act)
        return best

    def told(self, sentence: Sentence, spans: Sequence[Span]) -> Act:
        """The strongest act in these parts of a sentence; `state` where no other shows."""
        best: Act = "state"
        for part in spans:
            at = bisect_left(self._starts, part.start)
            while at < len(self._marks) and self._starts[at] < part.end:
                value = self._marks[at][1]
                start = self._starts[at]
                ahead = self.page.low[part.start : start]
                others = value == "commit" and (_PRAISED.search(ahead) or _WHO.search(ahead))
                others = others or (value == "commend" and _CONDITION.search(ahead))
                if others or self._denied(start) or (value == "urge" and self._supposed(sentence, start)):
                    at += 1
                    continue
                best = stronger(best, next((a for a in ACTS if a == value), "state"))
                at += 1
        low = " ".join(self.page.low[p.start : p.end] for p in spans)
        if _RHETORICAL.search(low):
            best = stronger(best, "oppose")
        if _STRENGTH[best] > _STRENGTH["urge"] and self._bids(sentence, spans):
            best = "urge"
        supposed = bool(_IF.search(low))
        if supposed and _HARM.search(low) and re.search(r"\b(?:will|would|shall|'ll)\b", low):
            best = stronger(best, "warn")
        if (
            _STRENGTH[best] > _STRENGTH["commit"]
            and best != "agree"
            and not supposed
            and not _BELIEF.search(low)
            and self._undertakes(sentence, spans)
        ):
            best = "commit"
        elif best == "commit" and supposed and not re.search(r"\b(?:ready|willing|prepared|pledge|promise)", low):
            best = "state"
        return best

    def _denied(self, at: int) -> bool:
        """Whether what tells of an act is itself denied ("did not oppose", "no promise"). What begins with a negation is not, nor what
        has a negated subject ("no doubt must be left")."""
        low = self.page.low
        if low.startswith(_BOUND, at):
            return False
        return bool(_NOT.search(low[max(0, at - 40) : at])) and not low.startswith(
            ("not", "no ", "never", "cannot"), at
        )

    def _supposed(self, sentence: Sentence, at: int) -> bool:
        """Whether a "should" stands in a condition ("if the number should fall")."""
        if not self.page.low.startswith("should", at):
            return False
        if not any(c.isalnum() for c in self.page.text[sentence.span.start : at]):
            return "?" not in self.page.text[at : sentence.span.end] and "," in self.page.text[at : sentence.span.end]
        return bool(_CONDITION.search(self.page.low[sentence.span.start : at]))

    def _bids(self, sentence: Sentence, spans: Sequence[Span]) -> bool:
        """Whether a quotation or statement begins with an imperative."""
        for part in spans:
            words = [t for t in sentence.tokens if part.start <= t.start < part.end and t.text[0].isalnum()]
            if words and words[0].low in ("please", "do") and len(words) > 1:
                words = words[1:]
            if words and words[0].low == "not" and len(words) > 1:
                words = words[1:]
            if not words or words[0].tag != "VB" or words[0].lemma in ("thank", "let", "be", "have", "ask"):
                continue
            if not any(c.dep in ("nsubj", "aux") and c.low not in ("do",) for c in sentence.children(words[0])):
                return True
        return False

    def _undertakes(self, sentence: Sentence, spans: Sequence[Span]) -> bool:
        """Whether someone able to act will do something, by "will", "would", "shall" or "is to"."""
        for token in sentence.tokens:
            if token.low not in ("will", "would", "shall", "'ll", "wo") or not any(s.holds(token.start) for s in spans):
                continue
            if token.dep != "aux":
                continue
            verb = sentence.tokens[token.head]
            kids = list(sentence.children(verb))
            subject = next((k for k in kids if k.dep in ("nsubj", "nsubjpass")), None)
            if subject is None and verb.dep == "conj":
                above = sentence.tokens[verb.head]
                subject = next((k for k in sentence.children(above) if k.dep in ("nsubj", "nsubjpass")), None)
            if subject is None:
                named = (k for k in kids if k.i < verb.i and k.pos == "PROPN")
                subject = next((k for k in named if self.page.desk.country_of(k.text) is not None), None)
            denied = any(k.dep == "neg" for k in kids)
            if subject is None or denied:
                continue
            if token.low == "would" and any(k.dep == "aux" and k.low == "have" for k in kids):
                continue
            if any(k.dep == "auxpass" for k in kids):
                if verb.dep == "relcl" or subject.low in ("which", "who", "that"):
                    continue
                if any(d.low in ("no", "neither") for d in sentence.children(subject)):
                    continue
                return True
            if verb.lemma in _STATIVE and not (
                subject.low in ("i", "we")
                or (verb.lemma in _GIVING and self.page.desk.country_of(subject.text) is not None)
                or (verb.lemma == "be" and self._present(subject))
            ):
                continue
            if self._able(subject):
                return True
        return False

    def _present(self, subject: Token) -> bool:
        return subject.low in ("i", "we", "he", "she")

    def _able(self, subject: Token) -> bool:
        if subject.low in _DOERS or subject.lemma.lower() in _SIDES or subject.low in _SIDES:
            return True
        if self.page.desk.country_of(subject.text) is not None:
            return True
        return (subject.pos == "PROPN" and subject.i > 0) or subject.ent in ("PERSON", "GPE", "ORG", "NORP")
