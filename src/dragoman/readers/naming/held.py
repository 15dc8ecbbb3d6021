"""The offices that a text gives somebody, each once, a counterpart's taken from the one they are the counterpart of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.name import parts
from dragoman.readers.naming.gather import Somebody
from dragoman.readers.naming.mentions import Mention
from dragoman.readers.naming.offices import Phrase
from dragoman.span import Span

_COURTESY = re.compile(
    r"(?:prof(?:essor)?|prince(?:ss)?|(?:(?:senior|major|lieutenant|brigadier|lt|maj|brig|air|vice|rear|field|army|fleet)\.? )*"
    r"(?:general|gen|colonel|col|admiral|adm|marshal|brigadier|major|captain|commodore))\.?(?: \(?(?:retd?|rtd|retired)\.?\)?)?",
    re.I,
)
"""What is a form of address beside an office that says more."""


def held(somebody: Somebody, everybody: Sequence[Somebody]) -> list[Phrase]:
    """The offices that the text gives, each once, the fullest wording of each."""
    listed: list[Phrase] = []
    own = any(not p.counterpart and not p.vague for m in somebody.mentions for p in m.offices)
    for mention in somebody.mentions:
        for phrase in mention.offices:
            if phrase.counterpart and own and phrase.title.lower().endswith(("colleague", "peer")):
                continue  # a colleague may hold another office, and this one is told
            if phrase.counterpart:
                listed += _counterpart(mention, phrase, everybody)
            elif not phrase.vague and (own_part := _without_names(phrase, somebody, everybody)) is not None:
                listed.append(own_part)
    kept: list[Phrase] = []
    for phrase in (half for p in listed for half in _halves(p)):
        mine = set(parts(phrase.title)) - {"of", "the", "for"}
        twin = next((k for k in kept if _one_office(mine, set(parts(k.title)) - {"of", "the", "for"}, phrase, k)), None)
        if twin is None:
            kept.append(phrase)
        elif len(phrase.title) > len(twin.title):
            kept[kept.index(twin)] = phrase
    return _without_courtesy(kept)


def _halves(phrase: Phrase) -> list[Phrase]:
    """The two offices of one who holds both, as bodies write them: "High Representative/Vice-President"."""
    one, slash, two = phrase.title.partition("/")
    whole = len(phrase.title) == len(phrase.span) and slash and one[:1].isupper() and two[:1].isupper()
    if not whole or min(len(one), len(two)) < 4:
        return [phrase]
    start, end = phrase.span.start, phrase.span.end
    return [
        replace(phrase, title=one, span=Span(start, start + len(one))),
        replace(phrase, title=two, span=Span(end - len(two), end), roles=()),
    ]


def _without_names(phrase: Phrase, somebody: Somebody, everybody: Sequence[Somebody]) -> Phrase | None:
    """An office without the name of another that was read into it: "Berg and Trade Minister Holm" gives Holm the second part, and "Berg
    Minister and Foreign Minister Holm", as some languages put a title behind a name, gives Holm nothing of the first."""
    first, *rest = phrase.title.split()
    whose = {word for s in everybody if s is not somebody for word in parts(s.name)} - set(parts(somebody.name))
    while len(rest) > 1 and first[0].isupper() and set(parts(first)) & whose and set(parts(rest[0])) & whose:
        first, *rest = rest  # a name in full
    if not rest or not first[0].isupper() or not set(parts(first)) & whose:
        return phrase
    if rest[0].lower() not in ("and", "&") or len(rest) < 2:
        return None if len(rest) == 1 else phrase
    if len(phrase.title) != len(phrase.span):
        return None
    title = " ".join(rest[1:])
    return replace(phrase, title=title, span=Span(phrase.span.end - len(title), phrase.span.end))


def _without_courtesy(offices: list[Phrase]) -> list[Phrase]:
    """Without "Professor", "Prince" or "General" beside an office that says more: there it is a form of address."""
    return [p for p in offices if not _COURTESY.fullmatch(p.title)] or offices


def _one_office(a: set[str], b: set[str], p: Phrase, q: Phrase) -> bool:
    if a <= b or b <= a:
        return True
    specific = set(p.roles) & set(q.roles) - {"minister", "director-institute", "senior-official"}
    return bool(specific) and p.tense == q.tense and not (p.body and q.body)


def _counterpart(mention: Mention, phrase: Phrase, everybody: Sequence[Somebody]) -> list[Phrase]:
    """The office of the person whose counterpart this is: the nearest one before in the sentence, else the nearest at all."""
    back = 3 if mention.sign == "introduced" else 2
    before = [
        (m.order, p)
        for s in everybody
        for m in s.mentions
        if m.order < mention.order and mention.sentence - m.sentence <= back and m is not mention
        for p in m.offices
        if not p.counterpart and not p.vague
    ]
    fellow = phrase.title.lower().endswith(("colleague", "peer"))
    named = [
        (m.order, s)
        for s in everybody
        for m in s.mentions
        if m.order < mention.order and m.sentence == mention.sentence and m is not mention and s.name != mention.name
    ]
    if named and not any(order >= min(o for o, _ in named) for order, _ in before):
        owner = max(named, key=lambda one: one[0])[1]
        before = [
            (m.order, p)
            for m in owner.mentions
            if m.order < mention.order
            for p in m.offices
            if not p.counterpart and not p.vague
        ]
    if fellow and phrase.country is None:
        return []  # "her colleague X" may hold any office
    if not before:
        return []
    order = max(o for o, _ in before)
    listed = _without_courtesy([p for o, p in before if o == order])
    p = next((p for p in listed if any(r.endswith("-minister") and "deputy" not in r for r in p.roles)), listed[0])
    return [replace(phrase, title=p.title, roles=p.roles, tense="current", counterpart=False, vague=False, body=p.body)]
