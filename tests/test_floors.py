"""How well readings agree with annotation may rise and not fall. The floors stand in `floors.yaml`, by corpus and part.

The held-out half is measured and never looked into: a failure there names the part and the figures alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from dragoman.score import PARTS, Scores, score
from dragoman.score.calibration import gap
from tests.conftest import HERE, SHARED, Pair

FLOORS: dict[str, dict[str, list[float]]] = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
FOLDERS = {
    "seeds": (SHARED / "seeds", SHARED / "gold"),
    "dev": (HERE / "annotated" / "dev",) * 2,
    "opened": (HERE / "annotated" / "opened",) * 2,
    "heldout": (HERE / "annotated" / "heldout",) * 2,
}
ReadFolder = Callable[[Path, Path], tuple[Pair, ...]]


def floors() -> Iterator[tuple[str, str, float]]:
    """(corpus, part, least F1)."""
    for corpus, parts in FLOORS.items():
        for part, figures in parts.items():
            yield corpus, part, figures[-1]


@pytest.fixture(scope="session")
def figures(read_folder: ReadFolder) -> Callable[[str], Scores]:
    """The scores of a corpus, measured once a session."""
    return lru_cache(maxsize=None)(lambda corpus: score(read_folder(*FOLDERS[corpus])))


@pytest.mark.parametrize(("corpus", "part", "least"), list(floors()))
def test_no_part_falls_below_its_floor(
    figures: Callable[[str], Scores], request: pytest.FixtureRequest, corpus: str, part: str, least: float
) -> None:
    if corpus == "seeds":
        request.getfixturevalue("shared")
    scores = figures(corpus)
    tally = scores.tallies[part]
    misses = "" if corpus == "heldout" else "\n" + "\n".join(scores.misses(part))
    assert tally.f1 >= least, f"{corpus} {part}: F1 {tally.f1:.3f}, floor {least}; {tally}{misses}"


def test_floors_only_rise() -> None:
    for corpus, parts in FLOORS.items():
        assert corpus in FOLDERS
        for part, figures in parts.items():
            assert part in PARTS, f"{corpus}: there is no part {part!r}"
            assert all(a < b for a, b in pairwise(figures)), f"{corpus} {part}: {figures} does not rise"


def test_every_annotated_part_has_a_floor() -> None:
    for corpus in FOLDERS:
        assert set(FLOORS[corpus]) >= {"people", "encounters", "attributions", "commitments"}


@pytest.mark.parametrize("kind", ["people", "encounters", "attributions", "commitments"])
def test_confidence_is_near_the_share_that_is_right(figures: Callable[[str], Scores], kind: str) -> None:
    """As `make calibrate` measured it; a change of readers that moves it asks for a new measurement."""
    found = [v for v in figures("heldout").verdicts if v.part == kind]
    assert len(found) >= 50
    assert gap(found) <= 0.1, f"{kind}: confidence lies {gap(found):.3f} from what is right; run make calibrate"
