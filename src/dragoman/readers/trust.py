"""From a rule's own estimate to a probability: what share of such findings a careful reader agreed with.

Rules say how sure they are on a scale of their own. The packs' `reliability` brings that to what was measured on annotated
dispatches (`dragoman calibrate`): Platt's logistic scaling (Advances in Large Margin Classifiers, 1999) with an offset for each rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import exp, log
from typing import TypeVar

from dragoman.desk.schema import Reliability
from dragoman.reading import Finding

LEAST, MOST = 0.01, 0.99
"""No finding is called impossible or certain."""

F = TypeVar("F", bound=Finding)


def log_odds(estimate: float) -> float:
    """Of an estimate of 0 to 1, held within `LEAST` and `MOST`."""
    held = min(max(estimate, LEAST), MOST)
    return log(held / (1 - held))


def probability(estimate: float, rule: str, scale: Reliability) -> float:
    """`LEAST` to `MOST`, two decimals."""
    at = scale.intercept + scale.slope * log_odds(estimate) + scale.rules.get(rule, 0.0)
    return round(min(max(1 / (1 + exp(-at)), LEAST), MOST), 2)


def trusted(findings: tuple[F, ...], kind: str, reliability: Mapping[str, Reliability]) -> tuple[F, ...]:
    """The findings of one kind with calibrated confidence; as they are where the packs say nothing of that kind."""
    scale = reliability.get(kind)
    if scale is None:
        return findings
    return tuple(replace(f, confidence=probability(f.confidence, f.rule, scale)) for f in findings)
