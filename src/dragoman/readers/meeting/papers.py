"""Papers: what is signed, exchanged, written to someone or presented to a head of state."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import subject
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.scene import Scene
from dragoman.readers.meeting.spoken import written

_CREDENCE = frozenset(("credence", "accreditation"))
MANY = frozenset(
    (
        "number",
        "series",
        "set",
        "package",
        "couple",
        "total",
        "batch",
        "dozen",
        "raft",
        "range",
        "dozens",
        "pair",
        "host",
        "variety",
        "array",
    )
)
_TAKING = frozenset(("accept", "receive"))


def letter(scene: Scene) -> Cue | None:
    return written(scene.desk, scene.sentence, scene.verb, scene.target, scene.company)


def exchanged(scene: Scene) -> Cue | None:
    """ "exchanged notes" """
    paper = scene.target
    ceremony = (
        paper is not None and paper.lemma == "document" and any(t.low == "signing" for t in scene.sentence.tokens)
    )
    papers = paper is not None and paper.lemma in ("note", "instrument", "ratification") and paper.tag == "NNS"
    papers = papers or ceremony
    return scene.cue(paper) if papers else None


def credentials(scene: Scene) -> Cue | None:
    """An ambassador's papers presented to a head of state, or taken by one: "accepted the credentials of X"."""
    sentence, paper = scene.sentence, scene.target or scene.passive
    if paper is None:
        return None
    if (receiver := _noted(scene, paper)) is not None:
        return receiver
    given = scene.after("with")
    if given is not None and _papers(sentence, given) and scene.someone(paper):  # "presented X with credentials"
        return scene.cue(paper)
    if not _papers(sentence, paper):
        return None
    if scene.verb.lemma not in _TAKING:
        host = scene.after("to") or after(sentence, paper, "to")
        return scene.cue(host) if host is not None else None
    credence = after(sentence, paper, "of")
    owner = next((c for c in sentence.children(paper) if c.dep == "poss"), None)
    owner = owner or scene.after("from") or after(sentence, paper, "from") or credence
    if owner is not None and owner.lemma.lower() in _CREDENCE:
        owner = after(sentence, owner, "of", "from")
    return scene.cue(owner) if owner is not None and scene.someone(owner) else None


def _noted(scene: Scene, paper: Token) -> Cue | None:
    """A note or protest handed to someone: "was handed a note at the ministry", "handed X a note of protest"."""
    dative = next((c for c in scene.sentence.children(scene.verb) if c.dep == "dative" and c.pos != "ADP"), None)
    person = dative if scene.passive is None else scene.passive
    note = next((c for c in scene.sentence.children(scene.verb) if c.dep == "dobj"), None)
    person = person or (scene.after("to") if paper is note else None)
    noted = note is not None and note.lemma.lower() in scene.desk.word_set("encounter.notes")
    return scene.cue(person) if noted and person is not None and scene.someone(person) else None


def _papers(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun means the papers that an ambassador presents."""
    of = after(sentence, noun, "of")
    return noun.lemma.lower().startswith("credential") or (of is not None and of.lemma.lower() in _CREDENCE)


def signed(scene: Scene) -> Cue | None:
    """What is signed: the object if it is a document, else the first document named behind the verb."""
    sentence, verb, documents = scene.sentence, scene.verb, scene.desk.word_set("encounter.documents")
    told_of = subject(sentence, verb) if any(c.dep == "auxpass" for c in sentence.children(verb)) else None
    paper = scene.target or scene.passive or told_of
    if paper is None and any(c.dep == "auxpass" for c in sentence.children(verb)):  # "It is to be signed"
        near = sentence.tokens[max(0, verb.i - 5) : verb.i]
        paper = next((t for t in near if t.low in ("it", "they") and t.dep[:5] == "nsubj"), None)
    if paper is None and verb.dep == "acl" and verb.tag == "VBN":  # "the declaration signed by X and Y"
        above = sentence.head(verb)
        paper = above if above is not None and above.lemma.lower() in documents else None
    if paper is not None and paper.low in MANY:
        paper = after(sentence, paper, "of") or paper
    if paper is not None and paper.low in ("it", "they") and scene.target is None:
        return scene.cue(paper) if _before(scene, documents) else None
    if paper is not None:
        return scene.cue(paper) if paper.lemma.lower() in documents or paper.tag in ("NNP", "NNPS") else None
    below = (t for t in sentence.subtree(verb) if t.i > verb.i)
    paper = next((t for t in below if t.lemma.lower() in documents and t.pos in ("NOUN", "PROPN")), None)
    return scene.cue(paper) if paper is not None else None


def _before(scene: Scene, documents: frozenset[str]) -> bool:
    """Whether the sentence before speaks of a document, which "it" then takes up."""
    last = scene.company.page.sentences[scene.sentence.number - 1] if scene.sentence.number else None
    return last is not None and any(t.lemma.lower() in documents and t.tag[:2] == "NN" for t in last.tokens)
