"""Quotations by their double marks, whatever their shape; one odd mark costs one paragraph at most."""

from __future__ import annotations

import pytest
from hypothesis import given

from dragoman.evening import even
from dragoman.page.quotes import quotes
from dragoman.span import Span
from tests.page.pages import page, texts


def found(text: str) -> list[tuple[str, bool, int]]:
    return [(q.span.of(text), q.closed, q.depth) for q in quotes(text, even(text), [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # straight, typographic, low, pointed and doubled single marks
        ('He said "yes" and left.', [('"yes"', True, 0)]),
        ("„Ja“, said Berg.", [("„Ja“", True, 0)]),
        ("«Oui», said Berg.", [("«Oui»", True, 0)]),
        ("''quoted'' words", [("''quoted''", True, 0)]),
        # turned the wrong way round
        ("”wrong way“ round", [("”wrong way“", True, 0)]),
        # one inside another
        ("“One “two” three.”", [("“One “two” three.”", True, 0), ("“two”", True, 1)]),
        ('said: "We "will" go."', [('"We "will" go."', True, 0), ('"will"', True, 1)]),
        ("「はい、『そう』です」", [("「はい、『そう』です」", True, 0), ("『そう』", True, 1)]),
        # two in a row
        ('"A" and "B"', [('"A"', True, 0), ('"B"', True, 0)]),
        # a blank before the closing mark, as some agencies write
        ('He said, "We will. "', [('"We will. "', True, 0)]),
        # never closed: it ends with the paragraph
        ("He said “never closed.", [("“never closed.", False, 0)]),
        # never closed, and another opens after a full stop: it ends there
        ('said: "We wait. "We go." He left.', [('"We wait. ', False, 0), ('"We go."', True, 0)]),
        # single marks where there are no double ones, with apostrophes inside
        ("'Who are you?' he said. 'I don't know.'", [("'Who are you?'", True, 0), ("'I don't know.'", True, 0)]),
        ("They 'met' the ministers' aides.", [("'met'", True, 0)]),
        ("‘The ministers’ aides left,’ she said.", [("‘The ministers’ aides left,’", True, 0)]),
        ("He called it 'bad' and 'late' today.", [("'bad'", True, 0), ("'late'", True, 0)]),
        # single marks beside double ones are not
        ("\"Yes,\" he said of 'it'.", [('"Yes,"', True, 0)]),
        # but are where most quotations are between them, with the double ones inside
        (
            "'Yes,' he said. 'No,' she said. 'It is \"so\",' he said. 'Go,' she said.",
            [
                ("'Yes,'", True, 0),
                ("'No,'", True, 0),
                ("'It is \"so\",'", True, 0),
                ('"so"', True, 1),
                ("'Go,'", True, 0),
            ],
        ),
        # apostrophes, inches and marks with nothing in them are no quotations
        ("It's the ministers' plan.", []),
        ('a 5" pipe', []),
        ('""', []),
        ('"', []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool, int]]) -> None:
    assert found(text) == expected


def test_an_odd_mark_costs_its_own_paragraph_alone() -> None:
    text = 'The "odd mark stands here.\n\nBerg said "yes" to all of it.'
    assert [(q.span.of(text), q.closed) for q in page(text, parsed=False).quotes] == [
        ('"odd mark stands here.', False),
        ('"yes"', True),
    ]


def test_a_quotation_runs_on_to_the_mark_that_closes_it() -> None:
    paragraphs = ['He said, "We wait.', "The fund is late.", 'It is "small". We go."', "He left."]
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Span(at, at + len(words)))
        at += len(words) + 2
    assert [(q.span.of(text), q.depth) for q in quotes(text, even(text), blocks)] == [
        ('"We wait.', 0),
        ("The fund is late.", 0),
        ('It is "small". We go."', 0),
        ('"small"', 1),
    ]


def test_share_of_a_span_that_is_quoted() -> None:
    text = 'Berg said "yes" twice.'
    laid = page(text, parsed=False)
    assert laid.quoted(Span(text.index("yes"), text.index("yes") + 3)) == 1.0
    assert laid.quoted(Span(0, 9)) == 0.0
    assert 0 < laid.quoted(Span(0, len(text))) < 0.5
    outer = laid.quote_at(text.index("yes"))
    assert outer is not None
    assert outer.inner.of(text) == "yes"


@given(texts)
def test_quotations_nest_and_keep_to_the_text(text: str) -> None:
    if not text:
        return
    made = quotes(text, even(text), [Span(0, len(text))])
    assert made == sorted(made, key=lambda q: (q.span.start, -q.span.end))
    for q in made:
        assert q.span.covers(q.inner)
        assert q.span.end <= len(text)
