"""Whether the words around a head name a recurring series."""

from __future__ import annotations

import re

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.extent import acronym
from dragoman.readers.meeting.numbered import ARTICLES, Word
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.readers.meeting.parties import Party, parties
from dragoman.span import Span

_WIRED = frozenset(("telephone", "phone", "video", "teleconference", "videoconference"))
"""What follows "Summit" where it only tells the rank of those who telephoned."""
_FORUMS = frozenset(("forum", "dialogue", "dialog", "conclave", "symposium"))
"""Gatherings that come again and may be named after their town: "the Oslo Economic Forum"."""
_FIGURES = re.compile(r"[A-Z]?\d\+\d\Z")
_WHICH = frozenset(("next", "latest", "last", "previous", "new", "coming", "upcoming", "another", "fresh"))


def is_name(
    words: list[Word], first: int, head: int, last: int, number: int | None, sentence: Sentence, page: Page
) -> bool:
    """Whether the words around a head name a series: numbered, of two parties, or capitalised under a head that says
    so."""
    word, desk = words[head], page.desk
    span = Span(words[first].start, words[last].end)
    named = list(parties(page.text, span, desk))
    pair = len({p.code or p.name for p in named}) >= 2
    strong = word.low in desk.word_set("series-heads")
    heading = sentence.kind in ("title", "heading")
    if _office(words, first, desk) and number is None:
        return False
    if head and word.low in ("conference", "briefing") and words[head - 1].low in ("press", "news", "media"):
        return False
    if " ".join(w.low for w in words[first : last + 1]) in desk.body_names and number is None:
        return False
    if heading:
        return word.capital and (number is not None or (pair and strong and word.low != "summit"))
    if not word.capital:
        return _is_lower_name(words, first, head, last, number, pair, named, sentence, desk)
    if number is not None:
        return True
    if last + 1 < len(words) and words[last + 1].low in _WIRED and words[last + 1].capital:
        return False
    if pair and (strong or word.low in desk.word_set("series-bodies")):
        return True
    if pair and first < head and words[head - 1].low in desk.word_set("series-regular"):
        return True  # "the Kenya-Norway Annual Exchange of Visits"
    if regular(words, head, desk) and last > head:
        return True
    if word.low == "process":
        return _placed(words, first, head, sentence)
    if word.low in desk.word_set("series-bodies") and any(
        w.low in desk.word_set("series-qualifiers") for w in words[first:head]
    ):
        return word.capital and (head - first >= 2 or last > head)
    if word.low in desk.word_set("series-events"):
        return pair or head - first >= 2
    if word.low == "conference":
        qualified = first < head and words[first].low in desk.word_set("series-qualifiers")
        return (head - first >= 2 or qualified) and words[head - 1].low not in ("press", "news", "international")
    town = head - first >= 2 and word.low in _FORUMS and all(p.kind == "seat" for p in named)
    return strong and (town or not desk.country_of(words[first].text))


def _is_lower_name(
    words: list[Word],
    first: int,
    head: int,
    last: int,
    number: int | None,
    pair: bool,
    named: list[Party],
    sentence: Sentence,
    desk: Desk,
) -> bool:
    word = words[head]
    if regular(words, head, desk):
        return last > head
    if word.low == "process" and _placed(words, first, head, sentence):
        return True
    joint = first < head - 1 and words[first].low in desk.word_set("series-qualifiers")
    if (
        joint
        and word.low in ("commission", "committee", "council")
        and words[head - 1].low in ("permanent", "standing", "technical")
    ):
        return True
    if word.low in ("format", "process", "retreat"):
        return (
            first < head
            and not words[head - 1].low.endswith("s")
            and (acronym(words[head - 1].text) or bool(_FIGURES.match(words[head - 1].text)))
        )
    ends = words[head - 1].text.split("-") if first < head else []
    if word.low == "forum" and len(ends) == 2 and all(e[:1].isupper() for e in ends):
        return any(desk.country_of(e) for e in ends)  # "the Kenya-Nordic forum"
    if word.low in ("meeting", "session") and number is not None and first < head:
        return joint and words[head - 1].low in desk.word_set("series-bodies") | {"cabinet"}
    if word.low in ("summit", "summits"):
        union = words[head - 1].capital and words[head - 1].low in desk.word_set("series-unions") and head - first > 1
        body = union or (bool(named) and named[-1].kind == "body")
        return acronym(words[head - 1].text) or body or (number is not None and bool(named))
    if word.low in desk.word_set("round-heads") and first < head:
        lead = first - 1
        while lead > 0 and words[lead].low in ARTICLES:
            lead -= 1
        numbered = number is not None and words[lead].low == "of"  # "the fourth round of their political consultations"
        if numbered or _next_round(words, first):
            return True
    before = words[first - 1] if first else None
    counted = (
        number is not None
        and before is not None
        and (before.low in ("the", "of") or (number > 1 and ordinal(before.text) == number))
    )
    if counted and first < head and word.low in desk.word_set("series-bodies") | desk.word_set("series-heads"):
        return True
    return pair and (word.low in ("mechanism", "dialogue", "consultation", "consultations") or number is not None)


def regular(words: list[Word], head: int, desk: Desk) -> bool:
    """Whether a meeting is called one of a row by the word before it: "the consultative meeting of the heads of state"."""
    before = words[head - 1].low if head else ""
    return words[head].low in ("meeting", "summit", "conference") and before in desk.word_set("series-regular")


def _placed(words: list[Word], first: int, head: int, sentence: Sentence) -> bool:
    """Whether a process is named after where it began: "the Halden Process", "the Moss - Halden process"."""
    if first == head or not all(w.capital or w.text in "-–" for w in words[first:head]):
        return False
    town = next((t for t in sentence.tokens if t.start == words[head - 1].start), None)
    return words[head - 2].text in "-–" or (town is not None and town.ent in ("GPE", "LOC", "FAC"))


def _office(words: list[Word], first: int, desk: Desk) -> bool:
    at = first - 1
    while at >= 0 and words[at].low in ARTICLES:
        at -= 1
    return at >= 1 and words[at].low == "of" and words[at - 1].low in desk.word_set("office-of-series")


def _next_round(words: list[Word], first: int) -> bool:
    """Whether "next round of" or the like stands before: a series, though without a number."""
    if (
        first < 3
        or words[first - 1].low != "of"
        or words[first - 2].low not in ("round", "rounds", "session", "series")
    ):
        return False
    return words[first - 3].low in _WHICH
