"""Texts that are speech from end to end: transcripts with their turns, and addresses in the first person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from dragoman.page.page import Page, Token
from dragoman.readers.speech.authored import ALONE, OFFICE, Author, holder
from dragoman.readers.speech.interviewed import interviewed
from dragoman.readers.speech.posted import posted
from dragoman.readers.speech.speaker import SpeakerKind
from dragoman.reading import Person
from dragoman.span import Span

_ASKS = re.compile(
    r"^(?:q|question|reporter|journalist|follow-?up|moderator|host|interviewer|(?:media|press)(?! (?:secretary|officer|attach|minister|spokes|advis|chief))|correspondent|audience|inaudible|note|editor)\b",
    re.I,
)
_FIRST = re.compile(r"(?<![\w.'])(?:I|my|me|we|our|us|you|your|thank)(?![\w.])", re.I)
_BY = re.compile(
    r"\b(?:message|speech|remarks|statement|address|keynote|lecture|opening|intervention|video message|toast|letter)\b[^.\n]{0,60}?\b(?:by|from|of)\s",
    re.I,
)


_TOGETHER = re.compile(
    r"(?:The two|Both|The three|The)(?: [a-z]+| Foreign| Prime| Defen[cs]e)? (?:ministers|leaders|sides|presidents|parties|delegations|countries|governments|officials)\b",
    re.I,
)
_OF_THEM = re.compile(
    r"\b(?:late|with|meets?|met|meetings?|talks?|visits?|discussions?|receives?|hosts?|welcomes?)\b", re.I
)
"""A line that says this of somebody is about them and not theirs."""
_LABEL = re.compile(r"[#*_>\s]*(?:[A-Z][\w.'-]*[ *_]*){1,7}:[*_\s]*")
"""A line that is nothing but a label, with the marks of a plain-text page."""
_INLINE = re.compile(r"\s*[\[(](?:question|reporter|journalist|q)\b[^\n:)\]]{0,30}[\])]\s*:", re.I)
"""How a question begins in a transcript that marks it within the line: "(question by a reporter): …"."""
_PEOPLE = 2
"""Labels in capitals that name people, of so many a text is a transcript, whatever it speaks of."""
_LINE = 30
"""A line of a name and words holds no more of them than a sentence."""


_FILLER = re.compile(
    r"\W*(?:(?:good (?:morning|afternoon|evening|day|to see you)|hello|hi|yes|yeah|no|ok(?:ay)?|well|sure|right|all right|please|go ahead|mm-?hmm|sorry|next|of course)\b\W*)+"
    r"(?:everyone|everybody|all|again|both|sir|ma'am|colleagues|ladies and gentlemen)?\W*",
    re.I,
)
"""What says nothing that a record would keep."""


def filler(words: str, tokens: Sequence[Token]) -> bool:
    """Whether a sentence of a turn only greets, nods, counts or calls out."""
    if len(words) < 60 and _FILLER.fullmatch(words):
        return True
    count = sum(t.text[:1].isalnum() for t in tokens)
    return (
        (count <= 1 or (count <= 4 and words.endswith("!")))
        and "thank" not in words.lower()
        and not any(t.pos in ("VERB", "AUX") for t in tokens)
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a block holds. `label`: the words that name the speaker there, None where the text named them before. `verbatim`:
    the words are the speaker's own, with or without marks. `kind`: what the speaker is."""

    speaker: str
    label: Span | None
    verbatim: bool = True
    kind: SpeakerKind = "person"


def _matches(label: str, person: Person) -> bool:
    words = re.findall(r"\w+", label.lower())
    names = re.findall(r"\w+", person.name.lower())
    if not words or not names:
        return False
    if len(words) > 1 and len(words[-1]) > 6 and Levenshtein.distance(words[-1], names[-1]) == 1:
        return True  # as it was heard or typed: "MINISTER WAWERUNGO" for Wawerunga
    if label.isupper() and len(label) <= 3 and len(names) > 1 and words == ["".join(n[0] for n in names)]:
        return True  # as an interview shortens it: "LH:" for Lars Holm
    return bool(set(words) & set(names)) and (words[-1] in names or words[0] in names or set(names) <= set(words))


