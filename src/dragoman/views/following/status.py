"""Which status each undertaking has, and the spans that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.evening import even
from dragoman.record import schema
from dragoman.views.aligning.likeness import Lexicon
from dragoman.views.contract import Evidence, Source
from dragoman.views.following.encounters import Encounters
from dragoman.views.following.promise import Promise, Promises
from dragoman.views.following.sentences import PUT_OFF, Later, Sentences
from dragoman.views.sourced import sources

ANEW = 0.5
"""How much of an undertaking a later one must speak of to take its place."""
_NEAR = 400
"""Characters on either side of a later undertaking in which it is said that the time is set anew."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`status`: open where nothing later says otherwise. `entry`: of the encounter or undertaking that shows it. `day`:
    when the encounter that keeps it was; None where a sentence shows it, which may tell of an earlier day."""

    status: Literal["open", "kept", "superseded", "lapsed"]
    shown_by: tuple[Evidence, ...] = ()
    entry: str | None = None
    day: str | None = None


def outcomes(
    connection: Connection,
    entries: Mapping[str, Row],
    rows: Mapping[str, Sequence[Row]],
    told: Mapping[str, Source],
    pack: Desk | None,
    words: Lexicon,
    as_of: date,
) -> tuple[dict[str, Outcome], dict[str, Source]]:
    """The outcome of each undertaking as of a day, and the dispatches that show them."""
    promises = Promises(connection, pack, words).read(entries, {k: rows[k] for k in entries}, told)
    met = Encounters(connection, promises.values(), pack, as_of)
    judge = _Judge(connection, met, Sentences(connection, pack, words), pack, as_of.isoformat())
    found = {key: judge.outcome(promise) for key, promise in promises.items()}
    cited = {e.dispatch for outcome in found.values() for e in outcome.shown_by}
    return found, sources(connection, sorted(cited))


class _Judge:
    def __init__(
        self, connection: Connection, met: Encounters, sentences: Sentences, pack: Desk | None, until: str
    ) -> None:
        self.connection, self.met, self.sentences, self.pack, self.until = connection, met, sentences, pack, until

    def outcome(self, promise: Promise) -> Outcome:
        if promise.since is None or promise.continuing:
            return Outcome("open")
        if kept := self.met.kept(promise):
            return Outcome("kept", kept[1], kept[0], self.met.found[kept[0]].date)
        later = list(self.sentences.about(promise, self.until))
        if not promise.mechanism and not (promise.visit and (promise.people or promise.roles)):
            done = [one for one in later if one.whole and self._after(promise, one) and self.sentences.done(one)]
            if not done and promise.seeking and promise.issues:
                later_on = self.sentences.on_issue(promise.issues, promise.since, self.until)
                done = [one for one in later_on if self._after(promise, one) and self.sentences.settled(one)]
            if done:
                shown = tuple(one.evidence for one in done if one.day == done[0].day)
                return Outcome("kept", shown)
        if anew := self._anew(promise, later):
            return anew
        if fallen := self.met.fallen(promise):
            return Outcome("lapsed", fallen[1], fallen[0])
        own = {(e.dispatch, e.start) for e in promise.tellings}
        off = [one for one in later if one.share >= PUT_OFF and self.sentences.put_off(one)]
        off = [one for one in off if self._after(promise, one) or self._holds(one, own)]
        return Outcome("lapsed", tuple(o.evidence for o in off)) if off else Outcome("open")

    def _after(self, promise: Promise, one: Later) -> bool:
        return one.day > str(promise.since) and one.evidence.dispatch not in {e.dispatch for e in promise.tellings}

    @staticmethod
    def _holds(one: Later, own: set[tuple[str, int]]) -> bool:
        """Whether a sentence is one that the undertaking itself stands in."""
        return any(d == one.evidence.dispatch and one.evidence.start <= s < one.evidence.end for d, s in own)

    def _anew(self, promise: Promise, later: Sequence[Later]) -> Outcome | None:
        """A later undertaking about the same, in a dispatch that says that its time is set anew. Only what had a time
        can have another."""
        if promise.due is None:
            return None
        table, membership = schema.commitment.c, schema.membership.c
        for one in later:
            if one.share < ANEW or not self._after(promise, one):
                continue
            rows = self.connection.execute(
                select(table.start, table.end, table.evidence, table.due, membership.entry)
                .join(schema.membership, membership.finding == table.id)
                .where(
                    table.dispatch == one.evidence.dispatch,
                    table.start < one.evidence.end,
                    table.end > one.evidence.start,
                    table.rejected.is_(False),
                    membership.entry.is_not(None),
                    membership.entry != promise.entry,
                )
            ).all()
            for row in rows:
                evidence = Evidence(one.evidence.dispatch, row.start, row.end, row.evidence)
                if not self.sentences.says_put_off(evidence.text) and self._moved(one.evidence):
                    return Outcome("superseded", (evidence,), row.entry)
        return None

    def _moved(self, evidence: Evidence) -> bool:
        heads = schema.dispatch.c
        text = self.connection.execute(select(heads.text).where(heads.id == evidence.dispatch)).scalar_one()
        near = text[max(0, evidence.start - _NEAR) : evidence.end + _NEAR]
        return self.pack is not None and next(iter(self.pack.matcher("rearranged").find(even(near))), None) is not None
