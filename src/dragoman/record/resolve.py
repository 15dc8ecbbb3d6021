"""Findings into entries: what changed since the last time is described anew, and the groups that it touches are formed
again.

Entries depend on what is in the record and on the judgements by hand alone, not on the order or the parts in which it
came. An entry's id is that of its most exact description, so it may change when a more exact one joins, or a fact is
corrected; the older id still leads to it (`former`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, literal, select

from dragoman.record import carried, cues, facts, former, schema, tally, topics, wording
from dragoman.record.batches import batches
from dragoman.record.copies import regroup
from dragoman.record.following import follow
from dragoman.record.form import Forming
from dragoman.record.judgement import moment
from dragoman.record.knowledge import known as desks
from dragoman.record.lore import Lore, keep, kept
from dragoman.record.match.matchers import MATCHERS, STAGES
from dragoman.record.match.verdict import Features, signature
from dragoman.record.scene import scenes
from dragoman.record.trace import described

_J = schema.judgement


def resolve(connection: Connection, at: datetime, lore: Lore | None = None) -> int:
    """Brings the entries up to date with all that was added, removed or judged since the last time; gives the number of
    dispatches that were looked at. `at`: the time that the rules' judgements bear. `lore`: what the desks know; None:
    as the last time. With another than the last time all entries are formed anew; where the desks that the dispatches
    were read with are others than then, what is kept beside the entries is made anew."""
    known = kept(connection)
    if lore is not None and lore != known:
        keep(connection, lore)
        if connection.execute(select(schema.node.c.id).limit(1)).first():
            forget(connection)
        known = lore
    pack = desks(connection)
    anew = facts.by_another(connection, pack)
    waiting = connection.execute(select(schema.pending)).all()
    if not waiting and not anew:
        return 0
    due = {row.key for row in waiting if row.what == "dispatch"}
    left = {row.key for row in waiting if row.what == "node"}
    loose = {row.key for row in waiting if row.what == "entry"}
    looked = len(due)
    told = _there(connection, due)
    fresh = told - wording.kept(connection, due)
    wording.keep(connection, due)
    due |= regroup(connection, due)
    read = due = _there(connection, due)
    kinds = _kinds(connection, left)
    for stage in STAGES:
        dirty = {node for node in left if kinds.get(node) in stage}
        for batch in batches(due):
            dirty |= _describe(connection, stage, batch, known, loose)
        due = due | Forming(connection, moment(at), loose).run(dirty)
    _sweep(connection, loose)
    touched = None if anew else facts.touched(connection, due) | loose
    facts.keep(connection, pack, touched)
    topics.keep(connection, None if anew else due, touched)
    follow.keep(connection, pack, None if anew else due, loose, read)
    cues.keep(connection, pack, None if anew else due)
    carried.keep(connection, None if anew else due)
    periods = {row.key for row in waiting if row.what == "period"} | tally.periods(connection, told - fresh)
    tally.keep(connection, pack, None if anew else periods, fresh)
    connection.execute(delete(schema.pending))
    return looked


def forget(connection: Connection) -> None:
    """Deletes all entries and the rules' judgements that stand, and lets every dispatch wait to be resolved. What a
    person said is kept."""
    former.note(connection)
    known = select(literal("entry"), schema.entry.c.id)
    connection.execute(delete(_J).where(~_J.c.by_hand, _J.c.revoked_at.is_(None)))
    connection.execute(delete(schema.pending))
    connection.execute(insert(schema.pending).from_select(["what", "key"], known))
    for table in (schema.membership, schema.node, schema.entry, schema.tally):
        connection.execute(delete(table))
    facts.forget(connection)
    waiting = select(literal("dispatch"), schema.dispatch.c.id)
    connection.execute(insert(schema.pending).from_select(["what", "key"], waiting))


def _there(connection: Connection, dispatches: Collection[str]) -> set[str]:
    """Those of the dispatches that are in the record."""
    found: set[str] = set()
    for batch in batches(dispatches):
        found |= set(connection.execute(select(schema.dispatch.c.id).where(schema.dispatch.c.id.in_(batch))).scalars())
    return found


def _kinds(connection: Connection, nodes: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in batches(nodes):
        rows = connection.execute(select(schema.node.c.id, schema.node.c.kind).where(schema.node.c.id.in_(batch)))
        found |= {row.id: row.kind for row in rows}
    return found


def _describe(
    connection: Connection,
    stage: Sequence[str],
    dispatches: Sequence[str],
    lore: Lore,
    loose: set[str],
) -> set[str]:
    """Writes the descriptions of some dispatches' findings; gives the descriptions whose groups have to be formed
    again."""
    table = schema.membership
    before = {
        row.finding: row
        for row in connection.execute(select(table).where(table.c.dispatch.in_(dispatches), table.c.kind.in_(stage)))
    }
    now: dict[str, tuple[str, str, str]] = {}
    nodes: dict[str, tuple[str, Features]] = {}
    for scene in scenes(connection, dispatches, stage):
        for kind in stage:
            for finding, features in described(scene, kind, lore).items():
                key = signature({"of": kind, **features})
                nodes[key] = (kind, features)
                now[finding] = (scene.id, kind, key)
    settled = {
        row.id: row.entry
        for keys in batches(nodes)
        for row in connection.execute(select(schema.node.c.id, schema.node.c.entry).where(schema.node.c.id.in_(keys)))
    }
    _new(connection, {key: made for key, made in nodes.items() if key not in settled})
    sought = _found_anew(connection, {key: made for key, made in nodes.items() if key in settled})
    moved = {finding: row.node for finding, row in before.items() if finding not in now or now[finding][2] != row.node}
    loose |= {before[finding].entry for finding in moved if before[finding].entry}
    for keys in batches(moved):
        former.note(connection, table.c.finding.in_(keys))
        connection.execute(delete(table).where(table.c.finding.in_(keys)))
    fresh = {finding: made for finding, made in now.items() if finding not in before or finding in moved}
    if fresh:
        rows = [
            {"finding": finding, "dispatch": home, "kind": kind, "node": key, "entry": settled.get(key)}
            for finding, (home, kind, key) in fresh.items()
        ]
        connection.execute(insert(table), rows)
    unsettled = {key for _, _, key in fresh.values() if settled.get(key) is None}
    return unsettled | sought | set(moved.values())


def _found_anew(connection: Connection, nodes: Mapping[str, tuple[str, Features]]) -> set[str]:
    """Writes anew by what descriptions are found, of those of whom that is no longer what an older version wrote; gives these."""
    wanted = {key: MATCHERS[kind].keys(features)[0] for key, (kind, features) in nodes.items()}
    written: dict[str, set[str]] = {key: set() for key in wanted}
    table = schema.block.c
    for keys in batches(wanted):
        for row in connection.execute(select(table.node, table.key).where(table.node.in_(keys))):
            written[row.node].add(row.key)
    other = {key for key in wanted if wanted[key] != written[key]}
    for keys in batches(other):
        connection.execute(delete(schema.block).where(table.node.in_(keys)))
    blocks = [{"key": block, "node": key} for key in sorted(other) for block in sorted(wanted[key])]
    if blocks:
        connection.execute(insert(schema.block), blocks)
    return other


def _new(connection: Connection, nodes: Mapping[str, tuple[str, Features]]) -> None:
    if not nodes:
        return
    rows, blocks = [], []
    for key, (kind, features) in nodes.items():
        matcher = MATCHERS[kind]
        rows.append({"id": key, "kind": kind, "features": features, "slug": matcher.slug(features), "entry": None})
        blocks += [{"key": block, "node": key} for block in sorted(matcher.keys(features)[0])]
    connection.execute(insert(schema.node), rows)
    connection.execute(insert(schema.block), blocks)


def _sweep(connection: Connection, loose: Collection[str]) -> None:
    """Deletes those of the entries that no finding is of any more."""
    held = select(schema.membership.c.finding).where(schema.membership.c.entry == schema.entry.c.id).exists()
    for keys in batches(loose):
        connection.execute(delete(schema.entry).where(schema.entry.c.id.in_(keys), ~held))
    former.forget(connection, loose)
