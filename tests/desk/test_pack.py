"""A desk's folder is read whole; what is wrong with it is named with file, entry and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk import pack
from dragoman.errors import DeskError
from tests.desk.packs import HEADER, folder


def test_installed_desks_are_found() -> None:
    assert {"world", "en", "china-japan"} <= set(pack.folders())


def test_further_folders_are_named_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = folder(tmp_path, {})
    monkeypatch.setenv("DRAGOMAN_DESKS", str(tmp_path))
    assert pack.folders()["ports"] == made
    assert pack.load("ports").header.sides == ("PER", "NOR")


def test_yaml_is_read_as_people_mean_it(tmp_path: Path) -> None:
    made = folder(
        tmp_path,
        {
            "a": "instruments:\n  - {id: no, name: NO, date: 1998-11-26, patterns: [on], examples: [on]}\n",
            "b": "instruments:\n  - {id: yes, name: Yes, patterns: ['yes'], examples: ['yes']}\n",
        },
    )
    entries = {e.id: e for e in pack.load(str(made)).instruments}
    assert set(entries) == {"no", "yes"}
    assert (entries["no"].name, entries["no"].date, entries["no"].patterns) == ("NO", "1998-11-26", ("on",))


WRONG = [
    # a folder without its header, YAML that is none, a kind that is none
    ({"people": "people: [\n"}, "people.yaml, line 2", ""),
    ({"people": "- Ana\n"}, "people.yaml", "is not a mapping of kinds to lists"),
    ({"people": "persons: []\n"}, "people.yaml", "unknown kind 'persons'"),
    # an entry that lacks a field, has one too many, or has no id that is one
    ({"people": "people:\n  - {id: ana, name: Ana}\n"}, "people.yaml, people entry 'ana'", "family: Field required"),
    ({"issues": "issues:\n  - {id: fish, label: Fish, weight: 3}\n"}, "issues entry 'fish'", "weight: Extra inputs"),
    ({"issues": "issues:\n  - {id: Fish!, label: Fish}\n"}, "issues entry 'Fish!'", "id: "),
    ({"issues": "issues:\n  - fish\n"}, "issues entry 'fish'", "entry: "),
]


@pytest.mark.parametrize(("files", "where", "what"), WRONG)
def test_malformed_desks_are_named(tmp_path: Path, files: dict[str, str], where: str, what: str) -> None:
    with pytest.raises(DeskError) as refused:
        pack.load(str(folder(tmp_path, files)))
    assert where in refused.value.where
    assert what in refused.value.what
    assert refused.value.remedy


def test_a_desk_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(DeskError, match="atlantis") as refused:
        pack.load("atlantis")
    assert "china-japan" in str(refused.value)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    made = folder(tmp_path, {})
    (made / "people.yaml").write_bytes(b"people: [\xff\xfe\x00]")
    with pytest.raises(DeskError, match=r"people\.yaml"):
        pack.load(str(made))


def test_a_changed_file_is_read_again_and_changes_the_version(tmp_path: Path) -> None:
    made = folder(tmp_path, {"issues": "issues: []\n"})
    before = pack.digest(str(made))
    assert pack.load(str(made)).issues == ()
    (made / "issues.yaml").write_text("issues:\n  - {id: fish, label: Fish}\n", encoding="utf-8")
    assert [e.id for e in pack.load(str(made)).issues] == ["fish"]
    assert pack.digest(str(made)) != before
    assert len(before) == 16


def test_the_same_files_have_the_same_version_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = (folder(tmp_path / at, {"issues": "issues: []\n"}, HEADER) for at in ("a", "b"))
    assert pack.digest(str(one)) == pack.digest(str(other))
