"""A model of meaning without weights: sentences are alike as far as they share words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np

from dragoman.meaning import WIDTH, Meaning, Vectors


def vector(text: str) -> Vectors:
    made = np.zeros(WIDTH, np.float32)
    for word in re.findall(r"\w+", text.casefold()):
        made[crc32(word.encode()) % WIDTH] += 1
    made[0] += 0.01
    return np.asarray(made / np.linalg.norm(made), np.float32)


def words(name: str = "words 1") -> Meaning:
    def sentences(texts: Sequence[str]) -> Vectors:
        return np.array([vector(text) for text in texts], np.float32).reshape(-1, WIDTH)

    return Meaning(name, sentences, vector)
