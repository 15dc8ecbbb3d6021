"""Office phrases: "acting minister of irrigation", "State Councilor and Foreign Minister", "head of the International Department of …".

An office phrase is a head (a title of the packs, or any noun that heads one) with what stands before it (country, rank,
field) and the prepositional phrases after it. The country, the article and the tense ("former") are taken apart from the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dragoman.desk.desk import SINGLE_HOLDER, Desk
from dragoman.readers.naming.extent import head_at, tail, tail_from
from dragoman.readers.naming.meaning import institution_country, of_its_name, only_there, roles_of, seated
from dragoman.readers.naming.word import Word
from dragoman.span import Span

Tense = Literal["current", "former", "acting", "then", "next"]
_TENSES: dict[str, Tense] = {
    "former": "former", "ex": "former", "onetime": "former", "erstwhile": "former", "late": "former", "retired": "former", "previous": "former", "acting": "acting", "interim": "acting",
    "formerly": "former", "previously": "former", "caretaker": "acting", "then": "then", "incoming": "next", "designate": "next", "elect": "next",
}  # fmt: skip
_LATELY = frozenset(["first", "new", "newly", "visiting", "current", "incumbent", "sitting", "outgoing", "second"])
_PASSING = frozenset(["visiting", "incumbent", "sitting", "outgoing", "new", "today", "yesterday", "here"])
_ADVERBS = frozenset(
    ["most", "notably", "currently", "presently", "also", "once", "now", "recently", "concurrently", "simultaneously"]
)
_KIN = frozenset(
    ["husband", "wife", "son", "daughter", "brother", "sister", "father", "mother", "cousin", "uncle", "widow"]
)
_TOPS = frozenset(["top", "senior", "chief", "leading", "veteran"])
_SEATS = frozenset(["sen", "rep", "senator", "congressman", "congresswoman", "representative", "governor", "lawmaker"])
_COUNTERPARTS = frozenset(["counterpart", "counterparts", "opposite", "colleague", "homologue", "peer", "peers"])
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
    """Nouns that may head an office: the last word of each title before any preposition, but for a numeral ("number 2")."""
    found = {"counterpart", "counterparts", "colleague", "homologue", "peer", "peers", *desk.words("office-heads")}
    for title in desk.titles:
        words = title.split()
        cut = next((i for i, w in enumerate(words) if w in ("of", "for", "to", "at", "in", "on")), len(words))
        if cut and not words[cut - 1].isdigit():
            found.add(words[cut - 1])
    return frozenset(found - desk.word_set("body-words"))  # the "bank" of "Bank of Peru Governor" heads nothing


def phrase(
    words: Sequence[Word], at: int, nouns: frozenset[str], desk: Desk, person_at: frozenset[int] = frozenset()
) -> Phrase | None:
    """The office phrase that begins at word `at`, None where none does."""
    start, bare, acting = at, False, -1
    dealt: Sequence[Word] = ()
    tense: Tense = "current"
    country: str | None = None
    while at < len(words):
        word = words[at]
        if word.low in ("a", "an", "the", "his", "her", "its", "their", "our", "one") or (
            word.low in _LATELY
            and not word.kind
            and at + 1 < len(words)
            and words[at + 1].kind in ("demonym", "country")
        ):
            at += 1
        elif (
            (word.low in _PASSING or word.kind == "calendar")
            and not word.value
            and at + 1 < len(words)
            and words[at + 1].kind in ("title", "body")
        ):
            at += 1  # "the outgoing Ambassador", "received today Ambassador X"
        elif (
            word.low in _TOPS
            and not dealt
            and at + 2 < len(words)
            and words[at + 1].kind in ("demonym", "country")
            and head_at(words, at + 1 + max(1, words[at + 1].length), nouns, desk, person_at)
        ):
            dealt = words[at : at + 1]  # "the top Peruvian diplomat"
            at += 1
        elif at + 1 < len(words) and (_epithet(word, words[at + 1], desk) or word.low in _KIN):
            at += 1
        elif word.low in _TENSES and word.kind != "title":
            tense = _TENSES[word.low]
            acting = at if tense == "acting" else -1
            at += 1
            if at < len(words) and words[at].text == "-":
                at += 1
        elif word.number == 0 and word.kind == "place" and word.text.isupper() and len(word.text) > 2:
            break  # a dateline
        elif word.kind in ("country", "demonym", "place") and word.length:
            after = at + word.length
            possessive = after < len(words) and words[after].low == "'s"
            if (
                word.kind == "demonym"
                or possessive
                or (after < len(words) and head_at(words, after, nouns, desk, person_at))
            ):
                dealing = not _shortened(word) and _deals(words, after, desk)
                if word.kind == "country" and not possessive and (country or dealing):
                    dealt = words[at:after]  # "the Kremlin's Syria envoy"
                else:
                    country = word.value or country
                    bare = word.kind == "country" and not possessive
                at = after + possessive
            else:
                break
        elif word.text == "'s" or (word.tag in ("RB", "RBS") and not word.kind and word.low in _ADVERBS):
            at += 1
        else:
            break
    size = head_at(words, at, nouns, desk, person_at)
    if not size or (bare and at in person_at):  # "the envoy to Niger Tom Berg and Trade Minister X"
        return None
    head_end = at + size
    counterpart = words[head_end - 1].low in _COUNTERPARTS
    end, country_from = tail(words, tail_from(words, at, head_end, person_at, desk), person_at)
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
        whole = words[country_from].low == "for" and not SINGLE_HOLDER.isdisjoint(
            roles_of(words[at:head_end], head_end - at, desk, None)
        )  # "the Foreign Minister for Nauru"
        if words[country_from].low in ("of", "from") or whole:
            country = country or found
        if whole and country_from >= head_end:
            title_end = country_from
        if not bound and words[country_from].low in ("of", "from"):
            title_end = country_from
    if country is None and not (country_from >= 0 and words[country_from].low in ("of", "from")):
        country = institution_country(words[at:head_end], desk) or institution_country(
            seated(words, head_end, end), desk
        )
    chosen = list(words[at:title_end])
    if not chosen:
        return None
    country = _sender(chosen) or country
    marked = country is not None and any(
        w.kind in ("country", "demonym") and w.value == country for w in words[start:end]
    )
    country = country or of_its_name([w.low for w in chosen], desk) or only_there([w.low for w in chosen], desk)
    roles = roles_of(chosen, head_end - at, desk, country)
    if bare and any(o.kind == "expert" for o in desk.offices.values() if o.role in roles):
        country = None  # "a Japan scholar" studies it
    span = Span(chosen[0].start, chosen[-1].end)
    own = desk.demonyms.get(chosen[0].low) or desk.country_names.get(chosen[0].low)
    if chosen[0].kind == "body" and own and len(chosen) > 1:
        chosen = chosen[1:]
        span = Span(chosen[0].start, chosen[-1].end)
    if 0 <= acting == at - 1:  # "acting" is of the title, as texts word it; "former" is not
        chosen = [words[acting], *chosen]
        span = Span(chosen[0].start, chosen[-1].end)
    title = text_of(chosen)
    if tense == "current":  # a title of the packs may begin or end with it: "Acting President", "president-elect"
        ends = (chosen[0].low.partition("-")[0], chosen[-1].low.rpartition("-")[2])
        tense = next((_TENSES[word] for word in ends if word in _TENSES), tense)
    if dealt:
        title, span = text_of([*dealt, *chosen]), Span(dealt[0].start, chosen[-1].end)
    vague = title.lower() in _VAGUE or (title.lower() in ("host", "guest") and start < at)
    body = title_end > head_end
    return Phrase(title, span, roles, country, tense, start, end - 1, counterpart, vague, body, marked)


def _epithet(word: Word, after: Word, desk: Desk) -> bool:
    """Whether a word says what is thought of a holder, or of which party somebody with a seat is: "the embattled president", "Democratic Sen."."""
    if word.low == "first" and after.low in desk.word_set("office-epithets"):
        return True  # "the first female president"
    if word.low not in desk.word_set("office-epithets"):
        return False
    return not word.capital or after.low in _SEATS or after.text in ("Sen.", "Rep.", "Gov.")


def _deals(words: Sequence[Word], at: int, desk: Desk) -> bool:
    """Whether somebody stands here who deals with the country named before and does not serve it: "Syria envoy", "Iran negotiator"."""
    after = [w.low for w in words[at : at + 3]]
    if after[:1] and after[0] in ("special", "chief", "nuclear", "peace"):
        after = after[1:]
    return bool(after) and after[0] in desk.word_set("dealers")


def _shortened(word: Word) -> bool:
    """Whether a country is written by its initials, which stand for an adjective too: "U.S. special envoy"."""
    return word.length == 1 and word.text.replace(".", "").isupper()


def _sender(chosen: Sequence[Word]) -> str | None:
    """The country that sends an envoy: "Ambassador of Kenya to Peru"."""
    for i, word in enumerate(chosen[:-1]):
        start = i + 1 + (chosen[i + 1].low == "the" and i + 2 < len(chosen))
        place = chosen[start]
        end = start + place.length
        if (
            word.low == "of"
            and place.kind == "country"
            and place.length
            and end < len(chosen)
            and chosen[end].low == "to"
        ):
            return place.value
    return None


def text_of(chosen: Sequence[Word]) -> str:
    """Words as one line of text, white space evened."""
    out = ""
    for before, word in zip([None, *chosen[:-1]], chosen, strict=True):
        apart = before is not None and (word.start > before.end or (before.text.isalpha() and word.text.isalpha()))
        out += (" " if apart else "") + word.text
    return out


def coordinated(
    words: Sequence[Word], first: Phrase, nouns: frozenset[str], desk: Desk, person_at: frozenset[int]
) -> list[Phrase]:
    """`first` and the offices joined to it by "and" or a comma with "and"; countries spread to those that name none."""
    found = [first]
    while True:
        at = found[-1].last + 1
        if at < len(words) and words[at].low == "," and at + 1 < len(words) and words[at + 1].low in ("and",):
            at += 1
        if at >= len(words):
            break
        ranked = words[at].kind == "title" and words[at].capital and words[at].value in desk.word_set("ranks")
        dashed = words[at].text == "-" and at + 1 < len(words) and words[at + 1].kind == "title"
        if not ranked and not dashed and words[at].low not in ("and", "as", "/", "cum"):
            break
        follow = phrase(words, at + (not ranked), nouns, desk, person_at)
        if follow is None:
            break
        found.append(follow)
    if len(found) > 1 and found[0].title.isupper() and not found[1].title.isupper() and first.first == first.last:
        found = found[1:]  # "EAM and Prime Minister X": who is called by initials is somebody else
    lender = next((p for p in reversed(found) if p.country), None)
    country = lender.country if lender else None
    apart = max((i for i, p in enumerate(found) if p.country not in (None, country)), default=-1)
    found = found[apart + 1 :]  # "the Serbian President and Croatian Prime Minister X": the first is somebody else
    if lender is None:
        return found
    return [p if p.country else replace(p, country=country, marked=lender.marked, lent=True) for p in found]
