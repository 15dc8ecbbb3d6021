"""Names of treaties, agreements, joint documents and schemes in a text, by general grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.calendar_words import CALENDAR
from dragoman.readers.meeting.document import YEAR, Document, Words, capital, words_of
from dragoman.readers.meeting.informal import informal
from dragoman.readers.meeting.parties import parties
from dragoman.readers.meeting.schemes import schemes
from dragoman.span import Span

_LINKS = frozenset(("of", "on", "for", "and", "the", "to", "in", "between", "against", "concerning", "with", "&"))
_ABBREVIATION = re.compile(r"\s*\(([A-Z][\w.&+-]{1,11})\)")
_YEARS = re.compile(r"(?:1[6-9]|20)\d\d(?:[-/](?:1[6-9]|20)?\d\d)?\Z")
_COUNTED = frozenset(("minute", "resolution", "protocol", "communique"))
"""Documents told apart by a bare number: "Resolution 2231"."""
_SUBJECTS = frozenset(("bill", "law", "act", "fund", "code", "plan", "scheme"))
"""Heads that only describe a capitalised word behind them."""
_ABOUT = frozenset(("on", "for", "concerning", "regarding"))
_ENDS = frozenset(
    ("was", "were", "is", "are", "be", "has", "have", "had", "will", "would", "shall", "should", "may", "must", "which", "that",
     "who", "signed", "concluded", "adopted", "reached", "entered", "between", "with", "by", "during", "after", "before", "since",
     "at", "as", "when", "while", "where", "this", "last", "next")
)  # fmt: skip


@lru_cache(maxsize=16)
def _heads(desk: Desk) -> dict[str, list[tuple[str, ...]]]:
    """Heads of documents' names as words, by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for head in sorted((tuple(h.lower().split()) for h in desk.words("instrument-heads")), key=lambda h: (-len(h), h)):
        table.setdefault(head[0], []).append(head)
    return table


def documents(page: Page, sentence: Sentence) -> Iterator[Document]:
    """Named documents and schemes of one sentence, in order. A head with nothing to tell it apart ("the Agreement")
    is none."""
    words = words_of(page, sentence)
    low = [w.lower() for w, _ in words]
    heads = _heads(page.desk)
    at, taken = 0, list[Span]()
    while at < len(words):
        if not words[at][0][0].isupper() or low[at] not in heads:
            at += 1
            continue
        head = next((h for h in heads[low[at]] if tuple(low[at : at + len(h)]) == h), None)
        if head is None:
            at += 1
            continue
        end = at + len(head) - 1
        first, last = _extent(words, low, at, end, page.desk)
        body = low[at] == "fund" and low[first] in ("united", "un", "international", "world")
        if body or _other(words, low, end, last, page.desk):
            at = last + 1
            continue
        if last in (end, end + 3) and (tail := _behind_letters(words, low, end)) > end:
            last = tail
        weak = low[at] in page.desk.word_set("instrument-heads-weak") and len(head) == 1
        plural = low[at].endswith(("s", "ies", "anda")) and low[at - 1 : at] != ["the"]
        if first == at and last == end and not weak and not plural:
            last = _object(words, low, last)
        last = _dated(words, last, first < at or last > end or low[at] in ("vision", "agenda") or not weak)
        if last == end and low[at] in _COUNTED and end + 1 < len(words) and words[end + 1][0].isdigit():
            last = end + 1
        span = Span(words[first][1].start, words[last][1].end)
        short = _ABBREVIATION.match(page.text, span.end, sentence.span.end)
        if (short and (first < at or last > end)) or _proper(words, low, first, at, end, last, page):
            taken.append(span)
            yield Document(" ".join(span.of(page.text).split()), span, short[1] if short else None)
        at = max(last, at) + 1
    yield from (d for d in informal(page, sentence, words, low) if not any(d.span.overlaps(t) for t in taken))
    yield from schemes(page, sentence, words)


