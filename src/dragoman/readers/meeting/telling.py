"""From a cue to what it tells: kind, standing, who took part, and where a visit goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.addresses import address
from dragoman.readers.meeting.begin import begin, countries
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import subject
from dragoman.readers.meeting.draft import Actor, Draft, Reference
from dragoman.readers.meeting.hanging import definite, doers, hanging, standing
from dragoman.readers.meeting.linear import before, behind
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.nouns import plural
from dragoman.readers.meeting.talks import talks
from dragoman.readers.meeting.unions import council
from dragoman.readers.meeting.visits import guests_of, visit, visit_noun
from dragoman.reading import Status

_CLOSING = frozenset(("follow", "conclude", "end", "culminate", "close", "wrap"))
"""Verbs by which a signing is told to follow or end what they met for."""
_WITNESSING = frozenset(("witness", "attend", "oversee", "oversaw", "preside"))
_DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "tonight")
)
_SPORTS = frozenset(
    (
        "beat",
        "defeat",
        "match",
        "final",
        "goal",
        "league",
        "qualifier",
        "semifinal",
        "semi-final",
        "tournament",
        "championship",
    )
)
"""Words of a contest, in which two sides meet to play."""
_SEPARATE = frozenset(("separate", "separately", "individual", "individually"))
_ONE_EACH = frozenset(("call", "meeting"))
"""What there is one of with each, where there are several; "talks" are always several."""


_SITS = frozenset(("meet", "convene", "gather", "reconvene", "assemble"))
_MAKING_GO = frozenset(("invite", "send", "dispatch", "despatch"))
"""Verbs whose object is on the way."""


def tell(page: Page, sentence: Sentence, cue: Cue, company: Company) -> Iterator[Draft | Reference]:
    """What one cue tells. Nothing where it is denied, only hoped for, or names no representative."""
    if cue.noun:
        found = list(_noun(page, sentence, cue, company))
    else:
        draft = _verb(page, sentence, cue, company)
        found = [draft] if draft else []
    for item in found:
        yield from _apart(sentence, cue, item, company) if isinstance(item, Draft) else (item,)


def _apart(sentence: Sentence, cue: Cue, draft: Draft, company: Company) -> Iterator[Draft]:
    """One telling for each of those met separately: "held separate meetings with X and Y", "paid courtesy calls on X and Y"."""
    near = {c.low for w in (cue.word, cue.verb) if w is not None for c in sentence.children(w)}
    hosts = [a for a in doers(sentence, cue.verb, company) if a.kind == "person"]
    many = cue.noun and cue.word.tag == "NNS" and cue.word.lemma in _ONE_EACH
    if many and not hosts and any(c.dep == "auxpass" for c in sentence.children(cue.verb or cue.word)):
        hosts = [a for a in company.visitor(sentence) if a not in draft.actors]  # "meetings were held with X and Y"
    guests = [a for a in draft.actors if a not in hosts]
    people = len(guests) > 1 and all(a.kind == "person" for a in guests)
    separate = bool(near & _SEPARATE) or many or _led_in_twice(sentence, cue)
    if draft.kind not in ("meeting", "call") or not separate or len(hosts) != 1 or not people:
        yield draft
        return
    for guest in guests:
        mine = replace(draft, actors=[*hosts, guest], other=[], words=[*draft.words], protocol=[*draft.protocol])
        yield mine


def _led_in_twice(sentence: Sentence, cue: Cue) -> bool:
    """Whether each of those met has a preposition of its own: "spoke to X and to Y"."""
    leads = (c for w in (cue.word, cue.verb) if w is not None for c in sentence.children(w) if c.low in ("with", "to"))
    return any(c.dep == "conj" and c.low == lead.low for lead in leads for c in sentence.children(lead))


def _verb(page: Page, sentence: Sentence, cue: Cue, company: Company) -> Draft | None:
    verb = cue.word
    standing = status(sentence, verb, page.desk)
    heading = sentence.kind in ("title", "heading")
    if standing is None:
        return None
    doer = subject(sentence, verb)
    thing = doer is not None and doer.low in ("it", "what", "which") and cue.kind != "signing"
    if doer is not None and (thing or doer.low in page.desk.word_set("encounter.bystanders")):
        return None
    habitual = (verb.tag in ("VBP", "VBZ") or (verb.tag == "VB" and verb.dep == "ROOT")) and not any(
        c.dep in ("aux", "auxpass") for c in sentence.children(verb)
    )
    habitual = habitual and not any(c.low == "when" for c in sentence.children(verb))
    habitual = habitual and not any(t.low in _DAYS or _year(t) for t in sentence.subtree(verb) if t.i > verb.i)
    if habitual and not heading and verb.lemma in ("meet", "visit", "gather", "come", "go", "sign", "travel", "fly"):
        return None
    whenever = verb.tag in ("VBP", "VBZ") and any(c.low in ("when", "whenever") for c in sentence.children(verb))
    own = any(t.ent in ("DATE", "GPE") for t in sentence.subtree(verb) if t.i > verb.i)
    if whenever and doer is not None and doer.pos == "PRON" and not own:  # takes up a plan told elsewhere
        return None
    passive = any(c.dep in ("nsubjpass", "auxpass") for c in sentence.children(verb))
    if cue.kind == "meeting" and guests_of(sentence, verb, company):
        return None  # a visit, which its noun tells
    if verb.lemma in _MAKING_GO:
        doer = next((c for c in sentence.children(verb) if c.dep in ("dobj", "nsubjpass")), doer)
    actors = company.actors(sentence, doer) if doer is not None else []
    if verb.lemma in _MAKING_GO - {"invite"}:
        actors = _of_sender(sentence, verb, actors, company)
    actors = doers(sentence, verb, company) if verb.lemma == "accompany" else actors
    other = company.actors(sentence, cue.other) if cue.other is not None else []
    if verb.lemma == "summon" or (verb.lemma == "call" and cue.other is doer):
        called = after(sentence, verb, "by") or after(sentence, verb, "to")
        other = [*other, *(company.actors(sentence, called) if called is not None and passive else ())]
    whose = after(sentence, cue.other, "of", "from") if cue.other is not None else None
    if cue.kind == "meeting" and whose is not None and whose.low in page.desk.word_set("encounter.bystanders"):
        return None  # "met with members of the press"
    words = [verb]
    if cue.kind == "visit":
        above = sentence.head(verb)
        link = sentence.head(above) if above is not None and above.dep == "attr" and verb.tag == "VB" else None
        if link is not None and link.lemma in ("be", "become"):
            words = [verb, link]  # "In 2015 she became the first minister to visit Oslo"
        lately = _lately(sentence, verb, company)
        if lately is not None:
            words, actors = [verb, lately[0]], lately[1]
        return visit(page, sentence, cue, standing, actors, cue.other, company, words)
    if cue.kind == "signing":
        return signing(page, sentence, cue, standing, [] if passive else actors, company)
    if cue.kind == "address":
        speakers = [a for a in actors if a.kind == "person"]
        return begin(page, sentence, cue, standing, speakers, words, "encounters.address") if speakers else None
    if verb.lemma == "gather" and len(actors) < 2 and not any(a.kind != "person" for a in actors):
        return None
    if cue.other is None and verb.lemma == "meet" and verb.dep == "xcomp":
        actors = [*_inviting(sentence, verb, actors, company), *actors]
    everyone = [*actors, *(a for a in other if a not in actors)]
    sits = council(page, sentence, doer, company) if cue.other is None and verb.lemma in _SITS else []
    if sits and not any(a.kind == "person" for a in actors):
        draft = begin(page, sentence, replace(cue, kind="forum"), standing, sits, words, "encounters.body")
        draft.confidence = 0.7
        return draft
    if not everyone or (len(everyone) == 1 and cue.other is None and everyone[0].kind == "person"):
        return None
    contest = any(t.lemma in _SPORTS for t in sentence.tokens) and not any(a.kind == "person" for a in everyone)
    if verb.lemma == "meet" and contest:
        return None
    if cue.other is None and verb.lemma == "meet" and not _plural(doer, actors):
        return None
    if standing == "proposed" and all(a.kind == "state" for a in everyone):
        return None
    draft = begin(page, sentence, cue, standing, everyone, words, "encounters.verb")
    draft.other += [c for c in countries(sentence, cue.other, company) if c not in draft.countries]
    draft.confidence = 0.9 if len(draft.people) >= 2 else 0.75
    return draft


def _of_sender(sentence: Sentence, verb: Token, envoys: list[Actor], company: Company) -> list[Actor]:
    """Those who are sent, of the country that sends them."""
    sender = (
        after(sentence, verb, "by")
        if any(c.dep == "nsubjpass" for c in sentence.children(verb))
        else subject(sentence, verb)
    )
    homes = [a.country for a in company.actors(sentence, sender) if a.country] if sender is not None else []
    return [replace(a, country=homes[0]) if a.country is None and homes else a for a in envoys if a.kind != "state"]


def _year(token: Token) -> bool:
    """Whether a word is the year of a date in full, as captions have it: "meets Y in Oslo on 3 February 2020"."""
    return (
        token.tag == "CD"
        and token.ent == "DATE"
        and len(token.text) == 4
        and token.text.isdigit()
        and token.dep == "nummod"
    )


def _lately(sentence: Sentence, verb: Token, company: Company) -> tuple[Token, list[Actor]] | None:
    """The "was" that dates it and who came the last time: X in "the last time a minister visited Oslo was in 2015, when X attended a
    conference"."""
    time = sentence.head(verb)
    if (
        time is None
        or verb.dep != "relcl"
        or time.lemma != "time"
        or not any(c.low == "last" for c in sentence.children(time))
    ):
        return None
    link = next((t for t in sentence.tokens[verb.i + 1 :] if t.lemma == "be"), None)
    for clause in sentence.tokens[link.i + 1 :] if link is not None else ():
        if clause.pos == "VERB" and any(c.low == "when" for c in sentence.children(clause)):
            doer = subject(sentence, clause)
            people = [a for a in company.actors(sentence, doer) if a.kind == "person"] if doer is not None else []
            return (link, people) if link is not None and people else None
    return None


