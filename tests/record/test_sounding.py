"""Names that are written otherwise and sound alike."""

import pytest

from dragoman.name import parts
from dragoman.record.match.sounding import sounding

ALIKE = [
    ("Yerlan Sarsenbayev", "Erlan Sarsenbaev"),
    ("Mohamed Abdelaziz", "Muhammad Abdalaziz"),
    ("Jaber Al-Mubarak Al-Duwaisan", "Jaber Al Mubarak Al Duwaisan"),
    ("Salim bin Nasser Al Harthi", "Salim Nasser Al-Harthy"),
    ("Mikhail Vorontsov", "Mihail Vorontsov"),
    ("Youssef Karimi", "Yousef Karimi"),
]
APART = [
    ("Zhang Chengwei", "Zhang Changwei"),
    ("Li Heng", "Li Hang"),
    ("Ivan Petrov", "Ivana Petrova"),
    ("Gao Wenbin", "Gao Wanbin"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_they_sound_alike(one: str, other: str) -> None:
    assert sounding(parts(one)) == sounding(parts(other)) != ""


@pytest.mark.parametrize(("one", "other"), APART)
def test_they_do_not(one: str, other: str) -> None:
    assert sounding(parts(one)) != sounding(parts(other))


@pytest.mark.parametrize("name", ["Tanaka", "Al Thani"])
def test_one_word_is_known_by_its_sound_to_nobody(name: str) -> None:
    assert sounding(parts(name)) == ""
