"""Points that are contested: one side's account attributes words to a person of the other, and that side denies them.

A denial counts only where a dispatch of the person's own side (or, where there is none, someone of that side quoted in
another) that mentions the encounter or the person, published no earlier than the encounter and within a quarter of a
year, denies in so many words that the person said it, or that it was said at all, and retells the claim near the denial.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from dragoman.desk.desk import Desk
from dragoman.evening import even
from dragoman.record import schema
from dragoman.record.cues import DENIAL
from dragoman.record.lexicon import WORD, Lexicon, lexicon
from dragoman.views.aligning.likeness import common_share, rarity, tokens
from dragoman.views.aligning.points import Draft
from dragoman.views.aligning.units import Speaker, Unit, country_in
from dragoman.views.contract import Evidence, Source
from dragoman.views.sourced import sources

WINDOW = timedelta(days=92)
NEAR = 4
"""Sentences before and after a denial among which, or in which, the claim must be retold."""
RETOLD = 0.5
"""The likeness to a clause of the claim from which a sentence retells it, or answers for it."""
SHORTEST = 3
"""Letters of a word of a name by which a sentence is looked for."""
_CLAUSE = 2
_JOIN = re.compile(r"(?:;|,)?\s+and\s+|;\s+")
_ON = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:about|on|regarding|concerning)\s+(?:the |any )?"
    r"(?P<on>[^,.;:]+?)(?=\s+(?:during|at|in the course|when|while|to the)\b|[,.;:\"”]|$)"
)


@dataclass(frozen=True, slots=True)
class Contest:
    """`claim`: who attributes it, in what words. `silence`: where accounts of the person's side tell of the encounter
    without it. `denial`, `protest`: of the person's side, later. `reply`: of the side that made the claim."""

    claim: tuple[Evidence, ...]
    silence: tuple[Evidence, ...]
    denial: tuple[Evidence, ...]
    protest: tuple[Evidence, ...]
    reply: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a later dispatch, with the countries of those whose words it is."""

    evidence: Evidence
    voices: frozenset[str]


def window(day: str, as_of: date | None) -> tuple[str, str]:
    """The first and the last day on which what an account of an encounter of that day says can be denied."""
    last = (date.fromisoformat(day) + WINDOW).isoformat()
    return day, min(last, as_of.isoformat()) if as_of else last


def denying_between(first: str, last: str, entries: Sequence[str], words: Iterable[str] = ()) -> Select[tuple[str]]:
    """Dispatches of some days in which something is denied and any of the entries is told of, or a word of a person's name among
    `words` stands, by day."""
    cue, member, heads = schema.cue.c, schema.membership.c, schema.dispatch.c
    tells = select(member.finding).where(member.dispatch == cue.dispatch, member.entry.in_(entries)).exists()
    written = [heads.text.contains(word, autoescape=True) for word in words]
    denies = (heads.id == cue.dispatch, cue.what == DENIAL, cue.day >= first, cue.day <= last)
    return select(cue.dispatch).where(*denies, or_(tells, *written)).order_by(cue.day, cue.dispatch)


def written(connection: Connection, entries: Iterable[str]) -> list[str]:
    """The words of people's names, as dispatches write them, by which one sentence may name them: "Minister Berg"."""
    entry = schema.entry.c
    chosen = select(entry.detail).where(entry.id.in_(list(entries)), entry.kind == "person").order_by(entry.id)
    names = [name for detail in connection.execute(chosen).scalars() for name in detail.get("names", ())]
    words = [word for name in names for word in name.split() if len(word) >= SHORTEST and word[0].isupper()]
    return list(dict.fromkeys(words))


