"""The language of a search: words, "phrases", `field:value`, ranges of days, and `-` before what must not be there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from dragoman.errors import QueryError
from dragoman.reading import ACTS, CommitmentKind, EncounterKind, Mode
from dragoman.record.kinds import KINDS
from dragoman.views.query import day

FIELDS: Mapping[str, str] = {
    "speaker": "who said it, by name or id",
    "issue": "a desk's issue, those under it included",
    "act": f"one of {', '.join(ACTS)}",
    "mode": f"one of {', '.join(get_args(Mode))}",
    "side": "the country that the speaker speaks for",
    "from": "the country whose outlet tells it",
    "outlet": "words of the outlet's name",
    "kind": "a kind of finding, of encounter or of commitment",
    "mechanism": "a mechanism, by id or words of its name",
    "formula": "a desk's set phrase, by id or label",
    "language": "of the dispatch, by code",
    "since": "published on that day or later",
    "until": "published on that day or earlier",
}
"""Every field of a search, with what its value may be."""

ENCOUNTERS: tuple[str, ...] = get_args(EncounterKind)
COMMITMENTS: tuple[str, ...] = get_args(CommitmentKind)
KIND_VALUES: tuple[str, ...] = (*KINDS, *ENCOUNTERS, *COMMITMENTS)
_CLOSED = {"act": ACTS, "mode": get_args(Mode), "kind": KIND_VALUES}

_TERM = re.compile(r'(?P<no>-)?(?:(?P<field>[A-Za-z_]+):)?(?:"(?P<phrase>[^"]*)"|(?P<bare>[^\s"]+))')
_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_RANGE = re.compile(rf"({_DAY})?\.\.({_DAY})?\Z")
_QUOTES = str.maketrans("“”„‟«»「」『』", '""""""""""')


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be found side by side in one sentence. `prefix`: the last one may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A field that must have one of `values`; `excluded`: that must have none of them."""

    field: str
    values: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A search, understood. All parts must hold of one sentence; `since` and `until` are days of publication, both
    inclusive."""

    words: tuple[Words, ...] = ()
    without: tuple[Words, ...] = ()
    conditions: tuple[Condition, ...] = field(default=())
    since: date | None = None
    until: date | None = None


def parse(text: str) -> Asked:
    """A search as a person writes it: `speaker:"Wang Yi" issue:fukushima-water act:urge,warn 2023..2025 "set phrase"`.
    Values with blanks stand in quotation marks; commas part values of which one is enough; a field given twice must
    have both. QueryError for an unknown field (with the list), an unknown value of a closed field, a day that is none,
    or a quotation that is not closed."""
    evened = text.translate(_QUOTES)
    if evened.count('"') % 2:
        raise QueryError("search", "a quotation mark is not closed", 'write both, as in speaker:"Wang Yi"')
    words: list[Words] = []
    without: list[Words] = []
    conditions: list[Condition] = []
    since = until = None
    for term in _TERM.finditer(evened):
        name = term["field"]
        value = term["phrase"] if term["phrase"] is not None else term["bare"]
        if name:
            name = name.casefold()
            if name == "since":
                since = _later(since, day("since", value, "first"))
            elif name == "until":
                until = _earlier(until, day("until", value, "last"))
            else:
                conditions.append(_condition(name, value, quoted=term["phrase"] is not None, excluded=bool(term["no"])))
            continue
        found = _RANGE.match(value) if term["phrase"] is None else None
        if found and (found[1] or found[2]):
            since = _later(since, day("since", found[1], "first")) if found[1] else since
            until = _earlier(until, day("until", found[2], "last")) if found[2] else until
            continue
        made = Words(value.rstrip("*"), prefix=value.endswith("*"))
        if any(c.isalnum() for c in made.text):
            (without if term["no"] else words).append(made)
    if since and until and until < since:
        raise QueryError(f"{since}..{until}", "ends before it begins", "give the earlier day first")
    return Asked(tuple(words), tuple(without), tuple(conditions), since, until)


def _condition(name: str, value: str, *, quoted: bool, excluded: bool) -> Condition:
    if name not in FIELDS:
        remedy = f"fields are {', '.join(FIELDS)}; put words with a colon in quotation marks"
        raise QueryError(name, "there is no such field", remedy)
    values = (value.strip(),) if quoted else tuple(part.strip() for part in value.split(",") if part.strip())
    if not values or not values[0]:
        raise QueryError(name, "has no value", f"give {FIELDS[name]}")
    if name in _CLOSED:
        values = tuple(v.casefold() for v in values)
        for one in values:
            if one not in _CLOSED[name]:
                raise QueryError(f"{name}:{one}", "there is no such value", f"it is one of {', '.join(_CLOSED[name])}")
    return Condition(name, values, excluded)


def _later(a: date | None, b: date) -> date:
    return b if a is None else max(a, b)


def _earlier(a: date | None, b: date) -> date:
    return b if a is None else min(a, b)
