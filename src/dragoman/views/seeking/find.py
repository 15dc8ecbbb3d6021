"""Which sentences of a record a search means, by the narrowest way in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, literal, literal_column, or_, select, text

from dragoman.desk.pattern import lowered
from dragoman.errors import QueryError
from dragoman.reading import BOTH_SIDES
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.world import side_of
from dragoman.views import asked as meant
from dragoman.views.seeking.grammar import COMMITMENTS, ENCOUNTERS, Asked, Condition
from dragoman.views.seeking.match import expression

NARROW = 4000
"""Up to so many candidates are all fetched and ranked; above, the newest are looked through until enough are found."""
MOST = 1000
"""More sentences than this are not counted."""

_ROWS = text(f"SELECT rowid FROM {schema.INDEX} WHERE {schema.INDEX} MATCH :match")  # noqa: S608

_S, _D = schema.sentence.c, schema.dispatch.c
_JOINED = schema.sentence.join(schema.dispatch, _D.id == _S.dispatch)
_A, _V, _M, _T, _F = schema.attribution.c, schema.voice.c, schema.membership.c, schema.issue.c, schema.formula.c


@dataclass(frozen=True, slots=True)
class Sentence:
    """`score`: the better the match of words, the higher; None without words to rank by."""

    id: int
    dispatch: str
    start: int
    end: int
    day: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """At most `MOST` sentences, best or newest first. `complete`: there are no more."""

    sentences: list[Sentence]
    complete: bool
    ranked: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A condition: how many findings an index says it has, what gives them as (dispatch, start, end), and what a
    sentence must fulfil. `near`: gives the same, and is to be asked for a few dispatches."""

    count: int
    spans: Select[Any] | None
    holds: Any
    near: Select[Any] | None = None


def find(connection: Connection, asked: Asked) -> Found:
    """QueryError where a value names nothing that the record or its desks know."""
    match = expression(asked.words, asked.without)
    listed = ways(connection, asked)
    narrowest = min((w for w in listed if w.spans is not None), key=lambda w: w.count, default=None)
    hits = _matches(connection, match) if match else None
    chosen = select(_S.id, _S.dispatch, _S.start, _S.end, _D.last_day)
    dated = published(asked)
    where = [*(w.holds for w in listed if w.holds is not None), *dated]
    if match and hits is not None and hits <= NARROW:
        ranks = (
            text(
                f"SELECT rowid AS id, bm25({schema.INDEX}) AS rank FROM {schema.INDEX} WHERE {schema.INDEX} MATCH :match"  # noqa: S608
            )
            .bindparams(match=match)
            .columns(literal_column("id"), literal_column("rank"))
            .subquery("ranks")
        )
        ranked = (
            chosen.add_columns(ranks.c.rank)
            .select_from(_JOINED.join(ranks, ranks.c.id == _S.id))
            .where(*where)
            .order_by(ranks.c.rank, _D.last_day.desc(), _S.dispatch, _S.start)
            .limit(MOST + 1)
        )
        rows = connection.execute(ranked).all()
        made = [Sentence(r[0], r[1], r[2], r[3], r[4], round(-r[5], 4)) for r in rows]
        return Found(made[:MOST], len(made) <= MOST, True)
    joined = narrowest is not None and (narrowest.count <= NARROW or narrowest.near is not None)
    where = [*(w.holds for w in listed if w.holds is not None and not (joined and w is narrowest)), *dated]
    if match:
        where.append((_S.id + 0).in_(_ROWS.bindparams(match=match)))  # by number alone there would be no order
    order = (_D.last_day.desc().nulls_last(), _S.dispatch, _S.start)
    if narrowest is not None and narrowest.count <= NARROW and narrowest.spans is not None:
        spans = narrowest.spans.subquery("spans")
        here = and_(_S.dispatch == spans.c.dispatch, _S.start < spans.c.end, _S.end > spans.c.start)
        near = spans.join(schema.sentence, here).join(schema.dispatch, _D.id == _S.dispatch)
        chosen = chosen.distinct().select_from(near).where(*where).order_by(*order)
        rows = connection.execute(chosen.limit(MOST + 1)).all()
    else:
        within = narrowest.near if narrowest is not None else None
        rows = connection.execute(_newest(chosen.where(*where), within).order_by(*order).limit(MOST + 1)).all()
    made = [Sentence(r[0], r[1], r[2], r[3], r[4], None) for r in rows]
    return Found(made[:MOST], len(made) <= MOST, False)


