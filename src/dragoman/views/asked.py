"""What the words of a query mean in a record: which people, which country, which issues."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dragoman.desk.desk import desk
from dragoman.desk.pattern import lowered
from dragoman.errors import QueryError
from dragoman.name import covers, parts
from dragoman.record import schema
from dragoman.record.knowledge import known


def people(connection: Connection, asked: str) -> list[str]:
    """The entries of people that a name or id may mean, in order. QueryError where the record has none."""
    entry = schema.entry.c
    by_id = (
        connection.execute(select(entry.id).where(entry.kind == "person", entry.id.in_([asked, f"person-{asked}"])))
        .scalars()
        .all()
    )
    if by_id:
        return list(by_id)
    if not parts(asked):
        raise QueryError(asked, "is no name", "give a name such as 'Wang Yi' or an entry's id")
    found = []
    for key, label, detail in connection.execute(
        select(entry.id, entry.label, entry.detail).where(entry.kind == "person").order_by(entry.id)
    ):
        names = [label, *detail.get("names", ())]
        if any(covers(name, asked) for name in names):
            found.append(key)
    if found:
        return found
    pack = known(connection)
    listed = pack.people.values() if pack else ()
    meant = [f"person-{p.id}" for p in listed if _called(asked, p.name, *p.also, *(m.form for m in p.misread))]
    found = list(connection.execute(select(entry.id).where(entry.id.in_(meant)).order_by(entry.id)).scalars())
    if not found:
        raise QueryError(asked, "no person of that name in the record", "`dragoman search` finds other spellings")
    return found


def _called(asked: str, *names: str) -> bool:
    return any(covers(name, asked) for name in names)


def country(asked: str) -> str:
    """The ISO 3166-1 alpha-3 code of a country given by code, name, adjective or capital. QueryError for anything
    else."""
    world = desk(["world"])
    if asked.upper() in world.countries:
        return asked.upper()
    code = world.country_of(asked)
    if code is None:
        raise QueryError(asked, "is no country known here", "give its name or ISO code, such as JPN")
    return code


def issues(connection: Connection, asked: str) -> list[str]:
    """An issue's id and those of the issues under it. QueryError where neither a desk nor the record has it."""
    pack = known(connection)
    listed = pack.issues if pack else {}
    chosen = next((i.id for i in listed.values() if asked == i.id or lowered(asked) == lowered(i.label)), None)
    if chosen is None:
        used = connection.execute(select(schema.issue.c.issue).where(schema.issue.c.issue == asked).limit(1)).scalar()
        if used is None:
            raise QueryError(asked, "is no issue known here", "`dragoman desk show` lists a desk's issues")
        return [asked]
    under = [chosen]
    for one in under:
        under += [i.id for i in listed.values() if i.parent == one and i.id not in under]
    return under


def mechanisms(connection: Connection, asked: str) -> list[str]:
    """The entries of mechanisms that a name or id may mean, in order. QueryError where the record has none."""
    entry = schema.entry.c
    rows = connection.execute(
        select(entry.id, entry.label, entry.detail).where(entry.kind == "mechanism").order_by(entry.id)
    )
    wanted = lowered(asked)
    found = [
        key
        for key, label, detail in rows
        if asked in (key, detail.get("desk"))
        or any(wanted in lowered(name) for name in (label, *detail.get("names", ())))
    ]
    if not found:
        raise QueryError(asked, "no mechanism of that name in the record", "`dragoman calendar` lists them")
    return found
