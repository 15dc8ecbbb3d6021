"""Who holds the office that words take up: of those named before whose offices answer to them the one it fits best, in a text of one
house its own; else the one whom the text names only later. How well an office answers, each reader says of its own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dragoman.page.page import Page
from dragoman.readers.holding.house import House
from dragoman.reading import Person

Fits = Mapping[int, tuple[float, int]]
"""By the number of a person: how well their offices answer to the words (more is better), and the offset of their last mention before these."""


class Holders:
    """The people of one page as holders of offices. `countries`: each one's, None where the text does not tell."""

    def __init__(self, page: Page, people: Sequence[Person], countries: Sequence[str | None]) -> None:
        self.people, self.countries = people, countries
        self._house = House(page, people)

    def named(self, before: int, country: str | None, answers: Callable[[int], float | None]) -> Fits:
        """Those named before an offset who are of no other country and whose offices answer. `answers`: how well, None for not at all."""
        fits: dict[int, tuple[float, int]] = {}
        for n, person in enumerate(self.people):
            earlier = [m.start for m in person.mentions if m.start < before]
            if not earlier or (country is not None and self.countries[n] not in (None, country)):
                continue
            well = answers(n)
            if well is not None:
                fits[n] = (well, max(earlier))
        return fits

    def foremost(self, fits: Fits) -> list[int]:
        """Those whose offices answer best; none where none does."""
        most = max((well for well, _ in fits.values()), default=0.0)
        return [n for n, (well, _) in fits.items() if well == most]

    def own(self, some: Sequence[int], country: str | None) -> int | None:
        """Of several the one whose house speaks, where the words name no country."""
        return self._house.own(some) if country is None else None

    def coming(self, after: int, country: str | None, answers: Callable[[int], bool]) -> int | None:
        """The one whom the text names only from an offset on, of this country where there is one, and whose office answers; None of several."""
        found = [
            n
            for n, person in enumerate(self.people)
            if (country is None or self.countries[n] == country)
            and person.mentions
            and all(after <= m.start for m in person.mentions)
            and answers(n)
        ]
        return found[0] if len(found) == 1 else None
