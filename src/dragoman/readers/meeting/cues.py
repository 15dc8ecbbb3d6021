"""The words of a sentence that tell of a contact: verbs ("met", "paid a call on", "will fly to") and nouns ("talks",
"visit")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.clause import subject, told, verb_of
from dragoman.readers.meeting.company import Company
from dragoman.reading import EncounterKind

_NOUNS: tuple[EncounterKind, ...] = ("meeting", "call", "visit", "address", "signing")


@dataclass(frozen=True, slots=True)
class Cue:
    """`word`: the verb or noun; `verb`: the verb that carries a noun ("held"), or the verb itself; `other`: the noun
    phrase's head that names the other side, the place of a visit or what is signed."""

    kind: EncounterKind
    word: Token
    verb: Token | None
    other: Token | None = None
    noun: bool = False


def cues(page: Page, sentence: Sentence, company: Company) -> Iterator[Cue]:
    """Every cue of a sentence, in order."""
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
            cue = _verb(page.desk, sentence, token, company)
            if cue:
                yield cue
                continue
        if (
            token.tag[:2] in ("NN", "VB")
            and token.dep != "compound"
            and (token.tag != "VBG" or token.low == token.lemma)
        ):
            cue = noun_cue(page.desk, sentence, token)
            if cue:
                yield cue


def adjectival(sentence: Sentence, token: Token) -> bool:
    """Whether "visiting" stands before a title or name as an adjective, not as a verb with a place behind it."""
    if token.low != "visiting" or token.i + 1 >= len(sentence.tokens):
        return False
    before = sentence.tokens[token.i - 1].low if token.i else ""
    behind = sentence.tokens[token.i + 1]
    if behind.low in ("dignitary", "minister", "delegation", "leader", "official", "guest", "diplomat", "president"):
        return behind.tag == "NNP"
    if before in (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "of",
        "while",
        "when",
        "after",
        "before",
        "by",
        "currently",
    ):
        return False
    return behind.ent not in ("GPE", "LOC", "FAC") and (behind.text[0].isupper() or behind.tag in ("JJ", "NN"))


def pobj(sentence: Sentence, prep: Token) -> Token | None:
    return next((c for c in sentence.children(prep) if c.dep in ("pobj", "pcomp")), None)


def after(sentence: Sentence, token: Token, *preps: str) -> Token | None:
    """What stands behind one of these prepositions under a word."""
    for prep in preps:
        for child in sorted(sentence.children(token), key=lambda c: c.i < token.i):
            if (
                child.low == prep
                and child.dep in ("prep", "agent", "dative", "prt", "advmod")
                and (found := pobj(sentence, child))
            ):
                return found
    return None


