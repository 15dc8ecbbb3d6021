"""The register of set phrases: first and last use, gaps and returns, wordings by side, company, silence, and each use in
its context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, and_, func, select

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.errors import QueryError
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.contract import Evidence, Source, Sources, evidence_in
from dragoman.views.phrasing.candidates import Candidate, candidates
from dragoman.views.phrasing.company import Beside, Rank, Speaker, beside, speakers
from dragoman.views.phrasing.history import Change, Gap, Wording, Year, carrying, changes, gaps, wordings, years
from dragoman.views.phrasing.register import Registered, register
from dragoman.views.query import Query
from dragoman.views.remembered import remembered
from dragoman.views.silence import Silence, latest, silences
from dragoman.views.sourced import among, sources
from dragoman.views.usages import Use, Within, named, newest, spoken

NAME = "formulas"
HELP = "Set phrases: first and last use, gaps and returns, wordings by side, company, silence, concordance."

USES = 150
"""Uses of one phrase of which speakers and company are looked at, the newest."""
CONCORDANCE = 60
"""Uses given in their context, the newest."""
CANDIDATES = 12
"""Candidates given of each side where no limit is asked."""
SILENT = 6
"""Dispatches looked at for silence where none is named: the newest accounts of encounters."""
_DISPATCH = re.compile(r"[0-9a-f]{16}\Z")
_F, _D, _S = schema.formula.c, schema.dispatch.c, schema.sentence.c


@dataclass(frozen=True, slots=True)
class Context:
    """A use in its sentence. `speaker`: to whom the sentence is attributed, None where to nobody."""

    use: Use
    sentence: Evidence
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Formula:
    """One phrase in full. `names`: as the desk has them. `wordings`: the most used of `wordings_total`. `looked_at`: the
    newest of its `total` uses, on which `ranks`, `speakers` and `beside` rest. `concordance`: newest first."""

    formula: str
    label: str
    names: Mapping[str, str]
    total: int
    looked_at: int
    sources: Sources
    first: Use
    last: Use
    years: tuple[Year, ...]
    gaps: tuple[Gap, ...]
    wordings: tuple[Wording, ...]
    wordings_total: int
    changes: tuple[Change, ...]
    ranks: tuple[Rank, ...]
    speakers: tuple[Speaker, ...]
    beside: tuple[Beside, ...]
    concordance: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class Formulas:
    """`register`: every phrase, or the one asked for. `formula`: that one in full, None where none was named.
    `silences`: of the dispatch named, else of the newest accounts of encounters; none where a phrase was named.
    `candidates`: wordings that a side repeats and no desk lists, in place of all the rest, None
    where these were not asked for."""

    register: tuple[Registered, ...]
    formula: Formula | None
    silences: tuple[Silence, ...]
    candidates: tuple[Candidate, ...] | None
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Formulas:
    """Heeds `words` or `entry` (a phrase by id, label or name; or a dispatch's id, for its silences), `side` (whose
    outlets), `since`, `until`, `as_of`, `limit` (uses in context, or candidates of a side), `candidates`. QueryError for a phrase that neither a desk nor the
    record knows.

    Example: `{"register": [{"formula": "strategic-mutual-benefit", "label": "…", "total": 24, "first": {"day":
    "2008-05-07", "evidence": {"dispatch": …, "start": …, "end": …, "text": "…"}, …}, "last": …, "unheard": 5, …}],
    "formula": {"gaps": [{"days": 3293, "dispatches": 31, "before": …, "after": …}], "wordings": […], …}, "silences":
    [{"dispatch": …, "kind": "issue", "id": "xinjiang", "reason": "account", "carried": 1, "of": 1, …}], …}`
    """
    name = query.words or query.entry
    until = min(filter(None, (query.until, query.as_of)), default=None)
    with record.reads() as connection:
        pack = known(connection)
        side = asked.country(query.side) if query.side else None
        limits = Within(query.since, until, side)
        if query.candidates:
            return _candidates(connection, pack, side, query.since, until, query.limit or CANDIDATES)
        dispatch = name if name and _DISPATCH.match(name) else None
        chosen = _formula(connection, name, pack) if name and not dispatch else None
        listed: list[Registered] = []
        if not dispatch:
            listed = remembered(
                connection, ("register", limits, chosen), lambda: register(connection, pack, limits, chosen)
            )
        full = None
        if chosen and listed:
            full = _full(connection, listed[0], pack, limits, query.limit or CONCORDANCE)
        silent: list[Silence] = []
        if not chosen:
            subjects = [dispatch] if dispatch else latest(connection, SILENT, side, until)
            silent, _ = silences(connection, subjects, pack)
        made = Formulas(tuple(listed), full, tuple(silent), None, ())
        keys = [*(one.dispatch for one in silent), *(key for one in silent for key in one.compared)]
        cited = sources(connection, [*keys, *(item.dispatch for item in evidence_in(made))])
    return replace(made, dispatches=tuple(cited.values()))


def _candidates(
    connection: Connection, pack: Desk | None, side: str | None, since: date | None, until: date | None, most: int
) -> Formulas:
    found = tuple(candidates(connection, pack, side, since, until, most))
    cited = sources(connection, [item.dispatch for item in evidence_in(found)])
    return Formulas((), None, (), found, tuple(cited.values()))


def _formula(connection: Connection, name: str, pack: Desk | None) -> str:
    low = lowered(name)
    for entry in pack.formulas.values() if pack else ():
        if low in (entry.id, lowered(entry.label), *(lowered(n) for n in entry.names.values())):
            return entry.id
    used = connection.execute(select(_F.formula).where(_F.formula == name).limit(1)).scalar()
    if used is None:
        raise QueryError(name, "is no set phrase known here", "`dragoman formulas` lists them")
    return str(used)


def _full(connection: Connection, head: Registered, pack: Desk | None, limits: Within, most: int) -> Formula:
    key = head.formula
    carried = carrying(connection, key, limits)
    found = newest(connection, key, (one.dispatch for one in reversed(carried)), max(USES, most))
    near = found[-USES:]
    said = spoken(connection, near)
    who, ranks = speakers(connection, near, said, pack)
    label, names = named(pack, key)
    worded, number = wordings(connection, key, carried, pack)
    return Formula(
        formula=key,
        label=label,
        names=names,
        total=head.total,
        looked_at=len(near),
        sources=head.sources,
        first=head.first,
        last=head.last,
        years=tuple(years(connection, key, carried, limits.side)),
        gaps=tuple(gaps(connection, key, carried)),
        wordings=tuple(worded),
        wordings_total=number,
        changes=tuple(changes(connection, key, carried, pack)),
        ranks=tuple(ranks),
        speakers=tuple(who),
        beside=tuple(beside(connection, key, near, pack)),
        concordance=tuple(_contexts(connection, found[::-1][:most], {key: s.speaker for key, s in said.items()})),
    )


def _contexts(connection: Connection, found: Iterable[Use], speaker: Mapping[str, str]) -> Iterable[Context]:
    listed = list(found)
    chosen = (
        select(_F.id, _S.dispatch, _S.start, _S.end, func.substr(_D.text, _S.start + 1, _S.end - _S.start))
        .select_from(schema.formula)
        .join(schema.sentence, and_(_S.dispatch == _F.dispatch, _S.start <= _F.start, _S.end >= _F.end))
        .join(schema.dispatch, _D.id == _F.dispatch)
        .where(among(_F.id, [use.finding for use in listed]))
        .order_by(_S.start)
    )
    sentences = {key: Evidence(*rest) for key, *rest in connection.execute(chosen)}
    for use in listed:
        yield Context(use, sentences.get(use.finding, use.evidence), speaker.get(use.finding))
