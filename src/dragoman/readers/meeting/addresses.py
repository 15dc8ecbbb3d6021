"""Speeches, messages and press conferences, and signings told by a noun."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import subject
from dragoman.readers.meeting.draft import MEALS, Actor, Draft
from dragoman.readers.meeting.hanging import definite, doers, owners, preposition
from dragoman.readers.meeting.linear import before as linear
from dragoman.readers.meeting.links import after
from dragoman.reading import Status

_SPEAKING = frozenset(("speaking", "addressing", "briefing"))
_AIR = frozenset(("television", "tv", "radio"))
_TO_PRESS = frozenset(("press", "news", "media", "daily", "weekly", "regular", "routine", "white"))
_WRITTEN = frozenset(("message", "letter", "cable", "telegram"))
_SOLEMN = frozenset(
    (
        "opening",
        "closing",
        "keynote",
        "welcoming",
        "welcome",
        "concluding",
        "introductory",
        "press",
        "following",
        "televised",
        "recorded",
        "video",
    )
)
"""What remarks are called that make a speech."""


def address(
    page: Page, sentence: Sentence, cue: Cue, carrier: str, standing: Status, company: Company
) -> Iterator[Draft]:
    noun, verb, desk = cue.word, cue.verb, page.desk
    if standing == "proposed":
        return
    given = after(sentence, noun, "of")
    if given is not None and given.lemma.lower() in ("credence", "accreditation", "intent"):
        return
    heading = sentence.kind in ("title", "heading")
    remarks = noun.lemma.lower() in ("remark", "remarks")
    if (
        (remarks or noun.lemma.lower() == "statement")
        and not (heading and remarks)
        and not _solemn(page, sentence, noun, verb)
    ):
        return
    speakers = [a for a in owners(sentence, noun, company) if a.kind == "person"]
    clause = next((c for c in sentence.children(noun) if c.dep == "acl" and c.tag == "VBN"), None)
    clause = clause if _made(clause) or (clause is not None and clause.lemma in ("send", "write", "read")) else None
    for prep in ("by", "from"):
        token = after(sentence, noun, prep) or (
            after(sentence, clause, prep)
            if clause is not None and prep == "by"
            else after(sentence, verb, prep)
            if verb is not None and noun.lemma in _WRITTEN
            else None
        )
        if token is not None and not speakers:
            speakers = [a for a in company.actors(sentence, token) if a.kind == "person"]
    press = noun.lemma.lower() in ("conference", "briefing", "availability", "stakeout", "presser", "meet")
    modifiers = {c.low for c in sentence.children(noun)} | {t.low for t in sentence.tokens[max(0, noun.i - 2) : noun.i]}
    if noun.lemma == "briefing" and definite(sentence, noun) and not modifiers & _TO_PRESS:
        return  # one told before, of whom it may be
    if noun.lemma == "letter":
        addressed = [c for c in (sentence.children(verb) if verb is not None else ()) if c.dep in ("dobj", "dative")]
        far = after(sentence, noun, "to") or (after(sentence, verb, "to") if verb is not None else None)
        far = far or company.next_person(sentence, noun)
        heads = [*addressed, *([far] if far is not None else [])]
        if not any(
            _state_like(company.actors(sentence, h))
            or h.lemma in ("government", "counterpart", "president", "minister")
            for h in heads
            if h.i != noun.i
        ):
            return
    if noun.lemma in _WRITTEN and not (
        modifiers & {"video", "written", "congratulatory", "verbal", "condolence", "recorded", "joint"}
        or speakers
        or noun.lemma == "letter"
        or (verb is not None and verb.lemma in ("congratulate", "greet", "condole"))
        or after(sentence, noun, "to") is not None
        or (given is not None and after(sentence, given, "to") is not None)  # "a message of congratulations to X"
        or (verb is not None and after(sentence, verb, "to") is not None)
    ):
        return
    if noun.lemma == "address" and carrier == "loose" and not heading:
        return
    if (
        not speakers
        and verb is not None
        and carrier in ("object", "adjunct")
        and (
            verb.lemma in desk.word_set("encounter.delivering") | {"make", "call"}
            or (press and carrier == "adjunct" and (_says(page, verb) or verb.lemma in ("appear", "stand")))
        )
    ):
        lead_in = preposition(sentence, noun)
        if carrier == "adjunct" and (lead_in is None or (lead_in.low in ("before", "to", "of", "about") and not press)):
            return
        speakers = [a for a in doers(sentence, verb, company) if a.kind == "person"]
        if not speakers and verb.lemma == "hand":
            return
    if not speakers and verb is not None and carrier == "adjunct" and _voiced(sentence, noun, verb):
        speakers = [a for a in doers(sentence, verb, company) if a.kind == "person"]
    if press and len(speakers) == 1:
        beside = [after(sentence, w, "alongside", "with") for w in (noun, verb) if w is not None]
        speakers += [a for t in beside if t is not None for a in company.actors(sentence, t) if a.kind == "person"]
    if not speakers and heading and remarks:
        by = next((t for t in sentence.tokens if t.low in ("by", "of") and t.i > noun.i), None)
        whose = next((c for c in sentence.children(by) if c.dep == "pobj"), None) if by is not None else None
        speakers = [a for a in company.actors(sentence, whose) if a.kind == "person"] if whose is not None else []
    if not speakers and heading and press:
        speakers = [company.actor(n) for _, n in company.mentioned(sentence.span)]
    sent = noun.lemma in _WRITTEN and verb is not None and verb.lemma == "receive"
    if not speakers or (
        verb is not None and verb.lemma in ("attend", "hear", "receive") and carrier == "object" and not sent
    ):
        return
    draft = begin(
        page, sentence, cue, standing, speakers, [noun, *([verb] if verb is not None else [])], "encounters.address"
    )
    draft.confidence = 0.8
    yield draft


def _solemn(page: Page, sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """Whether remarks are a speech: opening ones, or such as are delivered before a gathering."""
    if any(c.low in _SOLEMN for c in sentence.children(noun)) and (
        noun.lemma == "remark" or _made(verb) or _aired(sentence, noun)
    ):
        return True
    clause = next((c for c in sentence.children(noun) if c.dep == "acl" and c.tag == "VBN"), None)
    hall = after(sentence, noun, "at", "before", "to")
    for giving in (verb, clause):
        hall = hall or (after(sentence, giving, "at", "before", "to") if _made(giving) and giving else None)
    heard = page.desk.word_set("encounter.houses") | page.desk.word_set("encounter.listeners")
    heard = heard | page.desk.word_set("encounter.occasions") | MEALS if _made(verb) else heard
    return (_made(verb) or _made(clause)) and hall is not None and hall.lemma.lower() in heard


def _aired(sentence: Sentence, noun: Token) -> bool:
    return any(c.low in ("televised", "recorded", "video") for c in sentence.children(noun))


def _made(verb: Token | None) -> bool:
    return verb is not None and verb.lemma in ("deliver", "give", "make")


def _says(page: Page, verb: Token) -> bool:
    """Whether a verb tells of an utterance: who "thanked" or "denied" at a press conference spoke there."""
    return verb.lemma in page.desk.verb_group("say") or verb.lemma == "express"


def briefings(page: Page, sentence: Sentence, company: Company) -> Iterator[Draft]:
    """Speeches told by a participle beside what the speaker says or does: "Speaking to lawmakers in Oslo, X said", "Y, addressing a
    reception, added"."""
    if sentence.kind in ("title", "heading"):
        return
    for token in sentence.tokens:
        if token.low not in _SPEAKING or not _before_some(page, sentence, token):
            continue
        before = sentence.tokens[token.i - 1] if token.i else None
        if before is not None and before.text != "," and before.low not in ("while", "when", "meanwhile"):
            continue
        verb = next((t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX")), None)
        if verb is None or status(sentence, verb, page.desk) != "held":
            continue
        doer = subject(sentence, verb)
        told = company.actors(sentence, doer) if doer is not None else linear(sentence, verb, company)[-1:]
        speakers = [a for a in told if a.kind == "person"]
        if len(speakers) == 1:
            yield begin(
                page, sentence, Cue("address", token, verb), "held", speakers, [token, verb], "encounters.address"
            )


def _before_some(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether one speaks at an occasion, on the air or before people who listen, not in an interview, a language or to a matter: "Speaking at the
    launch of the bridge", "Addressing ambassadors"."""
    desk = page.desk
    gatherings = desk.word_set("encounter.houses") | desk.word_set("encounter.occasions") | MEALS
    gatherings = gatherings | desk.word_set("encounter.conferences")
    people = (
        desk.word_set("encounter.press") | desk.word_set("encounter.listeners") | desk.word_set("encounter.officials")
    )
    heard = sentence.tokens[token.i + 1 : token.i + 4]
    if token.low == "speaking" and after(sentence, token, "to") is None and any(t.low in _AIR for t in heard):
        return True
    if token.low != "speaking" and any(_either(t, desk.word_set("encounter.press")) for t in heard):
        return True
    whom = next((c for c in sentence.children(token) if c.dep == "dobj"), None) if token.low != "speaking" else None
    if whom is None and token.low == "speaking":
        to, at = after(sentence, token, "to", "before"), after(sentence, token, "at", "during", "in")
        if to is not None:
            return to.tag == "NNS" or _either(to, people | gatherings)
        if at is not None and any(c.low in ("press", "news") for c in sentence.children(at)):
            return at.low in ("conference", "briefing")
        whom = at
    return whom is not None and _either(whom, people | gatherings)


def _either(token: Token, words: frozenset[str]) -> bool:
    return token.lemma.lower() in words or token.low in words


def _voiced(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether someone does something by speaking or writing: "in a letter to X, Y proposed"."""
    lead_in = preposition(sentence, noun)
    passive = any(c.dep in ("nsubjpass", "auxpass") for c in sentence.children(verb))
    return lead_in is not None and lead_in.low == "in" and lead_in.head == verb.i and not passive


def _state_like(actors: list[Actor]) -> bool:
    return any(a.kind == "state" or (a.kind == "person" and a.country) for a in actors)
