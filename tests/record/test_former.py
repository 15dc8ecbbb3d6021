"""The id that an entry once had still leads to it, whatever changed it."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.record.former import leads_to
from dragoman.record.lore import Lore
from dragoman.record.store import Record
from dragoman.views import show
from dragoman.views.query import Query
from tests.record.test_judgement import entry, finding, hand, settle
from tests.record.test_resolve import NOW, account, add, recall


def led(record: Record, key: str) -> str | None:
    with record.reads() as connection:
        return leads_to(connection, key)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("encounter", "date", "2024-05-09"),
        ("encounter", "place", "Porto"),
        ("encounter", "encounter_kind", "call"),
        ("person", "name", "Anabela Duarte"),
        ("commitment", "due", "2025"),
    ],
)
def test_the_id_before_a_correction(record: Record, kind: str, field: str, value: Any) -> None:
    add(record, account("A"))
    before = {name: entry(record, "A", name) for name in ("encounter", "commitment")}
    record.correct(finding(record, "A", kind), "kind" if field == "encounter_kind" else field, value, **hand())
    settle(record)
    assert {name: led(record, key) for name, key in before.items()} == {
        name: entry(record, "A", name) for name in before
    }


def test_each_id_of_several_corrections(record: Record) -> None:
    add(record, account("A"))
    ids = [entry(record, "A")]
    for after, day in enumerate(("2024-05-09", "2024-05-10", "2024-05-11")):
        record.correct(finding(record, "A"), "date", day, **hand(after))
        settle(record)
        ids.append(entry(record, "A"))
    assert len(set(ids)) == 4
    assert {led(record, key) for key in ids} == {ids[-1]}
    assert show.view(record, Query(entry=ids[0])).id == ids[-1]


def test_an_entry_that_is_there_again_is_meant_by_its_id(record: Record) -> None:
    add(record, account("A"))
    first = entry(record, "A")
    key = record.correct(finding(record, "A"), "date", "2024-05-09", **hand())
    settle(record)
    second = entry(record, "A")
    record.revoke(key, at=NOW)
    settle(record)
    assert (led(record, first), led(record, second)) == (first, first)


def test_of_an_entry_that_was_parted_the_larger_part_is_meant(record: Record) -> None:
    add(record, account("A"), account("B"), account("C"))
    before = entry(record, "A")
    for outlet in ("A", "B"):
        record.correct(finding(record, outlet), "date", "2024-05-09", **hand())
    record.reject(finding(record, "C"), **hand())
    settle(record)
    assert led(record, before) == entry(record, "A") != before


def test_the_id_before_the_desk_knew_a_place(record: Record) -> None:
    add(record, account("A"))
    before = entry(record, "A")
    record.resolve(NOW, Lore(cities={"lisbon": "lisbon"}))
    assert entry(record, "A") != before
    assert led(record, before) == entry(record, "A")


def test_the_id_before_a_dispatch_was_read_by_another_reader(record: Record) -> None:
    draft = account("A")
    add(record, draft)
    before = entry(record, "A")
    (meeting,) = draft.parts["encounters"]
    draft.parts["encounters"] = [
        type(meeting)(**{n: getattr(meeting, n) for n in meeting.__dataclass_fields__} | {"place": "Porto"})
    ]
    record.add(draft.dispatch, draft.by("another reader"))
    settle(record)
    assert entry(record, "A") != before
    assert led(record, before) == entry(record, "A")


def test_when_its_dispatch_goes_it_leads_nowhere(record: Record) -> None:
    draft = account("A")
    add(record, draft, recall("B", "2023"))
    before = entry(record, "A")
    record.correct(finding(record, "A"), "date", "2024-05-09", **hand())
    settle(record)
    record.remove(draft.dispatch.id)
    settle(record)
    assert led(record, before) is None