def _verb(desk: Desk, sentence: Sentence, token: Token, company: Company) -> Cue | None:
    entry = desk.verb_group("encounter").get(token.lemma.lower())
    if token.lemma == "expect" and token.tag == "VBN":
        place = after(sentence, token, "in")
        if place is not None and _place(place, company, sentence, desk) and place.tag[:3] == "NNP":
            return Cue("visit", token, token, place)
        office = after(sentence, token, "at")
        guest = next((c for c in sentence.children(token) if c.dep == "nsubjpass"), None)
        if (
            office is not None
            and office.lemma.lower() in ("ministry", "chancellery", "palace", "residence")
            and guest is not None
        ):
            return Cue("meeting", token, token, guest) if _somebody(desk, sentence, guest, company) else None
    if token.lemma == "invite":
        place = after(sentence, token, "to")
        guest = next((c for c in sentence.children(token) if c.dep in ("dobj", "nsubjpass")), None)
        if guest is not None and place is not None and _place(place, company, sentence, desk):
            return Cue("visit", token, token, place)
    if entry is None or entry.kind is None or token.dep in ("aux", "auxpass", "amod"):
        return None
    if adjectival(sentence, token):
        return None
    kind: EncounterKind = entry.kind  # type: ignore[assignment]
    frames = entry.frames
    target = next((c for c in sentence.children(token) if c.dep in ("dobj", "dative", "obj")), None)
    passive = next((c for c in sentence.children(token) if c.dep == "nsubjpass"), None)
    if "down" in frames:
        other = after(sentence, token, "with")
        return (
            Cue(kind, token, token, other)
            if other is not None and any(c.low == "down" for c in sentence.children(token))
            else None
        )
    if target is not None and target.low in ("face", "head"):  # "met face to face"
        target = None
    if any(t.low in ("halfway", "half-way") for t in sentence.tokens[token.i + 1 : token.i + 6]):
        return None
    if "each" in frames:
        saw = (
            target is not None
            and target.low in ("other", "another")
            and sentence.tokens[target.i - 1].low in ("each", "one")
        )
        return Cue(kind, token, token, None) if saw else None
    if "house" in frames:
        heard = desk.word_set("encounter.listeners") if token.lemma == "address" else frozenset()
        for word in (target, *(_shared(sentence, token) if target is None else ())):
            if word is not None and (_house(desk, word) or word.lemma.lower() in heard):
                return Cue(kind, token, token, word)
        return None
    if "letter" in frames:
        return _written(desk, sentence, token, target, company)
    if "exchanged" in frames:
        paper = target if target is not None and target.lemma in ("note", "instrument", "ratification") else None
        return (
            Cue(kind, token, token, paper) if paper is not None and target is not None and target.tag == "NNS" else None
        )
    if "welcomed" in frames:
        guest = target or passive
        where = after(sentence, token, "at", "in", "to")
        arriving = passive is None or after(sentence, token, "by") is not None
        if guest is None or where is None or not arriving or company.person_at(guest) is None:
            return None
        return Cue(kind, token, token, guest if passive is None else after(sentence, token, "by"))
    if "credentials" in frames:
        host = after(sentence, token, "to") or (after(sentence, target, "to") if target is not None else None)
        given = target or passive
        return (
            Cue(kind, token, token, host)
            if host is not None and given is not None and _credence(sentence, given)
            else None
        )
    if "summoned" in frames:
        called = target or passive
        return (
            Cue(kind, token, token, called)
            if called is not None and _somebody(desk, sentence, called, company)
            else None
        )
    if "joined" in frames:
        if target is None or company.person_at(target) is None:
            return None
        meal = after(sentence, token, "for", "at", "in", "over")
        nouns = desk.word_set("encounter.meeting.nouns")
        return Cue(kind, token, token, target) if meal is not None and meal.lemma in nouns else None
    if token.lemma == "speak" and after(sentence, token, "with", "to") is None:
        hall = after(sentence, token, "at", "before")
        if hall is not None and _house(desk, hall) and token.tag in ("VBD", "VBG", "VB"):
            return Cue("address", token, token, hall)
    if "phone" in frames:
        return _by_phone(desk, sentence, token, kind, company)
    if "place" in frames:
        place = target or passive
        if token.lemma == "visit" and target is not None and _host(sentence, target, company):
            return Cue("meeting", token, token, target)
        return Cue(kind, token, token, place) if place is not None and _place(place, company, sentence, desk) else None
    if "document" in frames:
        told_of = subject(sentence, token) if any(c.dep == "auxpass" for c in sentence.children(token)) else None
        paper = _paper(desk, sentence, token, target or passive or told_of)
        return Cue(kind, token, token, paper) if paper is not None else None
    if kind == "visit":
        place = after(sentence, token, *frames) or next(
            (c for c in sentence.children(token) if c.low in ("there", "here") and c.i > token.i), None
        )
        if place is None and token.lemma == "arrive" and token.tag in ("VBD", "VBN", "VBZ"):
            return Cue(kind, token, token) if _timed(sentence, token) else None
        return Cue(kind, token, token, place) if place is not None and _place(place, company, sentence, desk) else None
    if "on" in frames and any(c.low == "in" and c.dep == "prt" for c in sentence.children(token)):
        called = target or passive
        return (
            Cue(kind, token, token, called)
            if called is not None and _somebody(desk, sentence, called, company)
            else None
        )
    if "on" in frames:
        other = after(sentence, token, "on", "upon")
        if other is None or not _somebody(desk, sentence, other, company) or _asked(sentence, token, other):
            return None
        return Cue(kind, token, token, other)
    other = after(sentence, token, "with") if "with" in frames else None
    if target is not None and token.lemma == "host" and target.lemma in desk.word_set("encounter.meeting.nouns"):
        return None
    if target is not None and "object" in frames:
        if _somebody(desk, sentence, target, company):
            return Cue(kind, token, token, target)
        far = company.next_person(sentence, token) if target.ent in ("DATE", "TIME") or kind == "meeting" else None
        if far is None or token.lemma not in ("receive", "meet") or target.low in desk.word_set("encounter.unmet"):
            return None
        if target.tag[:3] != "NNP" and target.low not in ("today", "excellency"):
            return None
        return Cue(kind, token, token, far)
    if passive is not None and "object" in frames:
        agent = after(sentence, token, "by") or _agent(sentence, token, company)
        return (
            Cue(kind, token, token, agent)
            if agent is not None and _somebody(desk, sentence, passive, company)
            else None
        )
    if other is not None:
        if _somebody(desk, sentence, other, company):
            return Cue(kind, token, token, other)
        far = company.next_person(sentence, token) if other.tag[:3] == "NNP" else None
        return Cue(kind, token, token, far) if far is not None else None
    if token.lemma == "receive" and target is None and passive is None:
        far = company.next_person(sentence, token)
        return Cue(kind, token, token, far) if far is not None else None
    return Cue(kind, token, token, None) if "plural" in frames and target is None and passive is None else None


