"""What the words of an office mean: the roles of the packs, and the country that its institution or wording gives away."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.desk.desk import Desk
from dragoman.desk.schema import OfficeTitle
from dragoman.readers.naming.extent import FIELDS, PREPOSITIONS
from dragoman.readers.naming.word import Word

_SENT = frozenset(
    [
        "ambassador",
        "high commissioner",
        "d'affaires",
        "chargé",
        "charge",
        "consul",
        "attache",
        "attaché",
        "envoy",
        "embassy",
        "consulate",
        "mission",
    ]
)
"""Of those whom a state sends abroad, and their houses, the place says only where they stand."""


def _fitting(offices: Sequence[OfficeTitle], country: str | None) -> tuple[str, ...]:
    """The roles that a title may mean in a country: that country's own sense of it, else the general one."""
    own = [o for o in offices if country and o.country == country]
    general = [o for o in offices if o.country is None]
    return tuple(dict.fromkeys(o.role for o in own or general or offices))


def roles_of(chosen: Sequence[Word], head: int, desk: Desk, country: str | None) -> tuple[str, ...]:
    """The roles that the words of an office may mean. What a deputy stands under is not the deputy's own role."""
    deputies = desk.word_set("office-deputies")
    below = next((i for i in range(head) if chosen[i].low in deputies), None)
    for size in range(len(chosen), 0, -1):
        for begin in range(max(1, head)):
            if begin + size > len(chosen) or (below is not None and (begin > below or begin + size < head)):
                continue
            text = " ".join(w.low for w in chosen[begin : begin + size])
            if text in desk.titles and (begin == 0 or begin + size >= head):
                return _fitting(desk.titles[text], country)
    if below is not None:
        return _fitting(desk.titles.get(f"{chosen[below].low} {chosen[head - 1].low}", ()), country)
    return ()


def only_there(title: list[str], desk: Desk) -> str | None:
    """The one country whose packs have a title, where no other country has it."""
    countries = {o.country for o in desk.titles.get(" ".join(title), ())}
    return next(iter(countries)) if len(countries) == 1 else None


def of_its_name(title: list[str], desk: Desk) -> str | None:
    """The country in a title of the packs: named first ("United States Trade Representative"), as the seat or body of a state first
    ("Kremlin spokesman", "State Department spokesman") or after "of" ("Speaker of the Knesset")."""
    opened = [(title[:n], n) for n in (3, 2, 1) if len(title) > n]
    of = next((i + 1 for i, word in enumerate(title) if word == "of"), len(title))
    last = title[of + (title[of : of + 1] == ["the"]) :]
    for words, n in (*opened, *([(last, 0)] if last else [])):
        name = " ".join(words)
        name = (
            f"{name}." if "." in name and f"{name}." in desk.country_names else name
        )  # "U.S.", its last point taken off
        body = desk.body_names.get(name)
        seat = desk.metonyms.get(name) if not n or desk.country_of(name) else None
        if country := (desk.country_names.get(name) if n else None) or (body.country if body else None) or seat:
            return country
    return None


def institution_country(inside: Sequence[Word], desk: Desk) -> str | None:
    """The country of the institution an office is at: by its body, or a country, people or place in its name."""
    for at in range(len(inside) - 1, -1, -1):
        word, after = inside[at], inside[at + 1] if at + 1 < len(inside) else None
        if not word.length or (word.kind == "country" and after and after.low in FIELDS):
            continue
        if word.kind == "body" and word.value and (body := desk.bodies.get(word.value)) and body.country:
            return body.country
        if word.kind == "outlet" and word.value and (site := desk.outlets.get(word.value)) and site.official:
            return site.country  # a ministry that publishes
        if (
            word.kind == "demonym"
            and after
            and after.capital
            and not after.kind
            and after.low not in desk.word_set("thing-words")
        ):
            continue  # a party of a people that lives in more countries than one: "the Serb List"
        if word.kind in ("country", "demonym", "place") and word.value:
            return word.value
    return None


def seated(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words after a head that say where the office is ("of", "at", "in"; "for" of those who speak for it), not what it deals with
    ("for", "on", "with", "to")."""
    kept: list[Word] = []
    seat = False
    speaks = start > 0 and words[start - 1].low.startswith("spokes")
    around = words[max(0, start - 3) : end]
    sent = any(w.low in _SENT or (w.kind == "title" and w.value in _SENT) for w in around)
    for word in words[start:end]:
        if word.low in PREPOSITIONS:
            told = any(w.kind in ("country", "demonym", "body") for w in kept)
            seat = word.low in ("of", "at", "under") or (speaks and word.low == "for")
            seat = seat or (word.low == "in" and not sent and not told)  # "of Kenyan forces in Somalia"
        if seat:
            kept.append(word)
    return kept
