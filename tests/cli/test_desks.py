"""`desk list|show|check|new`."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.desk import pack
from tests.cli.conftest import Call


def test_list_names_every_installed_desk(call: Call) -> None:
    rows = {row["id"]: row for row in json.loads(call("desk", "list", "--json").out)}
    assert set(rows) == set(pack.folders())
    assert rows["china-japan"]["sides"] == ["CHN", "JPN"]
    assert rows["china-japan"]["hash"] == pack.digest("china-japan")
    said = call("desk", "list").out
    assert all(f"{name}: " in said for name in rows)


def test_show_gives_ids_by_kind_or_one_entry(call: Call) -> None:
    ids = json.loads(call("desk", "show", "world", "--json").out)
    assert "PER" in ids["countries"]
    assert "PER" in call("desk", "show", "world").out
    entry = json.loads(call("desk", "show", "world", "PER").out)
    assert (entry["kind"], entry["name"], entry["capital"]) == ("countries", "Peru", "Lima")


def test_new_check_and_read_with_it(call: Call, tmp_path: Path) -> None:
    made = call("desk", "new", "norway-peru", "--in", tmp_path)
    assert made.status == 0
    folder = tmp_path / "norway-peru"
    assert f"dragoman desk check {folder}" in " ".join(made.out.split())
    assert call("desk", "check", folder).out == "1 desks checked, 0 problems\n"
    read = call("read", "--format", "jsonl", "--desk", folder, "-", stdin=b"The two met in Lima.")
    assert json.loads(read.out)["dispatch"]["desks"] == ["world", "en", "norway-peru"]
    again = call("desk", "new", "norway-peru", "--in", tmp_path)
    assert (again.status, again.out) == (1, "")
    assert "already exists" in again.err


def test_new_with_sides_given(call: Call, tmp_path: Path) -> None:
    assert call("desk", "new", "nile", "--side", "egy", "--side", "ETH", "--in", tmp_path).status == 0
    assert pack.load(str(tmp_path / "nile")).header.sides == ("EGY", "ETH")


def test_check_names_what_is_wrong(call: Call, tmp_path: Path) -> None:
    call("desk", "new", "norway-peru", "--in", tmp_path)
    issues = tmp_path / "norway-peru" / "issues.yaml"
    issues.write_text("issues:\n  - {id: fish, label: Fish, patterns: [fish], examples: [meat]}\n", encoding="utf-8")
    answer = call("desk", "check", tmp_path / "norway-peru")
    assert answer.status == 1
    assert answer.out.splitlines() == [
        "norway-peru: issues entry 'fish': does not match its example 'meat'",
        "1 desks checked, 1 problems",
    ]
    data = json.loads(call("desk", "check", tmp_path / "norway-peru", "--json").out)
    assert data == [
        {"desk": "norway-peru", "entry": "issues entry 'fish'", "what": "does not match its example 'meat'"}
    ]
