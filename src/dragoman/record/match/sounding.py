"""How a name sounds, as far as its writings in Latin letters agree: "Yerlan Sarsenbayev" and "Erlan Sarsenbaev"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_SMALL = frozenset(("al", "el", "ul", "bin", "ibn", "ben", "bint"))
"""Articles, and words for son and daughter, which some writings leave out."""
_SAME = (
    ("kh", "h"), ("ph", "f"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("dj", "j"), ("zh", "j"), ("q", "k"),
    ("w", "v"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"),
)  # fmt: skip
_LEAST = 12
"""Letters of a whole name from which its vowels need not agree."""


def sounding(words: Iterable[str]) -> str:
    """What folded words of a name sound like, in alphabetical order; empty where fewer than two are left, or where the name
    is too short to be known by its sound. In a long one e and a, o and u count as one; not where a syllable ends in "ng",
    since names of such syllables differ by their vowels alone."""
    heard = sorted(filter(None, (_word(word) for word in words if word not in _SMALL)))
    whole = "".join(heard)
    if len(heard) < 2:
        return ""
    if len(whole) >= _LEAST and "ng" not in whole:
        return " ".join(word.replace("o", "u").replace("e", "a") for word in heard)
    return " ".join(heard)


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    for written, heard in _SAME:
        word = word.replace(written, heard)
    word = re.sub(r"^i(?=[aeou])|(?<=[aeou])i(?=[aeou])", "", word)
    word = re.sub(r"^(?:al|el)(?=[a-z]{4})", "", word)
    return re.sub(r"(.)\1+", r"\1", word)
