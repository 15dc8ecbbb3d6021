"""The frames of verbs of contact: what must stand beside "met", "called on", "signed" for it to tell of an encounter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import subject
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.presence import house, placed_in, somebody
from dragoman.readers.meeting.spoken import by_phone, shared, written
from dragoman.reading import EncounterKind

_SAYING = frozenset(("say", "state", "declare", "stress", "announce"))
_SOLEMN = frozenset(("plenary", "opening", "closing", "inaugural"))
"""Sittings at which one speaks to all: "said at the opening session"."""
_OFFICES = frozenset(("ministry", "chancellery", "palace", "residence"))


@dataclass(frozen=True, slots=True)
class _Scene:
    """A verb with its object (`target`) or passive subject (`passive`), of a `kind` and with the words that its frames name."""

    desk: Desk
    sentence: Sentence
    verb: Token
    company: Company
    kind: EncounterKind
    frames: tuple[str, ...]
    target: Token | None
    passive: Token | None

    def cue(self, other: Token | None, kind: EncounterKind | None = None) -> Cue:
        return Cue(kind or self.kind, self.verb, self.verb, other)

    def after(self, *preps: str) -> Token | None:
        return after(self.sentence, self.verb, *preps)

    def someone(self, token: Token | None) -> bool:
        return token is not None and somebody(self.desk, self.sentence, token, self.company)

    def place(self, token: Token | None) -> bool:
        return token is not None and placed_in(token, self.company, self.sentence, self.desk)


def verb_cue(desk: Desk, sentence: Sentence, verb: Token, company: Company) -> Cue | None:
    """What a verb tells by the frames that the packs give it; None where what they ask for does not stand beside it."""
    guest = _guest(desk, sentence, verb, company)
    if guest is not None:
        return guest
    if verb.lemma == "be":
        return _been(_Scene(desk, sentence, verb, company, "visit", (), None, None))
    if verb.lemma in _SAYING and verb.tag in ("VBD", "VBG"):
        hall = after(sentence, verb, "at")
        heard = hall is not None and any(c.low in _SOLEMN for c in sentence.children(hall))
        return Cue("address", verb, verb, hall) if heard else None
    entry = desk.verb_group("encounter").get(verb.lemma.lower())
    if entry is None or entry.kind is None or verb.dep in ("aux", "auxpass", "amod"):
        return None
    target = next((c for c in sentence.children(verb) if c.dep in ("dobj", "dative", "obj")), None)
    if target is not None and target.low in ("face", "head"):  # "met face to face"
        target = None
    if any(t.low in ("halfway", "half-way") for t in sentence.tokens[verb.i + 1 : verb.i + 6]):
        return None
    passive = next((c for c in sentence.children(verb) if c.dep == "nsubjpass"), None)
    kind: EncounterKind = entry.kind  # type: ignore[assignment]
    scene = _Scene(desk, sentence, verb, company, kind, tuple(entry.frames), target, passive)
    if verb.lemma == "speak" and scene.after("with", "to") is None:
        hall = scene.after("at", "before")
        if hall is not None and house(desk, hall) and verb.tag in ("VBD", "VBG", "VB"):
            return scene.cue(hall, "address")
    for frame, read in _FRAMES.items():
        if frame in scene.frames:
            return read(scene)
    return _travel(scene) if kind == "visit" else _met(scene)


def _guest(desk: Desk, sentence: Sentence, verb: Token, company: Company) -> Cue | None:
    """Who is expected or invited somewhere: at a ministry for a meeting, in a country for a visit."""
    guest = next((c for c in sentence.children(verb) if c.dep in ("dobj", "nsubjpass")), None)
    if verb.lemma == "invite":
        place = after(sentence, verb, "to")
        fits = guest is not None and place is not None and placed_in(place, company, sentence, desk)
        return Cue("visit", verb, verb, place) if fits else None
    if verb.lemma != "expect" or verb.tag != "VBN":
        return None
    place, office = after(sentence, verb, "in"), after(sentence, verb, "at")
    if place is not None and placed_in(place, company, sentence, desk) and place.tag[:3] == "NNP":
        return Cue("visit", verb, verb, place)
    if office is None or guest is None or guest.dep != "nsubjpass" or office.lemma.lower() not in _OFFICES:
        return None
    return Cue("meeting", verb, verb, guest) if somebody(desk, sentence, guest, company) else None


def _sat(scene: _Scene) -> Cue | None:
    """ "sat down with X" """
    other = scene.after("with")
    down = any(c.low == "down" for c in scene.sentence.children(scene.verb))
    return scene.cue(other) if other is not None and down else None


def _each(scene: _Scene) -> Cue | None:
    """ "saw each other" """
    target = scene.target
    if target is None or target.low not in ("other", "another"):
        return None
    return scene.cue(None) if scene.sentence.tokens[target.i - 1].low in ("each", "one") else None


def _addressed(scene: _Scene) -> Cue | None:
    """ "addressed parliament", "addressed and met with the community" """
    heard = scene.desk.word_set("encounter.listeners") if scene.verb.lemma == "address" else frozenset()
    for word in (scene.target, *(shared(scene.sentence, scene.verb) if scene.target is None else ())):
        if word is not None and (house(scene.desk, word) or word.lemma.lower() in heard):
            return scene.cue(word)
    return None


def _letter(scene: _Scene) -> Cue | None:
    return written(scene.desk, scene.sentence, scene.verb, scene.target, scene.company)


def _exchanged(scene: _Scene) -> Cue | None:
    """ "exchanged notes" """
    paper = scene.target
    papers = paper is not None and paper.lemma in ("note", "instrument", "ratification") and paper.tag == "NNS"
    return scene.cue(paper) if papers else None


def _welcomed(scene: _Scene) -> Cue | None:
    """ "welcomed X at the airport", "was welcomed in Oslo by Y" """
    guest, host = scene.target or scene.passive, scene.after("by")
    if guest is None or scene.after("at", "in", "to") is None or scene.company.person_at(guest) is None:
        return None
    if scene.passive is None:
        return scene.cue(guest)
    return scene.cue(host) if host is not None else None


def _credentials(scene: _Scene) -> Cue | None:
    """An ambassador's papers presented to a head of state."""
    paper = scene.target or scene.passive
    if paper is None:
        return None
    host = scene.after("to") or after(scene.sentence, paper, "to")
    of = after(scene.sentence, paper, "of")
    credence = of is not None and of.lemma.lower() in ("credence", "accreditation")
    papers = paper.lemma.lower().startswith("credential") or credence
    return scene.cue(host) if host is not None and papers else None