def turns(page: Page, people: tuple[Person, ...], theirs: Author | None) -> dict[int, Turn | None]:
    """`theirs`: whose words the text is by its head. By index of block: the turn it belongs to; None for a question. Blocks that are nobody's turn are left out."""
    return {**_turns(page, people, theirs), **{i: Turn(*post) for i, post in posted(page, people).items()}}


def _turns(page: Page, people: tuple[Person, ...], theirs: Author | None) -> dict[int, Turn | None]:
    lines = _own_lines(page, people)
    labelled = [i for i, b in enumerate(page.blocks) if b.label is not None]
    if lines or (labelled and _dialogue(page, people, labelled)):
        return _transcript(page, people, lines)
    if theirs is not None and theirs.blocks:
        whole: dict[int, Turn | None] = {i: Turn(theirs.name, None, kind=theirs.kind) for i in theirs.blocks}
        return {**whole, **_quoting(page, people, labelled)}
    answered = {} if labelled else interviewed(page, people)
    if answered:
        return {i: Turn(name, None) if name else None for i, name in answered.items()}
    return {**_address(page, people), **_quoting(page, people, labelled)}


def _own_lines(page: Page, people: tuple[Person, ...]) -> dict[int, str | None]:
    """Headings that name whose turn follows, by block: a person with or without office, "Q" or "A" (None for a question)."""
    found: dict[int, str | None] = {}
    spoken = False
    named: Counter[str] = Counter()
    for i, block in enumerate(page.blocks):
        raw = block.span.of(page.text)
        alone = block.kind == "heading" or _LABEL.fullmatch(raw)
        if not alone or i + 1 >= len(page.blocks) or page.blocks[i + 1].kind in ("heading", "item"):
            continue
        words = " ".join(raw.split()).strip("[]():.#*_> ")
        below = page.blocks[i + 1].span.of(page.text)
        person = next((p for p in people if _matches(words, p) and p.kind != "journalist"), None)
        if _ASKS.match(words) and len(words.split()) <= 6:
            found[i] = None
            spoken = True
        elif words in ("A", "Answer"):
            found[i] = _titled(page, people)
        elif (
            person is not None
            and len(words.split()) <= 10
            and not re.search(r"[a-z]s? [a-z]+ (?:to|the|a|on|in) ", words)
            and not _OF_THEM.search(words)
        ):
            found[i] = person.name
            named[person.name] += raw.rstrip(" *_").endswith(":")
            spoken = spoken or named[person.name] > 1
            spoken = spoken or bool(_BY.search(words + " "))
            printed = words.isupper() or raw.rstrip(" *_").endswith(":") or len(named) > 1
            spoken = spoken or (printed and (bool(ALONE.search(below)) or _first_below(page, i)))
        elif words.isupper() and raw.rstrip(" *_").endswith(":") and OFFICE.fullmatch(words):
            exact = {p.name for p in people if any(o.title.lower() == words.lower() for o in p.offices)}
            held = holder(people, words)
            found[i] = exact.pop() if len(exact) == 1 else held[0] if held is not None else words.title()
    asking = _asking(page, found)
    found = {i: None if name in asking else name for i, name in found.items()}
    return found if spoken and any(found.values()) else {}


def _first_below(page: Page, line: int) -> bool:
    """Whether one of the few paragraphs under a line, before the next heading, says "I" in nobody's quotation."""
    for block in page.blocks[line + 1 : line + 4]:
        if block.kind != "prose":
            return False
        hits = ALONE.finditer(page.text, block.span.start, block.span.end)
        if any(not any(q.span.holds(hit.start()) for q in page.quotes) for hit in hits):
            return True
    return False


