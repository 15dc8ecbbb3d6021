"""The record of the annotated samples, as tests of views have it."""

from tests.views.conftest import annotated_record

__all__ = ["annotated_record"]
