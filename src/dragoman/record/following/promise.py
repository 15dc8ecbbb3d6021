"""What an undertaking promises, as far as its words and its dispatches tell: a session of a series, someone's visit, or
something done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.lexicon import Lexicon, spoken

Row = dict[str, Any]
Thing = tuple[str, ...]
"""What one telling is about: its words by their beginnings, each once, in alphabetical order."""
_BEFORE = 250
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PROMISING = re.compile(
    r"^.*?\b(?:agreed|decided|promised|pledged|confirmed|concurred|committed|undertook|settled|vowed|accepted|announced)\b"
    r"[^.;]{0,160}?\b(?:to|that|on)\b",
    re.S,
)
"""Who promises, and the words of promising, which say nothing of what."""
_ASIDE = re.compile(
    r",\s+(?:and\s+(?:will|would)|some|which|who|where|after|before|while|as|in line with|including|so that|a move|the first|following"
    r"|amid|despite|when)\b.*$|\s+that (?:covers?|covered|includes?|included|comprises?|consists? of|is|are|was|were)\b.*$",
    re.S,
)
"""What a promise goes on with: a further deed, or a word on the one promised."""
_IT = re.compile(r"\b(?:to|will|would|and|shall) [a-z]+(?: (?:up|out|off|into force))? (?:it|them)\b")
"""A deed done to what was spoken of before: "promised to sign it"."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_MEANT = 4
_NAMED = re.compile(r"\b[A-Z][^\W\d_]+\b")
_MARKS = ("deed", "attend", "round", "visit", "meet", "continuing", "seek")
_E, _M = schema.entry.c, schema.membership.c


