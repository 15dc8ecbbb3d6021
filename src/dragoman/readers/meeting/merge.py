"""One encounter told in several sentences is one: which tellings belong together, and what they add to each other."""

from __future__ import annotations

from dragoman.readers.meeting.conferences import RULE as CONFERENCE
from dragoman.readers.meeting.draft import Actor, Draft

_OFFICE = frozenset(
    (
        "president",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "ambassador",
        "speaker",
        "secretary",
        "governor",
    )
)
"""Offices of one holder: who is met under one of these is not whoever else of that country is named."""


_LANDS = frozenset(
    ("kingdom", "sultanate", "country", "island", "islands", "nation", "republic", "emirate", "state", "capital")
)
"""By which a text calls a country or town that it names elsewhere."""
_DISCUSSED = "encounters.discussed"
"""Told by what was talked of alone: of any contact of the same people."""


def same(a: Draft, b: Draft) -> bool:
    """Whether two tellings may be of one encounter: like kind, people of one among those of the other, no other date,
    place or session, and neither said to be another one."""
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        return False
    if _summoned(a, b):
        return False
    if _bare(b) and a.principal and a.kind in ("forum", "call", "meeting", "visit") and a.status == b.status:
        return True
    if _foreseen(b) and a.mechanism and a.status == "scheduled" and a.kind in ("forum", "meeting"):
        return True
    if (
        a.rule == _DISCUSSED != b.rule
        and a.people
        and a.people == b.people
        and not b.again
        and b.sentence - a.sentence < 9
    ):
        return (
            b.kind in ("meeting", "call")
            and a.status == b.status
            and (a.date is None or b.date is None or a.date.meets(b.date))
        )
    if b.rule == _DISCUSSED:
        apart = a.date is not None and b.date is not None and not a.date.meets(b.date)
        unnamed = a.kind == "forum" and a.principal and not a.people and set(b.countries) <= set(a.countries)
        talk = a.kind in ("meeting", "call", "forum") and (b.people <= a.people or unnamed)
        return talk and not apart and (a.status == b.status or b.date is None)
    if a.kind == "call" and b.kind == "meeting" and a.principal and a.status == b.status:
        return _rung(a, b)
    if a.kind == b.kind == "visit" and a.status == "held" and b.status != "held" and b.date is None and not b.again:
        there = bool(a.place and b.place and a.place.lower() == b.place.lower())
        return not a.recalled and bool(b.people) and b.people <= a.people and there  # "the decision to visit Oslo"
    if b.rule == CONFERENCE and a.kind == b.kind and (gathered := _gathered(a, b)) is not None:
        return gathered
    if (
        a.kind == b.kind == "visit"
        and a.status == "scheduled"
        and b.status == "held"
        and not (a.change or b.recalled or b.again)
    ):
        same_way = bool(a.people) and a.people == b.people and bool(set(a.other) & set(b.other))
        return same_way and (b.date is None or (a.date is not None and a.date.meets(b.date)))  # a journey under way
    if a.kind == b.kind == "visit" and a.people and a.people == b.people and not b.place and a.sentence == b.sentence:
        return True  # "will visit Oslo, his second visit abroad"
    if a.kind != b.kind or (b.again and not b.loose):
        return False
    if b.meal and not (a.meal or b.loose or a.loose or b.recalled):
        return False
    if a.meal and not b.meal and a.date is None and b.date is not None:
        return False
    if a.mechanism and b.mechanism and (a.mechanism, a.ordinal) != (b.mechanism, b.ordinal):
        return False
    if bool(a.mechanism) != bool(b.mechanism) and a.kind == "forum":
        return False
    if a.status != b.status and not (a.loose or b.loose or _turned(a, b) or _received(a, b)):
        return False
    if a.date and b.date and not (a.date.within(b.date) or b.date.within(a.date) or a.date.meets(b.date)):
        return False
    apart = a.recalled != b.recalled and (a.date is None) != (b.date is None)
    if apart and not (a.kind == "visit" and a.people and a.people == b.people and a.place and a.place == b.place):
        return False
    if not _places(a, b):
        return False
    return _company(a, b)


