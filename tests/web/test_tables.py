"""Every table opens in three formats with the same rows, whose characters can be found again."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pyarrow.parquet
import pytest
from starlette.testclient import TestClient

from dragoman.web.rows import as_csv
from dragoman.web.tables import OTHERS, parts

Row = dict[str, Any]
DERIVED = ("text", "evidence")


def opened(client: TestClient, name: str, **asked: str) -> tuple[list[str], list[Row], list[Row], list[Row]]:
    """The columns, and the rows as CSV, Parquet and JSON lines have them."""
    sent = {kind: client.get(f"/download/{name}.{kind}", params=asked) for kind in ("csv", "parquet", "jsonl")}
    for kind, answer in sent.items():
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-disposition"] == f'attachment; filename="dragoman-{name}.{kind}"'
    flat = csv.DictReader(io.StringIO(sent["csv"].content.decode("utf-8-sig")))
    whole = pyarrow.parquet.read_table(io.BytesIO(sent["parquet"].content))
    lines = [json.loads(line) for line in sent["jsonl"].text.splitlines()]
    assert list(flat.fieldnames or ()) == whole.column_names
    return whole.column_names, list(flat), whole.to_pylist(), lines


def asked(client: TestClient, name: str) -> dict[str, str]:
    """What the page of a table was asked."""
    met = client.get("/api/timeline").json()["encounters"]
    view = name.partition("-")[0]
    return {
        "show": {"entry": met[0]["entry"]}, "compare": {"entry": max(met, key=lambda one: len(one["tellings"]))["entry"]},
        "issue": {"issue": "taiwan"}, "person": {"person": "Wang Yi"}, "brief": {"person": "Takeshi Iwaya"},
        "search": {"q": "seafood"},
    }.get(view, {"words": "strategic-mutual-benefit"} if name.startswith("formulas-") and parts()[name].path[0] == "formula" else {})  # fmt: skip


@pytest.mark.parametrize("name", sorted({*OTHERS, *parts()}))
def test_three_formats_hold_the_same_rows(reader: TestClient, name: str) -> None:
    columns, flat, whole, lines = opened(reader, name, **asked(reader, name))
    assert columns
    assert len(flat) == len(whole) == len(lines)
    for cells, row, line in zip(flat, whole, lines, strict=True):
        for column in columns:
            value = row[column]
            said = "" if value is None else str(value)
            assert cells[column] in (said, "'" + said)
            if column not in DERIVED:
                there = line[column]
                assert (json.loads(value) if isinstance(there, dict | list) else value) == there
        if "text" in columns and isinstance(line.get("evidence"), dict):
            assert row["text"] == line["evidence"]["text"]


FILLED = (
    "people", "mechanisms", "instruments", "issues", "dispatches", "calendar-sessions", "calendar", "ledger", "timeline", "formulas",
    "formulas-concordance", "search", "course", "person-positions", "person-encounters", "issue-positions", "compare-points",
    "show-findings", "brief-encounters",
)  # fmt: skip


@pytest.mark.parametrize("name", FILLED)
def test_evidence_is_where_the_table_says(reader: TestClient, name: str) -> None:
    columns, _, whole, _ = opened(reader, name, **asked(reader, name))
    assert whole
    if "evidence" not in columns:
        assert name in ("people", "mechanisms", "instruments", "issues", "dispatches")
        return
    places = [place for row in whole for place in row["evidence"].split()]
    assert places
    for place in places[:3]:
        match = re.fullmatch(r"(\w+):(\d+)-(\d+)", place)
        assert match
        page = reader.get(f"/dispatch/{match[1]}?span={match[2]}-{match[3]}").text
        assert f'id="s{match[2]}-{match[3]}"' in page


def test_a_table_has_what_its_page_lists(reader: TestClient) -> None:
    _, _, people, _ = opened(reader, "people", q="ishi")
    page = reader.get("/people", params={"q": "ishi"}).text
    assert {f"/person/{row['entry']}" for row in people} == set(re.findall(r'href="(/person/[^"]+)"', page))
    _, _, held, _ = opened(reader, "ledger", status="overdue", as_of="2025-12-31")
    assert held
    assert {row["status"] for row in held} == {"overdue"}
    _, _, sessions, _ = opened(reader, "calendar-sessions", mechanism="High-Level Economic Dialogue")
    assert {row["part_of"] for row in sessions} == {"China-Japan High-Level Economic Dialogue"}
    assert [row["number"] for row in sessions if row["date"] == "2025-03-22"] == [6]


def test_a_table_without_rows_has_its_columns(visitor: TestClient) -> None:
    columns, *held = opened(visitor, "judgements")
    assert {"kind", "a", "b", "author", "made_at"} <= set(columns)
    assert held == [[], [], []]


def test_what_is_no_table_is_said(visitor: TestClient) -> None:
    assert visitor.get("/download/timeline.exe").status_code == 400
    answer = visitor.get("/download/nothing.csv")
    assert answer.status_code == 404
    assert "is no table here" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/timeline", "/ledger", "/calendar", "/formulas", "/people", "/mechanisms", "/instruments", "/issues", "/dispatches", "/course",
     "/judgements", "/search?q=seafood"],
)  # fmt: skip
def test_every_list_offers_its_table(reader: TestClient, path: str) -> None:
    offered = re.findall(r'href="(/download/[^"]+)"', reader.get(path).text)
    kinds = [one.partition("?")[0].rpartition(".")[2] for one in offered]
    assert kinds
    assert kinds == ["csv", "jsonl", "parquet"] * (len(kinds) // 3)  # the register and its silences are two
    for one in offered:
        assert reader.get(one.replace("&amp;", "&")).status_code == 200


def test_a_cell_is_no_formula_of_a_spreadsheet() -> None:
    row = {"a": "=1+1", "b": "@x", "c": -3, "d": "plain"}
    assert as_csv(list(row), [row]).decode("utf-8-sig").splitlines()[1] == "'=1+1,'@x,-3,plain"
