"""From a cue to what it tells: kind, standing, who took part, and where a visit goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.clause import negated, status, subject, told, verb_of
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cues import Cue, after, pobj
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.reading import Status
from dragoman.span import Span

_DURING = frozenset(
    (
        "during",
        "in",
        "at",
        "after",
        "following",
        "on",
        "upon",
        "since",
        "through",
        "by",
        "over",
        "via",
        "from",
        "as",
        "with",
        "into",
    )
)
_AHEAD = frozenset(("before", "ahead", "prior", "until", "to", "towards"))
_COMING = frozenset(
    ("upcoming", "planned", "forthcoming", "next", "scheduled", "expected", "future", "coming", "proposed", "possible")
)
_AGAIN = frozenset(
    (
        "again",
        "another",
        "second",
        "third",
        "next",
        "earlier",
        "previous",
        "last",
        "further",
        "separate",
        "separately",
        "new",
        "previously",
        "follow-up",
    )
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention that names no one by itself and takes up an encounter told before: "the talks", with who attended
    them."""

    kind: str
    draft: Draft
    attending: tuple[Actor, ...] = ()


def tell(page: Page, sentence: Sentence, cue: Cue, company: Company) -> Iterator[Draft | Reference]:
    """What one cue tells. Nothing where it is denied, only hoped for, or names no representative."""
    if cue.noun:
        yield from _noun(page, sentence, cue, company)
    else:
        draft = _verb(page, sentence, cue, company)
        if draft:
            yield draft


def _draft(
    page: Page, sentence: Sentence, cue: Cue, standing: Status, actors: list[Actor], words: list[Token], rule: str
) -> Draft:
    verb = cue.verb or cue.word
    quote = page.quote_at(cue.word.start)
    near = {t.low for t in sentence.subtree(cue.word)} if len(sentence.subtree(cue.word)) < 40 else set()
    return Draft(
        kind=cue.kind,
        status=standing,
        sentence=sentence.number,
        cue=Span(min(verb.start, cue.word.start), max(verb.end, cue.word.end))
        if abs(verb.i - cue.word.i) < 6
        else cue.word.span,
        evidence=sentence.span,
        words=words,
        actors=list(dict.fromkeys(actors)),
        rule=rule,
        heading=sentence.kind in ("title", "heading"),
        again=bool(near & _AGAIN & {"again", "another", "next", "second", "third", "separate"}),
        recalled=bool({c.low for c in sentence.children(verb)} & {"last", "previously", "earlier", "had"}),
        report=not told(sentence, cue.word),
        quoted=quote is not None,
    )


# -- verbs ---------------------------------------------------------------------------------------------------------


def _verb(page: Page, sentence: Sentence, cue: Cue, company: Company) -> Draft | None:
    verb = cue.word
    standing = status(sentence, verb, page.desk)
    heading = sentence.kind in ("title", "heading")
    if standing is None:
        return None
    doer = subject(sentence, verb)
    if doer is not None and (
        doer.low in page.desk.word_set("encounter.bystanders") or doer.low in ("it", "what", "which")
    ):
        return None
    habitual = verb.tag in ("VBP", "VBZ") and not any(c.dep in ("aux", "auxpass") for c in sentence.children(verb))
    if habitual and not heading and verb.lemma in ("meet", "visit", "gather", "come", "go", "sign", "travel", "fly"):
        return None
    passive = any(c.dep in ("nsubjpass", "auxpass") for c in sentence.children(verb))
    actors = company.actors(sentence, doer) if doer is not None else []
    other = company.actors(sentence, cue.other) if cue.other is not None else []
    words = [verb]
    if cue.kind == "visit":
        return _visit(page, sentence, cue, standing, actors, cue.other, company, words)
    if cue.kind == "signing":
        return _signing(page, sentence, cue, standing, [] if passive else actors, company)
    if verb.lemma == "gather" and len(actors) < 2 and not any(a.kind != "person" for a in actors):
        return None
    everyone = [*actors, *(a for a in other if a not in actors)]
    if not everyone or (len(everyone) == 1 and cue.other is None and everyone[0].kind == "person"):
        return None
    if cue.other is None and verb.lemma == "meet" and not _plural(doer, actors):
        return None
    draft = _draft(page, sentence, cue, standing, everyone, words, "encounters.verb")
    draft.other += [c for c in _countries(page, sentence, cue.other, company) if c not in draft.countries]
    draft.confidence = 0.9 if len(draft.people) >= 2 else 0.75
    return draft


