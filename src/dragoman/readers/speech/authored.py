"""Whose words a whole text is, by its head: "Remarks by the Minister", "Statement of the Ministry of Foreign Affairs on …", "Joint statement"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.page.page import Page
from dragoman.readers.speech.speaker import SpeakerKind
from dragoman.reading import BOTH_SIDES, Person
from dragoman.span import Span

_KIND = (
    r"(?:(?P<joint>joint|trilateral|tripartite|common) )?(?:[\w-]+ ){0,2}?(?:statements?|remarks|speech|address|message|declaration|"
    r"(?:media|news) (?:release|statement)s?|comment(?:ary|s)?|communiqu[ée]|intervention|lecture|toast|letter|doorstep|greetings?|transcript|press point|press release|response|reply)"
)
_BY = re.compile(rf"\b{_KIND}(?: [\w'-]+){{0,4}}? (?:by|of|from) (?:the |h\.?e\.? )?(?P<who>[^\n]{{2,140}})", re.I)
_OWN = re.compile(rf"(?:^|\n)\s*(?:the )?(?P<who>[^\n:]{{2,90}}?)'s? {_KIND}\b", re.I)
_HEADING = re.compile(rf"(?:^|\n)\s*{_KIND}\s*(?:\n|$)", re.I)
"""A line that only says of what kind the text is."""
_ABOUT = re.compile(
    r"\s(?:on|regarding|concerning|about|in (?:connection|relation|response|view|the)|at|to|with|following|after|before|during|ahead|upon|over|marking|delivered|made|issued|released|dated)\b"
    r"|[:;(\u2013\u2014]|\s-\s"
)
"""Where the words for who speaks end and those for what, where and when begin."""
_TOGETHER = re.compile(
    r"\b(?:ministers|presidents|leaders|heads of (?:state|government|delegation)|governments|sides|parties|spokespersons)\b",
    re.I,
)
_GROUP = re.compile(r"\b(?:G-?\d+|[A-Z]{2,}\w*|Quad|Nordic|Baltic|Visegr[aá]d)\b")
"""A group of states with a name, whose ministers speak under it."""
_BYLINE = re.compile(
    r"(?:^|\n)[ \t]*(?P<name>(?:[A-ZÀ-Þ][\w.'-]* ){1,4}[A-ZÀ-Þ][\w'-]+),[ \t]+(?:[\w'-]+ ){0,4}?(?:Secretary|Minister|President|Chancellor|Ambassador|Commissioner|Spokes\w+|"
    r"Representative|Director|Governor|Envoy|Chair\w*|Premier|Speaker)\b[^\n.]{0,80}(?=\n|$)"
)
"""A line of a name and an office, under the heading of a statement."""
_DEAR = re.compile(r"(?:^|\n)[ \t]*Dear [^\n.]{2,60}\n")
_LEAVE = re.compile(
    r"(?:^|\n)[ \t]*(?:yours (?:sincerely|faithfully|truly|respectfully)|sincerely(?: yours)?|respectfully(?: yours)?|(?:with )?(?:best|kind|warm) (?:regards|wishes)),?[ \t]*\n",
    re.I,
)
_SPOKES = re.compile(r"\bSpokes(?:person|man|woman)[ \t]*(?=\n|$)")
_STATEMENT = re.compile(
    r"(?:[\w-]+ ){0,2}(?:statement|declaration|comment(?:ary)?)(?: [\w'-]+){0,2}? (?:by|of|from) ", re.I
)
"""A head that says that what follows is a body's own statement, whether it speaks of "we" or not."""
_PREFACE = re.compile(
    r"\b(?:text of the following|begin text|the following (?:is|are|message|statement|remarks|text)|check against delivery|as delivered|as prepared)\b",
    re.I,
)
_ATTRIBUTABLE = re.compile(
    r"\b(?:the (?:below|following)|(?:this|the (?:below|following)) (?:statement|readout|remarks?)|statement below)\b[^.:\n]{0,40}\battribut(?:able|ed) to (?P<who>[^:\n]{2,120})",
    re.I,
)
"""Words that give all that follows to somebody."""
_OCCASION = re.compile(
    r"(?:the |a )?(?:joint |post-\w+ )?(?:press|news|media|doorstep|radio|television|tv|interview|briefing|meeting|conference)\b",
    re.I,
)
"""What a transcript is of, where that is no one's name."""
_SPOKEN = re.compile(
    r"\b(?:remarks|speech|address|lecture|toast|transcript|statement|intervention|message|letter|doorstep|interview|keynote|comments?)\b",
    re.I,
)
"""A text that is its author's words and no account of a day."""
ALONE = re.compile(r"(?<![\w'.])I(?:'m|'ve|'d|'ll)?(?![\w.'])")
"""Who speaks of "I"."""
_ISSUERS = re.compile(
    r"\b(?:minist(?:ry|er|ers)|governments?|department|office|presidency|president|embassy|council|commission|secretariat|secretary|party|union|mission|spokes\w+|delegation|mfa|"
    r"parliament|group|chair\w*|representative|league|community|association|cabinet|leaders|authority|administration|court|kingdom|republic)\b",
    re.I,
)
OFFICE = re.compile(
    r"(?:the )?(?:[\w'-]+ )*(?:minister|president|secretary|spokes\w+|commissioner|representative|ambassador|chair\w*)(?: (?:of|for) .+)?",
    re.I,
)
_SELF = re.compile(r"(?<![\w.'])(?:I|we|our|ours|us|my|me)(?!\.?\w)", re.I)
_FEW = 0.34
"""The least share of paragraphs that must be in the first person where the head says whose words they are."""


