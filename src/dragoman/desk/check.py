"""Whether a desk holds together: shape, ids, tenures, sessions, references, and every pattern against its own examples."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.desk import pack as packs
from dragoman.desk.desk import SINGLE_HOLDER, Desk, fresh
from dragoman.desk.pattern import begins_word, compiled, lowered
from dragoman.desk.schema import FormulaEntry, IssueEntry, Pack, Patterned, PatternEntry, PersonEntry
from dragoman.errors import DeskError
from dragoman.evening import even
from dragoman.when import When


@dataclass(frozen=True, slots=True)
class Problem:
    desk: str
    entry: str
    what: str

    def __str__(self) -> str:
        return f"{self.desk}: {self.entry}: {self.what}"


def check(name: str) -> list[Problem]:
    """What is wrong with a desk, by id or folder; empty for a sound one. Shape errors, which end the reading of a file, come alone."""
    try:
        pack = packs.load(name)
        whole = fresh([name])
    except DeskError as error:
        return [Problem(name, error.where, error.what)]
    found = [*_patterns(pack), *_tenures(pack, whole), *_sessions(pack, whole), *_references(pack, whole)]
    return [Problem(pack.header.id, entry, what) for entry, what in found]


def _matches(entry: Patterned, text: str) -> bool:
    evened = even(text)
    patterns = list(entry.patterns)
    if isinstance(entry, FormulaEntry):
        patterns += [f.pattern for f in entry.forms]
    if isinstance(entry, IssueEntry):
        patterns += entry.broad
    cased = isinstance(entry, PatternEntry) and entry.cased
    where = evened if cased else lowered(evened)
    for pattern in patterns:
        regex = compiled(pattern, cased)
        if isinstance(entry, PatternEntry) and entry.group == "furniture":
            if regex.fullmatch(where):
                return True
        elif any(begins_word(where, m.start()) and m.end() > m.start() for m in regex.finditer(where)):
            return True
    return False


def _patterns(pack: Pack) -> Iterator[tuple[str, str]]:
    for kind in ("mechanisms", "instruments", "issues", "formulas", "patterns"):
        for entry in getattr(pack, kind):
            where = f"{kind} entry {entry.id!r}"
            try:
                missed = [e for e in entry.examples if not _matches(entry, e)]
                caught = [e for e in entry.counter if _matches(entry, e)]
            except re.error as error:
                yield where, f"pattern {error.pattern!r} is no regular expression: {error.msg}"
                continue
            if entry.patterns and not entry.examples:
                yield where, "has patterns and no examples: give some that they must match"
            for example in missed:
                yield where, f"does not match its example {example!r}"
            for example in caught:
                yield where, f"matches {example!r}, which stands under `not`"


def _tenures(pack: Pack, whole: Desk) -> Iterator[tuple[str, str]]:
    roles = {office.role for office in whole.offices.values()}
    held: dict[tuple[str, str], list[tuple[PersonEntry, When]]] = defaultdict(list)
    for person in pack.people:
        where = f"people entry {person.id!r}"
        terms: dict[str, list[When]] = defaultdict(list)
        for tenure in person.tenures:
            try:
                term = tenure.term()
            except ValueError as error:
                yield where, f"tenure of {tenure.role}: {error}"
                continue
            if whole.offices and tenure.role not in roles:
                yield where, f"no pack has the role {tenure.role!r}"
            if tenure.organisation and tenure.organisation not in whole.bodies:
                yield where, f"no pack has the organisation {tenure.organisation!r}"
            terms[tenure.role + (tenure.title if tenure.role not in SINGLE_HOLDER else "")].append(term)
            if tenure.role in SINGLE_HOLDER and not tenure.acting and not tenure.organisation and person.country:
                held[person.country, tenure.role].append((person, term))
        for role, listed in terms.items():
            if any(a.meets(b) and a.last != b.first and b.last != a.first for a, b in combinations(listed, 2)):
                yield where, f"two tenures of {role} overlap"
    for (country, role), holders in held.items():
        for (a, s), (b, t) in combinations(holders, 2):
            shared = (min(s.last, t.last) - max(s.first, t.first)).days
            if a.id != b.id and shared > 31:
                yield f"people entries {a.id!r} and {b.id!r}", f"both hold {role} of {country} for {shared} days"


def _sessions(pack: Pack, whole: Desk) -> Iterator[tuple[str, str]]:
    for entry in pack.mechanisms:
        where = f"mechanisms entry {entry.id!r}"
        numbered: list[tuple[int, When]] = []
        for session in entry.sessions:
            try:
                when = When.parse(session.date)
            except ValueError as error:
                yield where, f"session {session.number}: {error}"
                continue
            if session.number is not None:
                numbered.append((session.number, when))
            if session.host and session.host not in whole.countries:
                yield where, f"session {session.number}: no pack has the country {session.host!r}"
            for chair in session.chairs:
                if chair.islower() and chair not in whole.people:  # an id; chairs outside the desk stand by name
                    yield where, f"session {session.number}: no pack has the person {chair!r}"
        if len({n for n, _ in numbered}) < len(numbered):
            yield where, "two sessions have one number"
        for (n, s), (m, t) in combinations(sorted(numbered, key=lambda pair: pair[0]), 2):
            if n < m and t.last < s.first:
                yield where, f"session {m} is dated before session {n}"


def _references(pack: Pack, whole: Desk) -> Iterator[tuple[str, str]]:
    for kind in ("bodies", "outlets", "places", "people"):
        for entry in getattr(pack, kind):
            if entry.country and whole.countries and entry.country not in whole.countries:
                yield f"{kind} entry {entry.id!r}", f"no pack has the country {entry.country!r}"
    for side in pack.header.sides:
        if side not in whole.countries:
            yield "desk.yaml", f"no pack has the country {side!r}"
    for instrument in pack.instruments:
        for member in instrument.members:
            if member not in whole.instruments:
                yield f"instruments entry {instrument.id!r}", f"no pack has the member {member!r}"
    for issue in pack.issues:
        if issue.parent and issue.parent not in whole.issues:
            yield f"issues entry {issue.id!r}", f"no pack has the parent {issue.parent!r}"
