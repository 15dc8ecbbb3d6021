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
from dragoman.readers.meeting.numbered import ARTICLES, Word, number_after, number_before, renewed
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.readers.meeting.parties import Party, parties
from dragoman.span import Span, outside

_GIVEN = re.compile(r"\s*\(([A-Z][A-Z0-9&-]{1,9})\)")
_WORD = re.compile(r"[^\W_]+(?:(?:\.-|['.&/+-])[^\W_]+)*'?|[^\w\s]")
_INSIDE = frozenset(("of", "on", "for", "and", "&", "the"))
_FIGURES = re.compile(r"[A-Z]?\d\+\d\Z")
_WHICH = frozenset(("next", "latest", "last", "previous", "new", "coming", "upcoming", "another", "fresh"))
_UNDER = frozenset(("of", "under", "in", "within", "for", "at"))
_DASHES = frozenset("-–—")


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


def _words(page: Page, sentence: Sentence) -> list[Word]:
    """The words outside furniture; a head of two words ("task force") is one."""
    holes = [f.span for f in page.furniture if f.span.overlaps(sentence.span)]
    heads = page.desk.word_set("series-heads") | page.desk.word_set("series-heads-weak")
    out: list[Word] = []
    for part in outside(sentence.span, holes):
        for m in _WORD.finditer(page.text, part.start, part.end):
            low = m[0].lower().rstrip("'")
            if out and low not in heads and f"{out[-1].low} {low}" in heads:
                begun = out.pop()
                text = page.text[begun.start : m.end()]
                out.append(Word(text, f"{begun.low} {low}", begun.start, m.end()))
            else:
                out.append(Word(m[0], low, m.start(), m.end()))
    return out


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


def _in_sentence(page: Page, sentence: Sentence, words: list[Word]) -> Iterator[Series]:
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
        first, last = _extent(words, i, sentence, desk, taken)
        if head in desk.word_set("session-nouns") and first == i and _holds(words, i, last, strong | weak):
            continue
        number, begin = number_before(words, first, desk)
        if number is None:
            number = number_after(words, last, desk)
        number = None if number == 1 and renewed(words, last) else number
        span = Span(words[first].start, words[last].end)
        size = sum(w.low not in _INSIDE for w in words[first : last + 1])
        name = " ".join(span.of(page.text).split())
        mention = Series(name, number, Span(words[begin].start, words[last].end), sentence.number, True)
        if size > 1 and _is_name(words, first, i, last, number, sentence, page):
            taken = last
            yield mention
        elif (first == last and (word.capital or number is not None) and sentence.kind not in ("title", "heading")) or (
            size > 1
            and word.capital
            and first
            and words[first - 1].low == "the"
            and sentence.kind not in ("title", "heading")
        ):
            yield replace(mention, full=False)
        elif (
            size > 1
            and not word.capital
            and (head in strong or words[first].low == "exploratory")
            and _contact(words[first:i], desk)
        ):
            yield replace(mention, full=bool(first) and _owned(words, first, i), rule="mechanisms.noun")


def _owned(words: list[Word], first: int, head: int) -> bool:
    """Whether a name in small letters is a certain one: "the foreign policy dialogue", "the two sides' strategic dialogue"."""
    before = words[first - 1]
    owner = before.low in ("their", "its", "our") or before.text.endswith(("'s", "s'"))
    return (before.low == "the" and head - first >= 2) or (
        owner and (head - first >= 2 or words[first].low == "exploratory")
    )


def _holds(words: list[Word], head: int, last: int, heads: frozenset[str]) -> bool:
    """Whether "Meeting of the …" counts the sessions of a series that is named after it."""
    return head + 1 < last and words[head + 1].low in _UNDER and any(w.low in heads for w in words[head + 2 : last + 1])


def _extent(words: list[Word], head: int, sentence: Sentence, desk: Desk, taken: int) -> tuple[int, int]:
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
        if before.capital or (not words[head].capital and _is_modifier(before, desk)):
            first -= 1
            continue
        joined = before.low in ("and", "&") and first >= 2 and words[first - 2].capital and words[first].capital
        if joined and ordinal(words[first - 2].text) is None and first - 2 > taken:
            first -= 2
            continue
        if before.text in _DASHES and _country(words, first, 1, desk) and _country(words, first - 2, -1, desk):
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
    if last > head:
        last = _listed(words, last)
    if not words[head].capital and words[head].low in desk.word_set("series-heads"):
        last = _between(words, head)
    return first, last


