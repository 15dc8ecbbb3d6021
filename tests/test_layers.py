"""The contracts that lint-imports keeps name every member of each family; a member without its place is found here."""

from __future__ import annotations

from configparser import ConfigParser
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from dragoman import readers, sources, views

CONTRACTS = ConfigParser()
CONTRACTS.read(Path(__file__).parent.parent / ".importlinter", encoding="utf-8")


@pytest.mark.parametrize(
    ("family", "sign"),
    [(readers, "YIELDS"), (sources, "dispatches"), (views, "view")],
    ids=lambda x: getattr(x, "__name__", x),
)
def test_every_member_of_a_family_stands_in_its_contract(family: object, sign: str) -> None:
    name = family.__name__  # type: ignore[attr-defined]
    modules = [f"{name}.{m.name}" for m in iter_modules(family.__path__)]  # type: ignore[attr-defined]
    members = {module for module in modules if hasattr(import_module(module), sign)}
    kept = CONTRACTS[f"importlinter:contract:{name.rpartition('.')[2]}"]["modules"].split()
    assert members == set(kept)


def test_one_module_imports_the_parser() -> None:
    source = Path(str(readers.__file__)).parent.parent
    knowing = [f.name for f in source.rglob("*.py") if "import spacy" in f.read_text(encoding="utf-8")]
    assert knowing == ["grammar.py"]
