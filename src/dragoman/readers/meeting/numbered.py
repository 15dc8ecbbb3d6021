"""Which session of a series a text counts: "the ninth meeting under the …", "…, the sixth", "will hold its fifth session"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.desk.desk import Desk
from dragoman.readers.meeting.ordinals import ordinal

ARTICLES = frozenset(("the", "a", "an", "this", "their", "its", "our", "that"))
_UNDER = frozenset(("of", "under", "in", "within", "for", "at"))
_SPANS = frozenset(("years", "months", "decades", "decade", "generation"))
_LETTERED = re.compile(r"[A-Z]{2,6}-?(\d{1,3})")
"""An abbreviation that counts the sessions: "… Conference (COP27)"."""
_AHEAD = frozenset(("coming", "next", "early", "late", "recent"))
_FOUNDING = frozenset(
    ("launch", "launched", "launching", "inception", "creation", "created", "establishment", "established", "founding",
     "founded", "formation", "formed", "signing", "set", "revival", "introduction")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence at `start` to `end`; `low` in small letters, without a closing apostrophe."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """A capital, or a name of digits and letters or signs ("2+2"), never an ordinal."""
        begins = self.text[0].isdigit() and any(c.isalpha() or c == "+" for c in self.text)
        return self.text[0].isupper() or (begins and ordinal(self.text) is None)


def number_before(words: list[Word], first: int, desk: Desk) -> tuple[int | None, int]:
    """The number that stands before a name, and the first word of the whole: "the ninth meeting under the …",
    "edition VI of …"."""
    at = first - 1
    skip, nouns = desk.word_set("session-adjectives"), desk.word_set("session-nouns")
    back = at
    while back >= 0 and words[back].low in skip:
        back -= 1
    if back >= 0 and (number := ordinal(words[back].text)) is not None:
        return number, back
    while at >= 0 and words[at].low in ARTICLES:
        at -= 1
    if at < 1 or words[at].low not in _UNDER:
        return None, first
    if at > 1 and words[at - 2].low in nouns and (number := ordinal(words[at - 1].text)) is not None:
        return number, at - 2
    if words[at - 1].low not in nouns:
        return None, first
    back = at - 2
    while back >= 0 and (words[back].low in skip or words[back].low in nouns):
        back -= 1
    if back >= 0 and (number := ordinal(words[back].text)) is not None:
        return number, back
    return None, first


def number_after(words: list[Word], last: int, desk: Desk) -> int | None:
    """The number of "… will hold its fifth session", "…, the sixth," and "… (fourth session)"; the first session in
    some years is not the first."""
    nouns = desk.word_set("session-nouns")
    low = [w.low for w in words[last + 1 : last + 5]]
    if len(low) > 2 and low[0] == "(" and low[2] == ")" and (counted := _LETTERED.fullmatch(words[last + 2].text)):
        return int(counted[1]) or None
    if len(low) > 3 and low[0] == "(" and low[2] in nouns:
        return ordinal(words[last + 2].text)
    if len(low) > 3 and low[0] == "," and low[1] in ("the", "its") and low[3] in (",", ".", ";", ")"):
        return ordinal(words[last + 3].text)
    if len(low) > 3 and low[:2] == [",", "whose"] and low[3] in nouns:
        return ordinal(words[last + 3].text)
    for at in range(last + 1, min(len(words) - 2, last + 13)):
        if words[at].text in (".", ";", ":", '"', "("):
            return None
        if words[at].low not in ("its", "their", "the") or (number := ordinal(words[at + 1].text)) is None:
            continue
        after = at + 2
        if words[after].low == "time" and words[at - 1].low == "for":
            return number if number > 1 else None
        while after < len(words) and words[after].low in desk.word_set("session-adjectives"):
            after += 1
        if after < len(words) and words[after].low in nouns:
            if after + 1 < len(words) and words[after + 1].low == "of":
                return None  # another body's session
            again = number == 1 and renewed(words, after)
            return number if (words[at].low != "the" or last + 4 >= at) and not again else None
    return None


def renewed(words: list[Word], last: int) -> bool:
    """Whether a "first" up to `last` only ends a pause: "… in six years", "… since 2019". Since its founding is no
    pause."""
    for at in range(last + 1, min(len(words) - 1, last + 14)):
        if words[at].text in (".", ";", ":"):
            return False
        ahead = words[at + 1 : at + 7]
        if words[at].low == "since":
            return not any(w.low in _FOUNDING for w in ahead)
        if words[at].low not in ("in", "for"):
            continue
        for near in ahead:
            if near.text[0].isupper() or not near.text[0].isalnum() or near.low in _AHEAD:
                break
            if near.low in _SPANS or (near.low == "year" and ahead[0].low in ("a", "one", "over", "more")):
                return True
    return False
