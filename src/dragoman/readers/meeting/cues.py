"""The words of a sentence that tell of a contact: verbs ("met", "paid a call on", "will fly to") and nouns ("talks",
"visit")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import verb_of
from dragoman.readers.meeting.frames import verb_cue
from dragoman.readers.meeting.links import after
from dragoman.reading import EncounterKind

_NOUNS: tuple[EncounterKind, ...] = ("meeting", "call", "visit", "address", "signing")


def cues(page: Page, sentence: Sentence, company: Company) -> Iterator[Cue]:
    """Every cue of a sentence, in order."""
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
            cue = verb_cue(page.desk, sentence, token, company) if not adjectival(sentence, token) else None
            if cue:
                yield cue
                continue
        if (
            token.tag[:2] in ("NN", "VB")
            and (token.dep != "compound" or _ceremony(sentence, token))
            and (token.tag != "VBG" or token.low == token.lemma)
        ):
            cue = noun_cue(page.desk, sentence, token)
            if cue:
                yield cue


def _ceremony(sentence: Sentence, token: Token) -> bool:
    """Whether a word only tells what a ceremony is for: "a signing ceremony"."""
    above = sentence.head(token)
    return token.low == "signing" and above is not None and above.low in ("ceremony", "event")


def adjectival(sentence: Sentence, token: Token) -> bool:
    """Whether "visiting" stands before a title or name as an adjective, not as a verb with a place behind it."""
    if token.low != "visiting" or token.i + 1 >= len(sentence.tokens):
        return False
    before = sentence.tokens[token.i - 1].low if token.i else ""
    behind = sentence.tokens[token.i + 1]
    if behind.low in ("dignitary", "minister", "delegation", "leader", "official", "guest", "diplomat", "president"):
        return behind.tag == "NNP"
    if before in (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "of",
        "while",
        "when",
        "after",
        "before",
        "by",
        "currently",
    ):
        return False
    return behind.ent not in ("GPE", "LOC", "FAC") and (behind.text[0].isupper() or behind.tag in ("JJ", "NN"))


@lru_cache(maxsize=16)
def _kinds(desk: Desk) -> dict[str, EncounterKind]:
    """The kind of contact for which each noun of the packs is a word, the first where it is one for several."""
    return {noun: kind for kind in reversed(_NOUNS) for noun in desk.word_set(f"encounter.{kind}.nouns")}


def noun_cue(desk: Desk, sentence: Sentence, token: Token) -> Cue | None:
    """A noun for a contact, its kind settled by the words before it: a "telephone conversation" is a call."""
    lemma = token.lemma.lower()
    if _wire(desk, sentence, token):
        return Cue("call", token, verb_of(sentence, token), None, True)
    kinds = _kinds(desk)
    told = {kinds[word] for word in (lemma, token.low) if word in kinds}
    if not told:
        return None
    kind = min(told, key=_NOUNS.index)
    modifiers = {c.low for c in sentence.children(token) if c.dep in ("compound", "amod", "nmod")}
    modifiers |= {t.low for t in sentence.tokens[max(0, token.i - 2) : token.i]}
    signs = desk.word_set("encounter.call.signs")
    if kind == "call" and not (modifiers & {"phone", "telephone", "video", "virtual", "conference", "telephonic"}):
        if (
            lemma == "call"
            and (after(sentence, token, "on", "upon") is not None or "courtesy" in modifiers)
            and {"courtesy", "a", "pay"} & (modifiers | {_carrier(sentence, token)})
        ):
            kind = "meeting"
        elif lemma == "call" and (
            after(sentence, token, "for") is not None
            or not (after(sentence, token, "with", "between") or _between(sentence, token))
        ):
            return None
    elif (
        kind == "meeting"
        and lemma in ("conversation", "talk", "meeting", "exchange", "consultation", "discussion", "dialogue", "summit")
        and modifiers & (signs - {"virtual", "conference", "video"})
    ) or (kind == "meeting" and lemma in ("conversation", "talk") and modifiers & {"video"}):
        kind = "call"
    if lemma == "conference" and modifiers & {"video", "telephone", "phone"} and not modifiers & {"press", "news"}:
        kind = "call"
    if lemma == "stop" and _carrier(sentence, token) not in ("make", "include") and not _on_the_way(sentence, token):
        return None
    if lemma == "engagement" and after(sentence, token, "with") is None:
        return None
    if lemma == "telegram" and token.tag[:3] == "NNP":  # where one posts
        return None
    if kind == "visit" and modifiers & desk.word_set("encounter.visit.standing"):
        return None
    if token.low == "arrivals":  # "more boat arrivals"
        return None
    if kind == "address" and lemma in ("conference", "availability") and not modifiers & {"press", "news", "media"}:
        return None
    if lemma == "meet" and modifiers & {"press", "media", "news"}:
        kind = "address"
    if kind == "meeting" and modifiers & {
        "press",
        "news",
        "cabinet",
        "board",
        "party",
        "committee",
        "working-level",
        "preparatory",
        "internal",
        "inter-agency",
    }:
        return None
    verb = verb_of(sentence, token)
    while verb is not None and verb.dep == "prep" and (above := sentence.head(verb)) is not None:
        verb = verb_of(sentence, above)  # "following a meeting" has no doer of its own
    return Cue(kind, token, verb, None, True)


def _wire(desk: Desk, sentence: Sentence, token: Token) -> bool:
    """Whether something is said or agreed over a wire: "conveyed by telephone", "agreed over the phone"."""
    lead = sentence.head(token)
    over = lead is not None and token.dep == "pobj" and lead.low in ("by", "over", "via", "through", "on")
    above = sentence.head(lead) if lead is not None else None
    spoken = above is not None and above.pos == "VERB" and above.tag in ("VBD", "VBN", "VBZ")
    return over and spoken and token.low in desk.word_set("encounter.wires")


def _on_the_way(sentence: Sentence, token: Token) -> bool:
    """Whether a stop is one on a journey: "during a stop in Oslo"."""
    lead, town = sentence.head(token), after(sentence, token, "in", "at")
    during = lead is not None and token.dep == "pobj" and lead.low in ("during", "at", "on", "after", "before")
    return during and town is not None and town.ent == "GPE"


def _between(sentence: Sentence, token: Token) -> bool:
    """Whether a call is told to have taken place between some: "The call took place on Monday between X and Y"."""
    verb = verb_of(sentence, token)
    happened = verb is not None and verb.lemma in ("take", "hold", "occur", "happen") and token.dep[:5] == "nsubj"
    return happened and verb is not None and after(sentence, verb, "between") is not None


def _carrier(sentence: Sentence, token: Token) -> str:
    verb = verb_of(sentence, token)
    return verb.lemma if verb is not None else ""
