"""Reading the undertakings of a text, for the tables that show them. The people are invented."""

from __future__ import annotations

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers import attributions, commitments, dating, encounters, people
from dragoman.readers.found import Found
from dragoman.reading import Commitment

LEAD = (
    "Peru and Chile hold talks in Lima\n\n5 March 2024\n\n"
    "Peruvian Foreign Minister Ana Reyes met Chilean Foreign Minister Luis Prado in Lima on Tuesday.\n\n"
)


def promised(text: str, lead: str = LEAD) -> list[Commitment]:
    """The commitments of a story that begins with `lead` and goes on with `text`."""
    page = lay(Dispatch(lead + text), desk(("world", "en")))
    found = Found()
    for reader in (dating, people, attributions, encounters, commitments):
        found.take(list(reader.read(page, found)), reader.YIELDS)
    return [c for c in found.commitments if c.evidence.start >= len(lead)]


def said(text: str, commitment: Commitment) -> str:
    return commitment.evidence.of(LEAD + text)
