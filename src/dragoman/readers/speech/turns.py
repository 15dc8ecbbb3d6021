"""Texts that are speech from end to end: transcripts with their turns, and addresses in the first person."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dragoman.page.page import Page
from dragoman.reading import Person
from dragoman.span import Span

_ASKS = re.compile(
    r"^(?:q|question|reporter|journalist|follow-?up|moderator|host|interviewer|media|press|correspondent|audience|inaudible|note|editor)\b",
    re.I,
)
_FIRST = re.compile(r"(?<![\w.'])(?:I|my|me|we|our|us|you|your|thank)(?![\w.])", re.I)
_ALONE = re.compile(r"(?<![\w'.])I(?:'m|'ve|'d|'ll)?(?![\w.'])")
_BY = re.compile(
    r"\b(?:message|speech|remarks|statement|address|keynote|lecture|opening|intervention|video message|toast|letter)\b[^.\n]{0,60}?\b(?:by|from|of)\s",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a block holds. `label`: the words that name the speaker there, None where the text named them before."""

    speaker: str
    label: Span | None


def _matches(label: str, person: Person) -> bool:
    words = re.findall(r"\w+", label.lower())
    names = re.findall(r"\w+", person.name.lower())
    return bool(set(words) & set(names)) and (words[-1] in names or words[0] in names or set(names) <= set(words))


def turns(page: Page, people: tuple[Person, ...]) -> dict[int, Turn | None]:
    """By index of block: the turn it belongs to; None for a question. Blocks that are nobody's turn are left out."""
    labelled = [i for i, b in enumerate(page.blocks) if b.label is not None]
    if len(labelled) >= 2 and _dialogue(page, labelled):
        return _transcript(page, people, labelled)
    return {**_address(page, people), **_quoting(page, people, labelled)}


def _dialogue(page: Page, labelled: list[int]) -> bool:
    """Whether labelled paragraphs are the turns of people talking: questions are put, or "I", "we" and "you" stand in many of them."""
    prose = [i for i, b in enumerate(page.blocks) if b.kind in ("prose", "question")]
    if len(labelled) < 0.25 * len(prose):
        return False
    texts = [page.blocks[i].span.of(page.text) for i in labelled]
    asked = any(page.blocks[i].kind == "question" for i in labelled) or any(t.rstrip().endswith("?") for t in texts)
    personal = sum(bool(_FIRST.search(t)) for t in texts)
    return personal >= (0.25 if asked else 0.5) * len(texts)


def _quoting(page: Page, people: tuple[Person, ...], labelled: list[int]) -> dict[int, Turn | None]:
    """Single paragraphs of the form "Name: quotation"."""
    found: dict[int, Turn | None] = {}
    for i in labelled:
        block, label = page.blocks[i], page.blocks[i].label
        if label is None or page.text[block.span.start] != '"' or page.quoted(block.span) < 0.8:
            continue
        words = " ".join(label.of(page.text).split())
        person = next((p for p in people if _matches(words, p)), None)
        found[i] = Turn(person.name if person else words, label)
    return found


def _transcript(page: Page, people: tuple[Person, ...], labelled: list[int]) -> dict[int, Turn | None]:
    names: dict[int, str] = {}
    for i in labelled:
        named = page.blocks[i].label
        if named is not None:
            names[i] = " ".join(named.of(page.text).split())
    counts = Counter(names.values())
    title = page.title.of(page.text).lower() if page.title else ""
    speakers: dict[str, str | None] = {}
    for label in counts:
        person = next((p for p in people if _matches(label, p) and p.kind != "journalist"), None)
        if re.fullmatch(r"A(?:nswer)?", label):
            official = [p for p in people if any(w in title for w in p.name.lower().split()) and p.kind == "official"]
            speakers[label] = official[0].name if len(official) == 1 else None
        elif _ASKS.match(label):
            speakers[label] = None
        elif person is not None:
            speakers[label] = person.name
        elif counts[label] >= 2 and label.isupper() and len(label) > 2:
            speakers[label] = label.title()
        else:
            speakers[label] = None
    if not any(speakers.values()):
        return {}
    found: dict[int, Turn | None] = {}
    current: Turn | None = None
    begun = False
    answering = sorted({name for name in speakers.values() if name})
    for i, block in enumerate(page.blocks):
        if i in names:
            begun = True
            speaker = speakers[names[i]]
            current = Turn(speaker, block.label) if speaker else None
            found[i] = current
        elif block.kind in ("title", "heading"):
            continue
        elif begun:
            found[i] = Turn(current.speaker, None) if current else None
        elif len(answering) == 1 and answering[0].lower().split()[-1] in title:
            found[i] = Turn(answering[0], None)
    return found


def _address(page: Page, people: tuple[Person, ...]) -> dict[int, Turn | None]:
    """A speech or message in the first person, from the first sentence in it on."""
    prose = [i for i, b in enumerate(page.blocks) if b.kind == "prose"]
    quoted = [q.span for q in page.quotes]
    mine: list[int] = []
    for i in prose:
        span = page.blocks[i].span
        hits = [
            m for m in _ALONE.finditer(page.text, span.start, span.end) if not any(q.holds(m.start()) for q in quoted)
        ]
        if hits:
            mine.append(i)
    if len(mine) < 3 or len(mine) < 0.3 * len(prose):
        return {}
    title = page.title.of(page.text) if page.title else ""
    speaker = next((p.name for p in people if p.kind != "journalist" and _matches_title(p, title)), None)
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
