"""From judgements on pairs to groups: what links joins, what a veto parts stays apart, and what fits two things joins
neither.

The result depends on the set of descriptions and judgements alone, not on any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dragoman.record.match.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Link:
    """Why two descriptions are in one group. `verdict` None: a person said so."""

    a: str
    b: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Group:
    """`nodes`: the most exact first. `links`: one fewer than nodes. `rivals`: first nodes of the groups of which it
    fits more than one."""

    nodes: tuple[str, ...]
    links: tuple[Link, ...]
    rivals: tuple[str, ...] = ()


class _Groups:
    """Disjoint sets with their links."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self.root = {n: n for n in nodes}
        self.members: dict[str, list[str]] = {n: [n] for n in self.root}
        self.links: dict[str, list[Link]] = {n: [] for n in self.root}

    def join(self, link: Link) -> None:
        keep, gone = sorted((self.root[link.a], self.root[link.b]))
        if keep == gone:
            return
        for node in self.members[gone]:
            self.root[node] = keep
        self.members[keep] += self.members.pop(gone)
        self.links[keep] += [*self.links.pop(gone), link]

    def of(self, node: str) -> list[str]:
        return self.members[self.root[node]]


def grouped(
    nodes: Sequence[str],
    judge: Callable[[str, str], Verdict],
    order: Callable[[str], Any],
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> list[Group]:
    """The groups, each node in one.

    `same`, `different`: what a person said of pairs, with no contradiction among them; in `different` the second of a
    pair is the one that leaves. `order`: sorts the more exact node first, and no two nodes alike. First goes what a
    person said, then strong links by score, then weak ones: a group joins a more exact one that it fits if that is the
    only one. What is like one of those that a person joined goes with them, though it be unlike the others.
    """
    ranked = sorted(nodes, key=order)
    place = {node: i for i, node in enumerate(ranked)}
    apart = {frozenset(pair) for pair in different}
    leaving = {second for _, second in different}
    groups = _Groups(ranked)
    for a, b in sorted(same, key=lambda pair: sorted((place[pair[0]], place[pair[1]]))):
        groups.join(Link(a, b, None))
    units = {node: frozenset(groups.of(node)) for node in ranked}
    verdicts = {pair: judge(*pair) for pair in combinations(ranked, 2)}
    parted: dict[tuple[frozenset[str], frozenset[str]], bool] = {}

    def verdict(a: str, b: str) -> Verdict:
        return verdicts[(a, b) if place[a] < place[b] else (b, a)]

    def said(one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether a person said that two units are two things."""
        return any(frozenset((a, b)) in apart for a in one for b in other)

    def barred(one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two units are two things: a person said so, or a veto stands with no link beside it."""
        if (one, other) not in parted:
            found = [verdict(a, b) for a in one for b in other]
            parted[one, other] = said(one, other) or (any(v.veto for v in found) and not any(v.links for v in found))
        return parted[one, other]

    def joinable(a: str, b: str) -> bool:
        ones, others = {units[n] for n in groups.of(a)}, {units[n] for n in groups.of(b)}
        if not ones.isdisjoint(others):
            return False
        pairs = [(one, other) for one in ones for other in others]
        if verdict(a, b).strong and max(len(units[a]), len(units[b])) > 1:
            return not any(said(one, other) for one, other in pairs)
        return not any(barred(one, other) for one, other in pairs)

    def head(node: str) -> str:
        return min(groups.of(node), key=place.__getitem__)

    def rank(pair: tuple[str, str]) -> tuple[Any, ...]:
        return bool(leaving & set(pair)), -verdicts[pair].score, place[pair[0]], place[pair[1]]

    for a, b in sorted((pair for pair, v in verdicts.items() if v.strong), key=rank):
        if joinable(a, b):
            groups.join(Link(a, b, verdicts[a, b]))
    rivals: dict[str, tuple[str, ...]] = {}
    linked = sorted((pair for pair, v in verdicts.items() if v.weak), key=rank)
    for node in ranked:
        if head(node) != node:
            continue
        mine = groups.of(node)
        fits: dict[str, tuple[str, str]] = {}
        for pair in linked:
            inside = [end for end in pair if end in mine]
            other = pair[1] if inside == [pair[0]] else pair[0]
            if len(inside) == 1 and place[head(other)] < place[node] and joinable(*pair):
                fits.setdefault(head(other), pair)
        if len(fits) == 1:
            (found,) = fits.values()
            groups.join(Link(*found, verdicts[found]))
        elif fits:
            rivals[node] = tuple(
                sorted((min(groups.of(e), key=place.__getitem__) for e, _ in fits.values()), key=place.__getitem__)
            )
    made = []
    for root, members in groups.members.items():
        members = sorted(members, key=place.__getitem__)
        made.append(Group(tuple(members), tuple(groups.links[root]), rivals.get(members[0], ())))
    return sorted(made, key=lambda group: place[group.nodes[0]])
