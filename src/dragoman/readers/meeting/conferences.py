"""Conferences that no series names: "attended a security conference in Oslo", "took part in a summit of the two continents"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import judged, verb_of
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.hanging import doers, preposition
from dragoman.readers.meeting.links import after
from dragoman.reading import Status

RULE = "encounters.conference"
_THERE = frozenset(("attend", "join", "open", "host", "co-host", "chair", "co-chair", "inaugurate", "moderate"))
"""Verbs whose subject is at the conference that is their object."""
_AMONG = frozenset(("participate", "take", "speak", "be", "appear", "join"))
"""Verbs whose subject is at the conference behind "in" or "at"."""
_WAYS = frozenset(("visit", "travel", "fly", "come", "go", "arrive"))
"""Verbs of those who go somewhere "for a conference"."""
OTHER = frozenset(
    (
        "press",
        "news",
        "media",
        "party",
        "board",
        "video",
        "telephone",
        "phone",
        "family",
        "sports",
        "football",
        "shareholders",
    )
)
"""What makes a conference of another kind."""
_GREAT = frozenset(("ministerial", "plenary", "summit", "intergovernmental", "multilateral", "interparliamentary"))
"""What a meeting is called at which many sit."""
_JOINED = frozenset(("with", "between"))


def conferences(page: Page, sentence: Sentence, company: Company, here: list[Draft]) -> Iterator[Draft]:
    """The conferences at which a sentence tells someone to be, save those among `here`."""
    if sentence.kind in ("title", "heading"):
        return
    words = page.desk.word_set("encounter.conferences")
    for noun in sentence.tokens:
        if noun.lemma.lower() not in words or noun.dep == "compound" or noun.tag not in ("NN", "NNP"):
            continue
        if any(d.cue.holds(noun.start) or any(w.i == noun.i for w in d.words) for d in here):
            continue
        below = list(sentence.children(noun))
        near = {t.low for t in sentence.tokens[max(0, noun.i - 2) : noun.i]}
        if {c.low for c in below} & (OTHER | _JOINED) or near & OTHER or not _wide(page, sentence, noun):
            continue
        found = _present(page, sentence, noun, company)
        if found is None:
            continue
        verb, standing, actors = found
        cue = Cue("forum", noun, verb, None, True)
        draft = begin(page, sentence, cue, standing, actors, [noun, verb], RULE)
        draft.confidence = 0.7
        yield draft


def _wide(page: Page, sentence: Sentence, noun: Token) -> bool:
    """Whether a gathering is one of many: every conference, a meeting or summit only where it is that of a body or of officials."""
    if noun.lemma.lower() not in ("meeting", "session"):
        return True
    below = [c for c in sentence.children(noun) if c.dep in ("amod", "compound", "nmod")]
    if below and _partaken(sentence, noun):
        return True  # "took part in a joint meeting"
    if {c.low for c in sentence.children(noun)} & _GREAT:
        return True
    of = after(sentence, noun, "of")
    several = (
        of is not None and of.tag in ("NNS", "NNPS") and of.lemma.lower() in page.desk.word_set("encounter.officials")
    )
    officials = page.desk.word_set("encounter.officials")
    if any(
        c.dep == "poss" and c.tag in ("NNS", "NNPS") and c.lemma.lower() in officials for c in sentence.children(noun)
    ):
        return True  # "the foreign ministers' meeting"
    bodies = [
        c for c in sentence.children(noun) if c.dep in ("compound", "nmod") and c.text.isupper() and len(c.text) > 2
    ]
    union = of is not None and ((of.text.isupper() and len(of.text) > 2) or of.ent == "ORG")
    return several or union or any(c.ent == "ORG" or not c.ent for c in bodies)


def _partaken(sentence: Sentence, noun: Token) -> bool:
    """Whether someone takes part in it."""
    lead = preposition(sentence, noun)
    above = sentence.head(lead) if lead is not None and lead.low == "in" else None
    if above is None or above.low == "part" or above.lemma == "participate":
        return above is not None
    return above.lemma == "take" and any(c.low == "part" and c.dep == "dobj" for c in sentence.children(above))


def _delegation(page: Page, sentence: Sentence, verb: Token) -> bool:
    groups = page.desk.word_set("encounter.groups")
    return any(c.dep == "dobj" and c.low in groups for c in sentence.children(verb))


def _present(page: Page, sentence: Sentence, noun: Token, company: Company) -> tuple[Token, Status, list[Actor]] | None:
    """The verb by which someone is at a conference, whether that was or is planned, and who."""
    verb = verb_of(sentence, noun)
    if verb is None or judged(sentence, verb) is not None:  # "thanked X for hosting the conference"
        return None
    agent = None
    if noun.dep == "nsubjpass" and verb.lemma in ("attend", "open", "host", "chair", "address"):
        agent = after(sentence, verb, "by")
    elif noun.dep == "dobj" and noun.head == verb.i:
        if verb.lemma not in _THERE:
            return None
    elif noun.dep == "pobj" and (lead := preposition(sentence, noun)) is not None:
        if verb.low == "speaking" and verb.dep == "advcl":
            return None  # "Speaking at a conference, X said" tells of the speech
        among = (
            lead.low in ("in", "at") and verb.lemma in _AMONG and (verb.lemma != "take" or _partaken(sentence, noun))
        )
        if verb.lemma == "be" and any(c.dep in ("attr", "acomp") for c in sentence.children(verb)):
            among = any(c.low == "present" for c in sentence.children(verb))
        went = lead.low == "for" and verb.lemma in _WAYS and verb.tag != "VB" and verb.dep != "relcl"
        led = verb.lemma in ("lead", "head") and lead.low in ("at", "to", "in") and _delegation(page, sentence, verb)
        if not (among or went or led):
            return None
    else:
        return None
    standing = status(sentence, verb, page.desk)
    if standing not in ("held", "scheduled"):
        return None
    told = (
        company.actors(sentence, agent)
        if agent is not None
        else []
        if noun.dep == "nsubjpass"
        else doers(sentence, verb, company)
    )
    actors = [a for a in told if a.kind == "person"]
    return (verb, standing, actors) if actors else None