def _gathered(a: Draft, b: Draft) -> bool | None:
    """Whether a gathering of many that is named again is that named before, whoever is told to be there; None where no name tells."""
    if not a.mechanism or not b.mechanism or (a.date and b.date and not a.date.meets(b.date)):
        return None
    return True if a.mechanism == b.mechanism and a.ordinal in (None, b.ordinal) else None


def _bare(draft: Draft) -> bool:
    """Talks that both sides "held", without names, day or place of their own: those that the dispatch is about."""
    if draft.kind != "meeting" or draft.people or draft.date or draft.place or draft.again:
        return False
    return draft.rule == "encounters.bare" and draft.status == "held"


def _foreseen(draft: Draft) -> bool:
    """A plan told without names, day or place of its own: "the upcoming meeting will be held at a high level"."""
    bare = draft.rule == "encounters.bare" and not draft.again and draft.kind == "meeting"
    return bare and draft.status != "held" and not (draft.people or draft.date or draft.place)


def _rung(a: Draft, b: Draft) -> bool:
    """Whether "talks" are the call that the headline or the lead tells of."""
    if b.recalled or b.again or b.rule != "encounters.noun":
        return False
    if a.heading:
        return bool(a.people) and a.people <= b.people and set(a.countries) <= set(b.countries)
    return a.people == b.people and b.date is None and b.place is None


def _turned(a: Draft, b: Draft) -> bool:
    """A plan in the lead that the story then tells as held: translations write the headline's tense."""
    return a.status == "scheduled" and b.status == "held" and a.principal and a.date is None and a.change is None


def _received(a: Draft, b: Draft) -> bool:
    """Whether people are told to be received before talks that the sentence takes for known: "was welcomed by X before their talks"."""
    return a.sentence == b.sentence and len(a.people) > 1 and a.people == b.people and b.date is None and not b.again


def _places(a: Draft, b: Draft) -> bool:
    if not a.place or not b.place or a.place.lower() == b.place.lower():
        return True
    if a.kind == "visit" and {a.place, b.place} & _LANDS:
        return a.sentence != b.sentence  # "the kingdom", named elsewhere
    if (
        a.kind != "visit"
        and a.date is not None
        and a.date == b.date
        and a.date.precision == "day"
        and a.people == b.people
    ):
        return len(a.people) > 1
    if _housed(a) != _housed(b) and a.people == b.people and len(a.people) > 1:
        return True  # a hall stands in a town
    if a.kind == "visit":
        return bool(set(a.other) & set(b.other))
    return a.place.lower() in b.place.lower() or b.place.lower() in a.place.lower() or a.sentence == b.sentence


def _housed(draft: Draft) -> bool:
    """Whether the place is a building and no town."""
    return any(slot.name == "venue" and slot.value == draft.place for slot in draft.protocol)


def _company(a: Draft, b: Draft) -> bool:
    one, two = a.people, b.people
    if one and two:
        if one <= two or two <= one:
            beside = a.sentence == b.sentence and not _other_body(a, b)
            return a.kind != "meeting" or min(len(one), len(two)) > 1 or _open(a, b) or beside
        return False
    if a.kind == "forum" and a.mechanism:
        return True
    if a.kind == "visit" and bool(one) != bool(two):
        group, named = (b, a) if one else (a, b)
        homes = {x.country for x in named.actors} - {None}
        return homes <= set(group.countries) and group.status != "held"
    groups_a, groups_b = {x.name for x in a.actors}, {x.name for x in b.actors}
    if not groups_a or not groups_b:
        return True
    if groups_a & groups_b:
        return not _others(a, b)
    codes_a, codes_b = set(a.countries), set(b.countries)
    return bool(codes_a and codes_b) and (codes_a <= codes_b or codes_b <= codes_a) and a.kind != "visit"


def _others(a: Draft, b: Draft) -> bool:
    """Whether two that share a state or body were each with another one: "Iran and the E3", "Iran and Norway"."""
    one, two = ({x.country or x.name for x in d.actors if x.country or x.name.isupper()} for d in (a, b))
    return bool(one - two and two - one)


