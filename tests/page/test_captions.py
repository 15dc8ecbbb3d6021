"""Lines that say what a picture shows."""

from __future__ import annotations

import pytest

from tests.page.pages import page

STORY = "The two ministers met in Lima on Monday and talked about the harbour for an hour."
MORE = "They agreed to meet again in Oslo next year, a spokesperson said after the talks."


def captions(text: str) -> list[str]:
    return [f.span.of(text) for f in page(text, parsed=False).furniture if f.kind in ("caption", "credit")]


@pytest.mark.parametrize(
    "caption",
    [
        "Harbour minister Ana Ruiz (left), on a visit to Peru, shakes hands with Tom Berg at the quay in Lima. (Harbour Office)",
        "Ana Ruiz (2nd from right) and Tom Berg at the quay in Lima on Monday morning",
        "Ministers of the four harbour states pose for a group photo in Lima",
        "Ana Ruiz speaks at a news conference in Lima, Peru, May 3, 2024.",
        "Prime Minister Tom Berg greets Ana Ruiz as they arrive at the harbour forum in Lima on Friday. - SUREN HOLT",
        "Ana Ruiz is in Lima from Feb 4 to 5 with her prime minister. - Filepic",
        "Harbour minister Tom Berg speaking at the end of the fair in Lima on Monday. photo : pid",
        "view larger image This picture shows envoy Ana Ruiz giving a speech in Lima on May 3, 2023. (Port Wire)",
    ],
)
def test_before_the_story(caption: str) -> None:
    assert captions(f"{caption}\n\n{STORY}\n\n{MORE}") == [caption]


@pytest.mark.parametrize(
    "lead",
    [
        "The port matters to peace on the lake, and both sides have known it for a long time.",
        "The two sides shook hands on the deal after eleven hours of talks in Lima on Monday.",
        'Ana Ruiz (left) "is ready to sign", her spokesperson told the press in Lima on Monday.',
    ],
)
def test_a_lead_is_none(lead: str) -> None:
    assert captions(f"{lead}\n\n{STORY}\n\n{MORE}") == []


def test_something_of_the_story_is_left() -> None:
    alone = "Ana Ruiz (left) meets Tom Berg at the quay in Lima on Monday for talks about the harbour."
    assert captions(alone) == []
