"""Files, folders, patterns and standard input: everything is read or said why not, and nothing is raised."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import dragoman.sources
from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources import members
from dragoman.sources.gather import Skipped, gather, read_bytes
from tests.sources.material import page, pdf, warc, zipped


def origins(paths: Sequence[str | Path]) -> list[str]:
    return [os.path.basename(item.origin) for item in gather(map(str, paths))]


def reasons(paths: Sequence[str | Path]) -> list[str]:
    return [item.reason for item in gather(map(str, paths)) if isinstance(item, Skipped)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one of them below, with hidden files, a record and a picture beside them."""
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("First.")
    (tmp_path / ".hidden.txt").write_text("Not this.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("Nor this.")
    for name in ("dragoman.db", "dragoman.db-wal", "dragoman.db-shm"):
        (tmp_path / name).write_bytes(b"SQLite format 3\0")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


def test_the_members_are_found_by_being_there() -> None:
    assert [source.name for source in members()] == ["feed", "pdf", "plain", "warc", "webpage"]


def test_a_folder_is_read_in_order_to_its_depth(folder: Path) -> None:
    assert origins([folder]) == ["one.txt", "b.txt", "c.png"]
    assert reasons([folder]) == ["is a picture (run it through character recognition first)"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.txt", ["one.txt", "b.txt"]),
        ("[ab]*", ["one.txt", "b.txt"]),
        ("*", ["one.txt", "b.txt", "c.png"]),
        ("**", ["one.txt", "b.txt", "c.png"]),
    ],
)
def test_patterns(folder: Path, pattern: str, names: list[str]) -> None:
    assert origins([folder / pattern]) == names


def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path: Path) -> None:
    (tmp_path / "talks [final].txt").write_text("Words.")
    assert origins([tmp_path / "talks [final].txt"]) == ["talks [final].txt"]


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder)
    (folder / "a" / "self").symlink_to(folder / "a" / "self")
    assert origins([folder]) == ["one.txt", "self", "b.txt", "c.png"]


ZIP = "is a zip archive or office document (unpack it, or save it as text or PDF)"
OLD = "is an office document of the old kind (save it as text or PDF)"
LARGE = "is 50,000,000 bytes long, more than any text of 5,000,000 characters (split it into one file a dispatch)"


def test_the_rest_goes_on(folder: Path) -> None:
    found = list(gather([str(folder / "none.txt"), str(folder / "c.png"), str(folder / "b.txt"), "-"], stdin=b"Third."))
    assert [item.text if isinstance(item, Dispatch) else item.reason.split(" (")[0] for item in found] == [
        "there is no such file or folder",
        "is a picture",
        "Second.",
        "Third.",
    ]


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    assert reasons([tmp_path]) == ["there is no such file or folder", "is no regular file (use - for standard input)"]
    assert reasons([tmp_path / "*.html", "\0", "-", "/dev/null"]) == [
        "matches no file",
        "is no path",
        "nothing was given on standard input",
        "is no regular file (use - for standard input)",
    ]


def test_an_unreadable_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("Words.")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert reasons([tmp_path / "secret.txt"]) == ["may not be read (change its permissions)"]


@pytest.mark.parametrize(
    ("data", "origin", "reason"),
    [
        (b"", "a.txt", "is empty"),
        (b" \r\n\t\xc2\xa0\xe3\x80\x80\n", "a.txt", "is empty: it holds nothing but white space"),
        (b"\xef\xbb\xbf", "a.txt", "is empty: it holds nothing but white space"),
        (b"PK\x03\x04\x14\0\0\0", "a.txt", ZIP),
        (b"\x7fELF\x02\x01\x01\0", "a.txt", "is a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", OLD),
        (b"SQLite format 3\0", "x", "is a database (a record is no source: name it with --record)"),
        (b"{}", "a.json", "is a .json file, which no source reads (give a text, page, PDF, feed or web archive)"),
        (b"x" * 50_000_000, "a.txt", LARGE),
        (b"x" * 5_000_001, "a.txt", "is 5,000,001 characters long, more than the 5,000,000 of a dispatch (split it)"),
        (b"no page at all", "a.pdf", "is a damaged PDF, or none at all (save or download it anew)"),
    ],
)
def test_reasons(data: bytes, origin: str, reason: str) -> None:
    assert list(read_bytes(data, origin)) == [Skipped(origin, reason)]


