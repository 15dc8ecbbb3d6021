"""Offices told without a name that say more of somebody: "Peru's economy minister … the minister, X", "the union … its chair, X"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.desk.desk import Desk
from dragoman.page.page import Page
from dragoman.readers.naming.meaning import roles_of
from dragoman.readers.naming.mentions import Mention
from dragoman.readers.naming.offices import Phrase
from dragoman.readers.naming.words import Word

_ABOVE_AND_BELOW = frozenset(
    ["prime", "deputy", "vice", "first", "former", "other", "two", "three", "the", "both", "respective"]
)
_JOINS = frozenset(["of", "for", "and", "'s"])


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A minister told by field alone. `country`: where the words before say it."""

    title: str
    roles: tuple[str, ...]
    country: str | None


def unnamed(worded: Mapping[int, Sequence[Word]], listed: Sequence[Mention], desk: Desk) -> list[Unnamed]:
    """Every minister, or several in the plural, whom the text tells by one word for the field and without a name."""
    taken = {(m.sentence, i) for m in listed for p in m.offices for i in range(p.first, p.last + 1)}
    found: list[Unnamed] = []
    for number, words in worded.items():
        for at in range(1, len(words)):
            field = words[at - 1]
            if words[at].low not in ("minister", "ministers") or (number, at) in taken or field.low in _ABOVE_AND_BELOW:
                continue
            if not field.low.isalpha() or field.tag[:2] not in ("NN", "JJ") or field.kind in ("country", "demonym"):
                continue
            head = replace(words[at], text=words[at].text[:8], low="minister")
            roles = roles_of([field, head], 2, desk, None)
            if roles and roles != ("minister",):
                before = [w for w in words[max(0, at - 3) : at - 1] if w.kind in ("country", "demonym")]
                country = before[-1].value if before and words[at].low == "minister" else None
                found.append(Unnamed(f"{field.text} {head.text}", roles, country))
    return found


def sharpened(office: Phrase, country: str | None, told: Sequence[Unnamed]) -> Phrase:
    """A bare "minister" with the field that the text tells elsewhere, if it tells one that fits."""
    if office.title.lower() != "minister":
        return office
    fitting = [u for u in told if country is None or u.country in (None, country)]
    if len({u.title.lower() for u in fitting}) != 1:
        return office
    return replace(office, title=fitting[0].title, roles=fitting[0].roles)


def of_its_body(mention: Mention, worded: Mapping[int, Sequence[Word]], page: Page) -> None:
    """ "Its chair, X": the office is with the body named last before, in the same sentence or the one before it."""
    words = worded[mention.sentence]
    for i, office in enumerate(mention.offices):
        if office.body or office.country or words[office.first].low != "its":
            continue
        bodies = _bodies(words[: office.first], page) or _bodies(worded.get(mention.sentence - 1, ()), page)
        if bodies:
            mention.offices[i] = replace(office, title=f"{office.title} of the {bodies[-1]}", body=True)


def _bodies(words: Sequence[Word], page: Page) -> list[str]:
    """The names of institutions of two or more capitalised words, in order."""
    things = page.desk.word_set("body-words")
    found: list[str] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and (words[end].capital or (end > at and words[end].low in _JOINS)):
            end += 1
        while end > at and words[end - 1].low in _JOINS:
            end -= 1
        chosen = words[at:end]
        if len(chosen) > 1 and chosen[0].low == "the":
            chosen = chosen[1:]
        if len(chosen) > 1 and any(w.low in things for w in chosen):
            found.append(" ".join(page.text[chosen[0].start : chosen[-1].end].split()))
        at = max(end, at + 1)
    return found
