"""People: by the desk's id, else by name and country. A bare family name means someone within its dispatch only."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from dragoman import name as names
from dragoman.record.match.sounding import sounding
from dragoman.record.match.verdict import NOTHING, Features, Portrait, Verdict, alike, base, slugged, strong, veto, weak

_IDEOGRAPHS_OF_A_FULL_NAME = 3
_LONGEST_NAME = 6


def described(name: str, country: str | None, kind: str, desk: str | None) -> Features:
    """`words`: of the name, in its order. `kind` only where the desk does not know the person, and where it is
    known."""
    shown = " ".join(name.split())
    known = None if desk or kind == "other" else kind
    return {"desk": desk, "name": shown, "words": list(names.parts(shown)), "country": country, "kind": known}


def bare(words: list[str]) -> bool:
    """Whether a name is too short to mean one person outside its dispatch."""
    if len(words) != 1:
        return not words
    return not (_ideographic(words[0]) and len(words[0]) >= _IDEOGRAPHS_OF_A_FULL_NAME)


def _ideographic(word: str) -> bool:
    return all("\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in word)


class Matcher:
    """Descriptions as `described` makes them; with `alone` (a dispatch) for a bare name that fits no full one there,
    `apart` (a dispatch) where one dispatch has two people of like names."""

    def keys(self, of: Features) -> tuple[set[str], set[str]]:
        words = of["words"][:_LONGEST_NAME]
        keys = {f"person desk {of['desk']}"} if of["desk"] else set()
        if of.get("alone") and not of["desk"]:
            return {f"person alone {base(of)}"}, {f"person alone {base(of)}"}
        keys.add(f"person whole {''.join(words)}")
        keys |= {f"person words {' '.join(sorted(pair))}" for pair in combinations(words, 2)}
        if of["country"] and (heard := sounding(words)):
            keys.add(f"person heard {of['country']} {heard}")
        return keys, keys

    def judge(self, a: Features, b: Features) -> Verdict:
        if a["desk"] and b["desk"]:
            if a["desk"] == b["desk"]:
                return strong(1.0, "same desk entry", desk=a["desk"])
            return veto("two desk entries")
        if a.get("apart") and a["apart"] == b.get("apart") and a["words"] != b["words"]:
            return veto("one dispatch tells them apart")
        if a["country"] and b["country"] and a["country"] != b["country"]:
            return veto("two countries")
        if a["kind"] and b["kind"] and a["kind"] != b["kind"]:
            return veto("two callings")
        if alike(a, b):
            return strong(1.0, "same description", name=a["name"])
        if a.get("alone") or b.get("alone"):
            return NOTHING
        return self._by_name(a, b)

    @staticmethod
    def _by_name(a: Features, b: Features) -> Verdict:
        if a["words"] == b["words"]:
            score, how = 0.95, "name"
        elif names.same(a["name"], b["name"]):
            score, how = 0.85, "name in another order"
        elif min(len(a["words"]), len(b["words"])) > 1 and (
            names.covers(a["name"], b["name"]) or names.covers(b["name"], a["name"])
        ):
            return weak(0.6, "part of the name", names=sorted((a["name"], b["name"])))
        elif (
            a["country"]
            and a["country"] == b["country"]
            and (heard := sounding(a["words"]))
            and heard == sounding(b["words"])
        ):
            return weak(0.5, "names that sound alike", names=sorted((a["name"], b["name"])), country=a["country"])
        else:
            return NOTHING
        reasons: dict[str, Any] = {"names": sorted((a["name"], b["name"])), "country": a["country"] or b["country"]}
        level = a["country"] == b["country"] and a["country"] and bool(a["desk"]) == bool(b["desk"])
        return strong(score, how, **reasons) if level else weak(score - 0.2, how, **reasons)

    def vagueness(self, of: Features) -> tuple[Any, ...]:
        shouted = sum(word.isupper() for word in of["name"].split() if len(word) > 1)
        known = set((of["desk"] or "").split("-")) & set(of["words"])
        length = -len(known) if of["desk"] else -len(of["words"])
        return (not of["desk"], not of["country"], not of["kind"], length, shouted, of["name"], base(of))

    def slug(self, of: Features) -> str:
        if of["desk"]:
            return f"person-{of['desk']}"
        return f"person-{slugged(of['country'] or '', *of['words'])}-{base(of)[:8]}"

    def portrait(self, members: list[Features]) -> Portrait:
        country = next((m["country"] for m in members if m["country"]), None)
        detail = {
            "desk": next((m["desk"] for m in members if m["desk"]), None),
            "names": list(dict.fromkeys(m["name"] for m in members)),
            "country": country,
        }
        return Portrait(
            self._label(members, next((m["desk"] for m in members if m["desk"]), None)),
            detail=detail,
            countries=(country,) if country else (),
        )

    @staticmethod
    def _label(members: list[Features], desk: str | None) -> str:
        """The name to show: of those that dispatches give, one that the desk's id spells, so that a misreading is never
        the label."""
        spelt = set((desk or "").split("-"))
        return str(next((m["name"] for m in members if set(m["words"]) == spelt), members[0]["name"]))
