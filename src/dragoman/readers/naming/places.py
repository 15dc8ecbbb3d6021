"""Signs of a person's country in places: where they work, where the scene is laid, who publishes the dispatch."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.readers.naming.extent import FIELDS
from dragoman.readers.naming.stage import Candidate, Stage, Stand, countries
from dragoman.readers.naming.word import Word

_AT = frozenset(["in", "at", "of", "from", "near", "outside"])
_ABROAD = frozenset(
    ["ambassador", "correspondent", "consul", "envoy", "attache", "attaché", "representative", "embassy", "high"]
)
_TOWARDS = frozenset(["to", "with", "against", "for", "between", "on", "into", "towards", "by"])
_TRAVEL = frozenset(["visit", "travel", "trip", "arrive", "journey", "tour", "land", "fly", "visiting"])
_HOMEWARD = frozenset(["return", "returned", "returns", "returning", "home", "from", "invited"])
_MEANWHILE = frozenset(["while", "when", "during", "after", "before"])
_PRONOUNS = frozenset(["he", "she", "i", "we", "they"])
_NEAR = 9
_LONGEST = 24


def workplace(person: Candidate, stage: Stage) -> str | None:
    """The country of the place that a description of the person names: "who teaches law in Leuven", "of the Strait Institute in Istanbul".
    Not of those whom their own country sends abroad."""
    if person.kind == "journalist" or any(not _ABROAD.isdisjoint(p.title.lower().split()) for p in person.offices):
        return None
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        at = stand.last + 1
        if person.kind != "expert" and at < len(words) and words[at].low in ("in", "at"):
            continue  # "met Foreign Minister X in Geneva" says where they met
        if country := _in_description(words, stand, stage):
            return country
    return None


def _in_description(words: Sequence[Word], stand: Stand, stage: Stage) -> str | None:
    """The first place after a preposition in what follows the name up to the end of its apposition or relative clause."""
    at = stand.last + 1
    if at >= len(words) or words[at].low not in (",", "of", "from", "at", "who", "in", "("):
        return None
    opened = words[at].text == ","
    seat = words[at].low in _AT
    end = min(len(words), at + _LONGEST)
    at += 1
    if opened and at < end and words[at].tag in ("VBD", "VBZ"):
        return None  # "the minister, X, arrived in Cairo"
    if at < end and (country := _constituency(words, at, stage)):
        return country
    while at < end:
        word = words[at]
        if word.text in (",", ":", ";", '"', ")", "-") or (not opened and word.tag in ("VBD", "VBZ")):
            return None
        if word.low in _AT:
            seat = True
        elif word.low in ("to", "on", "about", "with", "for", "by", "and"):
            seat = word.low == "and" and seat
        elif seat and word.length and (country := stage.place(words, at)):
            if word.kind == "country" and at + 1 < end and words[at + 1].low in FIELDS:
                return None
            return country
        at += 1
    return None


def _constituency(words: Sequence[Word], at: int, stage: Stage) -> str | None:
    """The country of the seat in a party's letter and a place: "Sen. X, R-Nebraska"."""
    letter, dash, place = words[at].low.partition("-")
    if not dash or len(letter) != 1 or not place:
        return None
    named = (place, f"{place} {words[at + 1].low}" if at + 1 < len(words) else place)
    return next((found.country for name in named if (found := stage.desk.place_names.get(name))), None)


def scene(person: Candidate, stage: Stage) -> str | None:
    """Where the sentence that brings somebody in is laid ("In Lima, …", "In Lima she met …"), or for an official the one before it, where
    this one names no country and nobody of another."""
    if person.kind == "journalist":
        return None
    for number, stand in enumerate(stage.of(person)[:3]):
        words = stage.listed[stand.sentence]
        laid = _laid(words, stage)
        if laid and number == 0:
            return laid[0] if stand.first > laid[1] else None
        before = _laid(stage.listed.get(stand.sentence - 1, ()), stage)
        alone = not countries(words, stage.desk) and all(s.person is person for s in stage.stands(stand.sentence))
        if before and alone and person.official and before[0] in stage.dyad:
            return before[0]
    return None


