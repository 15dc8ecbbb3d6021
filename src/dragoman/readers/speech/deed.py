"""What a statement does, by its cue, its speaker and its words together."""

from __future__ import annotations

import re

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.act import Acts, stronger
from dragoman.readers.speech.cast import Cast
from dragoman.readers.speech.cue import MINDS, Cue
from dragoman.readers.speech.outlets import outlet
from dragoman.readers.speech.speaker import Speaker
from dragoman.reading import Act
from dragoman.span import Span

_OBSERVERS = frozenset(
    (
        "observer",
        "diplomat",
        "banker",
        "trader",
        "source",
        "analyst",
        "expert",
        "scholar",
        "economist",
        "commentator",
        "historian",
        "researcher",
    )
)
"""Who foretells and cannot promise."""
_AUTHORITIES = frozenset(("ministry", "government", "department", "embassy", "office", "council", "commission"))
"""Heads of bodies that bind others, also where they publish their own news."""
_OWN = re.compile(r"\b(?:i|we)(?:'ll| will| shall| are| am|'m|'re)\b")
_PLEDGES = frozenset(("pledge", "vow", "promise", "undertake", "commit"))
_TOLD = frozenset(
    ("result", "name", "death", "arrest", "agreement", "resignation", "decision", "news", "figure", "winner", "victory", "loss", "verdict", "outcome", "conclusion", "end", "toll", "success")
)  # fmt: skip
"""What one announces and does not bring about by that."""
_BIDDING = frozenset(("suggest", "propose", "recommend", "request", "ask", "demand", "insist", "urge"))
_CLOSE = re.compile(
    r"^(?:the |their |its |on )*(?:\w+[, ]+){0,2}(?:warm|cordial|brotherly|fraternal|excellent|close|friendly|deep|historic|traditional|solid"
    r"|fruitful|special|good)(?:,? (?:and )?\w+){0,3} (?:relations?|relationships?|ties|bonds|friendship|partnership|co-?operation|collaboration|links)\b"
    r"|^the (?:excellent|high|good|outstanding) (?:state|level|quality) of\b"
)
"""What is praised by being noted: "noted the warm and cordial relations"."""
_SHARED = re.compile(
    r"\b(?:shared|mutual|joint|common) (?:\w+ )?(?:commitment|resolve|determination|readiness|willingness|desire)\b"
)
_STRESS = frozenset(("stress", "emphasize", "emphasise", "underscore", "underline"))
_WORDED = frozenset(("verb-quote", "quote-verb", "verb-clause", "clause-verb", "parenthesis", "verb-rest"))
JOINT = frozenset(
    (
        *(
            "agree",
            "concur",
            "consent",
            "confirm",
            "reaffirm",
            "reconfirm",
            "affirm",
            "underline",
        ),
        *(
            "reiterate",
            "share",
            "recognize",
            "recognise",
            "acknowledge",
            "decide",
            "recall",
        ),
        *("resolve", "state", "declare", "hold", "believe"),
    )
)
"""What both sides do with one of these they agree on."""