def _asking(page: Page, lines: dict[int, str | None]) -> set[str]:
    """Those whose turns mostly are questions, where another answers: they interview."""
    asked: dict[str, list[bool]] = {}
    for i, after in pairwise((*sorted(lines), len(page.blocks))):
        name = lines[i]
        if name is not None:
            ends = (page.blocks[i + 1], page.blocks[after - 1])
            asked.setdefault(name, []).append(any(b.span.of(page.text).rstrip().endswith("?") for b in ends))
    asking = {name for name, ends in asked.items() if len(ends) > 1 and sum(ends) > 0.5 * len(ends)}
    return asking if len(asking) < len(asked) else set()


def _titled(page: Page, people: tuple[Person, ...]) -> str | None:
    """The one official whom the title names."""
    title = page.title.of(page.text) if page.title else ""
    named = [p.name for p in people if p.kind == "official" and _matches_title(p, title)]
    return named[0] if named else None


def _dialogue(page: Page, people: tuple[Person, ...], labelled: list[int]) -> bool:
    """Whether labelled paragraphs are the turns of people talking: questions are put, or "I", "we" and "you" stand in many of them."""
    prose = [i for i, b in enumerate(page.blocks) if b.kind in ("prose", "question")]
    if any(page.blocks[i].kind == "question" for i in labelled):
        return True
    if len(labelled) == 1:
        label, words = page.blocks[labelled[0]].label, page.blocks[labelled[0]].span.of(page.text)
        if label is None:
            return False
        office = any(word.isupper() and len(word) > 4 for word in label.of(page.text).split())
        named = any(_matches(label.of(page.text), p) and (p.kind == "official" or office) for p in people)
        personal = sum(bool(_FIRST.search(page.blocks[i].span.of(page.text))) for i in prose)
        return named and words[0] != '"' and (bool(ALONE.search(words)) or (office and personal >= 0.5 * len(prose)))
    capitals = [i for i in labelled if _in_capitals(page, i)]
    if sum(any(_matches(_label(page, i), p) for p in people) for i in capitals) >= _PEOPLE:
        return True
    if capitals and sum(bool(_FIRST.search(page.blocks[i].span.of(page.text))) for i in prose) >= 0.5 * len(prose):
        return True
    if len(labelled) < 0.25 * len(prose) or all(_whole(page, page.blocks[i].span) for i in labelled):
        return False
    texts = [page.blocks[i].span.of(page.text) for i in labelled]
    asked = any(t.rstrip().endswith("?") for t in texts)
    personal = sum(bool(_FIRST.search(t)) for t in texts)
    return personal >= (0.25 if asked else 0.5) * len(texts)


def _label(page: Page, block: int) -> str:
    label = page.blocks[block].label
    return label.of(page.text) if label is not None else ""


def _in_capitals(page: Page, block: int) -> bool:
    """Whether a paragraph has a label as transcripts print them: "MINISTER HOLM:"."""
    label = page.blocks[block].label
    return label is not None and label.of(page.text).isupper() and len(label) > 3


def _whole(page: Page, span: Span) -> bool:
    """Whether marks of quotation enclose a paragraph: its label then names who is quoted, and the next paragraph is another's."""
    return page.text[span.start] == '"' and page.quoted(span) >= 0.8


def _quoting(page: Page, people: tuple[Person, ...], labelled: list[int]) -> dict[int, Turn | None]:
    """Single paragraphs of the form "Name: quotation", and lines of the form "Name: what they said"."""
    found: dict[int, Turn | None] = {}
    for i in labelled:
        block, label = page.blocks[i], page.blocks[i].label
        if label is None:
            continue
        quoted = _whole(page, block.span)
        words = " ".join(label.of(page.text).split())
        person = next((p for p in people if _matches(words, p)), None)
        line = person is not None and person.kind != "journalist" and len(block.span.of(page.text).split()) <= _LINE
        if quoted or line:
            found[i] = Turn(person.name if person else words, label, quoted)
    return found


