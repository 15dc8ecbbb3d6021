"""What comparing two descriptions gives, and what every matcher offers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from dragoman.record.identify import digest

Features = dict[str, Any]
"""JSON values only; lists sorted where their order says nothing."""

ASIDE = frozenset({"pin", "apart", "beside", "status", "change", "since"})
"""Features that set a description aside, or tell when and how far along it is, and say nothing of what it describes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`strong`: one thing, whatever else is known. `weak`: one thing if the vaguer of the two fits no other. `veto`:
    two things. None of these: nothing speaks for it. `score`: 0 to 1, among links only. `rule` names why; `reasons`:
    the features that count, with what each is worth."""

    strong: bool = False
    weak: bool = False
    veto: bool = False
    score: float = 0.0
    rule: str = ""
    reasons: dict[str, Any] = field(default_factory=dict)

    @property
    def links(self) -> bool:
        return self.strong or self.weak


NOTHING = Verdict()


def strong(score: float, rule: str, **reasons: Any) -> Verdict:
    return Verdict(strong=True, score=round(score, 3), rule=rule, reasons=reasons)


def weak(score: float, rule: str, **reasons: Any) -> Verdict:
    return Verdict(weak=True, score=round(score, 3), rule=rule, reasons=reasons)


def veto(rule: str) -> Verdict:
    return Verdict(veto=True, rule=rule)


@dataclass(frozen=True, slots=True)
class Portrait:
    """How an entry is shown: put together from the descriptions of its members, the most telling first. `detail`: JSON,
    with the `conflicts` of dates, places and numbers among them. Days are ISO 8601."""

    label: str
    first_day: str | None = None
    last_day: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


class Matcher(Protocol):
    """Pure functions of descriptions of one kind."""

    def keys(self, of: Features) -> tuple[set[str], set[str]]:
        """The blocks that a description stands in, and those in which its like may stand."""

    def judge(self, a: Features, b: Features) -> Verdict:
        """Symmetric."""

    def vagueness(self, of: Features) -> tuple[Any, ...]:
        """Sorts the more exact of two descriptions first."""

    def slug(self, of: Features) -> str:
        """A readable id, without regard to what else is in the record."""

    def portrait(self, members: list[Features]) -> Portrait:
        """How an entry with these descriptions, the first the most telling, is shown."""


def base(of: Features) -> str:
    """Sixteen digits over what is described."""
    return signature({name: value for name, value in of.items() if name not in ASIDE})


def alike(a: Features, b: Features) -> bool:
    """Whether two descriptions describe one thing in the same words: as equal `base`s, and quicker."""
    return all(a.get(name) == b.get(name) for name in a.keys() | b.keys() if name not in ASIDE)


def signature(of: Features) -> str:
    """Sixteen digits over a description."""
    return digest(repr(sorted(of.items())), size=8)


def slugged(*words: str, limit: int = 60) -> str:
    """Words joined by hyphens as an id wants them: letters and digits, cut between words."""
    made = ""
    for word in words:
        clean = "".join(c for c in word.casefold() if c.isalnum())
        if clean and len(made) + len(clean) < limit:
            made += f"-{clean}" if made else clean
    return made
