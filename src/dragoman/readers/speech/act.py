"""What a statement does: the strongest of what its cue and its words tell of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.judged import Judged
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.performed import Performed
from dragoman.readers.speech.undertaking import Undertaking
from dragoman.reading import ACTS, Act
from dragoman.span import Span

_STRENGTH = {act: n for n, act in enumerate(ACTS)}
_HARM = re.compile(
    r"\b(?:clos\w+|suffer\w*|reconsider\w*|worse|harm\w*|damag\w+|los[et]\w*|consequence\w*|driven|drive|retaliat\w*|sanction\w*|punish\w*|withdraw\w*|suspend\w*|destroy\w*|threat\w*|danger\w*|risk\w*|collaps\w*|war|conflict|never|fail\w*|end|halt\w*|stop|cut|ban\w*|expel\w*|price|left without|nobody|no longer|shut\w*|freez\w+|recall\w*|tariff\w*|scrap\w*|dry up|die|starv\w*|disaster\w*|escalat\w*|deteriorat\w*|there (?:will|would) be no|(?:will|would|wo) ?n[o']t (?:sign|ratify|attend|renew|extend)|surprised|respon(?:d|ses?)|regret|answer accordingly|cross (?:them|it))\b"
)
_IF = re.compile(
    r"\b(?:(?<!asked )(?<!see )(?<!wonder )(?<!know )if|unless|otherwise|should it|should they|should the|or else|failing which)\b|^[\"'\s]*should [^,.;?]+,"
)
_RHETORICAL = re.compile(
    r"(?:^|[\"'])\s*(?:isn't|aren't|don't|doesn't|didn't|won't|can't|shouldn't|haven't|hasn't|wasn't|weren't) [^?]*\?[\"']?$"
)
_BELIEF = re.compile(
    r"^(?:\w+ ){0,3}(?:belief|confidence|conviction|optimism)\b|\b(?:was|is|were|are|am) (?:\w+ )?(?:confident|convinced|optimistic|certain|sure)\b|\b(?:i|we|he|she) (?:\w+ )?(?:believes?|believed|trusts?)\b"
)
"""What others will do, one believes: no promise."""
_NOT = re.compile(r"(?:\b(?:not|never|no|nor|neither|without)|n't)(?: (?!only|just|merely)[\w']+){0,2} $")
_BOUND = ("must", "ought")
_PRAISED = re.compile(
    r"\b(?:appreciat|prais|welcom|commend|hail|laud|applaud|thank|grateful|congratulat|valu|salut|admir)\w*[^,.;]{0,60}$"
)
"""Whose readiness is praised has promised nothing here."""
_MOURNS = re.compile(r"\b(?:condolences|sympath(?:y|ies))\b")
"""Who mourns the victims of a wrong says that it is one, and does something else."""
_WHO = re.compile(
    r"\b(?:states|countries|nations|those|members|governments|parties|partners|allies) (?:that|which|who) $"
)
"""Others who are described by their readiness."""
_WILL = re.compile(r"\b(?:will|would|shall|'ll)\b")
_READY = re.compile(r"\b(?:ready|willing|prepared|pledge|promise)")
_CONDITION = re.compile(r"\bif [^,.;:]*$")


def _bare(page: Page) -> str:
    """The text in lower case with blanks for the marks of quotations: a phrase is the same where part of it is quoted."""
    if not page.quotes:
        return page.low
    parts: list[str] = []
    at = 0
    ends = ((q.span, q.inner) for q in page.quotes)
    for start, end in sorted(m for s, i in ends for m in ((s.start, i.start), (i.end, s.end))):
        if start >= at:
            parts += [page.low[at:start], " " * (end - start)]
            at = end
    return "".join((*parts, page.low[at:]))


def stronger(first: Act, second: Act) -> Act:
    return first if _STRENGTH[first] <= _STRENGTH[second] else second


class Acts:
    """The acts that the words of one page tell of, looked up by span."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page, self.nouns = page, lexicon.nouns
        self._performed, self._judged = Performed(page.desk, lexicon), Judged(lexicon)
        self._undertaking = Undertaking(page, lexicon)
        found = [(span, value) for span, _, value in page.desk.matcher("act").find(page.text, page.low, _bare(page))]
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

    def manner(self, sentence: Sentence, verb: Token) -> Act:
        """What the way of saying tells of ("noted with satisfaction", "learned with regret")."""
        best: Act = "state"
        for prep in sentence.children(verb):
            if prep.low != "with":
                continue
            for noun in sentence.children(prep):
                frame = self.nouns.get(noun.low) or self.nouns.get(noun.lemma.lower())
                if noun.dep == "pobj" and frame is not None and frame.act in ("commend", "concern", "oppose"):
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
        words = [t for t in sentence.tokens if any(p.holds(t.start) for p in spans)]
        for act in (*self._performed.acts(sentence, words), *self._judged.acts(sentence, words, spans)):
            best = stronger(best, act)
        if best == "oppose" and _MOURNS.search(low):
            best = "state"
        if _RHETORICAL.search(low):
            best = stronger(best, "oppose")
        if _STRENGTH[best] > _STRENGTH["urge"] and self._bids(sentence, spans):
            best = "urge"
        supposed = bool(_IF.search(low))
        if supposed and _HARM.search(low) and _WILL.search(low):
            best = stronger(best, "warn")
        weaker = _STRENGTH[best] > _STRENGTH["commit"] and best != "agree" and not supposed
        if weaker and self._undertaking.made(sentence, spans, own=bool(_BELIEF.search(low))):
            best = "commit"
        elif best == "commit" and supposed and not _READY.search(low):
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
            if (
                not words
                or words[0].tag != "VB"
                or words[0].lemma
                in (
                    "thank",
                    "let",
                    "be",
                    "have",
                    "ask",
                    "recall",
                    "remember",
                    "note",
                    "look",
                    "say",
                    "see",
                    "imagine",
                    "suppose",
                )
            ):
                continue
            if not any(c.dep in ("nsubj", "aux") and c.low not in ("do",) for c in sentence.children(words[0])):
                return True
        return False
