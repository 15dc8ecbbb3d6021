"""What undertakings promise: their own words, and what their dispatches tell beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.desk.desk import Desk
from dragoman.record.following import beside
from dragoman.record.following.gist import BEFORE, Gist, Gists
from dragoman.record.following.promise import Piece, Promise, Row, Thing
from dragoman.record.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class _Told:
    """What one telling says. `sessions`: the series named in it, by entry where that is known, with numbers."""

    gist: Gist
    thing: Thing
    sessions: tuple[tuple[str | None, int | None], ...]
    near: tuple[tuple[str, int | None], ...]
    going: tuple[str, ...]
    issues: frozenset[str]
    plans: tuple[str, ...]


class Promises:
    """Reads what a page of undertakings promises."""

    def __init__(self, connection: Connection, pack: Desk | None, words: Lexicon) -> None:
        self._connection, self._gists = connection, Gists(connection, pack, words)
        self._told: dict[str, _Told] = {}
        self._series: Mapping[str, tuple[str, int | None]] = {}
        self._present: Mapping[str, list[str]] = {}

    def read(
        self, entries: Mapping[str, Row], rows: Mapping[str, Sequence[Row]], told: Mapping[str, str | None]
    ) -> dict[str, Promise]:
        """`entries`: heads by id; `rows`: their findings' rows; `told`: the last
        day on which each of their dispatches was published."""
        marks = {key: {m for row in listed for m in self._gists.of(row).marks} for key, listed in rows.items()}
        named = beside.sessions(self._connection, _homes(rows.values()))
        planned = beside.announced(self._connection, _homes(rows.values()))
        people = beside.mentions(self._connection, _homes(rows[key] for key, said in marks.items() if "visit" in said))
        seeking = [
            k for k, said in marks.items() if "seek" in said and ("attend" in said or not self._meets(rows[k], named))
        ]
        issues = beside.issues(self._connection, _homes(rows[key] for key in seeking))
        self._told = {
            row["id"]: self._tells(
                row, named.get(row["dispatch"], ()), people, issues, planned.get(row["dispatch"], ())
            )
            for listed in rows.values()
            for row in listed
        }
        counts = {key for key, listed in rows.items() if any(self._gists.of(row).ordinals for row in listed)}
        self._series = beside.made_at(
            self._connection, [entries[k] for k, said in marks.items() if said & {"round", "meet"} or k in counts]
        )
        self._present = beside.there(self._connection, [entries[key] for key, said in marks.items() if "meet" in said])
        return {key: self.again(entries[key], listed, told) for key, listed in rows.items() if listed}

    def alike(self, rows: Iterable[Row]) -> tuple[_Told, ...]:
        """What some of the findings tell that were read last, in their order, each thing told once; where this is the
        same for two lots of them, so is what they promise."""
        return tuple(dict.fromkeys(self._told[row["id"]] for row in rows))

    def again(self, head: Row, rows: Sequence[Row], told: Mapping[str, str | None]) -> Promise:
        """What some of the findings promise that were read last."""
        detail = head["detail"]
        each = self.alike(rows)
        marks = {mark for one in each for mark in one.gist.marks}
        said = [pair for one in each for pair in one.sessions]
        mechanism = next((entry for entry, _ in said if entry), None)
        number = next((nth for _, nth in said if nth is not None), None)
        unnamed = not all(any(entry for entry, _ in one.sessions) for one in each)
        made_at = tuple(detail.get("encounters", ()))
        if detail.get("session"):
            mechanism, _, told_number = detail["session"].rpartition(" ")
            number = int(told_number)
        counted = {n for one in each for n in one.gist.ordinals}
        if any(
            last is not None and last + 1 in counted
            for e in made_at
            if e in self._series
            for last in (self._series[e][1],)
        ):
            marks.add("round")  # "the 8th JCM", said at the seventh
        if "attend" in marks or (number is None and not marks & {"round", "meet"}):
            mechanism = None  # the series is spoken of, as when it is to begin, and no session of it is promised
        elif mechanism is None and "visit" not in marks and marks & {"round", "meet"}:
            at = next((self._series[e] for e in made_at if e in self._series), None)
            nth = next((n for one in each for n in one.gist.ordinals), None)
            before = [pair for one in each for pair in one.near if nth and pair[1] == nth - 1]
            if before and (at is None or at[0] not in {entry for entry, _ in before}):
                at = before[0]
            if at and (nth or "meet" in marks or any(one.gist.next for one in each)):
                mechanism, last = at
                number = number or nth or (last + 1 if last else None)
        visit, going = "visit" in marks, tuple(dict.fromkeys(e for one in each for e in one.going))
        seeking = "seek" in marks and mechanism is None and not visit
        again = "meet" in marks and not visit and mechanism is None and "attend" not in marks
        present = (
            tuple(sorted(p for e in made_at for p in self._present.get(e, ()))) if again and len(made_at) == 1 else ()
        )
        return Promise(
            entry=head["id"],
            parties=tuple(detail.get("parties", ())),
            since=min((day for row in rows if (day := told[row["dispatch"]])), default=None),
            due=head["last_day"],
            tellings=tuple(Piece(r["dispatch"], r["start"], r["end"], r["evidence"]) for r in rows),
            mechanism=mechanism,
            ordinal=number,
            people=going if visit else (),
            roles=tuple(dict.fromkeys(r for one in each for r in one.gist.roles)) if visit and not going else (),
            to=tuple(dict.fromkeys(code for one in each for code in one.gist.to)) if visit else (),
            visit=visit,
            meeting=present if len(present) > 1 else (),
            first=head["first_day"],
            objects=tuple(dict.fromkeys(one.thing for one in each)),
            issues=frozenset(issue for one in each for issue in one.issues) if seeking else frozenset(),
            continuing="continuing" in marks,
            seeking=seeking,
            leans=made_at if again or (unnamed and marks & {"round", "meet"} and not detail.get("session")) else (),
            plans=() if "deed" in marks else tuple(dict.fromkeys(entry for one in each for entry in one.plans)),
        )

    def lasting(self, rows: Iterable[Row], told: Mapping[str, str | None]) -> str | None:
        """The first day from which on no one event keeps what is promised, for all that is told later."""
        every = [row for row in rows if "continuing" in self._told[row["id"]].gist.marks]
        return min((told[row["dispatch"]] or "" for row in every), default=None)

    def _meets(self, rows: Sequence[Row], named: Mapping[str, Sequence[Any]]) -> bool:
        """Whether each telling by itself promises a session of a series."""
        for row in rows:
            inside = _inside(named.get(row["dispatch"], ()), row)
            numbered = any(one.ordinal is not None for one in inside) or "round" in self._gists.of(row).marks
            if not numbered or not any(one.entry for one in inside):
                return False
        return True

    def _tells(
        self,
        row: Row,
        named: Sequence[Any],
        people: Mapping[str, list[tuple[int, int, str]]],
        issues: Mapping[str, list[Any]],
        announced: Sequence[Any],
    ) -> _Told:
        home, start, end = row["dispatch"], row["start"], row["end"]
        listed = issues.get(home, ())
        topics = _inside(listed, row) or [one for one in listed if 0 <= start - one.end <= BEFORE]
        within = _counted(_inside(named, row), self._gists.of(row).ordinals)
        known = any(one.entry for one in within)  # then what is named nearby says nothing
        return _Told(
            gist=self._gists.of(row),
            thing=self._gists.about(row),
            sessions=tuple((one.entry, one.ordinal) for one in within),
            near=() if known else tuple((one.entry, one.ordinal) for one in named if one.entry),
            going=tuple(entry for s, e, entry in people.get(home, ()) if start <= s and e <= end),
            issues=frozenset(one.issue for one in topics),
            plans=tuple(one.entry for one in _inside(announced, row)),
        )


def _inside(listed: Sequence[Any], row: Row) -> list[Any]:
    """Those that share characters with an undertaking's words."""
    return [one for one in listed if one.start < row["end"] and row["start"] < one.end]


def _counted(named: Sequence[Any], numbers: Collection[int]) -> list[Any]:
    """Of numbered sessions of a series those whose numbers stand in an undertaking's own words, where any do: a sentence may
    name the session at which it was made as well."""
    own = [one for one in named if one.ordinal in numbers]
    return own or list(named)


def _homes(lots: Iterable[Sequence[Row]]) -> set[str]:
    return {row["dispatch"] for rows in lots for row in rows}
