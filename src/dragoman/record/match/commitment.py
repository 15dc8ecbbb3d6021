"""Undertakings: by who is bound, by the encounter at which it was made or the session that it promises, by when it
falls due, and by wording."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dragoman.record.match.verdict import NOTHING, Features, Portrait, Verdict, alike, base, slugged, strong, veto, weak

ALIKE = 0.6
"""Least likeness of wording of one undertaking told by two accounts of one encounter."""
COPIED = 0.75
"""Least likeness where only the source, the day or the due date is common."""
AKIN = 0.4
"""Least likeness where it must be the only one that fits."""
KIN = 0.2
"""Least likeness where encounter, or day, and due date are common and it must be the only one that fits."""
MONTH = 45
"""Days that a due date may span and still tell one undertaking from others."""
_SMALL = 3


def likeness(a: list[str], b: list[str]) -> float:
    """Shared words over the mean of the two (Dice), 0 to 1."""
    one, other = set(a), set(b)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _exact(of: Features) -> bool:
    """Whether the due date is exact enough to tell one undertaking from others."""
    return (
        bool(of["due_first"])
        and (date.fromisoformat(of["due_last"]) - date.fromisoformat(of["due_first"])).days < MONTH
    )


def _after(day: str) -> str:
    """The day after: "by the end of March" and "before April" are one time."""
    return day if day >= "9999-12-31" else (date.fromisoformat(day) + timedelta(1)).isoformat()


class Matcher:
    """Descriptions with `parties`; `kind`; `due_first` and `due_last` day or None; `open`; `words`: what it speaks of,
    as `Lore.content` gives it; `text`; `encounter`: the entry of the encounter at which it was made; `session`: a
    mechanism's entry and number that it promises; `source`; `since`: day of publication."""

    def keys(self, of: Features) -> tuple[set[str], set[str]]:
        keys = {f"commitment source {of['source']}"}
        if of["encounter"]:
            keys.add(f"commitment encounter {of['encounter']}")
        if of["since"]:
            keys.add(f"commitment since {of['since']}")
        if of["session"]:
            keys.add(f"commitment session {of['session']}")
        if _exact(of):
            keys.add(f"commitment due {of['due_first']} {of['due_last']}")
        return keys, keys

    def judge(self, a: Features, b: Features) -> Verdict:
        if alike(a, b):
            return strong(1.0, "same description")
        if (
            a["parties"]
            and b["parties"]
            and not (set(a["parties"]) <= set(b["parties"]) or set(b["parties"]) <= set(a["parties"]))
        ):
            return veto("other parties")
        if a["session"] and b["session"] and a["session"] != b["session"]:
            return veto("other sessions")
        like = likeness(a["words"], b["words"])
        if a["source"] == b["source"] and like < COPIED:
            return veto("one source tells of both")
        dated = bool(a["due_first"]) and (a["due_first"], a["due_last"]) == (b["due_first"], b["due_last"])
        clash = bool(a["due_first"] and b["due_first"]) and (
            _after(a["due_last"]) < b["due_first"] or _after(b["due_last"]) < a["due_first"]
        )
        meeting = bool(a["encounter"]) and a["encounter"] == b["encounter"]
        reasons: dict[str, Any] = {
            "wording": round(like, 3),
            "encounter": meeting,
            "due": dated,
            "session": a["session"] or b["session"],
        }
        score = 0.5 * like + 0.2 * meeting + 0.2 * dated + 0.1 * bool(a["session"])
        if a["session"] and a["session"] == b["session"] and not clash:
            return strong(max(score, 0.7), "the same session promised", **reasons)
        if clash and not (meeting and like >= COPIED):
            return veto("other due dates")
        same_source, one_day = a["source"] == b["source"], bool(a["since"]) and a["since"] == b["since"]
        known_apart = bool(a["encounter"] and b["encounter"]) and not meeting
        shared = len(set(a["words"]) & set(b["words"]))
        if same_source:
            return strong(score, "alike, in copies of one source", **reasons)
        if shared > 1 and meeting and like >= ALIKE:
            return strong(score, "alike, from one encounter", **reasons)
        if shared > 1 and dated and _exact(a) and like >= COPIED:
            return strong(score, "alike, due at the same time", **reasons)
        if shared > 1 and one_day and not known_apart and like >= COPIED:
            return strong(score, "alike, told on the same day", **reasons)
        if shared and dated and _exact(a) and like >= (KIN if meeting or (one_day and not known_apart) else AKIN):
            return weak(score, "much the same, due at the same time", **reasons)
        within = shared > 1 and shared == min(len(set(a["words"])), len(set(b["words"])))
        if within and one_day and not known_apart and not (a["due_first"] or b["due_first"]):
            return weak(score, "one tells in fewer words what the other tells, on the same day", **reasons)
        if shared > 1 and meeting and like >= AKIN:
            return weak(score, "much the same, from one encounter", **reasons)
        return NOTHING

    def vagueness(self, of: Features) -> tuple[Any, ...]:
        return (
            not of["since"],
            of["since"] or "",
            not of["due_first"],
            not of["encounter"],
            -len(of["words"]),
            of["text"],
            base(of),
        )

    def slug(self, of: Features) -> str:
        telling = [word for word in of["text"].split() if len(word) > _SMALL]
        return "-".join(filter(None, ("commitment", of["since"], slugged(*of["parties"], *telling[:5]), base(of)[:8])))

    def portrait(self, members: list[Features]) -> Portrait:
        first = members[0]
        dated = [m for m in members if m["due_first"]]
        dues = sorted({m["due"] for m in dated})
        parties = sorted({p for m in members for p in m["parties"]})
        detail = {
            "text": first["text"],
            "kind": first["kind"],
            "parties": parties,
            "by": sorted({name for m in members for name in m["by"]}),
            "due": dated[0]["due"] if dated else None,
            "open": any(m["open"] for m in members),
            "since": first["since"],
            "encounters": sorted({m["encounter"] for m in members if m["encounter"]}),
            "session": next((m["session"] for m in members if m["session"]), None),
            "conflicts": {"due": dues} if len(dues) > 1 else {},
        }
        due_first, due_last = (dated[0]["due_first"], dated[0]["due_last"]) if dated else (None, None)
        return Portrait(first["text"], due_first, due_last, detail, countries=tuple(parties))
