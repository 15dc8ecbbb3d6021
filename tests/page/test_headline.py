"""The headline of a page, and where its prose begins."""

from __future__ import annotations

import pytest

from dragoman.page.headline import count, is_heading
from tests.page.pages import page

STORY = "The two ministers met in Lima on Monday and talked about the harbour for an hour."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the longest heading before the prose
        (f"World\nMinisters meet in Lima\n\n{STORY}", "Ministers meet in Lima"),
        # a date or clock is no headline, however many figures it has
        (f"Ministers meet in Lima\n09:16, 3 May 2024\n\n{STORY}", "Ministers meet in Lima"),
        (f"Ministers meet in Lima\n2024 / 05 / 03 / 10 / 15\n\n{STORY}", "Ministers meet in Lima"),
        # nor is a ministry's letterhead
        (f"Ministry of Harbours and Fish\nPress release\nTalks in Lima\n\n{STORY}", "Talks in Lima"),
        # a headline may carry a quotation
        (f'Ruiz: "We agree"\n\n{STORY}', None),
        (f'Minister Ana Ruiz "ready to sign"\n\n{STORY}', 'Minister Ana Ruiz "ready to sign"'),
        # headings within the prose are no headline
        (f"{STORY}\n\nWhat comes next\n\n{STORY}", None),
        # two words may be anything
        (f"World News\n\n{STORY}", None),
        # no headline, no prose
        (STORY, None),
        ("", None),
    ],
)
def test_headline(text: str, title: str | None) -> None:
    laid = page(text, parsed=False)
    assert (laid.title and laid.title.of(text)) == title


def test_the_carriers_own_title_goes_first() -> None:
    text = f"A long line about harbours in Lima and elsewhere\nTalks begin\n\n{STORY}"
    laid = page(text, parsed=False, title="Talks  begin")
    assert laid.title is not None
    assert laid.title.of(text) == "Talks begin"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Ministers meet in Lima", True),
        ("The two met.", False),
        ("The two met:", False),
        ("Talks go on...", True),
        # a paragraph broken off within its second sentence, and a post with who wrote it
        ("Holm said that the matter of the herring had been talked over at length. He said he had put", False),
        ("Good talks with the fishermen of Callao - Lars Holm (@larsholm) May 17, 2019", False),
        ("Peru and Norway talk. Fish goes on", True),
        # a note in brackets behind a sentence
        ("The two met in Lima on Monday. (Peru-Norway Summit)", False),
        ("Talks in Lima (Peru-Norway Summit)", True),
        ('Minister Ana Ruiz "ready to sign"', True),
        ('she said "ready to sign"', False),
        ('Kosic and Prado confirm "spirit of the harbour"', True),
        ('Kosic said "the harbour is open"', False),
        ("---", False),
        (" ".join(["word"] * 29), False),
    ],
)
def test_headings_have_no_sentences_end(line: str, heading: bool) -> None:
    assert is_heading(line) is heading


def test_words_are_counted_with_their_hyphens() -> None:
    assert count("the non-paper's 3 points") == 4
