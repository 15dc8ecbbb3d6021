"""Whom "the minister", "the two officials" or "the delegation" takes up."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.holding.titles import ANYONE, BODIES, GUESTS, initials
from dragoman.readers.meeting.draft import Actor
from dragoman.readers.meeting.groups import core, led
from dragoman.readers.meeting.nouns import plural, singular
from dragoman.readers.meeting.pairs import pair
from dragoman.readers.meeting.parties import Party
from dragoman.readers.meeting.roster import Roster
from dragoman.reading import Person

_ROLES = frozenset(
    ("minister", "leader", "president", "official", "diplomat", "premier", "head", "chancellor", "envoy")
)
_RANKS = frozenset(("official", "diplomat", "representative", "envoy", "expert", "negotiator"))
"""What many are called who hold some office."""
_TAKING_UP = frozenset(("the", "both", "two", "three", "four", "these", "those", "their", "his", "her"))
_VAGUE = ANYONE | {"guest", "host"}
_BODIES = frozenset(
    ("parliament", "ministry", "assembly", "bank", "army", "navy", "university", "institution", "agency", "house")
)
_GUESTS = GUESTS | {"dignitary"}
_HOUSES = BODIES | {"committee", "house", "palace"}
"""Bodies, which nobody is whose title names them: "the White House" is not the speaker of the house."""
_SIDES = frozenset(("side", "country", "nation", "government", "state", "party", "capital", "neighbour", "neighbor"))


def role(company: Roster, sentence: Sentence, head: Token, words: list[Token]) -> list[Actor] | None:
    """The person or persons that "the minister", "the two officials", "her Cypriot counterpart" or "the
    delegation" takes up."""
    words = core(head, words)
    low = [t.low for t in words]
    lemma = singular(head)
    many = plural(head) or low[:1] == ["both"]
    if lemma in ("counterpart", "colleague", "opposite") or head.low.endswith("counterparts"):
        return _counterpart(company, sentence, head, words) if not many else []
    if low[0] in ("a", "an", "any", "another", "no", "former"):
        return None
    if lemma in _SIDES or head.low in ("sides", "governments", "parties", "countries"):
        if many and not any(p for p in company.parties_in(words)):
            return (
                [company.state(c) for c in company.sides[:2]] if {"two", "both"} & set(low) or low[0] == "the" else None
            )
        return None
    if not many and lemma in _HOUSES:
        return None
    if many and lemma in _RANKS and low[0] not in _TAKING_UP:
        return None  # "senior diplomats from the two sides" are others than those named
    named = company.parties_in(words)
    if many and len({p.code for p in named if p.code}) > 1 and lemma in company.officials:
        holders = [_holder(company, head, words, p.code) for p in named if p.code]
        found = [company.actor(n) for n in holders if n is not None]
        return found if len(found) == len(holders) else None
    if (
        many
        and lemma in company.officials
        and low[-2:-1] in (["two"], ["both"])
        and low[-1] in ("countries", "nations", "sides", "states", "neighbours", "neighbors")
    ):
        return pair(company, sentence, head) or None
    if many and ({"two", "both", "three", "four"} & set(low)) and not named:
        if lemma in _BODIES:
            return []  # "the two parliaments" are nobody
        found = pair(company, sentence, head)
        two = lemma in company.officials and {"two", "both"} & set(low) and len(company.sides) > 1
        return found or ([company.state(c) for c in company.sides[:2]] if two else None)
    if head.low in company.groups or any(t.low in company.groups for t in words if t.i == head.i):
        return led(company, words) or _guests(company, head, named) or None
    if many:
        if (
            low[0] == "the"
            and lemma in _ROLES
            and len(words) <= (5 if lemma == "head" else 3)
            and not _met(sentence, head)
        ):
            return pair(company, sentence, head) or None
        return None
    if (
        low[0] in ("the", "his", "her", "its", "that", "this")
        or head.tag == "NNP"
        or (named and lemma in company.officials)
    ):
        n = _holder(company, head, words)
        if n is not None:
            return [company.actor(n)]
    return None


def _met(sentence: Sentence, head: Token) -> bool:
    """Whether a third one meets those whom a phrase names, who then are not the two who met: "met the top diplomats"."""
    lead = sentence.head(head)
    verb = lead if head.dep == "dobj" else sentence.head(lead) if lead is not None and lead.low == "with" else None
    return verb is not None and verb.lemma in ("meet", "receive", "host", "see", "visit", "meeting", "talk", "call")