def _summoned(scene: _Scene) -> Cue | None:
    called = scene.target or scene.passive
    return scene.cue(called) if scene.someone(called) else None


def _joined(scene: _Scene) -> Cue | None:
    """ "joined X for dinner" """
    if scene.target is None or scene.company.person_at(scene.target) is None:
        return None
    meal = scene.after("for", "at", "in", "over")
    nouns = scene.desk.word_set("encounter.meeting.nouns")
    return scene.cue(scene.target) if meal is not None and meal.lemma in nouns else None


def _phoned(scene: _Scene) -> Cue | None:
    return by_phone(scene.desk, scene.sentence, scene.verb, scene.kind, scene.company)


def _place(scene: _Scene) -> Cue | None:
    """ "visited Oslo"; who visits a person meets them."""
    if scene.verb.lemma == "visit" and scene.target is not None and _person(scene, scene.target):
        return scene.cue(scene.target, "meeting")
    place = scene.target or scene.passive or (scene.after("to") if scene.verb.lemma == "visit" else None)
    return scene.cue(place) if scene.place(place) else None


def _person(scene: _Scene, token: Token) -> bool:
    if scene.company.person_at(token) is not None or token.low == "counterpart":
        return True
    return token.tag == "NN" and any(a.kind == "person" for a in scene.company.actors(scene.sentence, token))


def _signed(scene: _Scene) -> Cue | None:
    """What is signed: the object if it is a document, else the first document named behind the verb."""
    sentence, verb, documents = scene.sentence, scene.verb, scene.desk.word_set("encounter.documents")
    told_of = subject(sentence, verb) if any(c.dep == "auxpass" for c in sentence.children(verb)) else None
    paper = scene.target or scene.passive or told_of
    if paper is not None:
        return scene.cue(paper) if paper.lemma.lower() in documents or paper.tag in ("NNP", "NNPS") else None
    below = (t for t in sentence.subtree(verb) if t.i > verb.i)
    paper = next((t for t in below if t.lemma.lower() in documents and t.pos in ("NOUN", "PROPN")), None)
    return scene.cue(paper) if paper is not None else None


def _travel(scene: _Scene) -> Cue | None:
    """ "flew to Oslo", "arrived on Monday" """
    verb = scene.verb
    behind = (c for c in scene.sentence.children(verb) if c.low in ("there", "here") and c.i > verb.i)
    place = scene.after(*scene.frames) or next(behind, None) or _where(scene)
    if place is None and verb.lemma == "arrive" and verb.tag in ("VBD", "VBN", "VBZ"):
        return scene.cue(None) if _timed(scene) else None
    return scene.cue(place) if scene.place(place) else None


def _where(scene: _Scene) -> Token | None:
    """ "Oslo, where he arrived on Monday" """
    led = any(c.low == "where" for c in scene.sentence.children(scene.verb))
    return scene.sentence.head(scene.verb) if led and scene.verb.dep == "relcl" else None


