"""The signs that a run of capitalised words names a person, and not an institution, place or thing: from grammar alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.desk.desk import Desk
from dragoman.name import PARTICLES
from dragoman.readers.naming.names import Run
from dragoman.readers.naming.word import Word

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.)+-?(?:[A-ZÀ-Þ]\.)*")
_PLACES = frozenset(
    [
        "port",
        "city",
        "town",
        "village",
        "province",
        "island",
        "region",
        "district",
        "state",
        "county",
        "capital",
        "area",
    ]
)
_LOCATIVES = frozenset(
    ["in", "at", "near", "into", "across", "outside", "around", "toward", "towards", "through", "via"]
)
_OPINIONS = frozenset(["opinion", "view", "words", "eyes", "judgment", "judgement", "reckoning"])
_CREDITS = frozenset(["credit", "photo", "photograph", "picture", "by", "photographer", "image", "text"])
_ARTICLES = frozenset(["the", "a", "an", "of", "this", "that"])
_MADE = frozenset(
    ["written", "edited", "reported", "compiled", "translated", "photographed", "contributed", "authored", "english"]
)
_REIGNS = frozenset(
    ["government", "administration", "regime", "presidency", "cabinet", "premiership", "inauguration", "election"]
)
_OWN = frozenset(["his", "her", "himself", "herself"])


def sign(
    words: Sequence[Word], run: Run, desk: Desk, honorific: bool, title: bool, appositive: bool
) -> tuple[float, str]:
    """(how surely the run names a person, 0 to 1; the strongest sign for it). 0 where a word in it belongs to things. `honorific`,
    `title`, `appositive`: what stands beside it has been read as one."""
    before = words[run.first - 1] if run.first else None
    press = bool(before and before.low in desk.word_set("press-nouns"))
    first = run.words[0]
    ship = first.text.isupper() and first.low in desk.word_set("ship-prefixes")
    if len(run.words) > 1 and (ship or first.low in desk.word_set("site-prefixes")):
        return 0.0, ""
    if (press and not honorific and not appositive) or _named_after(words, run, desk) or _code(run):
        return 0.2, "capitals"
    if (
        not honorific
        and not title
        and run.words[-1].tag == "NNPS"
        and run.words[-1].low.endswith("s")
        and not run.words[-1].person
    ):
        return 0.2, "capitals"  # a people: "Crimean Tatars"
    if run.barred(desk) and not honorific:
        return _family_word(run, desk) if title else (0.0, "")
    if honorific:
        return 0.97, "honorific"
    if title:
        return 0.97, "title"
    if len(run.words) == 1:
        return (0.55, "speech") if _speaks(words, run, desk) else (0.3, "capitals")
    if appositive:
        return 0.9, "apposition"
    if _led(words, run) or _alias(words, run):
        return 0.75, "rule"
    if _initialled(run, desk) and not located(words, run.first):
        return 0.75, "initials"
    if _who(words, run) and not located(words, run.first):
        return 0.9, "who"
    if run.first > 1 and words[run.first - 1].text == "(" and words[run.first - 2].low in ("q", "question"):
        return 0.85, "questioner"
    if _related(words, run, desk):
        return 0.85, "relation"
    if _credited(words, run):
        return 0.85, "credit"
    speaks = _speaks(words, run, desk)
    if located(words, run.first) and not speaks:
        return 0.2, "capitals"
    if _opinion(words, run):
        return 0.75, "opinion"
    if speaks:
        return 0.75, "speech"
    if _instituted(words, run, desk):
        return 0.7, "institution"
    if any(w.low in PARTICLES for w in run.words[1:-1]) or _refers_back(words, run):
        return 0.6, "pronoun"
    if tagged(words, run.first, run.last):
        return 0.55, "tagger"
    return (0.55, "given") if _given(words, run, desk) else (0.3, "capitals")


def _given(words: Sequence[Word], run: Run, desk: Desk) -> bool:
    """Whether a given name and one or two words that no sentence has in small letters stand without an article."""
    named = run.words[0].low in desk.word_set("given-names") and len(run.words) in (2, 3)
    alone = not run.first or words[run.first - 1].low not in ("the", "a", "an")
    alone = alone and not (run.words[0].text.isupper() and not run.words[-1].text.isupper())  # "IRIS Harbour"
    return named and alone and all(w.tag[:3] == "NNP" or w.low in PARTICLES for w in run.words)


def _led(words: Sequence[Word], run: Run) -> bool:
    """Whether a government or the like is called this one's: "the government of X", "the late X"."""
    if run.first < 1:
        return False
    before = [w.low for w in words[max(0, run.first - 2) : run.first]]
    return (before[-1:] == ["of"] and before[0] in _REIGNS) or before[-2:] == ["the", "late"]


def _alias(words: Sequence[Word], run: Run) -> bool:
    """Whether another name follows: "X alias Y", "X, also known as Y"."""
    after = [w.low for w in words[run.last + 1 : run.last + 5]]
    return (
        after[:1] in (["alias"], ["née"], ["aka"], ["a.k.a"])
        or after[-3:] == ["also", "known", "as"]
        or after[:3] == ["also", "known", "as"]
    )


def _initialled(run: Run, desk: Desk) -> bool:
    """Initials and a family name: "K. Holm", "S.V. Berg"; not a country cut short: "S. Korea"."""
    last = run.words[-1]
    return (
        bool(_INITIALS.fullmatch(run.words[0].text))
        and len(last.text) > 3
        and last.text.istitle()
        and not any(name.endswith(f" {last.low}") for name in desk.country_names)
    )


