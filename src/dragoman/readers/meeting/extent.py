"""Where the name of a series begins and ends around its head."""

from __future__ import annotations

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence
from dragoman.readers.meeting.calendar_words import CALENDAR
from dragoman.readers.meeting.numbered import Word
from dragoman.readers.meeting.ordinals import ordinal

INSIDE = frozenset(("of", "on", "for", "and", "&", "the"))
"""Small words that stand within a name."""
_DASHES = frozenset("-–—")


def extent(words: list[Word], head: int, sentence: Sentence, desk: Desk, taken: int) -> tuple[int, int]:
    """First and last word of the name around its head; words up to `taken` belong to the name before."""
    heading = sentence.kind in ("title", "heading")
    leads = desk.word_set("name-leads") - {"and", "of"}
    first = head
    while first:
        before = words[first - 1]
        if ordinal(before.text) is not None or before.low in CALENDAR or before.low in leads:
            break
        if before.text.endswith("'s") and desk.country_of(before.text[:-2]):
            break
        if before.capital or (not words[head].capital and modifier(before, desk)):
            first -= 1
            continue
        amid = words[head].capital and modifier(before, desk) and first >= 2 and words[first - 2].capital
        if amid and ordinal(words[first - 2].text) is None:
            first -= 1
            continue
        if before.low == "of" and first >= 2 and _republic(words, first, desk):
            first -= 2
            continue
        joined = before.low in ("and", "&") and first >= 2 and words[first - 2].capital and words[first].capital
        if joined and ordinal(words[first - 2].text) is None and first - 2 > taken:
            first -= 2
            continue
        bracket = before.text == ")" and first >= 4 and words[first - 3].text == "(" and acronym(words[first - 2].text)
        if bracket and words[first - 4].capital and words[head].capital:
            first -= 3
            continue
        towns = words[head].low == "process" and first >= 2 and words[first - 2].capital
        if before.text in _DASHES and towns and first < head:
            first -= 2
            continue
        if before.text in _DASHES and _country(words, first, 1, desk) and _country(words, first - 2, -1, desk):
            first -= 2
            continue
        break
    union = first < head and words[head - 1].capital and words[head - 1].low in desk.word_set("series-unions")
    if words[head].capital is False and words[head].low != "process" and not (union and words[head].low == "summit"):
        first = _lower_extent(words, head, first, desk)
    if heading:
        pair = next((i for i in range(first, head) if "-" in words[i].text and words[i].capital), None)
        first = pair if pair is not None else first
    last = head
    while last + 2 < len(words) and words[head].capital:
        at = last + 1
        if words[at].low not in INSIDE or (words[at].low in ("and", "&", "the") and last == head):
            break
        while at < len(words) and words[at].low in INSIDE:
            at += 1
        if at >= len(words) or not words[at].capital or words[at].low in CALENDAR:
            break
        last = at
        while last + 1 < len(words) and words[last + 1].capital and words[last + 1].low not in CALENDAR:
            last += 1
    if last > head:
        last = _listed(words, last)
    if not words[head].capital and words[head].low in desk.word_set("series-heads"):
        last = _between(words, head)
    if head and words[head - 1].low in desk.word_set("series-regular"):
        held = _holders(words, head, desk)
        first, last = (head - 1, held) if held > head else (first, last)
    return first, last


def _holders(words: list[Word], head: int, desk: Desk) -> int:
    """The last word of "meeting of the heads of state of the Lake Region", else the head."""
    at = head + 1
    behind = [w.low for w in words[at : at + 5]]
    if behind[:1] != ["of"] or not set(behind) & desk.word_set("series-holders"):
        return head
    last = head
    while at < len(words) and (
        words[at].capital
        or words[at].low in INSIDE | {"state", "states", "foreign", "prime"} | desk.word_set("series-holders")
    ):
        last = at if words[at].capital else last
        at += 1
    return last


def _country(words: list[Word], at: int, step: int, desk: Desk) -> bool:
    """Whether a country's name of one or two words stands at `at`, read forwards (1) or backwards (-1)."""
    if not 0 <= at < len(words):
        return False
    beside = at + step
    pair = words[min(at, beside) : max(at, beside) + 1] if beside >= 0 else []
    return bool(desk.country_of(words[at].text) or desk.country_of(" ".join(w.text for w in pair)))


def _republic(words: list[Word], at: int, desk: Desk) -> bool:
    """Whether "of" before a word is part of a country's name: "Japan-Republic of Korea", "Islamic Republic of Iran"."""
    lead = words[at - 2].text.split("-")[-1]
    return desk.country_of(f"{lead} of {words[at].text}") is not None


def _listed(words: list[Word], last: int) -> int:
    """The end of a list within a name: "Commission for Trade, Scientific and Technical Cooperation"."""
    at = last
    while at + 2 < len(words) and words[at + 1].text == "," and words[at + 2].capital:
        at += 2
    if at == last or at + 2 >= len(words) or words[at + 1].low != "and" or not words[at + 2].capital:
        return last
    at += 2
    while at + 1 < len(words) and words[at + 1].capital and words[at + 1].low not in CALENDAR:
        at += 1
    return at


def _between(words: list[Word], head: int) -> int:
    """The last word of "… mechanism of the two ruling parties", else the head itself."""
    at = head + 1
    if [w.low for w in words[at : at + 3]] not in (["of", "the", "two"], ["between", "the", "two"]):
        return head
    end = at + 3
    if (
        end + 2 < len(words)
        and words[end].text.endswith("s")
        and words[end].capital
        and words[end + 1].low == "of"
        and words[end + 2].capital
    ):
        end += 2
        while end + 1 < len(words) and words[end + 1].capital:
            end += 1
        return end
    while end < len(words) and words[end].low.endswith(("ing", "ry", "al", "ed")):
        end += 1
    return end if end < len(words) and words[end].low.endswith("s") else head


def modifier(word: Word, desk: Desk) -> bool:
    return word.low in desk.word_set("mechanism-modifiers") or word.low in desk.word_set("series-qualifiers")


def _lower_extent(words: list[Word], head: int, first: int, desk: Desk) -> int:
    """Where a name in small letters begins: at a pair of parties up to six words before, else at its modifiers."""
    for at in range(head - 1, max(-1, head - 7), -1):
        word = words[at]
        if not word.text[0].isalnum() or word.low in desk.word_set("name-leads") - {"and"}:
            break
        if "-" in word.text and word.capital and sum(bool(desk.country_of(p)) for p in word.text.split("-")) >= 2:
            return at
    while first < head and words[first].capital and not acronym(words[first].text) and "-" not in words[first].text:
        first += 1
    return first


def acronym(text: str) -> bool:
    return sum(c.isupper() or c.isdigit() for c in text) >= 2
