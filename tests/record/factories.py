"""Dispatches and readings made by hand, small enough to see what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.reading import (
    Attribution,
    Commitment,
    Dating,
    Encounter,
    Formula,
    Furniture,
    Instrument,
    Issue,
    Mechanism,
    Office,
    Person,
    Reading,
)
from dragoman.span import Span


class Draft:
    """A dispatch's text with findings laid on stretches of it. Each method finds its `words` in the text (their first
    occurrence, or the `nth`) and adds a finding that rests on them."""

    def __init__(self, text: str, *, published: str | None = None, outlet: str | None = None, **given: Any) -> None:
        self.dispatch = Dispatch(text, published=published, outlet=outlet, **given)
        self.parts: dict[str, list[Any]] = {}
        self.outlet_country: str | None = None

    def at(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.dispatch.text.index(words, start + 1)
        return Span(start, start + len(words))

    def _add(self, part: str, finding: Any) -> Draft:
        self.parts.setdefault(part, []).append(finding)
        return self

    def person(
        self, name: str, country: str | None = None, *offices: str, words: str | None = None, **more: Any
    ) -> Draft:
        span = self.at(words or name)
        held = tuple(Office(title, self.at(title)) for title in offices)
        more.setdefault("kind", "official")
        more.setdefault("mentions", (span,))
        return self._add("people", Person(evidence=span, rule="test", name=name, country=country, offices=held, **more))

    def encounter(self, words: str, kind: Any = "meeting", date: str | None = None, *who: str, **more: Any) -> Draft:
        return self._add(
            "encounters",
            Encounter(evidence=self.at(words), rule="test", kind=kind, date=date, participants=who, **more),
        )

    def attribution(self, words: str, speaker: str, act: Any = "state", mode: Any = "indirect", **more: Any) -> Draft:
        return self._add(
            "attributions",
            Attribution(evidence=self.at(words), rule="test", speaker=speaker, act=act, mode=mode, **more),
        )

    def commitment(self, words: str, kind: Any = "agreed", parties: tuple[str, ...] = (), **more: Any) -> Draft:
        return self._add(
            "commitments", Commitment(evidence=self.at(words), rule="test", kind=kind, parties=parties, **more)
        )

    def mechanism(self, words: str, name: str, ordinal: int | None = None, entry: str | None = None) -> Draft:
        return self._add(
            "mechanisms", Mechanism(evidence=self.at(words), rule="test", name=name, ordinal=ordinal, entry=entry)
        )

    def instrument(self, words: str, entry: str | None = None) -> Draft:
        return self._add("instruments", Instrument(evidence=self.at(words), rule="test", name=words, entry=entry))

    def issue(self, words: str, key: str) -> Draft:
        return self._add("issues", Issue(evidence=self.at(words), rule="test", id=key))

    def formula(self, words: str, key: str, form: str | None = None) -> Draft:
        return self._add("formulas", Formula(evidence=self.at(words), rule="test", id=key, form=form))

    def furniture(self, words: str, kind: str = "navigation") -> Draft:
        return self._add("furniture", Furniture(self.at(words), kind))

    def side(self, country: str) -> Draft:
        self.outlet_country = country
        return self

    @property
    def reading(self) -> Reading:
        parts: dict[str, Any] = {part: tuple(sorted(items, key=_place)) for part, items in self.parts.items()}
        return Reading(
            dispatch=self.dispatch.id,
            language="en",
            outlet=self.dispatch.outlet,
            outlet_country=self.outlet_country,
            dating=Dating(published=self.dispatch.published),
            desk_hash="desk",
            reader_version="reader",
            **parts,
        )

    def by(self, reader_version: str) -> Reading:
        """The reading as another version of the readers would sign it."""
        return replace(self.reading, reader_version=reader_version)


def _place(item: Any) -> Span:
    span: Span = item.span if isinstance(item, Furniture) else item.evidence
    return span


def talks(
    day: str, guest: str, host: str, place: str, *, outlet: str, published: str | None = None, note: str = ""
) -> Draft:
    """One outlet's account of two ministers' meeting, with a statement and an undertaking. Each name as "Name
    (ABC)"."""
    (a, a_land), (b, b_land) = (name.removesuffix(")").split(" (") for name in (guest, host))
    meeting = f"On {day}, {a} met {b} in {place}."
    said = f"{a} said that exchanges of students should grow."
    agreed = f"The two sides agreed to open a hotline for fishermen{note}."
    draft = Draft(f"{meeting} {said} {agreed}", published=published or day, outlet=outlet)
    return (
        draft.person(a, a_land)
        .person(b, b_land)
        .encounter(meeting, "meeting", day, a, b, place=place, countries=(a_land, b_land), principal=True)
        .attribution(said, a, "urge")
        .commitment(agreed, "agreed", (a_land, b_land))
    )
