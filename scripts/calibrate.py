"""Measures how far findings may be trusted, on the held-out annotated dispatches: the language pack's scales and docs/reliability.md.

.venv/bin/python scripts/calibrate.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from dragoman.score import score
from dragoman.score.calibration import KINDS, bands, brier, fit, gap, unseen, written
from dragoman.score.scores import Verdict
from dragoman.shape import shape

ROOT = Path(__file__).parent.parent
ANNOTATED = ROOT / "tests" / "annotated" / "heldout"

HEAD = """# How far a finding may be trusted

Made by `make calibrate` from the annotated dispatches that no rule was tuned on ({dispatches} of them, with invented people).

Every finding carries the rule that made it and a confidence: the probability that a careful reader agrees. Rules say how sure they are on a scale of
their own; a logistic regression with an offset for each rule (kept in `src/dragoman/desks/en/reliability.yaml`) brings that to what was measured.
"Agrees" is what `dragoman score` counts: for a person the name, for an encounter kind, place in the text, company or date, for an attribution sentence and speaker,
for a commitment the clause, for mechanisms and instruments the name.

The tables show findings whose dispatch the fit did not see: each dispatch is judged by a fit on all the others. `said` is the mean confidence of a band,
`right` the share that the annotation has. The gap is the mean distance of the two over all findings (expected calibration error); Brier's score is the mean
square of confidence less outcome, 0 at best.

`dragoman calibrate TEXTS GOLD --to reliability.yaml` does the same for annotated dispatches of your own; put the file into your desk with `replaces: true`
on each entry. Issues and set phrases are a desk's own patterns and are not calibrated. What is *not* found has no confidence: recall stands in the README.
"""


def verdicts() -> tuple[int, list[Verdict]]:
    """How many dispatches, and a verdict on each of their findings as the rules estimate it."""
    pairs = []
    for path in sorted(ANNOTATED.glob("*.txt")):
        dispatch = Dispatch(path.read_bytes().decode("utf-8"))
        pairs.append(
            (path.stem, dispatch.text, path.with_suffix(".json"), shape(dispatch, read(dispatch, None, False)))
        )
    return len(pairs), score(pairs).verdicts


def page(dispatches: int, judged: list[Verdict], fitted: set[str]) -> str:
    lines = [HEAD.format(dispatches=dispatches)]
    for kind in KINDS:
        own = [v for v in judged if v.part == kind]
        if not own:
            continue
        note = "" if kind in fitted else " (too few to calibrate: as the rules estimate them)"
        lines += [
            f"## {kind.capitalize()}{note}",
            "",
            f"{len(own)} findings, gap {gap(own):.3f}, Brier {brier(own):.3f}.",
            "",
            "| confidence | findings | said | right |",
            "|---|---|---|---|",
            *(f"| {b.low:.1f} to {b.high:.1f} | {b.count} | {b.said:.2f} | {b.right:.2f} |" for b in bands(own)),
            "",
        ]
    return "\n".join(lines)


def main() -> int:
    dispatches, found = verdicts()
    scales = fit(found)
    (ROOT / "src/dragoman/desks/en/reliability.yaml").write_text(written(scales), encoding="utf-8")
    (ROOT / "docs/reliability.md").write_text(page(dispatches, unseen(found), {s.id for s in scales}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
