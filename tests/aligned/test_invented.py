"""Texts in, views out: accounts of invented encounters, several pairs of countries in one record, held to their hand
annotation in `invented/`, and courses of dealings in `courses/`. Floors may be raised and not lowered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
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

DAY = "2025-12-31"


@dataclass(frozen=True)
class Folder:
    """Dispatches with their annotation, and the floors that they are held to: the share of accounts that are found, points of
    comparison, contested ones, status of undertakings on the last day and on all days, sessions."""

    name: str
    found: float
    points: float
    contested: int
    ledger: float
    days: float
    sessions: float

    def annotation(self, name: str) -> list[dict[str, Any]]:
        path = Path(__file__).parent / self.name / f"{name}.yaml"
        entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return entries

    def dispatch_of(self, piece: Evidenced) -> Dispatch:
        return _dispatches(self.name)[piece["file"]]

    def dispatches(self) -> dict[str, Dispatch]:
        return _dispatches(self.name)


FOLDERS = (Folder("invented", 1.0, 0.96, 2, 1.0, 1.0, 1.0), Folder("courses", 0.98, 0.98, 3, 0.97, 0.97, 1.0))


@cache
def _dispatches(folder: str) -> dict[str, Dispatch]:
    given = (item for path in sorted((Path(__file__).parent / folder).glob("*.txt")) for item in gather([str(path)]))
    return {Path(item.origin).name: item for item in given if isinstance(item, Dispatch)}


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Folder:
    chosen: Folder = request.param
    return chosen


@pytest.fixture(scope="module")
def record(folder: Folder) -> Iterator[Record]:
    with Record.memory() as made:
        for dispatch in folder.dispatches().values():
            made.add(dispatch, read(dispatch))
        made.resolve(datetime(2026, 1, 1, tzinfo=UTC), lore())
        yield made


@pytest.fixture(scope="module")
def told(folder: Folder, record: Record) -> dict[str, list[str | None]]:
    """The entry of each annotated encounter's principal accounts, None for one that is not found."""
    shown = timeline.view(record, Query(limit=10_000)).encounters
    found: dict[str, list[str | None]] = defaultdict(list)
    for given in folder.annotation("encounters"):
        for account in given["accounts"]:
            if account["telling"] == "principal":
                found[given["id"]].append(_entry(shown, given, account, folder.dispatch_of(account)))
    return found


def _entry(
    shown: tuple[EncounterEntry, ...], given: dict[str, Any], account: Evidenced, dispatch: Dispatch
) -> str | None:
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
def test_every_piece_of_evidence_stands_in_its_dispatch(folder: Folder, name: str) -> None:
    found = [piece for piece in pieces(folder.annotation(name)) if "evidence" in piece]
    assert found
    assert [p for p in found if even(p["evidence"]) not in even(folder.dispatch_of(p).text)] == []


def test_accounts_of_one_encounter_come_together_and_no_others(
    folder: Folder, told: dict[str, list[str | None]]
) -> None:
    every = [entry for entries in told.values() for entry in entries]
    assert sum(entry is not None for entry in every) / len(every) >= folder.found
    assert {key: entries for key, entries in told.items() if len({*entries} - {None}) > 1} == {}
    together = [entry for entries in told.values() for entry in {*entries} - {None}]
    assert len(set(together)) == len(together)


def test_points_of_comparison(folder: Folder, record: Record, told: dict[str, list[str | None]]) -> None:
    score = scoring.Score()
    for given in folder.annotation("comparisons"):
        entry = next(entry for entry in told[given["encounter"]] if entry)
        scoring.add(score, given, compare.view(record, Query(entry=entry)), folder.dispatch_of)
    assert score.f1 >= folder.points, (score.f1, score.missed, score.wrong)
    assert score.contested_given == score.contested_right == folder.contested


def test_a_denied_remark_has_claim_silence_denial_and_protest(
    folder: Folder, record: Record, told: dict[str, list[str | None]]
) -> None:
    if folder.name != "invented":
        pytest.skip("told of one dispute of the other folder")
    found = compare.view(record, Query(entry=told["2022-07-14-manila-villafuerte-gao"][0]))
    (contest,) = (point.contest for point in found.points if point.contest)
    names = {dispatch.id: name for name, dispatch in folder.dispatches().items()}
    assert {names[e.dispatch] for e in contest.claim} == {"2022-07-14-china-phl.txt"}
    assert {names[e.dispatch] for e in contest.silence} == {"2022-07-14-philippines-chn.txt"}
    assert {names[e.dispatch] for e in contest.denial} == {"2022-07-15-philippines-denial.txt"}
    assert [" ".join(e.text.split()) for e in contest.protest] == [
        "She added that the department had lodged a protest with the Chinese embassy."
    ]


