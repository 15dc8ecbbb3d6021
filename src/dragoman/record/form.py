"""Groups of descriptions formed again around those that changed, and the entries, judgements and memberships that
follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from dragoman.record import former, schema
from dragoman.record.batches import batches
from dragoman.record.cluster import Group, grouped
from dragoman.record.identify import digest
from dragoman.record.match.matchers import MATCHERS
from dragoman.record.match.verdict import Features, Portrait, Verdict

_J = schema.judgement
_NODE, _MEMBER = schema.node.c, schema.membership.c


_OWN = ("mechanism", "instrument")
"""What stays one thing of its own, with all that name it so, where it fits several others."""


@dataclass(slots=True)
class _Node:
    kind: str
    features: Features
    entry: str | None


@dataclass(slots=True)
class _Plan:
    """One group with the entry that it is to have; `rivals`: the entries of which it fits more than one."""

    kind: str
    group: Group
    entry: str
    rivals: tuple[str, ...]
    portrait: Portrait


class Forming:
    """One stage's groups formed again. `loose` collects entries that may have lost all their findings."""

    def __init__(self, connection: Connection, made_at: str, loose: set[str]) -> None:
        self._connection, self._made_at, self._loose = connection, made_at, loose
        self._nodes: dict[str, _Node] = {}
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._near: dict[str, set[str]] = {}

    def run(self, dirty: Collection[str]) -> set[str]:
        """Forms the groups in which these descriptions stand, or stood; gives the dispatches some of whose findings
        have another entry now."""
        seeds = set(dirty)
        for near in self._neighbours(dirty).values():
            seeds |= near
        seeds -= self._forget(dirty)
        self._near.clear()  # what is gone is near nothing
        components = self._components(seeds)
        said = self._said(node for component in components for node in component)
        revoked = self._revoked(node for component in components for node in component)
        plans = [plan for component in components for plan in self._plan(component, said, revoked)]
        self._judge(components, plans)
        self._enter(plans)
        return self._place(plans)

    def _load(self, keys: Iterable[str]) -> None:
        for batch in batches(set(keys) - self._nodes.keys()):
            for row in self._connection.execute(select(schema.node).where(_NODE.id.in_(batch))):
                self._nodes[row.id] = _Node(row.kind, row.features, row.entry)

    def _verdict(self, a: str, b: str) -> Verdict:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._verdicts:
            one, other = self._nodes[pair[0]], self._nodes[pair[1]]
            self._verdicts[pair] = MATCHERS[one.kind].judge(one.features, other.features)
        return self._verdicts[pair]

    def _neighbours(self, nodes: Iterable[str]) -> dict[str, set[str]]:
        """The descriptions that a rule or a person links to each."""
        wanted = set(nodes) - self._near.keys()
        self._load(wanted)
        seeks = {n: MATCHERS[node.kind].keys(node.features)[1] for n in wanted if (node := self._nodes.get(n))}
        stand: dict[str, list[str]] = defaultdict(list)
        table = schema.block.c
        for batch in batches(block for blocks in seeks.values() for block in blocks):
            for row in self._connection.execute(select(table.key, table.node).where(table.key.in_(batch))):
                stand[row.key].append(row.node)
        self._load(near for keys in stand.values() for near in keys)
        joined = self._joined(seeks)
        for key, blocks in seeks.items():
            found = {other for block in blocks for other in stand[block] if other != key}
            self._near[key] = {other for other in found if self._verdict(key, other).links} | joined[key]
        return {node: self._near[node] for node in nodes if node in self._near}

    def _joined(self, nodes: Iterable[str]) -> dict[str, set[str]]:
        """The descriptions that a person joined to each, or parted from it."""
        pins = {pin: node for node in nodes if (pin := self._nodes[node].features.get("pin"))}
        found: dict[str, set[str]] = defaultdict(set)
        for here, there in ((_J.c.a_now, _J.c.b_now), (_J.c.b_now, _J.c.a_now)):
            for batch in batches(pins):
                rows = (
                    select(here.label("pin"), _MEMBER.node)
                    .join(_J, there == _MEMBER.finding)
                    .where(*_standing(), here.in_(batch))
                )
                for row in self._connection.execute(rows):
                    found[pins[row.pin]].add(row.node)
        self._load(node for near in found.values() for node in near)
        return found

    def _forget(self, dirty: Collection[str]) -> set[str]:
        """Deletes those of the descriptions that no finding has any more."""
        gone: set[str] = set()
        for batch in batches(dirty):
            held = select(_MEMBER.node).where(_MEMBER.node.in_(batch)).distinct()
            gone |= set(batch) - set(self._connection.execute(held).scalars())
        for batch in batches(gone):
            for end in (_J.c.a, _J.c.b):
                self._connection.execute(delete(_J).where(~_J.c.by_hand, _J.c.revoked_at.is_(None), end.in_(batch)))
            self._connection.execute(delete(schema.node).where(_NODE.id.in_(batch)))
        return gone

    def _components(self, seeds: Iterable[str]) -> list[list[str]]:
        """All descriptions that links, or a person's word, lead to from the seeds, component by component."""
        reached, front = set(seeds), set(seeds)
        while front:
            near = {other for others in self._neighbours(front).values() for other in others}
            front = near - reached
            reached |= front
        found, seen = [], set()
        for node in sorted(reached & self._nodes.keys()):
            if node in seen:
                continue
            component, ahead = [node], [node]
            seen.add(node)
            while ahead:
                for other in sorted(self._near[ahead.pop()] - seen):
                    seen.add(other)
                    component.append(other)
                    ahead.append(other)
            found.append(sorted(component))
        return found

    def _plan(self, component: list[str], said: list[Any], revoked: Collection[frozenset[str]]) -> list[_Plan]:
        kind = self._nodes[component[0]].kind
        matcher = MATCHERS[kind]
        pins = {pin: node for node in component if (pin := self._nodes[node].features.get("pin"))}
        same, different = _settled([row for row in said if row.a_now in pins], pins)

        def order(node: str) -> Any:
            features = self._nodes[node].features
            return bool(features.get("pin")), matcher.vagueness(features), node

        def judge(a: str, b: str) -> Verdict:
            found = self._verdict(a, b)
            return Verdict() if found.links and frozenset((a, b)) in revoked else found

        groups = grouped(component, judge, order, same, different)
        leaving = {second for _, second in different}
        named: dict[str, str] = {}
        for group in sorted(groups, key=lambda g: (g.nodes[0] in leaving, order(g.nodes[0]))):
            name = matcher.slug(self._nodes[group.nodes[0]].features)
            named[group.nodes[0]] = f"{name}-{digest(group.nodes[0], size=3)}" if name in named.values() else name
        return [
            _Plan(
                kind,
                group,
                named[group.nodes[0]],
                () if kind in _OWN else tuple(named[node] for node in group.rivals),
                matcher.portrait([self._nodes[node].features for node in group.nodes]),
            )
            for group in groups
        ]

    def _said(self, nodes: Iterable[str]) -> list[Any]:
        """What a person said of pairs of these descriptions' findings."""
        rows: list[Any] = []
        for batch in batches(pin for node in nodes if (pin := self._nodes[node].features.get("pin"))):
            rows += self._connection.execute(
                select(_J).where(*_standing(), _J.c.a_now.in_(batch), _J.c.b_now.is_not(None))
            )
        return rows

    def _revoked(self, nodes: Iterable[str]) -> set[frozenset[str]]:
        """Pairs of which a person took a rule's judgement back."""
        found: set[frozenset[str]] = set()
        for batch in batches(nodes):
            back = select(_J.c.a, _J.c.b).where(~_J.c.by_hand, _J.c.revoked_at.is_not(None), _J.c.a.in_(batch))
            found |= {frozenset((row.a, row.b)) for row in self._connection.execute(back)}
        return found

    def _judge(self, components: list[list[str]], plans: list[_Plan]) -> None:
        """Puts the rules' judgements in the place of those that stood; one that is made again keeps its time."""
        wanted: dict[str, dict[str, Any]] = {}
        for link in (link for plan in plans for link in plan.group.links if link.verdict):
            assert link.verdict
            a, b = sorted((link.a, link.b))
            key = "r-" + digest(a, b, link.verdict.rule)
            reasons = {**link.verdict.reasons, "score": link.verdict.score}
            values = {"id": key, "kind": "same", "a": a, "b": b, "author": link.verdict.rule, "by_hand": False}
            wanted[key] = {**values, "reasons": reasons, "made_at": self._made_at, "field": None, "value": None}
        there: set[str] = set()
        for batch in batches(node for component in components for node in component):
            stand = select(_J.c.id).where(~_J.c.by_hand, _J.c.revoked_at.is_(None), _J.c.a.in_(batch))
            there |= set(self._connection.execute(stand).scalars())
        for batch in batches(there - wanted.keys()):
            self._connection.execute(delete(_J).where(_J.c.id.in_(batch)))
        if new := [wanted[key] for key in sorted(wanted.keys() - there)]:
            self._connection.execute(insert(_J).prefix_with("OR REPLACE"), new)

    def _enter(self, plans: list[_Plan]) -> None:
        """Writes the entries of groups that fit one thing."""
        self._put({plan.entry: plan for plan in plans if not plan.rivals})

    def _put(self, wanted: Mapping[str, _Plan]) -> None:
        there: dict[str, Any] = {}
        for batch in batches(wanted):
            rows = self._connection.execute(select(schema.entry).where(schema.entry.c.id.in_(batch))).mappings()
            there |= {row["id"]: row for row in rows}
        new, changed = [], []
        for key, plan in wanted.items():
            shown = plan.portrait
            detail = {**shown.detail, **({"candidates": list(plan.rivals)} if plan.rivals else {})}
            values = {
                "kind": plan.kind,
                "label": shown.label,
                "first_day": shown.first_day,
                "last_day": shown.last_day,
                "detail": detail,
                "status": detail.get("status"),
                "mechanism": detail.get("mechanism"),
            }
            if key not in there:
                new.append({"id": key, **values})
            elif any(there[key][name] != value for name, value in values.items()):
                changed.append({"key": key, **values})
        if new:
            self._connection.execute(insert(schema.entry), new)
        if changed:
            self._connection.execute(update(schema.entry).where(schema.entry.c.id == bindparam("key")), changed)
        self._link(schema.entry_person, "person", {key: plan.portrait.people for key, plan in wanted.items()})
        self._link(schema.entry_country, "country", {key: plan.portrait.countries for key, plan in wanted.items()})

    def _link(self, table: Table, column: str, wanted: Mapping[str, Collection[str]]) -> None:
        pairs = {(key, value) for key, values in wanted.items() for value in values}
        there: set[tuple[str, str]] = set()
        for batch in batches(wanted):
            rows = self._connection.execute(select(table.c.entry, table.c[column]).where(table.c.entry.in_(batch)))
            there |= {(row[0], row[1]) for row in rows}
        for key, value in sorted(there - pairs):
            self._connection.execute(delete(table).where(table.c.entry == key, table.c[column] == value))
        if new := [{"entry": key, column: value} for key, value in sorted(pairs - there)]:
            self._connection.execute(insert(table), new)

    def _place(self, plans: list[_Plan]) -> set[str]:
        """Lets findings belong to their entries; gives the dispatches of those that moved."""
        target = {node: plan for plan in plans for node in plan.group.nodes}
        self._loose |= {entry for node in target if (entry := self._nodes[node].entry)}
        stale = {n for n, plan in target.items() if plan.rivals or self._nodes[n].entry != plan.entry}
        apart: dict[str, _Plan] = {}
        moved: set[str] = set()
        moves: list[dict[str, str]] = []
        for batch in batches(stale):
            held = self._connection.execute(select(schema.membership).where(_MEMBER.node.in_(batch))).all()
            count: dict[str, int] = defaultdict(int)
            for row in held:
                count[target[row.node].entry] += 1
            for row in held:
                plan, entry = target[row.node], target[row.node].entry
                if plan.rivals and (len(plan.group.nodes) > 1 or count[entry] > 1):
                    entry = f"{entry}-{row.finding.partition('-')[2][:6]}"
                if plan.rivals:
                    apart[entry] = plan
                if row.entry:
                    self._loose.add(row.entry)
                if row.entry != entry:
                    moved.add(row.dispatch)
                    moves.append({"key": row.finding, "entry": entry})
        self._put(apart)
        settled = [{"key": n, "entry": None if target[n].rivals else target[n].entry} for n in sorted(stale)]
        if settled:
            self._connection.execute(update(schema.node).where(_NODE.id == bindparam("key")), settled)
        for keys in batches(move["key"] for move in moves):
            former.note(self._connection, _MEMBER.finding.in_(keys))
        if moves:
            self._connection.execute(update(schema.membership).where(_MEMBER.finding == bindparam("key")), moves)
        return moved


def _standing() -> tuple[Any, ...]:
    return _J.c.by_hand, _J.c.revoked_at.is_(None), _J.c.kind.in_(("same", "different"))


def _settled(rows: list[Any], pins: Mapping[str, str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What a person said of pairs of descriptions, without contradiction: the latest word counts, and of two at one
    time the one that parts."""
    rows = sorted(rows, key=lambda r: (r.made_at, r.kind == "different", r.id), reverse=True)
    together = {node: {node} for node in pins.values()}
    same: list[tuple[str, str]] = []
    different: list[tuple[str, str]] = []
    for row in rows:
        if row.b_now not in pins:
            continue
        a, b = pins[row.a_now], pins[row.b_now]
        one, other = together[a], together[b]
        if one is other:
            continue
        if row.kind == "different":
            different.append((a, b))
        elif not any((p in one and q in other) or (q in one and p in other) for p, q in different):
            same.append((a, b))
            one |= other
            for node in other:
                together[node] = one
    return same, different
