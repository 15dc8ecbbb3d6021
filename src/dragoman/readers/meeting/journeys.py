"""Journeys by their verbs: who visited, flew or went somewhere, or was there on a day."""

from __future__ import annotations

from dragoman.page.page import Token
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import subject, to_form
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.scene import Scene

OFFICES = frozenset(("ministry", "chancellery", "palace", "residence"))
_HELP = frozenset(
    ("medical", "aid", "relief", "expert", "technical", "forensic", "surgical", "search", "emergency", "humanitarian")
)
_AIMS = frozenset(
    ("meet", "attend", "discuss", "visit", "sign", "negotiate", "mediate", "talk", "push", "press", "broker", "address")
)
"""What those who have come from elsewhere come to do."""
_NEAR = 12
"""Words behind a base within which the country it is in may be named."""
_NOW = frozenset(("currently", "now", "presently"))
_LANDS = frozenset(
    (
        "country",
        "capital",
        "region",
        "island",
        "islands",
        "countries",
        "nation",
        "nations",
        "city",
        "state",
        "republic",
        "kingdom",
        "here",
        "there",
    )
)


def stayed(scene: Scene) -> Cue | None:
    """ "visited Oslo"; who visits a person meets them."""
    if scene.verb.lemma == "visit" and scene.target is not None and _person(scene, scene.target):
        return scene.cue(scene.target, "meeting")
    place = scene.target or scene.passive or (scene.after("to") if scene.verb.lemma == "visit" else None)
    if place is None and scene.verb.dep == "relcl":  # "the last time she visited the nation was in 2015"
        near = (t for t in scene.sentence.tokens[scene.verb.i + 1 : scene.verb.i + 4] if t.dep == "nsubj")
        place = next((t for t in near if t.low in _LANDS or t.ent == "GPE"), None)
    if place is None and scene.verb.lemma == "visit" and scene.verb.tag in ("VBD", "VBN"):
        who = subject(scene.sentence, scene.verb)
        named = who is not None and any(a.kind == "person" for a in scene.company.actors(scene.sentence, who))
        return scene.cue(None) if named and timed(scene) else None  # "since X last visited in 2012"
    if scene.place(place) and not _sight(scene, place):
        return scene.cue(place)
    there = after(scene.sentence, place, "in", "at") if place is not None and place.tag == "NNS" else None
    there = there or (scene.after("in", "at") if place is not None and place.tag == "NNS" else None)
    town = after(scene.sentence, there, "in") if there is not None else None  # "visited troops at a base in Kenya"
    if there is not None and town is None:
        ins = {t.i for t in scene.sentence.tokens[there.i : there.i + _NEAR] if t.low == "in"}
        town = next((t for t in scene.sentence.tokens if t.dep == "pobj" and t.head in ins and t.ent == "GPE"), None)
    return next((scene.cue(t) for t in (town, there) if t is not None and _abroad(scene, t, timeless=True)), None)


def _sight(scene: Scene, place: Token | None) -> bool:
    """Whether one visits a museum or a centre, which is no journey: "also visited the National Museum"."""
    if place is None or any(p.span.holds(place.start) for p in scene.company.named):
        return False
    if place.low in scene.desk.place_names or place.low in _LANDS:
        return False
    article = any(c.low in ("the", "a", "an", "this") for c in scene.sentence.children(place))
    return place.ent == "FAC" or (article and place.ent not in ("GPE", "LOC"))


def _person(scene: Scene, token: Token) -> bool:
    if scene.company.person_at(token) is not None or token.low == "counterpart":
        return True
    return token.tag == "NN" and any(a.kind == "person" for a in scene.company.actors(scene.sentence, token))