def _plural(doer: Token | None, actors: list[Actor]) -> bool:
    return (
        len(actors) > 1
        or (doer is not None and doer.tag in ("NNS", "NNPS"))
        or (doer is not None and doer.low in ("they", "we", "two", "both", "pair", "duo", "trio"))
    )


def _countries(page: Page, sentence: Sentence, token: Token | None, company: Company) -> list[str]:
    """Countries that a noun phrase names, as that of an unnamed counterpart."""
    if token is None:
        return []
    words = company.phrase(sentence, token)
    span = Span(words[0].start, words[-1].end)
    return [p.code for p in company.named if p.code and span.covers(p.span)]


def _visit(
    page: Page,
    sentence: Sentence,
    cue: Cue,
    standing: Status,
    actors: list[Actor],
    place: Token | None,
    company: Company,
    words: list[Token],
) -> Draft | None:
    actors = [a for a in actors if a.kind != "state"]
    if not actors:
        return None
    draft = _draft(page, sentence, cue, standing, actors, words, "encounters.visit")
    _destination(page, sentence, draft, place, company)
    home = {a.country for a in actors if a.country}
    there = set(draft.other) - home
    if place is not None and draft.place and not there and home and any(c in home for c in draft.other):
        return None
    draft.confidence = 0.85
    return draft


def _destination(page: Page, sentence: Sentence, draft: Draft, place: Token | None, company: Company) -> None:
    if place is None:
        return
    if place.low in ("here", "there"):
        line = next((d.place for d in page.datelines if d.place), None) if place.low == "here" else None
        if line:
            draft.place, draft.placed = line.of(page.text).title(), place.span
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
    draft.other += [c for c in _countries(page, sentence, place, company) if c not in draft.other]
    known = page.desk.place_names.get(draft.place.lower())
    if known is not None and known.country and known.country not in draft.other:
        draft.other.append(known.country)


def _signing(
    page: Page, sentence: Sentence, cue: Cue, standing: Status, actors: list[Actor], company: Company
) -> Draft | None:
    verb = cue.word
    by = after(sentence, verb, "by", "between")
    partner = after(sentence, verb, "with") or (after(sentence, cue.other, "with") if cue.other is not None else None)
    everyone = [*actors]
    for token in (by, partner):
        everyone += company.actors(sentence, token) if token is not None else []
    everyone = [a for a in everyone if a.kind != "group" or len(everyone) == 1 or a.country]
    if not everyone:
        return None
    draft = _draft(page, sentence, cue, standing, everyone, [verb], "encounters.signing")
    draft.other += [c for c in _countries(page, sentence, partner, company) if c not in draft.countries]
    draft.confidence = 0.8
    return (
        draft
        if len(draft.countries) + sum(a.country is None for a in draft.actors) >= 2 or partner is not None
        else None
    )


# -- nouns ---------------------------------------------------------------------------------------------------------


def _noun(page: Page, sentence: Sentence, cue: Cue, company: Company) -> Iterator[Draft | Reference]:
    noun = cue.word
    carrier = _carried(page, sentence, cue)
    standing = _standing(page, sentence, cue, carrier)
    if standing is None:
        return
    if cue.kind == "visit":
        yield from _visit_noun(page, sentence, cue, carrier, standing, company)
    elif cue.kind == "address":
        yield from _address(page, sentence, cue, carrier, standing, company)
    elif cue.kind == "signing":
        by = after(sentence, noun, "by", "between")
        actors = company.actors(sentence, by) if by is not None else []
        if actors:
            yield _draft(page, sentence, cue, standing, actors, [noun], "encounters.noun")
    else:
        yield from _talks(page, sentence, cue, carrier, standing, company)


