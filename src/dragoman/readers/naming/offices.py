"""Office phrases: "acting minister of irrigation", "State Councilor and Foreign Minister", "head of the International Department of …".

An office phrase is a head (a title of the packs, or any noun that heads one) with what stands before it (country, rank,
field) and the prepositional phrases after it. The country, the article and the tense ("former") are taken apart from the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dragoman.desk.desk import Desk
from dragoman.desk.schema import OfficeTitle
from dragoman.readers.naming.words import Word
from dragoman.span import Span

Tense = Literal["current", "former", "acting", "then", "next"]
_TENSES: dict[str, Tense] = {
    "former": "former", "ex": "former", "onetime": "former", "erstwhile": "former", "late": "former", "retired": "former", "acting": "acting", "interim": "acting",
    "caretaker": "acting", "then": "then", "incoming": "next", "designate": "next", "elect": "next",
}  # fmt: skip
_LATELY = frozenset(["first", "new", "newly", "visiting", "current", "incumbent", "sitting", "outgoing", "second"])
_COUNTERPARTS = frozenset(["counterpart", "counterparts", "opposite", "colleague", "homologue"])
_PREPOSITIONS = frozenset(("of", "for", "at", "in", "on", "to", "with", "from", "under"))
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
    ]
)
_VAGUE = frozenset(
    (
        "top diplomat",
        "top political advisor",
        "top political adviser",
        "top official",
        "official",
        "officials",
        "leader",
        "counterpart",
        "chief diplomat",
        "diplomat",
    )
)
_BINDING = frozenset(
    [
        "bank",
        "university",
        "academy",
        "institute",
        "embassy",
        "republic",
        "church",
        "party",
        "federation",
        "union",
        "association",
        "museum",
        "library",
        "people",
        "council",
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One office. `title` without article, country and tense; `roles` ids it may mean; `country` where the phrase says it; `first`
    and `last` word numbers of the whole; `counterpart`: it stands for the other side's office; `marked`: a word for the country itself
    stands with it, and not only an institution there; `lent`: the country stands with the office joined to this one."""

    title: str
    span: Span
    roles: tuple[str, ...]
    country: str | None
    tense: Tense
    first: int
    last: int
    counterpart: bool = False
    vague: bool = False
    body: bool = False
    marked: bool = False
    lent: bool = False


@lru_cache(maxsize=16)
def heads(desk: Desk) -> frozenset[str]:
    """Nouns that may head an office: the last word of each title before any preposition."""
    found = {"counterpart", "counterparts", "colleague", "homologue", *desk.words("office-heads")}
    for title in desk.titles:
        words = title.split()
        cut = next((i for i, w in enumerate(words) if w in ("of", "for", "to", "at", "in", "on")), len(words))
        if cut:
            found.add(words[cut - 1])
    return frozenset(found)


_OCCUPATION = re.compile(
    r"\w{3,}(?:ologist|onomist|ographer|orian|analyst|lawyer|activist|specialist|strategist|scientist|diplomat|engineer|scholar|lecturer)\Z"
)


def _head_at(
    words: Sequence[Word], at: int, nouns: frozenset[str], desk: Desk, person_at: frozenset[int] = frozenset()
) -> int:
    """How many words from `at` make an office's head with what precedes it; 0 for none."""
    before, common = desk.word_set("office-premodifiers"), desk.word_set("sentence-words")
    best, end = 0, at
    while end < len(words) and end - at < 7:
        word = words[end]
        if end > at and end in person_at:
            break
        if word.kind == "body" and word.length:
            end += word.length
            continue
        if word.kind == "title" and word.length:
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
        if word.low in before or (tagged and not word.kind and word.low not in _STOPS and word.text.isalpha()):
            end += 1
            continue
        joins = word.low in ("and", "&") and best == 0 and end > at and words[end - 1].low != ","
        if joins and end + 1 < len(words) and words[end - 1].capital == words[end + 1].capital:
            end += 1
            continue
        break
    return best


def _prepositional(words: Sequence[Word], at: int, person_at: frozenset[int]) -> tuple[int, int]:
    """(end of the phrases of an office from `at`, where its last country begins or -1)."""
    end, country_from = at, -1
    while end < len(words) and words[end].low in _PREPOSITIONS:
        if words[end].low == "to" and end + 1 < len(words) and words[end + 1].tag == "VB":
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
                and words[inner - 1].low not in _PREPOSITIONS
                and words[inner - 1].low not in ("the", "'s")
            ):
                break
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
            if word.low in _PREPOSITIONS and inner > start + 1:
                break
            if (
                inner == start + 1
                and word.low in ("a", "an")
                and words[start].low in ("in", "on", "with", "from", "to")
            ):
                break  # "the Minister in a meeting with …" goes on with what happened
            if word.capital and not word.kind and inner > start + 1 and words[inner - 1].kind == "country":
                break  # "of Kazakhstan" is whole: what follows is the name
            if word.tag in ("VBD", "VBZ", "VBP", "MD", "PRP", "WP", "WDT") and not word.capital:
                break
            if (
                word.tag in ("VBG", "VBN")
                and not word.capital
                and inner > start + 1
                and word.low not in ("ruling", "united", "visiting")
            ):
                break
            if word.low == "and" and not _same_kind(words, inner):
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