def published(asked: Asked) -> list[Any]:
    """What the days of a search ask of a dispatch."""
    where: list[Any] = []
    if asked.since:
        where.append(_D.last_day >= asked.since.isoformat())
    if asked.until:
        where.append(func.coalesce(_D.first_day, _D.last_day) <= asked.until.isoformat())
    return where


def _newest(chosen: Select[Any], spans: Select[Any] | None) -> Select[Any]:
    """Sentences, those over some spans where these are given, from their dispatches on: SQLite then goes along the index
    of days, the newest first, and ends where enough are found. An id joined to nothing has no index by which it could
    begin elsewhere."""
    newer = literal("") + _D.id
    if spans is None:
        return chosen.select_from(schema.dispatch.join(schema.sentence, _S.dispatch == newer))
    near = spans.subquery("near")
    over = and_(_S.dispatch == near.c.dispatch, _S.start < near.c.end, _S.end > near.c.start)
    inside = schema.dispatch.join(near, near.c.dispatch == newer).join(schema.sentence, over)
    return chosen.distinct().select_from(inside)


def _matches(connection: Connection, match: str) -> int:
    counted = text(f"SELECT count(*) FROM (SELECT 1 FROM {schema.INDEX} WHERE {schema.INDEX} MATCH :match LIMIT :most)")  # noqa: S608
    return int(connection.execute(counted, {"match": match, "most": NARROW + 1}).scalar_one())


def ways(connection: Connection, asked: Asked) -> list[Way]:
    """What each condition asks of a sentence."""
    said = [c for c in asked.conditions if c.field in _SAID and not c.excluded]
    found = [_said(connection, said)] if said else []
    for condition in asked.conditions:
        if condition in said:
            continue
        if condition.field in _SAID:
            way = _said(connection, [condition])
        else:
            way = _OTHERS[condition.field](connection, condition)
        found.append(Way(0, None, ~way.holds) if condition.excluded else way)
    return found


_SAID = ("speaker", "side", "act", "mode")


def _said(connection: Connection, conditions: list[Condition]) -> Way:
    """All conditions on who said it and how hold of one attribution."""
    where: list[Any] = [_A.rejected.is_(False)]
    counts: list[int] = []
    for condition in conditions:
        if condition.field in ("act", "mode"):
            column = _A[condition.field]
            where.append(column.in_(condition.values))
            if condition.field == "act":
                counts.append(_count(connection, schema.attribution, column.in_(condition.values)))
        elif condition.field == "speaker":
            test, count = _speaker(connection, condition)
            where.append(test)
            counts.append(count)
        else:
            where.append(_side(connection, condition))
    over = and_(_A.dispatch == _S.dispatch, _A.start < _S.end, _A.end > _S.start, *where)
    spans = select(_A.dispatch, _A.start, _A.end).where(*where) if counts else None
    return Way(min(counts, default=NARROW + 1), spans, exists(select(_A.id).where(over)))


def _speaker(connection: Connection, condition: Condition) -> tuple[Any, int]:
    """People by name or id; a name that is no person's may be part of a body's."""
    entries: list[str] = []
    bodies: list[str] = []
    for value in condition.values:
        try:
            entries += meant.people(connection, value)
        except QueryError:
            low = lowered(value)
            named = [name for name in _bodies(connection) if low in lowered(name)]
            if not named:
                raise
            bodies += named
    voices = schema.voice.join(schema.membership, _M.finding == _V.person)
    tests = [_A.id.in_(select(_V.attribution).select_from(voices).where(_M.entry.in_(entries)))] if entries else []
    if bodies:
        tests.append(_A.id.in_(select(_V.attribution).where(_V.person.is_(None), _V.name.in_(bodies))))
    return or_(*tests), NARROW + 1 if bodies else _count(connection, voices, _M.entry.in_(entries))


def _bodies(connection: Connection) -> list[str]:
    """Names of speakers that are no known person."""
    return list(connection.execute(select(_V.name).where(_V.person.is_(None)).distinct()).scalars())