@dataclass(frozen=True, slots=True)
class Author:
    """`blocks`: the paragraphs that are theirs word for word, by index; none where the text speaks of its author as "the Ministry".
    `release`: it also tells what its sender did, as a minister's press release does. `after`: the paragraph that gives them all that follows
    it and is no other's, None where none does. `speaks_for`: a spokesperson, whose releases also tell what others will do."""

    name: str
    kind: SpeakerKind
    blocks: tuple[int, ...]
    release: bool = False
    after: int | None = None
    speaks_for: bool = False


def author(page: Page, people: Sequence[Person]) -> Author | None:
    """Who speaks in a text from end to end; None where its head does not say so."""
    prose = [i for i, b in enumerate(page.blocks) if b.kind == "prose" and b.label is None]
    if not prose:
        return None
    if (given := _attributable(page, people, prose[:3])) is not None:
        return given
    head = page.text[: page.blocks[prose[0]].span.start]
    alone = _says_i(page)
    named = _named(page, people, head, alone) or (_signed(page, people) if alone else None)
    if named is None:
        return None
    if named[1] == "body" and _STATEMENT.match(head.lstrip()):
        return Author(*named, tuple(prose))
    mine = [i for i in prose if personal(page, i)]
    told = {i for i in prose if named[1] == "person" and _told(page, people, named[0], i)}
    if not mine or len(mine) < _FEW * len(prose) or any(i > mine[0] for i in told):
        return Author(*named, ())
    start = max((i for i in prose if i < mine[0] and (i in told or _preface(page, i))), default=-1) + 1
    for_others = bool(_SPOKES.search(head)) and _BYLINE.search(page.dispatch.text[: len(head)]) is not None
    return Author(
        *named,
        tuple(i for i in prose if i >= start),
        named[1] == "person" and not _SPOKEN.search(head) and (alone or for_others),
        speaks_for=for_others,
    )


def _attributable(page: Page, people: Sequence[Person], first: Sequence[int]) -> Author | None:
    """Whom the first paragraphs name as the one to whom all that follows may be attributed."""
    for i in first:
        span = page.blocks[i].span
        if (match := _ATTRIBUTABLE.search(page.text, span.start, span.end)) is None:
            continue
        who = Span(match.start("who"), match.end("who"))
        named = next((p.name for p in people if any(who.covers(m) for m in p.mentions)), None)
        if named is not None:
            return Author(named, "person", (), after=i)
        return Author(re.sub(r"^(?:the|an?) ", "", " ".join(match["who"].split())), "role", (), after=i)
    return None


def _preface(page: Page, block: int) -> bool:
    """Whether a paragraph only says what text follows."""
    return bool(_PREFACE.search(page.blocks[block].span.of(page.text)))


