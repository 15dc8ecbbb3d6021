"""A session or a visit that is announced, put off or called off, and the one that it became: told at different times, so
with other dates, or none."""

from __future__ import annotations

from datetime import date

from dragoman.record.match.days import months
from dragoman.record.match.verdict import NOTHING, Features, Verdict, strong, weak
from dragoman.record.put import parsed

PLANS = ("scheduled", "proposed")
AHEAD = 400
"""Days ahead of which something undated is said to be put off."""
_FEW = 3
_BEHIND = 31
"""Days for which it may be due already when that is said."""


def open_plan(of: Features) -> bool:
    """Whether a description tells of something that is yet to come, or of its being put off."""
    return of["status"] in PLANS or bool(of["change"])


def keys(of: Features) -> set[str]:
    """What plans, and those put off without a day, are looked for by."""
    if not open_plan(of) or (of["first"] is not None and of["change"]):
        return set()
    found = {f"encounter planned series {of['series']}"} if of["series"] else set()
    if len(of["countries"]) > 1 and (of.get("planned") or not of["change"]):
        found |= {f"encounter planned {of['kind']} {' '.join(of['countries'])} {month}" for month in _months(of)}
    return found | {f"encounter planned {of['kind']} {entry}" for entry, _ in of["who"][:2]}


def _months(of: Features) -> list[str]:
    """The months for which it was planned, where these are few."""
    when = parsed(of.get("planned"))
    first, last = (when.first.isoformat(), when.last.isoformat()) if when else (of["first"], of["last"])
    listed = months(first, last) if first else []
    return listed if len(listed) <= _FEW else []


def fulfilled(a: Features, b: Features, where: float, span: int, longest: int) -> Verdict:
    """Both dated, of one series, the dates meet: whether the one is what the other planned. `where`: how their places agree;
    `span`: days of the vaguer; `longest`: days beyond which a plan has no time."""
    if open_plan(a) == open_plan(b) or where < 0 or span > longest:
        return NOTHING
    return weak(0.5, "the session that was planned", series=a["series"], when=[a["first"], b["first"]])


def slipped(a: Features, b: Features) -> bool:
    """Whether of two of one number the one is only a plan, and the other took place later than it: plans slip, and are
    seldom brought forward far."""
    if open_plan(a) == open_plan(b):
        return False
    plan, made = (a, b) if open_plan(a) else (b, a)
    return bool(plan["first"] <= made["last"])


def counted_twice(a: Features, b: Features, where: float) -> bool:
    """Whether two plans of a series that two dispatches count otherwise may still be one, or one of them and the session that
    was held: at times that meet, in one place."""
    if not a["series"] or a["series"] != b["series"] or where <= 0 or not (open_plan(a) or open_plan(b)):
        return False
    return bool(a["first"] and b["first"] and a["first"] <= b["last"] and b["first"] <= a["last"])


def one_plan(a: Features, b: Features) -> Verdict:
    """Of two such: one where both are plans for the same time; else nothing speaks for it, nor against."""
    if open_plan(a) and open_plan(b) and (a["first"], a["last"]) == (b["first"], b["last"]):
        return strong(0.55, "one plan, two numbers", series=a["series"], when=[a["first"], a["last"]])
    return NOTHING


def put_off(vague: Features, exact: Features, certain: bool, where: float) -> Verdict:
    """Whether what is put off without a new day is what was planned for one: of the same series or people; or of the same
    countries, where it is told for which day it had been set. `certain`: the same people. `where`: how their places agree."""
    if not vague["change"] or exact["status"] not in PLANS or vague["kind"] != exact["kind"] or where < 0:
        return NOTHING
    when = parsed(vague.get("planned"))
    if when and not (when.first.isoformat() <= exact["last"] and exact["first"] <= when.last.isoformat()):
        return NOTHING
    same = bool(vague["series"]) and vague["series"] == exact["series"]
    alike = bool(when) and vague["countries"] == exact["countries"] and len(exact["countries"]) > 1
    days = (date.fromisoformat(exact["last"]) - date.fromisoformat(vague["said"])).days if vague["said"] else None
    if not (same or certain or alike) or (not when and (days is None or not -_BEHIND <= days <= AHEAD)):
        return NOTHING
    return weak(0.5, "what was planned is put off", series=exact["series"], planned=exact["first"], said=vague["said"])
