"""A word of a sentence with what the packs and the tagger say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.span import Span


@dataclass(slots=True)
class Word:
    """`kind`: title, titles (more than one), country, demonym, body, outlet, place, honorific, calendar, or "" for a word the packs do not know. `length`: of a
    known phrase, at its first word, how many words it spans; 0 at its later words. `value`: country code, or the phrase in lower case.
    `person`: the tagger takes the word for part of a person's name: the number of that name in the sentence, from 1; else 0."""

    text: str
    low: str
    start: int
    end: int
    tag: str = ""
    lemma: str = ""
    kind: str = ""
    value: str | None = None
    length: int = 1
    number: int = field(default=0)
    person: int = 0

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def span(found: list[Word]) -> Span:
    return Span(found[0].start, found[-1].end)
