"""The accounts of one encounter, set side by side point by point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.errors import RecordError
from dragoman.record import schema
from dragoman.record.former import leads_to
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.aligning.contest import Contest, Contests, used
from dragoman.views.aligning.likeness import own_words, weighed_apart
from dragoman.views.aligning.points import Alignment, Draft
from dragoman.views.aligning.units import Unit, units
from dragoman.views.contract import Evidence, Source
from dragoman.views.encounters import EncounterEntry, encounters
from dragoman.views.query import Query
from dragoman.when import When

NAME = "compare"
RECENT = timedelta(days=31)
"""How long after an encounter an account of it is published."""
HELP = "The accounts of one encounter, point by point: shared, told by one only, worded differently, contested."


@dataclass(frozen=True, slots=True)
class Account:
    """One dispatch's version of the encounter. `readout`: a government's own. `copies`: dispatches with nearly the same
    text, not compared again. `version_of`: the account of the same publisher in another language, of which this one is
    a version. `read`: whether anything attributed was found in it; where not, it is not said to be silent."""

    dispatch: str
    side: str | None
    readout: bool
    language: str | None
    copies: tuple[str, ...]
    version_of: str | None
    read: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Wording:
    """One account's words for a point. `finding`: the finding they are part of; for what those present did and nobody is
    reported as saying, the dispatch and where it begins. `speaker`: as that account has it. `differing`: the words in it
    that give the point another weight, or, where there are none, that no other wording has."""

    account: str
    finding: str
    speaker: str
    act: str
    evidence: Evidence
    differing: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What is attributed to someone, or agreed, on an issue. `status`: shared, only, differs or contested. `speaker`: a
    person, a body, or "both sides", with the person's entry. `told`: each wording, accounts in order. `silent`: the
    accounts that leave it out. `contest`: for a contested point, the claim, the silence, the denials, protests and
    replies."""

    status: str
    speaker: str
    person: str | None
    issues: tuple[str, ...]
    told: tuple[Wording, ...]
    silent: tuple[str, ...]
    contest: Contest | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """`accounts`: readouts before press, by day of publication. `points`: in the order in which the accounts tell them.
    `mentions`: dispatches that mention the encounter without being accounts of it."""

    encounter: EncounterEntry
    accounts: tuple[Account, ...]
    points: tuple[Point, ...]
    mentions: tuple[str, ...]
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Comparison:
    """The accounts of the encounter `entry` aligned. Heeds `entry` (an encounter's id, or that of a finding in it),
    `side` (accounts of that side's outlets alone), `issue` and `as_of`. RecordError where there is no such encounter.

    Two pieces are one point where the same speaker, or both sides, say much the same by rare words, named things and
    issue; each account's pieces are paired with the others' so that the whole fits best. Copies of one story stand as
    one account.

    Example: for an encounter of which one ministry writes that the two "reached agreement" and the other that they
    "shared the recognition", `view(record, Query(entry=...)).points[0].status` is "differs", and
    `.points[0].told[0].differing[0].text` is "agreement".
    """
    with record.reads() as connection:
        key = _encounter(connection, query.entry or "")
        found, told = encounters(connection, [key], query.as_of)
        if key not in found:
            raise RecordError(key, "no dispatch published by then tells of it", "ask for a later --as-of")
        entry = found[key]
        pack = known(connection)
        chosen = _accounts(entry, told, asked.country(query.side) if query.side else None, pack)
        pieces = _of_this(connection, key, entry, units(connection, [a.dispatch for a in chosen], pack))
        accounts = tuple(replace(a, read=bool(pieces[a.dispatch])) for a in chosen)
        alignment = Alignment({a.dispatch: pieces[a.dispatch] for a in accounts}, pack)
        contests = Contests(connection, key, _day(entry), told, pack, query.as_of)
        drafts = sorted(contests.parted(alignment.drafts), key=_order(accounts))
        silent = {n: _silent(draft, accounts) for n, draft in enumerate(drafts)}
        contested = contests.find(drafts, {n: [a.evidence for a in listed] for n, listed in silent.items()})
        wanted = set(asked.issues(connection, query.issue)) if query.issue else None
    after = [e for c in contested.values() for e in (*c.denial, *c.protest, *c.reply)]
    points = [
        _point(d, silent[n], accounts, alignment, contested.get(n))
        for n, d in enumerate(drafts)
        if n in contested or not all(_within(unit.evidence, after) for unit in d.pieces)
    ]
    if wanted is not None:
        points = [point for point in points if wanted & set(point.issues)]
    copies = {copy for a in accounts for copy in a.copies}
    mentions = {t.evidence.dispatch for t in entry.tellings} - {a.dispatch for a in accounts} - copies
    listed = {**{k: contests.cited[k] for k in used(contested.values()) if k in contests.cited}, **told}
    return Comparison(entry, accounts, tuple(points), tuple(sorted(mentions)), tuple(listed[k] for k in sorted(listed)))


