"""Where an encounter takes place: the town or country if one is named, else the building."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Draft
from dragoman.readers.meeting.links import pobj
from dragoman.reading import Slot
from dragoman.span import Span

_VENUES = frozenset(
    [
        "hall",
        "house",
        "hotel",
        "palace",
        "residence",
        "embassy",
        "ministry",
        "headquarters",
        "building",
        "office",
        "villa",
        "guesthouse",
        "centre",
        "center",
        "airport",
        "port",
        "ceremony",
        "club",
        "castle",
        "room",
        "chancellery",
        "kremlin",
        "mansion",
        "square",
        "compound",
        "base",
    ]
)

_WATERS = frozenset(("sea", "seas", "ocean", "strait", "straits", "waters"))
"""What talks are about: nobody meets in it."""


def place(page: Page, sentence: Sentence, draft: Draft, company: Company) -> None:
    """Gives a draft its place, and the venue as a slot where the text names a building as well."""
    if not draft.words or draft.kind == "visit":
        return
    towns: list[tuple[int, Span, str]] = []
    venues: list[tuple[int, Span]] = []
    own = {w.i for w in draft.words}
    for token in sentence.tokens:
        if token.low not in ("in", "at", "here") or not _belongs(sentence, token, own, draft):
            continue
        distance = abs(token.i - draft.words[0].i) + (0 if token.i > draft.words[0].i else 6)
        if token.low == "here":
            line = next((d.place for d in page.datelines if d.place), None)
            if line:
                towns.append((distance, token.span, line.of(page.text).title()))
            continue
        noun = pobj(sentence, token)
        if noun is None or company.person_at(noun) is not None:
            continue
        span = _name(sentence, noun)
        name = " ".join(span.of(page.text).split())
        if token.low == "in" and noun.low not in _WATERS and _town(page, noun, name):
            towns.append((distance, span, name))
        elif (
            token.low == "in"
            and any(c.low == "this" for c in sentence.children(noun))
            and noun.low in ("town", "city", "capital")
        ):
            line = next((d.place for d in page.datelines if d.place), None)
            if line:
                towns.append((distance, span, line.of(page.text).title()))
        elif noun.low in _WATERS:
            continue
        elif noun.low in _VENUES or (
            token.low == "at" and noun.tag.startswith("NNP") and noun.ent in ("FAC", "ORG", "GPE", "LOC", "")
        ):
            venues.append((distance, Span(noun.start if span.start > noun.start else span.start, span.end)))
    places = [span for _, span, _ in towns] + [span for _, span in venues]
    own_name = [
        span for span in places if any(span.holds(w.start) for w in draft.words)
    ]  # no gathering is its own place
    towns = [t for t in towns if t[1] not in own_name]
    venues = [v for v in venues if v[1] not in own_name]
    if towns:
        _, draft.placed, draft.place = min(towns)
    if venues:
        _, span = min(venues)
        value = " ".join(span.of(page.text).split())
        draft.protocol.append(Slot("venue", value, span))
        if not towns and value[0].isupper() and any(c.isupper() for c in value):
            draft.place, draft.placed = value, span


def _name(sentence: Sentence, noun: Token) -> Span:
    parts = [
        t
        for t in sentence.subtree(noun)
        if t.i <= noun.i and t.dep in ("compound", "nmod", "amod", "poss") and t.tag[:3] == "NNP"
    ]
    start = min((t.start for t in parts), default=noun.start)
    end = noun.end
    if noun.low in _VENUES:
        for child in sentence.children(noun):
            if child.low == "of" and (whose := pobj(sentence, child)) is not None:
                end = sentence.reach(whose).end if len(sentence.subtree(whose)) < 9 else whose.end
    return Span(start, end)


def _town(page: Page, noun: Token, name: str) -> bool:
    if noun.ent in ("DATE", "TIME", "PERSON", "CARDINAL") and not page.desk.country_of(name):
        return False
    if noun.ent in ("GPE", "LOC", "FAC"):
        return True
    return bool(
        page.desk.country_of(name)
        or name.lower() in page.desk.place_names
        or (noun.tag == "NNP" and noun.low not in _VENUES)
    )


def _belongs(sentence: Sentence, token: Token, own: set[int], draft: Draft) -> bool:
    """Whether a preposition hangs, over nouns only, on the encounter's words or on a verb that those lean on as
    adjuncts."""
    at = token
    for above in sentence.ancestors(token):
        if above.i in own:
            return above.pos not in ("VERB", "AUX") or not _outside(sentence, token, above)
        if at.dep in ("relcl", "ccomp", "advcl") or (at.dep == "acl" and above.pos in ("NOUN", "PROPN")):
            return False
        if above.pos in ("VERB", "AUX"):
            return _above(sentence, draft.words[0], above)
        at = above
    return False


def _outside(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Whether a phrase before a verb's subject belongs to the reporting verb before it: "said in Lima he will
    visit"."""
    doer = next((c for c in sentence.children(verb) if c.dep in ("nsubj", "nsubjpass")), None)
    if doer is None or token.i > doer.i:
        return False
    return any(t.pos == "VERB" and t.tag in ("VBD", "VBZ") for t in sentence.tokens[: token.i])


def _above(sentence: Sentence, cue: Token, verb: Token) -> bool:
    at = cue
    for above in sentence.ancestors(cue):
        if at.dep in ("ccomp", "relcl", "parataxis"):
            return False
        if above.i == verb.i:
            return verb.lemma not in ("say", "tell", "announce", "add", "report")
        at = above
    return False
