"""A word that tells of a contact, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.page.page import Token
from dragoman.reading import EncounterKind


@dataclass(frozen=True, slots=True)
class Cue:
    """`word`: the verb or noun; `verb`: the verb that carries a noun ("held"), or the verb itself; `other`: the noun
    phrase's head that names the other side, the place of a visit or what is signed."""

    kind: EncounterKind
    word: Token
    verb: Token | None
    other: Token | None = None
    noun: bool = False