class Piece(NamedTuple):
    """Characters of a dispatch: `text` stands from `start` to `end` (exclusive)."""

    dispatch: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Promise:
    """`parties`: the countries that it binds. `since`: the first day on which a dispatch tells of it. `due`: last day stated, None where none is. `mechanism`:
    the entry of the series of which a session is promised, with its `ordinal` if told. `people`: entries of those who
    are to go; `roles`: offices whose holders are to; `to`: countries to which. `meeting`: entries of those who are to meet
    again, not before the day `first` where a time is stated. `objects`: what its tellings are about,
    each once. `issues`: those of its tellings, where it is `seeking`: it promises to look for a settlement.
    `continuing`: no one event keeps it. `leans`: the encounters that may say of
    which series a session is promised, or who will meet. `plans`: the encounters that its own words announce, where they announce no deed besides."""

    entry: str
    parties: tuple[str, ...]
    since: str | None
    due: str | None
    tellings: tuple[Piece, ...]
    mechanism: str | None
    ordinal: int | None
    people: tuple[str, ...]
    roles: tuple[str, ...]
    to: tuple[str, ...]
    visit: bool
    meeting: tuple[str, ...]
    first: str | None
    objects: tuple[Thing, ...]
    issues: frozenset[str]
    continuing: bool
    seeking: bool
    leans: tuple[str, ...]
    plans: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether an encounter keeps it, and no sentence can."""
        return bool(self.mechanism or self.meeting or (self.visit and (self.people or self.roles)))


@dataclass(frozen=True, slots=True)
class _Wording:
    """What the words of a telling say by themselves. `marks`: those of the desk's lists that it has a word of."""

    marks: frozenset[str]
    ordinals: tuple[int, ...]
    roles: tuple[str, ...]
    to: tuple[str, ...]
    next: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What one telling says. `sessions`: the series named in it, by entry where that is known, with numbers."""

    wording: _Wording
    thing: Thing
    sessions: tuple[tuple[str | None, int | None], ...]
    near: tuple[tuple[str, int | None], ...]
    going: tuple[str, ...]
    issues: frozenset[str]
    plans: tuple[str, ...]


class Promises:
    """Reads what a page of undertakings promises."""

    def __init__(self, connection: Connection, pack: Desk | None, words: Lexicon) -> None:
        self.connection, self.pack, self.words = connection, pack, words
        idle = " ".join(pack.words("ledger.idle")) if pack else ""
        self.idle = set(spoken(idle, words))
        self._lists = {mark: pattern for mark in _MARKS if (pattern := self._pattern(f"ledger.{mark}"))}
        self._wordings: dict[str, _Wording] = {}
        self._things: dict[tuple[str, str], Thing] = {}
        self._told: dict[str, _Told] = {}
        self._series: Mapping[str, tuple[str, int | None]] = {}
        self._present: Mapping[str, list[str]] = {}

    def read(
        self, entries: Mapping[str, Row], rows: Mapping[str, Sequence[Row]], told: Mapping[str, str | None]
    ) -> dict[str, Promise]:
        """`entries`: heads by id; `rows`: their findings' rows; `told`: the last
        day on which each of their dispatches was published."""
        marks = {key: {m for row in listed for m in self._wording(row).marks} for key, listed in rows.items()}
        named = self._sessions(_homes(rows.values()))
        planned = self._announced(_homes(rows.values()))
        people = self._mentions(_homes(rows[key] for key, said in marks.items() if "visit" in said))
        seeking = [
            k for k, said in marks.items() if "seek" in said and ("attend" in said or not self._meets(rows[k], named))
        ]
        issues = self._issues(_homes(rows[key] for key in seeking))
        self._told = {
            row["id"]: self._tells(
                row, named.get(row["dispatch"], ()), people, issues, planned.get(row["dispatch"], ())
            )
            for listed in rows.values()
            for row in listed
        }
        counts = {key for key, listed in rows.items() if any(self._wording(row).ordinals for row in listed)}
        self._series = self._made_at(
            [entries[k] for k, said in marks.items() if said & {"round", "meet"} or k in counts]
        )
        self._present = self._there([entries[key] for key, said in marks.items() if "meet" in said])
        return {key: self.again(entries[key], listed, told) for key, listed in rows.items() if listed}

    def alike(self, rows: Iterable[Row]) -> tuple[_Told, ...]:
        """What some of the findings tell that were read last, in their order, each thing told once; where this is the
        same for two lots of them, so is what they promise."""
        return tuple(dict.fromkeys(self._told[row["id"]] for row in rows))

    def again(self, head: Row, rows: Sequence[Row], told: Mapping[str, str | None]) -> Promise:
        """What some of the findings promise that were read last."""
        detail = head["detail"]
        each = self.alike(rows)
        marks = {mark for one in each for mark in one.wording.marks}
        said = [pair for one in each for pair in one.sessions]
        mechanism = next((entry for entry, _ in said if entry), None)
        number = next((nth for _, nth in said if nth is not None), None)
        unnamed = not all(any(entry for entry, _ in one.sessions) for one in each)
        made_at = tuple(detail.get("encounters", ()))
        if detail.get("session"):
            mechanism, _, told_number = detail["session"].rpartition(" ")
            number = int(told_number)
        counted = {n for one in each for n in one.wording.ordinals}
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
            nth = next((n for one in each for n in one.wording.ordinals), None)
            before = [pair for one in each for pair in one.near if nth and pair[1] == nth - 1]
            if before and (at is None or at[0] not in {entry for entry, _ in before}):
                at = before[0]
            if at and (nth or "meet" in marks or any(one.wording.next for one in each)):
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
            roles=tuple(dict.fromkeys(r for one in each for r in one.wording.roles)) if visit and not going else (),
            to=tuple(dict.fromkeys(code for one in each for code in one.wording.to)) if visit else (),
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
        every = [row for row in rows if "continuing" in self._told[row["id"]].wording.marks]
        return min((told[row["dispatch"]] or "" for row in every), default=None)

    def _meets(self, rows: Sequence[Row], named: Mapping[str, Sequence[Any]]) -> bool:
        """Whether each telling by itself promises a session of a series."""
        for row in rows:
            inside = _inside(named.get(row["dispatch"], ()), row)
            numbered = any(one.ordinal is not None for one in inside) or "round" in self._wording(row).marks
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
        topics = _inside(listed, row) or [one for one in listed if 0 <= start - one.end <= _BEFORE]
        within = _counted(_inside(named, row), self._wording(row).ordinals)
        known = any(one.entry for one in within)  # then what is named nearby says nothing
        return _Told(
            wording=self._wording(row),
            thing=self._thing(row),
            sessions=tuple((one.entry, one.ordinal) for one in within),
            near=() if known else tuple((one.entry, one.ordinal) for one in named if one.entry),
            going=tuple(entry for s, e, entry in people.get(home, ()) if start <= s and e <= end),
            issues=frozenset(one.issue for one in topics),
            plans=tuple(one.entry for one in _inside(announced, row)),
        )

    def _wording(self, row: Row) -> _Wording:
        text = " ".join(row["evidence"].split())
        if text not in self._wordings:
            self._wordings[text] = _Wording(
                marks=frozenset(mark for mark, pattern in self._lists.items() if pattern.search(text)),
                ordinals=tuple(n for word in _WORD.findall(text) if (n := ordinal(word)) is not None),
                roles=self._roles(text),
                to=self._to(text),
                next="next" in text.lower(),
            )
        return self._wordings[text]

    def _thing(self, row: Row) -> Thing:
        """What one telling is about, without the time that it states and the words of promising."""
        text, at = row["evidence"], row["start"]
        start, end = row["due_said_start"], row["due_said_end"]
        if start is not None and at <= start and end <= at + len(text):
            text = text[: start - at] + " " * (end - start) + text[end - at :]
        before = self._before(row) if _IT.search(text) else ""
        if (text, before) not in self._things:
            gist = self._content(_ASIDE.sub("", _PROMISING.sub("", text, count=1)))
            whole = gist if len(gist) > 1 or before else self._content(text)
            self._things[text, before] = tuple(sorted({*whole, *self._meant(before)}))
        return self._things[text, before]

    def _before(self, row: Row) -> str:
        """What stands before an undertaking in its sentence, or in the sentence before where it begins one."""
        home, start = schema.dispatch.c, row["start"]
        first = max(0, start - _BEFORE)
        words = select(func.substr(home.text, first + 1, start - first)).where(home.id == row["dispatch"])
        return _SENTENCE.split(str(self.connection.execute(words).scalar_one()).strip())[-1]

    def _meant(self, before: str) -> Iterable[str]:
        """What "it" stands for in what follows: the last words before it that say what something is."""
        found: list[str] = []
        for match in reversed(list(_WORD.finditer(before))):
            found += [word for word in self._content(match[0]) if word not in found]
            if len(found) >= _MEANT:
                break
        return found[:_MEANT]

    def _content(self, text: str) -> Thing:
        named = _NAMED.sub(lambda m: " " if self.pack and self.pack.country_of(m[0]) else m[0], text)
        return tuple(sorted(set(spoken(named, self.words)) - self.idle))

    def _sessions(self, homes: Iterable[str]) -> dict[str, list[Any]]:
        """Where each dispatch names series, with their entries and numbers, in order."""
        table = schema.mechanism.c
        found: dict[str, list[Any]] = defaultdict(list)
        for keys in batches(homes):
            rows = self.connection.execute(
                select(table.dispatch, table.start, table.end, table.ordinal, _M.entry)
                .outerjoin(schema.membership, _M.finding == table.id)
                .where(table.dispatch.in_(keys), table.rejected.is_(False))
                .order_by(table.dispatch, table.position)
            )
            for row in rows:
                found[row.dispatch].append(row)
        return found

    def _announced(self, homes: Iterable[str]) -> dict[str, list[Any]]:
        """Where each dispatch announces encounters, with their entries, in order."""
        table = schema.encounter.c
        found: dict[str, list[Any]] = defaultdict(list)
        for keys in batches(homes):
            rows = self.connection.execute(
                select(table.dispatch, table.start, table.end, _M.entry)
                .join(schema.membership, _M.finding == table.id)
                .where(table.dispatch.in_(keys), table.rejected.is_(False), table.status == "scheduled")
                .where(_M.entry.is_not(None), table.encounter_kind.in_(("meeting", "forum", "visit", "call")))
                .order_by(table.dispatch, table.position)
            )
            for row in rows:
                found[row.dispatch].append(row)
        return found

    def _mentions(self, homes: Iterable[str]) -> dict[str, list[tuple[int, int, str]]]:
        """Where each dispatch mentions people, with their entries."""
        table = schema.person.c
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for keys in batches(homes):
            rows = self.connection.execute(
                select(table.dispatch, table.mentions, _M.entry)
                .join(schema.membership, _M.finding == table.id)
                .where(table.dispatch.in_(keys), table.rejected.is_(False), _M.entry.is_not(None))
                .order_by(table.dispatch, table.position)
            )
            for home, mentions, entry in rows:
                found[home] += [(start, end, entry) for start, end in mentions]
        return found

    def _issues(self, homes: Iterable[str]) -> dict[str, list[Any]]:
        """Where each dispatch speaks of issues."""
        table = schema.issue.c
        found: dict[str, list[Any]] = defaultdict(list)
        for keys in batches(homes):
            chosen = select(table.dispatch, table.start, table.end, table.issue)
            for row in self.connection.execute(chosen.where(table.dispatch.in_(keys), table.rejected.is_(False))):
                found[row.dispatch].append(row)
        return found

    def _made_at(self, heads: Iterable[Row]) -> dict[str, tuple[str, int | None]]:
        """The series and number of the encounters at which undertakings were made."""
        found: dict[str, tuple[str, int | None]] = {}
        for keys in batches(e for head in heads for e in head["detail"].get("encounters", ())):
            for key, detail in self.connection.execute(select(_E.id, _E.detail).where(_E.id.in_(keys))):
                if detail.get("mechanism"):
                    found[key] = (detail["mechanism"], detail.get("ordinal"))
        return found

    def _there(self, heads: Iterable[Row]) -> dict[str, list[str]]:
        """Who took part in the encounters at which undertakings were made."""
        taking = schema.entry_person.c
        found: dict[str, list[str]] = defaultdict(list)
        for keys in batches(e for head in heads for e in head["detail"].get("encounters", ())):
            for entry, person in self.connection.execute(
                select(taking.entry, taking.person).where(taking.entry.in_(keys))
            ):
                found[entry].append(person)
        return found

    def _pattern(self, name: str) -> re.Pattern[str] | None:
        listed = "|".join(re.escape(word) for word in (self.pack.words(name) if self.pack else ()))
        return re.compile(rf"\b(?:{listed})\b", re.I) if listed else None

    def _roles(self, text: str) -> tuple[str, ...]:
        """Offices named in the plural: "visits by the foreign ministers"."""
        found: list[str] = []
        titles = self.pack.titles if self.pack else {}
        words = [w.lower() for w in _WORD.findall(text)]
        for size in (3, 2):
            for i in range(len(words) - size + 1):
                phrase = words[i : i + size]
                if phrase[-1].endswith("s"):
                    title = " ".join([*phrase[:-1], phrase[-1][:-1]])
                    found += [office.id.partition(".")[0] for office in titles.get(title, ())]
        return tuple(dict.fromkeys(found))

    def _to(self, text: str) -> tuple[str, ...]:
        """The countries named after a word of visiting, before a person or a comma cuts off."""
        if self.pack is None:
            return ()
        listed = "|".join(re.escape(w) for w in self.pack.words("ledger.visit"))
        found = []
        for match in re.finditer(rf"\b(?:{listed})\b((?: [\w-]+){{1,4}})", text, re.I):
            for word in match[1].split():
                if word[:1].isupper() and (code := self.pack.country_names.get(word.lower())):
                    found.append(code)
                    break
        return tuple(dict.fromkeys(found))


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