def _side(connection: Connection, condition: Condition) -> Any:
    """Someone who speaks for one of the countries; what both sides state is said by each of a desk's sides."""
    codes = [meant.country(value) for value in condition.values]
    person = schema.person.c
    by_person = exists(
        select(_V.attribution)
        .join(schema.person, person.id == _V.person)
        .where(_V.attribution == _A.id, person.country.in_(codes))
    )
    pack = known(connection)
    names = [name for name in _bodies(connection) if pack and side_of(pack, name) in codes]
    if pack and set(codes) & set(pack.sides):
        names.append(BOTH_SIDES)
    by_name = exists(select(_V.attribution).where(_V.attribution == _A.id, _V.person.is_(None), _V.name.in_(names)))
    return or_(by_person, by_name) if names else by_person


def _inside(table: Any, *where: Any) -> Any:
    over = and_(table.c.dispatch == _S.dispatch, table.c.start < _S.end, table.c.end > _S.start)
    return exists(select(table.c.id).where(over, table.c.rejected.is_(False), *where))


def _spans(table: Any, *where: Any) -> Select[Any]:
    return select(table.c.dispatch, table.c.start, table.c.end).where(table.c.rejected.is_(False), *where)


def _count(connection: Connection, table: Any, *where: Any) -> int:
    inner = select(literal_column("1")).select_from(table).where(*where).limit(NARROW + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(inner)).scalar_one())


def _issue(connection: Connection, condition: Condition) -> Way:
    listed = [i for value in condition.values for i in meant.issues(connection, value)]
    return _topical(connection, schema.issue, _T.issue, listed)


def _formula(connection: Connection, condition: Condition) -> Way:
    pack = known(connection)
    entries = list(pack.formulas.values()) if pack else []
    listed: list[str] = []
    for value in condition.values:
        low = lowered(value)
        mine = [e.id for e in entries if low in (e.id, lowered(e.label), *(lowered(n) for n in e.names.values()))]
        if not mine:
            raise QueryError(
                f"formula:{value}", "is no set phrase known here", f"known are {', '.join(e.id for e in entries)}"
            )
        listed += mine
    return _topical(connection, schema.formula, _F.formula, listed)


def _topical(connection: Connection, table: Any, column: Any, listed: list[str]) -> Way:
    test, joined = (
        column.in_(listed),
        (literal("") + column).in_(listed),
    )  # joined to nothing, it has no index of its own
    count = _count(connection, table, test)
    return Way(count, _spans(table, test), _inside(table, test), _spans(table, joined))


def _mechanism(connection: Connection, condition: Condition) -> Way:
    table = schema.mechanism
    pack = known(connection)
    tests = []
    for value in condition.values:
        tests += [table.c.entry == value, table.c.name.ilike(f"%{_escaped(value)}%", escape="\\")]
        low = lowered(value)
        named = [
            m.id
            for m in (pack.mechanisms.values() if pack else ())
            if low in (lowered(m.name), *map(lowered, m.names.values()))
        ]
        tests += [table.c.entry.in_(named)] if named else []
    test = or_(*tests)
    count = _count(connection, table, test)
    if not count:
        raise QueryError(
            f"mechanism:{','.join(condition.values)}", "no such mechanism in the record", "see `dragoman calendar`"
        )
    return Way(count, _spans(table, test), _inside(table, test))


def _kind(_connection: Connection, condition: Condition) -> Way:
    tests = []
    for value in condition.values:
        if value in ENCOUNTERS:
            tests.append(_inside(schema.encounter, schema.encounter.c.encounter_kind == value))
        elif value in COMMITMENTS:
            tests.append(_inside(schema.commitment, schema.commitment.c.commitment_kind == value))
        else:
            tests.append(_inside(schema.metadata.tables[value]))
    return Way(0, None, or_(*tests))


def _outlet(_connection: Connection, condition: Condition) -> Way:
    both = [c.ilike(f"%{_escaped(v)}%", escape="\\") for v in condition.values for c in (_D.outlet, _D.given_outlet)]
    return Way(0, None, func.coalesce(or_(*both), False))


def _from(_connection: Connection, condition: Condition) -> Way:
    return Way(0, None, func.coalesce(_D.outlet_country.in_([meant.country(v) for v in condition.values]), False))


def _language(_connection: Connection, condition: Condition) -> Way:
    return Way(0, None, func.coalesce(_D.language.in_([v.casefold() for v in condition.values]), False))


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_OTHERS: dict[str, Callable[[Connection, Condition], Way]] = {
    "issue": _issue,
    "formula": _formula,
    "mechanism": _mechanism,
    "kind": _kind,
    "outlet": _outlet,
    "from": _from,
    "language": _language,
}
