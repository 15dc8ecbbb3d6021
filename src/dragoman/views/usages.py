"""Uses of set phrases: where, when, in whose dispatch, in which wording and by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.carried import wording
from dragoman.views.contract import Evidence
from dragoman.views.sourced import among
from dragoman.views.statements import Statement, load

_F, _D, _G, _A = schema.formula.c, schema.dispatch.c, schema.source_group.c, schema.attribution.c


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a set phrase. `form`: which of the desk's wordings, where it tells them apart. `side`, `language`: of
    the dispatch. `day`: its last possible day of publication, None where unknown. `source`: equal for copies."""

    finding: str
    formula: str
    form: str | None
    side: str | None
    language: str | None
    day: str | None
    source: str
    evidence: Evidence

    @property
    def wording(self) -> str:
        """What tells it from other wordings of the phrase."""
        return wording(self.form, self.evidence.text)


@dataclass(frozen=True, slots=True)
class Within:
    """Which uses are meant: in what was certainly published between `since` and `until`, both inclusive, by `side`'s
    outlets."""

    since: date | None = None
    until: date | None = None
    side: str | None = None

    def of(self, side: Any, first: Any, last: Any) -> list[ColumnElement[bool]]:
        """As conditions on columns of the side and of the first and the last day."""
        found: list[ColumnElement[bool]] = []
        if self.side:
            found.append(side == self.side)
        if self.since:
            found.append(first >= self.since.isoformat())
        if self.until:
            found.append(last <= self.until.isoformat())
        return found

    @property
    def carried(self) -> list[ColumnElement[bool]]:
        """As conditions on what dispatches carry."""
        table = schema.carried.c
        return self.of(table.side, table.first_day, table.last_day)


def newest(connection: Connection, formula: str, dispatches: Iterable[str], most: int) -> list[Use]:
    """At most so many uses of a phrase, the last, oldest first. `dispatches`: those that carry it, the newest first."""
    found = within(connection, [formula], islice(dict.fromkeys(dispatches), most))
    return sorted((use for mine in found.values() for use in mine), key=_placed)[-most:]


def _placed(use: Use) -> tuple[str, str, int]:
    return use.day or "", use.evidence.dispatch, use.evidence.start


def uses(connection: Connection, *where: Any) -> list[Use]:
    """Uses that fulfil conditions on the formula's and dispatch's tables, oldest first, those without a day at the
    beginning."""
    columns = (
        _F.id, _F.formula, _F.form, _F.dispatch, _F.start, _F.end, _F.evidence, _D.outlet_country, _D.language,
        _D.last_day, _G.source,
    )  # fmt: skip
    joined = schema.formula.join(schema.dispatch, _D.id == _F.dispatch).outerjoin(
        schema.source_group, _G.dispatch == _F.dispatch
    )
    chosen = (
        select(*columns)
        .select_from(joined)
        .where(_F.rejected.is_(False), *where)
        .order_by(_D.last_day.desc().nulls_last(), _F.dispatch.desc(), _F.start.desc())
    )
    found = [
        Use(r[0], r[1], r[2], r[7], r[8], r[9], r[10] or r[3], Evidence(r[3], r[4], r[5], r[6]))
        for r in connection.execute(chosen)
    ]
    return found[::-1]


def within(
    connection: Connection, formulas: Iterable[str], dispatches: Iterable[str]
) -> dict[tuple[str, str], list[Use]]:
    """The uses of some phrases in some dispatches, by phrase and dispatch, in the order of the text."""
    keys: Collection[str] = set(dispatches)
    found: dict[tuple[str, str], list[Use]] = defaultdict(list)
    phrase = literal("") + _F.formula  # joined to nothing, it has no index of its own: dispatches are fewer
    if keys:
        for use in uses(connection, among(phrase, set(formulas)), among(_F.dispatch, keys)):
            found[use.formula, use.evidence.dispatch].append(use)
    return found


def spoken(connection: Connection, found: Iterable[Use]) -> dict[str, Statement]:
    """The attributed sentence that each use stands in, by the use's finding; uses outside attributed sentences are
    left out."""
    wanted = [use.finding for use in found]
    over = and_(_A.dispatch == _F.dispatch, _A.start < _F.end, _A.end > _F.start, _A.rejected.is_(False))
    pairs: dict[str, str] = {}
    chosen = (
        select(_F.id, _A.id)
        .select_from(schema.formula.join(schema.attribution, over))
        .where(among(_F.id, wanted))
        .order_by(_F.id, _A.nested.desc(), _A.start.desc())
    )
    for use, said in connection.execute(chosen):
        pairs.setdefault(use, said)
    statements = {one.finding: one for one in load(connection, pairs.values())}
    return {use: statements[said] for use, said in pairs.items() if said in statements}


def per_year(connection: Connection, side: str | None = None) -> dict[str, int]:
    """How many dispatches there are by year of publication, of one side's outlets where `side` is given."""
    year = func.substr(_D.last_day, 1, 4)
    chosen = select(year, func.count()).where(_D.last_day.is_not(None)).group_by(year)
    if side:
        chosen = chosen.where(_D.outlet_country == side)
    return {row[0]: int(row[1]) for row in connection.execute(chosen)}


def named(pack: Desk | None, formula: str) -> tuple[str, Mapping[str, str]]:
    """A set phrase's label and its names by language or language and country, as the desk has them."""
    entry = pack.formulas.get(formula) if pack else None
    return (entry.label, dict(entry.names)) if entry else (formula, {})
