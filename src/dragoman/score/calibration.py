"""How far a finding may be trusted: fitted on annotated dispatches, and shown on those that the fit did not see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import yaml

from dragoman.desk.schema import Reliability
from dragoman.readers.trust import log_odds, probability
from dragoman.score.scores import Verdict

KINDS = ("people", "encounters", "attributions", "commitments", "mechanisms", "instruments")
"""Kinds of findings that are calibrated. Issues and set phrases are a desk's own, and so is how far to trust them."""

FEWEST = 20
"""Verdicts below which a kind is left as its rules estimate it."""

SPREAD = {"intercept": 2.0, "slope": 0.25, "rule": 0.2}
"""Standard deviations of the normal priors (log odds) around intercept 0, slope 1 and offset 0: a rule seen twice stays near its kind."""

_STEPS = 50


def fit(verdicts: Iterable[Verdict]) -> tuple[Reliability, ...]:
    """The scale of each kind that has at least `FEWEST` verdicts: the posterior mode of a logistic regression on the rules' own estimates."""
    by_kind: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_kind[verdict.part].append(verdict)
    return tuple(_scale(kind, by_kind[kind]) for kind in KINDS if len(by_kind[kind]) >= FEWEST)


def _scale(kind: str, verdicts: Sequence[Verdict]) -> Reliability:
    rules = sorted({v.rule for v in verdicts})
    place = {rule: i + 2 for i, rule in enumerate(rules)}
    seen = np.zeros((len(verdicts), len(rules) + 2))
    for row, verdict in enumerate(verdicts):
        seen[row, :2] = 1.0, log_odds(verdict.confidence)
        seen[row, place[verdict.rule]] = 1.0
    right = np.array([float(v.right) for v in verdicts])
    centre = np.zeros(len(rules) + 2)
    centre[1] = 1.0
    tight = np.array([SPREAD["intercept"] ** -2, SPREAD["slope"] ** -2, *[SPREAD["rule"] ** -2] * len(rules)])
    at = centre.copy()
    for _ in range(_STEPS):
        said = 0.5 * (1 + np.tanh(0.5 * (seen @ at)))
        slope = seen.T @ (right - said) - tight * (at - centre)
        bend = (seen * (said * (1 - said))[:, None]).T @ seen + np.diag(tight)
        step = np.linalg.solve(bend, slope)
        at = at + step / max(1.0, float(np.abs(step).max()))  # Newton's step, never so long that it overshoots
        if np.abs(step).max() < 1e-9:
            break
    return Reliability(
        id=kind,
        intercept=round(float(at[0]), 3),
        slope=round(max(float(at[1]), 0.0), 3),
        rules={rule: round(float(at[place[rule]]), 3) for rule in rules},
    )


def unseen(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the confidence that a fit on all other dispatches gives each: leave one dispatch out."""
    found: list[Verdict] = []
    for name in sorted({v.dispatch for v in verdicts}):
        scales = {scale.id: scale for scale in fit(v for v in verdicts if v.dispatch != name)}
        for v in verdicts:
            if v.dispatch == name:
                said = probability(v.confidence, v.rule, scales[v.part]) if v.part in scales else v.confidence
                found.append(Verdict(v.dispatch, v.part, v.rule, said, v.right))
    return found


@dataclass(frozen=True, slots=True)
class Band:
    """Findings whose confidence lies from `low` (inclusive) to `high` (exclusive; the last band's inclusive): how many, how sure on average, what share was right."""

    low: float
    high: float
    count: int
    said: float
    right: float


EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)


def bands(verdicts: Sequence[Verdict]) -> tuple[Band, ...]:
    """The reliability table: each band of `EDGES` that holds findings."""
    found = []
    for low, high in pairwise(EDGES):
        held = [v for v in verdicts if low <= v.confidence and (v.confidence < high or high == EDGES[-1])]
        if held:
            said, right = (sum(x) / len(held) for x in ([v.confidence for v in held], [v.right for v in held]))
            found.append(Band(low, high, len(held), said, right))
    return tuple(found)


def brier(verdicts: Sequence[Verdict]) -> float:
    """Mean squared distance of confidence from outcome (Brier, Monthly Weather Review, 1950): 0 is best, always saying one half gives .25."""
    return sum((v.confidence - v.right) ** 2 for v in verdicts) / max(1, len(verdicts))


def gap(verdicts: Sequence[Verdict]) -> float:
    """Expected calibration error over `bands`: how far, on average, what is said lies from what is right, 0 to 1."""
    return sum(b.count * abs(b.said - b.right) for b in bands(verdicts)) / max(1, len(verdicts))


def table(verdicts: Sequence[Verdict]) -> list[dict[str, Any]]:
    """Rows of `kind`, `low`, `high`, `findings`, `said` and `right` (shares, four decimals), of findings judged by a fit on the other dispatches."""
    judged = unseen(verdicts)
    return [
        {
            "kind": kind,
            "low": b.low,
            "high": b.high,
            "findings": b.count,
            "said": round(b.said, 4),
            "right": round(b.right, 4),
        }
        for kind in KINDS
        for b in bands([v for v in judged if v.part == kind])
    ]


def written(scales: Iterable[Reliability]) -> str:
    """The scales as a desk's YAML file."""
    entries = [scale.model_dump(include={"id", "intercept", "slope", "rules"}) for scale in scales]
    return "# Measured by `dragoman calibrate` on annotated dispatches.\n" + yaml.safe_dump(
        {"reliability": entries}, sort_keys=False, allow_unicode=True
    )
