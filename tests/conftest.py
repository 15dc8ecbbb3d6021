"""What many tests use: annotated dispatches read once a session, and the folder of shared material where it stands beside the checkout."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from dragoman.shape import shape

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"

Pair = tuple[str, str, Path, dict[str, Any]]
"""Name, text, file of the annotation, and the reading in the shape of annotations."""


@lru_cache(maxsize=4)
def _read_folder(texts: Path, gold: Path) -> tuple[Pair, ...]:
    pairs = []
    for annotation in sorted(gold.glob("*.json")):
        path = texts / f"{annotation.stem}.txt"
        dispatch = Dispatch(path.read_bytes().decode("utf-8"), origin=path.name)
        pairs.append((annotation.stem, dispatch.text, annotation, shape(dispatch, read(dispatch))))
    return tuple(pairs)


@pytest.fixture(scope="session")
def read_folder() -> Callable[[Path, Path], tuple[Pair, ...]]:
    """Readings of a folder of annotated dispatches, made once a session."""
    return _read_folder


@pytest.fixture(scope="session")
def dev() -> tuple[Pair, ...]:
    """The working half of the annotated dispatches, read."""
    return _read_folder(HERE / "annotated" / "dev", HERE / "annotated" / "dev")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds, their annotation and the yardstick; it is no part of the repository."""
    if not SHARED.is_dir():
        pytest.skip("the shared seeds do not stand beside this checkout")
    return SHARED


# No timing in tests, and the same examples on every machine.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
