"""Folders of small desks for tests."""

from __future__ import annotations

from pathlib import Path

HEADER = "id: {id}\ntitle: A desk\nsides: [PER, NOR]\nuses: [world, en]\n"


def folder(where: Path, files: dict[str, str], header: str = HEADER, name: str = "ports") -> Path:
    """The desk `where/name` with these files beside its header."""
    made = where / name
    made.mkdir()
    (made / "desk.yaml").write_text(header.format(id=name), encoding="utf-8")
    for file, text in files.items():
        (made / f"{file}.yaml").write_text(text, encoding="utf-8")
    return made
