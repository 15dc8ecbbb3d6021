"""The frames of verbs of contact: what must stand beside "met", "called on", "signed" for it to tell of an encounter."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.draft import MEALS
from dragoman.readers.meeting.journeys import OFFICES, been, led, sent, stayed, timed, travelled
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.papers import MANY, credentials, exchanged, letter, signed
from dragoman.readers.meeting.presence import house, placed_in, somebody
from dragoman.readers.meeting.scene import Scene
from dragoman.readers.meeting.spoken import abroad, by_phone, shared
from dragoman.reading import EncounterKind

_SAYING = frozenset(("say", "state", "declare", "stress", "announce"))
_SOLEMN = frozenset(("plenary", "opening", "closing", "inaugural"))
"""Sittings at which one speaks to all: "said at the opening session"."""
_STATIONED = frozenset(("fleet", "navy", "army", "command", "force", "forces", "staff", "federation", "state"))
"""What a country hosts that no one meets."""
_SCHOOLS = frozenset(
    ("institute", "institution", "center", "centre", "university", "academy", "college", "foundation", "parliament")
)
"""Houses at which what one is told to have said was said in a speech."""
_GUESTS = frozenset(("counterpart", "colleague", "guest", "visitor", "he", "she", "him", "her"))
_LOOSE = frozenset(("members", "side", "party", "lawmakers"))
"""Groups that may be at home: "welcomed members of the public to the palace"."""
_OPEN = frozenset(("object", "to"))
"""Frames beside which another may still hold: who does not head a delegation may head to a place."""
_ATTENDING = frozenset(("attend", "join", "participate"))


def verb_cue(desk: Desk, sentence: Sentence, verb: Token, company: Company) -> Cue | None:
    """What a verb tells by the frames that the packs give it; None where what they ask for does not stand beside it."""
    guest = _guest(desk, sentence, verb, company)
    if guest is not None:
        return guest
    if verb.lemma == "be":
        return been(Scene(desk, sentence, verb, company, "visit", (), None, None))
    if verb.lemma in _SAYING and verb.tag in ("VBD", "VBG"):
        hall = after(sentence, verb, "at")
        heard = hall is not None and (any(c.low in _SOLEMN for c in sentence.children(hall)) or hall.low in _SCHOOLS)
        return Cue("address", verb, verb, hall) if heard else None
    entry = desk.verb_group("encounter").get(verb.lemma.lower())
    if entry is None or entry.kind is None or verb.dep in ("aux", "auxpass", "amod"):
        return None
    target = next((c for c in sentence.children(verb) if c.dep in ("dobj", "dative", "obj")), None)
    if target is None:  # a second subject behind the verb is its object
        doers = [c for c in sentence.children(verb) if c.dep == "nsubj"]
        target = next((c for c in doers if c.i > verb.i and any(d.i < verb.i for d in doers)), None)
    if target is not None and target.low in ("face", "head"):  # "met face to face"
        target = None
    if any(t.low in ("halfway", "half-way") for t in sentence.tokens[verb.i + 1 : verb.i + 6]):
        return None
    passive = next((c for c in sentence.children(verb) if c.dep == "nsubjpass"), None)
    kind: EncounterKind = entry.kind  # type: ignore[assignment]
    scene = Scene(desk, sentence, verb, company, kind, tuple(entry.frames), target, passive)
    if verb.lemma == "speak" and scene.after("with", "to") is None:
        hall = scene.after("at", "before")
        if hall is not None and house(desk, hall) and verb.tag in ("VBD", "VBG", "VB"):
            return scene.cue(hall, "address")
    for frame, read in _FRAMES.items():
        if frame in scene.frames and ((found := read(scene)) is not None or not _OPEN & set(scene.frames)):
            return found
    return travelled(scene) if kind == "visit" else _met(scene)


def _guest(desk: Desk, sentence: Sentence, verb: Token, company: Company) -> Cue | None:
    """Who is expected or invited somewhere: at a ministry for a meeting, in a country for a visit."""
    guest = next((c for c in sentence.children(verb) if c.dep in ("dobj", "nsubjpass")), None)
    above = sentence.head(verb)
    if verb.lemma in _ATTENDING and above is not None and above.lemma in ("invite", "invitation") and verb.tag == "VB":
        place = after(sentence, verb, "in") or (after(sentence, guest, "in") if guest is not None else None)
        there = place is not None and placed_in(place, company, sentence, desk)
        return Cue("visit", verb, verb, place) if there else None
    if verb.lemma == "invite":
        place = after(sentence, verb, "to")
        fits = guest is not None and place is not None and placed_in(place, company, sentence, desk)
        return Cue("visit", verb, verb, place) if fits else None
    if verb.lemma != "expect" or verb.tag != "VBN":
        return None
    place, office = after(sentence, verb, "in"), after(sentence, verb, "at")
    if place is not None and placed_in(place, company, sentence, desk) and place.tag[:3] == "NNP":
        return Cue("visit", verb, verb, place)
    if office is None or guest is None or guest.dep != "nsubjpass" or office.lemma.lower() not in OFFICES:
        return None
    return Cue("meeting", verb, verb, guest) if somebody(desk, sentence, guest, company) else None


def _sat(scene: Scene) -> Cue | None:
    """ "sat down with X" """
    other = scene.after("with")
    down = any(c.low == "down" for c in scene.sentence.children(scene.verb))
    errand = scene.after("for")
    if errand is not None and errand.lemma == "interview":
        return None
    return scene.cue(other) if other is not None and down else None


def _each(scene: Scene) -> Cue | None:
    """ "saw each other", "is to see Minister X tomorrow" """
    target = scene.target
    if target is None:
        return None
    if target.low not in ("other", "another"):
        plan = scene.company.person_at(target) is not None and scene.verb.tag == "VB" and timed(scene)
        return scene.cue(target) if plan and status(scene.sentence, scene.verb, scene.desk) == "scheduled" else None
    return scene.cue(None) if scene.sentence.tokens[target.i - 1].low in ("each", "one") else None


def _addressed(scene: Scene) -> Cue | None:
    """ "addressed parliament", "addressed and met with the community" """
    heard: frozenset[str] = frozenset()
    if scene.verb.lemma == "address":
        words = scene.desk.word_set
        heard = words("encounter.listeners") | words("encounter.occasions") | words("encounter.conferences") | MEALS
        heard |= words("encounter.press")
    elif scene.verb.lemma == "tell":
        heard = scene.desk.word_set("encounter.audiences")
    for word in (scene.target, *(shared(scene.sentence, scene.verb) if scene.target is None else ())):
        if word is not None and (house(scene.desk, word) or word.lemma.lower() in heard):
            return scene.cue(word)
    return None


def _welcomed(scene: Scene) -> Cue | None:
    """ "welcomed X at the airport", "was welcomed in Oslo by Y", "will welcome her counterpart on Friday"; a country that "welcomes X to
    the summit" looks forward to it"""
    helped = any(c.dep in ("aux", "auxpass") for c in scene.sentence.children(scene.verb))
    doer = next((c for c in scene.sentence.children(scene.verb) if c.dep == "nsubj"), None)
    if scene.verb.tag in ("VBZ", "VBP") and not helped and doer is not None and scene.company.person_at(doer) is None:
        return None
    guest, host = scene.target or scene.passive, scene.after("by")
    if host is None and scene.passive is not None:  # "were welcomed by: X, Vice President; Y, Minister of Ports"
        by = next((c for c in scene.sentence.children(scene.verb) if c.low == "by"), None)
        host = scene.company.next_person(scene.sentence, by) if by is not None else None
    talks = scene.after("for") or scene.after("upon", "on")
    words = scene.desk.word_set
    received = talks is not None and talks.lemma.lower() in words("encounter.meeting.nouns") | words(
        "encounter.visit.nouns"
    )
    if guest is None or not (received or _inside(scene, guest) or timed(scene)):
        return None
    groups = scene.desk.word_set("encounter.groups")
    delegation = guest.low in groups - _LOOSE - {"mission"}
    if guest.low == "mission":  # a journey, which its noun tells
        return None
    if not delegation and not any(a.kind == "person" for a in scene.company.actors(scene.sentence, guest)):
        return None
    if scene.company.person_at(guest) is None and guest.low not in _GUESTS and guest.low not in groups:
        return None
    if scene.passive is None:
        return scene.cue(guest)
    return scene.cue(host) if host is not None else None