def _listed_on(words: Sequence[Word], at: int, head_end: int) -> int:
    """Where the phrases of an office begin: at its head's end, or at the preposition inside a title that a list of fields goes on
    ("Minister of Foreign Affairs, Emigration and Expatriates")."""
    if head_end < len(words) and words[head_end].text == "," and _field_list(words, head_end):
        return next((i for i in range(at, head_end) if words[i].low in ("of", "for")), head_end)
    return head_end


def _field_list(words: Sequence[Word], at: int) -> int:
    """Where a list that goes on with this comma has its "and", if it lists the fields of one ministry ("Planning, Development and
    Reform"): single capitalised nouns that the packs do not know; 0 where it does not."""
    while at + 2 < len(words) and words[at].text == ",":
        size = 1
        while size < 3 and words[at + size + 1].capital and not words[at + size + 1].kind and words[at + size].capital:
            size += 1
        if not all(w.capital and w.kind in ("", "body") for w in words[at + 1 : at + size + 1]):
            return 0
        at += size + 1
        if at < len(words) and words[at].text == "," and at + 1 < len(words) and words[at + 1].low == "and":
            at += 1
        if at + 1 < len(words) and words[at].low in ("and", "&") and words[at + 1].capital:
            return at if words[at + 1].kind in ("", "demonym", "body") else 0
    return 0


def _same_kind(words: Sequence[Word], at: int) -> bool:
    """Whether "and" joins nouns of one name ("Economy, Trade and Industry") rather than two offices."""
    after = words[at + 1] if at + 1 < len(words) else None
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


def phrase(
    words: Sequence[Word], at: int, nouns: frozenset[str], desk: Desk, person_at: frozenset[int] = frozenset()
) -> Phrase | None:
    """The office phrase that begins at word `at`, None where none does."""
    start, bare, acting = at, False, -1
    tense: Tense = "current"
    country: str | None = None
    while at < len(words):
        word = words[at]
        if word.low in ("a", "an", "the", "his", "her", "its", "their", "our", "one") or (
            word.low in _LATELY and at + 1 < len(words) and words[at + 1].kind in ("demonym", "country")
        ):
            at += 1
        elif word.low in _TENSES and word.kind != "title":
            tense = _TENSES[word.low]
            acting = at if tense == "acting" else -1
            at += 1
            if at < len(words) and words[at].text == "-":
                at += 1
        elif word.kind in ("country", "demonym", "place") and word.length:
            after = at + word.length
            possessive = after < len(words) and words[after].low == "'s"
            if (
                word.kind == "demonym"
                or possessive
                or (after < len(words) and _head_at(words, after, nouns, desk, person_at))
            ):
                country = word.value or country
                bare = word.kind == "country" and not possessive
                at = after + possessive
            else:
                break
        elif word.text == "'s":
            at += 1
        else:
            break
    size = _head_at(words, at, nouns, desk, person_at)
    if not size:
        return None
    head_end = at + size
    counterpart = words[head_end - 1].low in _COUNTERPARTS
    end, country_from = _prepositional(words, _listed_on(words, at, head_end), person_at)
    end = max(end, head_end)
    title_end = end
    if country_from >= 0 and country_from >= head_end - 1:
        noun = words[country_from - 1].low
        named = " ".join(w.text for w in words[head_end:end]).lower()
        bound = (
            noun in _BINDING
            and country_from > head_end
            and any(named.endswith(name) for name in desk.body_names if " " in name)
        ) or (noun in ("bank", "university", "embassy", "republic", "academy") and country_from > head_end)
        found = next((w.value for w in words[country_from:end] if w.kind == "country" and w.length), None)
        if words[country_from].low in ("of", "from"):
            country = country or found
        if not bound and words[country_from].low in ("of", "from"):
            title_end = country_from
    elif country is None:
        country = _institution_country(words[at:head_end], desk) or _institution_country(
            _seated(words, head_end, end), desk
        )
    chosen = list(words[at:title_end])
    if not chosen:
        return None
    marked = country is not None and any(
        w.kind in ("country", "demonym") and w.value == country for w in words[start:end]
    )
    country = country or _of_its_name([w.low for w in chosen], desk) or _only_there([w.low for w in chosen], desk)
    roles = _roles(chosen, head_end - at, desk, country)
    if bare and any(o.kind == "expert" for o in desk.offices.values() if o.role in roles):
        country = None  # "a Japan scholar" studies it
    span = Span(chosen[0].start, chosen[-1].end)
    if chosen[0].kind == "body" and chosen[0].low in desk.demonyms and len(chosen) > 1:
        chosen = chosen[1:]
        span = Span(chosen[0].start, chosen[-1].end)
    if 0 <= acting == at - 1:  # "acting" is of the title, as texts word it; "former" is not
        chosen = [words[acting], *chosen]
        span = Span(chosen[0].start, chosen[-1].end)
    title = _text(chosen)
    if tense == "current":  # a title of the packs may begin or end with it: "Acting President", "president-elect"
        ends = (chosen[0].low.partition("-")[0], chosen[-1].low.rpartition("-")[2])
        tense = next((_TENSES[word] for word in ends if word in _TENSES), tense)
    vague = title.lower() in _VAGUE or (title.lower() in ("host", "guest") and start < at)
    body = title_end > head_end
    return Phrase(title, span, roles, country, tense, start, end - 1, counterpart, vague, body, marked)


