"""A record whose encounters and commitments are those that hand annotation lists, so that a view is tested apart from
the readers and from resolving. All other findings are as read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, insert, select

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from dragoman.reading import Commitment, Encounter, Finding, Reading
from dragoman.record import carried, cues, facts, schema, tally, topics
from dragoman.record.following import follow
from dragoman.record.identify import identified
from dragoman.record.kinds import KINDS
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.sources.gather import gather
from dragoman.span import Span
from tests.aligned.test_annotation import SAMPLES, annotation

Evidenced = dict[str, Any]
"""A mapping of the annotation that names a `file`, perhaps an `item` of it, and an `evidence`."""


@cache
def samples() -> dict[tuple[str, int | None], tuple[Dispatch, Reading]]:
    """Each sample by file name and, for a feed's entries, number from 1."""
    found: dict[tuple[str, int | None], tuple[Dispatch, Reading]] = {}
    for path in sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".html", ".pdf", ".xml")):
        given = [item for item in gather([str(path)]) if isinstance(item, Dispatch)]
        for number, dispatch in enumerate(given, 1):
            key = (path.name, number if path.suffix == ".xml" else None)
            found[key] = (dispatch, read(dispatch))
    return found


def span_of(text: str, evidence: str) -> Span:
    """Where a piece of annotation stands, any run of white space there being one here."""
    pattern = r"\s+".join(re.escape(word) for word in evidence.split())
    match = re.search(pattern, text)
    assert match, evidence
    return Span(match.start(), match.end())


def dispatch_of(piece: Evidenced) -> Dispatch:
    return samples()[piece["file"], piece.get("item")][0]


def named(dispatch: str) -> str:
    """The file name of a sample by the id of its dispatch."""
    return next(file for (file, _), (sample, _) in samples().items() if sample.id == dispatch)


Placed = tuple[str, Finding]


def record() -> Record:
    """Fresh each time, in memory."""
    made = Record.memory()
    findings: dict[str, list[Finding]] = {dispatch.id: [] for dispatch, _ in samples().values()}
    entries: list[tuple[dict[str, Any], list[Placed]]] = [*_encounters(), *_commitments()]
    for _, placed in entries:
        for home, finding in placed:
            findings[home].append(finding)
    for dispatch, reading in samples().values():
        mine = sorted(findings[dispatch.id], key=lambda f: f.evidence)
        given = replace(
            reading,
            encounters=tuple(f for f in mine if isinstance(f, Encounter)),
            commitments=tuple(f for f in mine if isinstance(f, Commitment)),
        )
        made.add(dispatch, given)
    keys = {d.id: list(identified(d.id, made.reading(d.id).findings())) for d, _ in samples().values()}
    with made.writes() as connection:
        _known(connection, "person")
        _known(connection, "mechanism")
        for entry, placed in entries:
            _enter(connection, entry, [(d, next(key for key, g in keys[d] if g == f)) for d, f in placed])
        _sources(connection)
        facts.keep(connection, known(connection), None)
        topics.keep(connection, None, None)
        cues.keep(connection, known(connection), None)
        carried.keep(connection, None)
        tally.keep(connection, known(connection), None)
        follow.keep(connection, known(connection), None, ())
    return made


def _enter(connection: Connection, entry: dict[str, Any], placed: list[tuple[str, str]]) -> None:
    people = entry.pop("people", [])
    entry |= {name: entry["detail"].get(name) for name in ("status", "mechanism")}
    connection.execute(insert(schema.entry).values(**entry))
    for person in people:
        connection.execute(insert(schema.entry_person).values(entry=entry["id"], person=person))
    for country in sorted({_country(person) for person in people}):
        connection.execute(insert(schema.entry_country).values(entry=entry["id"], country=country))
    node = {"id": f"node {entry['id']}", "kind": entry["kind"], "features": {}, "slug": "", "entry": entry["id"]}
    connection.execute(insert(schema.node).values(**node))
    for dispatch, finding in dict.fromkeys(placed):
        connection.execute(
            insert(schema.membership)
            .prefix_with("OR IGNORE")
            .values(finding=finding, dispatch=dispatch, kind=entry["kind"], node=node["id"], entry=entry["id"])
        )


