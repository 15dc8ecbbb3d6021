"""A dispatch made readable: furniture marked, blocks, quotations, sentences and their parse."""

import os

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(
        _threads, "1"
    )  # read once, when numpy loads: more threads make the parser's small products slower