def _text(chosen: Sequence[Word]) -> str:
    out = ""
    for before, word in zip([None, *chosen[:-1]], chosen, strict=True):
        apart = before is not None and (word.start > before.end or (before.text.isalpha() and word.text.isalpha()))
        out += (" " if apart else "") + word.text
    return out


def _seated(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words after a head that say where the office is ("of", "at", "in"), not what it deals with ("for", "on", "with", "to")."""
    kept, seat = [], False
    for word in words[start:end]:
        if word.low in _PREPOSITIONS:
            seat = word.low in ("of", "at", "in")
        if seat:
            kept.append(word)
    return kept


def _institution_country(inside: Sequence[Word], desk: Desk) -> str | None:
    """The country of the institution an office is at: by its body, or a country, people or place in its name."""
    for word in reversed(inside):
        if not word.length:
            continue
        if word.kind == "body" and word.value and (body := desk.bodies.get(word.value)) and body.country:
            return body.country
        if word.kind in ("country", "demonym", "place") and word.value:
            return word.value
    return None


def _of_its_name(title: list[str], desk: Desk) -> str | None:
    """The country whose name begins a title of the packs: "United States Trade Representative"."""
    return next((c for n in (3, 2, 1) if len(title) > n and (c := desk.country_names.get(" ".join(title[:n])))), None)


def _only_there(title: list[str], desk: Desk) -> str | None:
    """The one country whose packs have a title, where no other country has it."""
    countries = {o.country for o in desk.titles.get(" ".join(title), ())}
    return next(iter(countries)) if len(countries) == 1 else None


def _fitting(offices: Sequence[OfficeTitle], country: str | None) -> tuple[str, ...]:
    """The roles that a title may mean in a country: that country's own sense of it, else the general one."""
    own = [o for o in offices if country and o.country == country]
    general = [o for o in offices if o.country is None]
    return tuple(dict.fromkeys(o.role for o in own or general or offices))


def _roles(chosen: Sequence[Word], head: int, desk: Desk, country: str | None) -> tuple[str, ...]:
    """The roles that the words of an office may mean. What a deputy stands under is not the deputy's own role."""
    deputies = desk.word_set("office-deputies")
    below = next((i for i in range(head) if chosen[i].low in deputies), None)
    for size in range(len(chosen), 0, -1):
        for begin in range(max(1, head)):
            if begin + size > len(chosen) or (below is not None and (begin > below or begin + size < head)):
                continue
            text = " ".join(w.low for w in chosen[begin : begin + size])
            if text in desk.titles and (begin == 0 or begin + size >= head):
                return _fitting(desk.titles[text], country)
    if below is not None:
        return _fitting(desk.titles.get(f"{chosen[below].low} {chosen[head - 1].low}", ()), country)
    return ()


def coordinated(
    words: Sequence[Word], first: Phrase, nouns: frozenset[str], desk: Desk, person_at: frozenset[int]
) -> list[Phrase]:
    """`first` and the offices joined to it by "and" or a comma with "and"; countries spread to those that name none."""
    found = [first]
    while True:
        at = found[-1].last + 1
        if at < len(words) and words[at].low == "," and at + 1 < len(words) and words[at + 1].low in ("and",):
            at += 1
        if at >= len(words) or words[at].low not in ("and", "as", "/", "cum"):
            break
        follow = phrase(words, at + 1, nouns, desk, person_at)
        if follow is None:
            break
        found.append(follow)
    lender = next((p for p in reversed(found) if p.country), None)
    country = lender.country if lender else None
    apart = max((i for i, p in enumerate(found) if p.country not in (None, country)), default=-1)
    found = found[apart + 1 :]  # "the Serbian President and Croatian Prime Minister X": the first is somebody else
    if lender is None:
        return found
    return [p if p.country else replace(p, country=country, marked=lender.marked, lent=True) for p in found]
