"""Later sentences that say what became of an undertaking: that it was done, put off, or settled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, and_, select, text

from dragoman.desk.desk import Desk
from dragoman.evening import even
from dragoman.record import schema
from dragoman.views.aligning.likeness import Lexicon, tokens
from dragoman.views.aligning.units import Speaker, Unit
from dragoman.views.contract import Evidence
from dragoman.views.following.promise import Promise

COVERED = 0.6
"""How much of what is promised a sentence must speak of, to say that it was done."""
PUT_OFF = 0.45
"""The same, to say that it was put off or called off: such sentences are shorter."""
_FEW = 3
_TERMS = 5
_MOST = 60
_FIND = f"""
SELECT s.dispatch, s.start, s.end, substr(d.text, s.start + 1, s.end - s.start), d.last_day
FROM {schema.INDEX} i JOIN sentence s ON s.id = i.rowid JOIN dispatch d ON d.id = s.dispatch
WHERE {schema.INDEX} MATCH :match AND d.last_day >= :since AND d.last_day <= :until
ORDER BY d.last_day, s.dispatch, s.start LIMIT :most
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Later:
    """A sentence and the day on which it was published. `share`: how much of what is promised it speaks of; `whole`:
    enough to say that it was done."""

    evidence: Evidence
    day: str
    words: Counter[str]
    share: float
    whole: bool


class Sentences:
    def __init__(self, connection: Connection, pack: Desk | None, words: Lexicon) -> None:
        self.connection, self.pack, self.words = connection, pack, words
        self.spoken = {group: [] for group in set(words.alike.values())}  # type: dict[str, list[tuple[str, ...]]]
        for phrase, group in words.alike.items():
            self.spoken[group].append(phrase)

    def about(self, promise: Promise, until: str) -> Iterator[Later]:
        """Sentences published from the day of the promise on that speak of what is promised."""
        seen: set[Evidence] = set()
        for thing in promise.objects:
            match = self._match(thing)
            if match is None or promise.since is None:
                continue
            rows = self.connection.execute(
                text(_FIND), {"match": match, "since": promise.since, "until": until, "most": _MOST}
            )
            for dispatch, start, end, words, day in rows:
                evidence = Evidence(dispatch, start, end, words)
                if evidence in seen:
                    continue
                seen.add(evidence)
                said = tokens(Unit("", "", Speaker(""), "", frozenset(), evidence), self.words)
                share = max(covered(one, said) for one in promise.objects)
                whole = any(covered(one, said) >= enough(one) for one in promise.objects)
                yield Later(evidence, day, said, share, whole)

    def on_issue(self, issues: frozenset[str], since: str, until: str) -> Iterator[Later]:
        """Sentences published after a day that speak of an issue."""
        topic, row, heads = schema.issue.c, schema.sentence.c, schema.dispatch.c
        rows = self.connection.execute(
            select(row.dispatch, row.start, row.end, heads.text, heads.last_day)
            .join(schema.issue, and_(topic.dispatch == row.dispatch, topic.start < row.end, topic.end > row.start))
            .join(schema.dispatch, heads.id == row.dispatch)
            .where(topic.issue.in_(issues), heads.last_day > since, heads.last_day <= until, topic.rejected.is_(False))
            .distinct()
            .order_by(heads.last_day, row.dispatch, row.start)
            .limit(_MOST)
        )
        for dispatch, start, end, whole, day in rows:
            yield Later(Evidence(dispatch, start, end, whole[start:end]), day, Counter(), 0.0, False)

    def done(self, later: Later) -> bool:
        low = even(later.evidence.text)
        return self._says("completion", low) and not self._says("not-yet", low) and not _asks(low)

    def put_off(self, later: Later) -> bool:
        return self.says_put_off(later.evidence.text)

    def says_put_off(self, text: str) -> bool:
        low = even(text)
        return self._says("lapse", low) and not _asks(low)

    def settled(self, later: Later) -> bool:
        low = even(later.evidence.text)
        return self._says("settled", low) and not self._says("not-yet", low) and not _asks(low)

    def _says(self, group: str, evened: str) -> bool:
        return self.pack is not None and next(iter(self.pack.matcher(group).find(evened)), None) is not None

    def _match(self, thing: Counter[str]) -> str | None:
        """Sentences with two of the things that a promise names, the longest words first."""
        terms = [
            term for token in sorted(thing, key=lambda t: (" " not in t, -len(t), t)) if (term := self._term(token))
        ]
        if len(terms) < 2:
            return None
        return " OR ".join(f"({a} AND {b})" for a, b in combinations(terms[:_TERMS], 2))

    def _term(self, token: str) -> str | None:
        if " " in token:
            return None
        if token.startswith("~"):
            phrases = sorted(p for p in self.spoken.get(token, ()) if p)
            return "(" + " OR ".join("(" + " AND ".join(f'"{w}" *' for w in p) + ")" for p in phrases) + ")"
        return f'"{token}" *' if re.fullmatch(r"\w+", token) else None


def _asks(evened: str) -> bool:
    """A question states nothing."""
    return evened.rstrip(" \"'”’)").endswith("?")


def covered(thing: Counter[str], said: Counter[str]) -> float:
    """How much of what is promised is spoken of, 0 to 1; 0 where fewer than two things are."""
    shared = thing.keys() & said.keys()
    return len(shared) / len(thing) if len(shared) >= 2 else 0.0


def enough(thing: Counter[str]) -> float:
    """How much of it a sentence must speak of, to say that it was done: all of what is said in few words."""
    return 1.0 if len(thing) <= _FEW else COVERED
