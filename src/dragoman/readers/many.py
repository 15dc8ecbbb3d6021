"""Many dispatches read by several processes, each reading the same as one process would make it, in the order in which they came."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from dragoman.reading import Reading

AHEAD = 8
"""Dispatches for each process that may wait to be read or taken: more of them are not asked for meanwhile."""


def readings(
    dispatches: Iterable[Dispatch],
    desks: Sequence[str] | None = None,
    processes: int = 1,
    wanted: Callable[[Dispatch], bool] = lambda _: True,
) -> Iterator[tuple[Dispatch, Reading | None]]:
    """Each dispatch with its reading, None for one that is not `wanted`. `desks`: as for `read`, whose errors it has. A
    process takes some 400 MB."""
    if processes < 2:
        for dispatch in dispatches:
            yield dispatch, read(dispatch, desks) if wanted(dispatch) else None
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _leave_stopping)
    waiting: deque[tuple[Dispatch, Future[Reading] | None]] = deque()
    try:
        for dispatch in dispatches:
            waiting.append((dispatch, pool.submit(read, dispatch, desks) if wanted(dispatch) else None))
            if len(waiting) >= AHEAD * processes:
                yield _taken(*waiting.popleft())
        while waiting:
            yield _taken(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _taken(dispatch: Dispatch, made: Future[Reading] | None) -> tuple[Dispatch, Reading | None]:
    return dispatch, made.result() if made else None


def _leave_stopping() -> None:
    """Lets the one who started the processes end them where a person stops the program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
