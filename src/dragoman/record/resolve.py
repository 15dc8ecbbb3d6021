"""Findings into entries: what changed since the last time is described anew, and the groups that it touches are formed
again.

Entries depend on what is in the record and on the judgements by hand alone, not on the order or the parts in which it
came. An entry's id is that of its most exact description, so it may change when a more exact one joins; the older id
still leads to it (`node.slug`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, literal, select, update

from dragoman.record import schema
from dragoman.record.cluster import Group, Link, grouped
from dragoman.record.copies import regroup
from dragoman.record.identify import digest
from dragoman.record.judgement import moment
from dragoman.record.match.verdict import Features, Portrait, Verdict, signature
from dragoman.record.trace import MATCHERS, STAGES, described, scenes

_BATCH = 200
_J = schema.judgement


def resolve(connection: Connection, at: datetime, places: Mapping[str, str] | None = None) -> int:
    """Brings the entries up to date with all that was added, removed or judged since the last time; gives the number of
    dispatches that were looked at. `at`: the time that the rules' judgements bear. `places`: ids of cities by their
    folded names; None: as the last time."""
    places = _cities(connection, places)
    waiting = connection.execute(select(schema.pending)).all()
    if not waiting:
        return 0
    due = {row.key for row in waiting if row.what == "dispatch"}
    left = {row.key for row in waiting if row.what == "node"}
    loose = {row.key for row in waiting if row.what == "entry"}
    looked = len(due)
    due |= regroup(connection, due)
    due = set(connection.execute(select(schema.dispatch.c.id).where(schema.dispatch.c.id.in_(due))).scalars())
    for stage in STAGES:
        dirty = {node for node in left if _kind(connection, node) in stage}
        for batch in _batches(sorted(due)):
            dirty |= _describe(connection, stage, batch, places, loose)
        due |= _Regrouping(connection, moment(at), loose).run(dirty)
    _sweep(connection, loose)
    connection.execute(delete(schema.pending))
    return looked


def _cities(connection: Connection, places: Mapping[str, str] | None) -> Mapping[str, str]:
    """The cities as given, or as they were given the last time; where they are others now, all entries are formed
    anew."""
    known = {row.name: row.city for row in connection.execute(select(schema.city))}
    if places is None or places == known:
        return known
    connection.execute(delete(schema.city))
    if places:
        connection.execute(insert(schema.city), [{"name": name, "city": city} for name, city in sorted(places.items())])
    if known or connection.execute(select(schema.node.c.id).limit(1)).first():
        forget(connection)
    return places


def forget(connection: Connection) -> None:
    """Deletes all entries and the rules' judgements that stand, and lets every dispatch wait to be resolved. What a
    person said is kept."""
    connection.execute(delete(_J).where(~_J.c.by_hand, _J.c.revoked_at.is_(None)))
    for table in (schema.membership, schema.node, schema.entry, schema.pending):
        connection.execute(delete(table))
    waiting = select(literal("dispatch"), schema.dispatch.c.id)
    connection.execute(insert(schema.pending).from_select(["what", "key"], waiting))


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]


def _kind(connection: Connection, node: str) -> str | None:
    return connection.execute(select(schema.node.c.kind).where(schema.node.c.id == node)).scalar()


def _describe(
    connection: Connection,
    stage: Collection[str],
    dispatches: Sequence[str],
    places: Mapping[str, str],
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
    for scene in scenes(connection, dispatches):
        for kind in stage:
            for finding, features in described(scene, kind, places).items():
                key = signature({"of": kind, **features})
                nodes[key] = (kind, features)
                now[finding] = (scene.id, kind, key)
    known = {
        row.id: row.entry
        for keys in _batches(sorted(nodes))
        for row in connection.execute(select(schema.node.c.id, schema.node.c.entry).where(schema.node.c.id.in_(keys)))
    }
    _new(connection, {key: made for key, made in nodes.items() if key not in known})
    moved = {finding: row.node for finding, row in before.items() if finding not in now or now[finding][2] != row.node}
    loose |= {before[finding].entry for finding in moved if before[finding].entry}
    for keys in _batches(sorted(moved)):
        connection.execute(delete(table).where(table.c.finding.in_(keys)))
    fresh = {finding: made for finding, made in now.items() if finding not in before or finding in moved}
    if fresh:
        rows = [
            {"finding": finding, "dispatch": home, "kind": kind, "node": key, "entry": known.get(key)}
            for finding, (home, kind, key) in fresh.items()
        ]
        connection.execute(insert(table), rows)
    unsettled = {key for _, _, key in fresh.values() if known.get(key) is None}
    return unsettled | set(moved.values())


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
    for keys in _batches(sorted(loose)):
        connection.execute(delete(schema.entry).where(schema.entry.c.id.in_(keys), ~held))


class _Regrouping:
    """One stage's groups formed again around the descriptions that changed."""

    def __init__(self, connection: Connection, made_at: str, loose: set[str]) -> None:
        self.connection, self.made_at, self.loose = connection, made_at, loose
        self.features: dict[str, tuple[str, Features]] = {}
        self.verdicts: dict[tuple[str, str], Verdict] = {}

    def run(self, dirty: Collection[str]) -> set[str]:
        """Gives the dispatches some of whose findings have another entry than before."""
        moved: set[str] = set()
        seeds = set(dirty)
        for node in sorted(dirty):
            seeds |= self._neighbours(node)
        seeds -= self._forget(dirty)
        done: set[str] = set()
        for node in sorted(seeds):
            if node not in done:
                component = self._component(node)
                done |= component
                moved |= self._form(component)
        return moved

    def _load(self, keys: Collection[str]) -> None:
        missing = sorted(set(keys) - self.features.keys())
        for batch in _batches(missing):
            for row in self.connection.execute(select(schema.node).where(schema.node.c.id.in_(batch))):
                self.features[row.id] = (row.kind, row.features)

    def judge(self, a: str, b: str) -> Verdict:
        pair = (a, b) if a < b else (b, a)
        if pair not in self.verdicts:
            (kind, one), (_, other) = self.features[pair[0]], self.features[pair[1]]
            self.verdicts[pair] = MATCHERS[kind].judge(one, other)
        return self.verdicts[pair]

    def _neighbours(self, node: str) -> set[str]:
        """The descriptions that a rule or a person links to one."""
        self._load([node])
        if node not in self.features:
            return set()
        kind, features = self.features[node]
        seeks = sorted(MATCHERS[kind].keys(features)[1])
        block = schema.block.c
        near = set(
            self.connection.execute(select(block.node).where(block.key.in_(seeks), block.node != node)).scalars()
        )
        self._load(near)
        linked = {other for other in near if self.judge(node, other).links}
        pin = features.get("pin")
        return linked | (self._said(pin) if pin else set())

    def _said(self, pin: str) -> set[str]:
        """The descriptions of the findings that a person joined to one, or parted from it."""
        found = set()
        for here, there in ((_J.c.a_now, _J.c.b_now), (_J.c.b_now, _J.c.a_now)):
            stand = (_J.c.by_hand, _J.c.revoked_at.is_(None), _J.c.kind.in_(("same", "different")), here == pin)
            joined = select(schema.membership.c.node).join(_J, there == schema.membership.c.finding).where(*stand)
            found |= set(self.connection.execute(joined).scalars())
        return found

    def _forget(self, dirty: Collection[str]) -> set[str]:
        """Deletes those of the descriptions that no finding has any more."""
        gone: set[str] = set()
        for keys in _batches(sorted(dirty)):
            held = select(schema.membership.c.node).where(schema.membership.c.node.in_(keys))
            gone |= set(keys) - set(self.connection.execute(held.distinct()).scalars())
        for keys in _batches(sorted(gone)):
            stand = (~_J.c.by_hand, _J.c.revoked_at.is_(None))
            self.connection.execute(delete(_J).where(*stand, _J.c.a.in_(keys)))
            self.connection.execute(delete(_J).where(*stand, _J.c.b.in_(keys)))
            self.connection.execute(delete(schema.node).where(schema.node.c.id.in_(keys)))
        return gone

    def _component(self, node: str) -> set[str]:
        found, front = {node}, [node]
        while front:
            for other in self._neighbours(front.pop()):
                if other not in found:
                    found.add(other)
                    front.append(other)
        return found

    def _form(self, component: set[str]) -> set[str]:
        """Forms the groups of one component and writes their entries; gives the dispatches whose findings moved."""
        self._load(component)
        kind = self.features[min(component)][0]
        matcher = MATCHERS[kind]
        same, different = self._by_hand(component)
        revoked = self._revoked(component)

        def order(node: str) -> Any:
            features = self.features[node][1]
            return bool(features.get("pin")), matcher.vagueness(features), node

        def judge(a: str, b: str) -> Verdict:
            found = self.judge(a, b)
            return Verdict() if found.links and frozenset((a, b)) in revoked else found

        groups = grouped(sorted(component), judge, order, same, different)
        self._rewrite(component, [link for group in groups for link in group.links if link.verdict])
        taken: set[str] = set()
        leaving = {second for _, second in different}
        named: dict[str, str] = {}
        for group in sorted(groups, key=lambda g: (g.nodes[0] in leaving, order(g.nodes[0]))):
            name = matcher.slug(self.features[group.nodes[0]][1])
            if name in taken:
                name = f"{name}-{digest(group.nodes[0], size=3)}"
            taken.add(name)
            named[group.nodes[0]] = name
        moved: set[str] = set()
        for group in groups:
            moved |= self._write(kind, group, named)
        return moved

    def _by_hand(self, component: set[str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """What a person said of pairs in a component: the latest word counts, and of two at one time the one that
        parts."""
        pins = {f["pin"]: node for node in component if (f := self.features[node][1]).get("pin")}
        stand = (_J.c.by_hand, _J.c.revoked_at.is_(None), _J.c.kind.in_(("same", "different")))
        rows: list[Any] = []
        for keys in _batches(sorted(pins)):
            rows += self.connection.execute(
                select(_J).where(*stand, _J.c.a_now.in_(keys), _J.c.b_now.is_not(None))
            ).all()
        rows.sort(key=lambda r: (r.made_at, r.kind == "different", r.id), reverse=True)
        together = {node: {node} for node in pins.values()}
        same: list[tuple[str, str]] = []
        different: list[tuple[str, str]] = []
        for row in rows:
            if row.b_now not in pins:
                continue
            a, b = pins[row.a_now], pins[row.b_now]
            one, other = together[a], together[b]
            if row.kind == "different":
                if one is not other:
                    different.append((a, b))
            elif one is not other and not any({x, y} in ({p, q} for p, q in different) for x in one for y in other):
                same.append((a, b))
                one |= other
                for node in other:
                    together[node] = one
        return same, different

    def _revoked(self, component: set[str]) -> set[frozenset[str]]:
        """Pairs of which a person took a rule's judgement back."""
        found: set[frozenset[str]] = set()
        for keys in _batches(sorted(component)):
            rows = self.connection.execute(
                select(_J.c.a, _J.c.b).where(~_J.c.by_hand, _J.c.revoked_at.is_not(None), _J.c.a.in_(keys))
            )
            found |= {frozenset((row.a, row.b)) for row in rows}
        return found

    def _rewrite(self, component: set[str], links: list[Link]) -> None:
        """Puts the rules' judgements of a component in the place of those that stood; one that is made again keeps its
        time."""
        wanted: dict[str, dict[str, Any]] = {}
        for link in links:
            assert link.verdict
            a, b = sorted((link.a, link.b))
            key = "r-" + digest(a, b, link.verdict.rule)
            reasons = {**link.verdict.reasons, "score": link.verdict.score}
            values = {
                "id": key,
                "kind": "same",
                "a": a,
                "b": b,
                "author": link.verdict.rule,
                "by_hand": False,
                "reasons": reasons,
            }
            wanted[key] = {**values, "made_at": self.made_at, "field": None, "value": None}
        there: set[str] = set()
        for keys in _batches(sorted(component)):
            there |= set(
                self.connection.execute(
                    select(_J.c.id).where(~_J.c.by_hand, _J.c.revoked_at.is_(None), _J.c.a.in_(keys))
                ).scalars()
            )
        for keys in _batches(sorted(there - wanted.keys())):
            self.connection.execute(delete(_J).where(_J.c.id.in_(keys)))
        new = [wanted[key] for key in sorted(wanted.keys() - there)]
        if new:
            self.connection.execute(insert(_J).prefix_with("OR REPLACE"), new)

    def _write(self, kind: str, group: Group, named: Mapping[str, str]) -> set[str]:
        """Writes the entry of one group; gives the dispatches whose findings moved."""
        members = [self.features[node][1] for node in group.nodes]
        portrait = MATCHERS[kind].portrait(members)
        table, mine = schema.membership.c, schema.membership.c.node.in_(group.nodes)
        self.loose |= set(
            self.connection.execute(select(table.entry).where(mine, table.entry.is_not(None)).distinct()).scalars()
        )
        if group.rivals:
            return self._write_apart(kind, group, named, portrait)
        entry = named[group.nodes[0]]
        self._put(entry, kind, portrait, [])
        self.connection.execute(update(schema.node).where(schema.node.c.id.in_(group.nodes)).values(entry=entry))
        stale = (mine, table.entry.is_distinct_from(entry))
        moved = set(self.connection.execute(select(table.dispatch).where(*stale).distinct()).scalars())
        if moved:
            self.connection.execute(update(schema.membership).where(*stale).values(entry=entry))
        return moved

    def _write_apart(self, kind: str, group: Group, named: Mapping[str, str], portrait: Portrait) -> set[str]:
        """Writes one entry for each finding of a group that fits several things, since its findings may mean different
        ones of these."""
        table, moved = schema.membership.c, set()
        self.connection.execute(update(schema.node).where(schema.node.c.id.in_(group.nodes)).values(entry=None))
        findings = self.connection.execute(
            select(schema.membership).where(table.node.in_(group.nodes)).order_by(table.finding)
        ).all()
        for row in findings:
            name = named[group.nodes[0]]
            entry = name if len(findings) == 1 else f"{name}-{row.finding.partition('-')[2][:6]}"
            self._put(entry, kind, portrait, [named[node] for node in group.rivals])
            if row.entry != entry:
                moved.add(row.dispatch)
                self.connection.execute(
                    update(schema.membership).where(table.finding == row.finding).values(entry=entry)
                )
        return moved

    def _put(self, entry: str, kind: str, portrait: Portrait, rivals: list[str]) -> None:
        detail = {**portrait.detail, **({"candidates": rivals} if rivals else {})}
        values = {
            "kind": kind,
            "label": portrait.label,
            "first_day": portrait.first_day,
            "last_day": portrait.last_day,
            "detail": detail,
        }
        there = self.connection.execute(select(schema.entry).where(schema.entry.c.id == entry)).mappings().first()
        if there is None:
            self.connection.execute(insert(schema.entry).values(id=entry, **values))
        elif any(there[name] != value for name, value in values.items()):
            self.connection.execute(update(schema.entry).where(schema.entry.c.id == entry).values(**values))
        for table, column, wanted in (
            (schema.entry_person, "person", portrait.people),
            (schema.entry_country, "country", portrait.countries),
        ):
            held = set(self.connection.execute(select(table.c[column]).where(table.c.entry == entry)).scalars())
            if gone := held - set(wanted):
                self.connection.execute(delete(table).where(table.c.entry == entry, table.c[column].in_(gone)))
            if rows := [{"entry": entry, column: value} for value in sorted(set(wanted) - held)]:
                self.connection.execute(insert(table), rows)
