"""The best pairing of two lists, against trying all of them."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.views.aligning.assign import assign

SCORES = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 20).map(lambda n: n / 20), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


@pytest.mark.parametrize(
    ("scores", "least", "pairs"),
    [
        ([], 0.3, []),
        ([[0.2]], 0.3, []),
        ([[0.9, 0.8], [0.8, 0.1]], 0.3, [(0, 1), (1, 0)]),  # the greatest sum, not the greatest pair
        ([[0.5], [0.9]], 0.3, [(1, 0)]),
        ([[0.9, 0.9, 0.4]], 0.3, [(0, 0)]),
    ],
)
def test_pairs(scores: list[list[float]], least: float, pairs: list[tuple[int, int]]) -> None:
    assert assign(scores, least) == pairs


@settings(deadline=None, max_examples=60)
@given(SCORES, st.sampled_from([0.2, 0.5]))
def test_no_other_pairing_has_a_greater_sum(scores: list[list[float]], least: float) -> None:
    found = assign(scores, least)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(scores[i][j] >= least for i, j in found)
    rows, columns = len(scores), len(scores[0])
    best = 0.0
    places = [*range(columns), *[-1] * rows]
    for chosen in set(permutations(places, rows)):
        best = max(best, sum(scores[i][j] for i, j in enumerate(chosen) if j >= 0 and scores[i][j] >= least))
    assert sum(scores[i][j] for i, j in found) == pytest.approx(best)
