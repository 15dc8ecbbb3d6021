"""The family of sources: bytes go in, dispatches come out.

One module of this package is one member, found by being here; another package adds one through the entry point group
`dragoman.sources`, whose value is the module. A member declares

- `MEDIA_TYPES` and `SUFFIXES`: what it is called on the wire and on a disk, in lower case, suffixes with their dot;
- `sniff(head: bytes) -> bool`, if its bytes can be told from their beginning (at most `HEAD` bytes are shown);
- `dispatches(data: bytes, origin: str) -> Iterator[Dispatch | Skipped]`, which may also take `charset: str | None`, the
  character set that the carrier declared. It raises SourceError where nothing more can be had from the bytes.

A member knows no other member. What several of them need lies in `parts`.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.skipped import Skipped

GROUP = "dragoman.sources"
"""The entry point group by which other packages add members."""

HEAD = 8192
"""How many bytes a `sniff` is shown at most."""


@dataclass(frozen=True, slots=True)
class Source:
    """A member as declared. `name`: that of its module or entry point."""

    name: str
    media_types: frozenset[str]
    suffixes: frozenset[str]
    sniff: Callable[[bytes], bool] | None
    function: Callable[..., Iterator[Dispatch | Skipped]]
    takes_charset: bool

    def dispatches(self, data: bytes, origin: str, charset: str | None = None) -> Iterator[Dispatch | Skipped]:
        """What the member makes of `data`; SourceError where it can make nothing, or nothing more, of it."""
        return self.function(data, origin, charset=charset) if self.takes_charset else self.function(data, origin)


@cache
def members() -> tuple[Source, ...]:
    """All members, by name. SourceError where one is malformed, cannot be imported or takes another's name."""
    found: dict[str, Source] = {}
    for info in pkgutil.iter_modules(__path__):
        if info.ispkg:
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        if hasattr(module, "dispatches"):
            found[info.name] = _declared(info.name, module)
    for point in entry_points(group=GROUP):
        if point.name in found:
            raise SourceError(f"source {point.name!r} from {point.value}", "takes the name of another", "rename it")
        try:
            module = point.load()
        except (ImportError, AttributeError) as error:
            raise SourceError(
                f"source {point.name!r} from {point.value}",
                f"cannot be imported: {error}",
                "mend or remove its package",
            ) from error
        found[point.name] = _declared(point.name, module)
    return tuple(found[name] for name in sorted(found))


def _declared(name: str, module: ModuleType) -> Source:
    wanted: dict[str, Any] = {part: getattr(module, part, None) for part in ("MEDIA_TYPES", "SUFFIXES", "dispatches")}
    missing = [part for part, value in wanted.items() if value is None]
    if missing:
        raise SourceError(f"source {name!r} in {module.__name__}", f"declares no {', '.join(missing)}", "declare it")
    return Source(
        name=name,
        media_types=frozenset(wanted["MEDIA_TYPES"]),
        suffixes=frozenset(wanted["SUFFIXES"]),
        sniff=getattr(module, "sniff", None),
        function=wanted["dispatches"],
        takes_charset="charset" in inspect.signature(wanted["dispatches"]).parameters,
    )
