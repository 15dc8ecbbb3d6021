"""How far an office phrase reaches: its head with what stands before it, and the phrases after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.desk.desk import Desk
from dragoman.readers.naming.word import Word

PREPOSITIONS = frozenset(("of", "for", "at", "in", "on", "to", "with", "from", "under"))
_STOPS = frozenset(
    [
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "]",
        '"',
        "-",
        "who",
        "which",
        "that",
        "whose",
        "said",
        "says",
        "told",
        "as",
        "during",
        "after",
        "before",
        "while",
        "when",
        "also",
        "has",
        "had",
        "is",
        "was",
        "were",
        "are",
        "will",
        "beginning",
        "outset",
        "meantime",
    ]
)
FIELDS = frozenset(["studies", "policy", "affairs", "relations", "law", "history", "politics"])
"""What a country's name may only describe: "Professor of Kenya Studies"."""
_OCCUPATION = re.compile(
    r"\w{3,}(?:ologist|onomist|ographer|orian|analyst|lawyer|activist|specialist|strategist|scientist|diplomat|engineer|scholar|lecturer)\Z"
)


def head_at(
    words: Sequence[Word], at: int, nouns: frozenset[str], desk: Desk, person_at: frozenset[int] = frozenset()
) -> int:
    """How many words from `at` make an office's head with what precedes it; 0 for none."""
    before, common = desk.word_set("office-premodifiers"), desk.word_set("sentence-words")
    ranks = desk.word_set("ranks")
    best, end = 0, at
    while end < len(words) and end - at < 7:
        word = words[end]
        if end == at and word.tag == "VB" and at and words[at - 1].tag in ("TO", "MD"):
            break
        if end == at and word.tag == "VB" and word.text.islower() and end + 1 < len(words) and words[end + 1].capital:
            break  # "meet Queen X"
        if end > at and end in person_at:
            break
        if word.low == "under" and not _undersecretary(words, end):
            break  # "the new government under Prime Minister X"
        if word.kind == "body" and word.length:
            end += word.length
            continue
        if word.kind == "title" and word.length:
            if 0 < best == end - at and word.capital and words[end - 1].kind == "title" and word.value in ranks:
                break  # "Deputy Foreign Minister Ambassador X" holds two
            end += word.length
            best = end - at
            continue
        head = word.low.removesuffix("-designate").removesuffix("-elect")
        if (head in nouns or (_OCCUPATION.match(word.low) and not word.capital)) and word.kind in ("", "title"):
            end += 1
            best = end - at
            continue
        if word.text == "-":
            if end == at or words[end - 1].end != word.start:
                break
            end += 1
            continue
        if word.capital and word.low in common and word.kind != "title" and word.low not in before:
            break
        if word.tag == "VBG" and word.kind != "title" and word.low not in before:
            break
        tagged = word.tag[:2] in ("NN", "JJ", "VB", "RB") and (word.tag not in ("VBD", "VBZ", "VBP"))
        if word.low in before or (
            tagged and not word.kind and word.low not in _STOPS and word.text.replace(".", "").isalpha()
        ):
            end += 1
            continue
        joins = word.low in ("and", "&") and best == 0 and end > at and words[end - 1].low != ","
        if (
            joins
            and end + 1 < len(words)
            and words[end - 1].capital == words[end + 1].capital
            and not _alone(words[end + 1])
        ):
            end += 1
            continue
        break
    return best


def _alone(word: Word) -> bool:
    """A title of one word, which begins an office of its own: "Holm and Minister Berg"."""
    return word.kind == "title" and word.length == 1


def _undersecretary(words: Sequence[Word], at: int) -> bool:
    return any(w.low in ("secretary", "secretaries", "state") for w in words[at + 1 : at + 3])


def tail(words: Sequence[Word], at: int, person_at: frozenset[int]) -> tuple[int, int]:
    """(end of the phrases of an office from `at`, where its last country begins or -1)."""
    end, country_from = at, -1
    while end < len(words) and words[end].low in PREPOSITIONS:
        if words[end].low == "to" and end + 1 < len(words) and words[end + 1].tag == "VB":
            break
        if _of_another(words, end + 1, person_at):
            break
        if words[end].low == "at" and [w.low for w in words[end + 1 : end + 3]] in (["the", "time"], ["that", "time"]):
            break
        if (
            end == at
            and words[end].low in ("from", "under")
            and not (words[end].low == "from" and _country_follows(words, end + 1))
        ):
            break
        start = end
        inner = end + 1
        while inner < len(words):
            word = words[inner]
            if word.length == 0 and word.kind in ("country", "body", "place", "outlet", "title"):
                inner += 1
                continue
            if (
                inner in person_at
                and inner > start + 1
                and words[inner - 1].low not in PREPOSITIONS
                and words[inner - 1].low not in ("the", "'s")
            ):
                break
            if (
                word.kind == "title"
                and word.capital
                and inner > start + 1
                and word.length
                and inner + word.length in person_at
                and words[inner - 1].capital
            ):
                break  # "Director for Europe Ambassador X"
            if word.text == "," and (listed := _field_list(words, inner)):
                inner = listed + 1
                continue
            if word.low in _STOPS and not (word.text == "-" and words[inner - 1].end == word.start):
                break
            if word.text == "(":
                close = next((i for i in range(inner, min(len(words), inner + 5)) if words[i].text == ")"), None)
                if close is None:
                    break
                inner = close + 1
                continue
            if word.low in PREPOSITIONS and inner > start + 1:
                break
            if (
                inner == start + 1
                and word.low in ("a", "an")
                and words[start].low in ("in", "on", "with", "from", "to")
            ):
                break  # "the Minister in a meeting with …" goes on with what happened
            if word.capital and not word.kind and words[inner - 1].kind == "country" and word.low not in FIELDS:
                named = inner + 1 < len(words) and words[inner + 1].capital and inner not in person_at
                if not named or words[inner + 1].kind:
                    break  # "of Kazakhstan" is whole: what follows is the name
            if word.tag in ("VBD", "VBZ", "VBP", "MD", "PRP", "WP", "WDT") and not word.capital:
                break
            if word.tag == "IN" and word.low not in PREPOSITIONS and inner > start + 1 and not word.capital:
                break  # "the ambassador in Warsaw over …"
            if (
                word.tag in ("VBG", "VBN")
                and not word.capital
                and inner > start + 1
                and word.low not in ("ruling", "united", "visiting")
            ):
                break
            if word.low == "and" and not _same_kind(words, inner) and not _countries(words, inner, words[start].low):
                break
            if word.kind in ("calendar", "honorific") or word.tag == "CD":
                break
            inner += 1
        if inner == start + 1:
            break
        last = words[inner - 1]
        if last.low in ("the", "a", "and", "'s"):
            break
        country_from = start if _is_country(words, start + 1, inner) else -1
        end = inner
    return end, country_from


