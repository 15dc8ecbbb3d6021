"""Every command explains itself, and every wrong call or file ends in one line that says what to do."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from dragoman.cli.app import app, load
from tests.cli.conftest import Call

load()


def commands() -> Iterator[tuple[str, Any]]:
    """(words, command) of every command, those of groups included."""

    def below(group: Any, above: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        for name, command in group.commands.items():
            words = (*above, name)
            if hasattr(command, "commands"):
                yield from below(command, words)
            else:
                yield " ".join(words), command

    yield from below(typer.main.get_command(app), ())


ALL = dict(commands())


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_words_and_an_example_of_itself(name: str) -> None:
    said = ALL[name].help or ""
    assert re.search(r"Examples?: ", said), f"{name} shows no example"
    assert f"dragoman {name}" in said
    assert all(getattr(p, "help", None) for p in ALL[name].params if p.param_type_name == "argument"), name


@pytest.mark.parametrize("name", ALL)
def test_help_of_every_command_is_printed(call: Call, name: str) -> None:
    answer = call(*name.split(), "--help")
    assert answer.status == 0
    assert f"dragoman {name}" in " ".join(answer.out.split())


def test_help_loads_no_heavy_room() -> None:
    heavy = ("spacy", "sqlalchemy", "trafilatura", "pydantic", "rich.console", "fastapi", "alembic")
    code = (
        "import sys; sys.argv = ['dragoman', '--help']\nfrom dragoman.cli import main\n"
        f"try:\n    main()\nexcept SystemExit:\n    pass\nsys.exit(', '.join(m for m in {heavy} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_command_help_is_shown(call: Call) -> None:
    answer = call()
    assert answer.status in (0, 2)
    assert "Commands:" in answer.out + answer.err


def test_version(call: Call) -> None:
    assert re.fullmatch(r"dragoman \d+\.\d+\.\d+\n", call("--version").out)


WRONG = [
    # a desk, folder, part, record or id that is not there
    (("read", "--desk", "atlantis", "{here}"), "atlantis", 1),
    (("score", "{here}", "{here}"), "holds no annotation", 1),
    (("score", "{here}", "{here}", "--misses", "style"), "there is no part 'style'", 1),
    (("desk", "show", "atlantis"), "atlantis", 1),
    (("desk", "show", "world", "atlantis"), "has no entry 'atlantis'", 1),
    (("desk", "new", "nile"), "--side EGY --side ETH", 1),
    (("desk", "new", "nile", "--side", "EGY"), "--side EGY --side ETH", 1),
    (("verify", "--record", "{here}/none.db"), "none.db", 1),
    (("timeline", "--record", "{here}/none.db"), "none.db", 1),
    (("show", "x", "--record", "{here}/none.db"), "none.db", 1),
    (("export", "csv", "--record", "{here}/none.db"), "none.db", 1),
    (("verify", "--record", "{here}/no.db"), "no.db", 1),
    (("add", "{here}/story.txt", "--record", "{here}/no.db"), "no.db", 1),
]


@pytest.mark.parametrize(("words", "said", "status"), WRONG)
def test_errors_are_one_line_with_a_remedy(
    call: Call, tmp_path: Path, words: tuple[str, ...], said: str, status: int
) -> None:
    (tmp_path / "no.db").write_bytes(b"this is no database, whatever its name may say" * 50)
    (tmp_path / "story.txt").write_text("The two met in Lima.", encoding="utf-8")
    answer = call(*(word.format(here=tmp_path) for word in words))
    assert answer.status == status
    assert answer.err.count("\n") == 1
    assert answer.err.startswith("dragoman: ")
    assert said in answer.err
    assert answer.err.rstrip().endswith(")")
    assert answer.out == ""


@pytest.mark.parametrize(
    "words",
    [
        ("fetch",),
        ("read",),
        ("read", "--format", "xml", "x"),
        ("read", "--least", "2", "x"),
        ("score", "/none", "/none"),
    ],
)
def test_wrong_calls_end_with_two(call: Call, words: tuple[str, ...]) -> None:
    answer = call(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert "Usage: dragoman" in answer.err
