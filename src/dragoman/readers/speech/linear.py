"""Cues that are marks: a colon between a name and its words, or at the end of a paragraph whose words follow in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Quote, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.source import Source, source
from dragoman.readers.speech.subject import own, passive, subject
from dragoman.span import Span

_BOUNDARY = frozenset((".", ";", ")", "-", "--", "|", "/", "!", "?", '"'))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_TERMS = re.compile(r"\b(?:reached|agreed|confirmed|decided|adopted)\b")
_FOLLOWING = re.compile(
    r"\b(?:the following (?:\w+ )?(?:statement|remarks|declaration|communiqu[e\u00e9]|answers?|reply|comment|message|text)|"
    r"(?:statement|remarks|declaration|communiqu[e\u00e9]|answer|reply|comment|message|text) (?:\w+ ){0,4}as follows)\b"
)
"""Words that announce a text in full."""
_PEOPLE = re.compile(
    r"\bfollowing (?:[\w-]+ ){0,2}(?:individuals|people|persons|nominees|appointees|candidates|members|leaders|officials|ambassadors)\b"
)
"""Words that announce who people are."""
_DASH = re.compile(r"(?:^|\n)[ \t]*[-\u2013\u2014] ?$")
_OPENS = re.compile(r":\s*$")
_SALUTATION = re.compile(
    r"\W{0,3}(?:(?:my )?dear|esteemed|respected|your (?:excellency|majesty|highness)|excellenc(?:y|ies)|honou?rable)\b[^\n?!]{0,60}[:,!]\s*$"
    r"|\W{0,3}(?:(?:yours )?(?:sincerely|respectfully|truly|faithfully)|(?:with )?(?:best|kind|warm) (?:regards|wishes)),[^\n]{0,60}$",
    re.I,
)
"""How a letter addresses and takes leave of whom it is sent to."""
_ADDRESSED = 10
"""A line of more words does more than address someone."""
_LETTERS = frozenset(("message", "letter", "telegram", "cable", "note", "reply", "greeting", "greetings", "wire"))


def salutes(page: Page, span: Span) -> bool:
    """Whether a line only addresses or takes leave of whom a letter is sent to: "Dear Mr. Chairman:"."""
    return len(span.of(page.text).split()) <= _ADDRESSED and bool(_SALUTATION.match(page.text, span.start, span.end))


def _sender(sentence: Sentence, lexicon: Lexicon) -> Source | None:
    """Whose letter a sentence announces: "handed over the following message from President Smith to …:"."""
    for letter in reversed(sentence.tokens):
        if letter.low not in _LETTERS or letter.dep not in ("dobj", "pobj", "nsubjpass", "attr", "ROOT"):
            continue
        for prep in sentence.children(letter):
            if prep.low in ("from", "by") and prep.i > letter.i:
                head = next((c for c in sentence.children(prep) if c.dep == "pobj"), None)
                said = source(sentence, head, lexicon, False) if head is not None else None
                if said is not None and said.kind in ("name", "people"):
                    return said
    return None


def _speaking(said: Source | None) -> bool:
    return said is not None and said.kind in ("name", "people", "pronoun", "paper")


def _before(sentence: Sentence, colon: Token, lexicon: Lexicon) -> Source | None:
    """Who is named just before a colon: a name by itself, or the subject of the verb that leads up to it."""
    first = colon.i
    while first > 0 and sentence.tokens[first - 1].text not in _BOUNDARY:
        first -= 1
    lead = sentence.tokens[first : colon.i]
    if not lead or len(lead) > 40 or (len(lead) == 1 and lead[0].text.islower() and lead[0].pos == "NOUN"):
        return None  # a field of a form ("creators:")
    verbs = [t for t in lead if t.tag in _FINITE]
    if verbs:
        for verb in reversed(verbs):
            main = sentence.tokens[verb.head] if verb.dep in ("aux", "auxpass") else verb
            if passive(sentence, main):
                continue
            head = own(sentence, main) or subject(sentence, main)
            said = source(sentence, head, lexicon) if head is not None and first <= head.i < colon.i else None
            if said is not None and said.kind in ("name", "people", "pronoun", "paper"):
                return said
        return None
    if len(lead) > 14:
        return None
    nouns = [t for t in lead if t.pos in ("PROPN", "NOUN", "PRON")]
    if not nouns:
        return None
    head = nouns[-1]
    while (
        head.dep in ("compound", "nmod", "pobj", "prep", "conj", "appos")
        and first <= head.head < colon.i
        and head.head != head.i
    ):
        above = sentence.tokens[head.head]
        if above.low in ("from", "by") and head.dep == "pobj":
            break
        if above.pos not in ("PROPN", "NOUN", "ADP") or (head.dep == "appos" and head.pos == "PROPN"):
            break
        head = above
    said = source(sentence, head, lexicon) if head.pos in ("PROPN", "NOUN", "PRON") else None
    return said if _speaking(said) else None


def _dashed(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """Words that a dash opens, as some languages mark speech, with a name and no verb at the end: "– We agree, Minister Smith."."""
    start = sentence.span.start
    line = max(0, page.text.rfind("\n", 0, start - 1)) if start else 0
    if len(sentence.tokens) < 6 or not _DASH.search(page.text, line, start):
        return
    comma = next((t for t in reversed(sentence.tokens) if t.text == ","), None)
    tail = sentence.tokens[comma.i + 1 :] if comma is not None else ()
    if comma is None or len(tail) > 10 or any(t.tag in _FINITE or t.pos == "VERB" for t in tail):
        return
    named = next((t for t in tail if t.start in lexicon.known), None)
    said = source(sentence, named, lexicon) if named is not None else None
    lead = Span(sentence.span.start, comma.start)
    if said is not None and any(t.tag in _FINITE for t in sentence.tokens[: comma.i]):
        yield Cue(comma, comma.span, said, (lead,), "state", "colon", lemma="say", closing=True)


def _verbless(sentence: Sentence, quote: Quote, lexicon: Lexicon) -> Cue | None:
    """A name, what it is about between commas, and the words, no verb of speech among them: "Minister Smith, on trade, "…"."""
    lead = [t for t in sentence.tokens if t.end <= quote.span.start]
    if not 3 <= len(lead) <= 25 or lead[-1].text != "," or sum(t.text == "," for t in lead) < 2:
        return None
    if any(t.tag in _FINITE or t.pos in ("VERB", "AUX") for t in lead):
        return None
    comma = next(t for t in lead if t.text == ",")
    named = next((t for t in reversed(lead[: comma.i]) if t.start in lexicon.known), None)
    if named is None or named.i != comma.i - 1 or any(t.pos == "ADP" and t.low != "of" for t in lead[: comma.i]):
        return None
    if sentence.tokens[comma.i + 1].low not in ("on", "about", "regarding", "asked", "concerning", "answering"):
        return None
    said = source(sentence, named, lexicon)
    if said is None:
        return None
    inside = Span(quote.span.start, min(quote.span.end, sentence.span.end))
    return Cue(lead[-1], lead[-1].span, said, (inside,), "state", "colon", lemma="say")


