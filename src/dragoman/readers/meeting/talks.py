"""Meetings and calls told by a noun: "held talks with", "after the meeting between", "the next round will be held"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin, countries
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import subject
from dragoman.readers.meeting.draft import MEALS, Actor, Draft, Reference
from dragoman.readers.meeting.hanging import COMING, changed, definite, doers, including, owners, preposition, put_off
from dragoman.readers.meeting.links import after, pobj
from dragoman.readers.meeting.unions import council, sat, sitting, union
from dragoman.reading import Status
from dragoman.span import Span

_CALLING = frozenset(("receive", "get", "take", "make", "place", "have", "hold", "exchange"))
_WISHING = frozenset(("propose", "suggest", "seek", "request", "offer", "want", "demand"))
"""Verbs of those who themselves would meet."""
_PROCESSES = frozenset(
    (
        "dialogue",
        "dialog",
        "negotiation",
        "consultation",
        "exchange",
        "conversation",
        "discussion",
        "deliberation",
        "interaction",
    )
)
_CHAIRED = frozenset(("attend", "chair", "co-chair", "cochair", "host", "co-host", "lead"))


def _parted(sentence: Sentence, noun: Token, company: Company) -> list[Actor]:
    """The two named behind "between" where the parse has hung it on a date: "took place on 6 May between X and Y"."""
    lead = next((t for t in sentence.tokens[noun.i + 1 :] if t.low == "between"), None)
    if lead is None or any(t.tag in ("WDT", "WP", "CC") for t in sentence.tokens[noun.i : lead.i]):
        return []
    stop = (t.start for t in sentence.tokens[lead.i :] if t.tag in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP"))
    named = company.mentioned(Span(lead.end, max(lead.end + 1, next(stop, sentence.span.end))))
    found = list(dict.fromkeys(company.actor(n) for _, n in named))
    return found if len(found) == 2 else []


def _told(sentence: Sentence, noun: Token, verb: Token | None, company: Company) -> list[Actor]:
    """Those between whom something passes in a talk or call: "in a call, X told Y", "conveyed this by telephone to Y"."""
    lead = preposition(sentence, noun)
    if verb is None or lead is None or lead.low not in ("in", "by", "over", "via", "during", "at", "through", "on"):
        return []
    told_to = [c for c in sentence.children(verb) if c.dep in ("dobj", "dative") and c.pos != "ADP"]
    addressed = after(sentence, verb, "to", "with")
    mine = [a for a in doers(sentence, verb, company) if a.kind == "person"]
    heads = [*told_to, *([addressed] if addressed is not None else [])]
    theirs = [a for h in heads for a in company.actors(sentence, h) if a.kind == "person" and a not in mine]
    return [*mine, *theirs] if mine and theirs else []


def _process(sentence: Sentence, noun: Token, draft: Draft, carrier: str, carried: bool) -> bool:
    """Whether a noun speaks of relations that go on rather than of one contact: "resuming dialogue with Ruritania", "discussed the
    dialogue between A and B"."""
    if noun.lemma not in _PROCESSES or draft.change is not None or draft.heading:
        return False
    top = noun
    while top.dep == "conj" and (first := sentence.head(top)) is not None:
        top = first
    above = sentence.head(sentence.tokens[top.head]) if top.dep == "pobj" else None
    lead = preposition(sentence, noun)
    during = above is not None and above.lemma == "course" and lead is not None and lead.low in ("in", "during")
    if (
        above is not None
        and not during
        and above.lemma
        in (
            "channel",
            "mechanism",
            "process",
            "way",
            "path",
            "spirit",
            "means",
            "framework",
            "manner",
            "course",
            "level",
            "extent",
            "pace",
            "frequency",
            "tradition",
            "policy",
            "road",
            "track",
        )
    ):
        return True
    bare = noun.tag == "NN" and not any(
        c.dep in ("det", "poss", "nummod", "amod", "prep") for c in sentence.children(noun)
    )
    if bare and noun.dep == "pobj" and noun.lemma in ("dialogue", "dialog", "negotiation", "consultation"):
        return True  # "the primacy of dialogue"
    if lead is not None and lead.low == "in" and noun.lemma == "consultation" and _mannered(sentence, noun):
        return True
    if draft.status != "held" and carrier == "object" and not carried and noun.dep == "dobj":
        return True  # "will deepen their dialogue"
    if draft.status != "held" and _launched(sentence, noun):
        return True
    if draft.people:
        return False
    if carried:
        return draft.status == "proposed" and draft.date is None
    return carrier != "adjunct" or (
        lead is not None
        and lead.low in ("through", "via", "by", "of", "to", "into", "towards", "toward", "for", "about")
    )


