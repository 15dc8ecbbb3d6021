"""From sources into the record: read what is new or was read by others, keep it, and bring the entries up to date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dragoman.desk.desk import desk
from dragoman.desk.pack import folders
from dragoman.dispatch import Dispatch
from dragoman.name import fold

if TYPE_CHECKING:
    from dragoman.errors import ReadingError
    from dragoman.record.lore import Lore
    from dragoman.record.store import Record
    from dragoman.views.query import Query

Progress = Callable[["Step"], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One dispatch taken in. `added`: new here, or read anew; else it was there as these readers read it. `done`: how
    many so far."""

    dispatch: Dispatch
    added: bool
    done: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What an intake did. `added` and `known`: ids of dispatches, in the order they came, each once. `failed`: the
    errors of those at which a reader fails; nothing of them is kept."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    failed: tuple[ReadingError, ...] = ()


def intake(
    record: Record,
    dispatches: Iterable[Dispatch],
    desks: Sequence[str] | None = None,
    *,
    at: datetime,
    progress: Progress | None = None,
    resolve: bool = True,
    processes: int = 1,
) -> Taken:
    """Reads dispatches and keeps them, one transaction each, then resolves. A dispatch that is there as these readers
    and desks read it is not read again. `desks`: as for `read`. `at`: now. `processes`: how many read at a time; the record is the same. DeskError for a desk that is missing or
    malformed, RecordError where the record cannot be written; what was taken in before stays."""
    from dragoman.readers.many import readings  # the language model's weight, only where something is read
    from dragoman.readers.read import made_by

    def new(dispatch: Dispatch) -> bool:
        made = record.made_by(dispatch.id)
        return made is None or made != made_by(dispatch, desks)

    added: dict[str, None] = {}
    known: dict[str, None] = {}
    failed: list[ReadingError] = []
    read = readings(dispatches, desks, processes, new, failed.append)
    for done, (dispatch, reading) in enumerate(read, 1):
        fresh = reading is not None and record.add(dispatch, reading, at)
        (added if fresh else known)[dispatch.id] = None
        if progress:
            progress(Step(dispatch, fresh, done))
    if resolve:
        record.resolve(at, lore(desks))
    return Taken(tuple(added), tuple(key for key in known if key not in added), tuple(failed))


def learn(record: Record, query: Query, progress: Callable[[int, int], None] | None = None) -> int:
    """Makes the vectors that a search by meaning will need and the record lacks; gives how many. `progress`: told how many
    more are made and how many there are to make in all. ExtraError where no model is installed, QueryError as the search."""
    from dragoman.meaning import meaning
    from dragoman.record import meanings
    from dragoman.views.search import understood
    from dragoman.views.seeking.near import scope

    model = meaning()
    with record.reads() as connection:
        lacks = meanings.lacking(connection, model.name, scope(connection, understood(query)).dispatches)
    total = sum(lacks.values())
    return meanings.learn(record, model, lacks, (lambda more: progress(more, total)) if progress else None)


def lore(desks: Sequence[str] | None = None) -> Lore:
    """What every installed pack, and those given, know that matching needs: cities and capitals, words that say nothing
    of what is promised, words that say the same, and what countries are called."""
    from dragoman.record.lore import Lore

    cities: dict[str, str] = {}
    countries: dict[str, str] = {}
    idle: set[str] = set()
    alike: dict[str, str] = {}
    for name in dict.fromkeys(("world", *sorted(folders()), *(desks or ()))):
        knowledge = desk((name,))
        for country in knowledge.countries.values():
            for said in (country.name, *country.aliases, *country.demonyms):
                countries.setdefault(" ".join(re.findall(r"[^\W_]+", _key(said))), country.code)
            if country.capital:
                cities.setdefault(_key(country.capital), _key(country.capital))
        for place in knowledge.places.values():
            if place.kind == "city":
                known = cities.get(_key(place.name), _key(place.name))
                for said in (place.name, *place.also, *place.names.values(), *place.by_side.values()):
                    cities.setdefault(_key(said), known)
        idle |= {_key(word) for word in knowledge.words("ledger.idle")}
        for group in knowledge.words("alike"):
            phrases = [_key(phrase) for phrase in group.split("|")]
            for phrase in phrases:
                alike.setdefault(phrase, phrases[0])
    return Lore(cities, frozenset(idle), alike, countries)


def _key(name: str) -> str:
    return " ".join(fold(name).split())
