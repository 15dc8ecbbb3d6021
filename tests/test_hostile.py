"""Malformed and hostile input from file to record: a line that says why, or an empty reading; never a traceback, nothing stored lost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.dispatch import Dispatch
from dragoman.intake import intake
from dragoman.record.store import Record
from dragoman.sources.gather import Skipped, gather
from tests.sources.material import PASSWORD, pdf

STORY = "LIMA, May 3, 2024 (Port Wire) -- Peruvian Foreign Minister Ana Ruiz met Tom Berg in Lima on Friday. Ruiz said that she was glad."
NOW = datetime(2024, 5, 4, tzinfo=UTC)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("story.txt", STORY)
    return out.getvalue()


HOSTILE = {
    "empty.txt": b"",
    "empty.html": b"",
    "empty.pdf": b"",
    "blank.txt": b" \r\n\t\n",
    "binary.txt": bytes(range(256)) * 400,
    "binary.html": bytes(range(256)) * 400,
    "zip.txt": zipped(),
    "broken.html": b"<html><body><div><p>Ana Ruiz said <b>so.<table><tr><td></p><script>if (a < b) {" * 50,
    "deep.html": b"<div>" * 20_000 + b"Ana Ruiz said so." + b"</div>" * 3,
    "entities.html": b"<p>&#0;&#xD800;&#x110000;&nosuch;&amp;amp; Ana Ruiz said so.</p>",
    "bomb.xml": b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("k"))
    ) + b"]><rss><channel><item><title>&j;</title></item></channel></rss>",
    "encrypted.pdf": pdf([["Ana Ruiz said so."]], trailer=PASSWORD),
    "cut.pdf": pdf([["Ana Ruiz said so."]])[:300],
    "latin.txt": "José said that Perú agreed.".encode("latin-1"),
    "invalid.txt": b"Ana Ruiz said \xff\xfe\xc3( that she agreed.",
    "halves.txt": b"Ana Ruiz \xed\xa0\x80 said so.",
    "mark.txt": b'"',
    "lone mark.txt": STORY.replace("Ruiz said", '"Ruiz said').encode(),
    "nul.txt": b"Ana\0Ruiz\0said\0so.",
    "escape.txt": b"\x1b]0;owned\x07\x1b[2JAna Ruiz said so.",
    "regex.txt": b"a" * 5000 + b"!" + b" (((((" * 500,
    "warc.warc.gz": b"\x1f\x8b\x08\x00 no more than this",
    "sql.txt": b"Ana Ruiz said '); DROP TABLE dispatch; -- so.",
    "-rf.txt": b"Ana Ruiz said so.",
    "\u202etxt.exe": b"MZ\x90\x00",
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record that holds one story."""
    with Record.open(tmp_path / "kept.db") as opened:
        intake(opened, [Dispatch(STORY, origin="story.txt")], at=NOW)
        yield opened


def kept(record: Record) -> tuple[int, int]:
    """(mismatches, dispatches) of a record that is sound."""
    result = record.verify()
    return len(result.mismatches), result.dispatches


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_itself_alone(record: Record, tmp_path: Path, name: str) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / name).write_bytes(HOSTILE[name])
    (inbox / "zz good.txt").write_text("Tom Berg said that the harbour was open.", encoding="utf-8")
    found = list(gather([str(inbox)]))
    skipped = [item for item in found if isinstance(item, Skipped)]
    assert all(item.reason and "\n" not in item.reason for item in skipped)
    read = [item for item in found if isinstance(item, Dispatch)]
    taken = intake(record, read, at=NOW)
    assert len(taken.added) == len(read) >= 1
    assert kept(record) == (0, 1 + len(read))
    again = intake(record, read, at=NOW)
    assert again.added == ()
    assert kept(record) == (0, 1 + len(read))


def test_fifty_megabytes_of_one_line_are_named_and_passed_over(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"fish and " * (50_000_000 // 9))
    (skipped,) = gather([str(path)])
    assert isinstance(skipped, Skipped)
    assert "\n" not in skipped.reason
    assert kept(record) == (0, 1)


def test_an_intake_that_breaks_off_keeps_what_came_before(record: Record) -> None:
    def inbox() -> Iterator[Dispatch]:
        yield Dispatch("Tom Berg said that the harbour was open.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        intake(record, inbox(), at=NOW)
    assert kept(record) == (0, 2)
