"""Many dispatches read by several processes, each reading the same as one process would make it, in the order in which they came."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from dragoman.dispatch import Dispatch
from dragoman.errors import ReadingError
from dragoman.readers.read import read
from dragoman.reading import Reading

AHEAD = 8
"""Dispatches for each process that may wait to be read or taken: more of them are not asked for meanwhile."""


def readings(
    dispatches: Iterable[Dispatch],
    desks: Sequence[str] | None = None,
    processes: int = 1,
    wanted: Callable[[Dispatch], bool] = lambda _: True,
    failed: Callable[[ReadingError], None] | None = None,
) -> Iterator[tuple[Dispatch, Reading | None]]:
    """Each dispatch with its reading, None for one that is not `wanted`. `desks`: as for `read`, whose errors it has. `failed`: told
    of a dispatch at which a reader fails, which is then left out; without it the error is raised. A process takes some 400 MB."""
    if processes < 2:
        for dispatch in dispatches:
            yield from _one(dispatch, partial(read, dispatch, desks) if wanted(dispatch) else None, failed)
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _leave_stopping)
    waiting: deque[tuple[Dispatch, Future[Reading] | None]] = deque()
    try:
        for dispatch in dispatches:
            waiting.append((dispatch, pool.submit(read, dispatch, desks) if wanted(dispatch) else None))
            if len(waiting) >= AHEAD * processes:
                yield from _one(*_next(waiting), failed)
        while waiting:
            yield from _one(*_next(waiting), failed)
    finally:
        pool.shutdown(cancel_futures=True)


def _next(
    waiting: deque[tuple[Dispatch, Future[Reading] | None]],
) -> tuple[Dispatch, Callable[[], Reading] | None]:
    dispatch, made = waiting.popleft()
    return dispatch, made.result if made else None


def _one(
    dispatch: Dispatch,
    reading: Callable[[], Reading] | None,
    failed: Callable[[ReadingError], None] | None,
) -> Iterator[tuple[Dispatch, Reading | None]]:
    """A dispatch with its reading, or nothing where a reader fails at it and somebody is told."""
    try:
        made = reading() if reading else None
    except ReadingError as error:
        if failed is None:
            raise
        failed(error)
    else:
        yield dispatch, made


def _leave_stopping() -> None:
    """Lets the one who started the processes end them where a person stops the program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