def _subjunctive(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause has its verb in the bare form ("that the matter be looked into"), also where that looks like the present but what
    governs it is past ("suggested both countries keep in touch")."""
    kids = list(sentence.children(verb))
    if any(c.dep == "aux" for c in kids):
        return False
    above = sentence.tokens[verb.head]
    bare = verb.tag == "VBP" and verb.low == verb.lemma and verb.lemma not in ("be", "have") and above.tag == "VBD"
    return bare or verb.tag == "VB" or any(c.dep == "auxpass" and c.low == "be" for c in kids)


def _doing(sentence: Sentence, token: Token) -> bool:
    """Whether a word tells of something to be done, also where the parse takes it for a noun ("stressed strengthening trust")."""
    follows = sentence.tokens[token.i + 1 : token.i + 2]
    return token.tag == "VBG" or (
        len(token.low) > 7 and token.low.endswith("ing") and bool(follows) and follows[0].pos in ("NOUN", "ADJ", "DET")
    )


def _brings(sentence: Sentence, cue: Cue) -> bool:
    """Whether what is announced is to come, and not what came about."""
    things = [c for c in sentence.children(cue.token) if c.dep == "dobj"]
    return bool(things) and not any(c.lemma.lower() in _TOLD for c in things)


def _agreed(cue: Cue, speaker: Speaker) -> bool:
    """Whether a cue tells that something was agreed between two."""
    return cue.act == "agree" and (cue.rule == "agentless" or speaker.kind == "both")


def _bound(page: Page, cast: Cast, cue: Cue, speaker: Speaker) -> bool:
    """Whether a speaker can promise what will be done: no outlet or observer, and not one who recalls what was planned."""
    if cue.lemma == "recall":
        return False
    if cue.source is not None:
        head = cue.source.head.lemma.lower()
        named = page.desk.outlet_names.get(speaker.name.lower())
        binds = head in _AUTHORITIES or (named is not None and named.kind == "government")
        if head in _OBSERVERS or (not binds and outlet(page, cue, speaker)):
            return False
    n = cast.placed.number(speaker.name)
    if n is None or cast.people[n].kind not in ("expert", "journalist"):
        return True
    return any(_OWN.search(page.low, span.start, span.end) for span in cue.content)


def deed(
    acts: Acts, cast: Cast, sentence: Sentence, cue: Cue, speaker: Speaker, inner: list[tuple[Cue, Speaker]]
) -> Act:
    """The strongest of what the cue, the words and an agreement told of within them tell; what cannot be promised is stated."""
    if cue.lemma == "discuss" and cue.rule == "verb-object":
        return "state"  # what was on the table, whatever the topics' names
    act = _strongest(acts, sentence, cue, speaker, inner)
    if act == "commit" and any(_agreed(c, who) for c, who in inner):
        return "agree"  # what one reports to have been agreed is no new promise
    if act in ("state", "commit") and speaker.kind == "both" and (cue.lemma in _STRESS or cue.lemma == "highlight"):
        return "agree"
    if act == "commit" and speaker.kind == "both" and _SHARED.search(acts.page.low, cue.span.start, cue.span.end + 40):
        return "agree"
    if act == "commit" and cue.act != "commit" and not _bound(acts.page, cast, cue, speaker):
        return "state"
    return act


def _strongest(acts: Acts, sentence: Sentence, cue: Cue, speaker: Speaker, inner: list[tuple[Cue, Speaker]]) -> Act:
    lemma, told = cue.lemma, cue.act
    told = stronger(told, acts.manner(sentence, cue.token))
    if lemma == "announce" and cue.rule == "verb-object" and _brings(sentence, cue):
        told = stronger(told, "commit")
    if lemma == "deny" and cue.rule == "passive":
        told = stronger(told, "oppose")
    if lemma in ("apologize", "apologise"):
        return "state"
    if lemma == "insist" and cue.rule == "verb-phrase":
        told = stronger(told, "urge")
    if lemma == "speak" and any(c.low in ("highly", "warmly", "well") for c in sentence.children(cue.token)):
        told = "commend"
    together = speaker.kind == "both"
    if lemma in ("ask", "wonder", "inquire", "query") and told == "state" and cue.rule != "quote-verb":
        return told
    if cue.rule in _WORDED and lemma in ("charge", "offer"):
        told = "state"
    if told == "agree" and not together and lemma not in ("agree", "concur", "consent") and cue.rule != "agentless":
        told = "state"
    if (
        together
        and lemma in JOINT
        and not (cue.rule == "agentless" and told == "state")
        and told not in ("warn", "oppose", "concern")
    ):
        pledged = any(c.lemma in _PLEDGES and who.name == speaker.name for c, who in inner)
        return "commit" if pledged else "agree"
    if any(_agreed(c, who) for c, who in inner):
        told = stronger(told, "agree")
    for below, who in inner:
        if who.name == speaker.name and below.lemma not in MINDS and not below.negated:
            told = stronger(told, below.act)
    named = cue.rule == "verb-object" and (lemma in _STRESS or lemma in ("note", "highlight", "recall"))
    if named and _CLOSE.search(acts.page.low[cue.content[0].start : cue.content[0].end]):
        told = stronger(told, "commend")
    if cue.negated and told != "state":
        return "state"
    if cue.rule == "verb-infinitive" and told == "commit" and cue.token.start < cue.content[0].end:
        told = stronger(told, acts.told(sentence, (Span(cue.token.start, cue.content[0].end),)))  # "vowed to block it"
    if cue.rule in ("verb-object", "noun") and told != "state":
        for below, who in inner:
            if who.name == speaker.name and below.clause and not below.negated:
                told = stronger(told, acts.told(sentence, below.content))
        return stronger(told, acts.named(sentence, cue.content)) if cue.rule == "noun" else told
    starts = {span.start for span in cue.content}
    if lemma in _STRESS and any(t.start in starts and _doing(sentence, t) for t in sentence.tokens):
        told = stronger(told, "urge")
    if lemma in _BIDDING and any(
        t.head == cue.token.i and t.dep == "ccomp" and _subjunctive(sentence, t) for t in sentence.tokens
    ):
        told = stronger(told, "urge")
    return stronger(told, acts.told(sentence, cue.content))