def test_status_of_undertakings(folder: Folder, record: Record) -> None:
    given = folder.annotation("ledger")
    last = [(one, DAY, one["status"]) for one in given]
    before = [(one, str(a["date"]), a["status"]) for one in given for a in one.get("as_of", ())]
    for listed, floor in ((last, folder.ledger), (last + before, folder.days)):
        wrong = [
            (one["id"], day, status, found)
            for one, day, status in listed
            if (found := _status(record, one, day, folder)) != status
        ]
        assert 1 - len(wrong) / len(listed) >= floor, wrong


def _status(record: Record, one: Evidenced, day: str, folder: Folder) -> str | None:
    dispatch = folder.dispatch_of(one)
    span = span_of(dispatch.text, one["evidence"])
    for undertaking in ledger.view(record, Query.of(as_of=day, limit=10_000)).undertakings:
        for at in undertaking.evidence:
            if at.dispatch == dispatch.id and at.start < span.end and span.start < at.end:
                return undertaking.status
    return None


def test_what_shows_it_stands_in_the_dispatch_that_tells_of_it(folder: Folder, record: Record) -> None:
    homes = {name: dispatch.id for name, dispatch in folder.dispatches().items()}
    shown = ledger.view(record, Query.of(as_of=DAY, limit=10_000)).undertakings
    wrong = []
    for one in folder.annotation("ledger"):
        dispatch = folder.dispatch_of(one)
        span = span_of(dispatch.text, one["evidence"])
        for undertaking in shown:
            told = any(
                e.dispatch == dispatch.id and e.start < span.end and span.start < e.end for e in undertaking.evidence
            )
            if told and undertaking.status == one["status"] and "shown_by" in one:
                where = {e.dispatch for e in undertaking.shown_by}
                wrong += [one["id"]] if homes[one["shown_by"]["file"]] not in where else []
    assert wrong == []


def test_nothing_is_kept_without_a_later_span(record: Record) -> None:
    shown = ledger.view(record, Query.of(as_of=DAY, limit=10_000))
    days = {source.dispatch: source.last_day or "" for source in shown.dispatches}
    kept = [one for one in shown.undertakings if one.status == "kept"]
    assert kept
    for one in kept:
        assert one.shown_by, one.entry
        assert all(days[e.dispatch] > (one.since or "9999") for e in one.shown_by), one.entry


def test_sessions_with_their_numbers_and_hosts(folder: Folder, record: Record) -> None:
    series = calendar.view(record, Query.of(as_of=DAY)).series
    found = listed = 0
    for given in folder.annotation("sessions"):
        mine = [s for one in series if given["mechanism"] in one.name for s in one.sessions if s.status == "held"]
        held = {(s.number, s.date, s.host) for s in mine}
        told = {(s["number"], s["date"], s["host"]) for s in given["sessions"]}
        assert held <= told, given["mechanism"]
        found, listed = found + len(held), listed + len(told)
        numbers = {v.value for s in mine for c in s.conflicts if c.field == "ordinal" for v in c.values}
        assert numbers == {str(n) for n in given.get("conflict", ())}, given["mechanism"]
        times = {v.value for s in mine for c in s.conflicts if c.field == "date" for v in c.values}
        assert times == {t for s in given["sessions"] if "also" in s for t in (s["date"], s["also"])}, given[
            "mechanism"
        ]
    assert found / listed >= folder.sessions


def test_the_next_session_with_its_number_host_and_time(folder: Folder, record: Record) -> None:
    series = calendar.view(record, Query.of(as_of=DAY)).series
    for given in folder.annotation("sessions"):
        if coming := given.get("next"):
            mine = [one.next for one in series if given["mechanism"] in one.name and one.next]
            found = [(one.number, one.host, one.due) for one in mine]
            assert found == [(coming["number"], coming["host"], coming["due"])], given["mechanism"]
