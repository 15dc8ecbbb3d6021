"""Records of the samples for all tests of views that read them and change nothing: as annotated by hand, and as the product
itself reads and resolves them."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from dragoman.intake import lore
from dragoman.record.store import Record
from tests.views import annotated


@pytest.fixture(scope="session")
def annotated_record() -> Iterator[Record]:
    with annotated.record() as made:
        yield made


@pytest.fixture(scope="session")
def whole() -> Iterator[Record]:
    with Record.memory() as made:
        for dispatch, reading in annotated.samples().values():
            made.add(dispatch, reading)
        made.resolve(datetime(2026, 1, 1, tzinfo=UTC), lore())
        yield made