def _inside(scene: Scene, guest: Token) -> bool:
    """Whether it is told where one is welcomed: "at the airport", "welcomed a delegation led by X to the palace"."""
    clause = next((c for c in scene.sentence.children(guest) if c.dep == "acl"), None)
    led_to = after(scene.sentence, clause, "to", "at", "in") if clause is not None else None
    return scene.after("at", "in", "to") is not None or led_to is not None


def _summoned(scene: Scene) -> Cue | None:
    called = scene.target or scene.passive
    return scene.cue(called) if scene.someone(called) else None


def _joined(scene: Scene) -> Cue | None:
    """ "joined X for dinner" """
    if scene.target is None or scene.company.person_at(scene.target) is None:
        return None
    meal = scene.after("for", "at", "in", "over")
    nouns = scene.desk.word_set("encounter.meeting.nouns")
    return scene.cue(scene.target) if meal is not None and meal.lemma in nouns else None


def _phoned(scene: Scene) -> Cue | None:
    return by_phone(scene.desk, scene.sentence, scene.verb, scene.kind, scene.company)


def _called(scene: Scene) -> Cue | None:
    """ "called on X", "called in the ambassador"; whoever is called on to do something is not met."""
    if any(c.low == "in" and c.dep == "prt" for c in scene.sentence.children(scene.verb)):
        return _summoned(scene)
    office = scene.after("to")
    if scene.passive is not None and office is not None and office.lemma.lower() in OFFICES:
        return scene.cue(office) if scene.someone(scene.passive) else None  # "was called to the ministry"
    envoy = scene.after("in")
    if scene.target is None and envoy is not None and scene.company.person_at(envoy) is not None:
        return scene.cue(envoy)
    behind = scene.sentence.tokens[scene.verb.i + 1].low if scene.verb.i + 1 < len(scene.sentence.tokens) else ""
    if behind in ("on", "upon") and scene.target is not None:  # the parse has taken whom one calls on for the object
        return scene.cue(scene.target) if scene.someone(scene.target) and not _asked(scene, scene.target) else None
    rung = scene.target or next((c for c in scene.sentence.children(scene.verb) if c.dep == "oprd"), None)
    if rung is not None and _rung(scene, rung):
        return scene.cue(rung, "call")
    other = scene.after("on", "upon")
    return scene.cue(other) if other is not None and scene.someone(other) and not _asked(scene, other) else None


