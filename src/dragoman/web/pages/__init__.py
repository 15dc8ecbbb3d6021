"""Pages: one file a page or a few that belong together, found by being there. Each has a `ROUTER`."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def members() -> list[ModuleType]:
    """Every page module, in alphabetical order."""
    found = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return [module for module in found if hasattr(module, "ROUTER")]
