"""Sentences without a cue that go on in a speaker's voice: quotations over sentences and paragraphs, and reported statements."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.page.page import Page, Quote, Sentence
from dragoman.readers.speech.act import Acts
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.statement import Statement
from dragoman.readers.speech.voice import addressed, own_voice
from dragoman.span import Span

_READOUT = 0.5
"""How much like a statement a sentence must sound to go on in a readout's paragraph."""
_NEWS = 1.5
"""The same in a news story."""


def readout(statements: Sequence[Statement], quoted: int) -> bool:
    """Whether a text tells in turn what each party stated, in its own name: cues first, hardly a quotation, no outlet's voice."""
    cued = [s for s in statements if s.cue is not None]
    if len(cued) < 2:
        return False
    closing = sum(1 for s in cued if s.cue is not None and s.cue.closing)
    parties = sum(1 for s in cued if s.speaker.kind in ("person", "both"))
    return closing <= 0.15 * len(cued) and quoted <= 0.1 * len(cued) and parties >= 0.7 * len(cued)


def _quote_of(page: Page, sentence: Sentence) -> Quote | None:
    """The quotation that most of the sentence stands in, None where it does not."""
    best: tuple[int, Quote] | None = None
    for quote in page.quotes:
        if quote.span.start >= sentence.span.end:
            break
        if quote.depth == 0 and quote.inner.overlaps(sentence.span):
            shared = min(quote.inner.end, sentence.span.end) - max(quote.inner.start, sentence.span.start)
            if best is None or shared > best[0]:
                best = (shared, quote)
    if best is None or best[0] < 0.5 * len(sentence.span):
        return None
    words = len(
        page.text[max(best[1].inner.start, sentence.span.start) : min(best[1].inner.end, sentence.span.end)].split()
    )
    return best[1] if words >= 2 else None


class Carrier:
    """Fills the sentences between those that have cues."""

    def __init__(self, page: Page, acts: Acts, cued: dict[int, list[Statement]]) -> None:
        self.page, self.acts, self.cued = page, acts, cued
        flat = [s for n in sorted(cued) for s in cued[n]]
        quoted = sum(1 for s in flat if page.quoted(s.content[0]) > 0.5)
        self.readout = readout(flat, quoted)
        self._blocks: dict[int, list[Sentence]] = {}
        for sentence in page.prose:
            self._blocks.setdefault(sentence.block, []).append(sentence)

    def carry(self) -> list[Statement]:
        """The statements that sentences without a cue make, in order."""
        made: dict[int, Statement] = {}
        last: Statement | None = None
        last_block = -10
        order = sorted(self._blocks)
        for place, block in enumerate(order):
            sentences = self._blocks[block]
            for at, sentence in enumerate(sentences):
                own = self.cued.get(sentence.number)
                if own:
                    last, last_block = own[0], place
                    continue
                before = last if last is not None and last_block == place else None
                near = last if last is not None and last_block >= place - 1 else None
                statement = self._quoted(sentence, sentences[at + 1 :], before, near) or self._voiced(
                    sentence, sentences, at, before, near, made
                )
                if statement is not None:
                    made[sentence.number] = statement
                    last, last_block = statement, place
        return [made[n] for n in sorted(made)]

    def _quoted(
        self, sentence: Sentence, later: Sequence[Sentence], before: Statement | None, near: Statement | None
    ) -> Statement | None:
        quote = _quote_of(self.page, sentence)
        if quote is None:
            return None
        holder: Statement | None = None
        for other in (before, *(s for n in later for s in self.cued.get(n.number, [])[:1])):
            if other is not None and any(quote.inner.overlaps(c) for c in other.content):
                holder = other
                break
        rule = "quote-same"
        if holder is None and before is not None:
            holder, rule = before, "quote-after"
        if holder is None:
            for sentence_later in later:
                following = self.cued.get(sentence_later.number, [])[:1]
                if following:
                    if self.page.quoted(following[0].content[0]) > 0.3:
                        holder, rule = following[0], "quote-before"
                    break
        if holder is None and near is not None:
            holder, rule = near, "quote-paragraph"
        if holder is None:
            return None
        sure = {"quote-same": 0.95, "quote-after": 0.9, "quote-before": 0.85, "quote-paragraph": 0.8}[rule]
        return self._made(sentence, holder.speaker, rule, round(sure * holder.speaker.sure, 3))

    def _voiced(
        self,
        sentence: Sentence,
        sentences: Sequence[Sentence],
        at: int,
        before: Statement | None,
        near: Statement | None,
        made: dict[int, Statement],
    ) -> Statement | None:
        if not sentence.tokens or len(sentence.tokens) < 4:
            return None
        value = own_voice(self.page, sentence)
        least = _READOUT if self.readout else _NEWS
        if (
            before is not None
            and before.sentence.number == sentence.number - 1
            and value >= least
            and (self.readout or addressed(self.page, sentence))
        ):
            return self._made(sentence, before.speaker, "voice-after", 0.8 if self.readout else 0.65)
        closing = self._closing(sentences[at + 1 :])
        if closing is not None and value >= 0.5 and (at == 0 or before is not None):
            return self._made(sentence, closing.speaker, "voice-before", 0.7)
        return None

    def _closing(self, later: Sequence[Sentence]) -> Statement | None:
        """The cue that stands after its content in the next sentence of the paragraph that has one."""
        for sentence in later:
            own = self.cued.get(sentence.number)
            if own:
                first = own[0]
                return (
                    first
                    if first.cue is not None and first.cue.closing and self.page.quoted(first.content[0]) < 0.3
                    else None
                )
        return None

    def _made(self, sentence: Sentence, speaker: Speaker, rule: str, confidence: float) -> Statement:
        content: tuple[Span, ...] = (sentence.span,)
        return Statement(sentence, speaker, rule, self.acts.told(sentence, content), content, confidence=confidence)
