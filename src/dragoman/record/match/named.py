"""Mechanisms and instruments: by the desk's id, else by the words of the name between the same countries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dragoman.name import fold
from dragoman.record.match.verdict import NOTHING, Features, Portrait, Verdict, alike, base, slugged, strong, veto, weak

_WORD = re.compile(r"[^\W_]+")
_FIELD = re.compile(r"(?<=\w) (?:of|on|for) ")
_SMALL, _LONGEST = 3, 5
_FORM = frozenset(("mechanism", "mechanisms"))
"""What a name may add to say that it is of a series: "political consultations", "the Political Consultation Mechanism"."""


def described(name: str, desk: str | None, countries: list[str], known: Mapping[str, str] | None = None) -> Features:
    """`words`: those of the name that carry it, in alphabetical order, so that "China-Japan" and "Japan-China" are one;
    words of up to three small letters ("of", "the") carry nothing, nor do those that only name the `countries` whose it
    is, as far as the dispatch shows: "the Japan-ROK Dialogue" is "the Dialogue" between the two. `known`: countries by
    what they are called, folded."""
    shown = " ".join(name.split())
    said = [word for word in _WORD.findall(shown) if len(word) > _SMALL or not word.islower() or not word.isascii()]
    words = {fold(word) for word in said}
    own = _naming([fold(word) for word in _WORD.findall(shown)], countries, known or {})
    words = words - own if len(words - own) > 1 else words
    first = {fold(word) for word in _WORD.findall(_FIELD.split(shown)[0])}
    head = words & first if len(words & first) > 1 else words
    return {"desk": desk, "name": shown, "words": sorted(words), "head": sorted(head), "countries": sorted(countries)}


def _naming(words: list[str], countries: list[str], known: Mapping[str, str]) -> set[str]:
    """The words that name some countries, the longest names first: "Republic of Korea"."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            if known.get(" ".join(words[at : at + size])) in countries:
                found |= set(words[at : at + size])
                at += size
                break
        else:
            at += 1
    return found


def _head(of: Features) -> list[str]:
    """All its words where a description of an older record does not say which."""
    return list(of["head"] if "head" in of else of["words"])


def _core(words: list[str]) -> list[str]:
    """Words of a series' name without what only says that it is a series, each as of one."""
    kept = [word for word in words if word not in _FORM]
    return sorted({word.removesuffix("s") for word in (kept if len(kept) > 1 else words)})


class Matcher:
    """Descriptions as `described` makes them. `kind`: mechanism or instrument."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def keys(self, of: Features) -> tuple[set[str], set[str]]:
        keys = {f"{self.kind} words {' '.join(of['words'])}"}
        if of["desk"]:
            keys.add(f"{self.kind} desk {of['desk']}")
        if self.kind == "mechanism" and len(of["countries"]) > 1:
            keys.add(f"{self.kind} head {' '.join(_core(_head(of)))} {' '.join(of['countries'])}")
        return keys, keys

    def judge(self, a: Features, b: Features) -> Verdict:
        if a["desk"] and b["desk"]:
            return (
                strong(1.0, "same desk entry", desk=a["desk"]) if a["desk"] == b["desk"] else veto("two desk entries")
            )
        if alike(a, b):
            return strong(1.0, "same description", name=a["name"])
        if not a["words"] or a["words"] != b["words"]:
            return self._shorter(a, b)
        one, other = set(a["countries"]), set(b["countries"])
        if one == other and bool(a["desk"]) == bool(b["desk"]):
            return strong(0.95, "same name", name=a["name"], countries=a["countries"])
        if one <= other or other <= one or a["desk"] or b["desk"]:
            return weak(0.7, "same name", name=a["name"])
        return veto("the same name between other countries")

    def _shorter(self, a: Features, b: Features) -> Verdict:
        """Whether one is the other's name without its field, or without what says that it is a series: "the Joint Committee" of
        those who have a "Joint Committee on Fisheries"."""
        if self.kind != "mechanism" or len(a["countries"]) < 2 or a["countries"] != b["countries"]:
            return NOTHING
        short, full = sorted((a, b), key=lambda of: len(of["words"]))
        if len(short["words"]) < 2 or _core(short["words"]) not in (_core(_head(full)), _core(full["words"])):
            return NOTHING
        if _core(a["words"]) == _core(b["words"]):
            return weak(
                0.7, "the same name by its main words", names=sorted((a["name"], b["name"])), countries=a["countries"]
            )
        return weak(0.6, "the name without its field", names=sorted((a["name"], b["name"])), countries=a["countries"])

    def vagueness(self, of: Features) -> tuple[Any, ...]:
        small = of["name"].islower()
        return (
            not of["desk"],
            -len(of["countries"]),
            small,
            _head(of) == of["words"],
            len(of["name"]),
            of["name"],
            base(of),
        )

    def slug(self, of: Features) -> str:
        if of["desk"]:
            return f"{self.kind}-{of['desk']}"
        return f"{self.kind}-{slugged(*of['words'])}-{base(of)[:8]}"

    def portrait(self, members: list[Features]) -> Portrait:
        detail = {
            "desk": next((m["desk"] for m in members if m["desk"]), None),
            "names": list(dict.fromkeys(m["name"] for m in members)),
        }
        countries = tuple(sorted({c for m in members for c in m["countries"]})) if not detail["desk"] else ()
        fullest = max(
            (m["name"] for m in members if m["words"] == members[0]["words"] and not m["name"].islower()),
            key=lambda name: (len(name), name),
            default=members[0]["name"],
        )  # "the Tunisia-Italy Joint Commission", where others have a Joint Commission too
        label = fullest if self.kind == "mechanism" and not detail["desk"] else members[0]["name"]
        return Portrait(label, detail=detail, countries=countries)