def _paid(page: Page, sentence: Sentence, noun: Token) -> Token | None:
    """The verb of a clause that tells who held or paid what the noun names: "the call that X paid on Y"."""
    desk = page.desk
    carrying = desk.word_set("encounter.holding") | desk.word_set("encounter.paying")
    for clause in sentence.children(noun):
        if clause.dep != "relcl" or clause.lemma not in carrying or clause.tag == "VB":
            continue
        below = list(sentence.children(clause))
        if any(c.dep == "nsubj" and c.low not in ("which", "that") for c in below) and not any(
            c.dep == "dobj" and c.low not in ("which", "that") and c.ent not in ("DATE", "TIME") for c in below
        ):
            return clause
    return None


def _inviting(sentence: Sentence, verb: Token, guests: list[Actor], company: Company) -> list[Actor]:
    """Who invites others "to meet again": one of those who have met."""
    host = sentence.head(verb)
    again = any(c.low == "again" for c in sentence.children(verb))
    if host is None or host.lemma != "invite" or not (again or len(guests) == 1):
        return []
    return [a for a in doers(sentence, host, company) if a.kind == "person" and a not in guests]


def _plural(doer: Token | None, actors: list[Actor]) -> bool:
    return (
        len(actors) > 1
        or (doer is not None and plural(doer))
        or (doer is not None and doer.low in ("they", "we", "two", "both", "pair", "duo", "trio"))
    )


