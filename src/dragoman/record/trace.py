"""From the findings of dispatches to the descriptions that matching compares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from dragoman.name import fold
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.reading import Commitment, Encounter, Mechanism
from dragoman.record import take
from dragoman.record.identify import digest
from dragoman.record.links import linker
from dragoman.record.lore import Lore
from dragoman.record.match import encounter, named, person, place
from dragoman.record.match.matchers import MATCHERS
from dragoman.record.match.verdict import Features, base
from dragoman.record.put import parsed
from dragoman.record.scene import Scene

_REMOTE = re.compile(r"video|virtual", re.I)
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"\b(?:next|again)\b", re.I)
_NARROW = 31
_LAG = 3


def described(scene: Scene, kind: str, lore: Lore) -> dict[str, Features]:
    """The description of each finding of one kind that is not rejected, by its id."""
    if kind == "person":
        made = _people(scene)
    elif kind == "encounter":
        made = _encounters(scene, lore)
    elif kind == "commitment":
        made = {k.id: _commitment(scene, k, lore) for k in scene.of(kind)}
    else:
        made = {
            k.id: named.described(k.finding.name, k.finding.entry, _whose(scene, k.finding), lore.countries)
            for k in scene.of(kind)
        }
    for key in made.keys() & scene.pins:
        made[key]["pin"] = key
    return made


def _people(scene: Scene) -> dict[str, Features]:
    people = scene.of("person")
    made = {k.id: person.described(k.finding.name, k.finding.country, k.finding.kind, k.finding.entry) for k in people}
    full = {key: f for key, f in made.items() if not person.bare(f["words"])}
    link = linker((key, f["name"]) for key, f in full.items())
    alike = Counter(" ".join(sorted(f["words"])) for f in full.values())
    for key, features in made.items():
        if key in full:
            if alike[" ".join(sorted(features["words"]))] > 1 and not features["desk"]:
                features["apart"] = scene.id
        elif not features["desk"]:
            whole = link(features["name"])
            if whole and features["country"] in (None, made[whole]["country"]):
                made[key] = dict(made[whole])
            else:
                features["alone"] = scene.id
    return made


def _whose(scene: Scene, finding: Any) -> list[str]:
    """The countries between which a mechanism or instrument stands, as its dispatch shows them."""
    if isinstance(finding, Mechanism):
        for k in scene.of("encounter"):
            if k.finding.mechanism == finding.name and k.finding.countries:
                return sorted(k.finding.countries)
    return scene.sides


def _encounters(scene: Scene, lore: Lore) -> dict[str, Features]:
    order = sorted(scene.of("encounter"), key=lambda k: (not k.finding.principal, k.position))
    made: dict[str, Features] = {}
    judge = MATCHERS["encounter"].judge
    for kept in order:
        features = _encounter(scene, kept, lore)
        like = [other for other in made.values() if base(other) != base(features) and judge(features, other).links]
        if any(_told_apart(features, other) for other in like):
            features["apart"] = scene.id
            features["beside"] = sorted({base(other) for other in like if _told_apart(features, other)})
        made[kept.id] = features
    return made


def _told_apart(a: Features, b: Features) -> bool:
    """Whether two encounters of one dispatch, though alike, differ in something that one dispatch would not tell in two
    ways."""
    who = {entry for entry, _ in a["who"]}, {entry for entry, _ in b["who"]}
    return (
        a["kind"] != b["kind"]
        or a["series"] != b["series"]
        or bool(a["countries"] and b["countries"] and a["countries"] != b["countries"])
        or (who[0] != who[1] and bool(who[0]) and bool(who[1]))
        or bool(a["place"] and b["place"] and a["place"] != b["place"])
        or (a["first"] == a["last"]) != (b["first"] == b["last"])
        or (None not in (a["ordinal"], b["ordinal"]) and a["ordinal"] != b["ordinal"])
    )


def _encounter(scene: Scene, kept: take.Kept[Encounter], lore: Lore) -> Features:
    finding = kept.finding
    who, bare, bodies = [], [], []
    alone = _people(scene)
    for name, key in scene.linked.get(kept.id, ()):
        known = scene.people.get(key) if key else None
        if known is None or known.id not in scene.entries:
            bodies.append(" ".join(fold(name).split()))
        elif alone[known.id].get("alone"):
            bare += alone[known.id]["words"]
        else:
            who.append([scene.entries[known.id], sorted(alone[known.id]["words"])])
    when, bounded = parsed(finding.date, finding.end), False
    if when and (when.last - when.first).days >= encounter.YEAR:
        when = None
    first, last = (when.first.isoformat(), when.last.isoformat()) if when else (None, None)
    if not when and finding.principal and finding.status == "held" and (span := _bounds(scene)):
        first, last, bounded = *span, True
    undated = first is None
    series = finding.mechanism and _series(scene, finding.mechanism)
    kind, number = finding.kind, finding.ordinal
    if not series and (following := _following(scene, kept)):
        kind, series, number = "forum", *following
    remote = any(s.name == "format" and _REMOTE.match(s.value) for s in finding.protocol)
    return {
        **({"remote": True} if remote else {}),
        "kind": kind,
        "first": first,
        "last": last,
        "bounded": bounded,
        "who": sorted(who),
        "bare": sorted(bare),
        "bodies": sorted(bodies),
        "countries": sorted(set(finding.countries)),
        "singular": _singular(scene, kept.id),
        "place": place.placed(finding.place, lore.cities),
        "place_said": finding.place,
        "series": series or None,
        "ordinal": number,
        "said": scene.last_day if undated else None,
        "recalled": undated and not finding.principal and finding.status == "held",
        "words": digest(" ".join(fold(kept.text).split())) if undated else None,
        "source": scene.source if undated else None,
        "status": finding.status,
        "change": finding.change,
        "planned": next((s.value for s in finding.protocol if s.name == "planned"), None) if finding.change else None,
    }


def _following(scene: Scene, kept: take.Kept[Encounter]) -> tuple[str, int | None] | None:
    """The series and, where it is told, the number of a meeting of the two sides that a dispatch on one session says comes
    next: "the next meeting", "its 10th session"."""
    finding = kept.finding
    if finding.kind not in ("meeting", "forum") or finding.status != "scheduled" or finding.mechanism:
        return None
    if any(key in scene.people for _, key in scene.linked.get(kept.id, ()) if key):
        return None
    told = [k.finding for k in scene.of("encounter") if k.finding.kind == "forum" and k.finding.principal]
    held = {(f.mechanism, f.ordinal) for f in told if f.mechanism and f.status == "held"}
    if len(held) != 1 or len({f.mechanism for f in told if f.mechanism}) > 1:
        return None
    name, last = next(iter(held))
    numbers = [number for word in _WORD.findall(kept.text) if (number := ordinal(word)) is not None]
    if numbers and (last is None or last + 1 not in numbers):
        return None
    if not numbers and not _NEXT.search(kept.text):
        return None
    series = _series(scene, str(name))
    return (series, last + 1 if numbers and last is not None else None) if series else None


def _singular(scene: Scene, encounter: str) -> list[str]:
    """The entries of those who hold an office that nobody else there holds, as a leader who receives ministers; none where
    the office of one is not told."""
    roles = {
        scene.entries.get(key): {office.role for office in scene.people[key].finding.offices if office.role}
        for _, key in scene.linked.get(encounter, ())
        if key in scene.people
    }
    if not all(roles) or not all(roles.values()):
        return []
    return sorted(k for k, mine in roles.items() if k and not any(mine & of for o, of in roles.items() if o != k))


def _bounds(scene: Scene) -> tuple[str, str] | None:
    """The days in which what a dispatch is about can have happened, where its own day is known closely enough."""
    if not scene.first_day or not scene.last_day:
        return None
    first, last = date.fromisoformat(scene.first_day), date.fromisoformat(scene.last_day)
    if (last - first).days > _NARROW:
        return None
    return (first - timedelta(_LAG)).isoformat(), last.isoformat()


def _series(scene: Scene, name: str) -> str | None:
    """The entry of the mechanism that an encounter of this dispatch names."""
    held = scene.of("mechanism")
    exact = {scene.entries[k.id] for k in held if k.finding.name == name and k.id in scene.entries}
    if len(exact) == 1:
        return next(iter(exact))
    return f"{place.UNSURE}{' '.join(named.described(name, None, [])['words'])}" if not exact else None


def _commitment(scene: Scene, kept: take.Kept[Commitment], lore: Lore) -> Features:
    finding = kept.finding
    due = parsed(finding.due)
    sessions = {
        f"{scene.entries[k.id]} {k.finding.ordinal}"
        for k in scene.of("mechanism")
        if k.finding.ordinal is not None and k.id in scene.entries and k.span.overlaps(kept.span)
    }
    numbers = {ordinal(word) for word in _WORD.findall(kept.text)} - {None}
    said = {session for session in sessions if int(session.rpartition(" ")[2]) in numbers}
    sessions = said or sessions
    made_at = _made_at(scene, kept)
    return {
        "parties": sorted(set(finding.parties)),
        "by": sorted(set(finding.by)),
        "kind": finding.kind,
        "due": finding.due if due else None,
        "due_first": due.first.isoformat() if due else None,
        "due_last": due.last.isoformat() if due else None,
        "open": finding.open,
        "text": " ".join(kept.text.split()),
        "words": lore.content(kept.text),
        "encounter": made_at,
        "session": next(iter(sessions)) if len(sessions) == 1 else None,
        "source": scene.source,
        "since": scene.last_day if scene.first_day == scene.last_day else None,
    }


def _of_session(finding: Encounter, days: Collection[str | None]) -> bool:
    """Whether an encounter is only part of another of its dispatch, at which more is agreed: a signing, or that those who led a
    session of a series, on one of some `days`, met."""
    return finding.kind == "signing" or (finding.kind == "meeting" and not finding.place and finding.date in days)


def _made_at(scene: Scene, kept: take.Kept[Commitment]) -> str | None:
    """The entry of the encounter at which an undertaking was made: the principal one, the nearest before it where there
    are several."""
    held = [
        k for k in scene.of("encounter") if k.finding.principal and k.finding.status == "held" and k.id in scene.entries
    ]
    days = {k.finding.date for k in held if k.finding.kind == "forum" and k.finding.mechanism}
    held = [k for k in held if not _of_session(k.finding, days)] or held
    entries = {scene.entries[k.id] for k in held}
    if len(entries) == 1:
        return next(iter(entries))
    before = [k for k in held if k.span.start <= kept.span.start]
    return scene.entries[max(before, key=lambda k: (k.span.start, k.id)).id] if before else None
