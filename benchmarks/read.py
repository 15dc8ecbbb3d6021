"""Dispatches a second of `read` on one core, beside a bare `nlp.pipe` of the stock model over the same texts.

    .venv/bin/python benchmarks/read.py [FOLDER] [--copies N] [--runs N]

Without FOLDER the sample dispatches are read. Every configuration runs in a process of its own, pinned to one thread, and reads all
texts twice: cold, as a process first meets them, and warm. Printed, by processor time, which other programs disturb least, the best of
the runs counting: dispatches a second, the ratios of `read` to each bare configuration, and peak memory; the same for the shorter
and the longer half of the texts, warm.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

Pass = Callable[[list[str]], object]
"""Reads texts."""

BARE = {
    "stock installation, default batch": {"batch": 256, "numpy": False, "exclude": []},
    "stock installation, batch of 16": {"batch": 16, "numpy": False, "exclude": []},
    "numpy's matrix products, batch of 16": {"batch": 16, "numpy": True, "exclude": []},
    "numpy's matrix products, without names": {"batch": 16, "numpy": True, "exclude": ["ner"]},
    "numpy's matrix products, parse alone": {
        "batch": 16,
        "numpy": True,
        "exclude": ["ner", "lemmatizer", "attribute_ruler"],
    },
}


def texts(folder: Path | None, copies: int) -> list[str]:
    """English texts of a folder's plain files, or of the samples, `copies` times over."""
    from dragoman.cli.samples import samples
    from dragoman.dispatch import Dispatch
    from dragoman.page.language import language
    from dragoman.sources.gather import gather

    paths = [str(folder)] if folder else samples()
    found = [d.text for d in gather(paths) if isinstance(d, Dispatch) and language(d) == "en"]
    return found * copies


def bare(batch: int, numpy: bool, exclude: list[str]) -> Pass:
    """A bare pipeline."""
    import spacy

    from dragoman.page.grammar import MODEL

    if numpy:
        from thinc.api import NumpyOps, set_current_ops

        set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(MODEL, exclude=exclude)
    if numpy:
        from thinc.api import NumpyOps

        for _, component in nlp.pipeline:
            model: Any = getattr(component, "model", None)
            for node in model.walk() if model is not None and hasattr(model, "walk") else ():
                node.ops = NumpyOps(use_blis=False)
    return lambda texts: deque(nlp.pipe(texts, batch_size=batch), maxlen=0)


def ours() -> Pass:
    """`read`, one dispatch after another."""
    from dragoman.dispatch import Dispatch
    from dragoman.readers.read import read

    return lambda texts: deque((read(Dispatch(text)) for text in texts), maxlen=0)


def _seconds(reads: Pass, listed: list[str]) -> float:
    begun = time.process_time()
    reads(listed)
    return time.process_time() - begun


def _child(which: str, folder: Path | None, copies: int) -> None:
    listed = texts(folder, copies)
    reads = ours() if which == "read" else bare(**BARE[which])  # type: ignore[arg-type]
    reads(listed[:4])  # the models are loaded
    listed.sort(key=len)
    half = len(listed) // 2
    passes = {"cold": listed, "warm": listed, "short": listed[:half], "long": listed[half:]}
    speed = {name: len(part) / _seconds(reads, part) for name, part in passes.items() if part}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**speed, "peak_mb": peak}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        _child(given.only, given.folder, given.copies)
        return
    single = {
        **os.environ,
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"),
    }
    pinned = ["taskset", "-c", "0"] if Path("/usr/bin/taskset").exists() else []
    best: dict[str, dict[str, float]] = {}
    for which in ("read", *BARE):
        rows = []
        for _ in range(given.runs):
            command = [
                *pinned,
                sys.executable,
                __file__,
                "--only",
                which,
                "--copies",
                str(given.copies),
                *([str(given.folder)] if given.folder else []),
            ]
            rows.append(
                json.loads(
                    subprocess.run(command, env=single, capture_output=True, text=True, check=True).stdout.splitlines()[
                        -1
                    ]
                )
            )
        best[which] = {name: max(row[name] for row in rows) for name in rows[0]}
    passes = [name for name in best["read"] if name != "peak_mb"]
    heads = "".join(f"{name + ' /s':>10}{'ratio':>7}" for name in passes)
    print(f"{'configuration':42}{heads}{'peak MB':>9}")
    for which, row in best.items():
        figures = "".join(f"{row[name]:10.2f}{best['read'][name] / row[name]:7.2f}" for name in passes)
        print(f"{which:42}{figures}{row['peak_mb']:9.0f}")


if __name__ == "__main__":
    main()
