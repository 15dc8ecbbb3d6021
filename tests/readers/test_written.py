"""Names are given as the text writes them, everywhere in a reading, and are still one person's."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.name import parts, same
from dragoman.readers.read import read

TEXTS = [
    # a curly apostrophe, a modifier letter, an opening mark used as an apostrophe
    ("Irish Foreign Minister Nora O’Dowd met Peruvian Foreign Minister Ana Ruiz in Lima. O’Dowd said that trade would grow.", "Nora O’Dowd"),
    ("Irish Foreign Minister Nora O'Dowd met Peruvian Foreign Minister Ana Ruiz in Lima. O'Dowd said that trade would grow.", "Nora O'Dowd"),
    ("Irish Foreign Minister Nora O‘Dowd met Peruvian Foreign Minister Ana Ruiz in Lima. O‘Dowd said that trade would grow.", "Nora O‘Dowd"),
    # a hyphen that does not break
    ("Korean Foreign Minister Cho Do‑yeon met Peruvian Foreign Minister Ana Ruiz in Lima. Cho Do‑yeon said that trade would grow.", "Cho Do‑yeon"),
    # two ways in one text: the first counts for all
    ("Irish Foreign Minister Nora O’Dowd met Peruvian Foreign Minister Ana Ruiz in Lima. Nora O'Dowd said that trade would grow.", "Nora O’Dowd"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), TEXTS)
def test_names_are_the_text_s_own(text: str, name: str) -> None:
    reading = read(Dispatch(text), ("world",))
    assert [p.name for p in reading.people] == [name, "Ana Ruiz"]
    assert [e.participants for e in reading.encounters] == [(name, "Ana Ruiz")]
    assert [(a.speaker, a.speakers) for a in reading.attributions] in ([(name, ())], [(name, (name,))])


@pytest.mark.parametrize("other", ["Nora O'Dowd", "Nora O’Dowd", "Nora O‘Dowd", "NORA OʼDOWD", "O´Dowd Nora"])
def test_one_person_however_her_apostrophe_is_written(other: str) -> None:
    assert same("Nora O'Dowd", other)
    assert parts(other) in (("nora", "odowd"), ("odowd", "nora"))
