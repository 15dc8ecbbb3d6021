"""The annotation across dispatches can be trusted only while each of its lines stands in the sample it names."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any

import feedparser
import pypdfium2
import pytest
import yaml

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "src" / "dragoman" / "samples"
ENCODINGS = {"2014-11-07-china-four-points-zh.txt": "gb18030", "2014-11-07-japan-four-points-ja.txt": "cp932"}
UNSEEN = ("script", "style", "head")


class Visible(HTMLParser):
    """Keeps what a visitor of a page reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def seen(markup: str) -> str:
    page = Visible()
    page.feed(markup)
    return "".join(page.pieces)


def even(text: str) -> str:
    return " ".join(text.split())


@cache
def text_of(name: str, item: int | None = None) -> str:
    path = SAMPLES / name
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return even(" ".join(page.get_textpage().get_text_range() for page in pdf))
    if path.suffix == ".xml":
        entries = feedparser.parse(path.read_bytes()).entries
        chosen = entries if item is None else [entries[item - 1]]
        return even(" ".join(f"{entry.title} {seen(entry.content[0].value)}" for entry in chosen))
    text = path.read_bytes().decode(ENCODINGS.get(name, "utf-8"))
    return even(seen(text) if path.suffix == ".html" else text)


def annotation(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return entries


def pieces(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping under `node` that names a file."""
    if isinstance(node, dict):
        if "file" in node:
            yield node
        yield from chain.from_iterable(pieces(value) for value in node.values())
    elif isinstance(node, list):
        yield from chain.from_iterable(pieces(value) for value in node)


@pytest.mark.parametrize("name", ["encounters", "comparisons", "ledger", "sessions"])
def test_every_piece_of_evidence_stands_in_its_dispatch(name: str) -> None:
    found = list(pieces(annotation(name)))
    assert found
    missing = [
        (piece["file"], piece["evidence"])
        for piece in found
        if "evidence" in piece and even(piece["evidence"]) not in text_of(piece["file"], piece.get("item"))
    ]
    assert missing == []


def test_look_alikes_and_comparisons_name_known_encounters() -> None:
    known = [entry["id"] for entry in annotation("encounters")]
    assert len(known) == len(set(known))
    named = {other for entry in annotation("encounters") for other in entry.get("look_alikes", [])}
    assert named | {entry["encounter"] for entry in annotation("comparisons")} <= set(known)


def test_each_point_is_told_or_left_out_by_every_account() -> None:
    for entry in annotation("comparisons"):
        for point in entry["points"]:
            told = {piece["file"] for piece in point["told"]}
            assert told | set(point.get("silent", [])) == set(entry["accounts"]), (entry["encounter"], point["id"])
            versions = [set(group) for group in entry.get("versions", [])]
            alone = len(told) == 1 or told in versions
            assert (point["status"] in ("only", "contested")) == alone, (entry["encounter"], point["id"])


def test_the_one_contested_point_has_claim_silence_denial_and_protest() -> None:
    points = chain.from_iterable(entry["points"] for entry in annotation("comparisons"))
    contested = [point for point in points if point["status"] == "contested"]
    assert [point["id"] for point in contested] == ["respects-positions"]
    assert all(contested[0][part] for part in ("claim", "silence", "denial", "protest"))


def test_what_was_kept_replaced_or_dropped_is_shown_and_what_is_open_is_not() -> None:
    for entry in annotation("ledger"):
        shown = entry["status"] in ("kept", "superseded", "lapsed")
        assert ("shown_by" in entry) == shown, entry["id"]
        assert entry["status"] != "overdue" or entry["due"], entry["id"]


def test_every_sample_is_listed_in_the_header_file() -> None:
    header = (SAMPLES / "SAMPLES.md").read_text(encoding="utf-8")
    samples = [path.name for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html", ".pdf", ".xml")]
    assert len(samples) >= 34
    assert [name for name in samples if f"`{name}`" not in header] == []