def _agent(sentence: Sentence, verb: Token, company: Company) -> Token | None:
    """The one behind "by" where the parse has hung it on a noun between: "was hosted to a lunch by X"."""
    by = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 8] if t.low == "by"), None)
    far = company.next_person(sentence, by) if by is not None else None
    return far if by is not None and far is not None and far.i - by.i < 8 else None


def _paper(desk: Desk, sentence: Sentence, verb: Token, paper: Token | None) -> Token | None:
    """What is signed: the object if it is a document, else the first document named behind the verb."""
    documents = desk.word_set("encounter.documents")
    if paper is not None:
        return paper if paper.lemma.lower() in documents or paper.tag in ("NNP", "NNPS") else None
    below = (t for t in sentence.subtree(verb) if t.i > verb.i)
    return next((t for t in below if t.lemma.lower() in documents and t.pos in ("NOUN", "PROPN")), None)


def _asked(sentence: Sentence, token: Token, other: Token) -> bool:
    """Whether "called on X" goes on with what X is asked to do."""
    return (
        any(
            c.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl")
            and c.i > other.i
            and any(g.low in ("to", "for") for g in sentence.children(c))
            for t in (token, other)
            for c in sentence.children(t)
        )
        or after(sentence, token, "for") is not None
    )


def _by_phone(desk: Desk, sentence: Sentence, token: Token, kind: EncounterKind, company: Company) -> Cue | None:
    signs = desk.word_set("encounter.call.signs")
    with_whom = after(sentence, token, "with", "to")
    below = [t for t in sentence.subtree(token) if t.i > token.i]
    for word in below:
        if word.low in ("telephone", "phone", "telephonically", "videolink", "video") and word.i - token.i < 25:
            before = sentence.tokens[word.i - 1].low
            if before in ("by", "over", "on", "via", "through", "the", "video", "a") or word.low in signs:
                return Cue(kind, token, token, with_whom)
    if token.lemma == "speak" and (other := after(sentence, token, "with", "to")) is not None:
        return Cue(kind, token, token, other) if _abroad(sentence, token, other, company) else None
    if token.lemma == "speak" and after(sentence, token, "at", "in", "before", "for", "out") is None:
        doer = subject(sentence, token)
        both = [a for a in company.actors(sentence, doer) if a.kind == "person"] if doer is not None else []
        finite = token.tag in ("VBD", "VBN") and not told(sentence, token)
        if finite and len(both) == 2 and len({a.country for a in both}) == 2 and doer is not None and doer.i < token.i:
            return Cue(kind, token, token, None)
    return None


def _house(desk: Desk, token: Token) -> bool:
    """Whether a word names an assembly before which one speaks."""
    houses = desk.word_set("encounter.houses")
    return token.low in houses or token.lemma.lower() in houses


