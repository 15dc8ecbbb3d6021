"""People: every named individual of a dispatch, with the offices and the country that the text gives for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from dragoman.name import covers, parts, same
from dragoman.page.outlet import home, reporter, seat
from dragoman.page.page import Page
from dragoman.readers.found import Found
from dragoman.readers.naming.country import infer
from dragoman.readers.naming.identify import conflict, identify
from dragoman.readers.naming.mentions import Mention, mentions
from dragoman.readers.naming.offices import Phrase, heads
from dragoman.readers.naming.stage import Candidate, Stage
from dragoman.readers.naming.words import Word, words
from dragoman.reading import Office, Person, PersonKind
from dragoman.span import Span
from dragoman.when import When

NEEDS = ("dating",)
YIELDS = ("people",)

_LEAST = 0.5
_BYLINE = re.compile(
    r"(?:\bby|(?:reporter|correspondent|editor|writer|author|credit|photo|photograph)s?:)\s+(?P<names>[^|·•;\n]+)", re.I
)
_BYLINE_NAME = re.compile(r"[A-ZÀ-Þ][\w'.-]+(?:\s+(?:(?:de|da|van|von|bin|al|el|la|del|dos)\s+)?[A-ZÀ-Þ][\w'.-]*){1,3}")
_CREDIT = re.compile(
    r"(?:contributed to (?:the|this)|contributed reporting|reporting by|edited by|editing by|additional reporting)",
    re.I,
)


@dataclass(slots=True)
class _Somebody:
    name: str
    mentions: list[Mention] = field(default_factory=list)
    journalist: bool = False
    because: str | None = None

    @property
    def strength(self) -> float:
        return max(m.strength for m in self.mentions)


def read(page: Page, found: Found) -> Iterator[Person]:
    """People in order of their first mention. A word alone is a person only beside a title or honorific, or as part of a name given in full."""
    nouns = heads(page.desk)
    worded = {s.number: words(page, s) for s in page.sentences if s.tokens}
    listed = [m for s in page.sentences if s.tokens for m in mentions(worded[s.number], s, nouns, page.desk)]
    _lift_abbreviated(listed)
    when = _reference(found)
    somebodies = _gathered(listed, page, when)
    made = [p for s in somebodies if (p := _person(s, somebodies, page, when))]
    yield from _with_countries(made, somebodies, worded, page)
    yield from _bylines(page, somebodies)


def _lift_abbreviated(listed: list[Mention]) -> None:
    """Two or more capitalised words that the text later shortens to the last of them, as the one who said something, name a person."""
    shortened = {parts(m.name)[-1] for m in listed if m.words == 1 and m.sign == "speech" and parts(m.name)}
    for mention in listed:
        if (
            mention.words > 1
            and 0.25 < mention.strength < _LEAST
            and parts(mention.name)
            and parts(mention.name)[-1] in shortened
        ):
            mention.strength, mention.sign = 0.7, "speech"


def _with_countries(
    made: list[Person], somebodies: list[_Somebody], worded: dict[int, list[Word]], page: Page
) -> Iterator[Person]:
    """Countries that no word beside the name says but the text determines."""
    by_name = {s.name: s for s in somebodies}
    candidates = [
        Candidate(
            i,
            p.country,
            _offices(by_name[p.name], somebodies),
            by_name[p.name].mentions,
            p.kind,
            marked=_marked(by_name[p.name]),
        )
        for i, p in enumerate(made)
    ]
    own_voice = not reporter(page) and not any(b.label for b in page.blocks)
    inferred = infer(Stage(candidates, worded, home(page), seat(page), own_voice, page.desk))
    for i, person in enumerate(made):
        if i in inferred:
            country, sign = inferred[i]
            because = "; ".join(filter(None, (person.because, f"country by {sign}")))
            yield replace(person, country=country, because=because)
        else:
            yield person


def _marked(somebody: _Somebody) -> bool:
    """Whether a word beside the name says the country: "Peruvian Foreign Minister X", "Ambassador X of Peru"."""
    return any(m.country or any(p.marked for p in m.offices) for m in somebody.mentions)


def _reference(found: Found) -> When | None:
    dating = found.dating
    if dating.published:
        return When.parse(dating.published)
    if dating.earliest and dating.latest:
        return When(When.parse(dating.earliest).first, When.parse(dating.latest).last)
    return None


def _gathered(listed: list[Mention], page: Page, when: When | None) -> list[_Somebody]:
    """Mentions put together: full names first, then the shorter forms that fit exactly one of them."""
    people: list[_Somebody] = []
    known = [
        m for m in listed if m.words > 1 and (m.strength >= _LEAST or identify(m.name, m.country, (), when, page.desk))
    ]
    for mention in sorted(known, key=lambda m: (m.heading, -m.words, m.order)):
        if mention.heading and (_join_heading(mention, people) or not _plain(mention, when, page)):
            continue
        home = next((s for s in people if same(s.name, mention.name) or covers(s.name, mention.name)), None)
        if home is None:
            home = _Somebody(mention.name)
            people.append(home)
        home.mentions.append(mention)
    taken = {id(m) for s in people for m in s.mentions}
    for mention in sorted((m for m in listed if id(m) not in taken), key=lambda m: (m.heading, m.order)):
        _place(mention, people, page, when)
    for somebody in people:
        somebody.mentions.sort(key=lambda m: m.order)
        somebody.name = _fullest(somebody)
    return sorted((s for s in people if s.mentions), key=lambda s: s.mentions[0].order)


def _fullest(somebody: _Somebody) -> str:
    """The name as given, where one mention writes initials for it and another writes it out."""
    if not any(len(word) <= 2 or "." in word for word in somebody.name.split()[:-1]):
        return somebody.name
    written = (m.name for m in somebody.mentions if "." not in m.name and m.words > 1 and covers(m.name, somebody.name))
    return max((somebody.name, *written), key=lambda name: ("." not in name, len(name)))


def _plain(mention: Mention, when: When | None, page: Page) -> bool:
    """Whether a heading names somebody whom the text does not name elsewhere: none of the words is a verb, or the desk knows the name."""
    lemmas = {v.lemma or v.id for v in page.desk.verbs.values()}
    verbal = any(
        form in lemmas for w in mention.name.lower().split() for form in (w, w.removesuffix("s"), w.removesuffix("es"))
    )
    return (not verbal and mention.words in (2, 3)) or identify(mention.name, None, (), when, page.desk) is not None


def _join_heading(mention: Mention, people: list[_Somebody]) -> bool:
    """In a heading every word is capitalised: a name that the text gives elsewhere is taken out of the run that holds it."""
    for somebody in people:
        size = len(parts(somebody.name))
        for start in range(mention.words - size + 1):
            chosen = mention.name.split()[start : start + size]
            if same(" ".join(chosen), somebody.name):
                at = mention.name.index(" ".join(chosen))
                span = Span(
                    mention.span.start + at, min(mention.span.end, mention.span.start + at + len(" ".join(chosen)))
                )
                somebody.mentions.append(
                    Mention(
                        " ".join(chosen),
                        span,
                        mention.sentence,
                        span.start,
                        [],
                        False,
                        mention.strength,
                        "heading",
                        True,
                    )
                )
                return True
    return False


def _place(mention: Mention, people: list[_Somebody], page: Page, when: When | None) -> None:
    fitting = [s for s in people if covers(s.name, mention.name) or same(s.name, mention.name)]
    if len(fitting) > 1:
        sought = {r for p in mention.offices for r in p.roles}
        by_role = [s for s in fitting if sought & {r for m in s.mentions for p in m.offices for r in p.roles}]
        last = [s for s in fitting if parts(s.name)[-1:] == parts(mention.name)[-1:]]
        fitting = by_role if len(by_role) == 1 else last if len(last) == 1 else _nearest(fitting, mention)
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
        return
    if fitting or mention.heading:
        return
    titled = mention.sign in ("title", "honorific")
    roles = tuple(r for p in mention.offices for r in p.roles)
    country = next((p.country for p in mention.offices if p.country), mention.country)
    if titled and mention.words == 1:
        near = [s for s in people if _misspelt(mention, s)]
        if len(near) == 1:
            near[0].mentions.append(mention)
            near[0].because = (
                near[0].because
                or f"“{mention.name}” read as a misspelling of {near[0].name}: one letter group apart, same office"
            )
            return
    if (titled and mention.strength >= 0.8) or (roles and identify(mention.name, country, roles, when, page.desk)):
        people.append(_Somebody(mention.name, [mention]))


def _nearest(fitting: list[_Somebody], mention: Mention) -> list[_Somebody]:
    """Of several people of one family name, the one named last before, if within the same or the preceding sentence."""
    before = [
        (m.order, i)
        for i, s in enumerate(fitting)
        for m in s.mentions
        if m.order < mention.order and mention.sentence - m.sentence <= 1
    ]
    return [fitting[max(before)[1]]] if before else []


def _misspelt(mention: Mention, somebody: _Somebody) -> bool:
    """Whether a titled family name is within two letters of another's of the same office, as machine translation garbles names."""
    heads_here = {p.title.lower().split()[-1] for p in mention.offices if not p.body}
    heads_there = {p.title.lower().split()[-1] for m in somebody.mentions for p in m.offices if not p.body}
    if not heads_here & heads_there:
        return False
    word = parts(mention.name)[0]
    return any(
        len(word) >= 4 and other[0] == word[0] and 0 < Levenshtein.distance(word, other) <= 2
        for other in parts(somebody.name)
    )


