"""Who leads a delegation: "led by X", "X and Y are leading a group of …", "the other side was headed by Z"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.page.page import Sentence
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Leaders
from dragoman.readers.meeting.groups import content
from dragoman.readers.meeting.roster import LED


def leaders(sentence: Sentence, company: Company) -> Iterator[Leaders]:
    """Remembers who leads a delegation: "led by X", "X and Y are leading a group of …"."""
    groups = company.page.desk.word_set("encounter.groups")
    for token in sentence.tokens:
        if token.lemma not in LED or token.pos != "VERB":
            continue
        agents = [
            c
            for a in sentence.children(token)
            if a.dep in ("agent", "prep") and a.low == "by"
            for c in sentence.children(a)
        ]
        if agents:
            holder = sentence.head(token) if token.dep in ("acl", "relcl") else None
            holder = holder or next((c for c in sentence.children(token) if c.dep == "nsubjpass"), None)
            found = [a for c in agents for a in company.actors(sentence, c) if a.kind == "person"]
        else:
            holder = next((c for c in sentence.children(token) if c.dep == "dobj"), None)
            heads = [c for c in sentence.children(token) if c.dep == "nsubj"]
            if heads and heads[0].low == "who" and token.dep == "relcl" and sentence.head(token):
                heads = [sentence.tokens[token.head]]
            found = [a for c in heads for a in company.actors(sentence, c) if a.kind == "person"]
        if holder is None:
            holder = next((t for t in reversed(sentence.tokens[: token.i]) if t.low in groups), None)
        if holder is None or not found:
            continue
        noun = holder
        while (
            noun.dep == "pobj"
            and (above := sentence.head(noun))
            and (top := sentence.head(above))
            and top.pos in ("NOUN", "PROPN")
        ):
            noun = top
        words = [t for t in company.phrase(sentence, noun) if t.i <= token.i or not agents]
        state = token.lemma == "represent" and bool(company.parties_in(words))  # "Kenya was represented by X"
        if not state and not any(t.low in groups for t in words):
            continue
        codes = [found[0].country, *(p.code for p in company.parties_in(words))]
        home = next((c for c in codes if c), None)
        if home is not None and found[0].country is None:
            company.settle(found[0].name, home)
            found = [replace(a, country=a.country or home) if a.name == found[0].name else a for a in found]
        yield Leaders(content(company, words), home, tuple(found), sentence.number)
