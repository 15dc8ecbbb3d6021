"""The shape of a desk's YAML files. A folder holds any number of files; each file's top-level keys are among `KINDS`.

Patterns are regular expressions, matched without regard to case on the evened text; a blank in a pattern stands for any
white space, line breaks included. Every patterned entry carries `examples` that it must match and may carry `not`, which it must not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dragoman.when import When

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, coerce_numbers_to_str=True)


class Entry(Model):
    """What every entry has. `replaces`: this entry takes the place of one with the same id in a pack read before."""

    id: Id
    replaces: bool = False
    note: str | None = None


class Patterned(Entry):
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = Field(default=(), alias="not")


class Header(Model):
    """`desk.yaml`. `sides`: the two parties of a relationship's desk. `uses`: packs it builds on. `language`: for a language pack."""

    id: Id
    title: str
    sides: tuple[Code, ...] = ()
    uses: tuple[Id, ...] = ()
    language: str | None = None


class FiscalYear(Model):
    """`begins`: the month of its first day, 1 to 12. `named`: whether a single year ("fiscal 2025") names the calendar year in which it
    begins or the one in which it ends; left out where usage differs."""

    begins: int = Field(ge=1, le=12)
    named: Literal["first", "last"] | None = None


class Country(Model):
    """`name` in English, `names` by language, `aliases` other names, `demonyms` adjectives and nouns for its people,
    `capital` and `metonyms` stand for its government ("Beijing", "the Kremlin"). `fiscal_year`: when its budget's year begins."""

    code: Code
    name: str
    names: dict[str, str] = {}
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    blocs: tuple[str, ...] = ()
    fiscal_year: FiscalYear | None = None


class Body(Entry):
    """A named organ of government, party, army, court or an international organisation. `also`: other names and abbreviations."""

    name: str
    also: tuple[str, ...] = ()
    names: dict[str, str] = {}
    country: Code | None = None
    kind: Literal["government", "ministry", "party", "parliament", "army", "court", "agency", "organisation"] = (
        "government"
    )


class Outlet(Entry):
    """A publisher of dispatches and whose it is. `hosts`: its web domains. `official`: speaks for a government."""

    name: str
    also: tuple[str, ...] = ()
    country: Code | None = None
    kind: Literal["agency", "broadcaster", "newspaper", "magazine", "government", "site", "other"] = "newspaper"
    hosts: tuple[str, ...] = ()
    official: bool = False


class Place(Entry):
    """A city, building, island or sea. `names` by language; `by_side`: what each side calls it, where the two differ."""

    name: str
    also: tuple[str, ...] = ()
    names: dict[str, str] = {}
    by_side: dict[Code, str] = {}
    country: Code | None = None
    kind: Literal["city", "venue", "region", "island", "sea", "other"] = "city"


class Tenure(Model):
    """An office held from `since` until `until` (ISO 8601 at any precision, both inclusive; no `until`: still held).
    `organisation`: the international organisation whose office it is, by the id of its body; without it the office is
    of the person's country."""

    role: Id
    title: str
    since: str = Field(alias="from")
    until: str | None = Field(default=None, alias="to")
    body: str | None = None
    organisation: Id | None = None
    acting: bool = False

    def span(self) -> tuple[When, When | None]:
        return When.parse(self.since), When.parse(self.until) if self.until else None

    def term(self) -> When:
        """From the first day to the last, the end of time for one still held."""
        since, until = self.span()
        return When(since.first, until.last if until else When.year(9999).last)


class Misreading(Model):
    """A wrong form of a name that dispatches are known to carry, and why it means this person."""

    form: str
    because: str


class PersonEntry(Entry):
    """`name` as English dispatches of their own side write it today; `family` and `given` parts; `names` by language.
    `country`: whom the person serves, but for tenures of an organisation; none for those who served organisations alone."""

    name: str
    family: str
    given: str
    names: dict[str, str] = {}
    also: tuple[str, ...] = ()
    misread: tuple[Misreading, ...] = ()
    country: Code | None = None
    born: int | None = None
    tenures: tuple[Tenure, ...] = ()

    @model_validator(mode="after")
    def _serves(self) -> Self:
        if self.country is None and not (self.tenures and all(t.organisation for t in self.tenures)):
            raise ValueError("serves nobody: give a country, or an organisation with each tenure")
        return self

    def country_on(self, when: When | None, roles: Sequence[str] = ()) -> str | None:
        """The country that the person serves on some day of `when` (None: at any time), in one of these roles where they
        are theirs; None where it is an organisation then, or may be one."""
        if not any(t.organisation for t in self.tenures):
            return self.country
        then = [t for t in self.tenures if when is None or t.term().meets(when)]
        meant = [t for t in then if t.role in roles] or then
        return self.country if meant and not any(t.organisation for t in meant) else None


