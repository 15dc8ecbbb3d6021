"""Texts in, views out: accounts of invented encounters, several pairs of countries in one record, held to their hand
annotation in `invented/`. Floors may be raised and not lowered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.dispatch import Dispatch
from dragoman.intake import lore
from dragoman.readers.read import read
from dragoman.record.store import Record
from dragoman.sources.gather import gather
from dragoman.views import calendar, compare, ledger, timeline
from dragoman.views.encounters import EncounterEntry
from dragoman.views.query import Query
from tests.aligned.test_annotation import even, pieces
from tests.views import scoring
from tests.views.annotated import Evidenced, span_of

HERE = Path(__file__).parent / "invented"
POINTS_F1 = 0.92
LEDGER = 0.95
DAY = "2025-12-31"


def annotation(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return entries


@cache
def dispatches() -> dict[str, Dispatch]:
    given = (item for path in sorted(HERE.glob("*.txt")) for item in gather([str(path)]))
    return {Path(item.origin).name: item for item in given if isinstance(item, Dispatch)}


def dispatch_of(piece: Evidenced) -> Dispatch:
    return dispatches()[piece["file"]]


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with Record.memory() as made:
        for dispatch in dispatches().values():
            made.add(dispatch, read(dispatch))
        made.resolve(datetime(2026, 1, 1, tzinfo=UTC), lore())
        yield made


@pytest.fixture(scope="module")
def told(record: Record) -> dict[str, set[str]]:
    """The entries of each annotated encounter's principal accounts."""
    shown = timeline.view(record, Query(limit=10_000)).encounters
    found: dict[str, set[str]] = defaultdict(set)
    for given in annotation("encounters"):
        for account in given["accounts"]:
            if account["telling"] == "principal" and (entry := _entry(shown, given, account)):
                found[given["id"]].add(entry)
    return found


def _entry(shown: tuple[EncounterEntry, ...], given: dict[str, Any], account: Evidenced) -> str | None:
    dispatch = dispatch_of(account)
    span = span_of(dispatch.text, account["evidence"])
    near = [
        one
        for one in shown
        for at in (t.evidence for t in one.tellings)
        if at.dispatch == dispatch.id and at.start < span.end and span.start < at.end
    ]
    near.sort(key=lambda one: (one.kind != given["kind"], str(one.date)[:10] != str(given["date"])[:10]))
    return near[0].entry if near else None


@pytest.mark.parametrize("name", ["encounters", "comparisons", "ledger"])
def test_every_piece_of_evidence_stands_in_its_dispatch(name: str) -> None:
    found = [piece for piece in pieces(annotation(name)) if "evidence" in piece]
    assert found
    assert [p for p in found if even(p["evidence"]) not in even(dispatch_of(p).text)] == []


def test_accounts_of_one_encounter_come_together_and_no_others(told: dict[str, set[str]]) -> None:
    assert {key: len(entries) for key, entries in told.items()} == {e["id"]: 1 for e in annotation("encounters")}
    assert len({entry for entries in told.values() for entry in entries}) == len(told)


def test_points_of_comparison(record: Record, told: dict[str, set[str]]) -> None:
    score = scoring.Score()
    for given in annotation("comparisons"):
        found = compare.view(record, Query(entry=min(told[given["encounter"]])))
        scoring.add(score, given, found, dispatch_of)
    assert score.f1 >= POINTS_F1, (score.f1, score.missed, score.wrong)
    assert score.contested_given == score.contested_right == 2


def test_a_denied_remark_has_claim_silence_denial_and_protest(record: Record, told: dict[str, set[str]]) -> None:
    found = compare.view(record, Query(entry=min(told["2022-07-14-manila-villafuerte-gao"])))
    (contest,) = (point.contest for point in found.points if point.contest)
    names = {dispatch.id: name for name, dispatch in dispatches().items()}
    assert {names[e.dispatch] for e in contest.claim} == {"2022-07-14-china-phl.txt"}
    assert {names[e.dispatch] for e in contest.silence} == {"2022-07-14-philippines-chn.txt"}
    assert {names[e.dispatch] for e in contest.denial} == {"2022-07-15-philippines-denial.txt"}
    assert [" ".join(e.text.split()) for e in contest.protest] == [
        "She added that the department had lodged a protest with the Chinese embassy."
    ]


def test_status_of_undertakings(record: Record) -> None:
    right, wrong = 0, []
    given = annotation("ledger")
    for one in given:
        for day, status in [(DAY, one["status"]), *((str(a["date"]), a["status"]) for a in one.get("as_of", ()))]:
            found = _status(record, one, day)
            if found != status:
                wrong.append((one["id"], day, status, found))
            right += found == status and day == DAY
    assert right / len(given) >= LEDGER, wrong
    assert [w for w in wrong if w[1] != DAY] == []


def _status(record: Record, one: Evidenced, day: str) -> str | None:
    dispatch = dispatch_of(one)
    span = span_of(dispatch.text, one["evidence"])
    for undertaking in ledger.view(record, Query.of(as_of=day, limit=10_000)).undertakings:
        for at in undertaking.evidence:
            if at.dispatch == dispatch.id and at.start < span.end and span.start < at.end:
                return undertaking.status
    return None


def test_nothing_is_kept_without_a_later_span(record: Record) -> None:
    shown = ledger.view(record, Query.of(as_of=DAY, limit=10_000))
    days = {source.dispatch: source.last_day or "" for source in shown.dispatches}
    kept = [one for one in shown.undertakings if one.status == "kept"]
    assert kept
    for one in kept:
        assert one.shown_by, one.entry
        assert all(days[e.dispatch] > (one.since or "9999") for e in one.shown_by), one.entry


def test_sessions_with_their_numbers_and_hosts(record: Record) -> None:
    series = calendar.view(record, Query.of(as_of=DAY)).series
    for given in annotation("sessions"):
        mine = [one for one in series if given["mechanism"] in one.name]
        held = {(s.number, s.date, s.host) for one in mine for s in one.sessions if s.status == "held"}
        assert held == {(s["number"], s["date"], s["host"]) for s in given["sessions"]}, given["mechanism"]
