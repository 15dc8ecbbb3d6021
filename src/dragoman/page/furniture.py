"""Text that is not the article, found by general signs; the packs' own lists are added to them.

Lines are judged whole: by what they say (patterns of the language pack under `furniture`), by what they are (an outlet's name, a
clock, a trail of short items), and by where they stand (above the headline, between it and the prose, below the prose).
Words injected into a sentence are found by the packs' `furniture-inline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import Lines, lowered
from dragoman.desk.schema import PatternEntry
from dragoman.page.captions import captions
from dragoman.page.headline import CLOCK, SIGNED, Frame, count, frame, lettered
from dragoman.page.lines import Line, mid, paragraphs
from dragoman.page.script import alien
from dragoman.page.standing import ENDS, ITEMS, by_place, repeated
from dragoman.reading import Furniture
from dragoman.span import Span

_BULLET = re.compile(r"[-*•·▪◦‣]\s+(?=\S)")
_TRAIL = re.compile(r"(?:[^>|»›/\n]{1,40}\s*(?:>|»|›|\s/\s)\s*)+[^>|»›\n]{1,80}>?")
_PIPES = re.compile(r"(?:[^|·•\n]{1,40}\s*[|·•]\s*)+[^|·•\n]{1,60}")
_CLOCK = re.compile(
    r"\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?(?:\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}))?", re.I
)
_BLANK = re.compile(r"[\W_]+|[-–—]\s?\d{1,3}\s?[-–—]|.*(?:(?<!\d)%[ds]\b|\{\{|\}\}).*")
"""Signs without a word; a page's number between dashes; a place that a program left unfilled."""
_SITE = re.compile(
    r"\s+(?:[|»›–—-]|::)\s+(?P<site>(?P<own>(?:the )?(?:ministry|embassy|office|government|department|consulate|permanent mission|presidency|"
    r"council|state secretariat) (?:of|for) [^|»›]{3,80}|[\w.-]+\.(?:com|org|net|gov|int|news)(?:\.\w\w)?)|[^|»›]{3,60})$",
    re.I,
)
"""What a window's title adds to a headline: a bar or dash and whose page it is."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CUT_OFF = re.compile(r".*\s[|»›]")
"""A line that a bare separator closes."""
_CLOCKED = re.compile(
    r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?\s*[|/,–-]\s*(?=.*(?:\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))).{4,80}",
    re.I,
)
"""A clock, a separator, a place and day."""
_OPENING = re.compile(
    r"(?:(?:19|20)\d\d[01]\d[0-3]\d(?: [A-Z]{2,8}\b)?|(?:date|published|posted|updated|created)\b[ :]*(?:on )?(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})|(?:\d{1,2}:\d\d[ ,|-]+)?(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}))"
    r"(?:[ ,|-]+\d{1,2}:\d\d(?::\d\d)?)?(?:[ |]+(?=[\"(]?[A-Z])|(?<=\d)(?=[A-Z][a-z]))",
)
_YEAR_AND_CLOCK = re.compile(r"(?=.*\b(?:19|20)\d\d\b)(?=.*\b\d{1,2}:\d\d\b).+")
"""A stamp run into the story's first words; what a line that stamps the page holds."""


def _kind(line: str, desk: Desk, known: Lines[PatternEntry]) -> str | None:
    """What a whole line is by its own words, None where it may be the article's. `known`: the packs' patterns of furniture."""
    if _BLANK.fullmatch(line):
        return "notice"
    bullet = _BULLET.match(line)
    line = line[bullet.end() if bullet else 0 :].lstrip("|· ") or line
    low = lowered(line)
    if _BLANK.fullmatch(line) or _CUT_OFF.fullmatch(line):
        return "notice"
    if _YEAR_AND_CLOCK.fullmatch(line) and not ENDS.search(line) and lettered(line) <= 5:
        return "stamp"
    if _CLOCK.fullmatch(line) or (_CLOCKED.fullmatch(line) and lettered(line) <= 8):
        return "stamp"
    if low.strip(" -|·•()[]") in desk.outlet_names:
        return "outlet"
    stamp = _OPENING.match(line)
    if stamp and lettered(line[stamp.end() :]) > 4 and ":" not in line[stamp.end() : stamp.end() + 30]:
        return None
    if listed := known.whole(line, low):
        return listed[1] or "notice"
    if len(line) <= 160 and not ENDS.search(line):
        if _TRAIL.fullmatch(line) or ITEMS.fullmatch(line):
            return "navigation"
        if _site(line, desk):
            return None
        if _PIPES.fullmatch(line) and all(count(part) <= 6 for part in re.split(r"[|·•]", line)):
            return "navigation"
    return None