class Contests:
    """`encounter`: its entry; `day`: its last day; `told`: the dispatches that tell of it."""

    def __init__(
        self,
        connection: Connection,
        encounter: str,
        day: str | None,
        told: Mapping[str, Source],
        pack: Desk | None,
        as_of: date | None,
    ) -> None:
        self.connection, self.encounter, self.day, self.told = connection, encounter, day, dict(told)
        self.pack, self.as_of = pack, as_of
        self.words: Lexicon = lexicon(pack)
        self.cited: dict[str, Source] = {}
        self._read: dict[str, list[_Said]] = {}
        self._words: dict[Evidence, Counter[str]] = {}

    def find(self, drafts: Sequence[Draft], silent: Mapping[int, Sequence[Evidence]]) -> dict[int, Contest]:
        """The contested among the drafts, by number. `silent`: for each draft, where the accounts that leave it out tell
        of the encounter."""
        if self.pack is None or self.day is None:
            return {}
        found: dict[int, Contest] = {}
        claims = [(n, unit) for n, draft in enumerate(drafts) if (unit := self._claim(draft)) is not None]
        denied = self._denied(claims)
        for number, unit in claims:
            if number in denied and self._alone(drafts[number], unit):
                own = [d for d in denied[number] if self.cited[d[0]].side == unit.speaker.country]
                denied[number] = own or denied[number]
                found[number] = self._contest(unit, drafts[number], denied[number], silent.get(number, ()))
        return found

    def parted(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts, with each claim that the person's own side denies set apart from what that side tells itself."""
        if self.pack is None or self.day is None:
            return list(drafts)
        claims = [(n, unit) for n, draft in enumerate(drafts) if (unit := self._claim(draft)) is not None]
        mixed = {n: unit for n, unit in claims if not self._alone(drafts[n], unit)}
        denied = self._denied(claims) if mixed else {}
        found: list[Draft] = []
        for number, draft in enumerate(drafts):
            if number not in mixed or number not in denied:
                found.append(draft)
                continue
            home = mixed[number].speaker.country
            claimed = {key: listed for key, listed in draft.told.items() if self.told[key].side not in (home, None)}
            found += [Draft(claimed), Draft({k: v for k, v in draft.told.items() if k not in claimed})]
        return found

    def _denied(self, claims: Sequence[tuple[int, Unit]]) -> dict[int, list[tuple[str, Evidence]]]:
        """By number of the claim, the dispatches that deny it with the words that do."""
        denied: dict[int, list[tuple[str, Evidence]]] = {}
        for person, country in sorted({(u.speaker.entry or "", u.speaker.country or "") for _, u in claims}):
            theirs = [(n, u) for n, u in claims if u.speaker.entry == person]
            for dispatch in self._later(person, denying=True):
                for number, evidence in self._denials(dispatch, person, country, theirs):
                    denied.setdefault(number, []).append((dispatch, evidence))
        return denied

    def _claim(self, draft: Draft) -> Unit | None:
        """The first piece in which another side's account attributes words to a person."""
        for unit in draft.pieces:
            who: Speaker = unit.speaker
            side = self.told[unit.account].side if unit.account in self.told else None
            if side and who.entry and who.country and not who.both and who.country != side:
                return unit
        return None

    def _alone(self, draft: Draft, claim: Unit) -> bool:
        """Whether only the side that makes a claim tells the point, so far as is known."""
        sides = {self.told[key].side for key in draft.told if key in self.told}
        return sides == {self.told[claim.account].side}

    def _later(self, person: str, *, denying: bool = False) -> list[str]:
        """Dispatches that mention the encounter or the person, from its day on; with `denying` those in which something
        is denied alone."""
        heads = schema.dispatch.c
        first, last = window(str(self.day), self.as_of)
        chosen: Select[Any]
        if denying:
            chosen = denying_between(first, last, [self.encounter, person], written(self.connection, [person]))
        else:
            member = schema.membership.c
            chosen = (
                select(heads.id)
                .join(schema.membership, member.dispatch == heads.id)
                .where(
                    member.entry.in_([self.encounter, person]), and_(heads.last_day >= first, heads.last_day <= last)
                )
                .distinct()
                .order_by(heads.last_day, heads.id)
            )
        keys = list(self.connection.execute(chosen).scalars())
        self.cited.update(sources(self.connection, [k for k in keys if k not in self.cited]))
        return keys

    def _sentences(self, dispatch: str) -> list[_Said]:
        if dispatch in self._read:
            return self._read[dispatch]
        row = schema.sentence.c
        heads = schema.dispatch.c
        text = self.connection.execute(select(heads.text).where(heads.id == dispatch)).scalar_one()
        spans = self.connection.execute(
            select(row.start, row.end).where(row.dispatch == dispatch).order_by(row.start)
        ).all()
        voices = self._voices(dispatch)
        found = []
        for start, end in spans:
            countries = frozenset(c for s, e, c in voices if s < end and start < e)
            evidence = Evidence(dispatch, start, end, text[start:end])
            found.append(_Said(evidence, countries))
        self._read[dispatch] = found
        return found

    def _voices(self, dispatch: str) -> list[tuple[int, int, str]]:
        """Where someone of a country is quoted."""
        said, voice, person = schema.attribution.c, schema.voice.c, schema.person.c
        rows = self.connection.execute(
            select(said.start, said.end, said.speaker, person.country)
            .outerjoin(schema.voice, voice.attribution == said.id)
            .outerjoin(schema.person, person.id == voice.person)
            .where(said.dispatch == dispatch, said.rejected.is_(False))
        )
        found = []
        for start, end, speaker, country in rows:
            of = country or country_in(speaker, self.pack)
            if of:
                found.append((start, end, of))
        return found

    def _denials(
        self, dispatch: str, person: str, country: str, claims: list[tuple[int, Unit]]
    ) -> Iterable[tuple[int, Evidence]]:
        """Sentences that deny one of the claims, the one that sentences near by retell best: those that say whose words it was not; where
        there are none, those that name nobody and stand beside one that does."""
        said = self._sentences(dispatch)
        names, others = self._names(dispatch, person)
        words = written(self.connection, [person])
        plain: list[tuple[int, Evidence]] = []
        beside: list[tuple[int, Evidence]] = []
        for place, one in enumerate(said):
            own = country in one.voices if one.voices else self.cited[dispatch].side == country
            if not own or not self._matches("denial", one.evidence.text):
                continue
            near = said[max(0, place - NEAR) : place + NEAR + 1]
            about = self._about(one.evidence, names, words)
            if not about and (_inside(one.evidence, others) or not any(_inside(s.evidence, names) for s in near)):
                continue
            if not about and self._matches("protest", one.evidence.text):
                continue
            topic = self._topic(one)
            scored = [(max(self._retold(unit, near, said), self._on(unit, topic)), -number) for number, unit in claims]
            best, number = max(scored, default=(0.0, 0))
            if best >= RETOLD:
                (plain if about else beside).append((-number, one.evidence))
        return plain or beside

    def _topic(self, said: _Said) -> set[str]:
        """The words of what nothing was said about: "did not make any statement about the border"."""
        text = even(said.evidence.text)
        found: set[str] = set()
        for span, *_ in self.pack.matcher("denial").find(text) if self.pack else ():
            if match := _ON.match(text, span.end):
                home = said.evidence.dispatch
                piece = Evidence(home, match.start("on"), match.end("on"), match["on"])
                found |= tokens(Unit(home, "", Speaker(""), "", frozenset(), piece), self.words).keys()
        return found

    def _on(self, claim: Unit, topic: set[str]) -> float:
        """1 where a claim is on all of a topic of some words, else 0."""
        return float(len(topic) >= _CLAUSE and topic <= tokens(claim, self.words).keys())

    def _retold(self, claim: Unit, near: Iterable[_Said], among: Iterable[_Said]) -> float:
        """How well any of some sentences retells any clause of a claim."""
        clauses = [c for c in self._clauses(claim) if len(c) >= _CLAUSE]
        weight = rarity([*clauses, *(self._about_what(s) for s in among)])
        shares = [
            common_share(clause, said, weight)
            for clause in clauses
            for said in map(self._about_what, near)
            if len(clause & said) >= _CLAUSE
        ]
        return max(shares, default=0.0)

    def _about_what(self, said: _Said) -> Counter[str]:
        """The words of a sentence."""
        if said.evidence not in self._words:
            piece = Unit(said.evidence.dispatch, "", Speaker(""), "", frozenset(), said.evidence)
            self._words[said.evidence] = tokens(piece, self.words)
        return self._words[said.evidence]

    def _clauses(self, claim: Unit) -> list[Counter[str]]:
        text, first = claim.evidence.text, claim.evidence.start + claim.core
        found, at = [], claim.core
        for join in (*_JOIN.finditer(text, claim.core), None):
            end = join.start() if join else len(text)
            if end > at:
                part = Evidence(claim.account, first - claim.core + at, first - claim.core + end, text[at:end])
                inside = tuple(m for m in claim.marks if part.start <= m.start and m.end <= part.end)
                found.append(tokens(replace(claim, evidence=part, marks=inside, core=0), self.words))
            at = join.end() if join else end
        return found

    def _names(self, dispatch: str, person: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Where the dispatch mentions the person, and where it mentions others."""
        membership, table = schema.membership.c, schema.person.c
        rows = self.connection.execute(
            select(table.mentions, membership.entry)
            .outerjoin(schema.membership, membership.finding == table.id)
            .where(table.dispatch == dispatch)
        ).all()
        theirs = [(start, end) for mentions, entry in rows if entry == person for start, end in mentions]
        return theirs, [(start, end) for mentions, entry in rows if entry != person for start, end in mentions]

    def _about(self, evidence: Evidence, names: list[tuple[int, int]], words: Sequence[str]) -> bool:
        """Whether a sentence names the person, by an office and a word of the name where the reading found nobody, or has the
        dispatch, which is about them, say "the Prime Minister"."""
        if _inside(evidence, names):
            return True
        titles = self.pack.titles if self.pack else {}
        low = f" {' '.join(WORD.findall(evidence.text.lower()))} "
        before = {
            low.partition(f" {word.lower()} ")[0].rpartition(" ")[2] for word in words if f" {word.lower()} " in low
        }
        if before & {title.rpartition(" ")[2] for title in titles}:
            return True
        return bool(names) and any(f" the {title} " in low for title in titles)

    def _matches(self, group: str, text: str) -> bool:
        return self.pack is not None and next(iter(self.pack.matcher(group).find(even(text))), None) is not None

    def _contest(
        self, unit: Unit, draft: Draft, denied: list[tuple[str, Evidence]], silent: Sequence[Evidence]
    ) -> Contest:
        homes = list(dict.fromkeys(dispatch for dispatch, _ in denied))
        protests = [
            said.evidence
            for home in homes
            for said in self._sentences(home)
            if self._matches("protest", said.evidence.text) and (not said.voices or unit.speaker.country in said.voices)
        ]
        return Contest(
            claim=tuple(piece.evidence for piece in draft.pieces),
            silence=tuple(evidence for evidence in silent if evidence.dispatch not in homes),
            denial=tuple(evidence for _, evidence in denied),
            protest=tuple(protests),
            reply=tuple(self._replies(unit, homes)),
        )

    def _replies(self, unit: Unit, homes: list[str]) -> Iterable[Evidence]:
        """What the side that made the claim says of it once it was denied."""
        side = self.told[unit.account].side
        first = min(self.cited[home].last_day or "9999" for home in homes)
        for dispatch in self._later(unit.speaker.entry or ""):
            source = self.cited[dispatch]
            if dispatch in homes or dispatch == unit.account or source.side != side or (source.last_day or "") < first:
                continue
            said = self._sentences(dispatch)
            for one in said:
                if side in one.voices and self._retold(unit, [one], said) >= RETOLD:
                    yield one.evidence


def _inside(evidence: Evidence, spans: Iterable[tuple[int, int]]) -> bool:
    return any(evidence.start <= start and end <= evidence.end for start, end in spans)


def used(contests: Iterable[Contest]) -> set[str]:
    """The dispatches that contests rest on."""
    parts: list[Any] = [p for c in contests for p in (c.claim, c.silence, c.denial, c.protest, c.reply)]
    return {evidence.dispatch for part in parts for evidence in part}
