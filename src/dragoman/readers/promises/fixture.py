"""A plan told by a noun alone, beside its day: "the minister's visit to Oslo tomorrow", "her plan to visit Peru next May"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.clause import infinitive
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.span import Span

_COMING = frozenset(("upcoming", "forthcoming", "coming", "next", "planned", "scheduled", "approaching"))
_SPOKEN = frozenset(("discuss", "consider"))
_INTENT = frozenset(("plan", "intention"))


@dataclass(frozen=True, slots=True)
class Fixture:
    """`noun`: what is to come, or the plan of it. `deed`: the word whose day is told. `evidence`: from the noun's phrase to the day."""

    noun: Token
    deed: Token
    evidence: Span


def fixtures(sentence: Sentence, calendar: Calendar, words: Lexicon) -> Iterator[Fixture]:
    """Gatherings and journeys with a day that lies ahead by its own words, or by those before the noun; in the order of the text."""
    dated = [e for e in calendar.within(sentence.span) if e.kind not in ("vague", "open", "fiscal") and not e.bound]
    for noun in sentence.tokens if dated else ():
        lemma = noun.lemma.lower()
        if noun.pos != "NOUN" or any(above.lemma in words.barrier - _SPOKEN for above in sentence.ancestors(noun)):
            continue
        deed = infinitive(sentence, noun) if lemma in _INTENT else noun
        if (
            deed is None
            or (deed.i == noun.i and lemma not in words.gatherings)
            or (deed.i != noun.i and deed.lemma not in words.meet)
        ):
            continue
        below = [t for t in sentence.children(noun) if t.i < noun.i]
        coming = any(t.low in _COMING for t in below)
        if not (coming or any(t.dep == "poss" for t in below)):
            continue
        for e in dated:
            if e.span.start > deed.end and _apart(sentence, deed, e) and _lies_ahead(calendar, e, coming):
                yield Fixture(noun, deed, Span(sentence.subtree(noun)[0].start, e.span.end))
                break


def _apart(sentence: Sentence, deed: Token, expression: Expression) -> bool:
    """Whether no other verb and no break stands between a word and its day."""
    between = [t for t in sentence.tokens if deed.end <= t.start and t.end <= expression.said.start]
    return not any(
        t.tag.startswith("VB") or t.tag in ("MD", "WDT", "WP") or t.text in (";", ":", '"', ",") for t in between
    )


def _lies_ahead(calendar: Calendar, expression: Expression, coming: bool) -> bool:
    told = coming or expression.absolute or expression.count > 0 or expression.nth > 0
    when = calendar.when(expression, "future") if told else None
    return when is not None and calendar.day is not None and when.first > calendar.day.last
