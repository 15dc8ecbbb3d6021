"""Instruments: the treaties, agreements, joint documents and schemes that a text names, once each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.page.page import Page
from dragoman.readers.found import Found
from dragoman.readers.meeting.document import Document
from dragoman.readers.meeting.documents import documents
from dragoman.reading import Instrument
from dragoman.span import Span

NEEDS: tuple[str, ...] = ()
YIELDS = ("instruments",)

_CONFIDENCE = {"instruments.desk": 0.96, "instruments.name": 0.85, "instruments.scheme": 0.7}


@dataclass(frozen=True, slots=True)
class _Named:
    document: Document
    entry: str | None = None


def read(page: Page, _found: Found) -> Iterator[Instrument]:
    """Named documents in order of their first mention, each under its fullest name; an abbreviation counts with what it
    stands for. Headings are left to the desk's patterns: there every word may have a capital."""
    listed = [_Named(d) for s in page.prose for d in documents(page, s)]
    listed = _with_desk(page, listed)
    kept: list[_Named] = []
    for named in sorted(listed, key=lambda n: n.document.span):
        twin = next((k for k in kept if _same(k, named)), None)
        if twin is None:
            kept.append(named)
        elif _fuller(named, twin):
            document = replace(named.document, short=named.document.short or twin.document.short)
            kept[kept.index(twin)] = _Named(document, named.entry or twin.entry)
        elif named.entry and not twin.entry:
            kept[kept.index(twin)] = replace(twin, entry=named.entry)
    for named in kept:
        document = named.document
        yield Instrument(
            evidence=document.span,
            rule=document.rule,
            confidence=_CONFIDENCE[document.rule],
            name=document.name,
            entry=named.entry,
        )


def _with_desk(page: Page, listed: list[_Named]) -> list[_Named]:
    out = list(listed)
    gatherings = page.desk.word_set("series-heads") | page.desk.word_set("series-bodies")
    for span, entry, _ in page.desk.instrument_matcher.find(page.text, page.low):
        if page.sentence_at(span.start) is None or any(f.span.covers(span) for f in page.furniture):
            continue
        if span.of(page.text).islower() and len(span.of(page.text).split()) == 1:
            continue
        after = re.compile(r"\s+([A-Z][a-z]+)").match(page.text, span.end)
        if after and after[1].lower() in gatherings:
            continue
        over = [i for i, n in enumerate(out) if n.document.span.overlaps(span)]
        for i in over:
            if out[i].entry is None:
                document = out[i].document
                if len(span) > len(document.span):
                    document = Document(_name(page, span), span, document.short)
                out[i] = _Named(replace(document, rule="instruments.desk"), entry.id)
        if not over:
            out.append(_Named(Document(_name(page, span), span, None, "instruments.desk"), entry.id))
    return out


def _name(page: Page, span: Span) -> str:
    name = " ".join(span.of(page.text).split())
    return re.sub(r"^(?:the|an?|its|their)\s+", "", name, flags=re.I)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.lower())) - {"the", "of", "on", "and", "for"}


def _same(a: _Named, b: _Named) -> bool:
    if a.entry and b.entry:
        return a.entry == b.entry
    x, y = a.document, b.document
    if x.name == y.name or x.short == y.name or y.short == x.name:
        return True
    mine, others = _words(x.name), _words(y.name)
    return len(mine) > 1 and len(others) > 1 and (mine <= others or others <= mine)


def _fuller(a: _Named, b: _Named) -> bool:
    """A name in full before an abbreviation; among full names the first is kept unless the later says more."""
    if a.document.name.isupper() or b.document.name.isupper():
        return b.document.name.isupper() and not a.document.name.isupper()
    return len(_words(a.document.name)) > len(_words(b.document.name)) and not (a.entry and b.entry)