def _timed(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is followed by a day or an hour of its own."""
    below = [c for c in sentence.children(verb) if c.i > verb.i]
    below += [g for c in below if c.dep == "prep" for g in sentence.children(c)]
    return any(t.ent in ("DATE", "TIME") for t in below)


def _credence(sentence: Sentence, paper: Token) -> bool:
    """Whether what is presented are an ambassador's papers."""
    of = after(sentence, paper, "of")
    return paper.lemma.lower().startswith("credential") or (
        of is not None and of.lemma.lower() in ("credence", "accreditation")
    )


def _host(sentence: Sentence, token: Token, company: Company) -> bool:
    """Whether what is visited is a person."""
    if company.person_at(token) is not None or token.low == "counterpart":
        return True
    return token.tag == "NN" and any(a.kind == "person" for a in company.actors(sentence, token))


def _shared(sentence: Sentence, verb: Token) -> list[Token]:
    """What a verb shares with the one joined to it: "addressed and interacted with the community"."""
    joined = [c for c in sentence.children(verb) if c.dep == "conj" and c.i - verb.i < 4]
    found = [
        after(sentence, c, "with") or next((o for o in sentence.children(c) if o.dep == "dobj"), None) for c in joined
    ]
    return [t for t in found if t is not None]


def _written(desk: Desk, sentence: Sentence, verb: Token, target: Token | None, company: Company) -> Cue | None:
    """A letter told by its verb: "has written to his counterpart"."""
    to = after(sentence, verb, "to")
    if to is None or (target is not None and target.lemma not in ("letter", "message")):
        return None
    addressed = _somebody(desk, sentence, to, company) and (
        company.person_at(to) is not None or to.tag in ("NN", "NNP")
    )
    return Cue("address", verb, verb, to) if addressed else None


def _abroad(sentence: Sentence, verb: Token, other: Token, company: Company) -> bool:
    """Whether "spoke with" joins officials of two countries, as in the readout of a call."""
    doer = subject(sentence, verb)
    mine = [a for a in company.actors(sentence, doer) if a.kind == "person"] if doer is not None else []
    theirs = [a for a in company.actors(sentence, other) if a.kind == "person"]
    known = bool(mine and theirs) and bool(mine[0].country or theirs[0].country)
    return known and mine[0].country != theirs[0].country


def _somebody(desk: Desk, sentence: Sentence, token: Token, company: Company) -> bool:
    low, lemma = token.low, token.lemma.lower()
    if low in desk.word_set("encounter.unmet") or low in desk.word_set("encounter.bystanders"):
        return False
    if token.pos == "PRON":
        return low not in ("it", "itself", "what", "this", "that", "which")
    if (
        company.person_at(token) is not None
        or lemma in desk.word_set("encounter.officials")
        or low in desk.word_set("encounter.groups")
    ):
        return True
    if low.endswith(("counterpart", "counterparts", "minister", "ministers")):
        return True
    return any(a.kind == "person" for a in company.actors(sentence, token))


def _place(token: Token, company: Company, sentence: Sentence, desk: Desk) -> bool:
    if company.person_at(token) is not None:
        return False
    if token.low in ("here", "there"):
        return True
    if token.ent in ("GPE", "LOC", "FAC"):
        return True
    if desk.country_of(token.text) or token.low in desk.place_names:
        return True
    if token.low in ("country", "capital", "city", "region", "island", "islands", "countries", "nation", "nations"):
        return True
    whole = " ".join(t.text for t in sentence.subtree(token) if t.dep in ("compound", "det", "amod") or t.i == token.i)
    whole = whole.removeprefix("the ").removeprefix("The ")
    if desk.country_of(whole) or whole.lower() in desk.place_names:
        return True
    return (
        token.tag == "NNP"
        and token.ent in ("", "PERSON", "ORG")
        and token.lemma.lower() not in desk.word_set("encounter.officials")
        and len(token.text) > 2
        and not token.text.isupper()
    )


def noun_cue(desk: Desk, sentence: Sentence, token: Token) -> Cue | None:
    """A noun for a contact, its kind settled by the words before it: a "telephone conversation" is a call."""
    lemma = token.lemma.lower()
    if _wire(desk, sentence, token):
        return Cue("call", token, verb_of(sentence, token), None, True)
    kind = next(
        (
            k
            for k in _NOUNS
            if lemma in desk.word_set(f"encounter.{k}.nouns") or token.low in desk.word_set(f"encounter.{k}.nouns")
        ),
        None,
    )
    if kind is None:
        return None
    modifiers = {c.low for c in sentence.children(token) if c.dep in ("compound", "amod", "nmod")}
    modifiers |= {t.low for t in sentence.tokens[max(0, token.i - 2) : token.i]}
    signs = desk.word_set("encounter.call.signs")
    if kind == "call" and not (modifiers & {"phone", "telephone", "video", "virtual", "conference", "telephonic"}):
        if (
            lemma == "call"
            and (after(sentence, token, "on", "upon") is not None or "courtesy" in modifiers)
            and {"courtesy", "a", "pay"} & (modifiers | {_carrier(sentence, token)})
        ):
            kind = "meeting"
        elif lemma == "call" and (
            after(sentence, token, "for") is not None or not after(sentence, token, "with", "between")
        ):
            return None
    elif (
        kind == "meeting"
        and lemma in ("conversation", "talk", "meeting", "exchange", "consultation", "discussion", "dialogue", "summit")
        and modifiers & (signs - {"virtual", "conference", "video"})
    ) or (kind == "meeting" and lemma in ("conversation", "talk") and modifiers & {"video"}):
        kind = "call"
    if lemma == "conference" and modifiers & {"video", "telephone", "phone"} and not modifiers & {"press", "news"}:
        kind = "call"
    if kind == "address" and lemma == "conference" and not modifiers & {"press", "news"}:
        return None
    if kind == "meeting" and modifiers & {
        "press",
        "news",
        "cabinet",
        "board",
        "party",
        "committee",
        "working-level",
        "preparatory",
        "internal",
        "inter-agency",
    }:
        return None
    return Cue(kind, token, verb_of(sentence, token), None, True)


def _wire(desk: Desk, sentence: Sentence, token: Token) -> bool:
    """Whether something is said or agreed over a wire: "conveyed by telephone", "agreed over the phone"."""
    lead = sentence.head(token)
    over = lead is not None and token.dep == "pobj" and lead.low in ("by", "over", "via", "through", "on")
    above = sentence.head(lead) if lead is not None else None
    spoken = above is not None and above.pos == "VERB" and above.tag in ("VBD", "VBN", "VBZ")
    return over and spoken and token.low in desk.word_set("encounter.wires")


def _carrier(sentence: Sentence, token: Token) -> str:
    verb = verb_of(sentence, token)
    return verb.lemma if verb is not None else ""
