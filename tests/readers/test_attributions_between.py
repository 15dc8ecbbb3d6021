"""Whose a quotation is that no verb of saying gives to anyone: never the last speaker's where somebody else has come between. The people are invented."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read

LEAD = "LIMA, May 4, 2021 (Port Wire) -- Peruvian Foreign Minister Ana Ruiz said the port was open.\n\n"
A, B = "Ana Ruiz", "Tom Berg"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # somebody acts in the sentence of the quotation, or right before it
        ('Norwegian envoy Tom Berg shook his head, "The port is closed. We shall not pay."', [B]),
        ('Tom Berg, her guest, reacted outside the hall, with, "It was one of the best days. I thought they would pay."', [B]),
        ('Norwegian envoy Tom Berg had a different view. "The port is closed," he went on. "We shall not pay."', [B, B]),
        ('Norwegian envoy Tom Berg laughed at the idea. "The port is closed. We shall not pay."', [B, B]),
        ('Ana Ruiz smiled. "The port is open to all."', [A]),
        # nobody does, and the last speaker goes on
        ('"The port is open to all." The quay was full. "We shall build another."', [A, A]),
        # one person is not many, a banner or an answer no person
        ('Residents accuse Peru of neglect. "The port is closed," he went on. "We shall not pay."', ["Residents"]),
        ('On the quay a banner hung above the crowd. "The port is closed," it said.', []),
        ('The news reached Tom Berg late. "The port is closed," came the answer.', []),
        # two act: in doubt nobody's
        ('Tom Berg left. Lena Voss stayed and Tom Berg came back. "The port is closed to us."', []),
    ],
)  # fmt: skip
def test_whose_a_quotation_is(text: str, speakers: list[str]) -> None:
    found = read(Dispatch(LEAD + text), ("world",)).attributions
    assert [a.speaker for a in found if a.evidence.start >= len(LEAD)] == speakers
