"""One dispatch: its annotation beside its reading, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.score.annotation import Item
from dragoman.score.likeness import Place, alike, overlap, pair, same_name, words
from dragoman.score.scores import Scores

_BOTH = frozenset(["both sides", "the two sides", "two sides", "both"])
_FAMILY = {"meeting": "talk", "call": "talk", **{kind: kind for kind in ("visit", "forum", "address", "signing")}}


class Comparison:
    """Counts one dispatch into `scores`. Each method compares what its name says."""

    def __init__(self, name: str, text: str, gold: Item, read: Item, scores: Scores) -> None:
        self.name, self.text, self.gold, self.read = name, text, gold, read
        self.scores, self.count = scores, scores.count

    def run(self) -> None:
        """Compares every part."""
        self.head()
        self.people()
        self.encounters()
        self.attributions()
        self.commitments()
        self.named()
        self.topics()

    def miss(self, part: str, missed: Iterable[object] = (), added: Iterable[object] = ()) -> None:
        self.scores.miss(part, self.name, missed, added)

    def head(self) -> None:
        """Furniture by its characters other than white space; the dispatch's date by the day."""
        gold, read = self.gold.get("dispatch") or {}, self.read.get("dispatch") or {}
        ours, theirs = self._characters(gold), self._characters(read)
        self.count("furniture", len(ours & theirs), len(ours), len(theirs))
        self.miss("furniture", self._stretches(ours - theirs), self._stretches(theirs - ours))
        told, said = gold.get("published"), read.get("published")
        right = bool(told) and (said or "")[:10] == told
        self.count("published", int(right), int(bool(told)), int(bool(said)))
        if (told or said) and not right:
            self.miss("published", [told] if told else [], [said] if told or said else [])

    def _characters(self, head: Item) -> set[int]:
        seen: set[tuple[int, int]] = set()
        spans = [_place(self.text, item, seen) for item in head.get("furniture") or ()]
        return {i for s in spans if s for i in range(*s) if not self.text[i].isspace()}

    def _stretches(self, places: set[int]) -> list[str]:
        return [repr(self.text[start:end]) for start, end in _runs(places)]

    def people(self) -> None:
        """People by the words of their names; their countries and offices within the people that both have."""
        gold, read = _rows(self.gold, "people"), _rows(self.read, "people")
        paired = pair(gold, read, lambda g, r: 2.0 * (set(words(g["name"])) == set(words(r["name"]))))
        self._tally("people", gold, read, paired, lambda person: person["name"])
        mates = dict(paired)
        for i, g in enumerate(gold):
            r = read[mates[i]] if i in mates else {}
            if g.get("country"):
                self.count("countries", int(g["country"] == r.get("country")), 1, int(bool(r.get("country"))))
                if i in mates and g["country"] != r.get("country"):
                    self.miss("countries", [f"{g['name']}: {g['country']}"], [f"{g['name']}: {r.get('country')}"])
            held, given = list(g.get("offices") or ()), list(r.get("offices") or ())
            fits = pair(held, given, lambda a, b: float(alike(a, b, 0.6)))
            who = f"{g['name']}: "
            self._tally("offices", held, given, fits, who.__add__)

    def encounters(self) -> None:
        """Encounters by kind, place in the text, participants and date; strictly, with all of these and the status right."""
        gold, read = _rows(self.gold, "encounters"), _rows(self.read, "encounters")
        spots = {id(e): _place(self.text, e.get("evidence")) for e in (*gold, *read)}
        paired = pair(gold, read, lambda g, r: _meets(g, r, overlap(spots[id(g)], spots[id(r)])))
        brief = ("kind", "status", "date", "participants")
        self._tally("encounters", gold, read, paired, lambda e: {k: e.get(k) for k in (*brief, "evidence")})
        right = 0
        for i, j in paired:
            g, r = gold[i], read[j]
            exact = all((g.get(k) or None) == (r.get(k) or None) for k in ("kind", "status", "date"))
            if exact and _company(g.get("participants") or (), r.get("participants") or ()):
                right += 1
            else:
                self.miss("encounters_strict", [{k: g.get(k) for k in brief}], [{k: r.get(k) for k in brief}])
        self.count("encounters_strict", right, len(gold), len(read))

    def attributions(self) -> None:
        """Attributions by sentence (`attribution_spans`), by sentence and speaker, and with the act as well."""
        gold, read = _rows(self.gold, "attributions"), _rows(self.read, "attributions")
        ours, theirs = self._places(gold, once=True), self._places(read, once=True)

        def fit(i: int, j: int) -> float:
            shared = overlap(ours[i], theirs[j])
            return shared * (1 + _agree(gold[i], read[j])) if shared >= 0.5 else 0.0

        paired = pair(range(len(gold)), range(len(read)), fit)
        good = [(i, j) for i, j in paired if _agree(gold[i], read[j])]
        self.count("attribution_spans", len(paired), len(gold), len(read))
        self._tally("attributions", gold, read, good, _told)
        right = 0
        for i, j in good:
            act, said = gold[i].get("act"), read[j].get("act")
            right += act == said
            if act != said:
                self.miss("acts", [f"{act} {_told(gold[i])}"], [f"{said} {_told(read[j])}"])
        self.count("acts", right, len(gold), len(read))

    def commitments(self) -> None:
        """Commitments by their clause, those of the same kind first; of those dated on either side, the dates."""
        gold, read = _rows(self.gold, "commitments"), _rows(self.read, "commitments")
        ours, theirs = self._places(gold), self._places(read)

        def fit(i: int, j: int) -> float:
            shared = overlap(ours[i], theirs[j])
            return shared + (gold[i].get("kind") == read[j].get("kind")) if shared >= 0.5 else 0.0

        paired = pair(range(len(gold)), range(len(read)), fit)
        self._tally("commitments", gold, read, paired, lambda c: str(c.get("evidence"))[:140])
        right = 0
        for i, j in paired:
            due, said = gold[i].get("due") or None, read[j].get("due") or None
            right += bool(due or said) and due == said
            if due != said:
                clause = str(gold[i].get("evidence"))[:110]
                self.miss("commitments_due", [f"{due}: {clause}"], [f"{said}: {clause}"])
        dated = [sum(bool(c.get("due")) for c in side) for side in (gold, read)]
        self.count("commitments_due", right, *dated)

    def named(self) -> None:
        """Mechanisms by name and ordinal, instruments by name; half of the words in common are enough."""

        def numbered(m: Item) -> tuple[str, Any]:
            return m["name"], m.get("ordinal")

        series, seen = _rows(self.gold, "mechanisms"), _rows(self.read, "mechanisms")
        fits = pair(
            series, seen, lambda g, r: float(g.get("ordinal") == r.get("ordinal") and alike(g["name"], r["name"]))
        )
        self._tally("mechanisms", series, seen, fits, numbered)
        gold, read = list(self.gold.get("instruments") or ()), list(self.read.get("instruments") or ())
        fits = pair(gold, read, lambda g, r: float(alike(_label(g, "name"), _label(r, "name"))))
        self._tally("instruments", gold, read, fits, lambda i: _label(i, "name"))

    def topics(self) -> None:
        """Issues and set phrases by their ids."""
        for part in ("issues", "formulas"):
            if self.gold.get(part) is None:
                continue
            gold = {_label(i, "id") for i in self.gold[part]}
            read = {_label(i, "id") for i in self.read.get(part) or ()}
            self.count(part, len(gold & read), len(gold), len(read))
            self.miss(part, sorted(gold - read), sorted(read - gold))
            for item in self.read.get(part) or ():
                self.scores.judge(part, self.name, item, _label(item, "id") in gold)

    def _places(self, items: Sequence[Item], once: bool = False) -> list[Place]:
        seen: set[tuple[int, int]] | None = set() if once else None
        return [_place(self.text, item.get("evidence"), seen) for item in items]

    def _tally(
        self,
        part: str,
        gold: Sequence[Any],
        read: Sequence[Any],
        paired: Sequence[tuple[int, int]],
        said: Callable[[Any], object],
    ) -> None:
        self.count(part, len(paired), len(gold), len(read))
        had, hit = {i for i, _ in paired}, {j for _, j in paired}
        for j, item in enumerate(read):
            self.scores.judge(part, self.name, item, j in hit)
        self.miss(
            part,
            [said(g) for i, g in enumerate(gold) if i not in had],
            [said(r) for j, r in enumerate(read) if j not in hit],
        )


