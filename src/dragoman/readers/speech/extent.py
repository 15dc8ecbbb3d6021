"""How far the words of a verb of speech reach: quotations beside it, what it governs, what surrounds it and its speaker."""

from __future__ import annotations

from dragoman.page.page import Page, Quote, Sentence, Token
from dragoman.readers.speech.lexicon import Frame, Lexicon
from dragoman.readers.speech.source import Source
from dragoman.span import Span, outside

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_APART = frozenset(("conj", "cc", "punct", "nsubj", "parataxis", "advcl"))


def clean(text: str, span: Span) -> Span | None:
    """The span without white space and commas at its ends; None where no word is in it."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    return Span(start, end) if start < end and any(c.isalnum() for c in text[start:end]) else None


def cue_span(sentence: Sentence, verb: Token) -> Span:
    """The verb with the auxiliaries and the particle that stand next to it."""
    placed = {verb.i} | {c.i for c in sentence.children(verb) if c.dep in ("aux", "auxpass", "neg", "prt")}
    first = last = verb.i
    while first - 1 in placed:
        first -= 1
    while last + 1 in placed:
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


class Extent:
    """One sentence and the quotations that touch it."""

    def __init__(self, page: Page, sentence: Sentence, lexicon: Lexicon) -> None:
        self.page, self.sentence, self.lexicon = page, sentence, lexicon
        self.quotes = [q for q in page.quotes if q.depth == 0 and q.span.overlaps(sentence.span)]

    def quoted(self, token: Token) -> bool:
        return any(q.inner.holds(token.start) for q in self.quotes)

    def quote_after(self, at: int) -> Quote | None:
        """A quotation that begins soon after an offset, with no finite verb between."""
        for quote in self.quotes:
            if quote.span.start >= at:
                between = [t for t in self.sentence.tokens if at <= t.start and t.end <= quote.span.start]
                return quote if len(between) <= 12 and not any(t.tag in FINITE for t in between) else None
        return None

    def quote_before(self, start: int) -> Quote | None:
        """A quotation that ends just before `start` (a comma or other mark may stand between)."""
        for quote in reversed(self.quotes):
            if quote.span.end <= start:
                return quote if not any(c.isalnum() for c in self.page.text[quote.span.end : start]) else None
        return None

    def inside(self, span: Span) -> Span:
        return Span(max(span.start, self.sentence.span.start), min(span.end, self.sentence.span.end))

    def governed(self, verb: Token, first: Token) -> Span:
        """From the first complement to the last word that the verb governs by itself, verbs joined to it left out."""
        start = self.sentence.reach(first).start
        ends = [
            self.sentence.reach(c).end
            for c in self.sentence.children(verb)
            if c.i == first.i or (c.i > first.i and c.dep not in _APART)
        ]
        return Span(start, max(ends))

    def grown(self, span: Span, verb: Token) -> Span:
        """A clause with the quotation that it begins in, and with what the parse broke off from it; cut after the verb where the parse
        reached over that."""
        start = max(span.start, verb.end) if span.start < verb.start else span.start
        end = span.end
        for quote in self.quotes:
            if quote.span.start < end < quote.span.end:
                end = min(quote.span.end, self.sentence.span.end)
        rest = [t for t in self.sentence.tokens if t.start >= end]
        if rest and not any(
            t.low == "according" or (t.pos == "VERB" and self.lexicon.verb(t) is not None) for t in rest
        ):
            end = self.sentence.span.end
        return Span(start, max(end, start + 1))

    def around(self, verb: Token, said: Source) -> list[Span]:
        """The sentence without the cue, its speaker and what goes with them."""
        sentence, text = self.sentence, self.page.text
        start, end, stop = min(said.span.start, verb.start), max(said.span.end, verb.end), sentence.span.end
        later = text.find(",", end, stop)
        quote = next((q for q in self.quotes if q.span.start >= end), None)
        told = quote is not None and any(t.tag in FINITE for t in sentence.tokens if end <= t.start < quote.span.start)
        if quote is not None and not told:
            end = quote.span.start
        elif later >= 0 and start > sentence.span.start and later - end <= 60 and later < stop - 2:
            end = later
        else:
            end = stop
        holes = [Span(start, end)] if end > start else []
        return [s for part in outside(sentence.span, holes) if (s := clean(text, part)) is not None]

    def tail(self, verb: Token, said: Source) -> list[Span]:
        end = max(verb.end, said.span.end)
        tail = clean(self.page.text, Span(end, self.sentence.span.end)) if end < self.sentence.span.end else None
        return [tail] if tail else []

    def turn_of_phrase(self, verb: Token, frame: Frame, quote: Quote) -> bool:
        """Whether the marks only set off a few words of the verb's own object ("welcomed the "fast track" scheme")."""
        if "object" not in frame or len(quote.inner.of(self.page.text).split()) > 3:
            return False
        return any(c.dep == "dobj" and c.i > verb.i for c in self.sentence.children(verb))

    def parenthetical(self, verb: Token, said: Source) -> bool:
        """Whether a mark stands before the cue and its speaker, so that what it reports surrounds it."""
        lead = self.page.text[self.sentence.span.start : min(said.span.start, verb.start)].rstrip()
        return bool(lead) and lead[-1] in ',"-?!:;' and any(c.isalnum() for c in lead)

    def forward(self, verb: Token, said: Source) -> bool:
        """Whether what is told follows the verb: it has an object, or "that" stands after it and no finite verb before its speaker."""
        if any(c.dep == "dobj" and not said.span.holds(c.start) for c in self.sentence.children(verb)):
            return True
        start, end = min(said.head.i, verb.i), max(said.head.i, verb.i)
        ahead = any(t.tag in FINITE for t in self.sentence.tokens[:start])
        return not ahead and any(t.low == "that" for t in self.sentence.tokens[end + 1 : end + 15])

    def enclosed(self, verb: Token, said: Source) -> bool:
        """Whether marks stand on both sides of a bare "she vowed" or "vowed the minister"."""
        if not self.parenthetical(verb, said):
            return False
        after = self.page.text[max(said.span.end, verb.end) : self.sentence.span.end].lstrip()
        return not after or after[0] in ',.:;"-'

    def comma_before(self, verb: Token) -> bool:
        return verb.i > 0 and self.sentence.tokens[verb.i - 1].text == ","
