"""Wordings that a side's dispatches repeat and that no desk lists: candidates for set phrases, with what speaks for
them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection

from dragoman.desk.desk import Desk
from dragoman.record import wording
from dragoman.record.wording import RUN, Laid, Word, Worded
from dragoman.span import Span
from dragoman.views.contract import Evidence, Sources

LOOKED_AT = 1200
"""Dispatches looked at, the newest."""
LEAST = 3
"""Independent sources of a side that a wording must have."""
MOST = 3000
"""Runs of words looked for, those of most sources."""
READ = 8
"""Dispatches of a side read to find where they stand."""
WEIGHED = 40
"""Wordings of a side weighed, the likeliest."""
LONGEST = 9
"""Words that a wording may have."""
GOES_ON = 0.7
"""A wording goes on to the next word where so many of its sources do."""
HOLDS = 0.3
"""The least association."""
QUOTED = 3

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that `side`'s outlets repeat and no desk lists. `sources`: theirs that carry it; `elsewhere`:
    independent sources of others. `c_value`: how likely it is a term, by its length and sources, those of longer
    candidates that hold it taken off (Frantzi, Ananiadou and Mima 2000). `association`: how much oftener its words stand
    together than chance would have it, from -1 to 1 (pointwise mutual information of its words over sentences,
    normalised, Bouma 2009). `first_day`, `last_day`: of publication. `evidence`: the first use and the newest."""

    words: str
    side: str | None
    sources: Sources
    elsewhere: int
    c_value: float
    association: float
    first_day: str | None
    last_day: str | None
    evidence: tuple[Evidence, ...]


def candidates(
    connection: Connection, pack: Desk | None, side: str | None, since: date | None, until: date | None, most: int
) -> list[Candidate]:
    """Of one side, or of each where None is given, those with the greatest C-value, at most so many of each."""
    shelf = _Shelf(wording.worded(connection, since, until, LOOKED_AT))
    small = pack.word_set("phrase-small") if pack else frozenset()
    sides = [side] if side else sorted({one.side for one in shelf.listed if one.side})
    reading = _Reading(connection)
    found: list[Candidate] = []
    for one in sides:
        guesses = _guesses(shelf, one, small, reading)
        found += _weighed(connection, shelf, guesses, one, pack, reading, most)
    return found


