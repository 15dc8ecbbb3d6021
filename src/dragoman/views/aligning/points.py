"""Which pieces of several accounts are one point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.desk.desk import Desk
from dragoman.name import fold
from dragoman.record.lexicon import lexicon
from dragoman.views.aligning.assign import assign
from dragoman.views.aligning.likeness import LEAST, proper, rarity, score, tokens, weighed_apart
from dragoman.views.aligning.units import Unit

_SHORT = 3
SURE = 0.5
"""The score from which a second piece of one account joins a point that a first is part of."""


@dataclass(slots=True)
class Draft:
    """A point in the making: its pieces by account, in order of the text."""

    told: dict[str, list[Unit]] = field(default_factory=dict)

    @property
    def pieces(self) -> list[Unit]:
        return [unit for listed in self.told.values() for unit in listed]


class Alignment:
    """`accounts`: the pieces of each, in the order in which they are to be set side by side."""

    def __init__(self, accounts: Mapping[str, Sequence[Unit]], pack: Desk | None) -> None:
        self.words = lexicon(pack)
        every = [unit for listed in accounts.values() for unit in listed]
        dull = _sides(every, pack)
        self.tokens: dict[int, Counter[str]] = {id(unit): tokens(unit, self.words, dull) for unit in every}
        self.weight = rarity(self.tokens.values(), {name for unit in every for name in proper(unit)})
        self.drafts: list[Draft] = []
        for account, listed in accounts.items():
            self._lay(account, list(listed))
        self._settle()

    def score(self, a: Unit, b: Unit) -> float:
        return score(a, b, self.tokens[id(a)], self.tokens[id(b)], self.weight)

    def fit(self, draft: Draft, unit: Unit) -> float:
        return max((self.score(unit, other) for other in draft.pieces), default=0.0)

    def _lay(self, account: str, listed: list[Unit]) -> None:
        """Sets one more account beside those before it: the best pairing of its pieces with the points there are; then
        a piece that surely says again what the account said joins it; what is left are new points."""
        there = list(self.drafts)
        table = [[self.fit(draft, unit) for draft in there] for unit in listed]
        paired = dict(assign(table, LEAST)) if there else {}
        held = {place: listed[i].finding for i, place in paired.items()}
        for i, unit in enumerate(listed):  # pieces of one sentence may say one point together
            nearest = max(range(len(there)), key=lambda n: (table[i][n], -n), default=-1)
            if i in paired and nearest != paired[i] and held.get(nearest) == unit.finding:
                paired[i] = nearest
        for i, unit in enumerate(listed):
            if i in paired:
                there[paired[i]].told.setdefault(account, []).append(unit)
        for i, unit in enumerate(listed):
            if i in paired:
                continue
            scored = [(self.fit(draft, unit), -n) for n, draft in enumerate(self.drafts) if set(draft.told) - {account}]
            best, place = max(scored, default=(0.0, 0))
            if best >= SURE and account in self.drafts[-place].told:
                self.drafts[-place].told[account].append(unit)
            else:
                self.drafts.append(Draft({account: [unit]}))

    def _settle(self) -> None:
        """Brings together again the pieces of one sentence that the alignment did not set apart: one that stands alone
        joins its neighbour unless the two are on different issues."""
        home = {id(unit): draft for draft in self.drafts for unit in draft.pieces}
        sentences: dict[str, list[Unit]] = {}
        for unit in sorted((u for d in self.drafts for u in d.pieces), key=lambda u: u.evidence):
            sentences.setdefault(unit.finding, []).append(unit)
        for pieces in sentences.values():
            for one, other in pairwise(pieces):
                a, b = home[id(one)], home[id(other)]
                if a is b or (one.issues and other.issues and not one.issues & other.issues):
                    continue
                if len(a.told) > 1 and len(b.told) > 1:
                    continue
                keep, gone = (a, b) if len(a.told) >= len(b.told) else (b, a)
                for account, listed in gone.told.items():
                    keep.told.setdefault(account, []).extend(listed)
                    keep.told[account].sort(key=lambda u: u.evidence)
                    home.update({id(unit): keep for unit in listed})
                gone.told.clear()
        self.drafts = [draft for draft in self.drafts if draft.told]

    def differ(self, a: Unit, b: Unit) -> bool:
        """Whether two wordings of one point give it another weight: by words that the packs say stand on other steps, or
        because one has a person of one side alone say what the other has both sides say."""
        if weighed_apart(a.evidence.text, b.evidence.text, self.words):
            return True
        return a.speaker.both != b.speaker.both and all(
            u.speaker.both or (u.speaker.entry and u.act != "agree") for u in (a, b)
        )


def _sides(units: Sequence[Unit], pack: Desk | None) -> frozenset[str]:
    """The folded words by which the accounts name the speakers and their countries."""
    homes = {unit.speaker.country for unit in units if unit.speaker.country}
    named = {word for unit in units if unit.speaker.entry for word in fold(unit.speaker.name).split()}
    listed = [pack.countries[home] for home in homes if pack and home in pack.countries]
    for country in listed:
        for name in (country.name, *country.aliases, *country.demonyms):
            named |= {word for word in fold(name).split() if len(word) > _SHORT}
    return frozenset(named)