def _known(connection: Connection, kind: str) -> None:
    """Entries of the people or mechanisms that a desk knows."""
    table = KINDS[kind].table.c
    rows = connection.execute(select(table.id, table.dispatch, table.name, table.entry).where(table.entry.is_not(None)))
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.entry, []).append(row)
    for desk, listed in sorted(groups.items()):
        names = sorted({row.name for row in listed}, key=len, reverse=True)
        entry = {"id": f"{kind}-{desk}", "kind": kind, "label": names[0], "detail": {"desk": desk, "names": names}}
        _enter(connection, entry, [(row.dispatch, row.id) for row in listed])


def _sources(connection: Connection) -> None:
    copies = _copies()
    for (file, _), (dispatch, _) in samples().items():
        original = samples()[copies[file], None][0].id if file in copies else dispatch.id
        connection.execute(insert(schema.source_group).values(dispatch=dispatch.id, source=original, sketch=b""))


def _copies() -> dict[str, str]:
    listed: Any = annotation("duplicates")
    return {copy: group["original"] for group in listed["same_source"] for copy in group["copies"]}


def _country(person: str) -> str:
    from dragoman.desk.desk import desk

    return desk(["china-japan"]).people[person.removeprefix("person-")].country or ""


def _person_entry(name: str) -> str | None:
    from dragoman.desk.desk import desk
    from dragoman.name import same

    return next((f"person-{p.id}" for p in desk(["china-japan"]).people.values() if same(p.name, name)), None)


def _encounters() -> Iterator[tuple[dict[str, Any], list[Placed]]]:
    for given in annotation("encounters"):
        placed: list[Placed] = []
        for account in given["accounts"]:
            dispatch = dispatch_of(account)
            placed.append(
                (
                    dispatch.id,
                    Encounter(
                        evidence=span_of(dispatch.text, account["evidence"]),
                        rule="annotation",
                        kind=given["kind"],
                        status="scheduled" if account["telling"] == "announced" else "held",
                        date=given["date"],
                        place=given["place"],
                        participants=tuple(given["participants"]),
                        mechanism=given.get("mechanism"),
                        ordinal=given.get("ordinal"),
                        principal=account["telling"] == "principal",
                    ),
                )
            )
        held = any(a["telling"] != "announced" for a in given["accounts"])
        first, last = _ends(given["date"])
        mechanism = given.get("mechanism")
        people = [person for name in given["participants"] if (person := _person_entry(name))]
        detail = {
            "kind": given["kind"],
            "date": given["date"],
            "place": given["place"],
            "people": sorted(people),
            "bodies": [],
            "mechanism": f"mechanism-{mechanism}" if mechanism else None,
            "ordinal": given.get("ordinal"),
            "status": given.get("status", "held" if held else "scheduled"),
            "conflicts": {},
        }
        entry = {
            "id": f"encounter-{given['id']}", "kind": "encounter", "label": given["id"], "first_day": first,
            "last_day": last, "detail": detail, "people": people,
        }  # fmt: skip
        yield entry, placed


def _commitments() -> Iterator[tuple[dict[str, Any], list[Placed]]]:
    for given in annotation("ledger"):
        placed: list[Placed] = []
        for piece in (given, *given.get("also_in", [])):
            dispatch = dispatch_of(piece)
            placed.append(
                (
                    dispatch.id,
                    Commitment(
                        evidence=span_of(dispatch.text, piece["evidence"]),
                        rule="annotation",
                        kind=given["kind"],
                        parties=tuple(given["parties"]),
                        due=given["due"],
                    ),
                )
            )
        first, last = _ends(given["due"])
        made_at = [
            f"encounter-{e['id']}"
            for e in annotation("encounters")
            if any(a["telling"] == "principal" and a["file"] == given["file"] for a in e["accounts"])
        ]
        detail = {
            "text": given["evidence"], "kind": given["kind"], "parties": given["parties"], "by": [], "due": given["due"],
            "open": False, "since": None, "encounters": made_at, "session": None, "conflicts": {},
        }  # fmt: skip
        yield {
            "id": f"commitment-{given['id']}", "kind": "commitment", "label": given["evidence"], "first_day": first,
            "last_day": last, "detail": detail,
        }, placed  # fmt: skip


def _ends(date: str | None) -> tuple[str | None, str | None]:
    from dragoman.when import When

    if date is None:
        return None, None
    when = When.parse(str(date))
    return when.first.isoformat(), when.last.isoformat()