def _behind_letters(words: Words, low: list[str], end: int) -> int:
    """The last word of what a document is about, behind its letters in brackets: "Memorandum of Agreement (MOA) on joint patrols", else
    `end`."""
    if low[end + 1 : end + 2] != ["("] or low[end + 3 : end + 4] != [")"] or not words[end + 2][0][0].isupper():
        return end
    mark = end + 3
    if low[mark + 1 : mark + 2] != ["between"]:
        last = _object(words, low, mark, 1)
        return last if last > mark else end
    last, at = end, mark + 2
    while at < len(words) and (capital(words[at][0]) or low[at] in _LINKS or low[at] == ","):
        last = at if capital(words[at][0]) else last
        at += 1
    return last


def _extent(words: Words, low: list[str], head: int, end: int, desk: Desk) -> tuple[int, int]:
    first = head
    stops = desk.word_set("name-leads") - {"and", "of"}
    while first:
        before = words[first - 1][0]
        if low[first - 1] in stops or (before.endswith("'s") and desk.country_of(before[:-2])):
            break
        if capital(before) or YEAR.match(before):
            first -= 1
            if YEAR.match(before):
                break
        elif low[first - 1] in CALENDAR and first > 1 and capital(words[first - 2][0]) and low[first - 2] not in stops:
            first -= 2
        elif low[first - 1] in ("and", "&") and 2 <= first < head and capital(words[first - 2][0]):
            if low[first - 2] in stops:
                break
            first -= 2
        else:
            break
    last = end
    bracketed = low[end + 1 : end + 2] == ["("] and low[end + 3 : end + 4] == [")"] and words[end + 2][0][0].isupper()
    if bracketed and end + 4 < len(words) and low[end + 4] in _ABOUT | {"of"}:
        last = end + 3
    while last + 1 < len(words) and capital(words[last + 1][0]):
        last += 1
    while last + 2 < len(words) and (
        low[last + 1] in _LINKS or low[last + 1 : last + 3] in (["as", "to"], ["under", "article"])
    ):
        if low[last + 1] == "under" and last > end and last + 4 < len(words) and words[last + 3][0].isdigit():
            last += 3
            continue
        if last == end and low[last + 1] in ("in", "and", "&", "the") and not (low[last + 1] == "in" and end > head):
            break
        at = last + 2 if low[last + 1] == "as" else last + 1
        while at < len(words) and low[at] in _LINKS:
            at += 1
        if at >= len(words) or not capital(words[at][0]) or (low[last + 1] == "in" and desk.country_of(words[at][0])):
            break
        if low[last + 1] in ("to", "with") and desk.country_of(words[at][0]):
            break
        if (
            low[last + 1] == "between"
            and last > end
            and low[at] in ("ministry", "ministries", "department", "departments")
        ):
            break
        if low[last + 1] in ("and", "&") and _next(words, low, last + 2, at, desk):
            break
        last = at
        while last + 1 < len(words) and capital(words[last + 1][0]):
            last += 1
        last = _listed(words, low, last)
    return first, last


def _next(words: Words, low: list[str], after: int, at: int, desk: Desk) -> bool:
    """Whether the capitals from `at` on are a document of their own: "… and the Harbour Agreement", "… and Vision 2030"."""
    run = at
    while run + 1 < len(words) and words[run + 1][0][0].isupper():
        run += 1
    inside = [w for w in low[at : run + 1] if w in _heads(desk)]
    strong = low[run] in inside and low[run] not in desk.word_set("instrument-heads-weak")
    year = run + 1 < len(words) and bool(YEAR.match(words[run + 1][0]))
    return strong or bool(inside and (at > after or year))


def _other(words: Words, low: list[str], end: int, last: int, desk: Desk) -> bool:
    """Whether the head only describes what follows it: "the Protocol Department", "the Trade Agreement Forum"."""
    run = end + 1
    while run <= last and low[run] not in _LINKS:
        run += 1
    if low[end] in _SUBJECTS and run > end + 1 and not words[end + 1][0][0].isdigit():  # "Law Week", a man's name
        return True
    if low[end] == "resolution" and end and low[end - 1] in ("dispute", "conflict", "crisis"):
        return True
    heads = desk.word_set("series-heads") | desk.word_set("series-bodies") | desk.word_set("instrument-owners")
    return run > end + 1 and low[run - 1] in heads


