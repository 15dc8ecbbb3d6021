"""Pictures hold the contract's own numbers and days."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import ExtraError, QueryError
from dragoman.plots import course as of_course
from dragoman.plots import formulas as of_formulas
from dragoman.plots import ledger as of_ledger
from dragoman.plots import network as of_network
from dragoman.plots import timeline as of_timeline
from dragoman.plots.plot import chart, names, plot
from dragoman.record.store import Record
from dragoman.views import course, formulas, ledger, timeline
from dragoman.views.query import Query


def test_the_roll_of_pictures() -> None:
    assert names() == ["course", "formulas", "ledger", "network", "timeline"]


def test_the_timeline_has_a_mark_for_each_dated_encounter(annotated_record: Record) -> None:
    found = timeline.view(annotated_record, Query.of(since="2025"))
    marks = of_timeline.spec(found)["data"]["values"]
    assert [m["from"] for m in marks][:1] == [found.encounters[0].date]
    assert len(marks) == sum(1 for e in found.encounters if e.date)


def test_the_network_counts_pairs(annotated_record: Record) -> None:
    found = timeline.view(annotated_record, Query.of(person="Takeshi Iwaya"))
    lines, dots = (layer["data"]["values"] for layer in of_network.spec(found)["layer"])
    assert {"Takeshi Iwaya", "Wang Yi"} <= {d["name"] for d in dots}
    pairs = sum(
        1 for e in found.encounters if e.status == "held" and len({p.entry for p in e.participants if p.entry}) == 2
    )
    assert max(line["times"] for line in lines) <= len(found.encounters)
    assert pairs


def test_the_ledger_s_bars_end_when_things_are_due(annotated_record: Record) -> None:
    found = ledger.view(annotated_record, Query.of(as_of="2025-12-31"))
    bars = of_ledger.spec(found)["data"]["values"]
    assert all(bar["since"] <= bar["due"] for bar in bars)
    assert {bar["status"] for bar in bars} == {u.status for u in found.undertakings if u.since}


def test_the_strip_leaves_gaps_open(annotated_record: Record) -> None:
    found = formulas.view(annotated_record, Query.of(words="strategic-mutual-benefit"))
    gaps, uses = (layer["data"]["values"] for layer in of_formulas.spec(found)["layer"])
    assert {"from": "2014-11-10", "to": "2023-11-16"} in gaps
    assert not any(gap["from"] < use["day"] < gap["to"] for gap in gaps for use in uses)


def test_the_course_draws_critical_acts_below_the_line(annotated_record: Record) -> None:
    found = course.view(annotated_record, Query())
    rows = [row for panel in of_course.spec(found)["vconcat"][:-1] for row in panel["data"]["values"]]
    assert sum(r["acts"] for r in rows if r["tone"] == "critical") == -sum(
        s.critical for p in found.periods for s in p.sides
    )


def test_files_by_suffix(annotated_record: Record, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert", reason="drawing is an extra")
    found = timeline.view(annotated_record, Query.of(since="2025"))
    plot("timeline", found, tmp_path / "t.svg")
    plot("timeline", found, tmp_path / "t.png")
    svg = (tmp_path / "t.svg").read_text()
    assert svg.startswith("<svg")
    assert "ministers" in svg
    assert (tmp_path / "t.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "file", "said"), [("timeline", "t.gif", r"\.svg or \.png"), ("pie", "t.svg", "timeline")]
)
def test_what_cannot_be_drawn_is_told(tmp_path: Path, name: str, file: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        plot(name, None, tmp_path / file)


def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "vl_convert":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with Record.memory() as record:
        empty = timeline.view(record, Query())
    with pytest.raises(ExtraError, match=r"dragoman\[charts\]"):
        plot("timeline", empty, tmp_path / "t.svg")


def test_a_chart_is_json() -> None:
    with Record.memory() as record:
        made = json.loads(chart("timeline", timeline.view(record, Query())))
    assert made["data"]["values"] == []