def _guests(company: Roster, head: Token, named: list[Party]) -> list[Actor]:
    """The one official of a country named before "the Kenyan guests"."""
    codes = {p.code for p in named if p.code}
    if head.low not in ("guests", "visitors", "hosts") or len(codes) != 1:
        return []
    fitting = [
        n
        for n, p in enumerate(company.people)
        if p.country in codes and p.kind == "official" and p.mentions and p.mentions[0].start < head.start
    ]
    return [company.actor(fitting[0])] if len(fitting) == 1 else []


def _holder(company: Roster, head: Token, words: list[Token], of: str | None = None) -> int | None:
    """Who holds the office that a phrase names: the last one named before it; with a country the only
    one named at all, in a text of one house its own holder."""
    country = of or next((p.code for p in company.parties_in(words) if p.code), None)
    role = [t.lemma.lower() for t in words if t.tag[:2] in ("NN", "JJ") and not company.page.desk.country_of(t.text)]
    loosely = head.low in _VAGUE and (bool(country) or sum(w.low != "visiting" for w in words) <= 2)
    visitor = head.low in _GUESTS

    def well(n: int) -> float | None:
        person = company.people[n]
        shared, holds = _shared(company, head, words, role, person)
        if not holds and not (loosely and person.kind == "official"):
            return None
        phrase = " ".join(role)
        exact = any(o.title.lower() == phrase or o.title.lower().startswith(f"{phrase} ") for o in person.offices)
        return 0 if visitor else shared + (exact or _by_initials(head, person))

    def wholly(n: int) -> bool:
        shared, holds = _shared(company, head, words, role, company.people[n])
        named = country is not None or (words[0].low == "the" and bool(role))
        return named and holds and shared == len(role) and not company.speaks(company.people[n])

    fits = company.holders.named(head.start, country, well)
    if not fits:
        return company.holders.coming(head.start, country, wholly)
    if visitor:
        return next(iter(fits))
    best = company.holders.foremost(fits)
    own = company.holders.own(best, country)
    return max(best, key=lambda n: fits[n][1]) if own is None else own


def _shared(company: Roster, head: Token, words: list[Token], role: list[str], person: Person) -> tuple[int, bool]:
    """How many words of an office in a phrase (`role`, its lemmas) are in a person's titles, and whether it is this person's."""
    lemma = head.lemma.lower()
    titles = " ".join(o.title.lower() for o in person.offices).split()
    if _by_initials(head, person):
        titles = [*titles, head.low]
    if _same_role(company, words, person):
        titles = [*titles, *role, lemma]
    shared = sum(w in titles for w in role)
    holds = lemma in titles and shared >= max(1, len(role) - 1)
    if holds and shared < len(role) and ("prime" in role) != ("prime" in titles) and lemma == "minister":
        holds = not (set(titles) - {"minister", "prime", "of", "the"}) and "prime" not in titles
    return shared, holds


def _by_initials(head: Token, person: Person) -> bool:
    """Whether a word is an office of a person by its initials: "the PM"."""
    return any(initials(o.title) == head.text for o in person.offices)


def _counterpart(company: Roster, sentence: Sentence, head: Token, words: list[Token]) -> list[Actor]:
    """The one official of the country that "his Cypriot counterpart" names; where the page names two, the one whose office is that of
    the last person named before."""
    code = next((p.code for p in company.parties_in(words) if p.code), None)
    theirs = [
        n
        for n, p in enumerate(company.people)
        if code and p.country == code and p.kind == "official" and not company.speaks(p)
    ]
    if len(theirs) > 1:
        own = [n for span, n in company.mentioned(sentence.span) if span.end <= head.start and n not in theirs][-1:]
        own = own or _before(company, sentence, theirs)
        held = {o.role for n in own for o in company.people[n].offices} - {None}
        theirs = [n for n in theirs if held & {o.role for o in company.people[n].offices}]
    return [company.actor(theirs[0])] if len(theirs) == 1 else []


def _before(company: Roster, sentence: Sentence, theirs: list[int]) -> list[int]:
    """The official named first in the nearest of the sentences before that names one of another country."""
    for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
        named = [n for _, n in company.mentioned(company.page.sentences[number].span) if n not in theirs]
        if officials := [n for n in named if company.people[n].kind == "official"]:
            return officials[:1]
    return []


def _same_role(company: Roster, words: list[Token], person: Person) -> bool:
    """Whether a phrase names an office of a person by another title of the packs: "the head of state"."""
    phrase = " ".join(
        t.low for t in words if t.tag != "DT" and t.tag != "POS" and not company.page.desk.country_of(t.text)
    )
    roles = {o.id.split(".")[0] for o in company.page.desk.titles.get(phrase, ())}
    return bool(roles) and any(o.role and o.role.split(".")[0] in roles for o in person.offices)
