"""Packs laid over one another: what a desk knows by name, by role and by day."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk.desk import desk, fresh, relationships
from dragoman.errors import DeskError
from dragoman.when import When
from tests.desk.packs import HEADER, folder

PEOPLE = """\
people:
  - id: ana-ruiz
    name: Ana Ruiz
    family: Ruiz
    given: Ana
    country: AND
    tenures: [{role: foreign-minister, title: Foreign Minister, from: 2020-01-01, to: 2022-06-30}]
  - id: pia-soto
    name: Pia Soto
    family: Soto
    given: Pia
    country: AND
    tenures: [{role: foreign-minister, title: Foreign Minister, from: 2022-07}]
"""


@pytest.mark.parametrize(
    ("word", "code"),
    [
        # a name, another name, a people, a capital, whatever the case
        ("Peru", "PER"),
        ("peruvian", "PER"),
        ("LIMA", "PER"),
        ("United Kingdom", "GBR"),
        ("Atlantis", None),
    ],
)
def test_countries_by_what_texts_call_them(word: str, code: str | None) -> None:
    assert desk(("world", "en")).country_of(word) == code


@pytest.mark.parametrize(
    ("when", "holders"),
    [
        ("2021-05-01", ["ana-ruiz"]),
        ("2022-06-30", ["ana-ruiz"]),
        ("2022-07-01", ["pia-soto"]),
        # over a year in which the office changed hands, both, in order
        ("2022", ["ana-ruiz", "pia-soto"]),
        # still in office; before anybody
        ("2030", ["pia-soto"]),
        ("2010", []),
    ],
)
def test_who_held_an_office_on_a_day(tmp_path: Path, when: str, holders: list[str]) -> None:
    made = desk((str(folder(tmp_path, {"people": PEOPLE})),))
    assert [p.id for p, _ in made.tenures("foreign-minister", "AND", When.parse(when))] == holders
    assert made.tenures("foreign-minister", "SMR", When.parse(when)) == []


def test_packs_that_are_used_lie_below(tmp_path: Path) -> None:
    made = desk((str(folder(tmp_path, {})),))
    assert made.ids == ("world", "en", "ports")
    assert made.sides == ("PER", "NOR")
    assert "PER" in made.countries


def test_two_entries_of_one_id_need_a_word_for_it(tmp_path: Path) -> None:
    issue = "issues:\n  - {{id: fish, label: {}, replaces: {}}}\n"
    below = folder(tmp_path, {"issues": issue.format("Fish", "false")}, name="below")
    above = "id: {id}\ntitle: A desk\nuses: []\n"
    twice = folder(tmp_path, {"issues": issue.format("Fishes", "false")}, above, "twice")
    with pytest.raises(DeskError, match=r"'fish' stands twice"):
        fresh([str(below), str(twice)])
    said = folder(tmp_path, {"issues": issue.format("Fishes", "true")}, above, "said")
    assert fresh([str(below), str(said)]).issues["fish"].label == "Fishes"


def test_a_pack_that_uses_itself_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path, {}, "id: {id}\ntitle: A\nuses: [b]\n", "a")
    folder(tmp_path, {}, "id: {id}\ntitle: B\nuses: [a]\n", "b")
    monkeypatch.setenv("DRAGOMAN_DESKS", str(tmp_path))
    with pytest.raises(DeskError, match="uses itself"):
        fresh(["a"])


def test_its_hash_follows_its_packs(tmp_path: Path) -> None:
    made = folder(tmp_path, {"issues": "issues: []\n"})
    before = fresh([str(made)])
    (made / "issues.yaml").write_text("issues:\n  - {id: fish, label: Fish}\n", encoding="utf-8")
    after = fresh([str(made)])
    assert before.hash != after.hash
    assert len(after.hash) == 16
    assert list(after.issues)[-1] == "fish"


def test_words_and_groups() -> None:
    made = desk(("world", "en"))
    assert made.words("no-such-list") == ()
    assert made.word_set("no-such-list") == frozenset()
    assert all(
        verb.group == group
        for group in {v.group for v in made.verbs.values()}
        for verb in made.verb_group(group).values()
    )
    assert "foreign minister" in made.titles


def test_relationships_are_the_desks_of_two_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path, {}, HEADER)
    monkeypatch.setenv("DRAGOMAN_DESKS", str(tmp_path))
    found = relationships()
    assert found["ports"] == ("PER", "NOR")
    assert "world" not in found


HEAD = """\
people:
  - id: ana-ruiz
    name: Ana Ruiz
    family: Ruiz
    given: Ana
    country: AND
    tenures:
    - {role: head-of-government, title: Prime Minister, from: 2010-01-01, to: 2015-06-30}
    - {role: secretary-general-organisation, title: Secretary-General, organisation: un, from: 2016-01-01, to: 2019-12-31}
    - {role: head-of-government, title: Prime Minister, from: 2020-02-01}
"""


@pytest.mark.parametrize(
    ("when", "roles", "country"),
    [
        ("2012-05-01", (), "AND"),
        ("2017-05-01", (), None),
        ("2021-05-01", (), "AND"),
        # a year with both says nothing but by the office; nor does no day at all
        ("2016/2021", (), None),
        ("2016/2021", ("head-of-government",), "AND"),
        ("2016/2021", ("secretary-general-organisation",), None),
        (None, (), None),
        # between two offices nobody knows
        ("2015-09-01", (), None),
    ],
)
def test_whom_a_head_of_an_organisation_serves(
    tmp_path: Path, when: str | None, roles: tuple[str, ...], country: str | None
) -> None:
    made = desk((str(folder(tmp_path, {"people": HEAD})),))
    day = When.parse(when) if when else None
    assert made.people["ana-ruiz"].country_on(day, roles) == country
    assert made.tenures("secretary-general-organisation", "AND", When.parse("2017")) == []
