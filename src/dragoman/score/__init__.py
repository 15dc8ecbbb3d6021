"""How well readings agree with annotation: precision, recall and F1 of each part, and what was missed or added.

Both sides are given in the shape of annotations (what `dragoman.shape` prints): evidence and furniture are strings that
stand in the text, or objects with `start` and `end` (code points, end exclusive). Parts are counted over all dispatches
together, so that a long dispatch weighs as much as what it says.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.score.annotation import Item, annotation
from dragoman.score.comparison import Comparison
from dragoman.score.scores import PARTS, Scores

__all__ = ["PARTS", "Scores", "score"]


def score(pairs: Iterable[tuple[str, str, Path | Item, Item]]) -> Scores:
    """Compares readings with annotation.

    Each of `pairs` is a dispatch's name, its text, its annotation (a JSON file, or what stands in one) and its reading.
    Findings are paired one to one, the best fit first. A part that an annotation gives as null is not counted for that
    dispatch (issues and formulas). QueryError where an annotation cannot be read or has another shape.
    """
    scores = Scores()
    for name, text, gold, read in pairs:
        Comparison(name, text, annotation(gold, name), read, scores).run()
        scores.dispatches += 1
    return scores
