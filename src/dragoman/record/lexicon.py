"""What a sentence is about, by the beginnings of its words, those that say the same as one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.name import fold
from dragoman.record.figures import evened
from dragoman.record.sentences import bigrams

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STEM = 5
_ENDINGS = ("ing", "ed", "s")
"""Of short words, whose beginnings would keep them: "lifted", "visas"."""
_WIDE = ("inter", "trans", "under", "count", "commu", "const", "coope")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the packs say of words: `alike` by phrase, as stems, and group; `weights` by phrase, scale and step, the
    longest phrase first; `common` stems that carry nothing; `sides`: phrases for the two sides together."""

    alike: dict[tuple[str, ...], str]
    longest: int
    weights: tuple[tuple[re.Pattern[str], str, int], ...]
    common: frozenset[str]
    sides: re.Pattern[str] | None = None


@lru_cache(maxsize=16)
def lexicon(pack: Desk | None) -> Lexicon:
    alike: dict[tuple[str, ...], str] = {}
    for number, group in enumerate(pack.words("alike") if pack else ()):
        for phrase in group.split("|"):
            alike.setdefault(tuple(stem(w) for w in WORD.findall(fold(phrase))), f"~{number}")
    steps: list[tuple[str, str, int]] = []
    for line in pack.words("weights") if pack else ():
        scale, _, levels = line.partition(":")
        for step, level in enumerate(levels.split("|")):
            steps += [(" ".join(phrase.split()), scale.strip(), step) for phrase in level.split(",")]
    weights = tuple(
        (re.compile(rf"\b{re.escape(p)}\b".replace(r"\ ", r"\s+"), re.I), scale, step)
        for p, scale, step in sorted(steps, key=lambda s: -len(s[0]))
    )
    listed = (*pack.words("point-common"), *pack.words("point-common-names")) if pack else ()
    common = frozenset(stem(fold(w)) for w in listed)
    named = "|".join(re.escape(p) for p in (pack.words("point-sides") if pack else ()) if " " in p)
    sides = re.compile(rf"\b(?:{named})\b".replace(r"\ ", r"\s+"), re.I) if named else None
    return Lexicon(alike, max((len(k) for k in alike), default=1), weights, common, sides)


def stem(word: str) -> str:
    """The beginning of a folded word, so that "resume" meets "resuming"."""
    word = word.partition("'")[0].partition("’")[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and 2 < len(word) - len(ending) < _STEM and not word.endswith(("ss", "eed")):
            word = word.removesuffix(ending)
            break
    return word[: _STEM + 3] if word.startswith(_WIDE) else word[:_STEM]


def spoken(text: str, words: Lexicon) -> Counter[str]:
    """What a text is about."""
    found: Counter[str] = Counter()
    stems = [stem(w) for w in WORD.findall(fold(evened(text)))]
    i = 0
    while i < len(stems):
        for size in range(min(words.longest, len(stems) - i), 0, -1):
            group = words.alike.get(tuple(stems[i : i + size]))
            if group:
                found[group] += 1
                i += size
                break
        else:
            if stems[i] not in words.common and (len(stems[i]) > 3 or stems[i].isdigit()):
                found[stems[i]] += 1
            i += 1
    found.update(bigrams(text).split())
    return found