def _carried(page: Page, sentence: Sentence, cue: Cue) -> str:
    """How a noun hangs in its sentence: object or subject of a verb that carries it, adjunct, or loose."""
    noun, verb = cue.word, cue.verb
    top = noun
    while top.dep == "conj" and (above := sentence.head(top)) is not None and above.pos in ("NOUN", "PROPN"):
        top = above
    if verb is None:
        return "loose"
    if top.dep == "pobj" and (prep := sentence.head(top)) is not None and (measured := sentence.head(prep)) is not None:
        if prep.low == "of" and measured.low in (
            "round",
            "rounds",
            "day",
            "days",
            "series",
            "hours",
            "hour",
            "couple",
            "half",
            "set",
            "end",
        ):
            top = measured
    if top.head == verb.i and top.dep in ("dobj", "attr", "oprd"):
        return "object"
    if top.head == verb.i and top.dep in ("nsubj", "nsubjpass"):
        return "subject"
    if top.dep in ("pobj", "pcomp"):
        return "adjunct"
    return "loose"


def _prep(sentence: Sentence, noun: Token) -> Token | None:
    above = sentence.head(noun)
    while above is not None and noun.dep == "conj":
        noun, above = above, sentence.head(above)
    if above is None or noun.dep not in ("pobj", "pcomp"):
        return None
    if above.low == "of":
        higher = sentence.head(above)
        if higher is not None and higher.low in (
            "sidelines",
            "margins",
            "margin",
            "ahead",
            "outset",
            "beginning",
            "end",
            "start",
            "eve",
            "opening",
            "close",
            "round",
            "rounds",
            "day",
            "days",
            "course",
        ):
            return (
                _prep(sentence, higher)
                if higher.dep in ("pobj", "pcomp")
                else (higher if higher.low == "ahead" else above)
            )
    return above


def _standing(page: Page, sentence: Sentence, cue: Cue, carrier: str) -> Status | None:
    noun, verb, desk = cue.word, cue.verb, page.desk
    modifiers = {c.low for c in sentence.children(noun) if c.dep in ("amod", "compound", "det", "nmod")}
    if "no" in modifiers:
        return None
    if verb is None:
        return "scheduled" if modifiers & _COMING else "held"
    if carrier in ("object", "subject"):
        found = status(sentence, verb, desk)
        if (
            verb.lemma in desk.word_set("encounter.proposing")
            and carrier == "object"
            and verb.lemma not in ("welcome", "look")
        ):
            return None if negated(sentence, verb, desk) else "proposed"
        if (
            verb.lemma in ("plan", "schedule", "expect", "set", "slate", "announce", "prepare", "arrange", "fix")
            and found is not None
        ):
            return "scheduled"
        carries = (
            desk.word_set("encounter.holding")
            | desk.word_set("encounter.happening")
            | desk.word_set("encounter.paying")
            | desk.word_set("encounter.delivering")
        )
        if verb.lemma in carries or verb.lemma in ("be", "attend"):
            return (
                "scheduled"
                if found == "held" and modifiers & _COMING and carrier == "subject" and verb.lemma == "be"
                else found
            )
        if modifiers & _COMING:
            return "scheduled" if found != "proposed" else found
        return "held" if not negated(sentence, verb, desk) or carrier == "subject" else None
    prep = _prep(sentence, noun)
    low = prep.low if prep is not None else ""
    found = status(sentence, verb, desk)
    if modifiers & _COMING - {"next"}:
        return "scheduled"
    if low in _AHEAD and low != "to":
        return "scheduled"
    if low == "for":
        return "scheduled" if found == "scheduled" or verb.lemma in ("arrive", "prepare", "plan", "leave") else found
    if found is None:
        return "held" if told(sentence, noun) or low in ("during", "after", "following") else None
    return found