def _rows(holder: Item, key: str) -> Sequence[Item]:
    return list(holder.get(key) or ())


def _label(item: Any, key: str) -> str:
    return str(item.get(key) if isinstance(item, Mapping) else item)


def _last(name: str) -> str:
    return (words(name) or [""])[-1]


def _told(attribution: Item) -> str:
    return f"{attribution.get('speaker')}: {str(attribution.get('evidence'))[:110]!r}"


def _runs(places: set[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring characters put together: start inclusive, end exclusive. A single blank does not part a run."""
    start = end = -9
    for at in sorted(places):
        if at > end + 1:
            if end > 0:
                yield start, end
            start = at
        end = at + 1
    if end > 0:
        yield start, end


def _place(text: str, item: Any, seen: set[tuple[int, int]] | None = None) -> Place:
    """Where evidence stands. A string's first place in the text, or its first not yet in `seen`; None where it is not in it."""
    if isinstance(item, Mapping):
        return int(item["start"]), int(item["end"])
    if not item:
        return None
    at = text.find(item)
    while seen is not None and at >= 0 and (at, at + len(item)) in seen:
        at = text.find(item, at + 1)
    if at < 0:
        return None
    if seen is not None:
        seen.add((at, at + len(item)))
    return at, at + len(item)


def _agree(gold: Item, read: Item) -> bool:
    """Whether two attributions name one speaker. Two sides together are nobody else."""
    a, b = gold.get("speaker"), read.get("speaker")
    together = [(who or "").casefold() in _BOTH for who in (a, b)]
    return all(together) if any(together) else same_name(a, b) or alike(a, b)


def _resembles(a: str, b: str) -> bool:
    return same_name(a, b) or alike(a, b, 0.6)


def _meets(gold: Item, read: Item, near: float) -> float:
    """How well two encounters fit; `near`: how far their evidence overlaps."""
    kinds = [e.get("kind") for e in (gold, read)]
    kin = _FAMILY.get(str(kinds[0])) == _FAMILY.get(str(kinds[1]))
    if not kin and near < 0.5:
        return 0.0
    who, whom = gold.get("participants") or (), read.get("participants") or ()
    share = sum(any(_resembles(a, b) for b in whom) for a in who) / max(len(who), len(whom), 1)
    days = [(e.get("date") or "")[:10] for e in (gold, read)]
    if share >= 0.5 and (near > 0 or days[0] == days[1]):
        return 2 + share + near + (days[0] == days[1] != "") + kin
    return 1 + near + share if near >= 0.5 and kin else 0.0


def _company(gold: Sequence[str], read: Sequence[str]) -> bool:
    """Whether the participants are the same: by last words, or each with its like and as many."""
    if {_last(p) for p in gold} == {_last(p) for p in read}:
        return True
    return len(gold) == len(read) and all(any(_resembles(a, b) for b in read) for a in gold)
