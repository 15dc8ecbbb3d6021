"""An empty record for tests that fill it themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.record.store import Record


@pytest.fixture
def record() -> Iterator[Record]:
    with Record.memory() as made:
        yield made