def _been(scene: _Scene) -> Cue | None:
    """ "was in Oslo on Friday, where he met X", "was with the deputies X and Y on Monday" """
    below = list(scene.sentence.children(scene.verb))
    who, place, beside = subject(scene.sentence, scene.verb), scene.after("in"), scene.after("with")
    held = any(c.dep in ("attr", "acomp", "aux", "neg") for c in below)
    if scene.verb.tag != "VBD" or held or who is None or not _timed(scene, anywhere=True):
        return None
    if not any(a.kind == "person" for a in scene.company.actors(scene.sentence, who)):
        return None
    if beside is not None and any(a.kind == "person" for a in scene.company.actors(scene.sentence, beside)):
        return scene.cue(beside, "meeting")
    onward = any(t.low == "where" and t.i > scene.verb.i for t in scene.sentence.subtree(scene.verb))
    return scene.cue(place, "visit") if onward and scene.place(place) else None


def _timed(scene: _Scene, anywhere: bool = False) -> bool:
    """Whether a verb is followed by a day or an hour of its own, or has one before it."""
    below = [c for c in scene.sentence.children(scene.verb) if anywhere or c.i > scene.verb.i]
    below += [g for c in below if c.dep == "prep" for g in scene.sentence.children(c)]
    return any(t.ent in ("DATE", "TIME") for t in below)


def _called(scene: _Scene) -> Cue | None:
    """ "called on X", "called in the ambassador"; whoever is called on to do something is not met."""
    if any(c.low == "in" and c.dep == "prt" for c in scene.sentence.children(scene.verb)):
        return _summoned(scene)
    other = scene.after("on", "upon")
    return scene.cue(other) if other is not None and scene.someone(other) and not _asked(scene, other) else None


def _asked(scene: _Scene, other: Token) -> bool:
    """Whether "called on X" goes on with what X is asked to do."""
    sentence = scene.sentence
    clauses = (
        c
        for t in (scene.verb, other)
        for c in sentence.children(t)
        if c.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl") and c.i > other.i
    )
    return scene.after("for") is not None or any(g.low in ("to", "for") for c in clauses for g in sentence.children(c))


def _met(scene: _Scene) -> Cue | None:
    """ "met X", "was received by X", "conferred with X", "they met" """
    verb, target, company = scene.verb, scene.target, scene.company
    if target is not None and verb.lemma == "host" and target.lemma in scene.desk.word_set("encounter.meeting.nouns"):
        return None
    if target is not None and "object" in scene.frames:
        return scene.cue(target) if scene.someone(target) else _misread(scene, target)
    if scene.passive is not None and "object" in scene.frames:
        agent = scene.after("by") or _agent(scene)
        return scene.cue(agent) if agent is not None and scene.someone(scene.passive) else None
    other = scene.after("with") if "with" in scene.frames else None
    if other is not None and scene.someone(other):
        return scene.cue(other)
    lost = other is not None and other.tag[:3] == "NNP"
    if lost or (other is None and verb.lemma == "receive" and target is None and scene.passive is None):
        far = company.next_person(scene.sentence, verb)
        return scene.cue(far) if far is not None else None
    alone = other is None and target is None and scene.passive is None
    return scene.cue(None) if "plural" in scene.frames and alone else None


def _misread(scene: _Scene, target: Token) -> Cue | None:
    """The person behind a verb where the parse has taken a date or another name for the object."""
    if scene.verb.lemma not in ("receive", "meet") or target.low in scene.desk.word_set("encounter.unmet"):
        return None
    if target.tag[:3] != "NNP" and target.low not in ("today", "excellency"):
        return None
    far = scene.company.next_person(scene.sentence, scene.verb)
    return scene.cue(far) if far is not None else None


def _agent(scene: _Scene) -> Token | None:
    """The one behind "by" where the parse has hung it on a noun between: "was hosted to a lunch by X"."""
    near = scene.sentence.tokens[scene.verb.i + 1 : scene.verb.i + 8]
    by = next((t for t in near if t.low == "by"), None)
    far = scene.company.next_person(scene.sentence, by) if by is not None else None
    return far if by is not None and far is not None and far.i - by.i < 8 else None


_FRAMES: dict[str, Callable[[_Scene], Cue | None]] = {
    "down": _sat,
    "each": _each,
    "house": _addressed,
    "letter": _letter,
    "exchanged": _exchanged,
    "welcomed": _welcomed,
    "credentials": _credentials,
    "summoned": _summoned,
    "joined": _joined,
    "phone": _phoned,
    "place": _place,
    "document": _signed,
    "on": _called,
}
"""The frames that decide by themselves; the rest ("object", "with", "plural", and where one travels) are read together."""