def _rung(scene: Scene, other: Token) -> bool:
    """Whether "called X" means by telephone: an official of another country, and no name that X is called."""
    sentence, verb = scene.sentence, scene.verb
    what = sentence.tokens[other.i + 1] if other.i + 1 < len(sentence.tokens) else None
    if what is not None and (what.tag in ("DT", "JJ", "PRP$", "NN") or what.text in ('"', "“", "'", "‘")):
        return False  # "called X a friend"
    named = (c for c in sentence.children(verb) if c.dep in ("oprd", "ccomp", "acomp", "prt"))
    if any(c.i != other.i for c in named) or verb.tag != "VBD":
        return False
    behind = [t for t in sentence.tokens[verb.i + 1 : verb.i + 2] if t.tag in ("DT", "PRP$") or t.text in ('"', ",")]
    person = scene.company.person_at(other) is not None or other.low in ("counterpart", "leaders", "him", "her", "me")
    return person and not behind and abroad(sentence, verb, other, scene.company)


def _asked(scene: Scene, other: Token) -> bool:
    """Whether "called on X" goes on with what X is asked to do."""
    sentence = scene.sentence
    clauses = (
        c
        for t in (scene.verb, other)
        for c in sentence.children(t)
        if c.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl") and c.i > other.i
    )
    return scene.after("for") is not None or any(g.low in ("to", "for") for c in clauses for g in sentence.children(c))


