"""Names of recurring series, with the number of the session: "the 7th Nordic-Baltic Forum", "its fifth session".

Most stand in no list: a capitalised phrase headed by a word such as "dialogue" or "commission", numbered or naming two
parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.calendar_words import CALENDAR
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.readers.meeting.parties import Party, parties
from dragoman.span import Span, outside

_GIVEN = re.compile(r"\s*\(([A-Z][A-Z0-9&-]{1,9})\)")
_WORD = re.compile(r"[^\W_]+(?:['.&/+-][^\W_]+)*'?|[^\w\s]")
_INSIDE = frozenset(("of", "on", "for", "and", "&", "the"))
_WHICH = frozenset(("next", "latest", "last", "previous", "new", "coming", "upcoming", "another", "fresh"))
_UNDER = frozenset(("of", "under", "in", "within", "for", "at"))
_ARTICLES = frozenset(("the", "a", "an", "this", "their", "its", "our", "that"))


@dataclass(frozen=True, slots=True)
class Series:
    """One mention. `name` in full, as the text writes it somewhere, without the number; `span` of the mention, its
    number included; `full`: this mention names the series in full."""

    name: str
    ordinal: int | None
    span: Span
    sentence: int
    full: bool
    entry: str | None = None
    rule: str = "mechanisms.name"


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """A capital, or a name of digits and letters or signs ("2+2"), never an ordinal."""
        begins = self.text[0].isdigit() and any(c.isalpha() or c == "+" for c in self.text)
        return self.text[0].isupper() or (begins and ordinal(self.text) is None)


def _words(page: Page, sentence: Sentence) -> list[_Word]:
    holes = [f.span for f in page.furniture if f.span.overlaps(sentence.span)]
    return [
        _Word(m[0], m[0].lower().rstrip("'"), m.start(), m.end())
        for part in outside(sentence.span, holes)
        for m in _WORD.finditer(page.text, part.start, part.end)
    ]


class _This:
    """A page by identity, so that what was found on it can be kept until the next reader asks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __hash__(self) -> int:
        return hash(self.page.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.page is other.page


def series(page: Page) -> tuple[Series, ...]:
    """Every mention of a recurring series in the article, in order; a shortened one ("the Forum") only where the text
    gives a name that it can stand for."""
    return _series(_This(page))


@lru_cache(maxsize=2)
def _series(this: _This) -> tuple[Series, ...]:
    page = this.page
    named: list[Series] = []
    short: list[Series] = []
    for sentence in page.sentences:
        words = _words(page, sentence)
        for mention in _in_sentence(page, sentence, words):
            (named if mention.full else short).append(mention)
    named = _with_desk(page, named)
    named += _abbreviated(page, named)
    listed = _unified(named)
    return tuple(sorted([*listed, *_resolved(short, listed)], key=lambda s: (s.span, s.name)))


def _in_sentence(page: Page, sentence: Sentence, words: list[_Word]) -> Iterator[Series]:
    desk = page.desk
    strong, weak = desk.word_set("series-heads"), desk.word_set("series-heads-weak")
    taken = -1
    for i, word in enumerate(words):
        if i <= taken:
            continue
        head = word.low
        if head not in strong and head not in weak:
            if ordinal(word.text) is not None:
                short = _numbered_session(words, i, sentence, desk)
                if short:
                    yield short
            continue
        after = words[i + 1] if i + 1 < len(words) else None
        if after and after.capital == word.capital and (after.low in strong or after.low in weak):
            continue
        first, last = _extent(words, i, sentence, desk)
        number, begin = _number_before(words, first, desk)
        if number is None:
            number = _number_after(words, last, desk)
        span = Span(words[first].start, words[last].end)
        size = sum(w.low not in _INSIDE for w in words[first : last + 1])
        name = " ".join(span.of(page.text).split())
        mention = Series(name, number, Span(words[begin].start, words[last].end), sentence.number, True)
        if size > 1 and _is_name(words, first, i, last, number, sentence, page):
            taken = last
            yield mention
        elif first == last and (word.capital or number is not None) and sentence.kind not in ("title", "heading"):
            yield replace(mention, full=False)
        elif size > 1 and not word.capital and head in strong and _contact(words[first:i], desk):
            yield replace(mention, full=words[first - 1].low == "the" if first else False, rule="mechanisms.noun")


def _extent(words: list[_Word], head: int, sentence: Sentence, desk: Desk) -> tuple[int, int]:
    """First and last word of the name around its head."""
    heading = sentence.kind in ("title", "heading")
    leads = desk.word_set("name-leads") - {"and", "of"}
    first = head
    while first:
        before = words[first - 1]
        if ordinal(before.text) is not None or before.low in CALENDAR or before.low in leads:
            break
        if before.text.endswith("'s") and desk.country_of(before.text[:-2]):
            break
        if before.capital or (not words[head].capital and _is_modifier(before, desk)):
            first -= 1
            continue
        joined = before.low in ("and", "&") and first >= 2 and words[first - 2].capital and words[first].capital
        if joined and ordinal(words[first - 2].text) is None:
            first -= 2
            continue
        break
    if words[head].capital is False:
        first = _lower_extent(words, head, first, desk)
    if heading:
        pair = next((i for i in range(first, head) if "-" in words[i].text and words[i].capital), None)
        first = pair if pair is not None else first
    last = head
    while last + 2 < len(words) and words[head].capital:
        at = last + 1
        if words[at].low not in _INSIDE or (words[at].low in ("and", "&", "the") and last == head):
            break
        while at < len(words) and words[at].low in _INSIDE:
            at += 1
        if at >= len(words) or not words[at].capital or words[at].low in CALENDAR:
            break
        last = at
        while last + 1 < len(words) and words[last + 1].capital and words[last + 1].low not in CALENDAR:
            last += 1
    if not words[head].capital and words[head].low == "mechanism":
        last = _between(words, head)
    return first, last


def _between(words: list[_Word], head: int) -> int:
    """The last word of "… mechanism of the two ruling parties", else the head itself."""
    at = head + 1
    if [w.low for w in words[at : at + 3]] not in (["of", "the", "two"], ["between", "the", "two"]):
        return head
    end = at + 3
    while end < len(words) and words[end].low.endswith(("ing", "ry", "al", "ed")):
        end += 1
    return end if end < len(words) and words[end].low.endswith("s") else head


def _is_modifier(word: _Word, desk: Desk) -> bool:
    return word.low in desk.word_set("mechanism-modifiers")


def _lower_extent(words: list[_Word], head: int, first: int, desk: Desk) -> int:
    """Where a name in small letters begins: at a pair of parties up to six words before, else at its modifiers."""
    for at in range(head - 1, max(-1, head - 7), -1):
        word = words[at]
        if not word.text[0].isalnum() or word.low in desk.word_set("name-leads") - {"and"}:
            break
        if "-" in word.text and word.capital and sum(bool(desk.country_of(p)) for p in word.text.split("-")) >= 2:
            return at
    while first < head and words[first].capital and not _acronym(words[first].text) and "-" not in words[first].text:
        first += 1
    return first


def _acronym(text: str) -> bool:
    return sum(c.isupper() or c.isdigit() for c in text) >= 2


def _number_before(words: list[_Word], first: int, desk: Desk) -> tuple[int | None, int]:
    """The number that stands before a name, and the first word of the whole: "the ninth meeting under the …"."""
    at = first - 1
    skip = desk.word_set("session-adjectives")
    back = at
    while back >= 0 and words[back].low in skip:
        back -= 1
    if back >= 0 and (number := ordinal(words[back].text)) is not None:
        return number, back
    while at >= 0 and words[at].low in _ARTICLES:
        at -= 1
    if at < 1 or words[at].low not in _UNDER or words[at - 1].low not in desk.word_set("session-nouns"):
        return None, first
    back = at - 2
    while back >= 0 and (words[back].low in skip or words[back].low in desk.word_set("session-nouns")):
        back -= 1
    if back >= 0 and (number := ordinal(words[back].text)) is not None:
        return number, back
    return None, first


def _number_after(words: list[_Word], last: int, desk: Desk) -> int | None:
    """The number of "… will hold its fifth session"."""
    for at in range(last + 1, min(len(words) - 2, last + 9)):
        if words[at].text in (".", ";", ":", '"', "("):
            return None
        if words[at].low in ("its", "their", "the") and (number := ordinal(words[at + 1].text)) is not None:
            after = at + 2
            while after < len(words) and words[after].low in desk.word_set("session-adjectives"):
                after += 1
            if after < len(words) and words[after].low in desk.word_set("session-nouns"):
                return number if words[at].low != "the" or last + 4 >= at else None
    return None


def _numbered_session(words: list[_Word], at: int, sentence: Sentence, desk: Desk) -> Series | None:
    """ "the tenth session", without the series' name."""
    end = at + 1
    while end < len(words) and words[end].low in desk.word_set("session-adjectives"):
        end += 1
    roman = words[at].text.isupper() and words[at].text.isalpha() and end < len(words) and words[end].text == "Meeting"
    if end >= len(words) or not (words[end].low in ("session", "edition", "round") or roman):
        return None
    if end + 1 < len(words) and words[end + 1].low in ("of", "under", "within", "for"):
        return None
    if at > 1 and words[at - 1].low in ("its", "their"):
        return None
    return Series("", ordinal(words[at].text), Span(words[at].start, words[end].end), sentence.number, False)


def _contact(modifiers: list[_Word], desk: Desk) -> bool:
    return any(_is_modifier(w, desk) for w in modifiers)


def _is_name(
    words: list[_Word], first: int, head: int, last: int, number: int | None, sentence: Sentence, page: Page
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
    if " ".join(w.low for w in words[first : last + 1]) in desk.body_names and number is None:
        return False
    if heading:
        return word.capital and (number is not None or (pair and strong and word.low != "summit"))
    if not word.capital:
        return _is_lower_name(words, first, head, number, pair, named, desk)
    if number is not None:
        return True
    if pair and (strong or word.low in desk.word_set("series-bodies")):
        return True
    if word.low in desk.word_set("series-bodies") and words[first].low in desk.word_set("series-qualifiers"):
        return word.capital and head - first >= 2
    if word.low == "conference":
        return head - first >= 2 and words[head - 1].low not in ("press", "news")
    return strong and not desk.country_of(words[first].text)


def _is_lower_name(
    words: list[_Word], first: int, head: int, number: int | None, pair: bool, named: list[Party], desk: Desk
) -> bool:
    word = words[head]
    if word.low == "summit":
        body = bool(named) and named[-1].kind == "body"
        return _acronym(words[head - 1].text) or body or (number is not None and bool(named))
    if word.low in desk.word_set("round-heads") and first < head:
        numbered = number is not None and words[first - 1].low == "of"
        if numbered or _next_round(words, first):
            return True
    return pair and (word.low in ("mechanism", "dialogue", "consultation", "consultations") or number is not None)


def _office(words: list[_Word], first: int, desk: Desk) -> bool:
    at = first - 1
    while at >= 0 and words[at].low in _ARTICLES:
        at -= 1
    return at >= 1 and words[at].low == "of" and words[at - 1].low in desk.word_set("office-of-series")


def _next_round(words: list[_Word], first: int) -> bool:
    """Whether "next round of" or the like stands before: a series, though without a number."""
    if (
        first < 3
        or words[first - 1].low != "of"
        or words[first - 2].low not in ("round", "rounds", "session", "series")
    ):
        return False
    return words[first - 3].low in _WHICH


def _with_desk(page: Page, named: list[Series]) -> list[Series]:
    """What the desk's patterns know: an id for a mention that grammar found, or a mention of their own."""
    listed = list(named)
    for span, entry, _ in page.desk.mechanism_matcher.find(page.text, page.low):
        sentence = page.sentence_at(span.start)
        if sentence is None or any(f.span.covers(span) for f in page.furniture):
            continue
        over = [i for i, s in enumerate(listed) if s.span.overlaps(span)]
        if over:
            for i in over:
                listed[i] = replace(listed[i], entry=listed[i].entry or entry.id)
            continue
        words = _words(page, sentence)
        first = next((i for i, w in enumerate(words) if w.start >= span.start), None)
        last = next((i for i in range(len(words) - 1, -1, -1) if words[i].end <= span.end), None)
        if first is None or last is None or last < first:
            continue
        while first < last and (ordinal(words[first].text) is not None or words[first].low in _ARTICLES):
            first += 1
        number, begin = _number_before(words, first, page.desk)
        number = number if number is not None else _number_after(words, last, page.desk)
        name = " ".join(page.text[words[first].start : words[last].end].split())
        whole = Span(words[begin].start, words[last].end)
        listed.append(Series(name, number, whole, sentence.number, True, entry.id, "mechanisms.desk"))
    return listed


def _key(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", name.lower()))


def _abbreviated(page: Page, named: list[Series]) -> Iterator[Series]:
    """Later mentions by the abbreviation that stands in brackets behind a name: "… Consultations (FOC)", "the next
    FOC"."""
    taken = [s.span for s in named]
    short: dict[str, Series] = {}
    for mention in named:
        given = _GIVEN.match(page.text, mention.span.end)
        if given:
            short.setdefault(given[1], mention)
    for letters, mention in short.items():
        for found in re.finditer(rf"\b{re.escape(letters)}\b", page.text):
            span = Span(found.start(), found.end())
            sentence = page.sentence_at(span.start)
            if sentence is None or span.start <= mention.span.end + 4 or any(t.overlaps(span) for t in taken):
                continue
            words = _words(page, sentence)
            first = next((i for i, w in enumerate(words) if w.start == span.start), None)
            number, begin = _number_before(words, first, page.desk) if first is not None else (None, 0)
            where = Span(words[begin].start, span.end) if first is not None and number is not None else span
            yield replace(
                mention, ordinal=number, span=where, sentence=sentence.number, full=False, rule="mechanisms.short"
            )


def _unified(named: list[Series]) -> list[Series]:
    """One name for each series: its fullest, headings' capitals last."""
    out: list[Series] = []
    for mention in named:
        mine = set(_key(mention.name)) - {"the"}
        same = [
            s
            for s in named
            if (mention.entry and s.entry == mention.entry) or (mine <= set(_key(s.name)) and _key(s.name)[-1] in mine)
        ]
        best = max(same, key=lambda s: (not s.name.isupper(), len(set(_key(s.name))), -s.span.start))
        whole = len(mine) > 2 or best.name.lower() == mention.name.lower() or mention.ordinal is not None
        out.append(replace(mention, name=best.name, entry=mention.entry or best.entry, full=mention.full and whole))
    return out


def _resolved(short: list[Series], listed: list[Series]) -> Iterator[Series]:
    """Shortened mentions, each with the one full name before it (else in the text) that it can stand for."""
    names = list(dict.fromkeys(s.name for s in listed))
    for mention in short:
        words = set(_key(mention.name))
        fitting = [n for n in names if words <= set(_key(n))]
        if not words:
            before = [s for s in listed if s.span.start < mention.span.start]
            fitting = [s.name for s in before if s.ordinal is not None][-1:] or [s.name for s in before][-1:]
        if len(fitting) > 1:
            fitting = [s.name for s in listed if s.name in fitting and s.span.start < mention.span.start][-1:]
        if len(fitting) == 1:
            entry = next((s.entry for s in listed if s.name == fitting[0] and s.entry), None)
            yield replace(mention, name=fitting[0], entry=entry, rule="mechanisms.short")
        elif mention.rule == "mechanisms.noun" and mention.full:
            yield mention
