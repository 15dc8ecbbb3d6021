"""The words that name a speaker: which noun phrase it is, how far it reaches, what kind of thing it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.page.page import Sentence, Token
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.span import Span

SourceKind = Literal["pronoun", "name", "people", "paper", "thing"]

_WITHIN = frozenset(
    ("det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "nn", "advmod", "hmod", "hyph")
)
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"))
_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))
_PERSONAL = frozenset(("i", "we", "he", "she", "they", "it", "you", "him", "her", "them", "me", "us"))
_DOERS = (
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "ist",
    "ician",
    "crat",
    "eer",
    "ologist",
    "keeper",
    "holder",
    "maker",
    "worker",
    "ant",
    "itary",
    "ator",
    "itor",
    "utor",
)
"""Endings of nouns for people that no list has."""
_OF = frozenset(
    (
        "of",
        "for",
        "from",
        "at",
        "with",
        "in",
        "to",
        "on",
        "by",
        "close",
        "near",
        "inside",
        "within",
        "under",
        "familiar",
        "among",
        "behind",
    )
)


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker as worded. `span`: the phrase from article to last preposition, clauses and asides left out; `heads`: its head
    and those joined to it; `named`: heads of names that stand in apposition to it; `owner`: for a paper, the head of whoever issued it."""

    span: Span
    heads: tuple[Token, ...]
    kind: SourceKind
    named: tuple[Token, ...] = ()
    owner: Token | None = None

    @property
    def head(self) -> Token:
        return self.heads[0]


def antecedent(sentence: Sentence, token: Token) -> Token:
    """The noun that a relative pronoun takes up; the token itself for any other. What describes a name stands for it, and a verb in the
    plural is done by all who are joined ("Ms Ruiz and Mr Holm, who have …")."""
    if token.low not in _RELATIVE or token.tag not in ("WP", "WDT", "WP$", "IN"):
        return token
    for above in sentence.ancestors(token):
        if above.dep == "relcl":
            noun = sentence.tokens[above.head]
            first = sentence.tokens[noun.head]
            if noun.dep == "appos" and first.pos == "PROPN" and any(c.dep == "det" for c in sentence.children(noun)):
                return first
            many = any(t.tag == "VBP" for t in (above, *sentence.children(above)))
            while noun.dep == "conj" and many and first.pos in ("PROPN", "NOUN"):
                noun, first = first, sentence.tokens[first.head]
            return noun
    return token


def kind_of(token: Token, lexicon: Lexicon) -> SourceKind:
    """What kind of speaker a noun is, by the word alone."""
    low = token.low
    if low in _PERSONAL:
        return "pronoun"
    lemma = token.lemma.lower()
    if token.start in lexicon.known:
        return "name"
    if token.ent in ("DATE", "TIME", "MONEY", "ORDINAL"):
        return "thing"
    if token.pos == "PROPN" or token.ent in _NAMES:
        return "name"
    if lemma in lexicon.people or low in lexicon.people or low.rpartition("-")[2] in lexicon.people:
        return "people"
    if lemma in lexicon.papers or low in lexicon.papers:
        return "paper"
    if token.pos == "NOUN" and lemma.endswith(_DOERS) and len(lemma) > 5:
        return "people"
    if low == "old" and token.dep in ("nsubj", "pobj", "agent", "dobj"):
        return "people"
    if token.text[0].isupper() and token.i > 0:
        return "name"
    return "thing"


def _comma_between(sentence: Sentence, a: Token, b: Token) -> bool:
    low, high = sorted((a.i, b.i))
    return any(sentence.tokens[i].text in (",", "(", ")", "-", "--", ";") for i in range(low + 1, high))


def _dated(sentence: Sentence, prep: Token) -> bool:
    return any(c.ent in ("DATE", "TIME") for c in sentence.children(prep))


def _gather(sentence: Sentence, token: Token, kept: set[int], *, joined: bool) -> None:
    kept.add(token.i)
    for child in sentence.children(token):
        inside = child.dep in _WITHIN
        inside = inside or (child.dep == "appos" and not _comma_between(sentence, token, child))
        inside = inside or (
            child.dep == "prep"
            and child.i > token.i
            and child.low in _OF
            and not _dated(sentence, child)
            and not _comma_between(sentence, token, child)
        )
        inside = inside or child.dep in ("pobj", "pcomp")
        inside = inside or (child.dep == "acl" and child.tag == "VBN" and child.i == token.i + 1 and False)
        inside = inside or (joined and child.dep in ("cc", "conj"))
        if child.dep == "punct":
            inside = child.text in ("-", "'", '"') and abs(child.i - token.i) <= 2 and child.text != '"'
        if inside:
            _gather(sentence, child, kept, joined=joined and child.dep in ("conj", "cc"))


