"""The page: what readers look at. All offsets are those of the dispatch's own text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.desk.schema import Outlet
from dragoman.dispatch import Dispatch
from dragoman.reading import Furniture, Garble
from dragoman.span import Span

BlockKind = Literal["title", "heading", "prose", "question", "answer"]


class Token(NamedTuple):
    """One word of a parsed sentence. `i` its place in the sentence, `head` the place of the word that governs it (its own for
    the root). `low`: `text` in lower case; `tag` Penn, `pos` universal, `dep` ClearNLP labels; `ent` the tagger's label of the name
    it belongs to, or ""."""

    i: int
    text: str
    low: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    ent: str
    ent_begins: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Sentence:
    """`span` from the first to the last character of the sentence, injected furniture included; the tokens leave that out.
    `block`: index of its block. `number`: its index on the page."""

    span: Span
    tokens: tuple[Token, ...]
    block: int
    number: int
    kind: BlockKind = "prose"

    @cached_property
    def _children(self) -> list[list[Token]]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        return below

    def children(self, token: Token) -> Iterator[Token]:
        """The words that `token` governs directly, in order."""
        return iter(self._children[token.i])

    def head(self, token: Token) -> Token | None:
        """The word that governs `token`; None for the root."""
        return self.tokens[token.head] if token.head != token.i else None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the governor upwards to the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """`token` and all below it, in order."""
        seen, todo = {token.i}, [token.i]
        while todo:
            for child in self._children[todo.pop()]:
                if child.i not in seen:
                    seen.add(child.i)
                    todo.append(child.i)
        return [self.tokens[i] for i in sorted(seen)]

    def reach(self, token: Token) -> Span:
        """From the first to the last character below `token`."""
        below = self.subtree(token)
        return Span(below[0].start, below[-1].end)

    @cached_property
    def root(self) -> Token | None:
        return next((t for t in self.tokens if t.head == t.i), None)

    def within(self, span: Span) -> list[Token]:
        """The words that lie in `span`."""
        return [t for t in self.tokens if span.start <= t.start and t.end <= span.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item. `label`: the words before a colon that name whose turn it is
    ("Q:", "Mao Ning:"); they stand before `span`."""

    span: Span
    kind: BlockKind
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation. `span` with its marks, `inner` without. `closed`: a closing mark stands there. `depth` 0 is outermost."""

    span: Span
    inner: Span
    closed: bool = True
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Dateline:
    """The agency's line before a story: place, date as written, agency."""

    span: Span
    place: Span | None = None
    dated: Span | None = None
    agency: Span | None = None


@dataclass(frozen=True)
class Page:
    """`text`: the dispatch's text with its typography evened, code point for code point. Spans of `furniture` belong to no
    sentence; one that lies inside a sentence ("injected") is left out of its tokens. `source`: the outlet whose dispatch it is, as
    far as the packs know it. `asides`: the sentences of captions, which are furniture and may name people; their numbers follow on those of
    the page, with gaps."""

    dispatch: Dispatch
    desk: Desk
    text: str
    furniture: tuple[Furniture, ...] = ()
    title: Span | None = None
    datelines: tuple[Dateline, ...] = ()
    blocks: tuple[Block, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    asides: tuple[Sentence, ...] = ()
    garbled: tuple[Garble, ...] = field(default=())
    source: Outlet | None = None

    @cached_property
    def low(self) -> str:
        """The evened text in lower case, code point for code point."""
        return lowered(self.text)

    @property
    def prose(self) -> Iterator[Sentence]:
        """Sentences of the body, titles and headings left out."""
        return (s for s in self.sentences if s.kind not in ("title", "heading"))

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character, title and headings included."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self.sentences[at].span.holds(offset):
            return self.sentences[at]
        return None

    def block_sentences(self, block: int) -> Iterator[Sentence]:
        return (s for s in self.sentences if s.block == block)

    def quote_at(self, offset: int) -> Quote | None:
        """The outermost quotation that holds a character."""
        return next((q for q in self.quotes if q.depth == 0 and q.span.holds(offset)), None)

    @cached_property
    def _letters(self) -> tuple[list[int], list[int]]:
        """How many letters and digits stand before each offset, and how many of them inside quotation marks."""
        letters = [char.isalnum() for char in self.text]
        inside = [False] * len(letters)
        for quote in self.quotes:
            inside[quote.inner.start : quote.inner.end] = letters[quote.inner.start : quote.inner.end]
        return list(accumulate(letters, initial=0)), list(accumulate(inside, initial=0))

    def quoted(self, span: Span) -> float:
        """Share (0 to 1) of the span's letters and digits that stand inside quotation marks."""
        letters, inside = (before[span.end] - before[span.start] for before in self._letters)
        return inside / letters if letters else 0.0
