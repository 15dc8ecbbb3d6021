"""What a statement does, by its cue, its speaker and its words together."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence
from dragoman.readers.speech.act import Acts, stronger
from dragoman.readers.speech.cast import Cast
from dragoman.readers.speech.cue import MINDS, Cue
from dragoman.readers.speech.outlets import outlet
from dragoman.readers.speech.speaker import Speaker
from dragoman.reading import Act

_OBSERVERS = frozenset(
    ("observer", "analyst", "expert", "scholar", "economist", "commentator", "historian", "researcher")
)
"""Who foretells and cannot promise."""
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


def _bound(page: Page, cast: Cast, cue: Cue, speaker: Speaker) -> bool:
    """Whether a speaker can promise what will be done: no outlet or observer, and not one who recalls what was planned."""
    if cue.source is not None and (cue.source.head.lemma.lower() in _OBSERVERS or outlet(page, cue, speaker)):
        return False
    n = cast.placed.number(speaker.name)
    return n is None or cast.people[n].kind not in ("expert", "journalist")


def deed(
    acts: Acts, cast: Cast, sentence: Sentence, cue: Cue, speaker: Speaker, inner: list[tuple[Cue, Speaker]]
) -> Act:
    """The strongest of what the cue, the words and an agreement told of within them tell; what cannot be promised is stated."""
    act = _strongest(acts, sentence, cue, speaker, inner)
    if act == "commit" and cue.act != "commit" and not _bound(acts.page, cast, cue, speaker):
        return "state"
    return act


def _strongest(acts: Acts, sentence: Sentence, cue: Cue, speaker: Speaker, inner: list[tuple[Cue, Speaker]]) -> Act:
    lemma, told = cue.lemma, cue.act
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
        return "agree"
    if any(c.act == "agree" and (c.rule == "agentless" or who.kind == "both") for c, who in inner):
        told = stronger(told, "agree")
    for below, who in inner:
        if who.name == speaker.name and below.lemma not in MINDS and not below.negated:
            told = stronger(told, below.act)
    if cue.negated and told in ("commit", "agree", "commend", "urge"):
        return "state"
    if cue.rule in ("verb-object", "noun") and told != "state":
        return stronger(told, acts.named(sentence, cue.content)) if cue.rule == "noun" else told
    starts = {span.start for span in cue.content}
    if lemma in _STRESS and any(t.start in starts and t.tag == "VBG" for t in sentence.tokens):
        told = stronger(told, "urge")
    return stronger(told, acts.told(sentence, cue.content))
