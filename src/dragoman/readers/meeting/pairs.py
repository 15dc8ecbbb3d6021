"""Who "they" or "the two" are."""

from __future__ import annotations

import re

from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.draft import Actor
from dragoman.readers.meeting.nouns import singular
from dragoman.readers.meeting.roster import Roster

_LEADS = re.compile(
    r"president|prime minister|premier|chancellor|king|queen|emir|amir|sultan|prince|leader|chief|chair|head|secretary[- ]general"
    r"|general secretary|taoiseach|monarch|governor|mayor"
)
"""Offices of those who are called leaders."""
_COUNTS = {"three": 3, "trio": 3, "four": 4}


def pair(company: Roster, sentence: Sentence, token: Token | None = None, word: str = "") -> list[Actor]:
    """Who "they" or "the two" are: those who met last, else the last two officials named of different countries."""
    number = _number(sentence, token) if token is not None else 0
    if number > 2:  # "the three" are those of whom as many met last
        many = (a for _, a in reversed(company.together[-4:]) if sum(x.kind == "person" for x in a) == number)
        return [a for a in next(many, ()) if a.kind == "person"]
    role = word or (singular(token) if token else "")
    if token is not None and any(c.low == "prime" for c in sentence.children(token)):
        role = "prime minister"
    if role == "minister" and token is not None and any(c.low == "foreign" for c in sentence.children(token)):
        role = "foreign minister"
    if token is not None and token.tag[:3] == "PRP":
        beside = dict.fromkeys(n for span, n in company.mentioned(sentence.span) if span.end <= token.start)
        two = [company.actor(n) for n in beside if not company.speaks(company.people[n])]
        if len(two) == 2 and len({a.country or a.name for a in two}) == 2:  # "X held talks with Y, during which they …"
            return two
    near = [actors for number, actors in company.together if number < sentence.number or token is None or token.i > 0]
    for actors in reversed(near[-4:]):
        people = [a for a in actors if a.kind == "person"]
        if len(people) >= 2 and len({a.country or a.name for a in people}) >= 2 and _fits(company, people, role):
            return people
    chosen: dict[object, tuple[int, int]] = {}
    for start, _, n in company.spans:
        if start >= sentence.span.start:
            break
        person = company.people[n]
        if (
            person.kind in ("journalist", "expert")
            or company.speaks(person)
            or not _fits(company, [company.actor(n)], role)
        ):
            continue
        chosen[person.country or n] = (start, n)
    if len(chosen) < 2 and role and token is not None:
        later = [
            (m.start, n)
            for n, p in enumerate(company.people)
            for m in p.mentions[:1]
            if p.kind == "official" and p.country and not company.speaks(p) and _fits(company, [company.actor(n)], role)
        ]
        for start, n in sorted(later):
            chosen.setdefault(company.people[n].country, (start, n))
        chosen = _of_the_sides(company, chosen)
        chosen = chosen if len(chosen) == 2 else {}
    latest = sorted(_of_the_sides(company, chosen).values())[-2:]
    if len(latest) == 2:
        return [company.actor(n) for _, n in sorted(latest, key=lambda p: company.people[p[1]].mentions[0].start)]
    return []


def _of_the_sides(company: Roster, chosen: dict[object, tuple[int, int]]) -> dict[object, tuple[int, int]]:
    """Of more than two, those of the article's two sides, where both are among them."""
    sides = company.sides[:2]
    return (
        {c: chosen[c] for c in sides}
        if len(chosen) > 2 and len(sides) == 2 and all(c in chosen for c in sides)
        else chosen
    )


def _number(sentence: Sentence, token: Token) -> int:
    """How many a noun phrase counts, 0 where it does not say."""
    words = (token, *sentence.children(token))
    return next((_COUNTS[t.low] for t in words if t.low in _COUNTS), 0)


def _fits(company: Roster, people: list[Actor], role: str) -> bool:
    if role == "prime minister":
        titles = {p.name: " ".join(o.title.lower() for o in p.offices) for p in company.people}
        return all("prime minister" in titles.get(a.name, "") for a in people)
    if role == "foreign minister":
        titles = {p.name: " ".join(o.title.lower() for o in p.offices) for p in company.people}
        return all(re.search("foreign|external", titles.get(a.name, "")) for a in people)
    if role == "leader":
        titles = {p.name: " ".join(o.title.lower() for o in p.offices) for p in company.people}
        return all(_LEADS.search(titles.get(a.name, "")) or not titles.get(a.name) for a in people)
    if role not in ("minister", "president", "premier", "secretary", "ambassador"):
        return True
    offices = {p.name: " ".join(o.title.lower() for o in p.offices) for p in company.people}
    bare = {n: re.sub(r"\bprime minister|vice[- ]president", "", t) for n, t in offices.items()}
    return all(role in bare.get(a.name, "") or not offices.get(a.name) for a in people)
