"""Dispatches a second of `read` on one core, beside a bare `nlp.pipe` of the stock model over the same texts.

    .venv/bin/python benchmarks/read.py [FOLDER] [--copies N] [--runs N]

Without FOLDER the sample dispatches are read. Every configuration runs in a process of its own, pinned to one thread; the best of
the runs counts. Printed: dispatches a second, peak memory, and the ratios of `read` to each bare configuration.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

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


def bare(listed: list[str], batch: int, numpy: bool, exclude: list[str]) -> float:
    """Seconds of a bare pipeline."""
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
    list(nlp.pipe(listed[:4], batch_size=batch))
    begun = time.perf_counter()
    for _ in nlp.pipe(listed, batch_size=batch):
        pass
    return time.perf_counter() - begun


def ours(listed: list[str]) -> float:
    """Seconds of `read`, desks loaded before."""
    from dragoman.dispatch import Dispatch
    from dragoman.readers.read import read

    for text in listed[:4]:
        read(Dispatch(text))
    begun = time.perf_counter()
    for text in listed:
        read(Dispatch(text))
    return time.perf_counter() - begun


def _child(which: str, folder: Path | None, copies: int) -> None:
    listed = texts(folder, copies)
    seconds = ours(listed) if which == "read" else bare(listed, **BARE[which])  # type: ignore[arg-type]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"dispatches": len(listed), "seconds": seconds, "peak_mb": peak}))


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
        best[which] = min(rows, key=lambda row: row["seconds"])
    speed = {which: row["dispatches"] / row["seconds"] for which, row in best.items()}
    print(f"{'configuration':42}{'docs/s':>9}{'peak MB':>9}{'read / this':>13}")
    for which, row in best.items():
        print(f"{which:42}{speed[which]:9.2f}{row['peak_mb']:9.0f}{speed['read'] / speed[which]:13.2f}")


if __name__ == "__main__":
    main()