def _laid(words: Sequence[Word], stage: Stage) -> tuple[str, int] | None:
    """(country, number of the word after it) of the place in which a sentence begins; None where it begins otherwise."""
    if len(words) < 4 or words[0].low not in ("in", "at"):
        return None
    country, at = stage.place(words, 1), 1 + (words[1].length or 1)
    if country is None or at + 1 >= len(words):
        return None
    subject = words[at].low in _PRONOUNS or (words[at].low == "the" and words[at + 1].kind == "title")
    return (country, at) if words[at].text == "," or subject else None


def reached(person: Candidate, stage: Stage) -> str | None:
    """Whom "she" met where she had come: "She arrived in Lima on Sunday. She met Minister X"."""
    if not person.serves(stage.desk) or not _met_by_role(person, stage):
        return None
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence][: stand.first]
        for told in (words, stage.listed.get(stand.sentence - 1, ())):
            if named := [country for at, country in countries(told, stage.desk)]:
                came = [c for at, c in countries(told, stage.desk) if _comes(told, at)]
                return came[-1] if came and set(named[named.index(came[-1]) :]) == {came[-1]} else None
    return None


def traveller(person: Candidate, stage: Stage) -> str | None:
    """Who comes to one of the two sides is of the other: "Minister X arrived in Lima", "a visit to Lima by Minister X"."""
    if not person.serves(stage.desk):
        return None
    for stand in stage.of(person)[:2]:
        words = stage.listed[stand.sentence]
        others = [s for s in stage.stands(stand.sentence) if s.person is not person]
        for at, country in countries(words, stage.desk):
            if country not in stage.dyad or not _abroad(words, at, stage):
                continue
            if any(min(stand.first, at) < s.first < max(stand.last, at) for s in others):
                continue
            low = [w.low for w in words[at + words[at].length : stand.first]]
            comes = stand.last < at <= stand.last + _NEAR and _comes(words, at)
            received = at < stand.first <= at + _NEAR and "by" in low[:1] and _comes(words, at)
            if (comes or received) and _HOMEWARD.isdisjoint(w.low for w in words):
                return stage.other(country)
    return None


def _comes(words: Sequence[Word], at: int) -> bool:
    """Whether somebody travels to the place named here."""
    before = words[max(0, at - 4) : at]
    if not before:
        return False
    goes = any(w.lemma in _TRAVEL or w.low in _TRAVEL for w in before)
    return goes and (before[-1].low in ("in", "to", "for", "the") or before[-1].lemma in ("visit", "tour"))


def _abroad(words: Sequence[Word], at: int, stage: Stage) -> bool:
    """A country or its seat: a journey to another town may be one at home."""
    named = " ".join(w.low for w in words[at : at + words[at].length])
    return words[at].kind == "country" or named in stage.desk.metonyms


def alone(person: Candidate, stage: Stage) -> str | None:
    """The only country that the sentence names which brings an official in, before the name and not as where something goes to, where
    nobody of another country stands in it."""
    if not person.serves(stage.desk):
        return None
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        named = [
            (at, country)
            for at, country in countries(words, stage.desk)
            if not (0 < at < stand.first and words[at - 1].low in ("with", "against"))
        ]
        faced = any(s.person is not person and s.person.country for s in stage.stands(stand.sentence))
        apart = any(at > stand.first or (at and words[at - 1].low in _TOWARDS) for at, _ in named)
        apart = apart or any(w.low in _MEANWHILE for w in words[: stand.first])
        if len({country for _, country in named}) == 1 and not faced and not apart:
            return named[0][1]
    return None


def own_side(person: Candidate, stage: Stage) -> str | None:
    """A ministry names its own officials without their country; but whom they meet abroad may be the hosts', and its agency abroad names
    the hosts' so."""
    if stage.home is None or stage.seat not in (None, stage.home) or not person.serves(stage.desk):
        return None
    return None if _met_by_role(person, stage) or _joint(person, stage) else stage.home