def _named(page: Page, people: Sequence[Person], head: str, alone: bool) -> tuple[str, SpeakerKind] | None:
    """Whom the head names. `alone`: the text says "I", so that a joint statement is one speaker's part of it."""
    for match in (*_BY.finditer(head), *_OWN.finditer(head)):
        start = match.start("who")
        words = match["who"]
        about = _ABOUT.search(words)
        words = words[: about.start()] if about else words
        person = next(
            (
                p
                for p in people
                if p.kind != "journalist" and any(start <= m.start < start + len(words) for m in p.mentions)
            ),
            None,
        )
        together = match["joint"] is not None and not alone
        group = _GROUP.search(words)
        if (together or (person is None and _TOGETHER.search(words))) and group is None:
            return BOTH_SIDES, "both"
        words = re.split(r" of (?!foreign|state|government|defen|finance)", words, flags=re.I)[0] if group else words
        if person is not None:
            return person.name, "person"
        name = " ".join(words.split(",")[0].split()).strip(" .'\"")
        if _OCCASION.match(name):
            continue
        if OFFICE.fullmatch(name):
            if (held := holder(people, name)) is not None:
                return held
            continue
        if name and (_ISSUERS.search(name) or page.desk.country_of(name) is not None) and len(name.split()) <= 14:
            return re.sub(r"^[Tt]he ", "", name), "body"
    heading = _HEADING.search(head)
    if heading is not None and heading["joint"] is not None and not alone:
        return BOTH_SIDES, "both"
    if heading is not None or alone:
        named = [
            p
            for p in people
            if p.kind == "official" and any(m.end <= len(head) and _line(head, m.start) for m in p.mentions)
        ]
        if len(named) == 1:
            return named[0].name, "person"
    byline = _BYLINE.search(page.dispatch.text[: len(head)])
    return (" ".join(byline["name"].split()), "person") if byline else None


def _says_i(page: Page) -> bool:
    """Whether a text without labels says "I" outside quotations, in two paragraphs and a third of all at least: its sender speaks."""
    prose = [b for b in page.blocks if b.kind == "prose"]
    if any(b.label is not None for b in page.blocks):
        return False
    mine = sum(any(_unquoted(page, b.span, ALONE)) for b in prose)
    return mine >= 2 and 3 * mine >= len(prose)


def _signed(page: Page, people: Sequence[Person]) -> tuple[str, SpeakerKind] | None:
    """Who signed a text that begins as a letter does: the one named right under "Yours sincerely"."""
    dear = _DEAR.search(page.text)
    leave = _LEAVE.search(page.text, dear.end()) if dear is not None else None
    if leave is None:
        return None
    under = Span(leave.end(), min(leave.end() + 80, len(page.text)))
    named = next((p.name for p in people if any(under.overlaps(m) for m in p.mentions)), None)
    if named is None:
        line = re.match(
            r"\s*((?:[A-Z][\w.'-]*[ \t]+){1,4}[A-Z][\w'-]+)[ \t]*(?:\n|$)", page.text[under.start : under.end]
        )
        named = " ".join(line[1].split()) if line else None
    return (named, "person") if named else None


def _line(head: str, at: int) -> bool:
    """Whether a line of the head begins with the name that stands at an offset, or with the name after its titles."""
    lead = head[head.rfind("\n", 0, at) + 1 : at]
    return not re.search(r"\b[a-z]{3,}\b(?<!the)(?<!and)(?<!for)", lead)


def holder(people: Sequence[Person], title: str) -> tuple[str, SpeakerKind] | None:
    """The one official of the text who holds an office; else the office itself, where it says of what."""
    words = set(re.findall(r"[a-z]+", title.lower())) - {"the", "of", "for", "and"}
    held = [
        p.name
        for p in people
        if p.kind == "official" and any(words & set(re.findall(r"[a-z]+", o.title.lower())) for o in p.offices)
    ]
    if len(held) == 1:
        return held[0], "person"
    return (re.sub(r"^[Tt]he ", "", title), "role") if len(words) > 2 and not held else None


def personal(page: Page, block: int) -> bool:
    """Whether a paragraph says "I" or "we" outside quotations."""
    return any(hit[0] != "US" for hit in _unquoted(page, page.blocks[block].span, _SELF))


def _unquoted(page: Page, span: Span, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What a pattern finds in a paragraph outside its quotations."""
    for hit in pattern.finditer(page.text, span.start, span.end):
        if not any(q.span.holds(hit.start()) for q in page.quotes):
            yield hit


def _told(page: Page, people: Sequence[Person], name: str, block: int) -> bool:
    """Whether a paragraph names the speaker, as one does who tells of him."""
    span = page.blocks[block].span
    return any(p.name == name and any(span.covers(m) for m in p.mentions) for p in people)