def _country_follows(words: Sequence[Word], at: int) -> bool:
    at += at < len(words) and words[at].low == "the"
    return at < len(words) and words[at].kind == "country"


def _of_another(words: Sequence[Word], at: int, person_at: frozenset[int]) -> bool:
    """Whether a title and its holder's name stand here, whose spokesman or aide is meant: "a spokesman for Prime Minister X"."""
    while at < len(words) and words[at].kind in ("country", "demonym") and words[at].length:
        at += words[at].length
        at += at < len(words) and words[at].low == "'s"
    return at < len(words) and words[at].kind == "title" and at + words[at].length in person_at


def tail_from(words: Sequence[Word], at: int, head_end: int, person_at: frozenset[int], desk: Desk) -> int:
    """Where the phrases of an office begin: at its head's end, or at the preposition inside a title that a list of fields goes on
    ("Minister of Foreign Affairs, Emigration and Expatriates")."""
    listed = head_end < len(words) and words[head_end].text == "," and _field_list(words, head_end)
    if listed or _more_fields(words, head_end, person_at, desk):
        return next((i for i in range(at, head_end) if words[i].low in ("of", "for")), head_end)
    return head_end


def _more_fields(words: Sequence[Word], at: int, person_at: frozenset[int], desk: Desk) -> bool:
    """Whether "and" adds a field to those of a known title: "Minister for Environment" and Mineral Resources, or Customs before a name."""
    things, ended = desk.word_set("thing-words"), False
    while at + 1 < len(words) and words[at].low in ("and", "&"):
        end = at + 1
        while end < len(words) and words[end].capital and words[end].kind in ("", "body") and end not in person_at:
            end += 1
        if end == at + 1:
            return False
        named = end in person_at or (end + 1 in person_at and words[end].text == ",")
        ended = words[end - 1].low in things or named
        at = end
    return ended


def _field_list(words: Sequence[Word], at: int) -> int:
    """Where a list that goes on with this comma has its "and", if it lists the fields of one ministry ("Planning, Development and
    Reform"): single capitalised nouns that the packs do not know; 0 where it does not."""
    while at + 2 < len(words) and words[at].text == ",":
        size = 1
        while (
            size < 3
            and at + size + 1 < len(words)
            and words[at + size].capital
            and words[at + size + 1].capital
            and not words[at + size + 1].kind
        ):
            size += 1
        if not all(w.capital and w.kind in ("", "body") and not w.person for w in words[at + 1 : at + size + 1]):
            return 0
        at += size + 1
        if at < len(words) and words[at].text == "," and at + 1 < len(words) and words[at + 1].low == "and":
            at += 1
        if at + 1 < len(words) and words[at].low in ("and", "&") and words[at + 1].capital:
            return at if words[at + 1].kind in ("", "demonym", "body") else 0
    return 0


def _countries(words: Sequence[Word], at: int, preposition: str) -> bool:
    """Whether "and" joins countries that an office deals with: "envoy for Sudan and South Sudan"."""
    both = at + 1 < len(words) and words[at - 1].kind == words[at + 1].kind == "country"
    return both and preposition in ("for", "to")


def _same_kind(words: Sequence[Word], at: int) -> bool:
    """Whether "and" joins nouns of one name ("Economy, Trade and Industry") rather than two offices."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after and after.low == "the" and at + 2 < len(words) and words[at + 2].capital and not words[at + 2].kind:
        return words[at - 1].capital and words[at + 2].tag[:2] == "NN"  # "for Sustainability and the Environment"
    if (
        after is None
        or after.kind in ("title", "demonym", "honorific")
        or after.low in ("his", "her", "their", "a", "the")
    ):
        return False
    before = words[at - 1]
    return before.capital == after.capital and after.tag[:2] in ("NN", "JJ", "VB") and after.kind != "country"


def _is_country(words: Sequence[Word], start: int, end: int) -> bool:
    inner = [w for w in words[start:end] if w.low != "the"]
    return bool(inner) and inner[0].kind == "country" and inner[0].length == len(inner)
