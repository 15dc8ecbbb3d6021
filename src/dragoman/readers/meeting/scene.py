"""A verb of contact with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.presence import placed_in, somebody
from dragoman.reading import EncounterKind


@dataclass(frozen=True, slots=True)
class Scene:
    """A verb with its object (`target`) or passive subject (`passive`), of a `kind` and with the words that its frames name."""

    desk: Desk
    sentence: Sentence
    verb: Token
    company: Company
    kind: EncounterKind
    frames: tuple[str, ...]
    target: Token | None
    passive: Token | None

    def cue(self, other: Token | None, kind: EncounterKind | None = None) -> Cue:
        return Cue(kind or self.kind, self.verb, self.verb, other)

    def after(self, *preps: str) -> Token | None:
        return after(self.sentence, self.verb, *preps)

    def someone(self, token: Token | None) -> bool:
        return token is not None and somebody(self.desk, self.sentence, token, self.company)

    def place(self, token: Token | None) -> bool:
        return token is not None and placed_in(token, self.company, self.sentence, self.desk)
