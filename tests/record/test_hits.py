"""A sentence finds the undertakings that it speaks of, and of these only those whose status it can change."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.following.hits import Hits, least, whole
from dragoman.record.following.promise import Piece
from dragoman.record.following.signs import Sign
from dragoman.record.knowledge import known
from dragoman.record.lexicon import lexicon, spoken
from dragoman.record.store import Record
from tests.record.factories import Draft
from tests.record.test_following import add, anew, ending, promise


def speaks(record: Record, day: str, says: str, words: str = "harbour customs laboratory sea") -> int:
    """How many undertakings a sentence can change."""
    with record.reads() as connection:
        about = frozenset(spoken(words, lexicon(known(connection))))
        sign = Sign(Piece("d", 0, 1, "."), day, frozenset([says]), about)
        return len(Hits(connection).promising(sign))


@pytest.mark.parametrize(
    ("dispatches", "day", "expected"),
    [
        ([promise("2024-01-02")], "2024-03-01", {"done", "off"}),
        ([promise("2024-01-02", "2024-09")], "2024-03-01", {"done", "off", "anew"}),
        ([promise("2024-01-02")], "2023-12-31", set()),
        ([promise("2024-01-02", "2024-09"), ending("2024-02-03")], "2024-03-01", set()),
        ([promise("2024-01-02", "2024-09"), ending("2024-02-03")], "2024-01-20", {"done", "off", "anew"}),
        ([promise("2024-01-02", "2024-09"), ending("2024-02-03", "was postponed")], "2024-03-01", {"done", "anew"}),
        ([promise("2024-01-02", "2024-09"), ending("2024-02-03", "was postponed")], "2024-01-20", {"done", "off", "anew"}),
        ([promise("2024-01-02", "2024-09"), anew("2024-02-03")], "2024-02-03", {"done", "off", "anew"}),
    ],
    ids=["open", "with a time", "before it", "kept", "before it was kept", "lapsed", "before it lapsed", "on that day"],
)  # fmt: skip
def test_what_can_still_change_an_undertaking(
    record: Record, dispatches: list[Draft], day: str, expected: set[str]
) -> None:
    add(record, *dispatches)
    assert {says for says in ("done", "off", "anew") if speaks(record, day, says)} == expected


@pytest.mark.parametrize(
    ("words", "says", "expected"),
    [
        ("harbour customs laboratory built", "done", 1),
        ("harbour laboratory", "done", 0),
        ("harbour customs laboratory", "off", 1),
        ("harbour laboratory", "off", 0),
        ("harbour", "off", 0),
        ("river orchard museum", "off", 0),
    ],
)
def test_how_much_of_it_a_sentence_must_speak_of(record: Record, words: str, says: str, expected: int) -> None:
    add(record, promise("2024-01-02"))
    assert speaks(record, "2024-03-01", says, words) == expected


@pytest.mark.parametrize("size", range(2, 40))
def test_no_sentence_that_speaks_of_enough_is_without_a_rare_word(record: Record, size: int) -> None:
    thing = tuple(f"word{number:02}" for number in range(size))
    with record.reads() as connection:
        hits = Hits(connection)
        hits.count([thing])
        rare = hits.rarest(thing)
    others = [word for word in thing if word not in rare]
    assert len(others) < least(size)
    assert not whole(len(others) / size, size)


def test_a_settled_undertaking_is_open_to_all_again_when_what_settled_it_goes(record: Record) -> None:
    done = ending("2024-02-03")
    add(record, promise("2024-01-02"), done)
    record.remove(done.dispatch.id)
    add(record)
    assert speaks(record, "2024-03-01", "done") == 1
    with record.reads() as connection:
        kept = connection.execute(select(schema.promised.c.done_by, schema.promised.c.anew_by)).all()
    assert [tuple(row) for row in kept] == [("9999-99-99", "")]
