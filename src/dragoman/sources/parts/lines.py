"""The lines of a printed page, evened into text: CRLF becomes LF, words divided at a line's end are whole again, and
lines of Chinese and Japanese, which are broken anywhere, are joined. Lines of other scripts stay as they are."""

from __future__ import annotations

import re
import unicodedata

_HYPHEN = re.compile("[\ufffe\x02\u00ad]\r?\n?")
"""What PDFium puts for a hyphen at a line's end, in new and old versions, and the soft hyphen."""
_ASIAN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
_GOES_ON = re.compile("[，、；：,（「『《〈“‘·—…]")
_STOPS = frozenset("。！？!?：:；")
_FULL = 0.75
"""A line at least this full, measured by the page's longest, was broken because it was full."""


def lines(pages: list[str]) -> str:
    """The pages as one text. A page that ends within a sentence goes on in the next line, any other leaves an empty
    line."""
    text = ""
    for page in pages:
        evened = _page(page)
        if not evened:
            continue
        if not text:
            text = evened
        elif text[-1].isalnum() or text[-1] in ",，、-":
            text = f"{text}\n{evened}"
        else:
            text = f"{text}\n\n{evened}"
    return text


def _page(page: str) -> str:
    text = _HYPHEN.sub(_divided, page)
    rows = [row.rstrip() for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    longest = max(map(_width, rows), default=0)
    out: list[str] = []
    width = 0  # of the last printed row, not of the rows joined so far
    for row in rows:
        if out and width >= _FULL * longest and _runs_on(out[-1], row):
            out[-1] += row.lstrip()
        else:
            out.append(row)
        width = _width(row)
    return "\n".join(out).strip("\n")


def _divided(found: re.Match[str]) -> str:
    """Nothing between the halves of a word; the hyphen where a capital or a digit follows (`Indo-Pacific`)."""
    after = found.string[found.end() : found.end() + 1]
    return "" if after.islower() else "-"


def _runs_on(before: str, after: str) -> bool:
    if not before or not after or before[-1] in _STOPS or after[0].isspace():
        return False
    last, first = before[-1], after[0]
    return bool(_ASIAN.match(first) or _GOES_ON.match(first)) and bool(_ASIAN.match(last) or _GOES_ON.match(last))


def _width(row: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in row)
