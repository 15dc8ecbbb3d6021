"""What a sentence tells with its verb left out: "met X on Monday and Y on Tuesday", "the first round in March and the second
in May", "visited Oslo in March and Helsinki in April"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.dates.calendar import Calendar
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Draft
from dragoman.readers.meeting.hanging import doers
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.readers.meeting.visits import destination
from dragoman.span import Span

_LONGEST = 16
"""Words that may stand between two dates."""
_OTHERS = frozenset(("other", "last", "next", "latest", "another"))


def gapped(page: Page, sentence: Sentence, here: list[Draft], company: Company, days: Calendar) -> Iterator[Draft]:
    """Tellings that take over the verb of one of `here`, each on the next date of the sentence."""
    dates = list(days.within(sentence.span))
    for draft in here:
        after = next((e for e in dates if draft.dated and e.said.start >= draft.dated.end), None)
        if draft.dated is None or after is None or after.kind in ("open", "vague"):
            continue
        between = [t for t in sentence.tokens if draft.dated.end <= t.start and t.end <= after.said.start]
        found = _second(page, sentence, draft, between, company) if _joins(between) else None
        if found is not None and not any(d is not draft and d.dated == after.span for d in here):
            found.date, found.dated = days.when(after, "past" if draft.status == "held" else "future"), after.span
            if found.date is not None and found.date != draft.date:
                yield found


def _joins(between: list[Token]) -> bool:
    """Whether the words between two dates begin with "and" or a comma and hold no verb."""
    words = [t for t in between if t.text != ","]
    if not words or not (words[0].low == "and" or between[0].text in (",", ";")) or len(words) > _LONGEST:
        return False
    return not any(t.tag in ("VBD", "VBZ", "VBP", "MD", "VBG", "VBN", "VB", "WDT", "WP", "WRB") for t in words)


def _second(page: Page, sentence: Sentence, draft: Draft, between: list[Token], company: Company) -> Draft | None:
    span = Span(between[0].start, between[-1].end)
    words = [t for t in between if t.text not in (",", ";") and t.low not in ("and", "then")]
    twin = replace(draft, words=[*draft.words], other=[], protocol=[], place=None, placed=None, again=True)
    named = [company.actor(n) for _, n in company.mentioned(span)]
    if named and draft.kind in ("meeting", "call"):
        hosts = [a for a in doers(sentence, draft.words[-1], company) if a.kind == "person" and a not in named]
        twin.actors = [*dict.fromkeys([*hosts, *named])]
        return twin if hosts and draft.people & {a.name for a in hosts} else None
    if named and draft.kind == "visit" and words[-1].span.end <= company.mentioned(span)[-1][0].end:
        twin.actors, twin.place, twin.placed, twin.other = named, draft.place, draft.placed, [*draft.other]
        return twin  # "King X visited in 1967 and King Y in 1981"
    if named or not words:
        return None
    if words[0].low == "the" and len(words) > 1 and (ordinal(words[1].text) or words[1].low in _OTHERS):
        place = _town(words[2:], company)
        if place is not None:
            twin.place, twin.placed = place.text, place.span
        twin.ordinal = ordinal(words[1].text) if draft.ordinal is not None else None
        return twin
    if draft.kind == "signing" and any(t.lemma in page.desk.word_set("encounter.documents") for t in words):
        return twin
    town = _town(words, company)
    if draft.kind == "visit" and town is not None and len(words) <= 4:
        destination(page, sentence, twin, town, company)
        return twin
    return None


def _town(words: list[Token], company: Company) -> Token | None:
    """The last of the words that names a place."""
    places = (t for t in reversed(words) if t.tag[:3] == "NNP")
    return next(
        (t for t in places if t.ent in ("GPE", "LOC") or any(p.span.holds(t.start) for p in company.named)), None
    )


def continued(page: Page, sentence: Sentence, drafts: list[Draft], company: Company) -> Iterator[Draft]:
    """What a sentence without a verb adds to the contact told right before it: "I spoke with X. And with the president of Y, Z." """
    words = [t for t in sentence.tokens if t.text not in (",", ".", ";")]
    lead = next((t for t in words[:3] if t.low == "with"), None)
    before = next(
        (d for d in reversed(drafts) if d.kind in ("meeting", "call") and d.sentence == sentence.number - 1), None
    )
    if lead is None or before is None or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return
    if any(t.low not in ("and", "also", "then", "later") for t in words[: words.index(lead)]):
        return
    told = page.sentences[before.sentence]
    hosts = [a for a in doers(told, before.words[0], company) if a.kind == "person"]
    named = [company.actor(n) for _, n in company.mentioned(sentence.span)]
    if len(hosts) == 1 and len(named) == 1 and hosts[0] not in named:
        yield replace(
            before, sentence=sentence.number, cue=lead.span, evidence=sentence.span, words=[lead], actors=[*hosts, *named], other=[],
            protocol=[], place=None, placed=None, again=True,
        )  # fmt: skip
