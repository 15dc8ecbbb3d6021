"""From a dispatch to its page."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.desk.desk import Desk
from dragoman.dispatch import Dispatch
from dragoman.page.dateline import dateline
from dragoman.page.evening import even
from dragoman.page.furniture import furniture
from dragoman.page.lines import Line, lines, paragraphs
from dragoman.page.page import Block, BlockKind, Dateline, Page, Sentence
from dragoman.page.parse import parse
from dragoman.page.quotes import quotes
from dragoman.page.sentences import sentences
from dragoman.span import Span, outside

_ENDS = re.compile(r"""[.!?;。！？…]["')\]]*$|[,:"]$""")
_WORD = re.compile(r"\w[\w'-]*")
_TURN = re.compile(r"(?P<label>(?P<q>Q(?:uestion)?)|A(?:nswer)?|问|答|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}(?: \([^)\n]{2,40}\))?)\s?[:.]\s+(?=\S)")


def _heading(text: str) -> bool:
    """A line with no sentence's end and few words; a caption or list item may be one too."""
    count = len(_WORD.findall(text))
    return 0 < count <= 25 and not _ENDS.search(text)


def _pieces(paragraph: list[Line], marked: list[Span]) -> Span:
    return Span(paragraph[0].span.start, paragraph[-1].span.end)


def _title(text: str, body: list[Line], metadata: str | None) -> Span | None:
    """The headline: the carrier's own where the text begins with it, else the first line, if a heading and before the prose."""
    if metadata:
        wanted = re.sub(r"\s+", " ", even(metadata)).strip().lower()
        for line in body[:8]:
            if re.sub(r"\s+", " ", line.span.of(text)).strip().lower() == wanted:
                return line.span
    for line in body[:3]:
        words = line.span.of(text)
        if _heading(words) and len(_WORD.findall(words)) >= 3 and not dateline(text, line.span):
            return line.span
        if _ENDS.search(words):
            return None
    return None


def lay(dispatch: Dispatch, desk: Desk, parsed: bool = True) -> Page:
    """The page of a dispatch: pure, for any text whatever. Without `parsed` (a language that no parser here knows) sentences have no words."""
    text = even(dispatch.text)
    all_lines = lines(text)
    marked = furniture(text, all_lines, desk)
    inline = [f.span for f in marked if f.kind == "injected"]
    gone = [f.span for f in marked if f.kind != "injected"]
    body: list[Line] = []
    for line in all_lines:
        for part in outside(line.span, gone):
            span = part.trimmed(text)
            if span and any(c.isalnum() for c in span.of(text)):
                body.append(Line(span, line.gap))
    title = _title(text, body, dispatch.title)
    blocks: list[Block] = []
    datelines: list[Dateline] = []
    for paragraph in paragraphs(text, [line for line in body if line.span != title]):
        span = _pieces(paragraph, inline)
        if not blocks or len(datelines) < 2:
            stands = dateline(text, span)
            if stands:
                datelines.append(stands)
                rest = Span(min(stands.span.end, span.end - 1), span.end).trimmed(text)
                if rest is None:
                    continue
                span = rest
        kind: BlockKind = "heading" if _heading(span.of(text)) else "prose"
        label = None
        turn = _TURN.match(text, span.start, span.end)
        if turn and kind == "prose":
            label = Span(turn.start("label"), turn.end("label"))
            kind = "question" if turn["q"] else "prose"
        blocks.append(Block(span, kind, label))
    if title:
        blocks.append(Block(title, "title"))
    blocks.sort(key=lambda b: b.span)
    page = Page(dispatch, desk, text, tuple(marked), title, tuple(datelines), tuple(blocks))
    found = tuple(quotes(dispatch.text, text, [b.span for b in blocks]))
    cut = [(span, i) for i, b in enumerate(blocks) for span in sentences(text, b.span, found)]
    spans = [span for span, _ in cut]
    words = parse(text, spans, [f.span for f in marked]) if parsed else ((),) * len(spans)
    return replace(
        page,
        quotes=found,
        sentences=tuple(
            Sentence(span, tokens, i, n, blocks[i].kind) for n, ((span, i), tokens) in enumerate(zip(cut, words, strict=True))
        ),
    )
