"""Documentation is held to the code: commands that are named exist, and whatever a family holds has words."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest
import typer.main

from dragoman import exports, sources, views
from dragoman.cli.app import app, load
from dragoman.readers.roll import roll

ROOT = Path(__file__).parent.parent
PAGES = [
    path
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
    if path.is_file()
]
load()
GROUP = typer.main.get_command(app)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def lines(page: Path) -> Iterator[str]:
    """Every command line of a page's shell blocks, and every command in its examples' words."""
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
        if language in ("sh", "console", "bash"):
            for line in block.splitlines():
                yield line.removeprefix("$ ").split(" #")[0].strip()


def calls() -> Iterator[tuple[str, str]]:
    """(page, command line) of every `dragoman …` and `make …`."""
    for page in PAGES:
        for line in lines(page):
            for part in re.split(r"\s(?:\||&&|;)\s", line):
                if re.match(r"(?:\S*/)?(?:dragoman|make)\b", part):
                    yield page.name, part


@pytest.mark.parametrize(("page", "line"), sorted(set(calls())))
def test_every_command_of_the_documentation_exists(page: str, line: str) -> None:
    words = shlex.split(re.sub(r"[<>]\s*\S+", "", line))
    name = words.pop(0).rpartition("/")[2]
    if name == "make":
        assert {w for w in words if "=" not in w} <= TARGETS, line
        return
    command: Any = GROUP
    while hasattr(command, "commands") and words and not words[0].startswith("-"):
        assert words[0] in command.commands, f"{page}: {line}"
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    given = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert given <= known, f"{page}: {line}"


def test_the_readme_shows_the_two_commands_and_its_first_steps() -> None:
    shown = [line for page, line in calls() if page == "README.md"]
    assert {"make demo", "make test"} <= set(shown)
    assert sum(line.startswith("dragoman ") for line in shown) >= 5


def members(family: ModuleType, sign: str) -> list[ModuleType]:
    modules = [import_module(f"{family.__name__}.{m.name}") for m in iter_modules(family.__path__)]
    return [module for module in modules if hasattr(module, sign)]


FAMILIES = [*roll(), *members(sources, "dispatches"), *members(views, "view"), *members(exports, "write")]


@pytest.mark.parametrize("member", FAMILIES, ids=lambda m: m.__name__)
def test_every_member_of_a_family_has_words(member: ModuleType) -> None:
    assert len((member.__doc__ or "").split()) >= 4
    verb = next(getattr(member, name) for name in ("read", "dispatches", "view", "write") if hasattr(member, name))
    assert len((verb.__doc__ or "").split()) >= 4, f"{member.__name__}.{verb.__name__}"


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_every_module_says_why_it_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(('"""', "'''")), path.name
    assert text.count("\n") < 500, f"{path.name} is too long to be read in one go"


def test_links_of_the_documentation_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_pages_made_from_the_code_are_up_to_date() -> None:
    """docs/cli.md and docs/contracts.md say what the code says; `scripts/document.py` writes them."""
    run = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "document.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
