"""`read` and `score`: what dispatches say, with no record touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from dragoman.shape import shape, spans
from tests.cli.conftest import Call

STORY = "LIMA, May 3, 2024 (Port Wire) -- Peruvian Foreign Minister Ana Ruiz met Tom Berg in Lima on Friday.\n\n“We will open the harbour,” Ruiz said."
GOLD = {
    "dispatch": {"published": "2024-05-03"},
    "people": [{"name": "Ana Ruiz", "country": "PER", "offices": ["Foreign Minister"]}, {"name": "Tom Berg"}],
    "attributions": [{"speaker": "Ana Ruiz", "act": "commit", "evidence": "“We will open the harbour,” Ruiz said."}],
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_jsonl_is_the_readings_shape_with_its_file(call: Call, story: Path) -> None:
    answer = call("read", "--format", "jsonl", story)
    assert answer.status == 0
    (line,) = answer.out.splitlines()
    row = json.loads(line)
    assert row["file"] == "story.txt"
    dispatch = Dispatch(STORY, origin=str(story), charset="utf-8")
    wanted = json.loads(json.dumps(shape(dispatch, read(dispatch))))
    assert {**row, "dispatch": {**row["dispatch"], "origin": None}} == {
        "file": "story.txt",
        **wanted,
        "dispatch": {**wanted["dispatch"], "origin": None},
    }
    assert all(item["text"] == STORY[item["start"] : item["end"]] for item in spans(row))


def test_text_shows_the_dispatch_and_its_findings(call: Call, story: Path) -> None:
    answer = call("read", story)
    assert answer.status == 0
    assert "Ana Ruiz" in answer.out
    assert "We will open the harbour" in answer.out
    assert "\x1b" not in answer.out


def test_standard_input_is_read(call: Call) -> None:
    answer = call("read", "--format", "jsonl", "-", stdin=STORY.encode())
    row = json.loads(answer.out)
    assert row["file"] == "-"
    assert [p["name"] for p in row["people"]] == ["Ana Ruiz", "Tom Berg"]


def test_folders_are_read_by_name_and_what_cannot_be_read_is_named(call: Call, story: Path) -> None:
    (story.parent / "a.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    (story.parent / "b.txt").write_text("The two met in Lima.", encoding="utf-8")
    answer = call("read", "--format", "jsonl", story.parent)
    assert answer.status == 3
    assert [json.loads(line)["file"] for line in answer.out.splitlines()] == ["b.txt", "story.txt"]
    assert answer.err.startswith(f"skipped {story.parent / 'a.pdf'}: ")
    assert answer.err.count("\n") == 1


def test_nothing_that_is_named_is_there(call: Call, tmp_path: Path) -> None:
    answer = call("read", tmp_path / "none.txt", tmp_path / "*.html")
    assert answer.status == 3
    assert answer.out == ""
    assert answer.err.count("\n") == 2


def test_control_characters_and_directions_do_nothing_on_a_terminal(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("Ana Ruiz\x1b[2J said \u202eso\u202c in \x9b31mLima\x07.", encoding="utf-8")
    answer = call("read", path)
    assert answer.status == 0
    assert not set("\x1b\u202e\u202c\x9b\x07") & set(answer.out)


@pytest.fixture
def annotated(tmp_path: Path) -> tuple[Path, Path]:
    texts, gold = tmp_path / "texts", tmp_path / "gold"
    texts.mkdir()
    gold.mkdir()
    (texts / "story.txt").write_text(STORY, encoding="utf-8")
    (gold / "story.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return texts, gold


def test_score_prints_a_table_or_json(call: Call, annotated: tuple[Path, Path]) -> None:
    table = call("score", *annotated)
    assert (table.status, table.err) == (0, "")
    assert table.out.splitlines()[0].endswith("(1 dispatches)")
    data = json.loads(call("score", *annotated, "--json").out)
    assert data["dispatches"] == 1
    assert data["people"]["f1"] == data["published"]["f1"] == 1.0


def test_calibrate_prints_how_often_findings_were_right_and_writes_scales(
    call: Call, annotated: tuple[Path, Path], tmp_path: Path
) -> None:
    assert call("calibrate", *annotated).out.split()[:5] == ["kind", "confidence", "findings", "said", "right"]
    scales = tmp_path / "reliability.yaml"
    rows = json.loads(call("calibrate", *annotated, "--json", "--to", str(scales)).out)
    assert all(row["kind"] and 0 <= row["said"] <= 1 for row in rows)
    assert "reliability" in yaml.safe_load(scales.read_text(encoding="utf-8"))


def test_score_prints_what_was_missed(call: Call, annotated: tuple[Path, Path]) -> None:
    gold = annotated[1] / "story.json"
    gold.write_text(json.dumps({**GOLD, "people": [{"name": "Pia Soto"}]}), encoding="utf-8")
    answer = call("score", *annotated, "--misses", "people")
    assert sorted(answer.out.splitlines()) == ["+ story Ana Ruiz", "+ story Tom Berg", "- story Pia Soto"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("story.json", "{", "is not JSON"),
        ("story.json", '{"people": [{}]}', "people[0] has no name"),
        ("other.json", "{}", "has no text"),
    ],
)
def test_malformed_annotation_is_one_line(
    call: Call, annotated: tuple[Path, Path], name: str, content: str, said: str
) -> None:
    (annotated[1] / name).write_text(content, encoding="utf-8")
    answer = call("score", *annotated)
    assert answer.status == 1
    assert answer.err.count("\n") == 1
    assert name in answer.err
    assert said in answer.err
