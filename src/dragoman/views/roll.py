"""The roll of views: each module here, or behind an entry point of another package, that has a `NAME`."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module, metadata
from types import ModuleType
from typing import Any, get_type_hints

from dragoman import views
from dragoman.record.store import Record
from dragoman.views.query import Query


@dataclass(frozen=True, slots=True)
class View:
    """`contract`: the dataclass that `view` gives. `words`: the function's docstring, with an example."""

    name: str
    help: str
    view: Callable[[Record, Query], Any]
    contract: type
    words: str


def _members() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(views.__path__):
        member = import_module(f"{views.__name__}.{module.name}")
        if hasattr(member, "NAME"):
            yield member
    for point in metadata.entry_points(group="dragoman.views"):
        yield point.load()


@lru_cache(maxsize=1)
def roll() -> dict[str, View]:
    """Every view by name, in alphabetical order. ValueError where two have one name."""
    found: dict[str, View] = {}
    for member in sorted(_members(), key=lambda m: str(m.NAME)):
        if member.NAME in found:
            raise ValueError(f"two views are called {member.NAME}")
        words = inspect.getdoc(member.view) or ""
        contract = get_type_hints(member.view)["return"]
        found[member.NAME] = View(member.NAME, member.HELP, member.view, contract, words)
    return found
