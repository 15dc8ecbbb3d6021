"""Lines are found, and put together to the paragraphs that line breaks cut."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from dragoman.evening import even
from dragoman.page.lines import lines, paragraphs, wrapped
from tests.page.pages import texts


def grouped(text: str) -> list[list[str]]:
    evened = even(text)
    return [[line.span.of(text) for line in group] for group in paragraphs(evened, lines(evened))]


FIXED = """\
The foreign ministers of Peru and Norway met in Lima on Monday and spoke
about the harbour that both countries want to build. Ana Ruiz said that the
Andean fleet would be the first to use it. Her guest promised to send an
engineer before winter comes to the coast.
Nobody spoke of the price."""


WIRE = """\
ENVOYS MEET IN LIMA AND AGREE TO BUILD A HARBOUR TOGETHER
    By Ann Example, Port Wire
    LIMA, March 3 - The foreign ministers of Peru and Norway
met on Monday and spoke about the harbour that both countries
want to build, and about the fleet that would be the first to
use it before winter comes to the coast.
    Her guest promised to send an engineer before winter and
a second one after it."""


def test_a_wrapped_text_that_sets_its_paragraphs_in() -> None:
    assert [" ".join(group)[:20] for group in grouped(WIRE)] == [
        "ENVOYS MEET IN LIMA ",
        "By Ann Example, Port",
        "LIMA, March 3 - The ",
        "Her guest promised t",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each line that ends a sentence is its own paragraph
        ("Ends here.\nNew one.", [["Ends here."], ["New one."]]),
        # a line that begins in the middle of a sentence goes on
        ("He said\nthat it\nwas so.", [["He said", "that it", "was so."]]),
        # a line that broke off goes on, over an empty line too
        ("The minister of\n\nJapan met her guest.", [["The minister of", "Japan met her guest."]]),
        ("Ruiz, who is visiting\n\nOslo, held talks.", [["Ruiz, who is visiting", "Oslo, held talks."]]),
        ("Lima,\nOslo and Accra took part.", [["Lima,", "Oslo and Accra took part."]]),
        # list items stay apart
        ("- one thing\n- another thing", [["- one thing"], ["- another thing"]]),
        ("1. one thing\n2. another thing", [["1. one thing"], ["2. another thing"]]),
        # two headings one below the other stay apart
        ("World News\nMinisters Meet", [["World News"], ["Ministers Meet"]]),
        # blank and empty lines hold nothing
        ("\n \n\t\nword\n\n", [["word"]]),
        # carriage returns end lines too
        ("One.\r\nTwo.\rThree.", [["One."], ["Two."], ["Three."]]),
        # a text wrapped at a fixed width is put together, and a short line that ends a sentence ends the paragraph
        (FIXED, [FIXED.split("\n")[:4], ["Nobody spoke of the price."]]),
        ("", []),
    ],
)
def test_paragraphs(text: str, expected: list[list[str]]) -> None:
    assert grouped(text) == expected


def test_a_wrapped_text_may_have_an_empty_line_after_every_line() -> None:
    spaced = FIXED.replace("\n", "\n\n")
    assert [len(group) for group in grouped(spaced)] == [len(group) for group in grouped(FIXED)]


CUT = """\
Port Radio News

Ministers of the two coasts talk, to widen the harbour, a second quay also wished

February 9, 2010 23:48

Minister Ruiz

met with her guest Olsen,

who came on the 8th

, in Lima for the whole of an evening with a dinner that went on and on until the

lamps of the second quay went out."""


def test_a_stamp_under_a_long_headline_ends_it_where_sentences_are_cut_apart() -> None:
    assert [" ".join(group)[:24] for group in grouped(CUT)] == [
        "Port Radio News",
        "Ministers of the two coa",
        "February 9, 2010 23:48",
        "Minister Ruiz met with h",
    ]


def test_wrapped_is_told_from_whole_paragraphs() -> None:
    assert wrapped(FIXED, lines(FIXED))
    whole = "\n".join(["A sentence that stands on a line of its own and ends there."] * 6)
    assert not wrapped(whole, lines(whole))


def test_gap_counts_empty_lines() -> None:
    assert [line.gap for line in lines("a\nb\n\nc\n\n\n\nd")] == [0, 0, 1, 3]


@given(texts)
def test_every_word_stands_in_one_line_in_order(text: str) -> None:
    evened = even(text)
    found = lines(evened)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    held = {i for line in found for i in range(line.span.start, line.span.end)}
    assert all(i in held for i, c in enumerate(evened) if c.isalnum())
    assert [line for group in paragraphs(evened, found) for line in group] == found
