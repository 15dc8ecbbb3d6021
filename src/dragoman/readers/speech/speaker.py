"""Who a speaker is: a named person, a body or outlet, a country, or both sides together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpeakerKind = Literal["person", "body", "both", "many", "role"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name`: as the record calls it. `names`: all of a joint statement's, the first being `name`. `sure`: how far the words
    settle who it is (0 to 1)."""

    name: str
    kind: SpeakerKind
    names: tuple[str, ...] = ()
    sure: float = 1.0
