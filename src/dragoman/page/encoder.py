"""The parser's own network, run in plain numpy: from words to vectors.

A word's first vector depends on the word alone, so it is worked out once and kept; only the layers that look at neighbours run on
every sentence. What a sentence gives depends on nothing that was read before: a kept vector is worked out by itself, never in a
batch whose size could change its last digits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]

APART = 4
"""Rows of nought between sentences, so that none sees another: one for each layer."""
KEPT = 30_000
"""Words whose vector is kept, 12 MB, and more than are ever given together; beyond it all are forgotten and the keeping begins anew."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout of three pieces and its normalisation. `weights` (inputs, 3 x width) and `bias` (3 x width), piece after piece;
    `scale` and `shift` (width)."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> Layer:
        """Out of the trained model's two nodes, whose pieces lie side by side."""
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
            np.ascontiguousarray(bias.T.reshape(-1)),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def __call__(self, rows: Floats) -> Floats:
        return self.normal(rows @ self.weights)

    def normal(self, pieces: Floats) -> Floats:
        """The best of each three pieces, normalised; `pieces` without their bias, and lost."""
        width = len(self.scale)
        pieces += self.bias
        best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= best.sum(axis=1, keepdims=True) / width
        spread = np.square(best).sum(axis=1, keepdims=True) / width + np.float32(1e-8)
        best *= spread**-0.5
        best *= self.scale
        best += self.shift
        return best


class Encoder:
    """`attributes`: which of a word's attributes it looks at, by their names in the model; the columns of what is given to `vectors`."""

    def __init__(self, model: Any, hashed: Callable[[Keys, int], NDArray[np.uint32]]) -> None:
        nodes = list(model.walk())
        self.attributes: list[str] = next(list(n.attrs["columns"]) for n in nodes if "columns" in n.attrs)
        self._tables = [(n.get_param("E"), n.attrs["seed"]) for n in nodes if n.name == "hashembed"]
        maxouts, norms = ([n for n in nodes if n.name == name] for name in ("maxout", "layernorm"))
        self._mix, *self._layers = [Layer.of(m, n) for m, n in zip(maxouts, norms, strict=True)]
        self._hashed = hashed
        self.width = len(self._mix.scale)
        self._forget()

    def _forget(self) -> None:
        self._shares: list[dict[int, Floats]] = [{} for _ in self._tables]
        self._place: dict[bytes, int] = {}
        self._rows = np.empty((KEPT, self.width), np.float32)

    def _learn(self, keys: Iterable[bytes]) -> None:
        """Keeps the first vectors of words that are new. Each attribute's share in it is a product of its own, so that its digits
        do not depend on the company."""
        new = [key for key in dict.fromkeys(keys) if key not in self._place]
        if not new:
            return
        start, width = len(self._place), self.width
        self._place.update(zip(new, range(start, start + len(new)), strict=True))
        values = np.frombuffer(b"".join(new), np.uint64).reshape(len(new), -1)
        pieces = np.zeros((len(new), len(self._mix.bias)), np.float32)
        for column, ((table, seed), shares) in enumerate(zip(self._tables, self._shares, strict=True)):
            listed = values[:, column].tolist()
            fresh = [value for value in dict.fromkeys(listed) if value not in shares]
            if fresh:
                where = self._hashed(np.array(fresh, np.uint64), seed) % len(table)
                weights = self._mix.weights[column * width : (column + 1) * width]
                for value, row in zip(fresh, table[where].sum(axis=1), strict=True):
                    shares[value] = row @ weights
            pieces += np.array([shares[value] for value in listed])
        self._rows[start : start + len(new)] = self._mix.normal(pieces)

    def vectors(self, sentences: Sequence[Keys]) -> Floats:
        """(words, width): a row for each word of all sentences, one after another. `sentences`: (words, attributes) each, none empty."""
        keys: list[bytes] = []
        for words in sentences:
            size = 8 * words.shape[1]
            raw = words.tobytes()
            keys += [raw[at : at + size] for at in range(0, len(raw), size)]
        if len(self._place) + len(keys) > KEPT:
            self._forget()
        lengths = [len(words) for words in sentences]
        places = np.arange(len(keys)) + np.repeat(APART * np.arange(1, len(lengths) + 1), lengths)
        count = len(keys) + APART * (len(lengths) + 1)
        around = np.zeros((count + 2, self.width), np.float32)
        rows = around[1:-1]
        self._learn(keys)
        rows[places] = self._rows[[self._place[key] for key in keys]]
        *below, last = self._layers
        for layer in below:
            rows += layer(np.concatenate((around[:-2], rows, around[2:]), axis=1))
        here: Floats = rows[places]
        return here + last(np.concatenate((around[places], here, around[places + 2]), axis=1))
