"""The packs' word lists about undertakings, looked up once a desk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas and words in lower case; what each list is for stands beside it in the pack."""

    settle: frozenset[str]
    vow: frozenset[str]
    plan: frozenset[str]
    move: frozenset[str]
    ready: frozenset[str]
    copulas: frozenset[str]
    nouns: frozenset[str]
    accords: frozenset[str]
    documents: frozenset[str]
    sign: frozenset[str]
    jointly: frozenset[str]
    others: frozenset[str]
    events: frozenset[str]
    lasting: frozenset[str]
    reach: frozenset[str]
    voice: frozenset[str]
    barrier: frozenset[str]
    meet: frozenset[str]
    arranged: frozenset[str]
    fate: frozenset[str]
    manners: frozenset[str]
    conditions: frozenset[str]
    hypotheses: frozenset[str]
    nobody: frozenset[str]
    together: frozenset[str]
    agents: frozenset[str]
    gatherings: frozenset[str]
    deeds: frozenset[str]
    thoughts: frozenset[str]
    order: frozenset[str]
    courtesies: frozenset[str]
    fix: frozenset[str]
    aims: frozenset[str]
    tries: frozenset[str]
    threats: frozenset[str]
    home: frozenset[str]
    sports: frozenset[str]
    announce: frozenset[str]
    give: frozenset[str]
    aid: frozenset[str]
    ventures: frozenset[str]
    greet: frozenset[str]
    providing: frozenset[str]
    paid: frozenset[str]
    opining: frozenset[str]
    bringing: frozenset[str]
    chair: frozenset[str]
    hour: frozenset[str]


@lru_cache(maxsize=16)
def lexicon(desk: Desk) -> Lexicon:
    return Lexicon(**{name: desk.word_set(f"promise.{name}") for name in Lexicon.__dataclass_fields__})
