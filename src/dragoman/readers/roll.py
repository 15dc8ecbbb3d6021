"""The roll of readers, in the order in which they can run."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module, metadata
from types import ModuleType

from dragoman import readers


def _members() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(readers.__path__):
        member = import_module(f"{readers.__name__}.{module.name}")
        if hasattr(member, "YIELDS"):
            yield member
    for point in metadata.entry_points(group="dragoman.readers"):
        yield point.load()


@lru_cache(maxsize=1)
def roll() -> tuple[ModuleType, ...]:
    """Every reader, each after those that yield what it needs, by name where that leaves a choice. ValueError for a circle."""
    waiting = sorted(_members(), key=lambda m: m.__name__)
    ordered: list[ModuleType] = []
    while waiting:
        missing = {kind for member in waiting for kind in member.YIELDS}
        ready = next((m for m in waiting if not missing & (set(m.NEEDS) - set(m.YIELDS))), None)
        if ready is None:
            raise ValueError(f"readers that wait for each other: {', '.join(m.__name__ for m in waiting)}")
        waiting.remove(ready)
        ordered.append(ready)
    return tuple(ordered)
