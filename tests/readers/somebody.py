"""Reading the people of a text, for the tables that show them."""

from __future__ import annotations

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers import people
from dragoman.readers.found import Found
from dragoman.reading import Dating, Person


def read(text: str, packs: tuple[str, ...] = ("world", "en"), published: str | None = None) -> list[Person]:
    found = Found()
    if published:
        found.take([Dating(published)], ("dating",))
    return list(people.read(lay(Dispatch(text), desk(packs)), found))


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(p.name, p.country, [o.title for o in p.offices]) for p in read(text)]
