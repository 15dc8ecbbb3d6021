"""What someone holds on an issue over time, by what they are reported to have said, and where that turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dragoman.desk.desk import Desk
from dragoman.reading import ACTS
from dragoman.views.contract import Evidence
from dragoman.views.statements import Statement

Tone = Literal["cooperative", "neutral", "critical"]
Direction = Literal["harder", "softer", "cooler", "warmer"]

COOPERATIVE = ("commend", "commit", "agree")
CRITICAL = ("concern", "oppose", "warn")
_ACTS: tuple[str, ...] = ACTS

QUOTED = 4
"""Statements of one day that a stand gives."""
STANDS = 40
"""Days that a position gives, the newest where one must choose."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What was said on one day of publication (None: not known). `act`: the strongest of that day, in the order warn,
    oppose, concern, urge, commit, agree, commend, state; `tone`: critical where any act of the day is (concern, oppose,
    warn), else cooperative where any is (commend, commit, agree), else neutral. `statements`: of `total` different
    sentences, the strongest, among them one on which the tone rests."""

    day: str | None
    act: str
    tone: Tone
    total: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the tone is another than on the day before it: `harder` where it becomes critical, `softer` where it was, `cooler`
    and `warmer` between the cooperative and the neutral, with the words on which the tone rests then and before."""

    day: str | None
    direction: Direction
    before: Statement
    after: Statement


@dataclass(frozen=True, slots=True)
class Position:
    """`holder`: a country's code, or a person's entry. `issue`: a desk's id, `label` its words. `stands`: oldest first,
    of `total` days. `turns`: where the tone changed among these, oldest first."""

    holder: str
    issue: str
    label: str
    total: int
    stands: tuple[Stand, ...]
    turns: tuple[Turn, ...]

    @property
    def last(self) -> Stand:
        return self.stands[-1]


def tone(acts: Iterable[str]) -> Tone:
    found = set(acts)
    if found & set(CRITICAL):
        return "critical"
    return "cooperative" if found & set(COOPERATIVE) else "neutral"


def labelled(pack: Desk | None, issue: str) -> str:
    """An issue's words, its id where no desk has it."""
    return pack.issues[issue].label if pack and issue in pack.issues else issue


def by_side(statements: Iterable[Statement], issues: Sequence[str], pack: Desk | None) -> list[Position]:
    """Each side's position on each of the issues, by issue in the order given, then by side. What is said for no
    side's account is left out; what both sides state counts for both."""
    sorted_out: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in statements:
        for issue in one.issues:
            for side in one.sides:
                sorted_out[issue, side].append(one)
    return _positions(sorted_out, issues, pack)


def of_person(statements: Iterable[Statement], person: str, issues: Sequence[str], pack: Desk | None) -> list[Position]:
    """One person's position on each of the issues, in the order given."""
    sorted_out: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in statements:
        if person in one.people:
            for issue in one.issues:
                sorted_out[issue, person].append(one)
    return _positions(sorted_out, issues, pack)


def _positions(
    told: Mapping[tuple[str, str], list[Statement]], issues: Sequence[str], pack: Desk | None
) -> list[Position]:
    wanted = {issue: number for number, issue in enumerate(issues)}
    keys = sorted((key for key in told if key[0] in wanted), key=lambda key: (wanted[key[0]], key[1]))
    return [_position(holder, issue, labelled(pack, issue), told[issue, holder]) for issue, holder in keys]


def _position(holder: str, issue: str, label: str, statements: list[Statement]) -> Position:
    days: dict[str | None, list[Statement]] = defaultdict(list)
    for one in statements:
        days[one.day].append(one)
    stands = [_stand(day, days[day]) for day in sorted(days, key=lambda d: (d is not None, d or ""))]
    turns = []
    for before, after in pairwise(stands):
        if before.tone != after.tone and before.day is not None:
            turns.append(Turn(after.day, _direction(before.tone, after.tone), _bearing(before), _bearing(after)))
    return Position(holder, issue, label, len(stands), tuple(stands[-STANDS:]), tuple(turns))


def _direction(before: Tone, after: Tone) -> Direction:
    """Nobody grows harder who only states what stands after having agreed: that takes a critical word."""
    if "critical" in (before, after):
        return "harder" if after == "critical" else "softer"
    return "cooler" if after == "neutral" else "warmer"


def _bearing(stand: Stand) -> Statement:
    """The strongest statement on which the day's tone rests."""
    return next(one for one in stand.statements if tone([one.act]) == stand.tone)


def _stand(day: str | None, statements: list[Statement]) -> Stand:
    strongest = sorted(statements, key=lambda s: (_strength(s), s.evidence))
    different: dict[str, Statement] = {}
    for one in strongest:
        different.setdefault(" ".join(one.evidence.text.split()), one)
    listed = list(different.values())
    of_day = tone(s.act for s in listed)
    quoted = listed[:QUOTED]
    if not any(tone([s.act]) == of_day for s in quoted):  # what the tone rests on is told in any case
        quoted[-1] = next(s for s in listed if tone([s.act]) == of_day)
    return Stand(day, listed[0].act, of_day, len(listed), tuple(quoted))


def _strength(statement: Statement) -> tuple[bool, int]:
    return tone([statement.act]) != "critical", _ACTS.index(statement.act)


def cited(positions: Iterable[Position]) -> list[Evidence]:
    """All that the positions quote."""
    found = []
    for position in positions:
        found += [s.evidence for stand in position.stands for s in stand.statements]
        found += [s.evidence for turn in position.turns for s in (turn.before, turn.after)]
    return found