def signing(
    page: Page, sentence: Sentence, cue: Cue, standing: Status, actors: list[Actor], company: Company
) -> Draft | None:
    verb = cue.word
    by = after(sentence, verb, "by", "between")
    partner = after(sentence, verb, "with") or (after(sentence, cue.other, "with") if cue.other is not None else None)
    everyone = [*actors]
    if (
        by is None and cue.other is not None
    ):  # "a memorandum on ports between the Ministry of Trade and the Harbour Board"
        below = (t for t in sentence.subtree(cue.other) if t.low == "between" and t.i > cue.other.i)
        by = next((c for t in below for c in sentence.children(t) if c.dep == "pobj"), None)
    for token in (by, partner):
        everyone += company.actors(sentence, token) if token is not None else []
    if len({a.country for a in everyone}) < 2 and not everyone[1:]:
        everyone += [a for a in _meeting(sentence, verb, company) if a not in everyone]
    agent = next((c for c in sentence.children(verb) if c.low == "by" and c.dep in ("agent", "prep")), None)
    lead = sentence.head(by) if by is not None else agent
    if lead is not None and sum(a.kind == "person" for a in everyone) < 2:
        everyone = _more(behind(sentence, lead, company), everyone)
    elif lead is None and len(everyone) < 2:
        everyone = _more(before(sentence, verb, company), everyone)
    if _private(page, sentence, verb, by, partner) and not any(a.kind == "person" for a in everyone):
        return None
    if not everyone and _concluded(sentence, verb, cue.other, standing):
        everyone = [company.state(c) for c in company.sides[:2]]
    everyone = [a for a in everyone if a.kind != "group" or len(everyone) == 1 or a.country]
    if not everyone:
        return None
    draft = begin(page, sentence, cue, standing, everyone, [verb], "encounters.signing")
    draft.other += [c for c in countries(sentence, partner, company) if c not in draft.countries]
    draft.confidence = 0.8
    return (
        draft
        if len(draft.countries) + sum(a.country is None for a in draft.actors) >= 2 or partner is not None
        else None
    )


