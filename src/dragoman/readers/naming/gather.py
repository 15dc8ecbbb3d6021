"""Mentions put together as people: full names first, then the shorter forms that fit exactly one of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from dragoman.name import covers, fold, parts, same
from dragoman.page.page import Page
from dragoman.readers.naming.identify import identify
from dragoman.readers.naming.mentions import Mention
from dragoman.span import Span
from dragoman.when import When

LEAST = 0.5
"""How sure a mention must be to stand for somebody by itself."""


@dataclass(slots=True)
class Somebody:
    name: str
    mentions: list[Mention] = field(default_factory=list)
    journalist: bool = False
    because: str | None = None

    @property
    def strength(self) -> float:
        return max(m.strength for m in self.mentions)


def gather(listed: list[Mention], page: Page, when: When | None) -> list[Somebody]:
    """Mentions put together: full names first, then the shorter forms that fit exactly one of them."""
    _lift_abbreviated(listed)
    people: list[Somebody] = []
    known = [
        m for m in listed if m.words > 1 and (m.strength >= LEAST or identify(m.name, m.country, (), when, page.desk))
    ]
    for mention in sorted(known, key=lambda m: (m.heading, -m.words, m.order)):
        if mention.heading and (_join_heading(mention, people, page) or not _plain(mention, when, page)):
            continue
        home = next((s for s in people if same(s.name, mention.name) or covers(s.name, mention.name)), None) or next(
            (s for s in people if _clipped(s.name, mention.name)), None
        )
        if home is None:
            home = Somebody(mention.name)
            people.append(home)
        home.mentions.append(mention)
    taken = {id(m) for s in people for m in s.mentions}
    for mention in sorted((m for m in listed if id(m) not in taken), key=lambda m: (m.heading, m.order)):
        _place(mention, people, page, when)
    for somebody in people:
        somebody.mentions.sort(key=lambda m: m.order)
        somebody.name = _fullest(somebody)
    return sorted((s for s in people if s.mentions), key=lambda s: s.mentions[0].order)


def _clipped(one: str, other: str) -> bool:
    """Whether two names are one family name with a given name and the beginning of it: "Jeff" and "Jeffrey"."""
    (first, *family), (second, *same_family) = parts(one) or ("",), parts(other) or ("",)
    short, long = sorted((first, second), key=len)
    return bool(family) and family == same_family and len(short) > 2 and long.startswith(short)


def _lift_abbreviated(listed: list[Mention]) -> None:
    """Two or more capitalised words that the text later shortens to the last of them, as the one who said something, name a person."""
    shortened = {parts(m.name)[-1] for m in listed if m.words == 1 and m.sign == "speech" and parts(m.name)}
    for mention in listed:
        if (
            mention.words > 1
            and 0.25 < mention.strength < LEAST
            and parts(mention.name)
            and parts(mention.name)[-1] in shortened
        ):
            mention.strength, mention.sign = 0.7, "speech"


def _fullest(somebody: Somebody) -> str:
    """The name as given, where one mention writes initials for it, or capitals, and another writes it out."""
    if somebody.name.isupper():
        somebody.name = next(
            (m.name for m in somebody.mentions if same(m.name, somebody.name) and not m.name.isupper()), somebody.name
        )
    if not any(len(word) <= 2 or "." in word for word in somebody.name.split()[:-1]):
        return somebody.name
    written = (m.name for m in somebody.mentions if "." not in m.name and m.words > 1 and covers(m.name, somebody.name))
    return max((somebody.name, *written), key=lambda name: ("." not in name, len(name)))


def _plain(mention: Mention, when: When | None, page: Page) -> bool:
    """Whether a heading names somebody whom the text does not name elsewhere: none of the words is a verb, or the desk knows the name."""
    return (not _verbal(mention, page) and mention.words in (2, 3)) or identify(
        mention.name, None, (), when, page.desk
    ) is not None


def _again(mention: Mention, page: Page) -> bool:
    """Whether a heading's name stands elsewhere too, or after a form of address, and none of its words may be a verb."""
    return (mention.honorific or page.low.count(mention.name.lower()) > 1) and not _verbal(mention, page)


