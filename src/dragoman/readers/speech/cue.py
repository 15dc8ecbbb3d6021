"""What one cue says: who speaks, by which words, and which words are theirs."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.page.page import Token
from dragoman.readers.speech.source import Source
from dragoman.reading import Act
from dragoman.span import Span

MINDS = frozenset(("hope", "wish", "believe", "expect", "fear", "regret", "trust", "hold", "think", "consider"))


@dataclass(frozen=True, slots=True)
class Cue:
    """`token`: its head word. `source` is None where the text names nobody ("it was agreed"). `content`: the attributed words, in
    order. `act`: what the cue itself tells of. `clause`: whether a finite clause or a quotation is attributed (not a bare noun
    phrase). `closing`: it stands after its content and governs all of it. `target`: to whom it is said. `lemma`: of
    the verb, as the lexicon has it. `via`: who passes the words on."""

    token: Token
    span: Span
    source: Source | None
    content: tuple[Span, ...]
    act: Act
    rule: str
    clause: bool = True
    closing: bool = False
    target: Span | None = None
    negated: bool = False
    lemma: str = ""
    via: Source | None = None

    @property
    def position(self) -> bool:
        """Whether it tells what its subject wants, welcomes or rejects, and not that something was said."""
        return self.rule in ("verb-object", "verb-phrase", "verb-infinitive", "noun", "mood") or self.lemma in MINDS
