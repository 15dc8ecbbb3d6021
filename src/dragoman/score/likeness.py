"""When two names or two places in a text count as the same, and which of many belong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

Place = tuple[int, int] | None
"""Start (inclusive) and end (exclusive) in code points; None where the text does not hold it."""

_SMALL = frozenset(["the", "of", "and", "s", "for", "between", "a", "an", "on", "in", "to"])


def pair(gold: Sequence[Any], read: Sequence[Any], fit: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Places in `gold` and `read` that belong together, each used once, the best fit first and of equals the earlier;
    `fit` gives 0 where two do not belong together."""
    fits = [(-value, i, j) for i, g in enumerate(gold) for j, r in enumerate(read) if (value := fit(g, r)) > 0]
    left, right, found = set(range(len(gold))), set(range(len(read))), []
    for _, i, j in sorted(fits):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append((i, j))
    return found


def alike(a: str | None, b: str | None, least: float = 0.5) -> bool:
    """Whether at least a share of the words of either stand in both, small words left out."""
    x, y = set(words(a)) - _SMALL, set(words(b)) - _SMALL
    return bool(x and y) and len(x & y) / len(x | y) >= least


def same_name(a: str | None, b: str | None) -> bool:
    """Equal as sets of words, or all words of one stand in the other."""
    x, y = set(words(a)), set(words(b))
    return bool(x and y) and (x <= y or y <= x)


def overlap(a: Place, b: Place) -> float:
    """Shared characters over the shorter of the two, 0 to 1."""
    if a is None or b is None:
        return 0.0
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, min(a[1] - a[0], b[1] - b[0]))


def words(text: str | None) -> list[str]:
    """The words of a name or phrase, without case and marks."""
    return re.findall(r"\w+", (text or "").casefold())