def _owner(sentence: Sentence, noun: Token, company: Company) -> list[Actor]:
    owner = next((c for c in sentence.children(noun) if c.dep == "poss"), None)
    return company.actors(sentence, owner) if owner is not None else []


def _doer(sentence: Sentence, verb: Token | None, company: Company) -> list[Actor]:
    if verb is None:
        return []
    doer = subject(sentence, verb)
    return company.actors(sentence, doer) if doer is not None else []


def _definite(sentence: Sentence, noun: Token) -> bool:
    return any(c.dep == "det" and c.low in ("the", "this", "that", "these", "those") for c in sentence.children(noun))


def _talks(
    page: Page, sentence: Sentence, cue: Cue, carrier: str, standing: Status, company: Company
) -> Iterator[Draft | Reference]:
    noun, verb, desk = cue.word, cue.verb, page.desk
    with_whom = after(sentence, noun, "with") or (
        after(sentence, verb, "with") if verb is not None and carrier in ("object", "subject") else None
    )
    between = after(sentence, noun, "between", "among", "involving") or (
        after(sentence, verb, "between") if verb is not None and carrier != "adjunct" else None
    )
    of_whom = after(sentence, noun, "of") if between is None and with_whom is None else None
    if cue.kind == "meeting" and noun.lemma == "call":
        with_whom = after(sentence, noun, "on", "upon") or (after(sentence, verb, "on") if verb is not None else None)
    measured = next(
        (
            t
            for t in (sentence.head(noun), *(sentence.ancestors(noun)))
            if t is not None and t.low in ("day", "days", "hours", "round", "rounds")
        ),
        None,
    )
    words = [t for t in (noun, measured, verb if carrier in ("object", "subject") else None) if t is not None]
    actors: list[Actor] = _owner(sentence, noun, company)
    for token in (between, with_whom):
        if token is not None:
            actors += company.actors(sentence, token)
    if of_whom is not None:
        actors += [a for a in company.actors(sentence, of_whom) if a.kind != "group" or a.country]
    carries = verb is not None and (
        (carrier == "object" and verb.lemma in desk.word_set("encounter.holding"))
        or (carrier == "adjunct" and with_whom is not None)
    )
    if carries and between is None:
        actors = [*_doer(sentence, verb, company), *actors]
    if with_whom is not None and with_whom.low in desk.word_set("encounter.bystanders"):
        return
    happening = carrier == "subject" and verb is not None and verb.lemma in desk.word_set("encounter.happening")
    modifiers = {c.low for c in sentence.children(noun) if c.dep in ("amod", "compound", "det", "nmod")}
    own = with_whom is not None or between is not None or any(a.kind == "person" for a in actors)
    draft = _draft(page, sentence, cue, standing, actors, words, "encounters.noun")
    draft.other += [
        c
        for t in (with_whom, between, of_whom)
        for c in _countries(page, sentence, t, company)
        if c not in draft.countries
    ]
    draft.again = draft.again or bool(modifiers & {"another", "next", "second", "third", "separate", "new"})
    if verb is not None and carrier != "loose":
        _changed(page, sentence, cue, draft)
    if own and len(draft.actors) + (with_whom is not None and not company.actors(sentence, with_whom)) >= 2:
        draft.confidence = 0.85 if len(draft.people) >= 2 else 0.7
        draft.loose = carrier in ("loose", "subject") and not happening
        yield draft
        return
    attends = carrier == "object" and verb is not None and verb.lemma in ("attend", "join")
    attended = carrier == "subject" and verb is not None and verb.lemma == "attend"
    if attends or attended:
        agent = after(sentence, verb, "by") if attended and verb is not None else None
        present = (
            company.actors(sentence, agent) if agent is not None else _doer(sentence, verb, company) if attends else []
        )
        yield Reference(cue.kind, draft, tuple(a for a in present if a.kind == "person"))
        return
    if _definite(sentence, noun) and not (modifiers & _COMING) and not draft.again:
        if draft.change or happening or carrier in ("object", "adjunct"):
            yield Reference(cue.kind, draft)
        return
    if (
        happening
        or (carrier == "object" and carries)
        or measured is not None
        or (modifiers & {"next"} and carrier != "adjunct")
    ):
        if (
            noun.lemma in ("exchange", "conversation", "interview", "session", "encounter", "round")
            and not happening
            and not modifiers & {"next"}
        ):
            return
        draft.confidence = 0.6
        draft.rule = "encounters.bare"
        yield draft


