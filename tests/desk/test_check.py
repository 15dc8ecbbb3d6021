"""What is wrong with a desk is said entry by entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk import pack
from dragoman.desk.check import check
from tests.desk.packs import folder

PERSON = "  - {{id: {id}, name: {id}, family: A, given: B, country: PER, tenures: [{tenures}]}}\n"


def minister(since: str, until: str, role: str = "foreign-minister") -> str:
    return f"{{role: {role}, title: Minister, from: {since}, to: {until}}}"


def people(**tenures: str) -> dict[str, str]:
    return {"people": "people:\n" + "".join(PERSON.format(id=who, tenures=said) for who, said in tenures.items())}


def mechanism(sessions: str) -> dict[str, str]:
    return {
        "mechanisms": "mechanisms:\n  - {id: dialogue, name: Dialogue, level: ministers, patterns: [ocean dialogue], "
        f"examples: [the Ocean Dialogue], sessions: [{sessions}]}}\n"
    }


SOUND = [
    people(ana=minister("2020", "2021"), tom=minister("2022", "2023")),
    # handing over takes a day or two
    people(ana=minister("2020-01-01", "2021-05-02"), tom=minister("2021-05-01", "2023-01-01")),
    # one person may hold two offices at a time
    people(ana=minister("2020", "2021") + ", " + minister("2020", "2021", "defence-minister")),
    # heads of organisations serve no country then
    {
        "people": "people:\n  - {id: ana, name: Ana, family: A, given: B, tenures: [{role: union-president, title: Head, organisation: eu, from: 2020}]}\n"
    },
    mechanism("{number: 1, date: 2019}, {number: 2, date: 2020-05-01, host: NOR, chairs: [Somebody Else]}"),
]

UNSOUND = [
    # patterns against their examples and counter-examples
    ({"issues": "issues:\n  - {id: fish, label: Fish, patterns: [fish], examples: [meat]}\n"}, "does not match its example 'meat'"),
    (
        {"issues": "issues:\n  - {id: fish, label: Fish, patterns: [fish], examples: [fish], not: [a fish]}\n"},
        "matches 'a fish', which stands under `not`",
    ),
    ({"issues": "issues:\n  - {id: fish, label: Fish, patterns: [fish]}\n"}, "has patterns and no examples"),
    ({"issues": "issues:\n  - {id: fish, label: Fish, patterns: ['fish('], examples: [fish]}\n"}, "is no regular expression"),
    # tenures
    (people(ana=minister("2021", "2020")), "tenure of foreign-minister"),
    (people(ana=minister("2020", "2021") + ", " + minister("2021-03", "2022")), "two tenures of foreign-minister overlap"),
    (people(ana=minister("2020", "2021"), tom=minister("2021-03", "2023")), "both hold foreign-minister of PER"),
    (people(ana=minister("2020", "2021", "chief-fisher")), "no pack has the role 'chief-fisher'"),
    (people(ana="{role: minister, title: Head, organisation: atlantis, from: 2020}"), "no pack has the organisation 'atlantis'"),
    ({"people": "people:\n  - {id: ana, name: Ana, family: A, given: B}\n"}, "serves nobody"),
    ({"people": "people:\n  - {id: ana, name: Ana, family: A, given: B, tenures: [" + minister("2020", "2021") + "]}\n"}, "serves nobody"),
    # sessions
    (mechanism("{number: 1, date: 2020}, {number: 2, date: 2019}"), "session 2 is dated before session 1"),
    (mechanism("{number: 1, date: 2019}, {number: 1, date: 2020}"), "two sessions have one number"),
    (mechanism("{number: 1, date: soon}"), "session 1: not an ISO date"),
    (mechanism("{number: 1, date: 2019, host: ATL}"), "no pack has the country 'ATL'"),
    (mechanism("{number: 1, date: 2019, chairs: [nobody]}"), "no pack has the person 'nobody'"),
    # references
    ({"outlets": "outlets:\n  - {id: wire, name: Wire, country: ATL}\n"}, "no pack has the country 'ATL'"),
    ({"issues": "issues:\n  - {id: fish, label: Fish, parent: sea}\n"}, "no pack has the parent 'sea'"),
    ({"instruments": "instruments:\n  - {id: all, name: All, members: [one]}\n"}, "no pack has the member 'one'"),
    # what cannot be read at all comes alone
    ({"issues": "issues: [\n"}, ""),
]  # fmt: skip


@pytest.mark.parametrize("files", SOUND)
def test_sound(tmp_path: Path, files: dict[str, str]) -> None:
    assert check(str(folder(tmp_path, files))) == []


@pytest.mark.parametrize(("files", "said"), UNSOUND)
def test_unsound(tmp_path: Path, files: dict[str, str], said: str) -> None:
    (problem,) = check(str(folder(tmp_path, files)))
    assert said in problem.what
    assert "\n" not in str(problem)


def test_a_side_that_nobody_knows(tmp_path: Path) -> None:
    made = folder(tmp_path, {}, "id: {id}\ntitle: A desk\nsides: [PER, ATL]\nuses: [world]\n")
    assert [p.what for p in check(str(made))] == ["no pack has the country 'ATL'"]


@pytest.mark.parametrize("name", sorted(pack.folders()))
def test_every_installed_desk_is_sound(name: str) -> None:
    assert [str(p) for p in check(name)] == []
