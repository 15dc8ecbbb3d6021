"""What the packs know the words of a sentence to be, where they do not stand for something else here."""

from __future__ import annotations

from dragoman.dates.words import MONTHS, WEEKDAYS
from dragoman.desk.desk import Desk
from dragoman.name import HONORIFICS, PARTICLES
from dragoman.readers.naming.lexicon import lexicon
from dragoman.readers.naming.word import Word

_SHORT = {
    "PM": "prime minister",
    "FM": "foreign minister",
    "EAM": "external affairs minister",
    "DPM": "deputy prime minister",
    "Sen.": "senator",
    "Rep.": "congressman",
    "Gov.": "governor",
}
"""Titles that are short for words only beside a name: elsewhere "PM" is an hour."""
_DEGREES = frozenset(["sri", "seri", "setia", "wira", "paduka", "amar", "patinggi"])
"""What may follow a Malay title of honour: "Tan Sri", "Dato' Seri"."""
_NAMES = frozenset(["amir", "emir", "raja", "sultan", "marshal", "major"])
_FAMILIES = frozenset(
    ["bishop", "king", "dean", "pope", "prince", "judge", "fisher", "farmer", "priest", "singer", "cardinal"]
)
_MONTH_NAMES = frozenset(["jan", "jun", "may", "april", "june", "august"])
_COURTLY = frozenset(["highness", "majesty", "excellency", "hrh", "h.h", "hh"])
_STATES = frozenset(["republic", "kingdom", "state", "sultanate", "principality", "commonwealth", "emirate", "union"])
_STATE_WORDS = frozenset(
    [
        "federal",
        "federative",
        "islamic",
        "democratic",
        "socialist",
        "plurinational",
        "bolivarian",
        "cooperative",
        "arab",
        "hashemite",
        "oriental",
        "independent",
    ]
)
_CALENDAR = frozenset(
    (
        *MONTHS,
        *(month[:3] for month in MONTHS),
        "sept",
        *WEEKDAYS,
        *["today", "yesterday", "tomorrow", "spring", "summer", "autumn", "winter"],
    )
)


def know(found: list[Word], desk: Desk) -> None:
    """Marks each word with what the packs know it to be, the longest phrase at each place, and unmarks what stands for something else here."""
    sizes, entries = lexicon(desk)
    lows = tuple(w.low for w in found)
    at = 0
    while at < len(found):
        word = found[at]
        step = 1
        for size, (kind, value, capital) in (
            (length, entry)
            for length in sizes.get(word.low, ())
            if at + length <= len(found)
            for entry in entries.get(lows[at : at + length], ())
        ):
            if capital and not word.capital:
                continue
            if kind == "title" and (_is_name_word(found, at) if size == 1 else _goes_on(found, at + size, desk)):
                continue
            if kind == "outlet" and _not_outlet(found, at, size, desk):
                continue
            for w in found[at : at + size]:
                w.kind, w.value, w.length = kind, value, 0
            word.length = step = size
            break
        else:
            if word.text in _SHORT and (_beside_name(found, at) or (at and found[at - 1].kind == "demonym")):
                word.kind, word.low = "title", _SHORT[word.text]
                word.value = word.low
            elif word.text in ("Sens.", "Reps.", "Govs."):
                word.kind = "titles"
            elif word.low in _CALENDAR and word.capital:
                word.kind = "calendar"
            elif _honours(found, at, desk):
                word.kind = "honorific"
            elif word.low in _DEGREES and word.capital and at and _dignified(found[at - 1]):
                found[at - 1].kind = word.kind = "honorific"
        at += step
    _unplace(found, desk)
    _undate(found)
    _given(found)
    _constitution(found)


def _not_outlet(found: list[Word], at: int, size: int, desk: Desk) -> bool:
    """Whether words that also name an outlet do not here: "the Rt Hon X", "foreign policy", "Today" at a sentence's beginning."""
    if size == 1 and at + 1 < len(found) and found[at + 1].low in ("hon", "honourable"):
        return True
    inner = found[at : at + size]
    if any(w.text.islower() and len(w.text) > 3 for w in inner):
        return True
    return size == 1 and at == 0 and inner[0].low in desk.word_set("plain-outlet-words")


def _undate(found: list[Word]) -> None:
    """The name of a month that is a person's: before a name's word or behind one or a title, where no day or year follows ("Jan Berg",
    "Akita Jun", "Minister Jan Berg")."""
    for before, word, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if word.kind != "calendar" or word.low not in _MONTH_NAMES:
            continue
        if after is not None and (after.text[0].isdigit() or after.low in ("of", "the")):
            continue
        beside = before is not None and word.start - before.end == 1
        named = (
            before is not None and before.capital and not before.kind and before.tag == "NNP" and len(before.text) > 2
        )
        titled = before is not None and before.kind in ("title", "honorific") and after is not None and not after.kind
        titled = titled and after is not None and (after.capital or after.low in PARTICLES)
        opens = (
            after is not None
            and after.capital
            and not after.kind
            and after.tag == "NNP"
            and after.start - word.end == 1
        )
        opens = opens and (before is None or not before.text.isalpha() or word.person > 0) and word.low != "may"
        if (beside and (named or titled)) or opens:
            word.kind, word.value = "", None


