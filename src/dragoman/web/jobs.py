"""Adding dispatches while the visitor waits or reads on: one job after the other, each with its progress kept."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from dragoman.dispatch import Dispatch
from dragoman.errors import DragomanError
from dragoman.fetch.fetch import fetch
from dragoman.record.store import Record
from dragoman.sources.gather import Skipped, read_bytes

WAITING = 8
"""Jobs that may wait."""
KEPT = 50
"""Jobs whose outcome is kept."""
LOG = logging.getLogger("dragoman.web")


@dataclass
class Job:
    """`given`: (name, bytes) of what is to be added, `addresses`: where more of it stands. `done` of `total` dispatches are in the record, `now` is being
    read. `failed`: why it stopped before the end."""

    id: str
    author: str
    given: list[tuple[str, bytes]]
    addresses: list[str]
    state: Literal["waiting", "reading", "done", "failed"] = "waiting"
    total: int = 0
    done: int = 0
    now: str = ""
    added: int = 0
    again: int = 0
    dispatches: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failed: str = ""

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")

    @property
    def gone(self) -> str:
        """How far it is, as a percentage."""
        return str(round(100 * self.done / self.total)) if self.total else "0"


class Jobs:
    """The jobs of one server; one thread does them in order."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._queue: queue.Queue[Job | None] = queue.Queue(WAITING)
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self, author: str, given: list[tuple[str, bytes]], addresses: list[str]) -> Job | None:
        """A new job; None where too many wait."""
        job = Job(secrets.token_urlsafe(9), author, given, addresses)
        with self._lock:
            try:
                self._queue.put_nowait(job)
            except queue.Full:
                return None
            self._jobs[job.id] = job
            over = [key for key, one in self._jobs.items() if one.over]
            for key in over[: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[key]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="adding", daemon=True)
                self._thread.start()
        return job

    def find(self, key: str) -> Job | None:
        with self._lock:
            return self._jobs.get(key)

    def stop(self) -> None:
        """Ends the thread after the job that it is at; those that wait are not done."""
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is None:
            return
        while True:
            try:
                self._queue.get_nowait().failed = "the server was stopped"  # type: ignore[union-attr]
            except queue.Empty:
                break
        self._queue.put(None)
        thread.join(timeout=60)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                self._do(job)
                job.state = "done"
            except DragomanError as error:
                job.failed, job.state = str(error), "failed"
            except Exception:  # a job that breaks must not take those behind it along
                LOG.exception("adding broke off")
                job.failed, job.state = "something went wrong; the server's log says what", "failed"
            job.given, job.now = [], ""

    def _do(self, job: Job) -> None:
        from dragoman.intake import Step, intake

        job.state = "reading"
        held = [item for name, data in job.given for item in read_bytes(data, name)]

        def addresses() -> Iterator[str]:
            for address in job.addresses:
                job.now = address
                yield address

        held += fetch(addresses())
        job.skipped = [item for item in held if isinstance(item, Skipped)]
        found = [item for item in held if isinstance(item, Dispatch)]
        job.total = len(found)

        def taken(step: Step) -> None:
            job.done = step.done
            job.dispatches.append((step.dispatch.id, step.dispatch.title or step.dispatch.origin))

        def named() -> Iterator[Dispatch]:
            for dispatch in found:
                job.now = dispatch.title or dispatch.origin
                yield dispatch

        result = intake(self._record, named(), at=datetime.now(UTC), progress=taken)
        job.skipped += map(Skipped.because, result.failed)
        job.added, job.again = len(result.added), len(result.known)