def _summoned(a: Draft, b: Draft) -> bool:
    """Whether two tell of envoys of two countries summoned each by the other's."""
    both = all(d.words and d.words[0].lemma == "summon" and d.actors for d in (a, b))
    return both and a.actors[-1].country != b.actors[-1].country


def _other_body(a: Draft, b: Draft) -> bool:
    """Whether the one with fewer names tells of a body by its name: "and will also talk with the Harbour Committee"."""
    fewer = a if len(a.people) < len(b.people) else b
    bodies = [x.name for x in fewer.actors if x.kind == "group" and sum(w[:1].isupper() for w in x.name.split()) > 2]
    return bool(bodies) and len(a.people) != len(b.people)


def _open(a: Draft, b: Draft) -> bool:
    """Whether the one with fewer names leaves the other side unnamed rather than naming someone else."""
    fewer, more = (a, b) if len(a.people) <= len(b.people) else (b, a)
    rest = [x for x in fewer.actors if x.kind != "person"]
    if a.sentence == b.sentence and _other_body(a, b):
        return False
    if (
        not fewer.heading
        and not more.heading
        and any(_OFFICE & set(x.name.lower().split()) for x in rest if x.kind == "group")
    ):
        return False
    if any(x.kind == "group" and x.country is None and any(w[0].isupper() for w in x.name.split()) for x in rest):
        return False  # a body of its own
    return all(x.country is None or x.country in more.countries for x in rest) and set(fewer.other) <= set(
        more.countries
    )


def join(into: Draft, other: Draft) -> None:
    """Adds a later telling to an earlier one. The evidence is the sentence that says most; never a heading where
    prose says it."""
    heading = into.heading
    if _worth(other) > _worth(into) + (0.0 if into.heading else 0.9):
        into.evidence, into.sentence, into.cue, into.rule = other.evidence, other.sentence, other.cue, other.rule
        into.heading = other.heading
        into.words = other.words
    if into.loose and not other.loose:
        into.status, into.loose = other.status, False
    elif _turned(into, other) or (into.kind == "visit" and other.status == "held" and other.date is not None):
        into.status = "held"
    if into.date is None or (other.date is not None and other.date != into.date and other.date.within(into.date)):
        into.date, into.dated = other.date or into.date, other.dated or into.dated
    into.weekday = into.weekday if into.weekday is not None else other.weekday
    if into.place is None or (other.place and into.place in _LANDS and other.place not in _LANDS):
        into.place, into.placed = other.place, other.placed
    if heading and not other.heading and other.people and not into.people:
        into.actors = []
    into.actors = united(into.actors, other.actors)
    into.other = list(dict.fromkeys([*into.other, *other.other]))
    into.mechanism = into.mechanism or other.mechanism
    into.ordinal = into.ordinal if into.ordinal is not None else other.ordinal
    into.change = into.change or other.change
    into.report = into.report or other.report
    into.recalled = into.recalled and other.recalled
    known = {s.name for s in into.protocol}
    into.protocol += [s for s in other.protocol if s.name not in known]
    into.confidence = min(0.97, max(into.confidence, other.confidence) + 0.03)


def united(a: list[Actor], b: list[Actor]) -> list[Actor]:
    """Everyone of both, a country or group left out where one of its people is named, and one of no country where people of two are."""
    everyone = list(dict.fromkeys([*a, *b]))
    homes = {x.country for x in everyone if x.kind == "person"}
    people = [x for x in everyone if x.kind == "person" or x.country is None or x.country not in homes]
    return [x for x in people if x.kind != "group" or x.country is not None or len(homes) < 2]


def _worth(draft: Draft) -> float:
    score = (
        1.0 * len(draft.people)
        + 0.4 * len(draft.actors)
        + 0.8 * (draft.date is not None)
        + 0.5 * (draft.place is not None)
    )
    score += 0.7 * (draft.ordinal is not None)
    score -= 0.6 * draft.loose + 0.5 * draft.quoted
    return score - (10 if draft.heading else 0)
