"""Where sentences end. Cut before the parse, so that headings, datelines and closing quotation marks stay where they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.page.page import Quote
from dragoman.span import Span

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "messrs",
        "mme",
        "dr",
        "amb",
        "smt",
        "fr",
        "msgr",
        "mgr",
        "bro",
        "cmdr",
        "cdr",
        "supt",
        "insp",
        "cllr",
        "drs",
        "pvt",
        "cpl",
        "brig",
        "mlle",
        "esq",
        "retd",
        "rtd",
        "atty",
        "asst",
        "govt",
        "intl",
        "bros",
        "eng",
        "engr",
        "barr",
        "arc",
        "alh",
        "ir",
        "bhd",
        "mdm",
        "shri",
        "ing",
        "arq",
        "lic",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "rep",
        "reps",
        "sen",
        "sens",
        "gov",
        "st",
        "jr",
        "sr",
        "hon",
        "rev",
        "pres",
        "vs",
        "no",
        "nos",
        "vol",
        "art",
        "fig",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "univ",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "approx",
        "est",
        "al",
        "ca",
        "cf",
        "eg",
        "ie",
        "etc",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "d.c",
        "p.r.c",
        "r.o.k",
        "u.s.a",
        "u.s.s.r",
        "ph.d",
        "a.m",
        "p.m",
        "e.g",
        "i.e",
    ]
)
_CAN_END = frozenset(
    [
        "etc",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "d.c",
        "u.s.a",
        "p.r.c",
        "r.o.k",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "ph.d",
    ]
)
_BEFORE_FIGURES = frozenset(["no", "nos", "vol", "art", "fig"])
_CAPITALISED = frozenset(
    [
        "jan",
        "mar",
        "jun",
        "jul",
        "dec",
        "mon",
        "wed",
        "fri",
        "sat",
        "sun",
        "st",
        "hon",
        "gen",
        "col",
        "rep",
        "sen",
        "pres",
    ]
)
"""Abbreviations that are everyday words, or parts of them, where they begin with a small letter."""
_STOP = re.compile(r"""([.!?]+|…|[。！？]+)""")
_CLOSERS = "\"')]}」』"
_STARTER = re.compile(r"""["'(\[「『]*(?:[A-Z0-9À-ÖØ-Þ$€£¥]|[^\x00-\x7f])""")
_COMMON_STARTER = re.compile(
    r"""["'(]*(?:The|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|As|But|And|However|After|Before|Both|For|If|When|While|With|To|Its|His|Her|Their|Our|A|An|According|Meanwhile|Since|There|Not|No|Also|So)\b"""
)
_WORD_ENDS = re.compile(r"(?:^|[\s\"'(-])\w*[a-z]{3}$")
_SAID_AFTER = re.compile(
    r"""\s*(?:(?:[A-Z][\w.'-]*|the|a|an|of|for|and|his|her|its|[a-z]+(?:man|woman|person|ister|ident|or|er))\s+){1,8}?(?:has |have |had |also |then |later )?(?:said|says|asked|asks|added|adds|told|wrote|writes|tweeted|posted|replied|stated|noted|declared|exclaimed|continued|explained|argued|warned|stressed|concluded|remarked|observed|insisted|quipped|responded|answered|recalled|announced)\b"""
)


def _ends_here(text: str, block: Span, began: int, stop: re.Match[str], next_at: int) -> bool:
    if next_at >= block.end:
        return True
    if stop[0][0] in "。！？":
        return True
    rest = text[next_at : min(block.end, next_at + 160)]
    if not _STARTER.match(rest):
        return False
    if stop[0] == ".":
        start = stop.start()
        while start > block.start and (text[start - 1].isalnum() or text[start - 1] in ".'-&"):
            start -= 1
        written = text[start : stop.start()].strip("'-")
        word = written.lower()
        if len(word) == 1 and word.isalpha() and word != "i" and text[stop.start() - 1].isupper():
            return False
        if re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) and word not in _CAN_END:
            return False
        if word in _BEFORE_FIGURES:
            return not rest[:1].isdigit()
        if word in _ABBREVIATIONS and not (word in _CAPITALISED and written.islower()):
            return word in _CAN_END and bool(_COMMON_STARTER.match(rest))
        if word.isdigit() and start == began and len(word) <= 2:
            return False
    return True


def _run_on(text: str, stop: re.Match[str], next_at: int) -> bool:
    """Whether the blank after a sentence is only lost: a word before the mark, one that begins sentences after it ("in need.But"). What
    holds further points is an address."""
    return bool(
        _WORD_ENDS.search(text, max(0, stop.start() - 40), stop.start()) and _COMMON_STARTER.match(text, next_at)
    )


def sentences(text: str, block: Span, quotes: Sequence[Quote]) -> list[Span]:
    """The sentences of one block in order, closing marks included, white space between them left out. `text` evened; `quotes`: those of the page."""
    closing = {q.span.end - 1 for q in quotes if q.closed}
    opening = {q.span.start for q in quotes}
    found: list[Span] = []
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.start() < start:
            continue
        end = stop.end()
        while end < block.end and text[end] in _CLOSERS and not (text[end] == '"' and end not in closing):
            end += 1
        spaced = end
        while spaced < block.end and text[spaced].isspace():
            spaced += 1
        marked = end
        if spaced < block.end and text[spaced] == '"' and spaced in closing:
            end = marked = spaced + 1
            spaced = end
            while spaced < block.end and text[spaced].isspace():
                spaced += 1
        glued = spaced == marked and spaced < block.end and stop[0][0] not in "。！？"
        if glued and not (
            spaced in opening or (spaced - 1 in closing and text[spaced].isupper()) or _run_on(text, stop, spaced)
        ):
            continue  # but 'said."We' and 'so."The' end
        if not _ends_here(text, block, start, stop, spaced):
            continue
        if stop[0] != "." and end > stop.end() and _SAID_AFTER.match(text[marked : min(block.end, marked + 120)]):
            continue
        span = Span(start, end).trimmed(text)
        if span:
            found.append(span)
        start = spaced
    if start < block.end:
        span = Span(start, block.end).trimmed(text)
        if span and any(c.isalnum() for c in span.of(text)):
            found.append(span)
        elif span and found:
            found[-1] = Span(found[-1].start, span.end)
    return found
