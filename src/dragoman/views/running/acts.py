"""How the acts of each side balance, and how often issues are spoken of, period by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.reading import BOTH_SIDES
from dragoman.record.tally import Count
from dragoman.views.contract import Evidence
from dragoman.views.positions import COOPERATIVE, CRITICAL


@dataclass(frozen=True, slots=True)
class Counted:
    """`total` attributed sentences of one act. `evidence`: the newest of them; `search`: the words with which the view
    `search` finds all."""

    act: str
    total: int
    evidence: Evidence
    search: str


@dataclass(frozen=True, slots=True)
class Balance:
    """One side's acts in a period. `cooperative`: commend, commit, agree; `critical`: concern, oppose, warn; `balance`:
    their difference over their sum, from -1 to 1, None where there are none. What both sides state counts for both."""

    side: str
    cooperative: int
    critical: int
    balance: float | None
    acts: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """An issue in `dispatches` of a period, `share` of all published in it."""

    issue: str
    dispatches: int
    share: float
    evidence: Evidence


def balances(found: Iterable[Count], sides: Sequence[str]) -> dict[str, list[Balance]]:
    """By period, then side."""
    counts: dict[tuple[str, str], dict[str, tuple[int, Count]]] = defaultdict(dict)
    for one in found:
        if one.what == "act":
            for side in sides if one.side == BOTH_SIDES else [one.side] if one.side in sides else []:
                total, newest = counts[one.period, side].get(one.name, (0, one))
                newest = max(one, newest, key=lambda c: c.newest)
                counts[one.period, side][one.name] = (total + one.total, newest)
    made: dict[str, list[Balance]] = defaultdict(list)
    for (when, side), acts in sorted(counts.items()):
        made[when].append(_balance(side, when, acts))
    return made


def _balance(side: str, when: str, acts: dict[str, tuple[int, Count]]) -> Balance:
    good = sum(acts[act][0] for act in COOPERATIVE if act in acts)
    bad = sum(acts[act][0] for act in CRITICAL if act in acts)
    counted = tuple(
        Counted(act, total, _evidence(newest), f"side:{side} act:{act} {when}..{when}")
        for act, (total, newest) in sorted(acts.items(), key=lambda pair: (-pair[1][0], pair[0]))
    )
    return Balance(side, good, bad, round((good - bad) / (good + bad), 4) if good + bad else None, counted)


def spoken(found: Sequence[Count]) -> dict[str, list[Spoken]]:
    """By period, the issues that most dispatches speak of first. Copies count each."""
    all_of = dispatches(found)
    made: dict[str, list[Spoken]] = defaultdict(list)
    for one in found:
        if one.what == "issue":
            share = round(one.total / all_of[one.period], 4)
            made[one.period].append(Spoken(one.name, one.total, share, _evidence(one)))
    return {when: sorted(mine, key=lambda s: (-s.dispatches, s.issue)) for when, mine in made.items()}


def dispatches(found: Iterable[Count]) -> dict[str, int]:
    """How many were published, by period."""
    return {one.period: one.total for one in found if one.what == "dispatch"}


def _evidence(one: Count) -> Evidence:
    return Evidence(one.dispatch, one.start, one.end, one.text)


def both(mine: Iterable[Balance]) -> tuple[int, int]:
    """Cooperative and critical acts of all sides together."""
    listed = list(mine)
    return sum(b.cooperative for b in listed), sum(b.critical for b in listed)
