"""How long a search by meaning takes in a large record, its vectors made: milliseconds by the clock and by the processor, medians.

    .venv/bin/python benchmarks/meaning.py [--sentences 100000]

Sentences and vectors are chance's, for a comparison takes the same time whatever it compares; what the model itself takes to make
one sentence's vector is printed where the extra `semantic` is installed.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
from sqlalchemy import insert

from dragoman.errors import ExtraError
from dragoman.meaning import WIDTH, Meaning, Vectors, meaning
from dragoman.record import schema
from dragoman.record.meanings import packed
from dragoman.record.store import Record
from dragoman.views import search
from dragoman.views.query import Query

EACH = 20
"""Sentences of a dispatch."""
SENTENCE = "The two ministers spoke of trade, of travel and of the sea. "


def build(path: Path, sentences: int, chance: np.random.Generator) -> None:
    text = SENTENCE * EACH
    length = len(SENTENCE)
    fixed = {c.name: "" for c in schema.dispatch.c if not c.nullable} | {"text": text}
    lists: dict[str, list[str]] = {name: [] for name in ("notes", "candidates", "dated_because", "desks")}
    with Record.open(path) as record, record.writes() as connection:
        for n in range(sentences // EACH):
            key, day = f"{n:016x}", f"{2000 + n % 25}-01-01"
            row = {**fixed, **lists, "id": key, "first_day": day, "last_day": day}
            connection.execute(insert(schema.dispatch).values(**row))
            first = n * EACH + 1
            spans = [
                {"id": first + i, "dispatch": key, "start": i * length, "end": (i + 1) * length - 1}
                for i in range(EACH)
            ]
            connection.execute(insert(schema.sentence), spans)
            vectors = chance.normal(size=(EACH, WIDTH)).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            scales, rows = packed(vectors)
            kept = {"dispatch": key, "model": "chance", "first": first, "scales": scales, "vectors": rows}
            connection.execute(insert(schema.meaning).values(**kept))


def main() -> None:
    parser = argparse.ArgumentParser(description="Times searches by meaning.")
    parser.add_argument("--sentences", type=int, default=100_000)
    number = parser.parse_args().sentences
    chance = np.random.default_rng(1)

    def question(_: str) -> Vectors:
        return np.asarray(chance.normal(size=WIDTH) / WIDTH**0.5, np.float32)

    vars(search)["meaning"] = lambda: Meaning("chance", lambda _: np.zeros((0, WIDTH), np.float32), question)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.db"
        build(path, number, chance)
        print(f"{number} sentences, a file of {path.stat().st_size >> 20} MB")
        with Record.open(path) as record:
            for words in ("trade", "trade 2004..2005"):
                took = []
                for _ in range(20):
                    wall, cpu = time.perf_counter(), time.process_time()
                    search.view(record, Query(words=words, semantic=True, limit=20))
                    took.append((time.perf_counter() - wall, time.process_time() - cpu))
                median = [sorted(one)[10] * 1000 for one in zip(*took, strict=True)]
                print(f"  {words:20} {median[0]:7.1f} {median[1]:7.1f} ms")
    try:
        model = meaning()
    except ExtraError as error:
        print(error)
        return
    since = time.perf_counter()
    model.sentences([f"{SENTENCE} {n}" for n in range(100)])
    print(f"  a sentence's vector  {(time.perf_counter() - since) * 10:7.1f} ms")


if __name__ == "__main__":
    main()
