"""What a reader cannot see is written out; everything else stays as it is."""

import pytest

from dragoman.web.visible import shown, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to\u202eyko", "to⟨U+202E⟩yko"),  # turns the direction
        ("Wang\u200bYi", "Wang⟨U+200B⟩Yi"),  # no width
        ("a\x1b[31mb\x00", "a⟨U+001B⟩[31mb⟨U+0000⟩"),  # controls
        ("half \ud83d", "half ⟨U+D83D⟩"),  # no page can carry it
        ("e" + "\u0301" * 500, "e" + "\u0301" * 4),  # a heap of accents
        ("tab\tand\nline", "tab\tand\nline"),
        ("王毅 говорит عربي é", "王毅 говорит عربي é"),
        ("क्\u200dष", "क्\u200dष"),  # joins letters in Hindi: part of the writing
    ],
)
def test_unseen_characters(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_templates_put_out_nothing_for_none() -> None:
    assert shown(None) == ""
    assert shown(7) == 7
