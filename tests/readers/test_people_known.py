"""People whom a desk knows, by name, by office on a day, and as heads of organisations."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.packs import folder
from tests.readers.somebody import read


def _desk(where: Path, name: str, listed: str) -> tuple[str, ...]:
    """The packs of a made desk that knows some people."""
    return (str(folder(where, {"people": f"people:\n{listed}"}, name=name)),)


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """A desk that knows two foreign ministers of Andorra, one after the other, and how translations write one of them."""
    return _desk(
        tmp_path_factory.mktemp("desks"),
        "ports",
        """\
  - id: ana-ruiz
    name: Ana Ruiz
    family: Ruiz
    given: Ana
    also: [Ana Ruiz Soto]
    misread: [{form: Anna Louise, because: sounds alike to a machine}]
    country: AND
    tenures: [{role: foreign-minister, title: Foreign Minister, from: 2020-01-01, to: 2022-06-30}]
  - id: pia-ruiz
    name: Pia Ruiz
    family: Ruiz
    given: Pia
    country: AND
    tenures: [{role: foreign-minister, title: Foreign Minister, from: 2022-07-01}]
""",
    )


KNOWN = [
    # a full name, another spelling, a known misreading
    ("Ana Ruiz was in Andorra la Vella.", "2021-05-01", "Ana Ruiz", "ana-ruiz"),
    ("Ana Ruiz Soto, of Andorra, was in Andorra la Vella.", "2021-05-01", "Ana Ruiz Soto", "ana-ruiz"),
    ("Foreign Minister Anna Louise was in Andorra la Vella.", "2021-05-01", "Anna Louise", "ana-ruiz"),
    # a family name with the office: whoever held it on the day
    ("Andorran Foreign Minister Ruiz was in Andorra la Vella.", "2021-05-01", "Ruiz", "ana-ruiz"),
    ("Andorran Foreign Minister Ruiz was in Andorra la Vella.", "2023-05-01", "Ruiz", "pia-ruiz"),
    # on no known day either may be meant, so that neither is
    ("Andorran Foreign Minister Ruiz was in Andorra la Vella.", None, "Ruiz", None),
    # the country that the text gives rules her out
    ("Norwegian Foreign Minister Ana Ruiz was in Andorra la Vella.", "2021-05-01", "Ana Ruiz", None),
]


@pytest.mark.parametrize(("text", "published", "name", "entry"), KNOWN)
def test_people_the_desk_knows(
    ports: tuple[str, ...], text: str, published: str | None, name: str, entry: str | None
) -> None:
    (person,) = read(text, ports, published)
    assert (person.name, person.entry) == (name, entry)
    assert (person.because is None) is (entry is None)


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """A desk that knows a head of the United Nations who led Andorra before, and one who never served a country."""
    return _desk(
        tmp_path_factory.mktemp("desks"),
        "heads",
        """\
  - id: ana-ruiz
    name: Ana Ruiz
    family: Ruiz
    given: Ana
    country: AND
    tenures:
    - {role: head-of-government, title: Prime Minister, from: 2010-01-01, to: 2015-06-30}
    - {role: secretary-general-organisation, title: Secretary-General, organisation: un, from: 2016-01-01}
  - id: pia-soto
    name: Pia Soto
    family: Soto
    given: Pia
    tenures:
    - {role: secretary-general-organisation, title: Secretary-General of ASEAN, organisation: asean, from: 2016-01-01}
""",
    )


HEADS = [
    # whoever leads an organisation on the day serves no country
    ("Ana Ruiz was in Andorra la Vella.", "2012-05-01", "ana-ruiz", "AND"),
    ("Ana Ruiz was in Andorra la Vella.", "2018-05-01", "ana-ruiz", None),
    ("Secretary-General Ruiz was in Andorra la Vella.", "2018-05-01", "ana-ruiz", None),
    ("UN chief Ana Ruiz told Norwegian reporters that the talks went on.", "2018-05-01", "ana-ruiz", None),
    ("Pia Soto was in Andorra la Vella.", "2018-05-01", "pia-soto", None),
    # what the text says of a day that the desk does not know is the text's
    ("Andorran Prime Minister Ana Ruiz was in Oslo.", None, "ana-ruiz", "AND"),
]


@pytest.mark.parametrize(("text", "published", "entry", "country"), HEADS)
def test_heads_of_organisations(
    bodies: tuple[str, ...], text: str, published: str | None, entry: str, country: str | None
) -> None:
    (person,) = read(text, bodies, published)
    assert (person.entry, person.country) == (entry, country)


def test_an_office_that_another_held_is_flagged_and_not_changed(ports: tuple[str, ...]) -> None:
    (person,) = read("Andorran Foreign Minister Ana Ruiz was in Andorra la Vella.", ports, "2024-05-01")
    (office,) = person.offices
    assert office.title == "Foreign Minister"
    assert office.conflict is not None
    assert "Pia Ruiz" in office.conflict
