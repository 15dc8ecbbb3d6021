"""People: every named individual of a dispatch, with the offices and the country that the text gives for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dragoman.name import same
from dragoman.page.outlet import home, reporter, seat
from dragoman.page.page import Page
from dragoman.readers.found import Found
from dragoman.readers.naming.country import infer
from dragoman.readers.naming.credited import contacts, credited
from dragoman.readers.naming.described import described
from dragoman.readers.naming.gather import LEAST, Somebody, gather
from dragoman.readers.naming.held import held
from dragoman.readers.naming.identify import conflict, identify
from dragoman.readers.naming.letterhead import letterheads
from dragoman.readers.naming.mentions import Mention, mentions
from dragoman.readers.naming.offices import Phrase, heads
from dragoman.readers.naming.stage import Candidate, Stage
from dragoman.readers.naming.unnamed import Unnamed, introduced, of_its_body, refined, sharpened, unnamed
from dragoman.readers.naming.word import Word
from dragoman.readers.naming.words import words
from dragoman.reading import Office, Person, PersonKind
from dragoman.when import When

NEEDS = ("dating",)
YIELDS = ("people",)

_LABELLED = 0.8
"""How surely a label of two words and more names a person."""
_CREDIT = re.compile(
    r"(?:contributed to (?:the|this)|contributed reporting|reporting by|edited by|editing by|additional reporting)",
    re.I,
)


def read(page: Page, found: Found) -> Iterator[Person]:
    """People in order of their first mention. A word alone is a person only beside a title or honorific, or as part of a name given in full."""
    nouns = heads(page.desk)
    told_in = [s for s in (*page.sentences, *page.asides) if s.tokens]
    worded = {s.number: words(page, s) for s in told_in}
    listed = [m for s in told_in for m in mentions(worded[s.number], s, nouns, page.desk)]
    for mention in listed:
        of_its_body(mention, worded, page)
        _as_label(mention, page)
    introduced(listed, worded, nouns, page.desk)
    letterheads(listed, worded, page, nouns)
    told = unnamed(worded, listed, page.desk)
    when = _reference(found)
    somebodies = gather(listed, page, when)
    made = [p for s in somebodies if (p := _person(s, somebodies, page, when, told))]
    placed = list(_with_countries(made, somebodies, worded, page))
    for person in described(placed, worded, nouns, page.desk, when):
        yield replace(person, offices=tuple(refined(o, person.country, told) for o in person.offices))
    yield from _credits(page, somebodies, next((p.country for p in made if p.kind == "official" and p.country), None))


def _as_label(mention: Mention, page: Page) -> None:
    """A label of a turn ("TOM BERG:", "MINISTER HOLM:") is no headline, and a name that is the whole of it names who speaks."""
    label = next((b.label for b in page.blocks if b.label is not None and b.label.covers(mention.span)), None)
    if label is None:
        return
    mention.heading = False
    if mention.span == label and mention.words > 1 and 0 < mention.strength < _LABELLED:
        mention.strength, mention.sign = _LABELLED, "label"


def _with_countries(
    made: list[Person], somebodies: list[Somebody], worded: dict[int, list[Word]], page: Page
) -> Iterator[Person]:
    """Countries that no word beside the name says but the text determines."""
    by_name = {s.name: s for s in somebodies}
    turns = _turns(page)
    candidates = [
        Candidate(
            i,
            p.country,
            held(by_name[p.name], somebodies),
            by_name[p.name].mentions,
            p.kind,
            marked=_marked(by_name[p.name]),
            turns=[n for m in by_name[p.name].mentions for n in turns.get(m.span.start, ())],
        )
        for i, p in enumerate(made)
    ]
    own_voice = not reporter(page) and not any(b.label for b in page.blocks)
    own = page.source
    from_home = bool(own and own.country and own.country == seat(page) and page.datelines)
    official = bool(own and own.official)
    inferred = infer(Stage(candidates, worded, home(page), seat(page), own_voice, page.desk, from_home, official))
    for i, person in enumerate(made):
        known = page.desk.people.get(person.entry or "")
        if i in inferred and not (known and any(t.organisation for t in known.tenures)):
            country, sign = inferred[i]
            because = "; ".join(filter(None, (person.because, f"country by {sign}")))
            yield replace(person, country=country, because=because)
        else:
            yield person


def _turns(page: Page) -> dict[int, list[int]]:
    """The sentences of each turn, by every place in the label that names whose it is."""
    found: dict[int, list[int]] = {}
    for at, block in enumerate(page.blocks):
        if block.label is None:
            continue
        after = page.blocks[at + 1] if at + 1 < len(page.blocks) else None
        end = after.label.start if after and after.label else block.span.end
        said = [s.number for s in page.sentences if block.span.start <= s.span.start < end]
        found |= dict.fromkeys(range(block.label.start, block.label.end), said)
    return found


def _marked(somebody: Somebody) -> bool:
    """Whether a word beside the name says the country: "Peruvian Foreign Minister X", "Ambassador X of Peru"."""
    return any(m.country or any(p.marked for p in m.offices) for m in somebody.mentions)


def _reference(found: Found) -> When | None:
    dating = found.dating
    if dating.published:
        return When.parse(dating.published)
    if dating.earliest and dating.latest:
        return When(When.parse(dating.earliest).first, When.parse(dating.latest).last)
    return None


def _country(somebody: Somebody) -> str | None:
    votes: Counter[str] = Counter()
    for mention in somebody.mentions:
        if mention.country:
            votes[mention.country] += 1
        for phrase in mention.offices:
            if phrase.country:
                votes[phrase.country] += 2
    if votes:
        best, most = votes.most_common(1)[0]
        if sum(v == most for v in votes.values()) == 1:
            return best
    return None


def _kind(offices: list[Phrase], page: Page) -> PersonKind:
    known = page.desk.kinds_of_holders
    kinds = [known[r] for p in offices for r in p.roles if r in known]
    for kind in ("official", "journalist", "expert"):
        if kind in kinds:
            return kind
    if offices:
        return "official" if any(p.body or p.country for p in offices) else "other"
    return "other"


def _person(
    somebody: Somebody, everybody: list[Somebody], page: Page, when: When | None, told: list[Unnamed]
) -> Person | None:
    country = _country(somebody)
    offices = [sharpened(p, country, told) for p in held(somebody, everybody)]
    roles = tuple(dict.fromkeys(r for p in offices for r in p.roles))
    identity = identify(somebody.name, country, roles, when, page.desk)
    if somebody.strength < LEAST and identity is None:
        return None
    credit = any(
        _CREDIT.search(s.span.of(page.text)) for m in somebody.mentions if (s := page.sentence_at(m.span.start))
    )
    kind: PersonKind = "journalist" if credit and not offices else _kind(offices, page)
    if identity and identity.entry.tenures and kind == "other":
        kind = "official"
    own = page.source
    if (
        country is None
        and identity is None
        and own is not None
        and own.country
        and own.official
        and kind == "journalist"
    ):
        country = own.country
    because = "; ".join(filter(None, (identity.because if identity else None, somebody.because))) or None
    best = max(somebody.mentions, key=lambda m: (not m.heading, same(m.name, somebody.name), m.strength, -m.order))
    return Person(
        evidence=best.span,
        rule=f"people.{best.sign}",
        confidence=max(somebody.strength, identity.confidence if identity else 0.0),
        name=somebody.name,
        country=country or (identity.entry.country_on(when, roles) if identity else None),
        kind=kind,
        offices=tuple(
            Office(
                p.title,
                p.span,
                p.roles[0] if p.roles else None,
                p.tense,
                conflict(identity.entry, p.roles, p.country, when, page.desk)
                if identity and p.tense in ("current", "acting")
                else None,
            )
            for p in offices
        ),
        mentions=tuple(m.span for m in somebody.mentions),
        entry=identity.entry.id if identity else None,
        because=because,
    )


def _credits(page: Page, somebodies: list[Somebody], first: str | None) -> Iterator[Person]:
    """Reporters and photographers of the dispatch that its own words do not name, and whom the press may call; these serve whose release
    it is, or the country of the `first` official in it."""
    for span in credited(page):
        name = " ".join(span.of(page.text).split())
        if not any(same(s.name, name) for s in somebodies):
            yield Person(
                evidence=span, rule="people.byline", confidence=0.9, name=name, kind="journalist", mentions=(span,)
            )
    for span in contacts(page):
        name = " ".join(span.of(page.text).split())
        if not any(same(s.name, name) for s in somebodies):
            yield Person(
                evidence=span,
                rule="people.contact",
                confidence=0.8,
                name=name,
                country=home(page) or first,
                mentions=(span,),
            )