def linear(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """A colon before a quotation, with whoever is named before it."""
    yield from _dashed(page, sentence, lexicon)
    for quote in page.quotes:
        if quote.span.start >= sentence.span.end:
            return
        if quote.depth or quote.span.start < sentence.span.start:
            continue
        lead = page.text[sentence.span.start : quote.span.start].rstrip()
        if not lead.endswith((":", ": '")):
            if (unsaid := _verbless(sentence, quote, lexicon)) is not None:
                yield unsaid
            continue
        colon = next(
            (t for t in reversed(sentence.tokens) if t.end <= quote.span.start and t.text.startswith(":")), None
        )
        said = _before(sentence, colon, lexicon) if colon is not None else None
        if colon is not None and said is not None:
            inside = Span(quote.span.start, min(quote.span.end, sentence.span.end))
            yield Cue(colon, colon.span, said, (inside,), "state", "colon", lemma="say")


def opening(page: Page, sentence: Sentence, lexicon: Lexicon) -> tuple[Source, bool] | None:
    """Who is announced by a sentence that ends in a colon, and whether by a verb of speech: what follows is theirs."""
    if not _OPENS.search(page.text[sentence.span.start : sentence.span.end]) or not sentence.tokens:
        return None
    if salutes(page, sentence.span) or _PEOPLE.search(page.low, sentence.span.start, sentence.span.end):
        return None
    sender = _sender(sentence, lexicon)
    if sender is not None:
        return sender, True
    said_verb = False
    for token in reversed(sentence.tokens):
        frame = lexicon.verb(token) if token.pos == "VERB" else None
        if frame is not None and ("quote" in frame or "clause" in frame) and not passive(sentence, token):
            head = subject(sentence, token)
            said = source(sentence, head, lexicon) if head is not None else None
            if said is not None and _speaking(said):
                return said, True
            said_verb = True
    found = _before(sentence, sentence.tokens[-1], lexicon)
    said_verb = said_verb or bool(_TERMS.search(page.low, sentence.span.start, sentence.span.end))
    said_verb = said_verb or bool(_FOLLOWING.search(page.low, sentence.span.start, sentence.span.end))
    return (found, said_verb) if found is not None else None
