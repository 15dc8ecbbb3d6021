"""What full-text search looks through."""

from __future__ import annotations

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from dragoman.record.sentences import prose

STORY = (
    "Herring talks resume in Lima\n"
    "LIMA, Nov. 7 (Port Wire)--The talks on herring have resumed, the ministry said Friday. They will go on for a week."
)


def test_a_headline_stands_by_itself_and_an_agencys_line_not_at_all() -> None:
    found = [span.of(STORY) for span in prose(STORY, read(Dispatch(STORY)))]
    assert found == [
        "Herring talks resume in Lima",
        "The talks on herring have resumed, the ministry said Friday.",
        "They will go on for a week.",
    ]
