"""Mechanisms: the recurring series that a text names, once for each numbered session."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page
from dragoman.readers.found import Found
from dragoman.readers.meeting.series import Series, series
from dragoman.reading import Mechanism

NEEDS: tuple[str, ...] = ()
YIELDS = ("mechanisms",)

_CONFIDENCE = {"mechanisms.desk": 0.95, "mechanisms.name": 0.9, "mechanisms.short": 0.85, "mechanisms.noun": 0.7}


def read(page: Page, _found: Found) -> Iterator[Mechanism]:
    """One entry for each name and session number, with the sentence that gives it first: prose before headings. A
    mention of one word ("the Forum") counts only where it gives a number."""
    kept: dict[tuple[str, int | None], Mechanism] = {}
    mentions = [s for s in series(page) if s.full or s.ordinal is not None or _telling(page, s)]
    for mention in sorted(mentions, key=lambda s: (page.sentences[s.sentence].kind in ("title", "heading"), s.span)):
        key = (mention.entry or mention.name.lower(), mention.ordinal)
        if key not in kept:
            kept[key] = Mechanism(
                evidence=page.sentences[mention.sentence].span,
                rule=mention.rule,
                confidence=_CONFIDENCE[mention.rule],
                name=mention.name,
                ordinal=mention.ordinal,
                entry=mention.entry,
            )
    yield from sorted(kept.values(), key=lambda m: (m.evidence, m.ordinal or 0))


def _telling(page: Page, mention: Series) -> bool:
    """Whether a shortened mention still has more than the head of the name, in capitals: "the Joint Commission Meeting"."""
    words = mention.span.of(page.text).split()
    return len(words) > 1 and all(w[0].isupper() for w in words)