def _changed(page: Page, sentence: Sentence, cue: Cue, draft: Draft) -> None:
    """Postponement or cancellation said of the noun by its verb."""
    verb = cue.verb
    if verb is None:
        return
    desk = page.desk
    verbs = [
        verb,
        *(c for c in sentence.children(cue.word) if c.dep in ("acl", "relcl")),
        *(c for c in sentence.children(verb) if c.dep == "conj"),
    ]
    for at in verbs:
        particles = {c.low for c in sentence.children(at) if c.dep in ("prt", "advmod", "prep")}
        past = at.tag in ("VBN", "VBD")
        if not past:
            continue
        if at.lemma in desk.word_set("encounter.cancelling") and (
            at.lemma not in ("call", "drop") or "off" in particles
        ):
            draft.change = "cancelled"
            draft.words.append(at)
        elif at.lemma in desk.word_set("encounter.moving"):
            if at.lemma in ("put", "push", "move", "bring", "shift") and not (
                particles & {"off", "back", "forward", "up", "to", "by", "from"}
            ):
                continue
            draft.change = "postponed"
            draft.words.append(at)


def _visit_noun(
    page: Page, sentence: Sentence, cue: Cue, carrier: str, standing: Status, company: Company
) -> Iterator[Draft | Reference]:
    noun, verb, desk = cue.word, cue.verb, page.desk
    place = after(sentence, noun, "to", "in") or (
        after(sentence, verb, "to", "in")
        if verb is not None and carrier == "object" and verb.lemma in desk.word_set("encounter.paying")
        else None
    )
    if place is not None and company.person_at(place) is not None:
        place = None
    visitors = _owner(sentence, noun, company)
    for prep in ("by", "of"):
        token = after(sentence, noun, prep)
        if token is not None and not visitors:
            visitors = company.actors(sentence, token)
    pays = verb is not None and (
        (carrier == "object" and (verb.lemma in desk.word_set("encounter.paying")))
        or (
            carrier == "adjunct"
            and (prep := _prep(sentence, noun)) is not None
            and prep.low in ("on", "for", "in", "with", "at", "during", "after")
        )
    )
    if not visitors and pays and verb is not None:
        if carrier == "adjunct" and _definite(sentence, noun) and place is None:
            yield Reference("visit", _draft(page, sentence, cue, standing, [], [noun], "encounters.noun"))
            return
        visitors = _doer(sentence, verb, company)
    words = [noun, *([verb] if verb is not None and (carrier in ("object", "subject") or pays) else [])]
    if not visitors or place is None:
        draft = _draft(page, sentence, cue, standing, visitors, words, "encounters.noun")
        draft.loose = True
        _changed(page, sentence, cue, draft)
        yield Reference("visit", draft)
        return
    if carrier == "object" and verb is not None and verb.lemma in desk.word_set("encounter.proposing"):
        standing = "proposed"
    found = _visit(page, sentence, cue, standing, visitors, place, company, words)
    if found is None:
        return
    found.rule = "encounters.visit-noun"
    _changed(page, sentence, cue, found)
    found.loose = (
        not pays
        and carrier != "subject"
        and not (carrier == "object" and verb is not None and verb.lemma in desk.word_set("encounter.paying"))
    )
    yield found


