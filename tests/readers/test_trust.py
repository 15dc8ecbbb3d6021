"""A rule's estimate becomes a probability by the packs' scales, and stays as it is where they have none."""

from __future__ import annotations

import pytest

from dragoman.desk.schema import Reliability
from dragoman.readers.trust import LEAST, MOST, probability, trusted
from dragoman.reading import Instrument
from dragoman.span import Span

PLAIN = Reliability(id="instruments")
SCALES = [
    # (estimate, scale, probability)
    (0.85, PLAIN, 0.85),  # slope 1 and nothing added: the estimate itself
    (0.5, Reliability(id="instruments", intercept=1.0986), 0.75),  # log odds of three to one added to even odds
    (0.9, Reliability(id="instruments", slope=0.0), 0.5),  # an estimate that tells nothing
    (0.5, Reliability(id="instruments", rules={"named": -1.0986}), 0.25),  # the rule's own offset
    (0.5, Reliability(id="instruments", rules={"other": -1.0986}), 0.5),  # another rule's does not count
    (1.0, PLAIN, MOST),  # nothing is certain
    (0.0, PLAIN, LEAST),  # nor impossible
]


@pytest.mark.parametrize(("estimate", "scale", "expected"), SCALES)
def test_probability(estimate: float, scale: Reliability, expected: float) -> None:
    assert probability(estimate, "named", scale) == expected


def test_findings_keep_all_but_their_confidence() -> None:
    found = (Instrument(evidence=Span(3, 9), rule="named", confidence=0.5, name="Treaty of Cusco"),)
    (sure,) = trusted(found, "instruments", {"instruments": Reliability(id="instruments", intercept=1.0986)})
    assert (sure.confidence, sure.name, sure.evidence, sure.rule) == (0.75, "Treaty of Cusco", Span(3, 9), "named")


def test_a_kind_without_a_scale_is_left_alone() -> None:
    found = (Instrument(evidence=Span(0, 1), rule="named", confidence=0.62, name="T"),)
    assert trusted(found, "instruments", {"people": PLAIN}) is found
