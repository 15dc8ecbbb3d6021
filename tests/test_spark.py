"""The same reading on Spark as here. What needs Spark runs where the extra `spark` and Java are installed."""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from dragoman import spark
from dragoman.dispatch import Dispatch
from dragoman.errors import ExtraError, ReadingError, SourceError
from dragoman.readers.read import read
from dragoman.reading import Reading
from dragoman.shape import shape

INSTALLED = find_spec("pyspark") is not None and shutil.which("java") is not None

ROWS: list[dict[str, str | None]] = [
    {
        "text": "On May 6, 2024, Foreign Minister Ana Duarte of Portugal met with Dutch Foreign Minister Piet Bakker in Lisbon.",
        "origin": "one",
        "outlet": None,
    },
    {
        "text": 'Bakker said: "We shall open a consulate in Porto next year."',
        "origin": "two",
        "outlet": "The Porto Mail",
    },
    {"text": None, "origin": "three", "outlet": None},
]


def _expected() -> dict[str, str]:
    dispatches = [Dispatch(row["text"] or "", row["origin"] or "", row["outlet"]) for row in ROWS]
    return {d.id: json.dumps(shape(d, read(d)), ensure_ascii=False) for d in dispatches}


def test_each_row_is_read_as_here_and_in_order() -> None:
    batch = pyarrow.RecordBatch.from_pylist(ROWS)
    made = [row for part in spark._batches([batch], None) for row in part.to_pylist()]
    assert [row["origin"] for row in made] == ["one", "two", "three"]
    assert {row["dispatch"]: row["reading"] for row in made} == _expected()
    assert [(row["encounters"], row["published"]) for row in made] == [(1, None), (0, None), (0, None)]
    assert [row["outlet"] for row in made] == [None, "The Porto Mail", None]


def test_a_row_at_which_a_reader_fails_says_so_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(dispatch: Dispatch, desks: None) -> Reading:
        if dispatch.origin == "two":
            raise ReadingError("two", "a reader fails at this text")
        return read(dispatch, desks)

    monkeypatch.setattr(spark, "read", failing)
    made = [row for part in spark._batches([pyarrow.RecordBatch.from_pylist(ROWS)], None) for row in part.to_pylist()]
    assert [row["fault"] for row in made] == [None, "a reader fails at this text", None]
    assert [row["reading"] is None for row in made] == [False, True, False]


def test_a_table_without_texts_is_told() -> None:
    class Table:
        columns = ("title", "origin")

    with pytest.raises(SourceError, match="has no column `text`"):
        spark.readings(Table())


@pytest.mark.skipif(find_spec("pyspark") is not None, reason="the extra `spark` is installed")
def test_without_the_extra_the_remedy_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExtraError, match=r"dragoman\[spark\]"):
        spark.read_table("dispatches.jsonl", str(tmp_path / "readings"))


@pytest.mark.skipif(not INSTALLED, reason="needs the extra `spark` and Java")
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_a_table_of_texts_becomes_a_table_of_readings(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    source = tmp_path / f"dispatches.{kind}"
    if kind == "parquet":
        parquet.write_table(pyarrow.Table.from_pylist(ROWS), source)
    else:
        source.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    spark.read_table(str(source), str(tmp_path / "readings"))
    made = parquet.read_table(tmp_path / "readings").to_pylist()
    assert {row["dispatch"]: row["reading"] for row in made} == _expected()
