"""One sentence's attribution while it is being worked out."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.page.page import Sentence
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.speaker import Speaker
from dragoman.reading import Act
from dragoman.span import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """`cue` is None where the speaker is carried over; then `mention` may be too. `content` is never empty."""

    sentence: Sentence
    speaker: Speaker
    rule: str
    act: Act
    content: tuple[Span, ...]
    cue: Cue | None = None
    mention: Span | None = None
    via: str | None = None
    nested: bool = False
    confidence: float = 0.9
    direct: bool = False
