"""One title in the plural for several people: "Kenyan and Ugandan Defence Ministers X and Y", "the presidents of Kenya, X, and Uganda, Y"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.desk.desk import Desk
from dragoman.readers.naming.extent import head_at, tail
from dragoman.readers.naming.meaning import institution_country, roles_of
from dragoman.readers.naming.names import Run
from dragoman.readers.naming.offices import Phrase
from dragoman.readers.naming.word import Word
from dragoman.span import Span

_LINKS = frozenset([",", "and", "&", "(", ")", "of", "from", "the", ":", "-", "'s"])
_SUMS = frozenset(["both", "two", "three", "respective", "the", "their", "countries", "nations", "states", "sides"])
_SHORT = {"sens": "senator", "reps": "congressman", "govs": "governor"}
_FARTHEST = 30


def joint(words: Sequence[Word], listed: Sequence[Run], nouns: frozenset[str], desk: Desk) -> dict[int, Phrase]:
    """The office of each name that a plural title is joint to, by the word where the name begins."""
    by_first = {r.first: r for r in listed if not r.barred(desk)}
    found: dict[int, Phrase] = {}
    for at, word in enumerate(words):
        if (singular := _singular(word, nouns)) is None:
            continue
        text = word.text[: len(singular)] if word.low not in _SHORT else f"{word.text[:3]}."
        alone = replace(word, text=text, low=singular, kind="title", value=singular, length=1)
        first = _begin(words, at, alone, nouns, desk)
        chosen = [*words[first:at], alone]
        roles = roles_of(chosen, len(chosen), desk, None)
        end, _ = tail(words, at + 1, frozenset(by_first))
        body = [w for w in words[at + 1 : end] if w.kind not in ("demonym", "country")] if end in by_first else []
        steps = _steps(words, end if body else at + 1, by_first)
        people = [s for s in steps if isinstance(s, Run)]
        if not roles or len(people) < 2:
            continue
        title = " ".join(w.text for w in (*chosen, *body))
        said = next((w.value for w in words[at + 1 : end] if w.kind in ("demonym", "country") and w.length), None)
        seat = said or institution_country(words[at + 1 : end], desk) if body else None
        for run, country in zip(people, _countries(steps, _before(words, first)), strict=True):
            found[run.first] = Phrase(
                title,
                Span(words[first].start, words[end - 1].end if body else word.end),
                roles,
                country or seat,
                "current",
                first,
                end - 1 if body else at,
                body=bool(body),
                marked=country is not None,
            )
    return found


def _singular(word: Word, nouns: frozenset[str]) -> str | None:
    """The noun of an office of which this is the plural."""
    if word.text.endswith("."):
        return _SHORT.get(word.low)
    if not word.low.endswith("s") or word.kind not in ("", "titles"):
        return None
    return word.low[:-1] if word.low[:-1] in nouns else None


def _begin(words: Sequence[Word], at: int, alone: Word, nouns: frozenset[str], desk: Desk) -> int:
    """Where the words of the title begin, its field and rank included."""
    best = at
    for first in range(at - 1, max(-1, at - 5), -1):
        if words[first].kind in ("country", "demonym", "place") or not words[first].low.replace("-", "").isalpha():
            break
        if (
            words[first].low in _SUMS
            or words[first].low in desk.word_set("office-epithets")
            or head_at([*words[first:at], alone], 0, nouns, desk) != at - first + 1
        ):
            break
        best = first
    return best


def _steps(words: Sequence[Word], at: int, by_first: Mapping[int, Run]) -> list[Run | str]:
    """The names and countries after a plural title, in order, as long as nothing but links stands between them."""
    found: list[Run | str] = []
    limit = min(len(words), at + _FARTHEST)
    while at < limit:
        word = words[at]
        if (run := by_first.get(at)) and (len(run.words) > 1 or words[at - 1].low not in ("of", "from", "the", "-")):
            found.append(run)
            at = run.last + 1
        elif word.kind == "country" and word.length and word.value:
            found.append(word.value)
            at += word.length
        elif word.kind == "place" and word.length and words[at - 1].low in ("of", "from"):
            at += word.length
        elif (
            word.low in _LINKS
            or word.kind == "honorific"
            or (word.low in _SUMS and not any(isinstance(s, Run) for s in found))
        ):
            at += 1
        else:
            break
    return found


def _before(words: Sequence[Word], first: int) -> list[str]:
    """The countries told before the title: "Kenyan and Ugandan", "Kenya's and Uganda's"."""
    found: list[str] = []
    at = first - 1
    while at >= 0:
        word = words[at]
        if word.kind in ("country", "demonym") and word.value:
            found += [word.value] * (word.length > 0)
        elif word.low not in ("and", ",", "'s", "&"):
            break
        at -= 1
    return found[::-1]


def _countries(steps: Sequence[Run | str], before: Sequence[str]) -> list[str | None]:
    """The country of each name: the one beside it; or each of as many told before, in their order; or the only one."""
    count = sum(isinstance(s, Run) for s in steps)
    told = [s for s in steps if isinstance(s, str)]
    order = "".join("n" if isinstance(s, Run) else "c" for s in steps)
    if order in ("cn" * count, "nc" * count, "c" * count + "n" * count):
        return list(told)
    if told:
        return [None] * count
    if len(before) == count:
        return list(before)
    return [before[0] if len(before) == 1 else None] * count
