"""Keys in pieces that one statement can carry: SQLite takes so many parameters and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

BATCH = 400


def batches(keys: Iterable[str]) -> Iterator[Sequence[str]]:
    """Sorted, each key once, at most 400 in a piece."""
    listed = sorted(set(keys))
    for start in range(0, len(listed), BATCH):
        yield listed[start : start + BATCH]
