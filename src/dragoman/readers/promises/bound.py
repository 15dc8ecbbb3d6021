"""Who is bound by a promise, and whether its subject is one that can promise at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.found import Found
from dragoman.readers.meeting.parties import parties
from dragoman.readers.promises.clause import headless, subject_of
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate
from dragoman.readers.promises.settling import invited
from dragoman.readers.promises.taken_up import taken_up
from dragoman.readers.promises.voice import Voice, Voices, first_two
from dragoman.span import Span

_FIRST = frozenset(("i", "we", "us", "ourselves"))
_ASSURING = frozenset(("assure", "promise", "tell", "inform", "guarantee", "give"))
_OTHERS = frozenset(("he", "she", "it", "they"))
_ONE = frozenset(("he", "she"))
_ANOTHER = frozenset(("former", "late", "ex", "new", "next", "other", "then", "incoming", "outgoing"))
"""Of a title: not whoever was told of last."""
_JOINT = frozenset(("both", "two", "three", "trio", "pair", "duo", "mutual", "joint", "sides"))


@dataclass(frozen=True, slots=True)
class Bound:
    """`countries`: whom it binds. `agent`: the subject is someone who can act. `joint`: it binds the parties
    together."""

    countries: tuple[str, ...] = ()
    agent: bool = False
    joint: bool = False


def phrase(sentence: Sentence, head: Token) -> list[Token]:
    """The words of a noun phrase, without the clauses that hang on it."""
    gone: set[int] = set()
    for token in sentence.subtree(head):
        if token.i != head.i and token.dep in ("relcl", "acl", "advcl", "parataxis", "ccomp") and token.i not in gone:
            gone.update(t.i for t in sentence.subtree(token))
    return [t for t in sentence.subtree(head) if t.i not in gone]


def bound(
    page: Page, found: Found, voices: Voices, words: Lexicon, sentence: Sentence, predicate: Predicate, voice: Voice
) -> Bound:
    """Who is bound: by the words that say whose readiness it is, by the subject's own words, else by whose words these
    are."""
    who = _bound(page, found, voices, words, sentence, predicate, voice)
    if predicate.passive and predicate.form in ("will", "would"):
        own = voice.countries if voice.kind == "official" and not _assured_us(sentence, predicate.head) else ()
        doer = _promising(page, found, sentence, predicate, words) or own
        return replace(who, countries=doer) if doer and not who.joint else who
    if predicate.form not in ("noun", "held"):
        return who
    first = sentence.subtree(predicate.head)[0]
    if first.start >= predicate.deed.start:
        return who
    to = sentence.head(predicate.deed)
    thing = predicate.deed.pos == "NOUN" and to is not None and to.i > predicate.head.i
    end = to.start if thing and to is not None else predicate.deed.start  # "Peru's commitment to Chile's security"
    codes = tuple(_named(page, found, sentence, first, Span(first.start, end)))
    if codes:
        return replace(who, countries=codes, joint=len(codes) > 1)
    verb = next((t for t in sentence.ancestors(predicate.head) if t.pos == "VERB"), None)
    return _welcomed(page, found, sentence, predicate.head, verb, who) if verb and verb.lemma in words.greet else who


def _welcomed(page: Page, found: Found, sentence: Sentence, noun: Token, verb: Token, who: Bound) -> Bound:
    """Whose word is welcomed where its phrase names no country: theirs who are thanked for it, of several their own, else
    nobody's that is known."""
    thanked = next((t for t in sentence.children(verb) if t.dep == "dobj" and t.i != noun.i), None)
    if thanked is not None:
        return replace(who, countries=tuple(_named(page, found, sentence, thanked, _span(phrase(sentence, thanked)))))
    owned = any(t.dep == "prep" and t.low in ("by", "of", "from") for t in sentence.children(noun))
    return who if who.joint and not owned else Bound()


def _promising(page: Page, found: Found, sentence: Sentence, predicate: Predicate, words: Lexicon) -> tuple[str, ...]:
    """Who gives the word that something will be done to the subject: "Lima has assured them that the road will be repaired"."""
    verb = sentence.head(predicate.head) if predicate.head.dep == "ccomp" else None
    subject = subject_of(sentence, verb) if verb is not None and verb.lemma in words.vow else None
    if subject is None:
        return ()
    return tuple(_named(page, found, sentence, subject, _span(phrase(sentence, subject))))