def _meeting(sentence: Sentence, verb: Token, company: Company) -> list[Actor]:
    """Whom the verb to which a signing is joined tells to be met: "met X and signed an agreement"."""
    first = sentence.head(verb)
    if verb.dep != "conj" or first is None or first.lemma not in ("meet", "receive", "host", "welcome"):
        return []
    met = next((c for c in sentence.children(first) if c.dep == "dobj"), None) or after(sentence, first, "with")
    return [a for a in company.actors(sentence, met) if a.kind == "person"] if met is not None else []


def _more(near: list[Actor], known: list[Actor]) -> list[Actor]:
    """Those whom the order of the words names beside a verb where they are more than the parse has found."""
    return near if len(near) > len(known) or not known else known


def _private(page: Page, sentence: Sentence, verb: Token, *others: Token | None) -> bool:
    """Whether a firm or club signs, which represents no state."""
    heads = [subject(sentence, verb), *others]
    return any(h is not None and h.lemma.lower() in page.desk.word_set("encounter.private") for h in heads)


def _concluded(sentence: Sentence, verb: Token, paper: Token | None, standing: Status) -> bool:
    """Whether a document is or was signed by parties that the sentence need not name, those of the dispatch: "An
    agreement is to be signed on the occasion", "A memorandum was signed at the end of the visit"."""
    marks = {c.low for c in sentence.children(paper)} if paper is not None else set()
    fresh = paper is not None and (
        not marks & {"the", "this", "that"} or bool(marks & {"last", "first", "next", "latest", "such"})
    )
    passive = any(c.dep == "auxpass" for c in sentence.children(verb))
    return passive and fresh and verb.dep in ("ROOT", "conj", "xcomp", "ccomp", "advcl") and standing != "proposed"


def _noun(page: Page, sentence: Sentence, cue: Cue, company: Company) -> Iterator[Draft | Reference]:
    noun = cue.word
    if noun.lemma == "letter" and cue.verb is not None and cue.verb.tag == "VB":
        above = sentence.head(cue.verb)
        cue = replace(cue, verb=above) if above is not None and above.pos == "VERB" else cue
    carrier = hanging(sentence, cue)
    paid = _paid(page, sentence, noun)
    if paid is not None:
        cue, carrier = replace(cue, verb=paid), "object"
    found = standing(page, sentence, cue, carrier)
    if found is None:
        return
    if cue.kind == "visit":
        yield from visit_noun(page, sentence, cue, carrier, found, company)
    elif cue.kind == "address":
        yield from address(page, sentence, cue, carrier, found, company)
    elif cue.kind == "signing":
        by = after(sentence, noun, "by", "between")
        paper = after(sentence, noun, "of")
        below = sentence.subtree(paper) if by is None and paper is not None else []
        by = by or (after(sentence, paper, "by") if paper is not None else None)
        by = by or next((c for t in below if t.low == "between" for c in sentence.children(t) if c.dep == "pobj"), None)
        actors = company.actors(sentence, by) if by is not None else []
        lead = sentence.head(by) if by is not None else None
        actors = _more(behind(sentence, lead, company), actors) if lead is not None and actors else actors
        witnessed = carrier == "object" or (
            carrier == "adjunct" and cue.verb is not None and cue.verb.lemma == "preside"
        )
        if not actors and witnessed and cue.verb is not None and cue.verb.lemma in _WITNESSING:
            actors = [a for a in doers(sentence, cue.verb, company) if a.kind != "group" or a.country]
            partner = after(sentence, paper, "with") if paper is not None else None
            actors += [a for a in company.actors(sentence, partner) if a not in actors] if partner is not None else []
            actors = actors if len(actors) > 1 else []
        if (
            not actors
            and cue.verb is not None
            and cue.verb.lemma in _CLOSING
            and after(sentence, noun, "of") is not None
        ):
            yield begin(page, sentence, cue, found, [], [noun], "encounters.noun")  # of those who met
        if actors:
            draft = begin(page, sentence, cue, found, actors, [noun], "encounters.noun")
            bare = by is None and definite(sentence, noun) and after(sentence, noun, "of") is None
            yield Reference("signing", draft) if bare else draft
    else:
        yield from talks(page, sentence, cue, carrier, found, company)