def _of_this(
    connection: Connection, key: str, entry: EncounterEntry, pieces: Mapping[str, list[Unit]]
) -> dict[str, list[Unit]]:
    """The pieces without those that stand in a sentence that tells of an encounter of another day alone: "they met again on
    8 May and decided"."""
    table, member, other, head = schema.encounter.c, schema.membership.c, schema.entry.c, schema.dispatch.c
    own: dict[str, list[Evidence]] = {home: [] for home in pieces}
    for telling in entry.tellings:
        own.setdefault(telling.evidence.dispatch, []).append(telling.evidence)
    found = {home: list(listed) for home, listed in pieces.items()}
    rows = connection.execute(
        select(table.dispatch, table.start, table.end, other.first_day, other.last_day)
        .join(schema.membership, member.finding == table.id)
        .join(schema.entry, other.id == member.entry)
        .join(schema.dispatch, head.id == table.dispatch)
        .where(table.dispatch.in_(list(pieces)), other.id != key, table.status == "held", table.rejected.is_(False))
        .where(other.first_day <= head.last_day)  # what is still to come was agreed here
        .order_by(table.dispatch, table.start, table.id)
    )
    mine = When.parse(entry.date) if entry.date else None
    for home, start, end, first, last in rows:
        elsewhen = mine and first and (last < mine.first.isoformat() or first > mine.last.isoformat())
        if elsewhen and not any(e.start < end and start < e.end for e in own[home]):
            found[home] = [u for u in found[home] if not (u.evidence.start < end and start < u.evidence.end)]
    return found


def _encounter(connection: Connection, key: str) -> str:
    """The entry that an id means: an encounter's, one that it once had, or a finding's in it."""
    found, entry = leads_to(connection, key), schema.entry.c
    if connection.execute(select(entry.id).where(entry.id == found, entry.kind == "encounter")).scalar():
        return str(found)
    raise RecordError(key, "is no encounter in the record", "`dragoman timeline` prints their ids")


def _day(entry: EncounterEntry) -> str | None:
    return When.parse(entry.date).last.isoformat() if entry.date else None


def _accounts(entry: EncounterEntry, told: Mapping[str, Source], side: str | None, pack: Desk | None) -> list[Account]:
    """One for each source that gives an account, readouts first; what is published long after looks back on it. Of copies the one published first stands for all, of one
    day's an agency's."""
    first: dict[str, Evidence] = {}
    late = (date.fromisoformat(day) + RECENT).isoformat() if (day := _day(entry)) else "9999"
    for telling in entry.tellings:
        if telling.principal and telling.status == "held" and (told[telling.evidence.dispatch].first_day or "") <= late:
            first.setdefault(telling.evidence.dispatch, telling.evidence)
    groups: dict[str, list[Source]] = {}
    for key in first:
        if side in (None, told[key].side):
            groups.setdefault(told[key].source, []).append(told[key])
    chosen: list[Account] = []
    for group in groups.values():
        group.sort(key=lambda s: (s.last_day or "9999", not _agency(s, pack), s.dispatch != s.source, s.dispatch))
        head, *rest = group
        chosen.append(
            Account(
                dispatch=head.dispatch,
                side=head.side,
                readout=head.readout,
                language=head.language,
                copies=tuple(s.dispatch for s in rest),
                version_of=None,
                read=True,
                evidence=first[head.dispatch],
            )
        )
    chosen.sort(
        key=lambda a: (not a.readout, told[a.dispatch].last_day or "9999", a.side or "", a.language != "en", a.dispatch)
    )
    return [replace(a, version_of=_version_of(a, chosen[:n], told)) for n, a in enumerate(chosen)]


