"""Sentences that say that something was done, put off, settled or arranged anew: which things, is found when promises are
followed. Whether a sentence is one depends on its dispatch alone, so it is looked for once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.desk.desk import Desk
from dragoman.evening import even
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.following.promise import Piece, Promise
from dragoman.record.lexicon import Lexicon, spoken

COVERED = 0.6
"""How much of what is promised a sentence must speak of, to say that it was done."""
PUT_OFF = 0.45
"""The same, to say that it was put off or called off: such sentences are shorter."""
ANEW = 0.5
"""How much of an undertaking a later one must speak of to take its place."""
TOPIC = "issue "
"""Begins the mark of a sentence that speaks of an issue; all others are words."""
_FEW = 3
_NEAR = 400
"""Characters on either side of a later undertaking in which it is said that the time is set anew."""
_S, _W, _D = schema.sign.c, schema.sign_word.c, schema.dispatch.c


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence and the day on which it was published. `says`: done, off, settled, anew."""

    piece: Piece
    day: str
    says: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A sign that speaks of what is promised. `share`: of how much of it, 0 to 1; `whole`: of enough to say that it was
    done; `topical`: of the issue that the promise is to settle."""

    day: str
    dispatch: str
    start: int
    end: int
    says: frozenset[str]
    share: float
    whole: bool
    topical: bool


def enough(size: int) -> float:
    """How much of so many things a sentence must speak of, to say that they were done: all of what is said in few
    words."""
    return 1.0 if size <= _FEW else COVERED


class Signs:
    def __init__(self, connection: Connection, pack: Desk | None, words: Lexicon) -> None:
        self._connection, self._pack, self._words = connection, pack, words
        self._asked_of = ""
        self._answers: dict[tuple[str, tuple[str, ...]], Sequence[Any]] = {}

    def keep(self, dispatches: Iterable[str]) -> list[int]:
        """Writes the signs of some dispatches in the place of those that were there; gives the ids of those that were
        not."""
        fresh: list[int] = []
        for keys in batches(dispatches):
            before = {(r.dispatch, r.start, r.end): r for r in self._rows(keys)}
            now = {(s.piece.dispatch, s.piece.start, s.piece.end): s for s in self._found(keys)}
            old = {key for key, row in before.items() if key not in now or not self._same(row, now[key])}
            self._connection.execute(delete(schema.sign).where(_S.id.in_([before[key].id for key in old])))
            made = [(key, sign) for key, sign in sorted(now.items()) if key not in before or key in old]
            first = (self._connection.execute(select(func.max(_S.id))).scalar() or 0) + 1
            fresh += range(first, first + len(made))
            if made:
                self._write(first, [sign for _, sign in made])
        return fresh

    def _write(self, first: int, made: Sequence[Sign]) -> None:
        rows, words = [], []
        for number, sign in enumerate(made, first):
            at = sign.piece
            rows.append(
                {
                    "id": number,
                    "dispatch": at.dispatch,
                    "start": at.start,
                    "end": at.end,
                    "says": " ".join(sorted(sign.says)),
                    "day": sign.day,
                }
            )
            words += [{"word": word, "sign": number} for word in sorted(sign.words)]
        self._connection.execute(insert(schema.sign), rows)
        if words:
            self._connection.execute(insert(schema.sign_word), words)

    def _same(self, row: Any, sign: Sign) -> bool:
        if (row.says, row.day) != (" ".join(sorted(sign.says)), sign.day):
            return False
        words = self._connection.execute(select(_W.word).where(_W.sign == row.id)).scalars()
        return set(words) == sign.words

    def _rows(self, dispatches: Sequence[str]) -> list[Any]:
        return list(self._connection.execute(select(schema.sign).where(_S.dispatch.in_(dispatches))))

    def _found(self, dispatches: Sequence[str]) -> Iterable[Sign]:
        sentence, promised, topic = schema.sentence.c, schema.commitment.c, schema.issue.c
        dated = _D.last_day.is_not(None)
        texts = self._connection.execute(select(_D.id, _D.text, _D.last_day).where(_D.id.in_(dispatches), dated)).all()
        spans = _by_home(
            self._connection.execute(
                select(sentence.dispatch, sentence.start, sentence.end)
                .where(sentence.dispatch.in_(dispatches))
                .order_by(sentence.dispatch, sentence.start)
            )
        )
        vows = _by_home(
            self._connection.execute(
                select(promised.dispatch, promised.start, promised.end).where(
                    promised.dispatch.in_(dispatches), promised.rejected.is_(False)
                )
            )
        )
        topics = _by_home(
            self._connection.execute(
                select(topic.dispatch, topic.start, topic.end, topic.issue).where(
                    topic.dispatch.in_(dispatches), topic.rejected.is_(False)
                )
            )
        )
        for home, text, day in texts:
            for _, start, end in spans.get(home, ()):
                says = self._says(text, start, end, vows.get(home, ()))
                if says:
                    words = set(spoken(text[start:end], self._words))
                    words |= {f"{TOPIC}{t[3]}" for t in topics.get(home, ()) if t[1] < end and start < t[2]}
                    yield Sign(Piece(home, start, end, text[start:end]), day, frozenset(says), frozenset(words))

    def _says(self, text: str, start: int, end: int, vows: Sequence[Any]) -> set[str]:
        low = even(text[start:end])
        said = set()
        if not _asks(low):
            if self._has("completion", low) and not self._has("not-yet", low):
                said.add("done")
            if self._has("lapse", low):
                said.add("off")
            if self._has("settled", low) and not self._has("not-yet", low):
                said.add("settled")
        promised = any(s < end and start < e for _, s, e in vows)
        if promised and self._has("rearranged", even(text[max(0, start - _NEAR) : end + _NEAR])):
            said.add("anew")
        return said

    def put_off(self, text: str) -> bool:
        low = even(text)
        return self._has("lapse", low) and not _asks(low)

    def _has(self, group: str, evened: str) -> bool:
        return self._pack is not None and next(iter(self._pack.matcher(group).find(evened)), None) is not None

    def about(self, promise: Promise) -> list[Hit]:
        """The signs published from the day of a promise on that speak of what is promised, or, of what it seeks, of its
        issues; by day and place."""
        columns = (_S.id, _S.day, _S.dispatch, _S.start, _S.end, _S.says)
        found: dict[int, Hit] = {}
        for thing in sorted({tuple(sorted(thing)) for thing in promise.objects}):
            for key, day, home, start, end, says, shared in self._near(promise.entry, str(promise.since), thing):
                share = shared / len(thing)
                other = found.get(key)
                whole = share >= enough(len(thing)) or (other is not None and other.whole)
                most = max(share, other.share if other else 0.0)
                found[key] = Hit(day, home, start, end, frozenset(says.split()), most, whole, False)
        if promise.seeking:
            marks = [f"{TOPIC}{issue}" for issue in promise.issues]
            topical = select(*columns).join(schema.sign_word, _W.sign == _S.id).where(_W.word.in_(marks))
            for key, day, home, start, end, says in self._connection.execute(topical.where(_S.day >= promise.since)):
                one = found.get(key) or Hit(day, home, start, end, frozenset(says.split()), 0.0, False, True)
                found[key] = replace(one, topical=True)
        return sorted(found.values())

    def _near(self, entry: str, since: str, thing: tuple[str, ...]) -> Sequence[Any]:
        """Signs that speak of enough of one telling's things; what was asked for one undertaking is kept until the
        next."""
        if self._asked_of != entry:
            self._asked_of, self._answers = entry, {}
        if (since, thing) not in self._answers:
            least = max(2, math.ceil(PUT_OFF * len(thing)))
            near = (
                select(_S.id, _S.day, _S.dispatch, _S.start, _S.end, _S.says, func.count())
                .join(schema.sign_word, _W.sign == _S.id)
                .where(_W.word.in_(thing), _S.day >= since)
                .group_by(_S.id)
                .having(func.count() >= least)
            )
            self._answers[since, thing] = self._connection.execute(near).all()
        return self._answers[since, thing]

    def pieces(self, hits: Iterable[Hit]) -> tuple[Piece, ...]:
        """The sentences of some signs."""
        made = []
        for one in hits:
            text = func.substr(_D.text, one.start + 1, one.end - one.start)
            words = self._connection.execute(select(text).where(_D.id == one.dispatch)).scalar_one()
            made.append(Piece(one.dispatch, one.start, one.end, words))
        return tuple(made)

    def load(self, keys: Iterable[int]) -> list[Sign]:
        """Signs by their ids."""
        found: list[Sign] = []
        listed = sorted(keys)
        for at in range(0, len(listed), 400):
            some = listed[at : at + 400]
            rows = self._connection.execute(
                select(schema.sign, func.substr(_D.text, _S.start + 1, _S.end - _S.start).label("text"))
                .join(schema.dispatch, _D.id == _S.dispatch)
                .where(_S.id.in_(some))
            ).all()
            words: dict[int, set[str]] = {row.id: set() for row in rows}
            for word, sign in self._connection.execute(
                select(_W.word, _W.sign).where(_W.sign.in_([row.id for row in rows]))
            ):
                words[sign].add(word)
            for row in rows:
                piece = Piece(row.dispatch, row.start, row.end, row.text)
                found.append(Sign(piece, row.day, frozenset(row.says.split()), frozenset(words[row.id])))
        return found


def _by_home(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(tuple(row))
    return found


def _asks(evened: str) -> bool:
    """A question states nothing."""
    return evened.rstrip(" \"'”’)").endswith("?")