def travelled(scene: Scene) -> Cue | None:
    """ "flew to Oslo", "arrived on Monday" """
    verb = scene.verb
    if verb.lemma == "head" and (scene.target is not None or verb.tag == "VBN"):
        return None  # "will head the mission to Norway", "a team headed by X"
    if "off" in scene.frames and not any(c.low in ("off", "out", "down") for c in scene.sentence.children(verb)):
        return None  # "set off for Oslo", "touched down in Oslo"
    office = scene.after("at", "to", "in") if verb.lemma in ("arrive", "come", "go") else None
    if office is not None and office.low in OFFICES and scene.company.parties_in(list(scene.sentence.subtree(office))):
        return scene.cue(office, "meeting")
    behind = (c for c in scene.sentence.children(verb) if c.low in ("there", "here") and c.i > verb.i)
    place = scene.after(*scene.frames) or next(behind, None) or _where(scene)
    if "onward" in scene.frames and (place is None or scene.target is not None or not _land(scene, place)):
        return None  # "will continue to Oslo", not "continued to the next question"
    if place is None and verb.lemma in ("leave", "depart") and verb.tag == "VBD" and _abroad(scene, scene.target):
        return scene.cue(scene.target)  # "left Oslo on Friday"
    if place is None and verb.lemma == "arrive" and verb.tag in ("VBD", "VBN", "VBZ"):
        return scene.cue(None) if timed(scene) else None
    return scene.cue(place) if scene.place(place) else None


def _land(scene: Scene, place: Token) -> bool:
    """Whether a word names a country or town."""
    named = any(p.code and p.span.holds(place.start) for p in scene.company.named)
    return place.ent in ("GPE", "LOC") or named or place.low in scene.desk.place_names


def _abroad(scene: Scene, place: Token | None, timeless: bool = False) -> bool:
    """Whether a place is in a country that is not one's own, and one is there or leaves it on a day."""
    who = subject(scene.sentence, scene.verb)
    if place is None or place.ent != "GPE" or who is None or not (timeless or timed(scene)):
        return False
    there = {p.code for p in scene.company.named if p.code and p.span.holds(place.start)}
    town = scene.desk.place_names.get(place.low)
    there |= {town.country} if town is not None and town.country else set()
    people = [a for a in scene.company.actors(scene.sentence, who) if a.kind == "person"]
    return bool(people and there) and all(a.country and a.country not in there for a in people)


def led(scene: Scene) -> Cue | None:
    """ "is leading a delegation to Norway" """
    group = scene.target
    if group is None or group.low not in ("delegation", "team", "deputation", "contingent", "entourage"):
        return None
    place = after(scene.sentence, group, "to") or scene.after("to") or _far(scene, group)
    named = place is not None and (
        place.ent in ("GPE", "LOC") or any(p.code and p.span.holds(place.start) for p in scene.company.named)
    )
    return scene.cue(place) if named and scene.place(place) else None


def _far(scene: Scene, group: Token) -> Token | None:
    """The town or country behind "to" where a list of those whom a delegation is from stands between."""
    behind = scene.sentence.tokens[group.i + 1 :]
    stop = next((t.i for t in behind if t.tag[:2] == "VB" or t.tag == "MD"), len(scene.sentence.tokens))
    leads = {t.i for t in behind if t.low == "to" and t.i < stop}
    return next((t for t in behind if t.dep == "pobj" and t.head in leads and t.ent == "GPE"), None)


def sent(scene: Scene) -> Cue | None:
    """ "sent a delegation to Oslo", "dispatched Deputy Minister X to Oslo", "X was sent to Oslo" """
    envoy = scene.target if scene.target is not None and scene.target.pos != "ADP" else scene.passive
    if envoy is None:
        return None
    groups, envoys = scene.desk.word_set("encounter.groups"), scene.desk.word_set("encounter.envoys")
    team = envoy.low in groups - {"party", "members", "lawmakers", "side"} and not _errand(scene, envoy)
    if scene.company.person_at(envoy) is None and not team and envoy.lemma.lower() not in envoys:
        return None
    place = scene.after("to") or after(scene.sentence, envoy, "to")
    named = place is not None and (
        place.ent in ("GPE", "LOC") or any(p.code and p.span.holds(place.start) for p in scene.company.named)
    )
    return scene.cue(place) if named and scene.place(place) else None


def _errand(scene: Scene, team: Token) -> bool:
    """Whether a team or mission is sent to help and not to speak: "a medical team", "a rescue mission"."""
    about = {c.low for c in scene.sentence.children(team) if c.dep in ("amod", "compound", "nmod")}
    return bool(about & scene.desk.word_set("encounter.visit.standing")) or (
        team.low in ("team", "group", "contingent", "mission") and bool(about & _HELP)
    )