def _country(words: list[Word], at: int, step: int, desk: Desk) -> bool:
    """Whether a country's name of one or two words stands at `at`, read forwards (1) or backwards (-1)."""
    if not 0 <= at < len(words):
        return False
    beside = at + step
    pair = words[min(at, beside) : max(at, beside) + 1] if beside >= 0 else []
    return bool(desk.country_of(words[at].text) or desk.country_of(" ".join(w.text for w in pair)))


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


def _is_modifier(word: Word, desk: Desk) -> bool:
    return word.low in desk.word_set("mechanism-modifiers") or word.low in desk.word_set("series-qualifiers")


def _lower_extent(words: list[Word], head: int, first: int, desk: Desk) -> int:
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


def _numbered_session(words: list[Word], at: int, sentence: Sentence, desk: Desk) -> Series | None:
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


def _contact(modifiers: list[Word], desk: Desk) -> bool:
    return any(_is_modifier(w, desk) for w in modifiers)


def _is_name(
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
        return word.capital and (head - first >= 2 or last > head)
    if word.low in desk.word_set("series-events"):
        return pair or head - first >= 2
    if word.low == "conference":
        qualified = first < head and words[first].low in desk.word_set("series-qualifiers")
        return (head - first >= 2 or qualified) and words[head - 1].low not in ("press", "news")
    return strong and not desk.country_of(words[first].text)


def _is_lower_name(
    words: list[Word], first: int, head: int, number: int | None, pair: bool, named: list[Party], desk: Desk
) -> bool:
    word = words[head]
    if word.low in ("format", "process", "retreat"):
        return (
            first < head
            and not words[head - 1].low.endswith("s")
            and (_acronym(words[head - 1].text) or bool(_FIGURES.match(words[head - 1].text)))
        )
    if word.low == "summit":
        body = bool(named) and named[-1].kind == "body"
        return _acronym(words[head - 1].text) or body or (number is not None and bool(named))
    if word.low in desk.word_set("round-heads") and first < head:
        numbered = number is not None and words[first - 1].low == "of"
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


def _with_desk(page: Page, named: list[Series]) -> list[Series]:
    """What the desk's patterns know: an id for a mention that grammar found, or a mention of their own."""
    listed = list(named)
    for span, entry, _ in page.desk.mechanism_matcher.find(page.text, page.low):
        sentence = page.sentence_at(span.start)
        if sentence is None or any(f.span.covers(span) for f in page.furniture):
            continue
        over = [i for i, s in enumerate(listed) if s.span.overlaps(span)]
        organ = " ".join(span.of(page.text).lower().split()) in page.desk.body_names
        if over:
            for i in over:
                listed[i] = replace(listed[i], entry=listed[i].entry or entry.id)
            continue
        words = _words(page, sentence)
        first = next((i for i, w in enumerate(words) if w.start >= span.start), None)
        last = next((i for i in range(len(words) - 1, -1, -1) if words[i].end <= span.end), None)
        if first is None or last is None or last < first:
            continue
        while first < last and (ordinal(words[first].text) is not None or words[first].low in ARTICLES):
            first += 1
        number, begin = number_before(words, first, page.desk)
        number = number if number is not None else number_after(words, last, page.desk)
        name = " ".join(page.text[words[first].start : words[last].end].split())
        if organ and number is None:
            continue
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
            number, begin = number_before(words, first, page.desk) if first is not None else (None, 0)
            where = Span(words[begin].start, span.end) if first is not None and number is not None else span
            yield replace(
                mention, ordinal=number, span=where, sentence=sentence.number, full=False, rule="mechanisms.short"
            )


def _unified(named: list[Series]) -> list[Series]:
    """One name for each series: its fullest, headings' capitals last."""
    out: list[Series] = []
    for mention in named:
        key = _key(mention.name)
        mine = set(key[:-1] if len(key) > 2 and key[-1] in ("meeting", "session") else key) - {"the"}
        same = [
            s
            for s in named
            if s is mention
            or (mention.entry and s.entry == mention.entry)
            or (mine <= set(_key(s.name)) and _key(s.name)[-1] in mine)
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
