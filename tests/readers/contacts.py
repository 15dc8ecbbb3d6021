"""Reading the encounters of a text, for the tables that show them."""

from __future__ import annotations

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll
from dragoman.reading import Encounter

LEAD = "Kenyan Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen in Oslo on Monday, 6 May 2024.\n\n"
BOTH = ("Amos Otunga", "Sigrid Halvorsen")


def encounters_of(text: str, published: str | None = "2024-05-08") -> tuple[str, list[Encounter]]:
    """The text and its encounters, published on 8 May 2024 if nothing else is said, with no relationship's desk."""
    page = lay(Dispatch(text, published=published), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "encounters"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    return text, list(found.encounters)


def brief(encounter: Encounter) -> tuple[str, str, str | None, tuple[str, ...]]:
    """Kind, status, date and participants."""
    return encounter.kind, encounter.status, encounter.date, encounter.participants
