"""Where an office stands that somebody is told to be given or to have held: "the appointment of X as Ambassador", "X was named minister",
"X, who served as chief of mission", "X, the chair's chief of staff"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.desk.desk import Desk
from dragoman.readers.naming.word import Word

_BE = frozenset(["is", "was", "be", "been", "being", "were", "became", "become", "becomes"])
_HELD = frozenset(["serves", "served", "acts", "acted", "works", "worked", "serve", "act", "work", "serving", "acting"])
_AUXILIARIES = frozenset(["has", "had", "will", "would", "have", "also", "once"])
_REACH = 14
"""Words before a name in which a verb may stand that gives an office."""


def office_after(words: Sequence[Word], at: int, desk: Desk, *, since: int) -> int | None:
    """Number of the word where an office begins that is told of the name ending before word `at`; None where none is. `since`: where the
    name begins."""
    return _given(words, at, since, desk) or _relative(words, at, desk) or _anothers(words, at)


def _given(words: Sequence[Word], at: int, since: int, desk: Desk) -> int | None:
    """ "(appointed) X as", "X was appointed (as)", "X, … , to serve as"."""
    verbs = desk.word_set("appointing-words")
    low = [w.low for w in words[at : at + 5]]
    before = any(w.low in verbs for w in words[max(0, since - _REACH) : since])
    if before and low[:1] == ["as"]:
        return at + 1
    if before and low[:4] in (["to", "serve", "as", low[3] if len(low) > 3 else ""],):
        return at + 3
    passive = next((i for i in range(min(3, len(low))) if low[i] in _BE), None)
    if passive is None or any(w not in _AUXILIARIES for w in low[:passive]):
        return None
    after = at + passive + 1
    after += after < len(words) and words[after].tag == "RB"
    if after >= len(words) or words[after].low not in verbs:
        return None
    after += 1 + (after + 1 < len(words) and words[after + 1].low == "in")
    return after + (after < len(words) and words[after].low in ("as", "to"))


def _relative(words: Sequence[Word], at: int, desk: Desk) -> int | None:
    """Where the office stands in ", who is …", ", who has served as …" or ", to be …"."""
    comma = at < len(words) and words[at].text == ","
    at += comma
    low = [w.low for w in words[at : at + 2]]
    if comma and low == ["to", "be"]:
        return at + 2
    if low[:1] != ["who"]:
        return None
    at += 1
    while at < len(words) and (words[at].tag == "RB" or words[at].low in _AUXILIARIES):
        at += 1
    if at + 1 >= len(words):
        return None
    if words[at].low in _HELD and words[at + 1].low == "as":
        return at + 2
    if words[at].low not in _BE:
        return None
    at += 1 + (words[at + 1].tag == "RB")
    if at < len(words) and words[at].low in desk.word_set("appointing-words"):
        at += 1 + (at + 1 < len(words) and words[at + 1].low in ("as", "to"))
    return at


def _anothers(words: Sequence[Word], at: int) -> int | None:
    """Where the office stands in ", Holm's chief of staff, …"."""
    if at >= len(words) or words[at].text != ",":
        return None
    end = at + 1
    while end < len(words) and end - at < 4 and words[end].capital and words[end].kind in ("", "title", "honorific"):
        end += 1
    named = end > at + 1 and end < len(words) and words[end].low == "'s"
    return end + 1 if named else None
