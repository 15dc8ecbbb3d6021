"""A new desk's folder: sound as it stands, and sound once its examples are uncommented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.desk import pack
from dragoman.desk.check import check
from dragoman.desk.new import guess_sides, new
from dragoman.errors import DeskError


def test_a_new_desk_is_sound_and_names_its_sides(tmp_path: Path) -> None:
    made = new("norway-peru", tmp_path, ("NOR", "PER"))
    assert check(str(made)) == []
    header = pack.load(str(made)).header
    assert (header.title, header.sides, header.uses) == ("Norway and Peru", ("NOR", "PER"), ("world", "en"))


def test_its_examples_are_entries(tmp_path: Path) -> None:
    made = new("norway-peru", tmp_path, ("NOR", "PER"))
    for file in made.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        if file.name != "desk.yaml":
            text = re.sub(r"^(\w+): \[\]$", r"\1:", text, flags=re.M)
            text = re.sub(r"^#  ", "  ", text, flags=re.M)
            file.write_text(text, encoding="utf-8")
    assert [str(p) for p in check(str(made))] == []
    loaded = pack.load(str(made))
    assert [
        len(getattr(loaded, kind)) for kind in ("people", "mechanisms", "instruments", "issues", "formulas", "outlets")
    ] == [1] * 6


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("norway-peru", ("NOR", "PER")),
        ("south-korea-japan", ("KOR", "JPN")),
        ("korea-japan", ("KOR", "JPN")),
        ("nile", None),
        ("norway-atlantis", None),
    ],
)
def test_sides_by_the_id(name: str, sides: tuple[str, str] | None) -> None:
    assert guess_sides(name) == sides


@pytest.mark.parametrize(
    ("name", "sides", "said"),
    [
        ("Norway Peru", ("NOR", "PER"), "is no desk id"),
        ("../norway-peru", ("NOR", "PER"), "is no desk id"),
        ("norway-peru", ("NOR", "ATL"), "is no country code"),
        ("there", ("NOR", "PER"), "already exists"),
    ],
)
def test_refused(tmp_path: Path, name: str, sides: tuple[str, str], said: str) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(DeskError, match=said) as refused:
        new(name, tmp_path, sides)
    assert refused.value.remedy
    assert [f.name for f in tmp_path.iterdir()] == ["there"]
