"""How text is cut into words, and the phrases that the packs know, cut the same way."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered

WORD = re.compile(
    r"[^\W\d_]\.(?:[^\W\d_]\.)+|[A-Z][a-z]?\.(?:[A-Z][a-z]?\.)+(?= ?[A-Z])|(?:[A-Z]|Y[aeu]|[CSZ]h)\.(?= ?[A-Z])|(?:Smt|Amb|Engr|Eng|Barr|Ir|Mdm|Ing|Arq|Lic|Mme|St|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rep|Sen|Gov|Hon|Rev|Jr|Sr|Sens|Reps|Govs|Corp|Inc|Ltd)\.|[^\W_]+(?:['-][^\W\d_]+)*'?|[^\w\s]"
)


@lru_cache(maxsize=16)
def lexicon(desk: Desk) -> tuple[dict[str, list[int]], dict[tuple[str, ...], list[tuple[str, str | None, bool]]]]:
    """How many words the phrases have that begin with a word, longest first, and by phrase: (kind, value, asks for a capital)."""
    sizes: dict[str, set[int]] = defaultdict(set)
    found: dict[tuple[str, ...], list[tuple[str, str | None, bool]]] = defaultdict(list)

    def enter(phrase: str, kind: str, value: str | None, capital: bool) -> None:
        words = tuple(w.rstrip(".") if len(w) > 1 else w for w in _split(lowered(phrase)))
        if words and all(w.isascii() or not re.search(r"[\u0370-\uffff]", w) for w in words):
            sizes[words[0]].add(len(words))
            found[words].append((kind, value, capital))

    for code, country in desk.countries.items():
        for name in (country.name, *country.aliases):
            enter(name, "country", code, True)
        for name in country.demonyms:
            enter(name, "demonym", code, True)
        for name in (*((country.capital,) if country.capital else ()), *country.metonyms):
            enter(name, "place", code, True)
    for body in desk.bodies.values():
        for name in (body.name, *body.also):
            enter(name, "body", body.id, True)
    for outlet in desk.outlets.values():
        for name in (outlet.name, *outlet.also):
            if lowered(name).partition(" of ")[0] not in desk.titles:  # the site of an office is named like its holder
                enter(name, "outlet", outlet.id, True)
    for place in desk.places.values():
        for name in (place.name, *place.also, *place.by_side.values()):
            enter(name, "place", place.country, True)
    for title in desk.titles:
        enter(title, "title", title, False)
        if title.isalpha() and not title.endswith("s"):
            enter(title + "s", "titles", title, False)
    return {first: sorted(lengths, reverse=True) for first, lengths in sizes.items()}, dict(found)


def _split(text: str) -> list[str]:
    """A pack's phrase cut as a sentence's words are, so that the two can be compared."""
    found: list[str] = []
    for match in WORD.finditer(text):
        word = match[0].removesuffix("'") if len(match[0]) > 1 else match[0]
        found += [word[:-2], "'s"] if word.endswith("'s") and len(word) > 2 else [word]
    return found
