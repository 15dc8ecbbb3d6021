"""Which sentences speak of what is promised. Either is looked for by the rarest words of the promise: to speak of so many
of its words, a sentence must have one of all but so few of them."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, text

from dragoman.record import schema
from dragoman.record.following.promise import Thing
from dragoman.record.following.signs import SAYS, TOPIC, Sign

COVERED = 0.6
"""How much of what is promised a sentence must speak of, to say that it was done."""
PUT_OFF = 0.45
"""The same, to say that it was put off or called off: such sentences are shorter."""
ANEW = 0.5
"""How much of an undertaking a later one must speak of to take its place."""
EVER = "9999-99-99"
"""Later than any day."""
_FEW = 3
_LEAST = 2
_COUNTED = 2000
"""Signs of one word that are counted to find how rare it is."""
_AHEAD = (50, 400, 3200)
"""Days after a promise in which to look first, and then: most of what is done, is done soon."""
_W, _P = schema.sign_word.c, schema.promised_word.c


class Hit(NamedTuple):
    """A sign that speaks of what is promised. `says`: bits of `SAYS`. `share`: of how much of it, 0 to 1; `whole`: of enough to say that it was
    done."""

    day: str
    dispatch: str
    start: int
    end: int
    sign: int
    says: int
    share: float
    whole: bool

    def says_that(self, what: str) -> bool:
        return bool(self.says & SAYS[what])


def whole(share: float, size: int) -> bool:
    """Whether a share of so many words is enough to say that they were done: all of what is said in few words."""
    return share >= (1.0 if size <= _FEW else COVERED)


def least(size: int) -> int:
    """Of so many words, the fewest that a sentence must have to speak of them at all."""
    return max(_LEAST, math.ceil(PUT_OFF * size))


class Hits:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rarity: dict[str, int] = {}
        self._newest = str(connection.execute(select(func.max(schema.sign.c.day))).scalar() or "")

    def count(self, things: Iterable[Thing]) -> None:
        """Looks up how rare the words of some things are."""
        words = {word for thing in things for word in thing} - self._rarity.keys()
        query = _COUNT.bindparams(words=_listed(sorted(words)), most=_COUNTED)
        self._rarity.update({word: int(number) for word, number in self._connection.execute(query)})

    def rarest(self, thing: Thing) -> list[str]:
        """The rarest words of a thing that was counted, one of which any sentence must have that speaks of it; none where
        none can."""
        return sorted(thing, key=lambda word: (self._rarity[word], word))[: max(0, len(thing) - least(len(thing)) + 1)]

    def about(self, thing: Thing, since: str, wanted: Collection[str]) -> Iterator[list[Hit]]:
        """The signs published from a day on that speak of a thing and say one of `wanted`, as that stands when a lot is
        asked for, by day and place; lot by lot, each of later days than the one before."""
        rare = self.rarest(thing)
        if not rare:
            return
        first = since
        for last in self._lots(since):
            bits = sum(SAYS[say] for say in wanted)
            query = _ABOUT.bindparams(
                rare=_listed(rare), thing=_listed(thing), first=first, last=last, bits=bits, least=least(len(thing))
            )
            size = len(thing)
            yield sorted(
                Hit(day, home, start, end, number, says, shared / size, whole(shared / size, size))
                for number, day, home, start, end, says, shared in self._connection.execute(query)
            )
            first = last

    def _lots(self, since: str) -> Iterator[str]:
        """The ends (exclusive) of the times to look through."""
        for ahead in _AHEAD:
            try:
                last = (date.fromisoformat(since) + timedelta(ahead)).isoformat()
            except OverflowError:
                break
            if last > self._newest:
                break
            yield last
        yield EVER

    def settling(self, issues: Iterable[str], since: str) -> Iterator[Any]:
        """The signs after a day that say that something was settled on one of some issues, by day and place."""
        marks = [f"{TOPIC}{issue}" for issue in issues]
        table = schema.sign.c
        told = select(_W.sign).where(_W.word.in_(marks), _W.day > since)
        return iter(
            self._connection.execute(
                select(schema.sign).where(table.id.in_(told)).order_by(table.day, table.dispatch, table.start)
            )
        )

    def promising(self, sign: Sign) -> set[str]:
        """The undertakings of which a sign speaks, and of which it can change what became of them."""
        found: set[str] = set()
        words = _listed(sorted(sign.words))
        for entry, thing, done_by, anew_by, off_by in self._connection.execute(
            _PROMISING.bindparams(words=words, day=sign.day)
        ):
            listed = thing.split(" ")
            share = len(sign.words.intersection(listed)) / len(listed)
            if (
                ("done" in sign.says and sign.day <= done_by and whole(share, len(listed)))
                or ("anew" in sign.says and sign.day <= anew_by and share >= ANEW)
                or ("off" in sign.says and sign.day <= off_by and share >= PUT_OFF)
            ):
                found.add(entry)
        return found


def _listed(words: Iterable[str]) -> str:
    return json.dumps([word for word in words if not word.startswith(TOPIC)])


_COUNT = text(
    "SELECT t.value, (SELECT count(*) FROM (SELECT 1 FROM sign_word WHERE word = t.value LIMIT :most)) "
    "FROM json_each(:words) AS t"
)
_ABOUT = text(
    "WITH near AS MATERIALIZED (SELECT DISTINCT day, sign, says FROM sign_word "
    "WHERE word IN (SELECT value FROM json_each(:rare)) AND day >= :first AND day < :last AND says & :bits), "
    "counted AS MATERIALIZED (SELECT near.sign, near.says, (SELECT count(*) FROM json_each(:thing) AS t "
    "CROSS JOIN sign_word AS w WHERE w.word = t.value AND w.day = near.day AND w.sign = near.sign) AS shared FROM near) "
    'SELECT s.id, s.day, s.dispatch, s.start, s."end", c.says, c.shared FROM counted AS c '
    "CROSS JOIN sign AS s ON s.id = c.sign WHERE c.shared >= :least"
)
_PROMISING = text(
    "SELECT p.entry, p.words, p.done_by, p.anew_by, p.off_by FROM promised AS p WHERE p.since <= :day AND p.id IN "
    "(SELECT promised FROM promised_word WHERE word IN (SELECT value FROM json_each(:words)) AND until >= :day)"
)
