"""What one dispatch says: findings, each with the span it rests on, the rule that made it and how far to trust it.

All classes are frozen and hold only text, numbers, spans and tuples, so that a reading can be compared, hashed, pickled
and sent between processes. Countries are ISO 3166-1 alpha-3, dates ISO 8601 at the precision that the text supports.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.span import Span

PersonKind = Literal["official", "expert", "journalist", "other"]
EncounterKind = Literal["meeting", "call", "visit", "forum", "address", "signing"]
Status = Literal["held", "scheduled", "proposed"]
Mode = Literal["direct", "indirect", "mixed"]
Act = Literal["warn", "oppose", "concern", "urge", "commit", "agree", "commend", "state"]
CommitmentKind = Literal["agreed", "pledged", "scheduled"]

ACTS: tuple[Act, ...] = ("warn", "oppose", "concern", "urge", "commit", "agree", "commend", "state")
"""Strongest first: a sentence that does several is given the first of them."""

BOTH_SIDES = "both sides"
"""The speaker where the two sides state something together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`evidence`: the characters it rests on. `rule`: which rule made it. `confidence`: probability (0 to 1) that a careful reader agrees."""

    evidence: Span
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Office:
    """An office as one dispatch gives it for a person: `title` without name and country adjective, where it stands, the
    office's `role` in the packs if known, and `tense`. `conflict` says how it disagrees with the desk's tenures, if it does."""

    title: str
    span: Span
    role: str | None = None
    tense: Literal["current", "former", "acting", "then", "next"] = "current"
    conflict: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Finding):
    """A named individual. `name`: the fullest form in this text. `entry`: the desk's id, with `because` saying why it is that person."""

    name: str
    country: str | None = None
    kind: PersonKind = "other"
    offices: tuple[Office, ...] = ()
    mentions: tuple[Span, ...] = ()
    entry: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A protocol detail of an encounter (`initiator`, `format`, `level`, `venue`, `length`, `tone`, `occasion`), as worded."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter(Finding):
    """A contact between representatives that the text reports, plans or recalls. `date` and `end` (of an interval) as in `When`.
    `change`: what became of a plan, where the text says so. `cue`, `dated`, `placed`: where kind, date and place are said."""

    kind: EncounterKind
    status: Status = "held"
    date: str | None = None
    end: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    mechanism: str | None = None
    ordinal: int | None = None
    principal: bool = False
    change: Literal["cancelled", "postponed"] | None = None
    cue: Span | None = None
    dated: Span | None = None
    placed: Span | None = None
    protocol: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Finding):
    """One sentence whose content the text attributes to someone. `evidence` is the whole sentence; `content` the attributed
    words, which may skip; `cue` and `source` what attributes them and to whom (None where the speaker is carried over);
    `mention` the words that name the speaker there; `speakers` all of a joint statement's; `via` who reports the speech
    where that is said; `nested` marks speech inside another's."""

    speaker: str
    mode: Mode
    act: Act
    mention: str | None = None
    cue: Span | None = None
    source: Span | None = None
    content: tuple[Span, ...] = ()
    speakers: tuple[str, ...] = ()
    via: str | None = None
    nested: bool = False
    target: str | None = None
    issue: str | None = None
    garbled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Finding):
    """An undertaking about the future. `due` is a date or interval as in `When`, None where none is stated; `open` where the text
    leaves the time open in so many words ("at an appropriate time"), kept in `due_said`."""

    kind: CommitmentKind
    parties: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    due: str | None = None
    due_said: Span | None = None
    open: bool = False
    condition: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism(Finding):
    """A recurring series named in the text, with the session's number where that mention gives one. `entry`: the desk's id."""

    name: str
    ordinal: int | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Finding):
    """A named treaty, agreement, joint document or scheme. `entry`: the desk's id."""

    name: str
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Finding):
    """A topic of the relationship whose substance this span speaks of."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula(Finding):
    """A use of a set phrase. `form`: which of its wordings, where the desk tells them apart."""

    id: str
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that is not the article. `kind`: navigation, share, credit, stamp, caption, byline, related, notice, injected, …"""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Garble:
    """A sentence that came broken, and the sign of it."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Dating:
    """When the dispatch was published, as far as its text tells: `published` where one value follows, else `candidates` or the
    bounds `earliest` and `latest` (ISO 8601); `because`: the phrases each of these rests on."""

    published: str | None = None
    candidates: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    because: tuple[Span, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A dispatch's findings. `desks`: the packs used; `desk_hash` and `reader_version` say what made it, so that a change re-reads
    only what it must."""

    dispatch: str
    language: str | None = None
    outlet: str | None = None
    outlet_country: str | None = None
    title: str | None = None
    title_span: Span | None = None
    dating: Dating = field(default_factory=Dating)
    furniture: tuple[Furniture, ...] = ()
    garbled: tuple[Garble, ...] = ()
    people: tuple[Person, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    issues: tuple[Issue, ...] = ()
    formulas: tuple[Formula, ...] = ()
    desks: tuple[str, ...] = ()
    desk_hash: str = ""
    reader_version: str = ""

    def findings(self) -> tuple[Finding, ...]:
        """All findings, kind by kind, in the order of the text within each."""
        return (
            *self.people,
            *self.encounters,
            *self.attributions,
            *self.commitments,
            *self.mechanisms,
            *self.instruments,
            *self.issues,
            *self.formulas,
        )
