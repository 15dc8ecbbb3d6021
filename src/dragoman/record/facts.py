"""What views ask of every encounter and undertaking, kept beside its entry: at which level it was, and since when it is
told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.levels import level_of, levels_by_role
from dragoman.record.world import offices

_E, _M = schema.entry.c, schema.membership.c
_KINDS = ("encounter", "commitment")
_HELD = ("current", "acting", "then")


@dataclass(slots=True)
class _Taking:
    country: str | None = None
    roles: set[str] = field(default_factory=set)


def forget(connection: Connection) -> None:
    """Lets all facts be made anew by the next `resolve`."""
    connection.execute(delete(schema.lore).where(schema.lore.c.kind == "facts"))


def by_another(connection: Connection, pack: Desk | None) -> bool:
    """Whether the facts there are were made with other desks than `pack`, which is noted as theirs from now on."""
    table, made = schema.lore, pack.hash if pack else ""
    mine = (table.c.kind == "facts", table.c.name == "desks")
    if connection.execute(select(table.c.value).where(*mine)).scalar() == made:
        return False
    connection.execute(insert(table).prefix_with("OR REPLACE").values(kind="facts", name="desks", value=made))
    return True


def touched(connection: Connection, dispatches: Collection[str]) -> set[str]:
    """The entries of encounters and undertakings that findings of these dispatches belong to."""
    found: set[str] = set()
    for keys in batches(dispatches):
        held = select(_M.entry).where(_M.dispatch.in_(keys), _M.kind.in_(_KINDS))
        found |= set(connection.execute(held.where(_M.entry.is_not(None))).scalars())
    return found


def keep(connection: Connection, pack: Desk | None, entries: Iterable[str] | None) -> None:
    """Writes the facts of some entries, of all where None; those that are not there are passed over."""
    if entries is None:
        entries = connection.execute(select(_E.id).where(_E.kind.in_(_KINDS))).scalars()
    for keys in batches(entries):
        told = _told(connection, keys)
        people = _people(connection, keys)
        heads = connection.execute(
            select(_E.id, _E.kind, _E.first_day, _E.detail, _E.level, _E.told).where(
                _E.id.in_(keys), _E.kind.in_(_KINDS)
            )
        )
        rows = []
        for head in heads.mappings().all():
            level = _level(head, people.get(head["id"], {}), pack) if head["kind"] == "encounter" else None
            made = {"level": level, "told": told.get(head["id"])}
            if made != {"level": head["level"], "told": head["told"]}:
                rows.append({"key": head["id"], **made})
        if rows:
            connection.execute(update(schema.entry).where(_E.id == bindparam("key")), rows)


def _told(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """The first day by which a dispatch that tells of each was certainly published."""
    heads = schema.dispatch.c
    chosen = (
        select(_M.entry, func.min(heads.last_day))
        .join(schema.dispatch, heads.id == _M.dispatch)
        .where(_M.entry.in_(keys), heads.last_day.is_not(None))
        .group_by(_M.entry)
    )
    return {row[0]: row[1] for row in connection.execute(chosen)}


def _people(connection: Connection, keys: Collection[str]) -> dict[str, dict[str, _Taking]]:
    """Those who took part in each encounter, with their countries and the roles that its dispatches give them."""
    taking, person, office, encounter = schema.participant.c, schema.person.c, schema.office.c, schema.encounter.c
    who = schema.membership.alias("who")
    chosen = (
        select(_M.entry, taking.person, who.c.entry, person.country, office.role, office.tense)
        .join(schema.encounter, encounter.id == _M.finding)
        .join(schema.participant, taking.encounter == _M.finding)
        .join(schema.person, person.id == taking.person)
        .outerjoin(who, who.c.finding == taking.person)
        .outerjoin(schema.office, office.person == taking.person)
        .where(_M.entry.in_(keys), encounter.rejected.is_(False))
        .order_by(_M.entry, encounter.principal.desc(), _M.dispatch, taking.position, office.position)
    )
    found: dict[str, dict[str, _Taking]] = defaultdict(dict)
    for entry, finding, known, country, role, tense in connection.execute(chosen):
        one = found[entry].setdefault(known or finding, _Taking())
        one.country = one.country or country
        if role and tense in _HELD:
            one.roles.add(role)
    return found


def _level(head: Any, people: dict[str, _Taking], pack: Desk | None) -> str | None:
    known = levels_by_role(pack).keys()
    found: dict[str, tuple[str | None, set[str]]] = {}
    for key, one in people.items():
        entry = pack.people.get(key.removeprefix("person-")) if pack else None
        roles = set(one.roles)
        if pack and entry and head["first_day"] and not roles & known:
            roles |= offices(pack, (key,), date.fromisoformat(head["first_day"]))
        found[key] = (one.country or (entry.country_on(None) if entry else None), roles)
    return level_of(found, head["detail"].get("mechanism"), head["detail"]["kind"], pack)