def _met(scene: Scene) -> Cue | None:
    """ "met X", "was received by X", "conferred with X", "they met" """
    verb, target, company = scene.verb, scene.target, scene.company
    if target is not None and verb.lemma == "host" and target.lemma in scene.desk.word_set("encounter.meeting.nouns"):
        return None
    if target is not None and verb.lemma == "host" and target.lemma.lower() in _STATIONED:
        return None
    if target is not None and target.lemma.lower() in scene.desk.word_set("encounter.notes"):
        return None  # "received a letter from X"
    target = _many(scene, target)
    if target is not None and "object" in scene.frames:
        if verb.lemma == "receive" and _handed(scene, target):
            return None
        return scene.cue(target) if scene.someone(target) else _misread(scene, target)
    if scene.passive is not None and "object" in scene.frames:
        agent = scene.after("by") or _agent(scene)
        return scene.cue(agent) if agent is not None and scene.someone(scene.passive) else None
    other = _many(scene, scene.after("with")) if "with" in scene.frames else None
    if other is not None and scene.someone(other):
        return scene.cue(other)
    lost = other is not None and other.tag[:3] == "NNP"
    if lost or (other is None and verb.lemma == "receive" and target is None and scene.passive is None):
        far = company.next_person(scene.sentence, verb)
        return scene.cue(far) if far is not None else None
    alone = other is None and target is None and scene.passive is None
    return scene.cue(None) if "plural" in scene.frames and alone else None


def _many(scene: Scene, other: Token | None) -> Token | None:
    """Those of whom there are many: the officials of "a range of officials"."""
    counted = other is not None and other.low in MANY and other.tag == "NN"
    return (after(scene.sentence, other, "of") or other) if counted and other is not None else other


def _handed(scene: Scene, target: Token) -> bool:
    """Whether a thing is received and no guest: "received a message from X"."""
    words, guest = scene.desk.word_set, target.lemma.lower()
    kinds = scene.company.officials | _GUESTS | words("encounter.groups") | words("encounter.meeting.nouns")
    things = target.text[0].islower() and target.pos != "PRON" and scene.company.person_at(target) is None
    return things and guest not in kinds and target.low not in kinds and target.low != "today"


def _misread(scene: Scene, target: Token) -> Cue | None:
    """The person behind a verb where the parse has taken a date or another name for the object."""
    if scene.verb.lemma not in ("receive", "meet") or target.low in scene.desk.word_set("encounter.unmet"):
        return None
    if not (target.tag[:3] == "NNP" and target.text[0].isupper()) and target.low not in ("today", "excellency"):
        return None
    far = scene.company.next_person(scene.sentence, scene.verb)
    return scene.cue(far) if far is not None else None


def _agent(scene: Scene) -> Token | None:
    """The one behind "by" where the parse has hung it on a noun between: "was hosted to a lunch by X"."""
    near = scene.sentence.tokens[scene.verb.i + 1 : scene.verb.i + 8]
    by = next((t for t in near if t.low == "by"), None)
    far = scene.company.next_person(scene.sentence, by) if by is not None else None
    return far if by is not None and far is not None and far.i - by.i < 8 else None


_FRAMES: dict[str, Callable[[Scene], Cue | None]] = {
    "down": _sat,
    "each": _each,
    "house": _addressed,
    "letter": letter,
    "exchanged": exchanged,
    "welcomed": _welcomed,
    "credentials": credentials,
    "summoned": _summoned,
    "joined": _joined,
    "led": led,
    "sent": sent,
    "phone": _phoned,
    "place": stayed,
    "document": signed,
    "on": _called,
}
"""The frames that decide by themselves; the rest ("object", "with", "plural", and where one travels) are read together."""