def _bound(
    page: Page, found: Found, voices: Voices, words: Lexicon, sentence: Sentence, predicate: Predicate, voice: Voice
) -> Bound:
    subject = predicate.subject
    if subject is None and headless(sentence, predicate.head):
        joint = predicate.form in ("settle", "accord")
        told = _led(page, sentence)
        return Bound(told or (first_two(voices.sides, ()) if joint else ()), True, joint and len(told) != 1)
    if _assured_us(sentence, predicate.head):
        return Bound(_promising(page, found, sentence, predicate, words), True)
    if subject is None or (
        subject.low in ("it", "there")
        and (subject.dep == "expl" or (predicate.form == "settle" and predicate.head.tag == "VBN"))
    ):
        alone = voice.kind == "official" and predicate.form != "settle"  # "it was agreed that" binds those who met
        return Bound(voice.countries if alone else first_two(voices.sides, ()), False, not alone)
    if subject.tag in ("WP", "WDT") and predicate.head.dep == "relcl":
        subject = sentence.head(predicate.head) or subject
    said = phrase(sentence, subject)
    low = [t.low for t in said]
    if subject.low in _FIRST and voice.kind in ("text", "both") and voices.authors:
        return Bound(voices.authors, True, True)
    beside = next((t for t in sentence.children(predicate.head) if t.dep == "nsubj" and t.i < subject.i), None)
    if subject.low == "i" and beside is not None:  # "the minister and I have agreed"
        both = (*_named(page, found, sentence, beside, _span(phrase(sentence, beside))), *voice.countries)
        return Bound(tuple(dict.fromkeys(both)), True, True)
    if subject.low in _FIRST:
        settled = (predicate.head, *sentence.ancestors(predicate.head)) if predicate.form == "settle" else ()
        met = subject.low == "we" and any(t.lemma in ("agree", "concur") for t in settled)
        joint = voice.kind == "both" or met or any(w in _JOINT for w in low)
        return Bound(first_two(voices.sides, low) if joint else voice.countries, True, joint)
    if predicate.head.lemma == "accept" and (
        subject.low in ("he", "she", "who") or predicate.deed.i == predicate.head.i
    ):
        guest = invited(sentence, predicate.head)
        if guest is not None:
            return Bound(tuple(_named(page, found, sentence, guest, _span(phrase(sentence, guest)))), True)
    if subject.low in _OTHERS and subject.pos == "PRON":
        joint = subject.low == "they" and (voice.kind in ("both", "text") or predicate.form == "settle")
        if joint:
            return Bound(first_two(voices.sides, low), True, True)
        own = taken_up(page, found, sentence, subject) if subject.low in _ONE else None
        return Bound((own,) if own and not voice.countries else voice.countries, True)
    span = _span(said)
    codes = _named(page, found, sentence, subject, span)
    together = bool(_JOINT & set(low)) or (
        subject.low in words.together and subject.tag in ("NNS", "NNPS") and not codes
    )
    if together and subject.low in words.together:
        return Bound(tuple(codes) if len(codes) > 1 else first_two(voices.sides, low), True, True)
    agent = _agent(page, found, words, subject, said)
    if _JOINT & set(low) and not codes and any(t.low in words.together and t.i != subject.i for t in said):
        return Bound(first_two(voices.sides, low), agent, True)  # "the agencies of the two countries"
    if not codes and not _named_person(found, subject):
        codes = list(voice.countries)
        bare = low[0] == "the" and not _ANOTHER & set(low)
        if not codes and bare and subject.lemma.lower() in page.desk.titles:
            own = taken_up(page, found, sentence, subject)
            codes = [own] if own else []
    if not codes and predicate.form == "accord" and subject.lemma.lower() in words.documents:
        between = [p.code for p in parties(page.text, sentence.reach(predicate.head), page.desk) if p.code]
        return Bound(tuple(dict.fromkeys(between)) or first_two(voices.sides, low), False, True)
    if not codes and agent and any(t.low == "joint" and t.head == subject.i for t in said):
        return Bound(first_two(voices.sides, low), agent, True)  # "a joint task force"
    if not codes and {subject.lemma.lower(), subject.low} & words.gatherings:
        return Bound(first_two(voices.sides, low), agent, True)
    named = [p for p in found.people if any(m.overlaps(span) for m in p.mentions)]
    apart = len(named) > 1 and any(p.country is None for p in named)  # one of them of a country that is not told
    return Bound(tuple(codes), agent, len(codes) > 1 or apart)


_LIST = 12
"""Lines that the list may be long."""


def _led(page: Page, sentence: Sentence) -> tuple[str, ...]:
    """The countries named in the sentence that introduces the list that a line stands in."""
    for earlier in reversed(page.sentences[max(0, sentence.number - _LIST) : sentence.number]):
        if earlier.span.of(page.text).rstrip().endswith(":"):
            return tuple(dict.fromkeys(p.code for p in parties(page.text, earlier.span, page.desk) if p.code))
    return ()


def _assured_us(sentence: Sentence, head: Token) -> bool:
    """Whether the speaker tells what others have promised: "they have assured us that". Who they are is not said there."""
    return any(
        t.lemma in _ASSURING
        and any(c.dep in ("dobj", "dative") and c.low in ("us", "me") for c in sentence.children(t))
        for t in (head, *sentence.ancestors(head))
    )


def _span(said: list[Token]) -> Span:
    return Span(said[0].start, said[-1].end)


def _named(page: Page, found: Found, sentence: Sentence, subject: Token, span: Span) -> list[str]:
    codes = [p.country for p in found.people if p.country and any(m.overlaps(span) for m in p.mentions)]
    codes += [p.code for p in parties(page.text, span, page.desk) if p.code]
    for conj in sentence.children(subject):
        if conj.dep == "conj":
            codes += [p.code for p in parties(page.text, sentence.reach(conj), page.desk) if p.code]
    return list(dict.fromkeys(codes))


def _named_person(found: Found, subject: Token) -> bool:
    return any(m.holds(subject.start) for p in found.people for m in p.mentions)


def _agent(page: Page, found: Found, words: Lexicon, subject: Token, said: list[Token]) -> bool:
    """A person, a state or a body: by name, or by a noun that the packs know for one."""
    if _named_person(found, subject):
        return True
    lemma = subject.lemma.lower()
    if lemma in words.documents:
        return False
    if (
        lemma in page.desk.titles
        or lemma in page.desk.word_set("speech.people")
        or subject.low in words.together | words.agents
    ):
        return True
    if any(
        p.span.start <= subject.start < p.span.end
        for p in parties(page.text, Span(said[0].start, said[-1].end), page.desk)
    ):
        return True
    name = " ".join(t.low for t in said if t.pos in ("PROPN", "NOUN", "ADP", "ADJ"))
    return any(body in name for body in (subject.low,) if body in page.desk.body_names) or subject.ent in (
        "PERSON",
        "ORG",
        "GPE",
        "NORP",
    )
