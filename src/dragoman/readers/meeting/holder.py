"""Who holds the office by which a text tells of someone alone."""

from __future__ import annotations

from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Actor

_SOLE = frozenset(
    ("minister", "ambassador", "envoy", "president", "premier", "chancellor", "king", "queen", "charge", "chargé")
)
_PORTFOLIOS = frozenset(
    ("foreign", "defence", "defense", "prime", "finance", "interior", "trade", "vice", "deputy", "special")
)


def holder(actor: Actor, company: Company) -> Actor:
    """The one person of a country who holds the office by which someone is told alone: "the Turkish minister"."""
    noun = next((w for w in actor.name.lower().split() if w in _SOLE), None)
    if actor.kind != "group" or actor.country is None or noun is None:
        return actor
    mine = set(actor.name.lower().split()) & _PORTFOLIOS
    held = [
        n
        for n, p in enumerate(company.people)
        if p.country == actor.country
        and any(
            noun in (words := o.title.lower().split())
            and (not mine or mine <= set(words))
            and o.tense not in ("former", "then")
            for o in p.offices
        )
    ]
    return company.actor(held[0]) if len(held) == 1 else actor
