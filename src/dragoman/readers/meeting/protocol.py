"""The manner of an encounter, as worded: who asked for it, how it was held, how long, in what tone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence
from dragoman.reading import Slot
from dragoman.span import Span

_STOP = r"(?=[,.;:)]|\s+(?:on|in|and|to|with|for|during|at|who|which)\b|$)"
_SLOTS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("initiator", ("request", "initiative", "invitation"), re.compile(r"\b[Aa]t (?P<v>(?:the (?:latter|former)'s|the [\w-]+(?: [\w-]+)?'s|[A-Z][\w-]+(?: [A-Z][\w-]+)*'s|his|her|their) (?:request|initiative|invitation))")),
    ("initiator", ("request", "initiative", "invitation"), re.compile(rf"\b(?:[Aa]t|[Oo]n|[Uu]pon) the (?P<v>(?:request|initiative|invitation) of (?:the )?[^,.;:]+?){_STOP}")),
    ("format", ("video", "virtual", "phone", "written", "hybrid", "2+2", "tête", "person", "restricted"), re.compile(r"\b(?:by|via|through|over|in|on|held a|had a|a) (?P<v>video ?(?:link|conference|call|conferencing|teleconference)|virtual (?:mode|format|meeting)|telephone|phone|written form|hybrid (?:mode|format)|2\+2 format|tête-à-tête|person|restricted format)\b", re.I)),
    ("format", ("virtual", "online", "face", "one-on-one", "phone"), re.compile(r"\b(?P<v>virtually|online|face[- ]to[- ]face|one-on-one|by telephone|by phone|on the phone)\b", re.I)),
    ("length", ("hour", "minute"), re.compile(r"\bfor (?P<v>(?:about |around |nearly |almost |over |more than |some |roughly |approximately |at least )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?)(?: and a half| and a quarter)?[- ](?:hours?|minutes?)(?: and (?:a half|a quarter|\d+ minutes|\w+ minutes))?)\b", re.I)),
    ("length", ("hour", "minute", "day"), re.compile(r"\b(?P<v>(?:an?|one|two|three|four|five|six|seven|\d+)-(?:hour|minute|day)(?:-long)?|hour-long)\b", re.I)),
    ("tone", ("exchange", "talks", "discussion", "conversation", "meeting", "consultation", "atmosphere", "dialogue", "manner", "views", "spirit", "deliberation"), re.compile(r"\b(?P<v>(?:(?:very |highly )?(?:candid|frank|in-depth|in depth|constructive|friendly|cordial|warm|fruitful|productive|substantive|open|comprehensive|businesslike|business-like|useful|detailed|trusting|positive|intensive|extensive|thorough|sincere|good|deep)(?:, | and |,? and )?)+) (?=(?:exchange|exchanges|talks|discussion|discussions|conversation|meeting|consultations|atmosphere|dialogue|manner|views|spirit|deliberations))", re.I)),
    ("occasion", ("sideline", "margin", "fringe"), re.compile(r"\b[Oo]n the (?:sidelines|margins|fringes) of (?P<v>(?:the )?[^,.;:]+?)(?=[,.;:]|\s+in\s+[A-Z]|\s+on\s+[A-Z]|$)")),
    ("occasion", ("ahead of",), re.compile(r"\bahead of (?P<v>the [^,.;:]+?)(?=[,.;:]|\s+in\s+[A-Z]|$)")),
    ("level", ("level",), re.compile(r"\bat (?:the )?(?P<v>(?:vice[- ]|deputy[- ])?(?:ministerial|foreign minister|vice-minister|director[- ]general|working|summit|official|expert|ambassadorial|senior official|staff|leaders'?)[- ]level|the level of [\w ]+?)(?=[,.;:]|\s+(?:on|in|and)\b|$)", re.I)),
)  # fmt: skip
"""By slot: words in lower case of which one stands where it is told, and how it is told."""


def slots(page: Page, sentence: Sentence, near: Span | None = None) -> Iterator[Slot]:
    """The slots that a sentence words, each once by name, in order. `near`: only within this stretch."""
    whole = near or sentence.span
    low = whole.of(page.low)
    seen: set[str] = set()
    found: list[Slot] = []
    for name, signs, pattern in _SLOTS:
        if name in seen or not any(sign in low for sign in signs):
            continue
        if match := pattern.search(page.text, whole.start, whole.end):
            span = Span(*match.span("v")).trimmed(page.text)
            if span is None:
                continue
            seen.add(name)
            found.append(Slot(name, " ".join(span.of(page.text).split()).rstrip(" ,"), span))
    yield from sorted(found, key=lambda s: s.span)