def _site(headline: str, desk: Desk) -> int:
    """Where a headline of four words or more ends and the name of an outlet, an institution or its host follows; 0 where none does."""
    match = _SITE.search(headline)
    if match is None or count(headline[: match.start()]) < 4:
        return 0
    site = lowered(match["site"])
    return match.start() if match["own"] or site in desk.outlet_names or site in desk.body_names else 0


def _run_in(text: str, items: Sequence[Line], kinds: Sequence[str | None], at: Frame) -> Iterator[tuple[Span, str]]:
    """A stamp before the story's first words on their own line, an agency's signs behind its last ones."""
    if at.first < 0:
        return
    for i in {at.first, at.first if at.headline is None else at.headline}:
        span = items[i].span
        if kinds[i] is None and (stamp := _OPENING.match(text, span.start, span.end)):
            yield Span(*stamp.span()).trimmed(text) or span, "stamp"
    for last, kind in zip(items[at.last :], kinds[at.last :], strict=True):
        end = last.span.end
        while kind is None and (sign := SIGNED.search(text, last.span.start, end)) and sign.start() > last.span.start:
            yield Span(sign.start(), end).trimmed(text) or last.span, "outlet"
            end = sign.start()


def _unbulleted(text: str, span: Span) -> Span:
    """A list's line without the sign before it, which is the layout's."""
    bullet = _BULLET.match(text, span.start, span.end)
    return Span(bullet.end(), span.end) if bullet and not _BLANK.fullmatch(span.of(text)) else span


def furniture(
    text: str, body: Sequence[Line], desk: Desk, title: str | None = None
) -> tuple[list[Furniture], list[Span], Span | None]:
    """Furniture of a page in order, its paragraphs and headings, and the headline among these (None where there is none).
    `text` evened; `body`: its lines; `title`: the carrier's own."""
    low = lowered(text)
    known = desk.matcher("furniture").lines(text, low)
    own = {line.span: kind for line in body if (kind := _kind(line.span.of(text), desk, known))}
    for i in mid(text, body):
        for span in (body[i].span, body[i - 1].span):
            if not _DAY.fullmatch(span.of(text)):
                own.pop(span, None)
    grouped = paragraphs(text, [line for line in body if line.span not in own])
    joined = [Line(Span(group[0].span.start, group[-1].span.end), group[0].gap) for group in grouped]
    inner = [span for span in own if any(line.span.covers(span) for line in joined)]
    items = sorted(
        [*joined, *(line for line in body if line.span in own and line.span not in inner)], key=lambda line: line.span
    )
    for group, line in zip(grouped, joined, strict=True):
        if len(group) < 2 or any(line.span.covers(s) for s in inner):
            continue
        if kind := _kind(" ".join(line.span.of(text).split()), desk, known):
            own[line.span] = kind
    kinds = [own.get(line.span) for line in items]
    said = [line.span.of(text) for line in items]
    for places, kind in (
        (alien(said), "navigation"),
        (captions(said, kinds, desk), "caption"),
        (repeated(said), "notice"),
    ):
        for i in places:
            kinds[i] = kinds[i] or kind
    at = frame(text, items, kinds, title)
    if at.headline is not None:
        kinds[at.headline] = None
    by_place(text, items, kinds, at, desk.metonyms, desk.titles)
    found = [Furniture(_unbulleted(text, line.span), kind) for line, kind in zip(items, kinds, strict=True) if kind]
    found += [Furniture(span, "injected") for span in inner]
    whole = [f.span for f in found]
    headline = items[at.headline].span if at.headline is not None else None
    for span, _, value in desk.matcher("furniture-inline").find(text, low):
        trimmed = span.trimmed(text)
        if trimmed and not any(w.overlaps(trimmed) for w in (*whole, *([headline] if headline else []))):
            found.append(Furniture(trimmed, value or "injected"))
            whole.append(trimmed)
    prose = [line.span for line, kind in zip(items, kinds, strict=True) if kind is None]
    for part, kind in _run_in(text, items, kinds, at):
        found.append(Furniture(part, kind))
        n = next(n for n, span in enumerate(prose) if span.covers(part))
        rest = Span(part.end, prose[n].end) if part.start == prose[n].start else Span(prose[n].start, part.start)
        rest = rest.trimmed(text) or prose[n]
        headline = rest if headline == prose[n] else headline
        prose[n] = rest
    clock = CLOCK.search(headline.of(text)) if headline else None
    if headline and clock:
        found.append(Furniture(Span(headline.start + clock.start(), headline.end).trimmed(text) or headline, "stamp"))
        cut = Span(headline.start, headline.start + clock.start())
        prose[prose.index(headline)] = headline = cut
    if headline and (site := _site(headline.of(text), desk)):
        found.append(Furniture(Span(headline.start + site, headline.end).trimmed(text) or headline, "outlet"))
        cut = Span(headline.start, headline.start + site)
        prose[prose.index(headline)] = headline = cut
    return sorted(found, key=lambda f: f.span), prose, headline
