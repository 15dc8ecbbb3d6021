"""One record of the annotated samples for all tests of views that read it and change nothing."""

from collections.abc import Iterator

import pytest

from dragoman.record.store import Record
from tests.views import annotated


@pytest.fixture(scope="session")
def annotated_record() -> Iterator[Record]:
    with annotated.record() as made:
        yield made
