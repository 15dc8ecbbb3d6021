"""The country a person serves, where no word beside the name says it: only from what the text itself sets against it.

Signs, strongest first: a role noun with a country that only this person can be ("the Brazilian minister"); being somebody's
counterpart in a dispatch about two countries, or meeting one; being an ambassador to the other; the dispatch's own ministry naming its
own officials without a country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.desk.desk import Desk
from dragoman.readers.naming.offices import Phrase
from dragoman.readers.naming.words import Word

_RESOLVE = re.compile(
    r"(?:is|was|stands|stood|remains|remained) (?:ready|willing|prepared|committed|keen|determined|grateful|pleased)|(?:welcomes|welcomed|attaches|attached|appreciates|"
    r"appreciated|values|intends|intended|looks forward|looked forward|would like|wishes to|will continue|would continue)\b"
)
_WISHES = frozenset(
    (
        "hope",
        "hopes",
        "hoped",
        "urged",
        "urges",
        "asked",
        "demanded",
        "wanted",
        "expects",
        "expected",
        "if",
        "whether",
        "unless",
    )
)
_BEYOND = re.compile(r" (?:of|for|in|on|at|to|with|under) ")


@dataclass(slots=True)
class Candidate:
    """One person as far as their country goes. `sentences` of their mentions; `heads` the last words of their offices."""

    key: int
    country: str | None
    offices: Sequence[Phrase]
    sentences: frozenset[int]
    official: bool

    @property
    def heads(self) -> frozenset[str]:
        named = frozenset(_BEYOND.split(p.title.lower())[0].split()[-1] for p in self.offices if p.title)
        leads = any(r in ("head-of-state", "head-of-government", "monarch") for p in self.offices for r in p.roles)
        return named | {"leader"} if leads else named


def sides(listed: Sequence[Sequence[Word]]) -> tuple[str, ...]:
    """The two countries the dispatch is about: named by far the most. Fewer where that is not plain."""
    count: Counter[str] = Counter(
        w.value for words in listed for w in words if w.length and w.kind in ("country", "demonym", "place") and w.value
    )
    ranked = count.most_common(3)
    if len(ranked) < 2:
        return ()
    if len(ranked) == 3 and ranked[2][1] >= ranked[1][1]:
        return ()
    return ranked[0][0], ranked[1][0]


def _role_nouns(listed: Sequence[Sequence[Word]]) -> set[tuple[str, str]]:
    """(country, head) of every "the Brazilian minister" and "Brazil's minister"."""
    found: set[tuple[str, str]] = set()
    for words in listed:
        for i, word in enumerate(words):
            if word.kind not in ("country", "demonym") or not word.length or not word.value:
                continue
            at = i + word.length
            possessive = at < len(words) and words[at].low == "'s"
            if word.kind == "country" and not possessive:
                continue
            at += possessive
            steps = 0
            while at < len(words) and steps < 4 and (words[at].tag[:2] in ("JJ", "NN") or words[at].kind == "title"):
                found.add((word.value, words[at].low))
                at += 1
                steps += 1
    return found


def infer(
    people: Sequence[Candidate], listed: Mapping[int, Sequence[Word]], home: str | None, own_voice: bool, desk: Desk
) -> dict[int, tuple[str, str]]:
    """(country, sign) by key for those without one that the text determines."""
    order = list(listed.values())
    dyad = sides(order)
    found: dict[int, tuple[str, str]] = {}
    known = {c.key: c.country for c in people if c.country}

    def other(country: str | None) -> str | None:
        return (dyad[1] if country == dyad[0] else dyad[0]) if country in dyad else None

    nouns = _role_nouns(order)
    for person in people:
        if person.country or not person.official:
            continue
        owned = {(known[c.key], h) for c in people if c.key in known for h in c.heads}
        rivals = [c for c in people if c is not person and not c.country and c.heads & person.heads]
        fitting = {country for country, head in nouns if head in person.heads and (country, head) not in owned}
        if len(fitting) == 1 and not rivals:
            found[person.key] = (next(iter(fitting)), "role noun")
    if len(dyad) == 2:
        for person in people:
            if person.country or person.key in found or not person.official:
                continue
            if any(
                "ambassador" in p.title.lower() and (host := _host(p, desk)) and other(host) for p in person.offices
            ):
                host = next(h for p in person.offices if (h := _host(p, desk)))
                found[person.key] = (str(other(host)), "ambassador to the other side")
                continue
            if (own := _speaks_for(person, listed)) in dyad:
                found[person.key] = (str(own), "says what that country does")
                continue
            against = _opposite(person, people, known, listed, desk.word_set("contact-words"))
            if against and other(against):
                found[person.key] = (str(other(against)), "met or matched with the other side")
    if len(dyad) == 2 and own_voice:
        marked = {c.country for c in people if c.country and c.official and c.offices}
        if len(marked) == 1 and (mine := other(next(iter(marked)))):
            for person in people:
                if not person.country and person.key not in found and person.official and person.offices:
                    found[person.key] = (mine, "unmarked where the other side's are marked")
    for person in people:
        if home and not person.country and person.key not in found and person.official and person.offices:
            found[person.key] = (home, "named without a country by their own side")
    return found


def _speaks_for(person: Candidate, listed: Mapping[int, Sequence[Word]]) -> str | None:
    """The one country whose readiness, thanks or resolve the person states ("said that Kenya is ready to …"), None where there are two or none.
    What somebody hopes or asks of a country says nothing of whose they are."""
    votes: set[str] = set()
    for number in person.sentences:
        words = listed.get(number, ())
        for i, word in enumerate(words):
            if word.kind != "country" or not word.length or not word.value or not i:
                continue
            after = " ".join(w.low for w in words[i + word.length : i + word.length + 3])
            before = {w.low for w in words[:i]}
            if (
                _RESOLVE.match(after)
                and not before & _WISHES
                and words[i - 1].low in ("that", "said", "added", "and", ",", "while")
            ):
                votes.add(word.value)
    return votes.pop() if len(votes) == 1 else None


def _host(phrase: Phrase, desk: Desk) -> str | None:
    words = phrase.title.split(" to ")
    return desk.country_of(words[-1].removeprefix("the ").strip()) if len(words) > 1 else None


def _opposite(
    person: Candidate,
    people: Sequence[Candidate],
    known: Mapping[int, str | None],
    listed: Mapping[int, Sequence[Word]],
    contact_words: frozenset[str],
) -> str | None:
    """The country of the one person with a known country whom the text sets against this one in a sentence of contact."""
    for number in sorted(person.sentences):
        present = [c for c in people if number in c.sentences and c.official]
        words = listed.get(number, ())
        contact = any(w.low in contact_words for w in words)
        if len(present) == 2 and contact:
            opposite = next((c for c in present if c is not person), None)
            if opposite is not None and opposite.key in known:
                return known[opposite.key]
    return None
