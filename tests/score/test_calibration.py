"""Scales are fitted on verdicts, shrink where little was seen, and are shown on dispatches that the fit did not see."""

from __future__ import annotations

import random

import pytest
import yaml

from dragoman.desk.schema import Reliability
from dragoman.readers.trust import probability
from dragoman.score.calibration import FEWEST, bands, brier, fit, gap, table, unseen, written
from dragoman.score.scores import Verdict


def verdicts(rule: str, confidence: float, right: int, wrong: int, part: str = "attributions") -> list[Verdict]:
    """So many right and wrong findings of one rule, spread over ten dispatches."""
    outcome = [True] * right + [False] * wrong
    random.Random(7).shuffle(outcome)
    return [Verdict(f"d{i % 10}", part, rule, confidence, was) for i, was in enumerate(outcome)]


def scale(found: list[Verdict]) -> Reliability:
    (one,) = fit(found)
    return one


SHARES = [
    # (right, wrong, what a rule's estimate of .9 comes to): with much seen it is the share that was right
    (500, 500, 0.50),
    (800, 200, 0.80),
    (970, 30, 0.97),
]


@pytest.mark.parametrize(("right", "wrong", "expected"), SHARES)
def test_much_evidence_gives_the_share_that_was_right(right: int, wrong: int, expected: float) -> None:
    found = verdicts("turn", 0.9, right, wrong)
    assert probability(0.9, "turn", scale(found)) == pytest.approx(expected, abs=0.02)


def test_a_rule_seldom_seen_stays_near_its_kind() -> None:
    found = [*verdicts("turn", 0.9, 450, 50), *verdicts("colon", 0.9, 0, 2)]
    fitted = scale(found)
    assert probability(0.9, "turn", fitted) == pytest.approx(0.9, abs=0.02)
    assert 0.6 < probability(0.9, "colon", fitted) < probability(0.9, "turn", fitted), (
        "two wrong ones weigh, and do not condemn"
    )


def test_too_few_verdicts_leave_a_kind_as_it_is() -> None:
    few = verdicts("turn", 0.9, FEWEST - 1, 0)
    assert fit(few) == ()
    assert [v.confidence for v in unseen(few)] == [0.9] * (FEWEST - 1)


def test_each_dispatch_is_judged_by_the_others() -> None:
    # one dispatch holds all wrong ones: the fit on the others knows of none
    odd = [Verdict("odd", "people", "title", 0.9, False) for _ in range(30)]
    others = [Verdict(f"d{i}", "people", "title", 0.9, True) for i in range(60)]
    judged = unseen([*odd, *others])
    assert {v.confidence > 0.9 for v in judged if v.dispatch == "odd"} == {True}
    assert {v.confidence < 0.9 for v in judged if v.dispatch != "odd"} == {True}


def test_bands_brier_and_gap() -> None:
    found = [*verdicts("a", 0.95, 9, 1), *verdicts("b", 0.6, 1, 1)]
    assert [(b.low, b.high, b.count, b.right) for b in bands(found)] == [(0.5, 0.7, 2, 0.5), (0.9, 1.0, 10, 0.9)]
    assert [b.said for b in bands(found)] == pytest.approx([0.6, 0.95])
    assert brier(found) == pytest.approx((9 * 0.05**2 + 0.95**2 + 0.4**2 + 0.6**2) / 12)
    assert gap(found) == pytest.approx((2 * 0.1 + 10 * 0.05) / 12)
    assert brier([]) == gap([]) == 0.0


def test_certain_findings_stand_in_the_last_band() -> None:
    assert [(b.low, b.count) for b in bands([Verdict("d", "people", "r", 1.0, True)])] == [(0.9, 1)]


def test_the_table_names_kind_band_and_shares() -> None:
    rows = table(verdicts("turn", 0.9, 90, 10))
    assert {row["kind"] for row in rows} == {"attributions"}
    assert sum(row["findings"] for row in rows) == 100
    assert all(0 <= row["low"] < row["high"] <= 1 for row in rows)


def test_the_scales_are_a_file_for_a_desk() -> None:
    scales = fit(verdicts("turn", 0.9, 90, 10))
    assert tuple(Reliability(**entry) for entry in yaml.safe_load(written(scales))["reliability"]) == scales
