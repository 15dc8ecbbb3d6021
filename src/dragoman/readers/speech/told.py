"""Who has spoken so far, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.readers.speech.speaker import Speaker, SpeakerKind


@dataclass(slots=True)
class Told:
    """`spoke`: (number of sentence, speaker), in order. `bodies`: the same for those who only passed words on. `outlets`: by name."""

    spoke: list[tuple[int, Speaker]] = field(default_factory=list)
    bodies: list[tuple[int, Speaker]] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)

    def last(self, *kinds: SpeakerKind) -> Speaker | None:
        """The last who spoke, of these kinds; a body also where it passed words on."""
        told: Sequence[tuple[int, Speaker]] = self.spoke if "body" not in kinds else self.all()
        return next((s for _, s in reversed(told) if s.kind in kinds), None)

    def all(self) -> list[tuple[int, Speaker]]:
        """All who spoke or passed words on, in order."""
        return sorted((*self.spoke, *self.bodies), key=lambda told: told[0]) if self.bodies else self.spoke
