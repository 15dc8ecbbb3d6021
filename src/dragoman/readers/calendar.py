"""The calendar of a page for the readers that date what they find, and the tense in which a sentence speaks of a
date."""

from __future__ import annotations

from dragoman.dates.calendar import Calendar
from dragoman.dates.calendar import calendar as of_text
from dragoman.dates.resolve import Tense
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.found import Found
from dragoman.span import Span

_AHEAD = frozenset(
    (
        "will",
        "shall",
        "'ll",
        "would",
        "is to",
        "are to",
        "due",
        "plan",
        "schedule",
        "expect",
        "set",
        "slate",
        "intend",
        "aim",
        "hope",
        "going",
    )
)


def calendar(page: Page, found: Found) -> Calendar:
    """The page's dates, seen from the day that the dating reader found. Made once a page."""
    line = next((d.dated for d in page.datelines if d.dated), None)
    return of_text(page.text, found.dating, line)


def tense(sentence: Sentence, span: Span) -> Tense | None:
    """Whether the words that govern what stands at `span` speak of the past or of what is to come; None where they do
    not say."""
    inside = sentence.within(span) or [t for t in sentence.tokens if t.start < span.end and t.end > span.start]
    if not inside:
        return None
    head = next((t for t in inside if t.head not in {i.i for i in inside} or t.head == t.i), inside[0])
    for token in (head, *sentence.ancestors(head)):
        said = _tense(sentence, token)
        if said:
            return said
    return None


def _tense(sentence: Sentence, token: Token) -> Tense | None:
    if token.pos not in ("VERB", "AUX"):
        return None
    below = list(sentence.children(token))
    helpers = [t for t in below if t.dep in ("aux", "auxpass")]
    if any(t.low in ("will", "shall", "'ll", "wo", "would") for t in helpers):
        return "future"
    if any(t.tag == "VBD" or t.low in ("has", "have", "had", "'ve") for t in helpers) or token.tag == "VBD":
        return "past"
    if token.tag == "VB" and any(t.low == "to" for t in helpers):
        return "future"
    if token.lemma in _AHEAD:
        return "future"
    return None