def _mannered(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun in the singular without article tells how something is done: "in consultation with the owners"."""
    return noun.tag == "NN" and not any(c.dep in ("det", "poss", "amod") for c in sentence.children(noun))


def _means(sentence: Sentence, cue: Cue) -> bool:
    """Whether talk is only the way to something: "agreed to prevent it through dialogue"."""
    lead = preposition(sentence, cue.word)
    by = lead is not None and lead.low in ("through", "by", "via") and cue.kind == "meeting"
    return by and not any(c.dep in ("det", "poss", "nummod") for c in sentence.children(cue.word))


def _apart(sentence: Sentence, noun: Token, other: Token | None, company: Company) -> bool:
    """Whether an engagement is one contact and not the course of relations: with a person, at a day or in a town."""
    if other is None or not any(a.kind == "person" for a in company.actors(sentence, other)):
        return False
    return any(t.ent in ("DATE", "GPE") and t.i > other.i for t in sentence.tokens[noun.i : noun.i + 25])


def _launched(sentence: Sentence, noun: Token) -> bool:
    """Whether negotiations are only to be opened, on no day and with nobody named: "agreed to start negotiations on a pact"."""
    verb = sentence.head(noun) if noun.dep == "dobj" else None
    if verb is None or verb.lemma not in ("start", "begin", "launch", "open", "resume", "continue", "initiate"):
        return False
    below = sentence.subtree(verb)
    return not any(t.ent in ("DATE", "TIME", "PERSON") for t in below) and after(sentence, noun, "with") is None


def talks(
    page: Page, sentence: Sentence, cue: Cue, carrier: str, standing: Status, company: Company
) -> Iterator[Draft | Reference]:
    noun, verb, desk = cue.word, cue.verb, page.desk
    if verb is not None and verb.lemma == "exchange" and carrier == "object" and cue.kind != "call":
        return  # "have exchanged visits and meetings for years"
    possessor = next((c for c in sentence.children(noun) if c.dep == "poss"), None)
    taken_up = noun.dep in ("attr", "oprd") or (possessor is not None and possessor.ent in ("DATE", "TIME"))
    with_whom = after(sentence, noun, "with") or (
        after(sentence, verb, "with") if verb is not None and carrier in ("object", "subject") else None
    )
    if with_whom is not None and with_whom.dep == "pcomp":
        with_whom = None  # "the meeting opened with X offering condolences"
    if noun.low == "talk" and with_whom is None and not any(c.dep in ("det", "amod") for c in sentence.children(noun)):
        return  # "there is talk that"
    between = after(sentence, noun, "between", "among", "involving") or (
        after(sentence, verb, "between") if verb is not None and carrier != "adjunct" else None
    )
    of_whom = after(sentence, noun, "of") if between is None else None
    if with_whom is not None and (of_whom is None or company.person_at(of_whom) is None):
        of_whom = None  # "the meeting of X with Y"
    if with_whom is None and between is None:
        for topic in sentence.children(noun):
            about = pobj(sentence, topic) if topic.low in ("on", "about", "over", "regarding", "at", "in") else None
            with_whom = with_whom or (after(sentence, about, "with") if about is not None else None)
    if noun.lemma == "audience":
        with_whom = with_whom or after(sentence, noun, "to", "for") or (after(sentence, verb, "to") if verb else None)
    if cue.kind == "call" and with_whom is None and between is None:
        with_whom = after(sentence, noun, "from", "to")
        if with_whom is None and verb is not None and carrier == "object" and verb.lemma in _CALLING:
            with_whom = after(sentence, verb, "from", "to")
    if with_whom is None and noun.lemma in MEALS:
        with_whom = after(sentence, noun, "for")
        honour = after(sentence, noun, "in") or (after(sentence, verb, "in") if verb is not None else None)
        if with_whom is None and honour is not None and honour.lemma in ("honour", "honor"):
            guest = after(sentence, honour, "of")
            with_whom = guest or next((c for c in sentence.children(honour) if c.dep == "poss"), None)
    if cue.kind == "meeting" and noun.lemma == "call":
        with_whom = after(sentence, noun, "on", "upon", "to")
        if verb is not None and verb.lemma == "receive":  # "received a courtesy call from X"
            with_whom = with_whom or after(sentence, noun, "from") or after(sentence, verb, "from")
        else:
            with_whom = with_whom or (after(sentence, verb, "on", "to") if verb is not None else None)
    measured = next(
        (
            t
            for t in (sentence.head(noun), *(sentence.ancestors(noun)))
            if t is not None and t.low in ("day", "days", "hours", "round", "rounds")
        ),
        None,
    )
    words = [t for t in (noun, measured, verb if carrier in ("object", "subject") else None) if t is not None]
    actors: list[Actor] = owners(sentence, noun, company)
    for token in (between, with_whom):
        if token is not None:
            actors += company.actors(sentence, token)
    if between is None and with_whom is None and not actors:
        actors = _parted(sentence, noun, company)
    if of_whom is not None:
        actors += [
            a for a in company.actors(sentence, of_whom) if a.kind != "group" or (a.country and " in " not in a.name)
        ]
    heading = sentence.kind in ("title", "heading")
    led = noun.start > sentence.span.start and with_whom is not None
    if heading and carrier in ("loose", "adjunct") and led and len(actors) == 1:
        on = next((t.end for t in reversed(sentence.tokens[: noun.i]) if t.low == "on"), sentence.span.start)
        teller = [company.actor(n) for _, n in company.mentioned(Span(on, noun.start))]  # not who states it
        actors = [*(a for a in teller if a not in actors), *actors]  # "Remarks by X after talks with Y"
    if noun.lemma in MEALS and len(actors) == 1 and actors == doers(sentence, verb, company):
        return  # "hosted a lunch in her honour", hers who is named elsewhere
    carries = verb is not None and (
        (carrier == "object" and verb.lemma in desk.word_set("encounter.holding"))
        or (carrier == "object" and noun.lemma == "call" and verb.lemma in ("pay", "make", "receive"))
        or (carrier == "object" and cue.kind == "call" and verb.lemma in _CALLING)
        or (carrier == "adjunct" and with_whom is not None)
        or (carrier == "object" and with_whom is not None and verb.lemma in _WISHING)
        or (carrier == "object" and with_whom is not None and put_off(sentence, verb, desk) is not None)
    )
    if including(page, sentence, cue, carrier) and verb is not None and with_whom is not None:
        whole = subject(sentence, verb)
        actors = [
            *((owners(sentence, whole, company) if whole is not None else []) or company.visitor(sentence)),
            *actors,
        ]
    if carries and between is None:
        holding = doers(sentence, verb, company)
        alone = verb is not None and carrier == "object" and subject(sentence, verb) is None
        if not holding and with_whom is not None and alone:
            holding = [a for a in company.visitor(sentence) if a not in actors]  # "plans are to hold talks with X"
        actors = [*holding, *actors]
    passive = verb is not None and any(c.dep == "auxpass" for c in sentence.children(verb))
    if passive and carrier == "adjunct" and with_whom is not None and len(actors) == 1 and actors[0].kind == "person":
        actors = [*(a for a in company.visitor(sentence) if a not in actors), *actors]
    together: list[Actor] = []
    if between is not None and between.low in ("delegations", "teams", "sides") and not any(a.country for a in actors):
        actors = []  # "after talks between the delegations": of those who then speak
    if carrier == "adjunct" and standing != "held" and with_whom is None and between is None and _means(sentence, cue):
        return
    if carrier == "adjunct" and verb is not None and not actors and not definite(sentence, noun):
        together = [a for a in doers(sentence, verb, company) if a.kind == "person"]
        if len({a.country or a.name for a in together}) > 1:
            actors = together
        elif not together and cue.kind == "meeting":
            states = doers(sentence, verb, company)
            actors = states if len({a.country for a in states if a.country}) > 1 else []
            actors = actors or sitting(sentence, verb, noun, company)
    if carrier == "adjunct" and not actors and (cue.kind == "call" or not definite(sentence, noun)):
        actors = _told(sentence, noun, verb, company)
    if noun.lemma == "interaction" and not carries:
        return  # "expand their interaction"
    if noun.lemma == "engagement" and not _apart(sentence, noun, with_whom, company):
        return
    heard = [with_whom] if with_whom is not None else []
    heard += [t for t in (after(sentence, h, "of") for h in heard[:1]) if t is not None]
    if any(t.low in desk.word_set("encounter.bystanders") for t in heard):
        return
    attends = carrier == "object" and verb is not None and verb.lemma in ("attend", "join")
    held = next(
        (
            c
            for c in sentence.children(noun)
            if c.dep == "acl" and c.lemma in ("hold", "convene", "host") and c.tag == "VBN"
        ),
        None,
    )
    if held is not None:
        words.append(held)
        if (
            standing != "held"
            and not any(c.dep == "aux" for c in sentence.children(held))
            and not {c.low for c in sentence.children(noun)} & COMING
        ):
            standing = "held"  # "after the talks hosted in Oslo they agreed to …"
        host = after(sentence, held, "by")
        if attends and host is not None:
            with_whom = host
            actors = list(dict.fromkeys([*actors, *company.actors(sentence, host)]))
    modifiers = {c.low for c in sentence.children(noun) if c.dep in ("amod", "compound", "det", "nmod")}
    coming = bool(modifiers & {"next"}) or (measured is not None and measured.low in ("round", "rounds"))
    if (
        standing in ("scheduled", "proposed")
        and carrier == "object"
        and coming
        and with_whom is None
        and verb is not None
    ):
        actors = []
    happening = carrier == "subject" and verb is not None and verb.lemma in desk.word_set("encounter.happening")
    own = with_whom is not None or between is not None or any(a.kind == "person" for a in actors)
    own = own or (carrier == "adjunct" and len(actors) > 1)
    seats = council(page, sentence, of_whom, company) if not own else []
    if seats and noun.lemma in ("meeting", "session", "round") and (happening or carries or standing == "scheduled"):
        session = begin(page, sentence, replace(cue, kind="forum"), standing, seats, words, "encounters.body")
        session.confidence = 0.7
        yield session
        return
    met = company.actors(sentence, of_whom) if of_whom is not None and not own else []
    if of_whom is not None and len(met) == 1 and met[0].country is None and union(met[0], of_whom):
        if standing == "held" and sat(sentence, noun, carrier, happening or carries):
            body = begin(page, sentence, replace(cue, kind="forum"), standing, met, words, "encounters.body")
            body.confidence = 0.7
            yield body
        return
    draft = begin(page, sentence, cue, standing, actors, words, "encounters.noun")
    draft.other += [
        c for t in (with_whom, between, of_whom) for c in countries(sentence, t, company) if c not in draft.countries
    ]
    draft.again = draft.again or bool(modifiers & {"another", "next", "second", "third", "separate", "new"})
    if including(page, sentence, cue, carrier):
        draft.again = draft.recalled = True  # another than the lead's, on a day of its own
    if verb is not None and carrier != "loose":
        changed(page, sentence, cue, draft)
    if possessor is not None and possessor.ent in ("DATE", "TIME"):
        draft.recalled = False  # "At Wednesday's meeting X had said"
    if _process(sentence, noun, draft, carrier, carries or happening):
        return
    taken_up = taken_up or (attends and definite(sentence, noun) and with_whom is None and between is None)
    unnamed = with_whom is not None and not company.actors(sentence, with_whom)
    unnamed = unnamed or (between is not None and len(draft.countries) > 1)
    one_sided = len(draft.actors) == 1 and draft.actors[0].kind == "state" and (happening or draft.change is not None)
    if own and one_sided and with_whom is not None:
        here = next((c for c in company.sides if c != draft.actors[0].country), None)
        draft.actors = [*([company.state(here)] if here else []), *draft.actors]
    alone = (
        with_whom is not None and happening and len(actors) == 1 and actors[0].kind == "person" and standing == "held"
    )
    if alone:  # "The meeting with X took place": of whoever the text tells of
        draft.actors = [*(a for a in company.visitor(sentence) if a not in actors), *actors]
    taken_up = taken_up and (noun.dep in ("attr", "oprd") or len(draft.actors) < 2 or attends)
    if own and not taken_up and len(draft.actors) + unnamed >= 2:
        draft.confidence = 0.85 if len(draft.people) >= 2 else 0.7
        draft.loose = carrier in ("loose", "subject") and not happening
        yield draft
        return
    if carrier == "adjunct" and draft.actors and not own and all(a.kind == "group" for a in draft.actors):
        draft.rule, draft.confidence = "encounters.bare", 0.6
        yield draft
        return
    attended = carrier == "subject" and verb is not None and verb.lemma in _CHAIRED
    attended = attended and verb is not None and after(sentence, verb, "by") is not None
    if attends or attended:
        agent = after(sentence, verb, "by") if attended and verb is not None else None
        present = (
            company.actors(sentence, agent) if agent is not None else doers(sentence, verb, company) if attends else []
        )
        yield Reference(cue.kind, draft, tuple(a for a in present if a.kind == "person"))
        return
    undated = held is not None and not any(t.ent in ("DATE", "TIME") for t in sentence.subtree(held))
    if held is not None and not own and undated and carrier == "adjunct" and definite(sentence, noun):
        draft.recalled, draft.place = False, None
        yield Reference(cue.kind, draft)  # "after the talks hosted at the ministry"
        return
    if held is not None and not own:
        draft.recalled, draft.rule, draft.confidence = True, "encounters.bare", 0.6
        yield draft
        return
    if (definite(sentence, noun) or taken_up) and not (modifiers & COMING) and not draft.again:
        if draft.change or happening or carrier in ("object", "adjunct"):
            yield Reference(cue.kind, draft)
        return
    if (
        happening
        or (carrier == "object" and carries)
        or (measured is not None and carrier != "subject")
        or (modifiers & {"next"} and carrier != "adjunct")
    ):
        if (
            noun.lemma in ("exchange", "conversation", "interview", "session", "encounter", "round")
            and not happening
            and not modifiers & {"next"}
        ):
            return
        if standing == "proposed" and not modifiers & {"next"} and not coming:
            return
        draft.confidence = 0.6
        draft.rule = "encounters.bare"
        yield draft
