"""The parser's own tagger of names, run in plain numpy.

It goes through a sentence word by word. Outside a name its choice depends on the word alone, so these choices are made at once for
all words; only inside a name it must go step by step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.page.encoder import Floats

WORD, FIRST, BEFORE = range(3)
"""What a choice looks at: the word, the first word of the name that is open, the word before."""


class Entities:
    def __init__(self, model: Any, names: Sequence[str]) -> None:
        """`names`: what each class of the model stands for ("B-ORG", "I-ORG", "L-ORG", "U-ORG", "O")."""
        reduce = model.get_ref("tok2vec").layers[-1]
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._reduce: tuple[Floats, Floats] = reduce.get_param("W").T, reduce.get_param("b")
        weights = lower.get_param("W").transpose(0, 2, 1, 3)  # piece after piece, as they are compared
        self._shape = weights.shape[:3]
        self._lower: Floats = np.ascontiguousarray(weights.reshape(-1, weights.shape[3]).T)
        self._nothing: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).copy()
        self._bias: Floats = lower.get_param("b").T.copy()
        self._upper: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._shift: Floats = upper.get_param("b")
        self._names = [tuple(name.partition("-")[::2]) for name in names]
        marks = np.array([mark if label else "O" * (mark == "O") for mark, label in self._names])
        ruled_out = ~np.isin(marks, ["B", "U", "O"])
        ruled_out[list(model.attrs["unseen_classes"])] = True
        self._outside: Floats = np.where(ruled_out, np.float32(-np.inf), self._shift)
        self._begins, self._names_it = np.flatnonzero(marks == "B"), np.flatnonzero(marks != "O")
        self._inside: dict[str, tuple[Floats, Floats, bool]] = {}
        for label in {label for _, label in self._names if label}:
            both = goes_on, closes = names.index(f"I-{label}"), names.index(f"L-{label}")
            self._inside[label] = self._upper[:, both].copy(), self._shift[list(both)], goes_on < closes

    def labels(self, vectors: Floats, lengths: Sequence[int], blank: NDArray[np.bool_]) -> list[tuple[str, bool]]:
        """For each word the label of the name that it belongs to, "" for none, and whether it begins one. `vectors`: of all
        words; `lengths`: of the sentences; `blank`: which words are white space and can begin no name."""
        weights, bias = self._reduce
        hidden: Floats = vectors @ weights + bias
        features: Floats = (hidden @ self._lower).reshape(len(vectors), *self._shape)
        free = features[:, WORD] + self._nothing[FIRST] + self._nothing[BEFORE] + self._bias
        scores = free.max(axis=1) @ self._upper + self._outside
        last = np.cumsum(lengths) - 1
        scores[last[:, None], self._begins] = -np.inf
        scores[np.flatnonzero(blank)[:, None], self._names_it] = -np.inf
        choices = scores.argmax(axis=1).tolist()
        ends = set(last.tolist())
        found: list[tuple[str, bool]] = []
        open_, first = "", -1
        for at, choice in enumerate(choices):
            if open_:
                found.append((open_, False))
                if at in ends or not self._goes_on(features, at, first, open_):
                    open_ = ""
                continue
            mark, label = self._names[choice]
            found.append((label, bool(label)))
            if mark == "B":
                open_, first = label, at
        return found

    def _goes_on(self, features: Floats, word: int, first: int, label: str) -> bool:
        """Whether the name that began at `first` has words after this one."""
        state = features[word, WORD] + features[first, FIRST] + features[word - 1, BEFORE] + self._bias
        weights, shift, first_wins = self._inside[label]
        goes_on, closes = (state.max(axis=0) @ weights + shift).tolist()
        return goes_on > closes or (first_wins and goes_on == closes)