def visiting(page: Page, sentence: Sentence, company: Company) -> Iterator[Draft]:
    """Visits told by an adjective: "visiting Foreign Minister X"; the place is where X is met."""
    for token in sentence.tokens:
        if token.low == "visiting" and token.dep in ("amod", "compound", "nmod"):
            head = sentence.head(token)
            if head is None:
                continue
            people = [a for a in company.actors(sentence, head) if a.kind == "person"]
            following = [
                company.actor(n)
                for span, n in company.mentioned(Span(token.start, sentence.span.end))
                if span.start > token.start
            ]
            chosen = people[:1] if people else following[:1]
            if chosen and sentence.kind not in ("title", "heading"):
                cue = Cue("visit", token, token)
                yield _draft(page, sentence, cue, "held", chosen, [token], "encounters.visiting")


def _address(
    page: Page, sentence: Sentence, cue: Cue, carrier: str, standing: Status, company: Company
) -> Iterator[Draft | Reference]:
    noun, verb, desk = cue.word, cue.verb, page.desk
    if standing == "proposed":
        return
    heading = sentence.kind in ("title", "heading")
    speakers = [a for a in _owner(sentence, noun, company) if a.kind == "person"]
    for prep in ("by", "from"):
        token = after(sentence, noun, prep)
        if token is not None and not speakers:
            speakers = [a for a in company.actors(sentence, token) if a.kind == "person"]
    press = noun.lemma in ("conference", "briefing")
    modifiers = {c.low for c in sentence.children(noun)} | {t.low for t in sentence.tokens[max(0, noun.i - 2) : noun.i]}
    if noun.lemma == "letter":
        addressed = [c for c in (sentence.children(verb) if verb is not None else ()) if c.dep in ("dobj", "dative")]
        far = after(sentence, noun, "to")
        heads = [*addressed, *([far] if far is not None else [])]
        if not any(
            _state_like(company.actors(sentence, h))
            or h.lemma in ("government", "counterpart", "president", "minister")
            for h in heads
            if h.i != noun.i
        ):
            return
    if noun.lemma in ("message", "letter") and not (
        modifiers & {"video", "written", "congratulatory", "verbal", "condolence", "recorded", "joint"}
        or speakers
        or noun.lemma == "letter"
        or after(sentence, noun, "to") is not None
    ):
        return
    if noun.lemma == "address" and carrier == "loose" and not heading:
        return
    if (
        not speakers
        and verb is not None
        and carrier in ("object", "adjunct")
        and verb.lemma in desk.word_set("encounter.delivering") | {"make", "call"}
    ):
        prep = _prep(sentence, noun)
        if carrier == "adjunct" and (prep is None or (prep.low in ("before", "to", "of", "about") and not press)):
            return
        speakers = [a for a in _doer(sentence, verb, company) if a.kind == "person"]
        if not speakers and verb.lemma == "hand":
            return
    if not speakers and heading and press:
        speakers = [company.actor(n) for _, n in company.mentioned(sentence.span)]
    if not speakers or (verb is not None and verb.lemma in ("attend", "hear", "receive") and carrier == "object"):
        return
    draft = _draft(
        page, sentence, cue, standing, speakers, [noun, *([verb] if verb is not None else [])], "encounters.address"
    )
    draft.confidence = 0.8
    yield draft


def _state_like(actors: list[Actor]) -> bool:
    return any(a.kind == "state" or (a.kind == "person" and a.country) for a in actors)


def carrying(sentence: Sentence, noun: Token) -> Token | None:
    """The preposition that hangs a noun on its verb."""
    return _prep(sentence, noun)


__all__ = ["Reference", "carrying", "pobj", "tell", "verb_of", "visiting"]
