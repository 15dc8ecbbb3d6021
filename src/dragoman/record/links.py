"""Which person of a dispatch a name in it means: by the whole name, or by a part of it that no other person there
has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words(name: str) -> tuple[str, ...]:
    """The name's words, case folded, in order."""
    return tuple(_WORD.findall(name.casefold()))


def linker(people: Iterable[tuple[str, str]]) -> Callable[[str], str | None]:
    """From (id, name) pairs, a function that gives a name's person, None where there is none or more than one."""
    listed = [(key, name, words(name)) for key, name in people]
    exact: dict[str, set[str]] = {}
    for key, name, _ in listed:
        exact.setdefault(name, set()).add(key)

    def link(name: str) -> str | None:
        if name in exact:
            return next(iter(exact[name])) if len(exact[name]) == 1 else None
        parts = words(name)
        same = {key for key, _, theirs in listed if theirs == parts and parts}
        if not same and parts:
            same = {
                key for key, _, theirs in listed if theirs and (set(parts) <= set(theirs) or set(theirs) <= set(parts))
            }
        return next(iter(same)) if len(same) == 1 else None

    return link
