"""Sentences that say that something was done, put off, settled or arranged anew. Whether a sentence is one depends on its
dispatch alone, so it is looked for once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.desk.desk import Desk
from dragoman.evening import even
from dragoman.record import schema
from dragoman.record.batches import BATCH, batches
from dragoman.record.following.promise import Piece
from dragoman.record.lexicon import Lexicon, spoken

SAYS = {"done": 1, "off": 2, "settled": 4, "anew": 8}
"""What a sign can say, as the bits that are kept beside each of its words."""
TOPIC = "issue "
"""Begins the mark of a sentence that speaks of an issue; all others are words."""
_CAPITAL = re.compile(r"(?=\b([A-Z][^\W\d_]+\s[A-Z][^\W\d_]+|[A-Z][^\W\d_]+))")
"""Words that begin with a capital, in twos where two stand together."""
_CLAUSE = re.compile(r"[,;:]|\b(?:which|who|where|when|after|before|while|because|since|although|but)\b")
_ASIDE = re.compile(r"\b(?:which|who|whom|whose|where)\b")
_NEAR = 400
"""Characters on either side of a later undertaking in which it is said that the time is set anew."""
_REMEMBERED = 50_000
"""Dispatches of which it is remembered which countries they name."""
_Stored = tuple[str, frozenset[str], frozenset[str]]
"""A sign's day, what it says and its words."""
_S, _W, _D = schema.sign.c, schema.sign_word.c, schema.dispatch.c


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence and the day on which it was published. `says`: of `SAYS`. `words`: what it speaks of, and, where it says
    that something was settled, the issues."""

    piece: Piece
    day: str
    says: frozenset[str]
    words: frozenset[str]


class Signs:
    def __init__(self, connection: Connection, pack: Desk | None, words: Lexicon) -> None:
        self._connection, self._pack, self._words = connection, pack, words
        self._named: dict[str, set[str]] = {}

    def keep(self, dispatches: Iterable[str]) -> list[Sign]:
        """Writes the signs of some dispatches in the place of those that were there; gives those that were not, and those
        that say that something is arranged anew, which depends on what becomes of the undertaking beside."""
        fresh: list[Sign] = []
        for keys in batches(dispatches):
            before = self._kept(keys)
            now = {(s.piece.dispatch, s.piece.start, s.piece.end): s for s in self._found(keys)}
            old = {key for key, (_, kept) in before.items() if key not in now or kept != _stored(now[key])}
            gone = sorted(before[key][0] for key in old)
            for at in range(0, len(gone), BATCH):
                self._connection.execute(delete(schema.sign).where(_S.id.in_(gone[at : at + BATCH])))
            made = {key: sign for key, sign in sorted(now.items()) if key not in before or key in old}
            if made:
                self._write(list(made.values()))
            fresh += [sign for key, sign in sorted(now.items()) if key in made or "anew" in sign.says]
        return fresh

    def _write(self, made: Sequence[Sign]) -> None:
        first = (self._connection.execute(select(func.max(_S.id))).scalar() or 0) + 1
        rows, words = [], []
        for number, sign in enumerate(made, first):
            at = sign.piece
            said = {"says": " ".join(sorted(sign.says)), "day": sign.day}
            rows.append({"id": number, "dispatch": at.dispatch, "start": at.start, "end": at.end, **said})
            bits = sum(SAYS[say] for say in sign.says)
            words += [{"word": w, "day": sign.day, "sign": number, "says": bits} for w in sorted(sign.words)]
        self._connection.execute(insert(schema.sign), rows)
        if words:
            self._connection.execute(insert(schema.sign_word), words)

    def _kept(self, dispatches: Sequence[str]) -> dict[tuple[str, int, int], tuple[int, _Stored]]:
        """The signs of some dispatches that are there, by their places, with their numbers."""
        inside = _S.dispatch.in_(dispatches)
        words: dict[int, set[str]] = {}
        for number, word in self._connection.execute(
            select(_W.sign, _W.word).join(schema.sign, _S.id == _W.sign).where(inside)
        ):
            words.setdefault(number, set()).add(word)
        return {
            (row.dispatch, row.start, row.end): (
                row.id,
                (row.day, frozenset(row.says.split()), frozenset(words.get(row.id, ()))),
            )
            for row in self._connection.execute(select(schema.sign).where(inside))
        }

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
            before: set[str] = set()
            for _, start, end in spans.get(home, ()):
                says = self._says(text, start, end, vows.get(home, ()))
                words = set(spoken(text[start:end], self._words)) if says else set()
                said = set(words)
                if "anew" in says and words & before:  # "The link will now open in May": the link spoken of just before
                    words |= before
                before = said if "off" in says else set()
                if says:
                    if "settled" in says:
                        words |= {f"{TOPIC}{t[3]}" for t in topics.get(home, ()) if t[1] < end and start < t[2]}
                    yield Sign(Piece(home, start, end, text[start:end]), day, frozenset(says), frozenset(words))

    def _says(self, text: str, start: int, end: int, vows: Sequence[Any]) -> set[str]:
        low = even(text[start:end])
        said = set()
        if not _asks(low):
            if self._completed(low):
                said.add("done")
            if self._has("lapse", low):
                said.add("off")
            if self._has("settled", low) and not self._has("not-yet", low):
                said.add("settled")
        promised = any(s < end and start < e for _, s, e in vows)
        if promised and self._has("rearranged", even(text[max(0, start - _NEAR) : end + _NEAR])):
            said.add("anew")
        return said

    def _completed(self, low: str) -> bool:
        """Whether a clause says that something was done, and does not say that it is still to come: "was opened on Friday, as
        they had agreed to do in May". What is told of a thing by "which" says nothing where the thing is only asked for: "requested
        the opening, for which they had published a plan"."""
        if self._pack is None:
            return False
        for span, *_ in self._pack.matcher("completion").find(low):
            first = max((m.end() for m in _CLAUSE.finditer(low, 0, span.start)), default=0)
            last = _CLAUSE.search(low, span.end)
            aside = next((m.start() for m in _ASIDE.finditer(low, 0, span.start)), None)
            if aside is not None and self._has("not-yet", low[:aside]):
                continue  # "asked for the opening, for which they had set a day": what was done is another thing
            if not self._has("not-yet", low[first : last.start() if last else len(low)]):
                return True
        return False

    def tells_of(self, dispatch: str, sentence: str, countries: Collection[str]) -> bool:
        """Whether a sentence can speak of what some countries promised: its dispatch names no country, or all of these; or some
        of them, and the sentence none besides. Another pair's commission of the same name shows nothing."""
        if self._pack is None or not countries:
            return True
        if dispatch not in self._named:
            text, home = self._connection.execute(select(_D.text, _D.outlet_country).where(_D.id == dispatch)).one()
            if len(self._named) >= _REMEMBERED:
                self._named.clear()
            self._named[dispatch] = self._countries(text) | ({home} if home else set())
        named = self._named[dispatch]
        if not named or named >= set(countries):
            return True
        return bool(named & set(countries)) and self._countries(sentence) <= set(countries)

    def _countries(self, text: str) -> set[str]:
        """The countries that words of a text name."""
        words = {said for found in _CAPITAL.findall(text) for said in (found, found.split()[0])}
        return {code for word in words if self._pack and (code := self._pack.country_of(" ".join(word.split())))}

    def arranged(self, text: str) -> bool:
        return self._has("rearranged", even(text))

    def put_off(self, text: str) -> bool:
        low = even(text)
        return self._has("lapse", low) and not _asks(low)

    def _has(self, group: str, evened: str) -> bool:
        return self._pack is not None and next(iter(self._pack.matcher(group).find(evened)), None) is not None


def _stored(sign: Sign) -> _Stored:
    return sign.day, sign.says, sign.words


def _by_home(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(tuple(row))
    return found


def _asks(evened: str) -> bool:
    """A question states nothing."""
    return evened.rstrip(" \"'”’)").endswith("?")