def _offices(somebody: _Somebody, everybody: list[_Somebody]) -> list[Phrase]:
    """The offices that the text gives, each once, the fullest wording of each."""
    listed: list[Phrase] = []
    for mention in somebody.mentions:
        for phrase in mention.offices:
            if phrase.counterpart:
                listed += _counterpart(mention, phrase, everybody)
            elif not phrase.vague:
                listed.append(phrase)
    kept: list[Phrase] = []
    for phrase in listed:
        mine = set(parts(phrase.title)) - {"of", "the", "for"}
        twin = next((k for k in kept if _one_office(mine, set(parts(k.title)) - {"of", "the", "for"}, phrase, k)), None)
        if twin is None:
            kept.append(phrase)
        elif len(phrase.title) > len(twin.title):
            kept[kept.index(twin)] = phrase
    return _without_courtesy(kept)


def _without_courtesy(offices: list[Phrase]) -> list[Phrase]:
    """Without "Professor" alone beside an office that says more: there it is a form of address."""
    others = [p for p in offices if p.title.lower().strip(".") not in ("professor", "prof")]
    return others or offices


def _one_office(a: set[str], b: set[str], p: Phrase, q: Phrase) -> bool:
    if a <= b or b <= a:
        return True
    specific = set(p.roles) & set(q.roles) - {"minister", "director-institute", "senior-official"}
    return bool(specific) and p.tense == q.tense and not (p.body and q.body)


