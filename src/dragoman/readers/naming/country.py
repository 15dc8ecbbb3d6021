"""The country a person serves, where no word beside the name says it: only from what the text itself sets against it.

The signs, in the order in which they are asked; the first that answers is kept with its name as the reason.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.readers.naming import acting, beside, company, facing, nearest, places, taken
from dragoman.readers.naming.stage import Candidate, Stage

Sign = Callable[[Candidate, Stage], str | None]

_SIGNS: tuple[tuple[str, Sign], ...] = (
    ("delegation", company.delegation),
    ("one of several of that country", company.among),
    ("somebody's own minister or deputy", beside.possessed),
    ("the country taken up", company.taken_up),
    ("in one breath with another of that country", beside.joined),
    ("the office told before", taken.again),
    ("role noun", company.role_noun),
    ("held by one of that country before or after", taken.succession),
    ("invites to that country", taken.invites),
    ("acts for that country", acting.for_it),
    ("sent by that country", acting.sent),
    ("thanked for what that country did", acting.thanked),
    ("called after one of that country", beside.called_after),
    ("ambassador to the other side", company.accredited),
    ("received the envoy to that country", company.receives),
    ("colleagues of the other side", company.colleagues),
    ("says what that country does", company.speaks_for),
    ("met as another of that country was", beside.alike),
    ("the embassy told before", beside.embassy),
    ("the ministry told before", beside.ministry),
    ("met where another had come", places.reached),
    ("met or matched with the other side", facing.across),
    ("travels with one of that country", taken.accompanies),
    ("speaks for that country", taken.says),
    ("faces the press with the other side", taken.beside),
    ("office held by another on the other side", facing.rival),
    ("guest or host", facing.guest),
    ("comes to the other side", places.traveller),
    ("place of work", places.workplace),
    ("met on a visit there", places.visited),
    ("named without a country by their own side", places.own_side),
    ("told from there", places.scene),
    ("named with that country alone", places.alone),
    ("matched with an official of the other side", facing.matched),
    ("unmarked where the other side's are marked", facing.unmarked),
    ("named without a country by that country's own agency at home", places.at_home),
    ("named without a country by the press of that country", places.own_press),
    ("no other country told", acting.only),
    ("the country told last", nearest.told_last),
)


def infer(stage: Stage) -> dict[int, tuple[str, str]]:
    """(country, sign) by key for those without one that the text determines. What is found of one person helps with the next: the
    signs are asked again until none answers."""
    found: dict[int, tuple[str, str]] = {}
    asked = [
        p for p in stage.people if p.country is None and not p.organisation(stage.desk) and not beside.lent(p, stage)
    ]
    while True:
        answer = next(
            (
                (person, country, name)
                for name, sign in _SIGNS
                for person in asked
                if person.country is None and (country := sign(person, stage)) and not _taken(person, country, stage)
            ),
            None,
        )
        if answer is None:
            return found
        person, country, name = answer
        person.country = country
        found[person.key] = (country, name)


def _taken(person: Candidate, country: str, stage: Stage) -> bool:
    """Whether somebody else holds an office of this person's there of which a state has one holder."""
    return any(c.country == country and c.holds() & person.holds() for c in stage.people if c is not person)
