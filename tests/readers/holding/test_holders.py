"""Whom words for an office take up, of the people of a page. They are invented."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.holding.holders import Holders
from dragoman.readers.holding.mentions import Mentions
from dragoman.readers.holding.titles import initials, rank
from dragoman.readers.read import read
from dragoman.span import Span

TEXT = (
    "Foreign Minister Alda Renn of Estonia met Foreign Minister Toma Irek of Georgia on 3 May 2021. "
    "The minister thanked him. Ports Minister Juma Otero of Kenya came later."
)


def found(text: str) -> tuple[Mentions, Holders]:
    people = read(Dispatch(text), ("world",)).people
    page = lay(Dispatch(text), desk(("world", "en")))
    return Mentions(page, people), Holders(page, people, [p.country for p in people])


@pytest.mark.parametrize(
    ("country", "names"),
    [
        (None, ["Alda Renn", "Toma Irek"]),  # whoever was named before
        ("GEO", ["Toma Irek"]),  # of no other country
        ("KEN", []),  # nobody named only later
    ],
)
def test_named_before(country: str | None, names: list[str]) -> None:
    _, holders = found(TEXT)
    fits = holders.named(TEXT.index("The minister"), country, lambda n: 1 if holders.people[n].offices else None)
    assert [holders.people[n].name for n in holders.foremost(fits)] == names
    assert [TEXT[at:].startswith(holders.people[n].name) for n, (_, at) in fits.items()] == [True] * len(names)


def test_best_office() -> None:
    _, holders = found(TEXT)
    fits = holders.named(len(TEXT), None, lambda n: 2 if "Ports Minister" in holders.people[n].offices[0].title else 1)
    assert [holders.people[n].name for n in holders.foremost(fits)] == ["Juma Otero"]
    assert holders.foremost({}) == []


@pytest.mark.parametrize(
    ("after", "country", "name"),
    [
        ("The minister", None, "Juma Otero"),  # the one named only later
        ("The minister", "GEO", None),
        ("Foreign Minister Alda", None, None),  # several are
        ("Foreign Minister Alda", "GEO", "Toma Irek"),
    ],
)
def test_named_later(after: str, country: str | None, name: str | None) -> None:
    _, holders = found(TEXT)
    n = holders.coming(TEXT.index(after), country, lambda n: True)
    assert (None if n is None else holders.people[n].name) == name


def test_mentions() -> None:
    mentions, _ = found(TEXT)
    at = TEXT.index("Toma")
    name = Span(at, at + len("Toma Irek"))
    assert [(span, mentions.people[n].name) for span, n in mentions.within(Span(at, at + 4))] == [(name, "Toma Irek")]
    sentence = mentions.page.sentence_at(at)
    assert sentence is not None
    people = [mentions.person_at(token) for token in sentence.tokens]
    named = [t.text for t, n in zip(sentence.tokens, people, strict=True) if n is not None]
    assert named == ["Alda", "Renn", "Toma", "Irek"]


@pytest.mark.parametrize(
    ("title", "first", "short"),
    [
        ("Prime Minister", "Prime Minister", "PM"),
        ("Minister for Trade", "Minister", "MT"),
        ("Secretary of State", "Secretary", "SS"),
        ("deputy head", "deputy head", ""),
    ],
)
def test_titles(title: str, first: str, short: str) -> None:
    assert (rank(title), initials(title)) == (first, short)
