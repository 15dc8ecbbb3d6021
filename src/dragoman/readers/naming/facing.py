"""Signs of a person's country in whom they face: whom they met, who holds their office on the other side, who is told without a country."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.readers.naming.stage import Candidate, Stage, Stand, begins, countries
from dragoman.readers.naming.word import Word

_PRESENT = frozenset(
    [
        "part",
        "attended",
        "participated",
        "present",
        "accompanied",
        "joined",
        "participants",
        "attending",
        "accompanying",
    ]
)
_GOVERNING = frozenset(["leaders", "ministers", "officials"])
_CLAUSE = frozenset([";", ":"])


def across(person: Candidate, stage: Stage) -> str | None:
    """The side against which the text sets this person in a contact: "X met Y", "talks between X and Y", "she called on Y"."""
    if not person.official:
        return None
    contact = stage.desk.word_set("contact-words")
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        several = len({s.person.key for s in stage.stands(stand.sentence)}) > 2
        faced = [
            facing.person.country
            for facing in (*stage.stands(stand.sentence), *_subject_before(stand, stage))
            if facing.person is not person
            and facing.person.country
            and _face(words, facing, stand, contact, several=several)
        ]
        others = {other for country in faced if (other := stage.other(country))}
        if others and stage.own_voice and stage.home and stage.home not in (*others, *faced):
            return stage.home  # a ministry names its own minister without a country, wherever the two met
        if others:
            return others.pop() if len(others) == 1 and others.isdisjoint(faced) else None
    return None


def _face(words: Sequence[Word], a: Stand, b: Stand, contact: frozenset[str], *, several: bool) -> bool:
    """Whether two names stand on two sides of a word of contact, or are joined by "and" after "between". `several`: more people
    are named in the sentence, so that "and" may only join those who attended."""
    if a.sentence != b.sentence:
        return any(w.low in contact for w in words[: b.first])
    first, second = (a, b) if a.first < b.first else (b, a)
    inside = words[first.last + 1 : second.first]
    if any(w.text in _CLAUSE for w in inside) or any(w.low == "together" for w in inside):
        return False
    if any(w.low in contact for w in inside):
        return not _both_met(words, first, contact)
    begun = begins(first)
    if begun and words[begun - 1].low in ("with", "by") and any(w.low == "and" for w in inside):
        return False  # both of them were met by another
    joined = any(w.low in ("and", "with") for w in inside) and not any(w.tag in ("VBD", "VBZ") for w in inside)
    inside_it = any([w.low for w in words[i : i + 3]] == ["in", "the", "meeting"] for i in range(first.first))
    if inside_it or any(w.low in _PRESENT for w in words):
        return False  # who attended stood on either side
    contact = frozenset(w.low for i, w in enumerate(words) if w.low in contact and not _alone(words, i))
    return joined and any(
        w.low == "between" or (w.low in contact and not several)
        for w in (*words[: first.first], *words[second.last + 1 :])
    )


def _both_met(words: Sequence[Word], first: Stand, contact: frozenset[str]) -> bool:
    """Whether somebody before met the first of two, and so perhaps both: "she called on X and held talks with Y"."""
    for word in reversed(words[: first.first]):
        if word.text in (",", *_CLAUSE):
            return False
        if word.low in contact and word.tag in ("VBD", "VBZ", "VBP", "VB", "VBN"):
            return True
    return False


def _alone(words: Sequence[Word], at: int) -> bool:
    """Whether "spoke" is no contact: a speech and no talk."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    return words[at].low in ("spoke", "speak", "spoken") and after not in (
        "by",
        "on",
        "over",
        "with",
        "to",
        "via",
        "again",
    )


def _subject_before(stand: Stand, stage: Stage) -> list[Stand]:
    """Whom "he" or "she" before a name means: the first of the official people named in the sentence before."""
    words = stage.listed[stand.sentence]
    if any(s.first < stand.first for s in stage.stands(stand.sentence)):
        return []
    if not any(w.low in ("he", "she") for w in words[: stand.first]):
        return []
    for number in (stand.sentence - 1, stand.sentence - 2):
        contact = stage.desk.word_set("contact-words")
        told = stage.listed[number] if stage.stands(number) else ()
        if earlier := [
            s
            for s in stage.stands(number)
            if s.person.official and not any(w.low in contact and w.tag[:2] == "VB" for w in told[: s.first])
        ]:
            return earlier[:1]
    return []


def rival(person: Candidate, stage: Stage) -> str | None:
    """Of an office of which a state has one holder, the other side's, where the one side's is known and nobody else may be meant."""
    if any(c is not person and c.country is None and c.holds() & person.holds() for c in stage.people):
        return None
    others = {c.country for c in stage.people if c is not person and c.country and c.holds() & person.holds()}
    return stage.other(next(iter(others))) if len(others) == 1 else None


def matched(person: Candidate, stage: Stage) -> str | None:
    """Of two officials whom the same noun would mean ("the two ministers"), where the one's side is known, the other's."""
    if not person.official:
        return None
    like = [c for c in stage.people if c is not person and c.official and c.heads & person.heads]
    if not any(_two_of(words, person.heads) for words in stage.listed.values()):
        return None
    return stage.other(like[0].country) if len(like) == 1 and like[0].country in stage.dyad else None


def _two_of(words: Sequence[Word], heads: frozenset[str]) -> bool:
    """Whether the sentence speaks of two who are called so: "the two foreign ministers", "both leaders"."""
    return any(
        word.low in ("two", "both") and any(after.low.removesuffix("s") in heads for after in words[i + 1 : i + 4])
        for i, word in enumerate(words)
    )


def guest(person: Candidate, stage: Stage) -> str | None:
    """ "His guest, X": of the side that faces the one who speaks of the guest, who is named last before."""
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        at = stand.first - 1 - (stand.first > 0 and words[stand.first - 1].text == ",")
        if (
            at < 1
            or words[at].low not in ("guest", "host", "visitor", "interlocutor")
            or words[at - 1].low not in ("his", "her")
        ):
            continue
        for number in (stand.sentence, stand.sentence - 1):
            before = [
                s.person
                for s in stage.stands(number)
                if s.person is not person and (number, s.last) < (stand.sentence, at)
            ]
            if before:
                return stage.other(before[-1].country)
    return None


def unmarked(person: Candidate, stage: Stage) -> str | None:
    """An institution names the other sides' people with their country and its own without: it serves the one country of those whom it
    names so and who are known, or else the one that faces the country it does tell. Who is told beside a country, before the name, may be of it."""
    if not stage.own_voice or not person.official:
        return None
    governing = {o.role for o in stage.desk.offices.values() if o.level in _GOVERNING} - {
        "military-commander",
        "governor",
        "mayor",
    }
    if not any(r in governing for p in person.offices for r in p.roles):
        return None
    marked = {c.country for c in stage.people if c.marked and c.official and c.offices}
    if stage.known:
        other = next(iter(stage.known)) if len(stage.known) == 1 else None
    else:
        other = stage.other(next(iter(marked))) if len(marked) == 1 else None
    if stage.home and other != stage.home:
        return None
    for stand in stage.of(person)[:1]:
        before = stage.listed[stand.sentence][: stand.first]
        if any(country != other for _, country in countries(before, stage.desk)):
            return None
        after = stage.listed[stand.sentence][stand.last + 1 :]
        if any(w.low in ("visit", "visits", "visited", "travel", "arrive", "arrives", "arrived") for w in after[:4]):
            return None  # who visits the other side is not of it
    return other
