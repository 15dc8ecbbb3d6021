"""A dispatch, or words of it, as one cites them: plain, Chicago and BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.views.contract import Source

QUOTED = 300
"""Characters of the chosen words in a citation."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TEX = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
     "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    plain: str
    chicago: str
    bibtex: str


def cite(source: Source, address: str | None, span: tuple[int, int] | None = None, words: str = "") -> Citation:
    """Citations of a dispatch. `address`: where it was published, if that is known. `span`, `words`: the characters that
    are meant, given with the dispatch's id so that they can be found again. What is not known is left out, or said to be
    unknown where a form asks for it."""
    title = _flat(source.title) or "Untitled"
    outlet = _flat(source.outlet) or "publisher unknown"
    quoted = _flat(words)
    if len(quoted) > QUOTED:
        quoted = quoted[: QUOTED - 1].rstrip() + "…"
    place = f"dispatch {source.dispatch}" + (f", characters {span[0]}–{span[1]}" if span else "")
    at = f" {address}." if address else ""
    lead = f"“{quoted}” " if quoted else ""
    plain = f"{lead}{outlet}, “{title}”, {_day(source.day)} ({place}).{at}"
    chicago = f"{outlet}. “{title}.” {_day(source.day)}.{at} {place.capitalize()}."
    fields = {
        "title": title,
        "author": "{" + outlet.translate(_TEX) + "}" if source.outlet else None,
        "date": source.day,
        "url": address,
        "note": place,
        "abstract": quoted or None,
    }
    kept = [
        f"  {name} = {{{value if name in ('url', 'author') else value.translate(_TEX)}}}"
        for name, value in fields.items()
        if value
    ]
    return Citation(plain, chicago, "@online{dragoman-" + source.dispatch + ",\n" + ",\n".join(kept) + "\n}")


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _day(day: str | None) -> str:
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", day or "")
    return f"{_MONTHS[int(match[2]) - 1]} {int(match[3])}, {match[1]}" if match else "no date"