class _Reading:
    """Dispatches as laid out, each read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[str, Laid] = {}

    def __getitem__(self, dispatch: str) -> Laid:
        if dispatch not in self._read:
            self._read[dispatch] = wording.laid(self._connection, dispatch)
        return self._read[dispatch]


class _Shelf:
    """Dispatches by the runs of words that they hold."""

    def __init__(self, listed: Sequence[Worded]) -> None:
        self.listed = listed
        self.runs: list[Any] = [np.frombuffer(one.runs, dtype="<u8") for one in listed]
        every = np.concatenate(self.runs) if listed else np.array([], dtype="<u8")
        owners = np.repeat(np.arange(len(listed)), [run.size for run in self.runs])
        order = np.argsort(every, kind="stable")
        self._numbers, self._owners = every[order], owners[order]

    def carrying(self, keys: Keys) -> list[Worded]:
        """The dispatches that hold every run of a wording, newest first."""
        held: set[int] | None = None
        for at in range(len(keys) - RUN + 1):
            number = np.uint64(wording.number(iter(keys[at : at + RUN])))
            first, last = np.searchsorted(self._numbers, number), np.searchsorted(self._numbers, number, "right")
            mine = set(self._owners[first:last].tolist())
            held = mine if held is None else held & mine
        return [self.listed[n] for n in sorted(held or ())]

    def common(self, side: str) -> dict[int, int]:
        """The runs that enough sources of a side carry, with how many do."""
        first: dict[str, int] = {}
        for n, one in enumerate(self.listed):
            if one.side == side:
                first.setdefault(one.source, n)
        if not first:
            return {}
        numbers, counts = np.unique(np.concatenate([self.runs[n] for n in first.values()]), return_counts=True)
        often = counts >= LEAST
        ranked = sorted(zip(counts[often].tolist(), numbers[often].tolist(), strict=True), key=lambda p: (-p[0], p[1]))
        return {number: count for count, number in ranked[:MOST]}


def _guesses(shelf: _Shelf, side: str, small: frozenset[str], reading: _Reading) -> list[Keys]:
    """The wordings that the common runs are parts of, as far as a few dispatches show them, the likeliest first. A
    dispatch that shows hardly any new ones is passed over."""
    common = shelf.common(side)
    left = np.array(sorted(common), dtype="<u8")
    found: dict[Keys, int] = {}
    read = 0
    for one, mine in zip(shelf.listed, shelf.runs, strict=True):
        if one.side != side:
            continue
        if not left.size or read == READ:
            break
        new = np.intersect1d(mine, left, assume_unique=True)
        if new.size < LEAST and new.size * READ < left.size:
            continue
        read += 1
        left = np.setdiff1d(left, mine, assume_unique=True)
        shown = reading[one.dispatch]
        for sentence in shown.sentences:
            for keys, count in _chains(sentence, shown.known, common, small):
                found[keys] = max(count, found.get(keys, 0))
    return sorted(found, key=lambda keys: (-found[keys] * math.log2(len(keys)), keys))[:WEIGHED]


def _chains(
    listed: Sequence[Word], known: Iterable[Span], common: dict[int, int], small: frozenset[str]
) -> Iterator[tuple[Keys, int]]:
    """The stretches of a sentence whose every run of words is common, as far as most of the sources go along, without
    small words at the ends and without what has a name already."""
    runs = [(at, number) for at, number in wording.runs(listed) if number in common]
    if not runs:
        return
    shut = [n for n, word in enumerate(listed) if any(word.span.overlaps(span) for span in known)]
    counts = {at: common[n] for at, n in runs if not any(at <= n < at + RUN for n in shut)}
    for at in sorted(counts, key=lambda a: (-counts[a], a)):
        if at not in counts:
            continue
        first = last = at
        while last + 1 in counts and counts[last + 1] >= GOES_ON * counts[at] and last + RUN - first < LONGEST:
            last += 1
        while first - 1 in counts and counts[first - 1] >= GOES_ON * counts[at] and last + RUN - first < LONGEST:
            first -= 1
        least = min(counts.pop(place) for place in range(first, last + 1))
        keys = [word.key for word in listed[first : last + RUN]]
        while keys and (keys[0] in small or keys[0].isdigit()):
            keys.pop(0)
        while keys and (keys[-1] in small or keys[-1].isdigit()):
            keys.pop()
        if len(keys) >= RUN and sum(key not in small for key in keys) > 1:
            yield tuple(keys), least


def _weighed(
    connection: Connection,
    shelf: _Shelf,
    guesses: Sequence[Keys],
    side: str,
    pack: Desk | None,
    reading: _Reading,
    most: int,
) -> list[Candidate]:
    carrying = {keys: shelf.carrying(keys) for keys in guesses}
    mine = {keys: [one for one in listed if one.side == side] for keys, listed in carrying.items()}
    often = {keys: len({one.source for one in listed}) for keys, listed in mine.items()}
    kept = [keys for keys in guesses if often[keys] >= LEAST and not (pack and " ".join(keys) in pack.place_names)]
    values = {keys: _c_value(keys, kept, often) for keys in kept}
    spread = wording.spread(connection, {word for keys in kept for word in keys})
    found: list[Candidate] = []
    for keys in sorted(kept, key=lambda keys: (-values[keys], keys)):
        if len(found) == most or values[keys] <= 0:
            break
        association = _association(keys, len(carrying[keys]) * spread.dispatches / len(shelf.listed), spread)
        listed = sorted(mine[keys], key=lambda one: (one.day is None, one.day or "", one.dispatch))
        shown = _shown(listed, keys, reading) if association >= HOLDS else ()
        if shown:
            days = [one.day for one in listed if one.day]
            found.append(
                Candidate(
                    words=" ".join(shown[-1].text.split()),
                    side=side,
                    sources=Sources(often[keys], len(listed)),
                    elsewhere=len({one.source for one in carrying[keys] if one.side != side}),
                    c_value=round(values[keys], 2),
                    association=round(association, 3),
                    first_day=min(days, default=None),
                    last_day=max(days, default=None),
                    evidence=shown,
                )
            )
    return found


def _c_value(keys: Keys, kept: Iterable[Keys], often: dict[Keys, int]) -> float:
    whole = f" {' '.join(keys)} "
    above = [often[other] for other in kept if len(other) > len(keys) and whole in f" {' '.join(other)} "]
    return math.log2(len(keys)) * (often[keys] - (sum(above) / len(above) if above else 0))


def _association(keys: Keys, together: float, spread: wording.Spread) -> float:
    """`together`: sentences in which the words stand so, about."""
    total = spread.sentences
    if not 0 < together < total:
        return 0.0
    chance = sum(math.log(max(spread.words.get(key, 0), together) / total) for key in keys)
    real = math.log(together / total)
    return (real - chance) / (-(len(keys) - 1) * real)


def _shown(listed: Sequence[Worded], keys: Keys, reading: _Reading) -> tuple[Evidence, ...]:
    """The words in the first and the newest of some dispatches; none where one of these has them within a name."""
    found: list[Evidence] = []
    for one in dict.fromkeys((listed[0], *listed[-QUOTED + 1 :])):
        laid = reading[one.dispatch]
        span = next((span for sentence in laid.sentences if (span := _where(sentence, keys))), None)
        if span is None or any(span.overlaps(known) for known in laid.known):
            return ()
        found.append(Evidence(one.dispatch, span.start, span.end, span.of(laid.text)))
    return tuple(found)


def _where(listed: Sequence[Word], keys: Keys) -> Span | None:
    for at in range(len(listed) - len(keys) + 1):
        run = listed[at : at + len(keys)]
        if tuple(word.key for word in run) == keys:
            return Span(run[0].span.start, run[-1].span.end)
    return None
