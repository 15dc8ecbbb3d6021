"""The same reading on Spark, for millions of dispatches: a table of texts in, a table of readings out. Needs the extra `spark`.

A reading is a pure function of its dispatch and the desks, so a row depends on no other, nor on how the rows are spread.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from dragoman.dispatch import Dispatch
from dragoman.errors import ExtraError, ReadingError, SourceError
from dragoman.readers.read import read
from dragoman.shape import shape

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame

GIVEN = ("text", "origin", "outlet", "title", "published", "language", "address")
"""Columns of a table of dispatches, named as in `Dispatch`; all but `text` may be missing or null."""

COUNTED = ("people", "encounters", "attributions", "commitments", "mechanisms", "instruments", "issues", "formulas")
MADE = ", ".join(
    (
        *(f"{name} string" for name in ("dispatch", "origin", "language", "outlet", "published")),
        *(f"{name} int" for name in COUNTED),
        *(f"{name} string" for name in ("desk_hash", "reader_version", "reading", "fault")),
    )
)
"""Columns of a table of readings. `dispatch`: its id; `published`: the day, worked out or given; a number for each kind of finding;
`reading`: the JSON of `shape`. `fault`: where a reader fails at a text, what
fails, and then there is no reading; else null."""

TOGETHER = 100
"""Readings that are handed on at once."""


def read_table(source: str, to: str, desks: Sequence[str] | None = None) -> None:
    """Reads every dispatch of `source`, JSON lines (a name that ends in `.json` or `.jsonl`) or else Parquet, and writes the
    readings to the folder `to` as Parquet, which must not be there. ExtraError without the extra, SourceError for a table without
    texts; what Spark itself cannot do is Spark's own error."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise ExtraError("spark", "needs packages that are not installed", "pip install 'dragoman[spark]'") from error
    reader = SparkSession.builder.getOrCreate().read
    table = reader.json(source) if source.endswith((".json", ".jsonl")) else reader.parquet(source)
    readings(table, desks).write.parquet(to)


def readings(dispatches: DataFrame, desks: Sequence[str] | None = None) -> DataFrame:
    """A table with the columns `MADE` from one with the columns `GIVEN`, a row for a row. `desks`: as for `read`; the machines
    that compute must have them. SourceError where there is no column `text`."""
    given = [name for name in GIVEN if name in dispatches.columns]
    if "text" not in given:
        raise SourceError("the table of dispatches", "has no column `text`", f"its columns may be {', '.join(GIVEN)}")
    texts = [f"cast({name} as string) as {name}" for name in given]
    return dispatches.selectExpr(*texts).mapInArrow(partial(_batches, desks=desks), MADE)


def _batches(batches: Iterable[RecordBatch], desks: Sequence[str] | None) -> Iterator[RecordBatch]:
    import pyarrow

    for batch in batches:
        for start in range(0, batch.num_rows, TOGETHER):
            rows = [_row(row, desks) for row in batch.slice(start, TOGETHER).to_pylist()]
            yield pyarrow.RecordBatch.from_pylist(rows, _schema())


def _schema() -> Any:
    import pyarrow

    kinds = {"string": pyarrow.string(), "int": pyarrow.int32()}
    return pyarrow.schema([(name, kinds[kind]) for name, kind in map(str.split, MADE.split(","))])


def _row(given: Mapping[str, Any], desks: Sequence[str] | None) -> dict[str, Any]:
    dispatch = Dispatch(**{**given, "text": given["text"] or "", "origin": given.get("origin") or ""})
    try:
        reading = read(dispatch, desks)
    except ReadingError as error:
        return {"dispatch": dispatch.id, "origin": dispatch.origin, "fault": error.what}
    made = shape(dispatch, reading)
    return {
        "dispatch": dispatch.id,
        "origin": dispatch.origin,
        "language": reading.language,
        "outlet": reading.outlet,
        "published": made["dispatch"]["published"],
        **{kind: len(getattr(reading, kind)) for kind in COUNTED},
        "desk_hash": reading.desk_hash,
        "reader_version": reading.reader_version,
        "reading": json.dumps(made, ensure_ascii=False),
    }
