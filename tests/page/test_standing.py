"""What a line's place on the page gives away."""

from __future__ import annotations

import pytest

from dragoman.page.standing import repeated
from tests.page.pages import page

TITLE = "Two ministers meet in Lima"
STORY = "The two ministers met in Lima on Monday and talked about the harbour for an hour."
MORE = "They agreed to meet again in Oslo next year, a spokesperson said after the talks."


def marked(text: str) -> list[tuple[str, str]]:
    return [(f.span.of(text), f.kind) for f in page(text, parsed=False).furniture]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("No. 12/2019", "stamp"),
        ("PR/12/2019", "stamp"),
        ("Record ID: 12345", "stamp"),
        ("Posted by: admin", "stamp"),
        ("10:05 | Oslo, May 11.", "stamp"),
        # a section's name of which the story says nothing
        ("World Affairs", "navigation"),
    ],
)
def test_between_headline_and_prose(line: str, kind: str) -> None:
    assert marked(f"{TITLE}\n\n{line}\n\n{STORY}\n\n{MORE}") == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        # the place from which the story is told, a second headline
        "Lima",
        "The harbour was the chief matter of the talks",
    ],
)
def test_above_the_prose_and_yet_the_article_s(line: str) -> None:
    assert marked(f"{TITLE}\n\n{line}\n\n{STORY}\n\n{MORE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "harbour, ministers, Lima, fees",
        "harbour ministers lima",
        "(With a report from the coast)",
        "[This text was put into English by the ministry.]",
        "4021-B/17",
        f'"{TITLE}"',
    ],
)
def test_below_the_prose(line: str) -> None:
    assert [said for said, _ in marked(f"{TITLE}\n\n{STORY}\n\n{MORE}\n\n{line}")] == [line]


@pytest.mark.parametrize(
    "line",
    [
        # a last short sentence, a last item of a list, what someone did who is named in brackets
        "Both then left for home.",
        "(c) to open a second quay",
        "(Ana Ruiz also took part in the talks.)",
    ],
)
def test_the_last_words_of_an_article(line: str) -> None:
    assert marked(f"{TITLE}\n\n{STORY}\n\n{MORE}\n\n{line}") == []


def test_a_title_printed_twice_stands_nearest_to_the_prose() -> None:
    text = f"Tag: Harbours\n\n  • {TITLE}\n\n    {TITLE}\n\n{STORY}\n\n{MORE}"
    laid = page(text, parsed=False)
    assert laid.title is not None
    assert laid.title.start == text.rindex(TITLE)
    assert marked(text) == [("Tag: Harbours", "related"), (TITLE, "navigation")]


def test_sentences_printed_twice_are_captions_and_whole_texts_are_not() -> None:
    caption = "The envoys wave from the ship at noon."
    assert repeated([caption, STORY, MORE, caption]) == {0, 3}
    assert repeated([STORY, MORE, STORY, MORE]) == set()