def _verbal(mention: Mention, page: Page) -> bool:
    """Whether one of the words may be a verb, which a heading writes with a capital too."""
    return any(
        form in page.desk.lemmas
        for w in mention.name.lower().split()
        for form in (w, w.removesuffix("s"), w.removesuffix("es"))
    )


def _join_heading(mention: Mention, people: list[Somebody], page: Page) -> bool:
    """In a heading every word is capitalised: a name that the text gives elsewhere is taken out of the run that holds it, or the one family
    name of such a one, where no other given name stands beside it ("Holm Back in Lima")."""
    words = mention.name.split()
    for somebody in people:
        size = len(parts(somebody.name))
        for start in range(mention.words - size + 1):
            chosen = mention.name.split()[start : start + size]
            if same(" ".join(chosen), somebody.name) or same(" ".join(chosen).removesuffix("s"), somebody.name):
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
    if not page.desk.word_set("given-names").isdisjoint(word.lower() for word in words):
        return False
    families = [(w, s) for s in people for w in words if parts(s.name)[-1:] == parts(w) and len(parts(s.name)) > 1]
    if len(families) != 1:
        return False
    word, somebody = families[0]
    start = mention.span.start + mention.name.index(word)
    span = Span(start, min(mention.span.end, start + len(word)))
    somebody.mentions.append(
        Mention(word, span, mention.sentence, start, [], False, mention.strength, "heading", heading=True)
    )
    return True


def _place(mention: Mention, people: list[Somebody], page: Page, when: When | None) -> None:
    fitting = [s for s in people if covers(s.name, mention.name) or same(s.name, mention.name)]
    if not fitting and mention.words == 1 and (mention.honorific or mention.offices):
        fitting = [
            s for s in people if fold(s.name).rpartition("-")[2] == fold(mention.name)
        ]  # "Mr Berg" of "Holm-Berg"
    fitting = [s for s in fitting if not _namesake(mention, s)]
    several = len(fitting) > 1
    if several:
        sought = {r for p in mention.offices for r in p.roles}
        by_role = [s for s in fitting if sought & {r for m in s.mentions for p in m.offices for r in p.roles}]
        last = [s for s in fitting if parts(s.name)[-1:] == parts(mention.name)[-1:]]
        fitting = by_role if len(by_role) == 1 else last if len(last) == 1 else _nearest(fitting, mention)
    several = bool(fitting) or several
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
        return
    titled = mention.sign in ("title", "honorific")
    if several or (mention.heading and not (titled and mention.words < 4 and _again(mention, page))):
        return
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
    if (titled and mention.strength >= 0.8) or identify(mention.name, country, roles, when, page.desk):
        people.append(Somebody(mention.name, [mention]))


def _namesake(mention: Mention, somebody: Somebody) -> bool:
    """Whether a king's one name is only the given name of somebody of another office: "King Omar, Prime Minister Omar Berg"."""
    if mention.words > 1 or len(parts(somebody.name)) < 2 or parts(somebody.name)[-1:] == parts(mention.name):
        return False
    mine = {r for p in mention.offices for r in p.roles}
    theirs = {r for m in somebody.mentions for p in m.offices for r in p.roles}
    return "monarch" in mine and bool(theirs) and not mine & theirs


def _nearest(fitting: list[Somebody], mention: Mention) -> list[Somebody]:
    """Of several people of one family name, the one named last before, if within the same or the preceding sentence."""
    before = [
        (m.order, i)
        for i, s in enumerate(fitting)
        for m in s.mentions
        if m.order < mention.order and mention.sentence - m.sentence <= 1
    ]
    return [fitting[max(before)[1]]] if before else []


def _misspelt(mention: Mention, somebody: Somebody) -> bool:
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