def joined(sentence: Sentence, head: Token) -> list[Token]:
    """The nouns that "and" joins to a head, it first."""
    found = [head]
    for child in sentence.children(head):
        if child.dep == "conj" and child.pos in _NOUNS:
            found.extend(joined(sentence, child))
    return found


def _owner(sentence: Sentence, head: Token) -> Token | None:
    """Who issued a paper: "the ministry's statement", "a statement by the ministry", "a readout released by the ministry", "the
    ministry issued a statement"."""
    above = sentence.head(head)
    follows = sentence.tokens[head.i + 1 : head.i + 2]
    if follows and follows[0].low in ("from", "by") and follows[0].head != head.i:
        return next((c for c in sentence.children(follows[0]) if c.dep == "pobj"), None)
    if head.dep == "dobj" and above is not None:
        at = above
        while at.dep in ("conj", "xcomp") and not any(c.dep == "nsubj" for c in sentence.children(at)):
            at = sentence.tokens[at.head]
        for child in sentence.children(at):
            if child.dep == "nsubj" and child.tag not in ("WDT", "WP"):
                return child
    for child in sentence.children(head):
        if child.dep == "poss":
            return child
    for child in sentence.children(head):
        if child.dep == "prep" and child.low in ("by", "from", "of"):
            for below in sentence.children(child):
                if below.dep == "pobj":
                    return below
        if child.dep in ("acl", "relcl"):
            for agent in sentence.children(child):
                if (agent.dep == "agent" or agent.low == "by") and agent.low != "to":
                    for below in sentence.children(agent):
                        if below.dep == "pobj":
                            return below
    return None


def _known_as(sentence: Sentence, head: Token) -> Token | None:
    """The name by which a group is known: "the alliance known as the Northern Council", "a group calling itself the Fishers' Front"."""
    for verb in sentence.children(head):
        if verb.dep not in ("acl", "relcl") or verb.low not in ("known", "called", "calling", "dubbed"):
            continue
        for child in sentence.children(verb):
            name = next((c for c in sentence.children(child) if c.dep == "pobj"), None) if child.low == "as" else child
            if (
                name is not None
                and name.i > verb.i
                and name.pos == "PROPN"
                and name.dep in ("pobj", "oprd", "attr", "ccomp")
            ):
                return name
    return None


def _titled(sentence: Sentence, head: Token, lexicon: Lexicon) -> list[Token]:
    """The person named in apposition to what an office is for, as far as the parse goes ("the Minister for Trade and Fish, Lars Holm,")."""
    for prep in sentence.children(head):
        field = (
            next((c for c in sentence.children(prep) if c.dep == "pobj"), None) if prep.low in ("for", "of") else None
        )
        holder = field is not None and prep.low == "of" and field.lemma.lower() in lexicon.people
        if field is None or holder or field.start in lexicon.known:
            continue
        return [c for c in sentence.children(field) if c.dep == "appos" and c.start in lexicon.known]
    return []


def source(sentence: Sentence, token: Token, lexicon: Lexicon, whole: bool = True) -> Source | None:
    """The noun phrase whose head is `token` (the antecedent where it is a relative pronoun), None where that cannot speak. Without `whole`
    the phrases joined to it are left out."""
    head = antecedent(sentence, token)
    if head.pos not in _NOUNS and not head.text[:1].isalnum():
        return None
    if head.low in _RELATIVE or head.low in ("this", "there", "what", "these", "nobody", "none"):
        return None
    if head.low == "one" and head.i and sentence.tokens[head.i - 1].low == "no":
        return None
    if (name := _known_as(sentence, head)) is not None:
        return source(sentence, name, lexicon, whole)
    kept: set[int] = set()
    heads = tuple(joined(sentence, head)) if whole else (head,)
    _gather(sentence, head, kept, joined=whole)
    first, last = head.i, head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept or (last + 2 in kept and sentence.tokens[last + 1].text not in (",", ";", "(", ")")):
        last += 1
    named = [c for c in sentence.children(head) if c.dep == "appos"]
    if not named and head.lemma.lower() in lexicon.people:
        named = [c for c in _titled(sentence, head, lexicon) if c.i > last]
    for near in (*named, *heads[1:]):
        if near.i > last:
            run = near.i
            inner: set[int] = set()
            _gather(sentence, near, inner, joined=False)
            while run + 1 in inner:
                run += 1
            if (near in heads or near.pos == "PROPN") and (near in heads or head.pos != "PROPN"):
                last = run
    while (
        last > first
        and not any(c.isalnum() for c in sentence.tokens[last].text)
        and sentence.tokens[last].text not in (".", ")")
    ):
        last -= 1
    kind = kind_of(head, lexicon)
    owner = _owner(sentence, head) if kind in ("paper", "thing") else None
    span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    return Source(span, tuple(h for h in heads if first <= h.i <= last) or (head,), kind, tuple(named), owner)
