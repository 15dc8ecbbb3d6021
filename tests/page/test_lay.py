"""From a dispatch to its page: nothing moved, everything in its place."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from dragoman.evening import even
from tests.page.pages import page, texts

STORY = "The two ministers met in Lima on Monday and talked about the harbour for an hour."
PAGE = f"Home > News\nMinisters meet in Lima\n3 May 2024\n\nLIMA, May 3 (Port Wire) -- {STORY}\n\nWhat comes next\n\n“We agree,” Berg said."


def test_a_page_in_its_parts() -> None:
    laid = page(PAGE, parsed=False)
    assert laid.text == even(PAGE)
    assert laid.title is not None
    assert laid.title.of(PAGE) == "Ministers meet in Lima"
    assert [(b.span.of(PAGE)[:12], b.kind) for b in laid.blocks] == [
        ("Ministers me", "title"),
        ("The two mini", "prose"),
        ("What comes n", "heading"),
        ("“We agree,” ", "prose"),
    ]
    (line,) = laid.datelines
    assert line.place is not None
    assert line.place.of(PAGE) == "LIMA"
    assert [s.kind for s in laid.sentences] == ["title", "prose", "heading", "prose"]
    assert [s.span.of(PAGE) for s in laid.prose] == [STORY, "“We agree,” Berg said."]


HEADED = f"""---
title: Ministers meet in Lima
author: Ann O'Dahl
date: 2024-05-03
---

<p>LIMA, May 3 (Port Wire) -- {STORY}</p><p>They left.</p>
"""


def test_a_head_of_fields_is_furniture_but_for_the_headline() -> None:
    laid = page(HEADED, parsed=False)
    assert laid.title is not None
    assert laid.title.of(HEADED) == "Ministers meet in Lima"
    assert [(f.span.of(HEADED), f.kind) for f in laid.furniture] == [
        ("---\ntitle:", "notice"),
        ("author: Ann O'Dahl", "byline"),
        ("date: 2024-05-03\n---", "notice"),
    ]
    assert [b.span.of(HEADED)[:12] for b in laid.blocks] == ["Ministers me", "The two mini", "They left."]


def test_the_title_of_a_text_in_markdown_is_its_headline() -> None:
    text = f"# THE BRIDGE\n\nA view from the river bank\n\n{STORY}"
    laid = page(text, parsed=False)
    assert laid.title is not None
    assert laid.title.of(text) == "THE BRIDGE"


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Q: Will the two ministers meet again this year in Oslo?", "Q", "question"),
        ("A: They will meet when the harbour has been opened.", "A", "prose"),
        ("Question: Will the two ministers meet again this year?", "Question", "question"),
        ("Ana Ruiz: We will meet when the harbour has been opened.", "Ana Ruiz", "prose"),
        ("Tom Berg (Norway): We will meet when the harbour opens.", "Tom Berg (Norway)", "prose"),
        (
            "ANA RUIZ, FOREIGN MINISTER OF PERU: We will meet when it opens.",
            "ANA RUIZ, FOREIGN MINISTER OF PERU",
            "prose",
        ),
        ("In Lima, where the two of them spoke: it was a long talk.", None, "prose"),
        ("The two of them spoke: it was a long talk about fish.", None, "prose"),
    ],
)
def test_turns_of_a_transcript(text: str, label: str | None, kind: str) -> None:
    laid = page(text, parsed=False)
    (block,) = laid.blocks
    assert [s.span for s in laid.sentences] == ([block.label] if block.label else []) + [block.span]
    assert (block.label and block.label.of(text)) == label
    assert block.kind == kind


@given(texts)
def test_any_text_makes_a_page_whose_parts_lie_in_order(text: str) -> None:
    laid = page(text, parsed=False)
    assert len(laid.text) == len(text)
    for spans in ([b.span for b in laid.blocks], [s.span for s in laid.sentences]):
        assert all(s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert [s.number for s in laid.sentences] == list(range(len(laid.sentences)))
    for sentence in laid.sentences:
        block = laid.blocks[sentence.block]
        assert block.span.covers(sentence.span) or block.label == sentence.span
        assert laid.sentence_at(sentence.span.start) is sentence


@given(texts)
def test_every_letter_is_in_a_sentence_the_furniture_or_a_dateline(text: str) -> None:
    laid = page(text, parsed=False)
    spans = [*(s.span for s in laid.sentences), *(f.span for f in laid.furniture), *(d.span for d in laid.datelines)]
    held = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in held for i, c in enumerate(laid.text) if c.isalnum())
