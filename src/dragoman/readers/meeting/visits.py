"""Visits: told by a verb of travel, by a noun, or in passing ("visiting Foreign Minister X")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin, countries
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.cues import adjectival
from dragoman.readers.meeting.draft import Actor, Draft, Reference
from dragoman.readers.meeting.hanging import changed, definite, doers, owners, preposition
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.readers.meeting.roster import LED
from dragoman.reading import Status
from dragoman.span import Span

_RUNNING = frozenset(("begin", "start", "take", "last", "end", "happen", "occur", "conclude"))
_OFTEN = frozenset(("before", "often", "frequently", "regularly", "repeatedly", "times", "never", "ever"))
_RECEIVING = frozenset(("host", "welcome", "receive", "invite", "greet"))
"""Verbs of hosts, whose object it is that travels."""
_NOWHERE = frozenset(
    (
        *("country", "nation", "homeland", "region", "area", "place", "state", "city", "capital", "republic"),
        *("kingdom", "sultanate", "emirate", "principality", "island", "islands", "neighbour", "neighbor", "territory"),
    )
)
"""What is no place without its name: "a visit to our country"."""
_RANKING = frozenset(("mark", "confirm", "constitute", "represent"))
"""Verbs by which a visit told beside them is told to be the first or second of its sort."""
_COMPASS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "interior"))


def visit(
    page: Page,
    sentence: Sentence,
    cue: Cue,
    standing: Status,
    actors: list[Actor],
    place: Token | None,
    company: Company,
    words: list[Token],
) -> Draft | None:
    actors = [a for a in actors if a.kind != "state"] or company.last_person(sentence, cue.verb or cue.word)
    if not actors or all(a.kind == "group" and a.country is None and not _sent(company, a) for a in actors):
        return None
    if standing == "held" and not cue.noun and _ever(sentence, cue.word):
        return None
    draft = begin(page, sentence, cue, standing, actors, words, "encounters.visit")
    destination(page, sentence, draft, place, company)
    abroad = [a for a in draft.actors if a.country not in draft.other]
    if draft.place and 0 < len(abroad) < len(draft.actors):  # a host named beside the guest
        draft.actors = actors = abroad
    home = {a.country for a in actors if a.country}
    there = set(draft.other) - home
    if place is not None and draft.place and not there and home and any(c in home for c in draft.other):
        return None
    if draft.status == "held" and _onward(sentence, cue, draft, company):
        draft.status = "scheduled"
    draft.confidence = 0.85
    return draft


def _ever(sentence: Sentence, verb: Token) -> bool:
    """Whether one has only been somewhere at some time or again and again: "has visited Oslo before", "has travelled there often"."""
    below = {c.low for c in sentence.children(verb)}
    dated = any(t.ent == "DATE" for t in sentence.subtree(verb) if t.i > verb.i)
    return bool(below & {"has", "have", "'ve"}) and bool(below & _OFTEN) and not dated


def _sent(company: Company, group: Actor) -> bool:
    """Whether a group that the text does not name is one that is sent: "a delegation", not "previous speakers"."""
    words = group.name.split()
    return words[0][:1].isupper() or any(w.lower() in company.groups for w in words)


def _onward(sentence: Sentence, cue: Cue, draft: Draft, company: Company) -> bool:
    """Whether a visit is the aim of a journey to another country: "travelled to Norway to visit Finland and Sweden"."""
    way = sentence.head(cue.word)
    if way is None or cue.noun or cue.word.tag != "VB" or cue.word.dep not in ("advcl", "xcomp"):
        return False
    first = after(sentence, way, "to", "in")
    reached = countries(sentence, first, company)
    return bool(reached) and bool(draft.other) and not set(reached) & set(draft.other)


def destination(page: Page, sentence: Sentence, draft: Draft, place: Token | None, company: Company) -> None:
    if place is None:
        return
    if place.low in ("state", "province", "city", "town") and (of := after(sentence, place, "of")) is not None:
        place = of  # "the state of Goa"
    if place.low == "there":
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            towns = [t for t in page.sentences[number].tokens if t.ent == "GPE" and t.dep == "pobj"]
            if towns:
                destination(page, page.sentences[number], draft, towns[-1], company)
                return
        return
    if place.low == "here":
        line = next((d.place for d in page.datelines if d.place), None)
        if line:
            draft.place, draft.placed = line.of(page.text).title(), place.span
        return
    if place.tag == "NN" and place.low in _NOWHERE:
        return
    chosen = [
        t
        for t in sentence.subtree(place)
        if t.i <= place.i and t.dep in ("compound", "nmod", "amod") and t.tag.startswith("NNP")
    ]
    start = min((t.start for t in chosen), default=place.start)
    whole = next((p for p in company.named if p.span.start <= place.start < p.span.end), None)
    span = whole.span if whole and whole.kind in ("country", "seat") else Span(start, place.end)
    draft.place, draft.placed = " ".join(span.of(page.text).split()), span
    draft.other += [c for c in countries(sentence, place, company) if c not in draft.other]
    known = page.desk.place_names.get(draft.place.lower())
    if known is not None and known.country and known.country not in draft.other:
        draft.other.append(known.country)


def _called(page: Page, company: Company, place: Token) -> bool:
    """Whether a common noun is part of a country's or town's name, or the tagger has missed one."""
    named = any(p.span.holds(place.start) for p in company.named)
    return named or place.text[0].isupper() or place.low in page.desk.place_names or place.ent in ("GPE", "LOC")


def visit_noun(
    page: Page, sentence: Sentence, cue: Cue, carrier: str, standing: Status, company: Company
) -> Iterator[Draft | Reference]:
    noun, verb, desk = cue.word, cue.verb, page.desk
    host = _host(sentence, noun, verb, carrier, page, company)
    if host:
        guests = owners(sentence, noun, company) or doers(sentence, verb, company)
        people = [*guests, *(a for a in host if a not in guests)]
        if len(people) > 1:
            yield begin(page, sentence, replace(cue, kind="meeting"), standing, people, [noun], "encounters.noun")
        return
    place = after(sentence, noun, "to", "in") or (
        after(sentence, verb, "to", "in")
        if verb is not None and carrier == "object" and verb.lemma in desk.word_set("encounter.paying")
        else None
    )
    if place is None and verb is not None and carrier == "adjunct" and verb.lemma == "be":
        lead = preposition(sentence, noun)
        place = after(sentence, verb, "in", "here") if lead is not None and lead.low in ("on", "for") else None
    lead_in = preposition(sentence, noun)
    left = _left(sentence, noun, verb, lead_in) if place is None or place.low in _NOWHERE else None
    place = left if left is not None else place
    place = place or next((c for c in sentence.children(noun) if c.low == "here" and c.i > noun.i), None)
    if place is None and noun.lemma in ("tour", "trip") and (of := after(sentence, noun, "of")) is not None:
        place = of if any(p.span.holds(of.start) for p in company.named) else None
    if place is None:  # "a tour that took her to Kenya"
        way = next((c for c in sentence.children(noun) if c.dep == "relcl" and c.lemma in ("take", "bring")), None)
        place = after(sentence, way, "to") if way is not None else None
    if place is not None and (company.person_at(place) is not None or place.ent in ("DATE", "TIME", "CARDINAL")):
        place = None
    if place is not None and place.tag == "NN" and not (place.low in _NOWHERE or _called(page, company, place)):
        return  # "a visit to the site"
    if place is not None and place.low in _COMPASS:  # a part of one's own country
        place = None
    if place is not None and place.tag in ("NNS", "CD") and place.low not in ("islands", "countries", "nations"):
        place = None
    owner = next((c for c in sentence.children(noun) if c.dep == "poss"), None)
    itself = owner is not None and owner.pos == "PRON" and carrier == "object"
    itself = itself and (place is None or verb is None or verb.lemma in desk.word_set("encounter.paying"))
    visitors = [] if itself else owners(sentence, noun, company)
    if standing == "proposed" and owner is not None and carrier == "adjunct":  # what may come of "X's visit"
        yield Reference("visit", begin(page, sentence, cue, standing, visitors, [noun], "encounters.noun"))
        return
    by_whom = False
    head = next((c for c in sentence.children(noun) if c.dep == "acl" and c.lemma in LED and c.tag == "VBN"), None)
    agent = after(sentence, head, "by") if head is not None else None
    if agent is not None and head is not None and not visitors:  # "the trade mission led by X to Kenya"
        visitors = [a for a in company.actors(sentence, agent) if a.kind == "person"]
        far = after(sentence, head, "to") or (after(sentence, verb, "to") if verb is not None else None)
        place = place or (far if far is not None and far.ent == "GPE" else None)
    for prep in ("by", "of"):
        token = after(sentence, noun, prep)
        if token is not None and not visitors:
            visitors, by_whom = company.actors(sentence, token), True
            place = place or after(sentence, token, "to")
    pays = verb is not None and (
        (carrier == "object" and (verb.lemma in desk.word_set("encounter.paying")))
        or (
            carrier == "adjunct"
            and (lead_in := preposition(sentence, noun)) is not None
            and lead_in.low in ("on", "for", "in", "with", "at", "during", "after", "from")
        )
    )
    guests = guests_of(sentence, verb, company) if verb is not None and pays and not visitors else []
    if not visitors and pays and verb is not None:
        if carrier == "adjunct" and definite(sentence, noun) and place is None:
            yield Reference("visit", begin(page, sentence, cue, standing, [], [noun], "encounters.noun"))
            return
        visitors = guests or doers(sentence, verb, company)
    moved = verb is not None and carrier == "object" and verb.lemma in desk.word_set("encounter.moving") | {"cancel"}
    if not visitors and moved and verb is not None:
        visitors = doers(sentence, verb, company)
    words = [noun, *([verb] if verb is not None and (carrier in ("object", "subject") or pays) else [])]
    if carrier == "subject" and verb is not None:  # "the visit is expected to begin on …"
        words += [c for c in sentence.children(verb) if c.dep == "xcomp" and c.lemma in _RUNNING]
    predicate = (
        noun.dep == "attr"
        and verb is not None
        and (
            not visitors
            or any(
                c.dep == "nsubj" and c.low in ("it", "this", "that", "visit", "trip") for c in sentence.children(verb)
            )
        )
    )
    nowhere = owner is None and after(sentence, noun, "to", "in", "of") is None  # "at the end of a two-day visit"
    if noun.dep == "dobj" and verb is not None and verb.lemma in _RANKING and verb.dep in ("advcl", "acl", "ROOT"):
        predicate = predicate or place is None  # "visited Oslo, marking her first visit abroad"
    named = [a for a in visitors if a.kind == "person"]
    homeless = (
        place is None
        and bool(named)
        and (by_whom or guests or (pays and (carrier == "object" or nowhere)) or _away(sentence, noun, verb))
        and (not definite(sentence, noun) or (by_whom and any(ordinal(c.low) for c in sentence.children(noun))))
    )
    if not visitors or (place is None and not homeless) or predicate:
        draft = begin(page, sentence, cue, standing, visitors, words, "encounters.noun")
        draft.loose = True
        changed(page, sentence, cue, draft)
        yield Reference("visit", draft)
        return
    proposing = desk.word_set("encounter.proposing") - {"welcome"}
    if carrier == "object" and verb is not None and verb.lemma in proposing:
        standing = "proposed"
    found = visit(page, sentence, cue, standing, visitors, place, company, words)
    if found is None:
        return
    found.rule = "encounters.visit-noun"
    changed(page, sentence, cue, found)
    lead = preposition(sentence, noun)
    above = sentence.head(lead) if lead is not None else None
    found.dateless = above is not None and above.low == "part"  # what is part of a visit has a day of its own
    found.loose = (
        not pays
        and carrier != "subject"
        and not (carrier == "object" and verb is not None and verb.lemma in desk.word_set("encounter.paying"))
    )
    yield found


def _left(sentence: Sentence, noun: Token, verb: Token | None, lead: Token | None) -> Token | None:
    """The place that one leaves after a visit to it: "left Oslo after a visit", "departed Oslo after wrapping up her visit"."""
    if verb is not None and noun.dep == "dobj" and verb.dep == "pcomp":
        lead = sentence.head(verb)
        verb = sentence.head(lead) if lead is not None else None
    if verb is None or lead is None or verb.lemma not in ("leave", "depart") or lead.low not in ("after", "following"):
        return None
    own = lead.head == verb.i
    return (
        (next((c for c in sentence.children(verb) if c.dep == "dobj"), None) or after(sentence, verb, "from"))
        if own
        else None
    )


def guests_of(sentence: Sentence, verb: Token, company: Company) -> list[Actor]:
    """Who comes where a host receives them for a visit: "will welcome X on a state visit", "X will be hosted for a visit"."""
    for lead in sentence.children(verb) if verb.lemma in _RECEIVING else ():
        stay = (
            next((c for c in sentence.children(lead) if c.dep == "pobj"), None) if lead.low in ("for", "on") else None
        )
        if stay is None or stay.lemma.lower() not in ("visit", "trip", "tour"):
            continue
        if any(c.low in ("courtesy", "farewell") or c.dep == "poss" for c in sentence.children(stay)):
            continue
        guest = next((c for c in sentence.children(verb) if c.dep in ("dobj", "nsubjpass")), None)
        return [a for a in company.actors(sentence, guest) if a.kind != "state"] if guest is not None else []
    return []


def _away(sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """Whether someone is told to be on a visit: "is on an official visit"."""
    lead = preposition(sentence, noun)
    if lead is None or verb is None or lead.low != "on" or lead.head != verb.i:
        return False
    dated = any(t.ent == "DATE" for t in sentence.tokens[noun.i + 1 : noun.i + 4])
    return verb.lemma == "be" or (dated and lead.i < verb.i)  # "On a visit last week, X called for …"


def _host(
    sentence: Sentence, noun: Token, verb: Token | None, carrier: str, page: Page, company: Company
) -> list[Actor]:
    """Whom one visits where a visit goes to a person: "paid a courtesy visit to the king"."""
    to = after(sentence, noun, "to", "on")
    if to is None and verb is not None and carrier == "object" and verb.lemma in page.desk.word_set("encounter.paying"):
        to = after(sentence, verb, "to", "on")
    return [company.actor(n)] if to is not None and (n := company.person_at(to)) is not None else []


def visiting(page: Page, sentence: Sentence, company: Company) -> Iterator[Draft]:
    """Visits told by an adjective: "visiting Foreign Minister X"; the place is where X is met."""
    if sentence.kind in ("title", "heading"):
        return
    for token in sentence.tokens:
        if not adjectival(sentence, token):
            continue
        following = [(span, n) for span, n in company.mentioned(sentence.span) if span.start > token.end]
        if following and len(page.text[token.end : following[0][0].start].split()) <= 10:
            cue = Cue("visit", token, token)
            yield begin(page, sentence, cue, "held", [company.actor(following[0][1])], [token], "encounters.visiting")


def several(page: Page, sentence: Sentence, draft: Draft, company: Company) -> list[Draft]:
    """A visit for each country or town of a list: "visited Oslo and Helsinki"; any other telling as it is."""
    first = next((t for t in sentence.tokens if draft.placed and t.end == draft.placed.end), None)
    if draft.kind != "visit" or first is None:
        return [draft]
    found = [draft]
    beside = first
    while (lead := sentence.head(beside)) is not None and beside.dep == "pobj" and lead.low == "of":
        above = sentence.head(lead)
        if above is None or above.tag != "NNP":
            break
        beside = above
    while (joined := _joined(sentence, beside)) is not None:
        named = any(p.span.start <= joined.start < p.span.end for p in company.named)
        if joined.tag[:3] != "NNP" or not (named or joined.ent in ("GPE", "LOC")):
            break
        twin = replace(
            draft, other=[], words=[*draft.words], actors=[*draft.actors], protocol=[], place=None, placed=None
        )
        destination(page, sentence, twin, joined, company)
        found.append(twin)
        beside = joined
    if len(found) > 1:
        for one in found:
            own = [c for c in one.other if c == _country(page, one.place)]
            one.other = own or one.other
    return found


def _joined(sentence: Sentence, place: Token) -> Token | None:
    """The next of a list of places, which may hang on the name behind "of": "the Kingdom of Denmark and Poland"."""
    of = after(sentence, place, "of")
    heads = [place, *([of] if of is not None else [])]
    return next((c for h in heads for c in sentence.children(h) if c.dep == "conj" and c.i > h.i), None)


def _country(page: Page, place: str | None) -> str | None:
    known = page.desk.place_names.get((place or "").lower())
    bare = (place or "").rpartition(" of ")[2]
    return (
        page.desk.country_of(place or "")
        or page.desk.country_of(bare)
        or (known.country if known is not None else None)
    )
