"""When something was, by the first and the last day of a description."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.record.match.verdict import Features
from dragoman.when import When


def day(of: Features) -> str | None:
    return of["first"] if of["first"] is not None and of["first"] == of["last"] else None


def days(of: Features) -> int:
    return (date.fromisoformat(of["last"]) - date.fromisoformat(of["first"])).days + 1


def between(a: Features, b: Features) -> int:
    early, late = sorted((a, b), key=lambda m: m["first"])
    return (date.fromisoformat(late["first"]) - date.fromisoformat(early["last"])).days


def since(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def before(day: str, count: int) -> str:
    """So many days before a day."""
    return (date.fromisoformat(day) - timedelta(count)).isoformat()


def months(first: str, last: str) -> list[str]:
    at, end, found = date.fromisoformat(first).replace(day=1), date.fromisoformat(last), []
    while at <= end:
        found.append(f"{at:%Y-%m}")
        at = (at + timedelta(32)).replace(day=1)
    return found


def said(first: str | None, last: str | None) -> str | None:
    return str(When(date.fromisoformat(first), date.fromisoformat(last))) if first and last else None


def within(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