def _given(found: list[Word]) -> None:
    """ "Amir", "Raja", "Sultan" or "Prince" between another office, country or honorific and a name's word is a given name: "Ambassador to Kuwait
    Amir Holm", and so it is inside a name: "Raja Omar Raja Idris"."""
    for before, word, after in zip(found, found[1:], found[2:], strict=False):
        if word.kind != "title" or word.length != 1 or word.low not in _NAMES or not word.capital:
            continue
        if not after.capital or after.kind or after.start - word.end > 1 or after.tag[:2] == "VB":
            continue
        titled = before.kind in ("title", "country", "place") or (
            before.kind == "honorific" and before.low not in _COURTLY
        )
        inside = not before.kind and before.capital and before.tag == "NNP" and before.text.isalpha()
        if titled or inside:
            word.kind, word.value = "", None


def _constitution(found: list[Word]) -> None:
    """A country by its constitution is the country: "the Federal Republic of Kenya"."""
    for at in range(len(found) - 2):
        word, of, country = found[at : at + 3]
        if (
            word.low not in _STATES
            or not word.capital
            or of.low != "of"
            or country.kind != "country"
            or not country.length
        ):
            continue
        if word.kind == "title" and not word.length:  # "President of the Republic" of Kenya
            title = next(w for w in reversed(found[:at]) if w.length)
            title.length -= 3
            for w in found[at - 2 : at + 1]:
                w.kind, w.value, w.length = "", None, 1
        if word.kind:
            continue
        first = at
        while first and found[first - 1].low in _STATE_WORDS and found[first - 1].capital and not found[first - 1].kind:
            first -= 1
        for w in found[first : at + 2]:
            w.kind, w.value, w.length = "country", country.value, 0
        found[first].length = at + 2 - first + country.length
        country.length = 0


def _unplace(found: list[Word], desk: Desk) -> None:
    """A town, outlet or country that stands in what the tagger takes for a person's name beside a word no pack knows is a part of that
    name ("Berta Santiago"), and so is a town or outlet between a title and such a word ("Minister Petra Holm"). A country between them may
    belong to what comes before, and is one only where the tagger says so ("Israeli Minister Israel Holm")."""
    for before, word, after in zip([None, *found[:-1]], found, [*found[1:], None], strict=True):
        if word.kind not in ("place", "country", "outlet") or word.length != 1:
            continue
        if word.kind == "country" and before and before.low == "of":
            continue  # "President of Kenya Juma Otero"
        opens = word.kind == "country" and not (
            after
            and after.low not in desk.word_set("thing-words")
            and not (after.text.isupper() and not word.text.isupper())
        )
        beside = [before] if opens else [before, after]
        tagged = word.person and any(w and w.person == word.person and w.capital and not w.kind for w in beside)
        tagged = tagged or bool(
            before
            and before.kind == "title"
            and before.capital
            and after
            and {word.kind, after.kind} == {"place"}
            and after.length == 1
        )
        titled = (
            word.kind != "country"
            and before is not None
            and before.kind in ("title", "honorific")
            and after is not None
            and after.tag == "NNP"
            and after.capital
            and not after.kind
            and (before.capital or after.low not in desk.word_set("thing-words"))
        )
        if tagged or titled:
            word.kind, word.value = "", None


def _honours(found: list[Word], at: int, desk: Desk) -> bool:
    """A form of address: "Mr", the "Rt" of "Rt Hon"."""
    word, after = found[at], found[at + 1] if at + 1 < len(found) else None
    if word.capital and word.text.isalpha() and word.low in desk.word_set("honorifics-before-full-names"):
        names = found[at + 1 : at + 3]
        held = bool(at) and found[at - 1].kind == "title"
        named = len(names) == 2 and (
            held or names[0].tag == "NNP" or (names[0].text.isupper() and len(names[0].text) > 1)
        )
        return named and all(w.capital and not w.kind for w in names)
    if word.low == "rt":
        return after is not None and after.low in HONORIFICS
    return word.low in HONORIFICS and word.low not in ("the", "his", "her") and word.capital


def _dignified(word: Word) -> bool:
    return word.kind == "honorific" or (word.text in ("Tan", "Puan", "Toh") and not word.kind)


def _beside_name(found: list[Word], at: int) -> bool:
    """Whether a capitalised word follows, another such title with "and" passed over."""
    after = found[at + 1 : at + 4]
    if len(after) > 2 and after[0].low == "and" and after[1].text in _SHORT:
        after = after[2:]
    return bool(after) and after[0].capital and not after[0].kind


def _goes_on(found: list[Word], end: int, desk: Desk) -> bool:
    """Whether what ends here as a known office is only the beginning of another: "president of the Senate's Trade Committee"."""
    if not any(w.low == "of" for w in found[max(0, end - 4) : end - 1]) or end + 1 >= len(found):
        return False
    word, after = found[end], found[end + 1]
    things = desk.word_set("thing-words")
    if word.low == "'s":
        return after.capital and any(w.low in things for w in found[end + 1 : end + 5] if w.capital)
    return word.capital and word.low in things and found[end - 1].text != ","


def _is_name_word(found: list[Word], at: int) -> bool:
    """A word such as "King" or "Dean" after a capitalised word that the packs do not know is a family name, where no other name follows."""
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if not found[at].capital or before is None or not before.capital or before.kind or before.tag[:3] != "NNP":
        return False
    tagged = found[at].person and found[at].person == before.person and found[at].low in _FAMILIES
    if tagged and not (after and after.person == before.person):
        return True  # "Julie Bishop"
    letters = after is not None and after.text.isupper() and 1 < len(after.text) < 5  # "Julie Bishop MP"
    return at > 1 and found[at - 2].kind in ("title", "honorific") and (letters or not (after and after.capital))
