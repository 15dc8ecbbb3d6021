"""Drawing: a view's contract to SVG or PNG, without a browser or network."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from dragoman import plots
from dragoman.errors import ExtraError, QueryError

STYLE: Mapping[str, Any] = {
    "background": "#ffffff",
    "config": {
        "font": "Noto Sans, Noto Sans CJK SC, Helvetica, Arial, sans-serif",
        "view": {"stroke": None},
        "axis": {"grid": True, "gridColor": "#ececf0", "domainColor": "#8a8a93", "tickColor": "#8a8a93"},
        "title": {"anchor": "start", "fontSize": 15, "offset": 12},
    },
}
SCALE = 2.0
"""Pixels of a PNG for each of the picture's units."""


def names() -> list[str]:
    """The pictures that there are."""
    modules = [module.name for module in pkgutil.iter_modules(plots.__path__)]
    return sorted(name for name in modules if hasattr(import_module(f"{plots.__name__}.{name}"), "spec"))


def plot(name: str, contract: Any, to: Path) -> None:
    """Writes the picture `name` of a contract to a file ending in .svg or .png. QueryError for another suffix or name;
    ExtraError where the packages that draw are not installed."""
    suffix = to.suffix.lower()
    if suffix not in (".svg", ".png"):
        raise QueryError(str(to), "no picture goes by that suffix", "end it in .svg or .png")
    to.write_bytes(svg(name, contract).encode("utf-8") if suffix == ".svg" else png(name, contract))


def svg(name: str, contract: Any) -> str:
    """The picture as an SVG document. Errors as `plot`."""
    return str(_drawer().vegalite_to_svg(chart(name, contract)))


def png(name: str, contract: Any) -> bytes:
    """The picture as PNG. Errors as `plot`."""
    return bytes(_drawer().vegalite_to_png(chart(name, contract), scale=SCALE))


def chart(name: str, contract: Any) -> str:
    """The picture's Vega-Lite specification as JSON. QueryError where there is no such picture."""
    if name not in names():
        raise QueryError(name, "there is no such picture", f"pictures are {', '.join(names())}")
    spec = import_module(f"{plots.__name__}.{name}").spec(contract)
    return json.dumps({**STYLE, **spec}, ensure_ascii=False)


def _drawer() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise ExtraError(
            "pictures", "the packages that draw are not installed", "pip install 'dragoman[charts]'"
        ) from error
    return vl_convert