def _where(scene: Scene) -> Token | None:
    """ "Oslo, where he arrived on Monday" """
    led = any(c.low == "where" for c in scene.sentence.children(scene.verb))
    return scene.sentence.head(scene.verb) if led and scene.verb.dep == "relcl" else None


def been(scene: Scene) -> Cue | None:
    """ "was in Oslo on Friday, where he met X", "was with the deputies X and Y on Monday" """
    below = list(scene.sentence.children(scene.verb))
    who, place, beside = subject(scene.sentence, scene.verb), scene.after("in"), scene.after("with")
    due = next((c for c in below if c.low == "due" and c.dep in ("acomp", "attr", "oprd")), None)
    if due is not None and who is not None:
        there = after(scene.sentence, due, "in") or place
        arriving = scene.place(there) and any(a.kind == "person" for a in scene.company.actors(scene.sentence, who))
        return Cue("visit", due, scene.verb, there) if arriving and timed(scene, anywhere=True) else None
    held_back = any(c.dep in ("attr", "acomp", "neg") for c in below)
    if (
        any(c.low == "will" for c in below)
        and not held_back
        and scene.place(place)
        and who is not None
        and place is not None
    ):
        person = any(a.kind == "person" for a in scene.company.actors(scene.sentence, who))
        return scene.cue(place, "visit") if person and timed(scene) else None  # "will be in Oslo on Friday"
    held = any(c.dep in ("attr", "acomp", "aux", "neg") for c in below)
    errand = scene.after("for")
    if errand is not None and errand.low in ("series", "round", "day", "days", "couple"):
        errand = after(scene.sentence, errand, "of")
    sent = errand is not None and errand.lemma in scene.desk.word_set("encounter.meeting.nouns")
    sent = sent or _came(scene, below, beside)
    finite = scene.verb.tag in ("VBD", "VBZ", "VBP") or any(c.low == "will" for c in below)
    if sent and not held_back and finite and scene.place(place) and who is not None:
        named = any(a.kind == "person" for a in scene.company.actors(scene.sentence, who))
        return scene.cue(place, "visit") if named else None  # "is in Oslo for talks"
    now = scene.verb.tag == "VBZ" and any(c.low in _NOW for c in below) and not held_back
    if now and scene.place(place) and _abroad(scene, place, timeless=True):
        return scene.cue(place, "visit")  # "is currently in Oslo"
    last = any(c.low in ("last", "previously", "recently") for c in below)
    held = held and not (last and not any(c.dep in ("attr", "aux", "neg") for c in below))
    if scene.verb.tag != "VBD" or held or who is None or not timed(scene, anywhere=True):
        return None
    if not any(a.kind == "person" for a in scene.company.actors(scene.sentence, who)):
        return None
    if beside is not None and any(a.kind == "person" for a in scene.company.actors(scene.sentence, beside)):
        return scene.cue(beside, "meeting")
    if last and scene.place(place):
        return scene.cue(place, "visit")  # "was last in Oslo in 2022"
    when = any(c.low == "when" and c.i < scene.verb.i for c in below)  # "When she was in Oslo last week"
    onward = when or any(t.low == "where" and t.i > scene.verb.i for t in scene.sentence.subtree(scene.verb))
    return scene.cue(place, "visit") if onward and scene.place(place) else None


def _came(scene: Scene, below: list[Token], beside: Token | None) -> bool:
    """Whether one is somewhere on an errand or in somebody's company: "is in Oslo to hold talks", "was in Oslo with President X"."""
    aim = next((c for c in below if c.dep == "advcl" and c.tag == "VB" and to_form(scene.sentence, c)), None)
    talks = aim is not None and (
        aim.lemma in _AIMS
        or any(c.lemma in scene.desk.word_set("encounter.meeting.nouns") for c in scene.sentence.children(aim))
    )
    return talks or (beside is not None and scene.company.person_at(beside) is not None)


def timed(scene: Scene, anywhere: bool = False) -> bool:
    """Whether a verb is followed by a day or an hour of its own, or has one before it."""
    below = [c for c in scene.sentence.children(scene.verb) if anywhere or c.i > scene.verb.i]
    below += [g for c in below if c.low == "due" for g in scene.sentence.children(c)]
    below += [g for c in below if c.dep == "prep" for g in scene.sentence.children(c)]
    return any(t.ent in ("DATE", "TIME") for t in below)
