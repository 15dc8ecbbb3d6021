"""Marks of layout are blanked and every other character keeps its place."""

from __future__ import annotations

import pytest

from dragoman.page.markup import unmarked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<p class="x">The envoys met.</p><p>They left.</p>', "The envoys met. They left."),
        ("<style>\n p { color: red }\n</style>The envoys met.", "The envoys met."),
        ("The <b>envoys</b> met<!-- at noon -->.", "The  envoys  met ."),
        ("{% include head.html %}\nThe envoys met.", "The envoys met."),
        ("![The quay](quay.jpg)\nThe envoys met.", "The envoys met."),
        ("The [two envoys](https://port.example/a) met.", "The  two envoys  met."),
        ("## Port talks\nThe envoys met.", "Port talks The envoys met."),
        ("The **envoys** met.", "The   envoys   met."),
        ("*The envoys met.*", "The envoys met."),
        # not layout
        ("Exports < 5 and > 3 rose [sic] (see 4).", "Exports < 5 and > 3 rose [sic] (see 4)."),
        ("Ranked #1 of all, 2 * 3 * 4", "Ranked #1 of all, 2 * 3 * 4"),
        ("He (the <minister>) said", "He (the <minister>) said"),
    ],
)
def test_blanked(text: str, words: str) -> None:
    blanked = unmarked(text)
    assert len(blanked) == len(text)
    assert " ".join(blanked.split()) == " ".join(words.split())
    assert all(b in (a, " ", "\n") for a, b in zip(text, blanked, strict=True))


def test_a_block_begins_a_line() -> None:
    assert [line.strip() for line in unmarked("<p>One.</p><p>Two.</p>").split("\n") if line.strip()] == ["One.", "Two."]