def _namer(page: Page, people: tuple[Person, ...]) -> Callable[[str], str | None]:
    """Who speaks under a label: None for those who ask."""
    counts: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for b in page.blocks:
        if b.label is not None:
            label = " ".join(b.label.of(page.text).split())
            counts[label] += 1
            asked[label] += b.span.of(page.text).rstrip().endswith("?")

    def named(label: str) -> str | None:
        person = next((p for p in people if _matches(label, p) and p.kind != "journalist"), None)
        if re.fullmatch(r"A(?:nswer)?|答", label):
            return _titled(page, people)
        if _ASKS.match(label):
            return None
        if person is not None:
            return person.name
        if 2 * asked[label] > counts[label] and len(counts) > 1:
            return None
        sure = counts[label] >= 2 or len(label.split()) > 1
        return label.title() if sure and label.isupper() and len(label) > 2 else None

    return named


def _reported(page: Page, span: Span) -> bool:
    """Whether a paragraph between turns tells what those who meet did together, and is nobody's turn."""
    return bool(_TOGETHER.match(page.text, span.start, span.end)) and not _FIRST.search(page.text, span.start, span.end)


def _transcript(page: Page, people: tuple[Person, ...], lines: dict[int, str | None]) -> dict[int, Turn | None]:
    """Turns by label or by a line of their own; what stands before the first is the one speaker's whom the title names."""
    named = _namer(page, people)
    found: dict[int, Turn | None] = {}
    current: Turn | None = None
    before: list[int] = []
    begun = False
    for i, block in enumerate(page.blocks):
        if i in lines:
            name, begun = lines[i], True
            current = Turn(name, block.span) if name else None
        elif block.label is not None:
            name, begun = named(" ".join(block.label.of(page.text).split())), True
            current = Turn(name, block.label) if name else None
            found[i] = current
        elif block.kind in ("title", "heading"):
            continue
        elif begun and _INLINE.match(page.text, block.span.start, block.span.end):
            current = None
        elif begun and not _reported(page, block.span):
            found[i] = Turn(current.speaker, current.label if i - 1 in lines else None) if current else None
        elif not begun:
            before.append(i)
    speakers = {turn.speaker for turn in found.values() if turn is not None}
    if not speakers:
        return {}
    title = page.title.of(page.text).lower() if page.title else ""
    only = next(iter(speakers)) if len(speakers) == 1 else None
    if only is not None and only.lower().split()[-1] in title and not lines:
        found.update({i: Turn(only, None) for i in before})
    return found


def _address(page: Page, people: tuple[Person, ...]) -> dict[int, Turn | None]:
    """A speech or message in the first person, from the first sentence in it on."""
    prose = [i for i, b in enumerate(page.blocks) if b.kind == "prose"]
    quoted = [q.span for q in page.quotes]
    mine: list[int] = []
    for i in prose:
        span = page.blocks[i].span
        hits = [
            m for m in ALONE.finditer(page.text, span.start, span.end) if not any(q.holds(m.start()) for q in quoted)
        ]
        if hits:
            mine.append(i)
    if len(mine) < 3 or len(mine) < 0.3 * len(prose):
        return {}
    title = page.title.of(page.text) if page.title else ""
    told_of = {p.name for p in people if any(page.blocks[i].span.covers(m) for i in mine for m in p.mentions)}
    speaker = next(
        (p.name for p in people if p.kind != "journalist" and p.name not in told_of and _matches_title(p, title)), None
    )
    head = page.text[: page.blocks[mine[0]].span.start]
    if speaker is None:
        by = _BY.search(head)
        if by is not None:
            speaker = next(
                (p.name for p in people if any(by.end() - 2 <= m.start <= by.end() + 60 for m in p.mentions)), None
            )
    if speaker is None:
        return {}
    third = {
        i
        for i in prose
        if i < mine[0]
        and any(p.name == speaker and any(page.blocks[i].span.covers(m) for m in p.mentions) for p in people)
    }
    start = max(third, default=-1) + 1
    return {i: Turn(speaker, None) for i in prose if i >= start}


def _matches_title(person: Person, title: str) -> bool:
    return person.name.lower().split()[-1] in re.findall(r"\w+", title.lower())