def _agency(source: Source, pack: Desk | None) -> bool:
    outlet = pack.outlet_names.get(lowered(source.outlet)) if pack and source.outlet else None
    return outlet is not None and outlet.kind == "agency"


def _version_of(account: Account, before: Sequence[Account], told: Mapping[str, Source]) -> str | None:
    """The account of the same government in another language, published within days."""
    for other in before:
        if not (account.readout and other.readout and account.side and account.side == other.side):
            continue
        if account.language != other.language and told[account.dispatch].outlet == told[other.dispatch].outlet:
            return other.version_of or other.dispatch
    return None


def _within(evidence: Evidence, spans: Sequence[Evidence]) -> bool:
    """Whether words are part of what is told already as a denial, protest or reply."""
    mine = (evidence.start, evidence.end)
    return any(s.dispatch == evidence.dispatch and s.start <= mine[0] and mine[1] <= s.end for s in spans)


def _order(accounts: Sequence[Account]) -> Any:
    """By the first account that tells it, and where it stands there."""
    rank = {a.dispatch: n for n, a in enumerate(accounts)}

    def place(draft: Draft) -> tuple[int, int]:
        return min((rank[key], listed[0].evidence.start) for key, listed in draft.told.items())

    return place


def _silent(draft: Draft, accounts: Sequence[Account]) -> list[Account]:
    """The accounts that leave a point out, where no version of them in another language tells it."""
    groups = {a.dispatch: a.version_of or a.dispatch for a in accounts}
    telling = {groups[key] for key in draft.told}
    return [a for a in accounts if a.read and groups[a.dispatch] not in telling]


def _point(
    draft: Draft, silent: Sequence[Account], accounts: Sequence[Account], alignment: Alignment, contest: Contest | None
) -> Point:
    pieces = [unit for a in accounts for unit in draft.told.get(a.dispatch, ())]
    groups = {a.dispatch: a.version_of or a.dispatch for a in accounts}
    apart = [(a, b) for a, b in combinations(pieces, 2) if a.account != b.account and alignment.differ(a, b)]
    alone = len({groups[key] for key in draft.told}) == 1
    status = "contested" if contest else "only" if alone else "differs" if apart else "shared"
    head = next((u for u in pieces if u.speaker.both), next((u for u in pieces if u.speaker.entry), pieces[0]))
    issues = Counter(issue for unit in pieces for issue in sorted(unit.issues))
    wordings = tuple(
        Wording(u.account, u.finding, u.speaker.name, u.act, u.evidence, _differing(u, pieces, apart, alignment))
        for u in pieces
    )
    return Point(
        status=status,
        speaker=head.speaker.name,
        person=head.speaker.entry,
        issues=tuple(sorted(issues, key=lambda i: (-issues[i], i))),
        told=wordings,
        silent=tuple(a.dispatch for a in silent),
        contest=contest,
    )


def _differing(
    unit: Unit, pieces: Sequence[Unit], apart: Sequence[tuple[Unit, Unit]], alignment: Alignment
) -> tuple[Evidence, ...]:
    """The words of a wording that give the point another weight than another's; else those that are its own."""
    others = [other for other in pieces if other.account != unit.account]
    if not others:
        return ()
    spans: set[tuple[int, int]] = set()
    for a, b in apart:
        if unit in (a, b):
            mine, theirs = (a, b) if unit is a else (b, a)
            spans |= {one for one, _ in weighed_apart(mine.evidence.text, theirs.evidence.text, alignment.words)}
    chosen = sorted(spans) or own_words(unit, others, alignment.words)
    text, at, home = unit.evidence.text, unit.evidence.start, unit.evidence.dispatch
    return tuple(Evidence(home, at + start, at + end, text[start:end]) for start, end in chosen)