def visited(person: Candidate, stage: Stage) -> str | None:
    """Of a country that a ministry's own people travel to are those whom they meet there: "During her visit the minister will meet with
    the Minister of Environment, X", where the release speaks of that country as the other side."""
    if stage.home is None or not person.serves(stage.desk) or not _met_by_role(person, stage):
        return None
    travels = any(w.lemma in _TRAVEL or w.low in _TRAVEL for words in stage.listed.values() for w in words)
    return stage.other(stage.home) if travels else None


def _joint(person: Candidate, stage: Stage) -> bool:
    """Whether somebody is first named as one with whom a press conference was held."""
    for stand in stage.of(person)[:1]:
        firsts = [p.first for m in person.mentions if m.sentence == stand.sentence for p in m.offices]
        begin = min((f for f in firsts if f < stand.first), default=stand.first)
        low = [w.low for w in stage.listed[stand.sentence][:begin]]
        return low[-1:] == ["with"] and "conference" in low
    return False


def _met_by_role(person: Candidate, stage: Stage) -> bool:
    """Whether somebody is first named as one whom "she" or "the minister" met, who is not named there."""
    contact = stage.desk.word_set("contact-words")
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        met = next(
            (i for i, w in enumerate(words[: stand.first]) if w.low in contact and w.low not in ("held", "hold")), None
        )
        if met is None:
            return False
        named = any(s.last < met for s in stage.stands(stand.sentence))
        return not named and any(w.low in ("he", "she", "i", "we", "they") or w.kind == "title" for w in words[:met])
    return False


def at_home(person: Candidate, stage: Stage) -> str | None:
    """The agency of a country, reporting from there, names that country's officials without it. Whether it does is shown by its being
    official, or by the first official it names so before any other country. The name opens its sentence, or nothing of another
    country stands before it there."""
    if not stage.at_home or stage.seat is None or not person.serves(stage.desk):
        return None
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        own = all(
            country == stage.seat or _destination(words, at)
            for at, country in countries(words[: stand.first], stage.desk)
        )
        said = any(w.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for w in words[: stand.first])
        styled = stage.official or _first_named(stage)
        if own and not said and styled:
            return stage.seat
    return None


def _destination(words: Sequence[Word], at: int) -> bool:
    """Whether somebody goes to this place: "a visit to Mexico City by X"."""
    return at > 1 and words[at - 1].low == "to" and words[at - 2].low in _TRAVEL


def _first_named(stage: Stage) -> bool:
    """Whether an official is named without a country before any other country is."""
    for number in sorted(stage.listed):
        words = stage.listed[number]
        first = next((at for at, country in countries(words, stage.desk) if country != stage.seat), len(words))
        unmarked = [s for s in stage.stands(number) if s.person.serves(stage.desk) and not s.person.marked]
        if unmarked and unmarked[0].first < first:
            return True
        if first < len(words):
            return False
    return False


def own_press(person: Candidate, stage: Stage) -> str | None:
    """So does the press of a country with its own officials, where the country is one of those the dispatch is about and the last that it
    spoke of, in the same paragraph or the one before."""
    ranks = stage.desk.ranks
    leads = any(
        ranks.get(p.roles[0], 9) <= 5 and p.tense == "current" and not p.body for p in person.offices if p.roles
    )
    if not person.serves(stage.desk) or not leads or stage.seat not in stage.dyad:
        return None
    for stand in stage.of(person)[:1]:
        before = [stage.listed[stand.sentence][: stand.first]]
        before += [stage.listed[n] for n in (stand.sentence - 1, stand.sentence - 2) if n in stage.listed]
        for words in before:
            if named := {country for at, country in countries(words, stage.desk) if not _destination(words, at)}:
                return stage.seat if named == {stage.seat} else None
    return None
