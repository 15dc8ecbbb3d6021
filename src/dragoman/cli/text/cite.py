"""How a line of text shows what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.views.contract import Evidence, Source

WIDTH = 160


def flat(text: str, width: int = WIDTH) -> str:
    """Dispatch text on one line, at most `width` characters, safe for a terminal."""
    shown = " ".join(printable(text).split())
    return shown if len(shown) <= width else shown[: width - 1].rstrip() + "…"


def whose(source: Source | None) -> str:
    """Outlet and day of a dispatch: "Kyodo News, 2025-03-22"."""
    if source is None:
        return ""
    day = source.day or (f"{source.first_day or '?'} to {source.last_day or '?'}" if source.last_day else "undated")
    return f"{flat(source.outlet or source.origin.rpartition('/')[2] or 'outlet not known', 48)}, {day}"


def quote(evidence: Evidence, sources: Mapping[str, Source], indent: int = 4, lead: str = "") -> Text:
    """One evidence item: outlet and day, the characters, and where they stand."""
    line = Text(" " * indent)
    if lead:
        line.append(f"{lead} ", style="bold")
    if told := whose(sources.get(evidence.dispatch)):
        line.append(f"{told}: ")
    line.append(f"“{flat(evidence.text)}” ", style="italic")
    line.append(f"[{evidence.reference}]", style="dim")
    return line


def by_id(sources: Iterable[Source]) -> dict[str, Source]:
    return {source.dispatch: source for source in sources}
