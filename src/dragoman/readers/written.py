"""Names as the text writes them. Readers know a name in evened typography, so that one person is one; a reading gives the text's own marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.evening import even
from dragoman.readers.found import Found
from dragoman.reading import Attribution, Commitment, Encounter, Person

Named = tuple[tuple[Person, ...], tuple[Encounter, ...], tuple[Attribution, ...], tuple[Commitment, ...]]


def written(text: str, found: Found) -> Named:
    """The findings that hold names, with each person's as the first mention in that form has it in `text`, line breaks as blanks."""
    own = {p.name: shown for p in found.people if (shown := _shown(text, p)) != p.name}
    if not own:
        return found.people, found.encounters, found.attributions, found.commitments

    def each(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(own.get(name, name) for name in names)

    people = (replace(p, name=own.get(p.name, p.name)) for p in found.people)
    encounters = (replace(e, participants=each(e.participants)) for e in found.encounters)
    attributions = (
        replace(
            a,
            speaker=own.get(a.speaker, a.speaker),
            speakers=each(a.speakers),
            via=own.get(a.via, a.via) if a.via else a.via,
        )
        for a in found.attributions
    )
    commitments = (replace(c, by=each(c.by)) for c in found.commitments)
    return tuple(people), tuple(encounters), tuple(attributions), tuple(commitments)


def _shown(text: str, person: Person) -> str:
    """The name in the text's own typography; as it is where no mention has just that form, or one has unseen characters in it."""
    for mention in sorted(person.mentions):
        slice_ = mention.of(text)
        evened = even(slice_)
        if " ".join(evened.split()) == person.name and (shown := " ".join(slice_.split())).isprintable():
            return shown
    return person.name
