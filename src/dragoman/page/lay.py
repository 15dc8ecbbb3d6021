"""From a dispatch to its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.desk.desk import Desk
from dragoman.dispatch import Dispatch
from dragoman.evening import even
from dragoman.page.dateline import dateline
from dragoman.page.furniture import furniture
from dragoman.page.garble import garbled
from dragoman.page.headline import is_heading, key
from dragoman.page.lines import lines
from dragoman.page.markup import unmarked
from dragoman.page.matter import BYLINES, TITLES, Matter, matter
from dragoman.page.mend import mended
from dragoman.page.outlet import outlet
from dragoman.page.page import Block, BlockKind, Dateline, Page, Sentence
from dragoman.page.parse import parse
from dragoman.page.quotes import quotes
from dragoman.page.sentences import sentences
from dragoman.reading import Furniture
from dragoman.span import Span

_BULLET = re.compile(r"[-*•·▪◦‣○●■□◆◇]+\s+(?=\S)")
_TURN = re.compile(
    r"(?P<label>(?P<q>Q(?:uestion)?(?: \([^)\n]{2,60}\))?|问)(?=\s?[:.])|(?:A(?:nswer)?|答)(?=\s?[:.])|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,5}(?:,(?: (?:[A-Z][\w.'-]*|of|for|the|and|to|in)){1,12})?(?: \([^)\n]{2,40}\))?(?=\s?:))\s?[:.]\s+(?=\S)"
)
_OWN_TITLE = re.compile(r"\s*# +(?P<title>\S.*)")
"""The first line of a text in Markdown, marked as its title."""
_ADDRESSED = re.compile(r"(?:The )?(?:Rt\.? )?(?:Hon\b|Senator\b|H\.?E\b)", re.I)
_GAP_WIDE = re.compile(r" {2,}(?=[A-Z])")
_GAP = 10
"""Between the numbers of two captions' sentences, more than any reader looks back or ahead."""


def lay(dispatch: Dispatch, desk: Desk, parsed: bool = True) -> Page:
    """The page of a dispatch: pure, for any text whatever. Without `parsed` (a language that no parser here knows) sentences have no words."""
    text = unmarked(even(dispatch.text))
    head = matter(text)
    body = lines(text)
    if head:
        body = [line for line in body if line.span.start >= head.span.end]
    own = _OWN_TITLE.match(dispatch.text)
    marked, prose, title = furniture(text, body, desk, dispatch.title or (own and own["title"]))
    if head:
        title = _headline(text, head, title)
        marked = [*_pieces(text, head, title), *marked]
    blocks: list[Block] = []
    datelines: list[Dateline] = []
    for span in prose:
        if span == title or not any(c.isalnum() for c in span.of(text)):
            continue
        if bullet := _BULLET.match(text, span.start, span.end):
            span = Span(bullet.end(), span.end)
        if not blocks or len(datelines) < 2:
            stands = dateline(text, span)
            if stands:
                datelines.append(stands)
                rest = Span(min(stands.span.end, span.end - 1), span.end).trimmed(text)
                if rest is None:
                    continue
                span = rest
        kind: BlockKind = "heading" if is_heading(span.of(text)) else "prose"
        label = None
        turn = _TURN.match(text, span.start, span.end)
        if turn and kind == "prose":
            label = Span(turn.start("label"), turn.end("label"))
            kind = "question" if turn["q"] else "prose"
            span = Span(turn.end(), span.end)
        blocks += [Block(part, kind, label) for part in (_columns(text, span) if kind == "heading" else (span,))]
    if title:
        blocks.append(Block(title, "title"))
    blocks.sort(key=lambda b: b.span)
    page = Page(dispatch, desk, text, tuple(marked), title, tuple(datelines), tuple(blocks))
    found = tuple(quotes(dispatch.text, text, [b.span for b in blocks]))
    cut: list[tuple[Span, int, BlockKind]] = []
    for i, block in enumerate(blocks):
        if block.label is not None:
            cut.append((block.label, i, "heading"))
        cut += [(span, i, block.kind) for span in sentences(text, block.span, found)]
    spans = [span for span, _, _ in cut]
    words = parse(text, spans, [f.span for f in marked]) if parsed else ((),) * len(spans)
    made = tuple(
        Sentence(span, mended(tokens), i, n, kind)
        for n, ((span, i, kind), tokens) in enumerate(zip(cut, words, strict=True))
    )
    asides = _asides(text, marked, len(made)) if parsed else ()
    return replace(
        page, quotes=found, sentences=made, asides=asides, garbled=tuple(garbled(text, made)), source=outlet(page)
    )


def _asides(text: str, marked: Sequence[Furniture], before: int) -> tuple[Sentence, ...]:
    """The sentences of the captions, numbered on from `before` so that none is the neighbour of another."""
    spans = [span for item in marked if item.kind == "caption" for span in sentences(text, item.span, ())]
    words = parse(text, spans, ()) if spans else ()
    return tuple(
        Sentence(span, mended(tokens), -1, before + _GAP * (n + 1))
        for n, (span, tokens) in enumerate(zip(spans, words, strict=True))
    )


def _columns(text: str, span: Span) -> list[Span]:
    """The parts of a letterhead's line that are set apart by wide gaps: "The Hon Ana Berg MP   Minister for Trade"."""
    if not _ADDRESSED.match(text, span.start, span.end):
        return [span]
    cuts = [span.start, *(at for gap in _GAP_WIDE.finditer(text, span.start, span.end) for at in gap.span()), span.end]
    return [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def _pieces(text: str, head: Matter, title: Span | None) -> Iterator[Furniture]:
    """The head of fields as furniture without the headline: the lines that name who wrote the text apart from the rest."""
    by = {_line(text, span): "byline" for span in head.of(*BYLINES)}
    at = head.span.start
    for part in sorted({*by, *([title] if title and head.span.covers(title) else [])}):
        if rest := Span(at, max(at, part.start)).trimmed(text):
            yield Furniture(rest, "notice")
        if part in by:
            yield Furniture(part, by[part])
        at = max(at, part.end)
    if rest := Span(at, head.span.end).trimmed(text):
        yield Furniture(rest, "notice")


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    line = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    return line.trimmed(text) or line


def _headline(text: str, head: Matter, title: Span | None) -> Span | None:
    """The headline that the head of fields gives, unless the text repeats it."""
    given = head.of(*TITLES)
    if not given:
        return title
    whole = Span(given[0].start, given[-1].end)
    return title if title and key(title.of(text)) == key(whole.of(text)) else whole
