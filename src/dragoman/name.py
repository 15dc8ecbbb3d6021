"""Personal names as texts write them: parts, orders, likeness. Nothing here knows any particular person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "des",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "bin",
        "bint",
        "binti",
        "binte",
        "bte",
        "ibn",
        "ben",
        "al",
        "el",
        "ul",
        "ud",
        "e",
        "y",
        "af",
        "av",
        "san",
        "st",
    ]
)
HONORIFICS = frozenset(
    [
        "shri",
        "smt",
        "kum",
        "ratu",
        "datin",
        "maulana",
        "engr",
        "barr",
        "alhaji",
        "alhaja",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "baron",
        "hon",
        "honourable",
        "honorable",
        "hrh",
        "fr",
        "atty",
        "excellency",
        "holiness",
        "eminence",
        "beatitude",
        "highness",
        "majesty",
        "h.h",
        "hh",
        "sheikh",
        "shaikh",
        "sayyid",
        "hajji",
        "ayatollah",
        "dona",
        "madam",
        "madame",
        "monsieur",
        "herr",
        "frau",
        "señor",
        "señora",
        "comrade",
        "h.e",
        "rev",
        "reverend",
        "awang",
        "monsignor",
        "dayang",
        "mallam",
        "ir",
        "mdm",
        "amb",
        "eng",
        "ing",
        "arq",
        "lic",
        "dato",
        "datuk",
        "puan",
        "haji",
        "hajj",
        "hajah",
        "ibu",
        "bapak",
        "pak",
        "tun",
        "m.l",
        "m.r",
        "mme",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "brig",
        "adm",
        "cmdr",
        "sgt",
        "rtd",
        "retd",
        "his",
        "her",
        "the",
    ]
)
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*\.?")
_MARKS = str.maketrans({**dict.fromkeys("’‘‛ʼ´`", "'"), **dict.fromkeys("‐‑‒–", "-")})
"""Marks inside names that texts write in several ways."""


_INITIALS = re.compile(r"([A-ZÀ-Þ][a-z]?\.) ?(?:[A-ZÀ-Þ][a-z]?\. ?)+")


def fold(text: str) -> str:
    """Lower case without accents, so that "Lü" and "LU" compare equal. Length may change."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_GLUED = re.compile(r"\b([A-Z])\.(?=[A-Z][a-z])")
"""An initial with no space behind it: "G.Bold"."""


@lru_cache(maxsize=2_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without honorifics; hyphens and dots inside a word dropped ("Do-yeon" is "doyeon")."""
    words = (fold(w).strip(".") for w in _WORD.findall(_GLUED.sub(r"\1. ", name.translate(_MARKS))))
    return tuple(re.sub(r"[.'-]", "", w) for w in words if w not in HONORIFICS)


def initial(word: str) -> bool:
    return len(word) == 1


def covers(full: str, short: str) -> bool:
    """Whether `short` may be a shorter way to write `full`: its words stand in the full name in some order, an initial for its word."""
    have, want = list(parts(full)), parts(short)
    if _with_initials(full, short) or _with_initials(short, full):
        return True
    if len(want) > 1 and "".join(want) in have:
        return True  # "Ben Gur" of "Ben-Gur"
    if not want or len(want) > len(have):
        return False
    for word in want:
        hit = next((h for h in have if h == word or (initial(word) and h.startswith(word) and len(want) > 1)), None)
        if hit is None and not _take_run(have, word):
            return False
        if hit is not None:
            have.remove(hit)
    return any(not initial(w) and w not in PARTICLES for w in want)


def _take_run(have: list[str], word: str) -> bool:
    """Takes out the neighbouring words that another spelling hyphenates: "Ben-Gur" of "Ana Ben Gur"."""
    for size in (2, 3):
        for at in range(len(have) - size + 1):
            if "".join(have[at : at + size]) == word:
                del have[at : at + size]
                return True
    return False


def _with_initials(full: str, short: str) -> bool:
    """ "G.P. Lind" and "Gleb Lind": joined initials, the first of the given name, before the one family name."""
    dotted = _INITIALS.match(short)
    have, rest = parts(full), parts(short[dotted.end() :]) if dotted else ()
    return bool(
        dotted and rest and len(have) > len(rest) and not _INITIALS.match(full)
        and have[-len(rest) :] == rest and have[0].startswith(fold(dotted[1]).strip("."))
    )  # fmt: skip


def same(a: str, b: str) -> bool:
    """Equal as sets of words, in whichever order family and given name stand."""
    x, y = parts(a), parts(b)
    return bool(x) and (sorted(x) == sorted(y) or "".join(x) == "".join(y))