def tagged(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the tagger takes just these words for a person's name, and nothing around them says that they name a thing."""
    number = words[first].person
    if not number or any(w.person != number for w in words[first : last + 1]):
        return False
    around = [words[i] for i in (first - 1, last + 1) if 0 <= i < len(words)]
    if any(w.person == number and w.low != "'s" for w in around):
        return False
    return not first or words[first - 1].low not in _ARTICLES


def _named_after(words: Sequence[Word], run: Run, desk: Desk) -> bool:
    """Whether a thing's noun follows at once, which is then what is named: "the General San Martín bridge"."""
    after = words[run.last + 1] if run.last + 1 < len(words) else None
    return bool(
        after and not after.capital and after.low in desk.word_set("thing-words") and after.tag in ("NN", "NNS")
    )


def _code(run: Run) -> bool:
    """Letters that stand for something: a switch of languages, a currency."""
    letters = [w.text.replace(".", "") for w in run.words]
    if len(run.words) > 1 and all(len(text) < 3 for text in letters) and "." in run.text:
        return True  # initials alone
    return all(len(text) <= 2 and text.isupper() and text.isalpha() for text in letters)


def located(words: Sequence[Word], first: int) -> bool:
    """Whether a run stands where a place stands: "in Fray Bentos", "the port of Fray Bentos"."""
    if not first:
        return False
    if words[first - 1].low in _LOCATIVES:
        return True
    return (
        first > 1
        and words[first - 1].low == "of"
        and (words[first - 2].low in _PLACES or words[first - 2].kind == "title")
    )


def _speaks(words: Sequence[Word], run: Run, desk: Desk) -> bool:
    """Whether a verb of saying stands right after the name or before it, a comma or adverb between them passed over."""
    saying = desk.word_set("speech-beside-name")
    after = [w for w in words[run.last + 1 : run.last + 3] if w.tag != "RB"][:1]
    if after and after[0].low in saying:
        return True
    if not run.first:
        return False
    before = words[run.first - 1]
    return before.low in saying and before.tag in ("VBD", "VBZ", "VBN", "VBP", "VB", "NNS", "NN") and not before.capital


def _who(words: Sequence[Word], run: Run) -> bool:
    """Whether "who" or an age follows: only of people."""
    after = [w.low for w in words[run.last + 1 : run.last + 4]]
    if after[:1] in (["who"], ["whose"]) or after[:2] == [",", "who"]:
        return True
    return len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit() and 15 < int(after[1]) < 100


def _related(words: Sequence[Word], run: Run, desk: Desk) -> bool:
    """Whether a noun for somebody's relation stands before: "her Hungarian colleague X", "his guest, X", "the late X"."""
    at = run.first - 1
    if at > 0 and words[at].text == ",":
        at -= 1
    if at > 0 and words[at].low == "from" and words[at - 1].low == "over":
        return True
    return at >= 0 and words[at].low in desk.word_set("relation-nouns")


def _family_word(run: Run, desk: Desk) -> tuple[float, str]:
    """A titled run with one word for a thing in it: a name where that word comes first and others follow ("Sun Weidong"), as in East Asia."""
    things = desk.word_set("thing-words")
    if len(run.words) == 1:
        return 0.4, "title"
    rest = any(w.low in things for w in run.words[1:])
    return (0.0, "") if rest or len(run.words) > 3 else (0.9, "title")


def _credited(words: Sequence[Word], run: Run) -> bool:
    """A credit or an outlet's own: "Photo: X", "(The Herald's X also contributed)"."""
    at = run.first - 1
    if at > 0 and words[at].low == "'s" and words[at - 1].kind == "outlet":
        return True
    if at > 0 and words[at].text == ":" and words[at - 1].low in _CREDITS:
        return True
    if at > 1 and words[at].text == "/" and words[at - 1].kind == "outlet" and words[at - 2].text == "(":
        return True
    after = words[run.last + 1 : run.last + 3]
    if len(after) == 2 and after[0].text == "/" and after[1].capital and after[1].kind != "title":
        return True
    if at > 0 and words[at].low == "by" and words[at - 1].low in _MADE:
        return True
    if at == 0 and words[0].text == "By" and after and after[0].low in ("&", "and"):
        return True
    return [w.low for w in after] in (["contributed", "reporting"], ["contributed", "to"])


def _instituted(words: Sequence[Word], run: Run, desk: Desk) -> bool:
    """Whether an institution is named as this one's own: "X of the Strait Institute believes"."""
    at = run.last + 1
    if (
        at + 2 >= len(words)
        or words[at].low not in ("of", "from", "at")
        or (run.first and words[run.first - 1].low == "of")
    ):
        return False
    at += 1 + (words[at + 1].low == "the")
    things = desk.word_set("thing-words")
    end = at
    while end < len(words) and (words[end].capital or words[end].low in ("of", "for", "and", "the")):
        end += 1
    named = any(w.low in things or w.kind == "body" for w in words[at:end])
    return named and not any(w.low in ("and", "or") for w in words[run.first - 1 : run.first])


def _opinion(words: Sequence[Word], run: Run) -> bool:
    """Whether a view is named as this one's: "in the opinion of X", "according to X, a …"."""
    if run.first < 2:
        return False
    two, one = words[run.first - 2].low, words[run.first - 1].low
    after = words[run.last + 1].low if run.last + 1 < len(words) else ""
    those = (two, one) == ("those", "of") and any(w.low.rstrip("s") in _OPINIONS for w in words[: run.first])
    return (
        those
        or (two in _OPINIONS and one == "of")
        or (two == "according" and one == "to" and after in ("of", "from", "at"))
    )


def _refers_back(words: Sequence[Word], run: Run) -> bool:
    """Whether the run opens its sentence as the subject and "his" or "her" refers back to it."""
    after = words[run.last + 1 :]
    verb = bool(after) and after[0].tag in ("VBD", "VBZ", "VBP", "MD")
    return run.first == 0 and verb and any(w.low in _OWN for w in after)
