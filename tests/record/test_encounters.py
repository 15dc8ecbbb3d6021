"""Encounters of the sample dispatches against those resolved by hand: B-cubed over the accounts that the readers
find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from dragoman.intake import lore
from dragoman.name import covers, same
from dragoman.record import schema
from dragoman.record.store import Record
from tests.aligned.test_annotation import annotation
from tests.views.annotated import samples, span_of

LEAST_F1 = 0.95
LEAST_FOUND = 0.6


@dataclass(frozen=True)
class Account:
    """One dispatch's telling of an encounter of the annotation, with the finding that the readers made of it and its
    entry."""

    encounter: str
    file: str
    finding: str
    entry: str


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with Record.memory() as made:
        for dispatch, reading in samples().values():
            made.add(dispatch, reading)
        made.resolve(datetime(2025, 12, 31, tzinfo=UTC), lore())
        yield made


@pytest.fixture(scope="module")
def accounts(record: Record) -> list[Account]:
    """The findings that fit the annotated accounts best, each taken once."""
    fits: list[tuple[float, int, str, str]] = []
    listed = [(encounter, told) for encounter in annotation("encounters") for told in encounter["accounts"]]
    for number, (encounter, told) in enumerate(listed):
        for row in _findings(record, samples()[told["file"], told.get("item")][0].id):
            worth = _fit(encounter, told, row)
            if worth:
                fits.append((worth, number, row["id"], row["entry"]))
    found: dict[int, Account] = {}
    taken: set[str] = set()
    for _, number, finding, entry in sorted(fits, key=lambda fit: (-fit[0], fit[1], fit[2])):
        if number not in found and finding not in taken:
            encounter, told = listed[number]
            found[number] = Account(encounter["id"], told["file"], finding, entry)
            taken.add(finding)
    assert len(found) >= LEAST_FOUND * len(listed)
    return [found[number] for number in sorted(found)]


def _findings(record: Record, dispatch: str) -> list[dict[str, Any]]:
    table, member, taking = schema.encounter, schema.membership, schema.participant.c
    with record.reads() as connection:
        query = (
            select(table, member.c.entry)
            .join(member, member.c.finding == table.c.id)
            .where(table.c.dispatch == dispatch)
        )
        rows = [dict(row) for row in connection.execute(query).mappings()]
        for row in rows:
            row["who"] = connection.execute(select(taking.name).where(taking.encounter == row["id"])).scalars().all()
        return rows


def _fit(encounter: dict[str, Any], told: dict[str, Any], row: dict[str, Any]) -> float:
    """How well a finding fits an annotated account; 0 where it cannot be it."""
    span = span_of(samples()[told["file"], told.get("item")][0].text, told["evidence"])
    kin = row["encounter_kind"] == encounter["kind"]
    start, end = (row["cue_start"], row["cue_end"]) if row["cue_start"] is not None else (row["start"], row["end"])
    near = span.start < end and start < span.end  # a sentence may tell of two: the word that tells of it decides
    wanted = encounter["participants"]
    met: int = sum(any(same(name, one) or covers(name, one) for one in row["who"]) for name in wanted)
    dated = bool(row["date"]) and str(encounter["date"]).startswith(row["date"])
    numbered = row["ordinal"] is not None and row["ordinal"] == encounter.get("ordinal")
    if not kin and (
        row["encounter_kind"] in ("visit", "address") or encounter["kind"] in ("visit", "address", "forum")
    ):
        return 0.0
    if not (near or (kin and dated and wanted and met == len(wanted))):
        return 0.0
    return float(near + met / max(1, len(wanted), len(row["who"])) + 0.4 * dated + 0.3 * numbered + 0.3 * kin)


def test_accounts_of_one_encounter_come_together_and_no_others(accounts: list[Account]) -> None:
    by_hand, by_rule = defaultdict(set), defaultdict(set)
    for account in accounts:
        by_hand[account.encounter].add(account)
        by_rule[account.entry].add(account)
    shared = [(len(by_hand[a.encounter] & by_rule[a.entry]), a) for a in accounts]
    precision = sum(n / len(by_rule[a.entry]) for n, a in shared) / len(accounts)
    recall = sum(n / len(by_hand[a.encounter]) for n, a in shared) / len(accounts)
    assert 2 * precision * recall / (precision + recall) >= LEAST_F1


def test_look_alikes_are_never_one(accounts: list[Account]) -> None:
    alike = {
        (encounter["id"], other) for encounter in annotation("encounters") for other in encounter.get("look_alikes", ())
    }
    entries = defaultdict(set)
    for account in accounts:
        entries[account.encounter].add(account.entry)
    assert [pair for pair in sorted(alike) if entries[pair[0]] & entries[pair[1]]] == []


def test_copies_are_one_source_and_look_alikes_are_not(record: Record) -> None:
    with record.reads() as connection:
        source = {row.dispatch: row.source for row in connection.execute(select(schema.source_group))}
    sources: dict[str, set[str]] = defaultdict(set)
    for (file, _), (dispatch, _) in samples().items():
        sources[file].add(source[dispatch.id])
    said: Any = annotation("duplicates")
    assert [
        c for group in said["same_source"] for c in group["copies"] if sources[c] != sources[group["original"]]
    ] == []
    assert [pair for pair in said["independent"] if sources[pair[0]] & sources[pair[1]]] == []
