"""Which of the world pack's people a name means: in full, or by office and day; never by a family name alone."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.readers.naming.identify import identify
from dragoman.when import When

LEADS, FOREIGN = ("head-of-state",), ("foreign-minister",)
MEANT = [
    # a full name, in either order, with the article or without, joined or apart
    ("Sameh Shoukry", None, (), None, "sameh-shoukry"),
    ("Omar Bashir", None, (), None, "omar-al-bashir"),
    ("Yoon Suk-yeol", None, (), None, "yoon-suk-yeol"),
    # a name of one word by which somebody is known
    ("Jokowi", None, (), None, "joko-widodo"),
    # a family name with an office on a day that one of the name held it
    ("Lee", None, LEADS, "2010-05-01", "lee-myung-bak"),
    ("Fernández", "ARG", LEADS, "2021", "alberto-fernandez"),
    # a given name with the office, where the text says the country
    ("Anwar", "MYS", ("head-of-government",), "2023-02", "anwar-ibrahim"),
    ("Anwar", None, ("head-of-government",), "2023-02", None),
    # a family name alone, or with an office on another day
    ("Shoukry", None, (), "2020", None),
    ("Lee", None, LEADS, "2015-05-01", None),
    # another country, or a calling that is no office
    ("Sameh Shoukry", "JOR", FOREIGN, "2020", None),
    ("Stephen Smith", None, ("professor",), "2009", None),
    ("Stephen Smith", "AUS", FOREIGN, "2009", "stephen-smith"),
]


@pytest.mark.parametrize(("name", "country", "roles", "day", "entry"), MEANT)
def test_who_is_meant(
    name: str, country: str | None, roles: tuple[str, ...], day: str | None, entry: str | None
) -> None:
    found = identify(name, country, roles, When.parse(day) if day else None, desk(("world", "en")))
    assert (found.entry.id if found else None) == entry