class Session(Model):
    number: int | None = None
    date: str
    place: str | None = None
    host: Code | None = None
    chairs: tuple[str, ...] = ()
    source: str | None = None


class MechanismEntry(Patterned):
    """A recurring series. `level`: leaders, ministers, parties, parliaments, officials, forums. `cycle_years`: how often, where that is its rule."""

    name: str
    names: dict[str, str] = {}
    level: Literal["leaders", "ministers", "parties", "parliaments", "officials", "forums"]
    kind: Literal["meeting", "forum"] = "forum"
    countries: tuple[Code, ...] = ()
    hosts: Literal["alternate", "fixed", "rotate"] | None = None
    cycle_years: float | None = None
    sessions: tuple[Session, ...] = ()


class InstrumentEntry(Patterned):
    """A treaty, joint document or scheme. `members`: ids of the documents that a collective name stands for."""

    name: str
    names: dict[str, str] = {}
    date: str | None = None
    countries: tuple[Code, ...] = ()
    members: tuple[Id, ...] = ()


class IssueEntry(Patterned):
    """`contacts`: the matter is that the two sides see each other, so that encounters alone tell of it. `broad`: patterns of its
    substance that count between any two states, though not with a relationship's desk, which has its own."""

    label: str
    parent: Id | None = None
    broad: tuple[str, ...] = ()
    contacts: bool = False


class Form(Model):
    """One wording of a formula, told apart because the difference has weight. `side`: whose wording it is."""

    id: Id
    pattern: str
    side: Code | None = None
    language: str | None = None
    strength: int | None = None


class FormulaEntry(Patterned):
    """A set phrase. `names`: how it is called, by language or language-country (`en-CHN`)."""

    label: str
    names: dict[str, str] = {}
    forms: tuple[Form, ...] = ()
    since: str | None = None


class OfficeTitle(Entry):
    """A role and the words for it. The role is the id up to its first dot; a role whose words differ from country to country has
    several entries (`foreign-minister.usa`). `titles` are matched as whole words; `rank` 1 is the highest; `level` as a mechanism's.
    `country`: only there does the title mean this role."""

    titles: tuple[str, ...]
    rank: int = 9
    level: Literal["leaders", "ministers", "parties", "parliaments", "officials", "forums", "others"] = "officials"
    kind: Literal["official", "expert", "journalist", "other"] = "official"
    country: Code | None = None

    @property
    def role(self) -> str:
        return self.id.partition(".")[0]


class Verb(Entry):
    """A verb of saying, deciding or meeting, by lemma (the id, unless `lemma` is given). `group`: what it does for a reader; `act`: the
    speech act it tells of; `frames`: what it may govern as content (clause, quote, object, about, infinitive, for, on, to)."""

    lemma: str | None = None
    group: str
    act: str | None = None
    frames: tuple[str, ...] = ()
    kind: str | None = None
    examples: tuple[str, ...] = ()


class Words(Entry):
    """A named list of words or phrases."""

    words: tuple[str, ...]


class PatternEntry(Patterned):
    """A pattern for a reader or for the page: `group` says whose, `value` what a match means there. `first`: order among a group's, lowest first."""

    group: str
    value: str | None = None
    first: int = 100
    cased: bool = False


class Reliability(Entry):
    """How a rule's own estimate becomes a probability, for one kind of finding (the id: `attributions`): on the scale of log odds
    `intercept` + `slope` times the estimate + the rule's own of `rules`. `dragoman calibrate` measures them on annotated dispatches."""

    slope: float = Field(default=1.0, ge=0.0)
    intercept: float = 0.0
    rules: dict[str, float] = {}


class Pack(Model):
    """One folder, read whole."""

    header: Header
    countries: tuple[Country, ...] = ()
    bodies: tuple[Body, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    mechanisms: tuple[MechanismEntry, ...] = ()
    instruments: tuple[InstrumentEntry, ...] = ()
    issues: tuple[IssueEntry, ...] = ()
    formulas: tuple[FormulaEntry, ...] = ()
    offices: tuple[OfficeTitle, ...] = ()
    verbs: tuple[Verb, ...] = ()
    words: tuple[Words, ...] = ()
    patterns: tuple[PatternEntry, ...] = ()
    reliability: tuple[Reliability, ...] = ()


KINDS = tuple(name for name in Pack.model_fields if name != "header")