@pytest.mark.parametrize(
    ("data", "origin", "media_type", "kind"),
    [
        # content goes before all else
        (page(), "a.txt", "text/plain", "text/html"),
        (pdf([["Words."]]), "a.html", None, "application/pdf"),
        # then what the carrier says, then the suffix
        (b"<p>Typed by hand", "a.txt", "text/html", "text/html"),
        (b"<p>Typed by hand", "a.html", None, "text/html"),
        (b"<p>Typed by hand", "https://herald.example/a.html?x=1", None, "text/html"),
        (b"<p>Typed by hand", "a.txt", None, "text/plain"),
        (b"{}", "https://herald.example/a.json", "text/plain", "text/plain"),
        # then text
        (b"A lone word", "README", None, "text/plain"),
        (b'"', "x.unknown", "application/octet-stream", "text/plain"),
    ],
)
def test_the_choice_of_a_source(data: bytes, origin: str, media_type: str | None, kind: str) -> None:
    (found,) = read_bytes(data, origin, media_type)
    assert isinstance(found, Dispatch)
    assert found.media_type == kind
    assert found.address == (origin if origin.startswith("https:") else None)


def test_the_declared_character_set_is_used() -> None:
    (found,) = read_bytes("é".encode("cp850"), "a.txt", 'text/plain; charset="cp850"')
    assert isinstance(found, Dispatch)
    assert (found.text, found.charset) == ("é", "cp850")


def test_other_kinds_are_refused_by_name() -> None:
    (found,) = read_bytes(b"x", "https://herald.example/x", "image/svg+xml; q=1")
    assert isinstance(found, Skipped)
    assert found.reason.startswith("is of the kind image/svg+xml, which no source reads")


def test_half_a_character_does_not_get_in() -> None:
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A \\ud800 title"}</script>"""
    (found,) = read_bytes(page(head), "a.html")
    assert isinstance(found, Dispatch)
    assert found.title == "A \ufffd title"
    assert found.text.startswith("A \ufffd title\n")


PIECES = st.sampled_from(
    [
        *(b"<html>", b"<rss><channel><item><title>", b"</item>", b"<feed xmlns='http://www.w3.org/2005/Atom'>"),
        *(
            b"<![CDATA[",
            b"<!DOCTYPE html [",
            b"<!--",
            b"&#xD800;",
            b"<p>",
            b"charset=gbk",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
        ),
        *("会谈".encode("gbk"), "会谈".encode(), b"\x1b$B", b"\0", b"WARC/1.0\r\nContent-Length: 5\r\n\r\n"),
        *(page(), zipped(warc("https://herald.example/1", page()))[:300], b"\x1f\x8b\x08"),
    ]
)


@given(
    st.one_of(st.binary(max_size=2000), st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=12).map(b"".join))
)
@settings(deadline=None)  # the first page waits for its parser to be imported
@example(b"<html>\xed\xa0\x80")
@example(b"\xff\xfe\0\xd8")
def test_any_bytes_give_something_and_raise_nothing(data: bytes) -> None:
    found = list(gather(["-"], stdin=data))
    assert found
    for item in found:
        assert isinstance(item, Dispatch | Skipped)
        if isinstance(item, Dispatch):
            assert item.text.encode("utf-8")
            assert item.text.strip()
        else:
            assert item.reason
            assert "\n" not in item.reason


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_text_in_utf_8_is_kept_or_refused_but_never_changed(text: str) -> None:
    (found,) = read_bytes(text.encode("utf-8"), "a.txt", among=["plain"])
    assert isinstance(found, Skipped) or found.text == text


def _plugged(monkeypatch: pytest.MonkeyPatch, name: str, module: object) -> None:
    point = SimpleNamespace(name=name, value=f"other.{name}", load=lambda: module)
    monkeypatch.setattr(dragoman.sources, "entry_points", lambda group: [point] if group == "dragoman.sources" else [])
    monkeypatch.setattr(dragoman.sources, "members", members.__wrapped__)


def test_another_package_adds_a_member(monkeypatch: pytest.MonkeyPatch) -> None:
    telegram = SimpleNamespace(
        __name__="other.telegram",
        MEDIA_TYPES=("application/x-telegram",),
        SUFFIXES=(".tel",),
        dispatches=lambda data, origin: iter([Dispatch(data.decode().replace("STOP", "."), origin)]),
    )
    _plugged(monkeypatch, "telegram", telegram)
    source = next(source for source in members.__wrapped__() if source.name == "telegram")
    assert [item.text for item in source.dispatches(b"ARRIVED STOP", "a.tel") if isinstance(item, Dispatch)] == [
        "ARRIVED ."
    ]


@pytest.mark.parametrize(
    ("name", "module", "reason"),
    [
        ("plain", SimpleNamespace(), "takes the name of another"),
        ("telegram", SimpleNamespace(__name__="other.telegram", SUFFIXES=()), "declares no MEDIA_TYPES, dispatches"),
    ],
)
def test_a_malformed_member_is_named(monkeypatch: pytest.MonkeyPatch, name: str, module: object, reason: str) -> None:
    _plugged(monkeypatch, name, module)
    with pytest.raises(SourceError, match=reason):
        members.__wrapped__()
