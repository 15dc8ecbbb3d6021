"""Whom a pronoun takes up."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.draft import Actor
from dragoman.readers.meeting.groups import bodies
from dragoman.readers.meeting.pairs import pair
from dragoman.readers.meeting.roles import role
from dragoman.readers.meeting.roster import Roster

ONE = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
MANY = frozenset(("they", "them", "their", "both", "we", "our", "us", "two", "three", "four", "pair", "duo", "trio"))
_KIN = frozenset(("wife", "husband", "spouse", "family", "daughter", "son"))
FIRST = frozenset(("i", "me", "my"))
_SAME = {"he": frozenset(("he", "his", "him", "himself")), "she": frozenset(("she", "her", "hers", "herself"))}


def pronoun(company: Roster, sentence: Sentence, token: Token) -> list[Actor]:
    low = token.low
    if low in FIRST:
        return _speaker(company, sentence, token)
    if low in ONE:
        n = _antecedent(company, sentence, token)
        return [company.actor(n)] if n is not None else []
    if low in ("they", "them", "their", "both") and (mine := _above(company, sentence, token)):
        return mine
    if low in ("they", "their") and (two := _with_named(company, sentence, token)):
        return two
    if low == "their" and token.dep == "poss" and (group := _owning(company, sentence, token)):
        return group
    if low in ("we", "our", "us"):
        return (_both(company, sentence) or _quoted(company, sentence, token)) if low == "we" else []
    if low in ("they", "their", "them") and (led := _accompanied(company, sentence)):
        return led
    return pair(company, sentence, token)


def _accompanied(company: Roster, sentence: Sentence) -> list[Actor]:
    """The one named in the sentence before with those who came along: "X and a delegation arrived. They …"."""
    if not sentence.number:
        return []
    before = company.page.sentences[sentence.number - 1]
    for doer in (t for t in before.tokens if t.dep in ("nsubj", "nsubjpass")):
        beside = [c for c in before.children(doer) if c.dep == "conj" and c.low in company.groups | _KIN]
        if beside:
            return company.people_in(before, doer, company.phrase(before, doer))[:1]
    return []


def _above(company: Roster, sentence: Sentence, token: Token) -> list[Actor]:
    """The several people who do what the clause above tells: "X and Y will discuss it when they meet"."""
    verb = next((t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    for above in sentence.ancestors(verb) if verb is not None else ():
        doer = next((c for c in sentence.children(above) if c.dep in ("nsubj", "nsubjpass") and c.i < token.i), None)
        if doer is None or doer.i == token.i:
            continue
        heads = [doer, *(c for c in sentence.children(doer) if c.dep == "conj")]
        found = [a for h in heads for a in company.people_in(sentence, h, company.phrase(sentence, h))]
        if len(people := list(dict.fromkeys(found))) > 1:
            return people
    return []


def _with_named(company: Roster, sentence: Sentence, token: Token) -> list[Actor]:
    """The one whom a pronoun takes up and the only one named before "their": "He was received by X before their talks"."""
    doer = next((t for t in sentence.tokens[: token.i] if t.dep in ("nsubj", "nsubjpass")), None)
    named = dict.fromkeys(n for span, n in company.mentioned(sentence.span) if span.end <= token.start)
    if doer is None or doer.low not in ("he", "she") or len(named) != 1:
        return []
    first, other = _antecedent(company, sentence, doer), next(iter(named))
    if first is None or first == other or company.people[first].country == company.people[other].country:
        return []
    return [company.actor(first), company.actor(other)]


def _owning(company: Roster, sentence: Sentence, token: Token) -> list[Actor]:
    """The several that do what the clause tells in which "their" stands, where they are no people named: "Six members of the council spoke
    of it at their meeting"."""
    verb = next((t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    doer = next((c for c in sentence.children(verb) if c.dep == "nsubj"), None) if verb is not None else None
    if doer is None or doer.i > token.i or doer.tag not in ("NNS", "NNPS"):
        return []
    words = company.phrase(sentence, doer)
    if any(t.low in ("two", "both", "three", "the") for t in words[:1]) or company.people_in(sentence, doer, words):
        return []
    return [a for a in bodies(company, doer, words) if a.kind in ("state", "group")]


def _speaker(company: Roster, sentence: Sentence, token: Token) -> list[Actor]:
    """Who says "I": who is said to say it, else the one whose words the text gives, where it gives those of one person only."""
    quote = company.page.quote_at(token.start)
    teller = [
        t for t in sentence.ancestors(token) if quote is not None and t.pos == "VERB" and not quote.span.holds(t.start)
    ]
    for verb in teller[:1]:
        doer = next((c for c in sentence.children(verb) if c.dep == "nsubj"), None)
        if doer is not None and (mine := company.people_in(sentence, doer, company.phrase(sentence, doer))):
            return mine[:1]
    block = company.page.blocks[sentence.block] if sentence.block < len(company.page.blocks) else None
    if block and block.label:
        words = block.label.of(company.page.text).lower()
        hits = [n for n, p in enumerate(company.people) if p.name.lower().split()[-1] in words]
        return [company.actor(hits[0])] if len(hits) == 1 else []
    officials = [
        n
        for n, p in enumerate(company.people)
        if p.kind == "official" and p.mentions and p.mentions[0].start < token.start
    ]
    return [company.actor(min(officials, key=lambda n: company.people[n].mentions[0].start))] if officials else []


def _quoted(company: Roster, sentence: Sentence, token: Token) -> list[Actor]:
    """Who are "we" in words that a sentence gives of one of the two officials of two countries whom it names beside them."""
    quote = company.page.quote_at(token.start)
    if quote is None:
        return []
    named = dict.fromkeys(n for span, n in company.mentioned(sentence.span) if not quote.span.covers(span))
    two = [company.actor(n) for n in named if company.people[n].kind == "official"]
    return two if len(two) == 2 and two[0].country != two[1].country else []


def _both(company: Roster, sentence: Sentence) -> list[Actor]:
    """Who are "we" in the transcript of what two officials of two countries say in turn."""
    page = company.page
    block = page.blocks[sentence.block] if sentence.block < len(page.blocks) else None
    if block is None or not block.label:
        return []
    labels = {b.label.of(page.text).lower() for b in page.blocks if b.label}
    spoken = [n for n, p in enumerate(company.people) if any(p.name.lower().split()[-1] in label for label in labels)]
    officials = [company.actor(n) for n in spoken if company.people[n].kind == "official"]
    return officials if len(officials) == 2 and len({a.country for a in officials}) == 2 else []


def _antecedent(company: Roster, sentence: Sentence, token: Token, depth: int = 0) -> int | None:
    """Whom "he" or "her" takes up: an earlier subject of the sentence, else that of the sentences before."""
    mine = [
        n for t in sentence.tokens[: token.i] if t.dep in ("nsubj", "nsubjpass") for n in _subject(company, sentence, t)
    ]
    if token.dep == "poss" and (owner := _owner(company, sentence, token)) is not None:
        return owner
    agents = (c for t in sentence.tokens[: token.i] if t.dep == "agent" for c in sentence.children(t))
    mine = mine or [
        n for c in agents if c.i < token.i for n in _subject(company, sentence, c)
    ]  # "was told by X on his visit"
    others = [n for n in mine if not company.speaks(company.people[n])]
    if not others and (token.dep in ("nsubj", "nsubjpass") or mine):  # "X's visit began when she met Y"
        tops = {t.i for t in sentence.tokens[: token.i] if t.dep in ("nsubj", "nsubjpass")}
        whose = [t for t in sentence.tokens[: token.i] if t.dep == "poss" and t.head in tops and t.pos == "PROPN"]
        mine = [n for t in whose for n in _subject(company, sentence, t)] or mine
    if token.low in ("him", "her", "his") and token.dep != "poss":
        mine = []
        verb = sentence.head(token)
        banned = {
            n
            for c in (sentence.children(verb) if verb else ())
            if c.dep == "nsubj"
            for n in _subject(company, sentence, c)
        }
    else:
        banned = set()
    quote = company.page.quote_at(token.start)
    if quote is not None:
        outside = [t for t in sentence.tokens if t.dep == "nsubj" and not quote.span.holds(t.start)]
        banned |= {n for t in outside for n in _subject(company, sentence, t)}
    mine = [n for n in mine if n not in banned]
    if token.dep == "poss" and len(mine) > 1 and (own := _own_doer(company, sentence, token, banned)) is not None:
        return own
    if mine:
        return mine[0] if token.dep == "poss" else mine[-1]
    if token.low in ("him", "her") and token.dep != "poss":  # "summoned the envoy and handed him a note"
        beside = {n for span, n in company.mentioned(sentence.span) if span.end <= token.start} - banned
        if len(beside) == 1:
            return beside.pop()
    ahead = [n for n in _ahead(company, sentence, token) if n not in banned] if quote is None else []
    if ahead:
        return ahead[0]
    for number in range(sentence.number - 1, max(-1, sentence.number - 6), -1):
        before = company.page.sentences[number]
        if before.kind in ("title", "heading"):
            continue
        found = [t for t in before.tokens if t.dep in ("nsubj", "nsubjpass")]
        found.sort(key=lambda t: (sum(1 for _ in before.ancestors(t)), t.i))
        subjects = [n for t in found for n in _subject(company, before, t)]
        fitting = [n for n in subjects if n not in banned]
        fitting.sort(key=lambda n: company.speaks(company.people[n]))
        if fitting:
            return fitting[0]
        top = next((t for t in found if t.low in ("he", "she")), None)
        if top is not None and top.i < 4 and depth < 4 and token.low in _SAME[top.low]:
            n = _antecedent(company, before, top, depth + 1)  # "She was welcomed … On Tuesday she will …"
            if n is not None and n not in banned:
                return n
        told = [n for _, n in company.mentioned(before.span) if n not in banned]
        if told:
            return told[0]
    return None


def _owner(company: Roster, sentence: Sentence, token: Token) -> int | None:
    """Whose the thing is on which a phrase with "his" hangs: X in "X's remarks during his visit"."""
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return None
        whose = next((c for c in sentence.children(above) if c.dep == "poss" and c.i < token.i), None)
        if whose is not None and whose.pos == "PROPN" and (found := _subject(company, sentence, whose)):
            return found[0]
    return None


def _own_doer(company: Roster, sentence: Sentence, token: Token, banned: set[int]) -> int | None:
    """Who does what the clause tells in which "his" stands: Y in "X said that Y would go on with his trip"."""
    for above in sentence.ancestors(token):
        if above.pos not in ("VERB", "AUX"):
            continue
        doer = next((c for c in sentence.children(above) if c.dep in ("nsubj", "nsubjpass") and c.i < token.i), None)
        if doer is None or any(t.i == token.i for t in sentence.subtree(doer)):
            continue
        return next((n for n in _subject(company, sentence, doer) if n not in banned), None)
    return None


def _ahead(company: Roster, sentence: Sentence, token: Token) -> list[int]:
    """Whom a pronoun before its name takes up: "In Oslo, where he arrived on Monday, X met Y". It stands in a phrase before the subject
    of the sentence."""
    chain = [token, *sentence.ancestors(token)]
    doer = next((c for c in sentence.children(chain[-1]) if c.dep in ("nsubj", "nsubjpass")), None)
    top = chain[-2] if len(chain) > 2 else None
    if doer is None or top is None or top.dep not in ("prep", "advcl") or not top.i < token.i < doer.i:
        return []
    return _subject(company, sentence, doer) if doer.pos == "PROPN" else []


def _subject(company: Roster, sentence: Sentence, token: Token) -> list[int]:
    names = {p.name: n for n, p in enumerate(company.people)}
    words = company.phrase(sentence, token)
    named = company.people_in(sentence, token, words)
    if not named and token.pos in ("NOUN", "PROPN"):
        named = [a for a in role(company, sentence, token, words) or [] if a.kind == "person"]
    return [names[a.name] for a in named][:1]
