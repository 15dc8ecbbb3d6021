"""Issues and set phrases: what the desk's patterns find in the article itself."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from dragoman.page.page import Page
from dragoman.readers.found import Found
from dragoman.reading import Formula, Issue
from dragoman.span import Span

_LEAD = 3
"""Sentences of prose in which a dispatch says what it is about."""
_DEALINGS = re.compile(
    r"\b(?:cooperat|co-operat|coordinat|discuss|exchanged? views|exchanging views|deepen|strengthen|expand|enhanc|talked about|talks on|raised|touched on|oppose|willing to|ready to)",
    re.I,
)
"""What the two sides do about a matter."""
_SEVERAL = 3
"""Encounters of which a dispatch that is about contacts tells."""
_LONG = 60
"""Sentences of prose beyond which a text has room for what it is not about."""
_BEFORE = re.compile(r"([^\W_][\w'-]*) \Z")
_AFTER = re.compile(r" ([^\W_][\w'-]*)")

NEEDS = ("people", "encounters")
YIELDS = ("issues", "formulas")


def read(page: Page, found: Found) -> Iterator[Issue | Formula]:
    """Issues, the first mention of each in a sentence, and set phrases, every use, each in order of the text.
    Furniture and datelines are passed over. Of two overlapping matches for one set phrase the one that tells the
    wording apart is kept, else the longer."""
    issues = list(_issues(page, found))
    yield from issues
    yield from _contacts(page, found, {i.id for i in issues})
    yield from _formulas(page)


def _in_article(page: Page, span: Span) -> int | None:
    """The number of the sentence that a match lies in, None where it lies in none or in furniture."""
    sentence = page.sentence_at(span.start)
    if sentence is None or any(f.span.covers(span) for f in page.furniture):
        return None
    return sentence.number


def _contacts(page: Page, found: Found, told: Container[str]) -> Iterator[Issue]:
    """The issues of contacts themselves, where the dispatch is about a visit or tells of several encounters, though no word for them
    stands in it. A relationship's desk has its words for them."""
    met = [e for e in found.encounters if e.kind in ("visit", "meeting", "call")]
    journeys = [e for e in met if e.kind == "visit" and e.principal]
    if page.desk.sides or not (journeys or len(met) >= _SEVERAL):
        return
    for entry in page.desk.issues.values():
        if entry.contacts and entry.id not in told:
            yield Issue(evidence=(journeys or met)[0].evidence, rule="issues.contacts", confidence=0.65, id=entry.id)


def _issues(page: Page, found: Found) -> Iterator[Issue]:
    """A relationship's desk knows its sides' matters, and one mention tells. Without one a matter must have some weight. The words of an
    office's title are none: "the Minister of Tourism"."""
    titles = [o.span for p in found.people for o in p.offices]
    first: dict[tuple[int, str], Span] = {}
    for span, entry, _ in page.desk.issue_matcher.find(page.text, page.low):
        number = _in_article(page, span)
        if number is not None and any(t.covers(span) for t in titles):
            continue
        if number is not None and ((number, entry.id) not in first or span < first[number, entry.id]):
            first[number, entry.id] = span
    dropped = set() if page.desk.sides else _passing(page, first)
    for (_, issue), span in sorted(first.items(), key=lambda item: (item[1], item[0][1])):
        if issue in dropped:
            continue
        yield Issue(evidence=span, rule="issues.pattern", confidence=0.85, id=issue)


def _passing(page: Page, first: Mapping[tuple[int, str], Span]) -> set[str]:
    """Issues named only in passing: once, below the lead, without dealings, and within a longer name or in a long text."""
    listed: dict[str, list[int]] = {}
    for number, issue in first:
        listed.setdefault(issue, []).append(number)
    prose = [s.number for s in page.prose]
    opening = prose[:_LEAD][-1] if prose else -1
    once = [(numbers[0], issue) for issue, numbers in listed.items() if len(numbers) == 1 and numbers[0] > opening]
    return {
        issue
        for number, issue in once
        if (_within_name(page, first[number, issue]) or len(prose) > _LONG)
        and not _DEALINGS.search(page.text, page.sentences[number].span.start, page.sentences[number].span.end)
    }


def _within_name(page: Page, span: Span) -> bool:
    """Whether the words are the part of a name, all in capitals: "the Harbour [Business Forum]", "[Humanitarian Relief] Fund"."""
    words = span.of(page.text).split()
    if len(words) < 2 or not all(w[0].isupper() for w in words):
        return False
    before, after = _BEFORE.search(page.text, max(0, span.start - 40), span.start), _AFTER.match(page.text, span.end)
    return bool((before and before[1][0].isupper()) or (after and after[1][0].isupper()))


def _formulas(page: Page) -> Iterator[Formula]:
    kept: dict[str, list[tuple[Span, str | None]]] = {}
    for span, entry, form in page.desk.formula_matcher.find(page.text, page.low):
        if _in_article(page, span) is None:
            continue
        uses = kept.setdefault(entry.id, [])
        rivals = [use for use in uses if use[0].overlaps(span)]
        if any((use[1] is not None, len(use[0])) >= (form is not None, len(span)) for use in rivals):
            continue
        kept[entry.id] = [use for use in uses if use not in rivals] + [(span, form)]
    listed = [(span, name, form) for name, uses in kept.items() for span, form in uses]
    for span, name, form in sorted(listed, key=lambda use: (use[0], use[1])):
        yield Formula(evidence=span, rule="formulas.pattern", confidence=0.92, id=name, form=form)