def _object(words: Words, low: list[str], end: int, least: int = 2) -> int:
    """The end of what a capitalised document is about in small letters: "an Agreement on joint patrols was signed"."""
    if end + 2 >= len(words) or low[end + 1] not in _ABOUT or not words[end + 2][0].islower():
        return end
    if low[end + 2] in ("his", "her", "their", "its", "this", "that", "these", "those", "such", "which"):
        return end
    for at in range(end + 2, min(len(words), end + 14)):
        word = words[at][0]
        stop = low[at] in _ENDS or not word[0].isalnum()
        place = low[at] in ("in", "on", "to") and at + 1 < len(words) and not words[at + 1][0].islower()
        if stop or place:
            return at - 1 if at > end + 2 and low[at - 1] not in _LINKS else end
    return len(words) - 1 if least == 1 and len(words) > end + 2 else end


def _dated(words: Words, last: int, named: bool) -> int:
    """The end with the years or the day that belong to the name: "… of 12 May 1998", "… (2022-2027)", "… 2030"."""
    after = [w for w, _ in words[last + 1 : last + 5]]
    if not named or not after:
        return last
    if _YEARS.match(after[0]):
        return last + 1
    if len(after) > 2 and after[0] == "(" and _YEARS.match(after[1]) and after[2] == ")":
        return last + 3
    if after[0] in ("of", "for") and len(after) > 1 and _YEARS.match(after[1]):
        return last + (4 if len(after) > 3 and after[2] in ("to", "until") and _YEARS.match(after[3]) else 2)
    day = len(after) > 3 and after[0] == "of" and {after[1].lower(), after[2].lower()} & CALENDAR
    return last + 4 if day and _YEARS.match(after[3]) else last


def _listed(words: Words, low: list[str], last: int) -> int:
    """The end of a list within a name: "Treaty of Friendship, Cooperation and Mutual Assistance"."""
    at = last
    while at + 2 < len(words) and low[at + 1] == "," and capital(words[at + 2][0]):
        at += 2
        while at + 1 < len(words) and capital(words[at + 1][0]):
            at += 1
    closed = at > last and at + 2 < len(words) and (low[at + 1] == "and" or low[at + 1 : at + 3] == [",", "and"])
    return at if closed else last


def _proper(words: Words, low: list[str], first: int, head: int, end: int, last: int, page: Page) -> bool:
    """Whether something tells the name apart from the bare kind of document."""
    desk = page.desk
    if " ".join(low[first : last + 1]) in desk.body_names:
        return False
    if low[head] == "statement" and end == head and "joint" not in low[first:head]:
        return False
    if last == end + 1 and low[head] in _COUNTED and words[last][0].isdigit():
        return True
    plain = desk.word_set("instrument-plain")
    before = [w for w in low[first:head] if w not in plain and w not in _LINKS and not YEAR.match(w)]
    after = [w for w in low[end + 1 : last + 1] if w not in _LINKS]
    nationals = list(parties(page.text, Span(words[first][1].start, words[last][1].end), desk))
    weak = low[head] in desk.word_set("instrument-heads-weak") and end == head
    if weak:
        dated = last == end + 1 and bool(YEAR.match(words[last][0])) and low[head] in ("vision", "agenda")
        named = len(before) >= 1 and (end < last or len(before) >= 1 + (1 if nationals else 0))
        topic = end < last and low[end + 1] in ("on", "for", "of") and len(after) - len(nationals) >= 2
        return named or dated or (topic and not _YEARS.match(words[last][0])) or (topic and len(after) > 2)
    behind = low[end + 1 : last + 1]
    if behind[:1] == ["between"] and not before and not _ABOUT & set(behind):
        return low[head] == "joint" and len(nationals) > 1  # "the Joint Statement between Norway and Peru"
    with_whom = last > end and low[end + 1] in ("of", "between", "with", "to") and not before
    if with_whom and len(after) <= sum(p.kind != "seat" for p in nationals):
        return False
    dated = (first < head and bool(YEAR.match(low[first]))) or (last == end + 2 and bool(YEAR.match(low[last])))
    return bool(before or after) or dated
