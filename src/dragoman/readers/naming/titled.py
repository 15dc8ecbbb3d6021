"""Which offices beside a name are those of whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.desk.desk import Desk
from dragoman.readers.naming.names import Run
from dragoman.readers.naming.offices import Phrase, coordinated, phrase, text_of
from dragoman.readers.naming.seat import at_institution
from dragoman.readers.naming.word import Word
from dragoman.span import Span

_COURTESY = frozenset(["ambassador", "professor", "prof", "general", "admiral", "amb", "senator"])
"""Titles that stand between an office and the name without being another office of the kind."""


def offices_before(
    words: Sequence[Word], run: Run, by_end: dict[int, list[Phrase]], names: frozenset[int]
) -> list[Phrase]:
    """Office phrases that end where the run begins (a comma of close apposition between them allowed). Of a chain that follows
    another's name and comma only the last belongs to this one."""
    at = run.first - 1
    found = by_end.get(at, [])
    if not found and at > 2 and words[at].text == ")" and words[at - 2].text == "(":
        at -= 3  # "Foreign Minister (FM) X"
        found = by_end.get(at, [])
    if not found and at > 2 and words[at].text == ")":
        return theirs(words, bracketed(words, at, by_end), names)  # "Additional Secretary (Europe) X"
    if not found and at > 1 and words[at].text == "]":
        at -= 1  # "[Foreign Minister] X", put in by whoever quotes
        found = by_end.get(at, [])
    closed = (
        run.last + 1 >= len(words)
        or words[run.last + 1].text in (",", ".", ")", ";", ":", '"', "-")
        or words[run.last + 1].low in ("and", "who")
    )
    if not found and closed and at > 3 and words[at].text == "," and words[at - 1].text == ")":
        found = by_end.get(at - 4, []) if words[at - 3].text == "(" else []  # "the National Security Advisor (NSA), X,"
    if (
        not found
        and at >= 1
        and words[at].text == ","
        and (
            closed
            or any(p.counterpart or (p.first == 0 and (p.body or " for " in p.title)) for p in by_end.get(at - 1, []))
        )
    ):
        found = [
            p for p in by_end.get(at - 1, []) if p.country or p.roles or p.first == 0 or words[p.first - 1].low == "'s"
        ]
    found = theirs(words, found, names)
    return listed_before(words, found, by_end, names)


def listed_before(
    words: Sequence[Word], found: list[Phrase], by_end: dict[int, list[Phrase]], names: frozenset[int]
) -> list[Phrase]:
    """A chain with the offices of the same person before its comma: "Deputy Premier, Minister of Trade and Minister of Ports X"."""
    if found and found[0].first > 1 and words[found[0].first - 1].text == ",":
        courtesy = found[0].title.lower() in _COURTESY
        earlier = [
            p
            for p in by_end.get(found[0].first - 2, [])
            if p.roles
            and (
                courtesy
                or words[p.first].low in ("the", "his", "her", "its")
                or (len(found) > 1 and not p.counterpart and not of_another(words, [p], names))
            )
        ]
        return [*earlier, *found]
    return found


def bracketed(words: Sequence[Word], close: int, by_end: dict[int, list[Phrase]]) -> list[Phrase]:
    """The offices before a bracket that says what the last deals with."""
    opened = next((i for i in range(close - 1, max(0, close - 6), -1) if words[i].text == "("), 0)
    chain = by_end.get(opened - 1, []) if opened else []
    if not chain or not words[opened + 1].capital:
        return []
    last = chain[-1]
    title = f"{last.title} ({text_of(words[opened + 1 : close])})"
    return [*chain[:-1], replace(last, title=title, span=Span(last.span.start, words[close].end), last=close)]


def theirs(words: Sequence[Word], chain: list[Phrase], names: frozenset[int]) -> list[Phrase]:
    """The offices of a chain that are the next name's: its last, where the chain begins as the apposition of the name before it."""
    begins = chain[0].first if chain else 0
    shared = len(chain) > 1 and begins > 1 and words[begins - 1].text == "," and begins - 2 in names
    if not shared:
        return chain
    return [replace(chain[-1], country=None, marked=False, lent=False) if chain[-1].lent else chain[-1]]


def of_another(words: Sequence[Word], chain: Sequence[Phrase], names: frozenset[int]) -> bool:
    """Whether an office stands after another's name and comma: "Jane Doe, Kenya's minister, Mr X, …"."""
    first = chain[0].first if chain else 0
    while (first and words[first - 1].kind in ("country", "demonym", "honorific")) or words[first - 1].low in (
        "'s",
        "the",
    ):
        first -= 1
    return first > 1 and words[first - 1].text == "," and first - 2 in names


def apposition(
    words: Sequence[Word], at: int, nouns: frozenset[str], desk: Desk, people: frozenset[int]
) -> list[Phrase]:
    """Offices after a name's comma or opening bracket, up to the comma, bracket or verb that closes them; without the last where it is
    the title of the next name ("…, Minister of Trade, and Ambassador Y")."""
    first = phrase(words, at, nouns, desk, people)
    if first is None:
        return []
    listed = coordinated(words, first, nouns, desk, people)
    if len(listed) > 1 and names_next(words, listed[-1].last + 1, people):
        joined = len(listed) == 2 and words[listed[0].last + 1].low == "and" and words[at].capital
        if joined:
            return []  # "X, Member of the Bureau and Minister Y": all of it may be Y's
        listed = [replace(p, country=None, marked=False, lent=False) if p.lent else p for p in listed[:-1]]
    end = listed[-1].last + 1
    closing = (
        end >= len(words)
        or words[end].text in (",", "(", ")", ".", ";", "-", ":")
        or words[end].tag in ("VBD", "VBZ", "VBP", "MD", "WP", "CC", "RB", "VBN", "VBG", "IN")
    )
    if end < len(words) and (end in people or (first.counterpart and words[end].low == "and")):
        return []
    if end + 3 < len(words) and words[end].text == "(" and words[end + 2].text == ")" and end + 3 in people:
        return []  # "X, Defence Minister General (Retd.) Y"
    if closing and len(listed) == 1 and not listed[0].body:
        return [at_institution(words, listed[0], desk)]
    return listed if closing else []


def names_next(words: Sequence[Word], at: int, people: frozenset[int]) -> bool:
    """Whether a name begins here, a comma and honorifics before it passed over."""
    while at < len(words) and (words[at].text == "," or words[at].kind == "honorific"):
        at += 1
    return at in people