def _counterpart(mention: Mention, phrase: Phrase, everybody: list[_Somebody]) -> list[Phrase]:
    """The office of the person whose counterpart this is: the nearest one before in the sentence, else the nearest at all."""
    before = [
        (m.order, p)
        for s in everybody
        for m in s.mentions
        if m.order < mention.order and mention.sentence - m.sentence <= 2 and m is not mention
        for p in m.offices
        if not p.counterpart and not p.vague
    ]
    if not before:
        return []
    order = max(o for o, _ in before)
    return [
        replace(phrase, title=p.title, roles=p.roles, tense="current", counterpart=False, vague=False, body=p.body)
        for o, p in before
        if o == order
    ][:1]


def _country(somebody: _Somebody) -> str | None:
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
    by_role = {office.role: office.kind for office in page.desk.offices.values()}
    kinds = [by_role[r] for p in offices for r in p.roles if r in by_role]
    for kind in ("official", "journalist", "expert"):
        if kind in kinds:
            return kind
    if offices:
        return "official" if any(p.body or p.country for p in offices) else "other"
    return "other"


def _person(somebody: _Somebody, everybody: list[_Somebody], page: Page, when: When | None) -> Person | None:
    offices = _offices(somebody, everybody)
    country = _country(somebody)
    roles = tuple(dict.fromkeys(r for p in offices for r in p.roles))
    identity = identify(somebody.name, country, roles, when, page.desk)
    if somebody.strength < _LEAST and identity is None:
        return None
    credit = any(_CREDIT.search(page.sentences[m.sentence].span.of(page.text)) for m in somebody.mentions)
    kind: PersonKind = "journalist" if credit and not offices else _kind(offices, page)
    if identity and identity.entry.tenures and kind == "other":
        kind = "official"
    own = page.source
    if (
        country is None
        and identity is None
        and own is not None
        and own.country
        and (kind == "journalist" or (kind == "official" and own.official))
    ):
        country = own.country
    because = "; ".join(filter(None, (identity.because if identity else None, somebody.because))) or None
    best = max(somebody.mentions, key=lambda m: (not m.heading, same(m.name, somebody.name), m.strength, -m.order))
    return Person(
        evidence=best.span,
        rule=f"people.{best.sign}",
        confidence=max(somebody.strength, identity.confidence if identity else 0.0),
        name=somebody.name,
        country=country or (identity.entry.country if identity else None),
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


def _bylines(page: Page, somebodies: list[_Somebody]) -> Iterator[Person]:
    """Reporters credited in the furniture."""
    for item in page.furniture:
        if item.kind not in ("byline", "stamp", "credit"):
            continue
        text = item.span.of(page.text)
        credited = [
            (line.start("names"), m) for line in _BYLINE.finditer(text) for m in _BYLINE_NAME.finditer(line["names"])
        ]
        for offset, match in credited:
            if (
                any(same(s.name, match[0]) for s in somebodies)
                or page.desk.country_of(match[0])
                or match[0].lower() in page.desk.outlet_names
                or not page.desk.word_set("thing-words").isdisjoint(match[0].lower().split())
            ):
                continue
            start = item.span.start + offset + match.start()
            span = Span(start, start + len(match[0]))
            yield Person(
                evidence=span,
                rule="people.byline",
                confidence=0.9,
                name=" ".join(match[0].split()),
                kind="journalist",
                mentions=(span,),
            )
