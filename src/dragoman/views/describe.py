"""The contracts in words, from the code: what a program that reads `--json` can rely on."""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Iterator, Mapping
from typing import Any, Union, get_args, get_origin, get_type_hints

from dragoman.views.roll import View, roll


def contracts() -> str:
    """A Markdown page with every view: what it answers, what it heeds, an example, and the fields of its contract with
    those of all objects within it, each object once for the whole page."""
    parts = [
        "# Contracts",
        "What each view gives, as `--json` prints it. Every claim carries evidence items of exactly "
        '`{"dispatch", "start", "end", "text"}`: `start` (inclusive) and `end` (exclusive) are code points of the '
        "dispatch's text as given, and `text` is those characters. Days are ISO 8601, countries ISO 3166-1 alpha-3; "
        "unknown is null.",
    ]
    shown: set[type] = set()
    for view in roll().values():
        parts += [f"## {view.name}", view.help, view.words]
        for one in objects(view.contract):
            if one not in shown:
                shown.add(one)
                parts += [f"### {one.__name__}", _flat(inspect.getdoc(one) or ""), _fields(one)]
    return "\n\n".join(parts) + "\n"


def objects(contract: type) -> Iterator[type]:
    """The dataclasses that a contract is made of, itself first, each once."""
    seen: list[type] = []

    def visit(kind: Any) -> None:
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            if kind not in seen:
                seen.append(kind)
                for hint in get_type_hints(kind).values():
                    visit(hint)
            return
        for part in get_args(kind):
            visit(part)

    visit(contract)
    yield from seen


def undescribed(view: View) -> list[str]:
    """The objects of a view's contract that have no words of their own."""
    return [one.__name__ for one in objects(view.contract) if (one.__doc__ or "").startswith(f"{one.__name__}(")]


def _fields(one: type) -> str:
    hints = get_type_hints(one)
    rows = [f"| `{field.name}` | {_kind(hints[field.name])} |" for field in dataclasses.fields(one)]
    return "\n".join(["| field | is |", "|---|---|", *rows])


def _kind(hint: Any) -> str:
    """A type as a reader of JSON would say it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " or ".join(sorted(_kind(p) for p in parts if p is not type(None))) + (
            " or null" if type(None) in parts else ""
        )
    if origin in (tuple, list, frozenset, set):
        inner = [p for p in parts if p is not Ellipsis]
        return f"list of {_kind(inner[0])}" if inner else "list"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"object of {_kind(parts[1])} by name"
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    if parts:
        return " or ".join(f'"{p}"' if isinstance(p, str) else str(p) for p in parts)
    return _NAMES.get(hint, "any value")


_NAMES: dict[Any, str] = {str: "text", int: "number", float: "number", bool: "true or false"}


def _flat(words: str) -> str:
    return " ".join(words.split())
