"""Tables for other programs: a view's, and the whole record's."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.exports import csv as tables
from dragoman.exports import jsonl
from dragoman.exports.table import columns, listed, rows
from dragoman.record.store import Record
from dragoman.shape import shape
from dragoman.views import timeline
from dragoman.views.contract import Evidence, Named, Source, Sources
from dragoman.views.query import Query
from tests.record.factories import talks

SAID = Evidence("d1", 4, 9, "=1+1;")


@dataclass(frozen=True)
class Thing:
    id: str
    count: int
    place: str | None
    where: Named
    tags: tuple[str, ...]
    sources: Sources
    told: tuple[Evidence, ...]


@dataclass(frozen=True)
class Listing:
    title: str
    dispatches: tuple[Source, ...]
    things: tuple[Thing, ...]


LISTING = Listing("some", (), (Thing("a", 2, None, Named("x", "The X"), ("p", "q"), Sources(1, 2), (SAID, SAID)),))


def test_a_row_holds_plain_values_and_its_evidence() -> None:
    (row,) = rows(LISTING)
    assert row == {
        "id": "a", "count": 2, "place": None, "where": "x", "where.label": "The X", "tags": "p; q",
        "sources.independent": 1, "sources.dispatches": 2, "evidence": 1, "evidence.1.dispatch": "d1",
        "evidence.1.start": 4, "evidence.1.end": 9, "evidence.1.text": "=1+1;",
    }  # fmt: skip
    assert columns([row])[-5:] == [
        "evidence",
        "evidence.1.dispatch",
        "evidence.1.end",
        "evidence.1.start",
        "evidence.1.text",
    ]


def test_what_lists_nothing_has_no_rows() -> None:
    assert list(listed(Listing("none", (), ()))) == []


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    assert tables.write_table(LISTING, tmp_path / "t.csv") == 1
    assert read(tmp_path / "t.csv")[0]["evidence.1.text"] == "'=1+1;"


@pytest.mark.parametrize(
    ("value", "cell"),
    [("=x", "'=x"), ("@x", "'@x"), ("-1", "'-1"), (-1, -1), (None, ""), ("a\0b", "a\ufffdb"), ([1, "é"], '[1, "é"]')],
)
def test_cells(value: object, cell: object) -> None:
    assert tables.safe(value) == cell


def test_the_whole_record_as_tables_and_as_readings(tmp_path: Path) -> None:
    draft = talks("2024-03-05", "Ann Lee (KOR)", "Luis Soto (CHL)", "Lima", outlet="Yonhap")
    with Record.memory() as record:
        record.add(draft.dispatch, draft.reading)
        record.resolve(datetime(2026, 1, 1, tzinfo=UTC))
        assert tables.write(record, tmp_path / "tables") == len(list((tmp_path / "tables").glob("*.csv")))
        assert jsonl.write(record, tmp_path / "all.jsonl") == 1
        assert tables.write_table(timeline.view(record, Query()), tmp_path / "timeline.csv") == 1
        assert jsonl.write_table(timeline.view(record, Query()), tmp_path / "timeline.jsonl") == 1
    (said,) = read(tmp_path / "tables" / "attribution.csv")
    assert (said["speaker"], said["act"]) == ("Ann Lee", "urge")
    assert {row["kind"] for row in read(tmp_path / "tables" / "entry.csv")} == {"person", "encounter", "commitment"}
    whole = json.loads((tmp_path / "all.jsonl").read_text())
    assert whole == {"file": "", **json.loads(json.dumps(shape(draft.dispatch, draft.reading)))}
    (met,) = [json.loads(line) for line in (tmp_path / "timeline.jsonl").read_text().splitlines()]
    assert met["tellings"][0]["evidence"].keys() == {"dispatch", "start", "end", "text"}
    assert read(tmp_path / "timeline.csv")[0]["participants"] == "Ann Lee; Luis Soto"


def test_text_that_has_no_form_in_utf_8_is_escaped() -> None:
    assert json.loads(jsonl.line({"a": "\ud800"})) == {"a": "\ud800"}
