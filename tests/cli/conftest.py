"""The command line as a person calls it, in this process: status, standard output and standard error."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from dragoman.cli.app import main


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    out: str
    err: str


Call = Callable[..., Answer]


class _Input(io.StringIO):
    """Standard input that holds these bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(data)  # type: ignore[misc]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """`call("read", "story.txt", stdin=b"…")`. A traceback would fail the test, for main lets no error but its own end a command."""

    def run(*words: object, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", _Input(stdin))
        capsys.readouterr()
        status = 0
        try:
            main()
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else 1 if left.code else 0
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return run
