"""Answers kept until the record changes: what the front page gathers from several views."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

MOST = 64


class Kept:
    """May be used from several threads. The record's file and its log tell by size and time when it changed."""

    def __init__(self, file: Path) -> None:
        self._files = (file, file.with_name(file.name + "-wal"))
        self._held: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gave for the key since the record last changed, made now where nothing was."""
        state = self._state()
        with self._lock:
            held = self._held.get(key)
        if held and held[0] == state:
            return held[1]
        made = make()
        with self._lock:
            self._held[key] = (state, made)
            self._held.move_to_end(key)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return made

    def _state(self) -> Hashable:
        found = []
        for file in self._files:
            try:
                status = file.stat()
            except FileNotFoundError:
                found.append((0, 0))
            else:
                found.append((status.st_size, status.st_mtime_ns))
        return tuple(found)
