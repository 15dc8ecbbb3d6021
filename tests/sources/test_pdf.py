"""The text layer of PDFs, and clear words for those that have none to give."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources import pdf as source
from dragoman.sources.gather import read_bytes
from dragoman.sources.parts.lines import lines
from tests.sources.material import CHINESE, PASSWORD, pdf


def one(data: bytes) -> Dispatch:
    (found,) = source.dispatches(data, "talks.pdf")
    return found


def test_the_text_layer() -> None:
    rows = ["Ministers met in the capital", "The two ministers met for two hours and talk-", "ed about trade."]
    found = one(pdf([rows, ["A second page."]], title="Ministers met"))
    assert (
        found.text
        == "Ministers met in the capital\nThe two ministers met for two hours and talked about trade.\n\nA second page."
    )
    assert (found.title, found.published, found.media_type, found.notes) == (
        "Ministers met",
        None,
        "application/pdf",
        (),
    )


def test_chinese_lines_are_joined() -> None:
    rows = ["会谈结果", "外交部长在北京会见来访的外务大", "臣，双方同意重启对话。", "他说愿意继续谈下去。"]
    assert (
        one(pdf([rows], CHINESE)).text
        == "会谈结果\n外交部长在北京会见来访的外务大臣，双方同意重启对话。\n他说愿意继续谈下去。"
    )


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        (["one\r\ntwo\rthree"], "one\ntwo\nthree"),
        (["talk\ufffeed", "x"], "talked\nx"),
        (["Indo\ufffePacific"], "Indo-Pacific"),
        (["win-\nwin"], "win-\nwin"),  # no mark: not ours to judge
        (["日本の外務大臣は東京で会\n談した。"], "日本の外務大臣は東京で会談した。"),
        (["日本の外務大臣は東京で会談した。\n次の会談は未定。"], "日本の外務大臣は東京で会談した。\n次の会談は未定。"),
        (["見出し\n日本の外務大臣は東京で会談した。"], "見出し\n日本の外務大臣は東京で会談した。"),
        (["it goes on", "over the page."], "it goes on\nover the page."),
        (["It ends.", "", "New page."], "It ends.\n\nNew page."),
        ([], ""),
    ],
)
def test_lines_of_print_become_lines_of_text(pages: list[str], text: str) -> None:
    assert lines(pages) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([["Secret"]], trailer=PASSWORD), r"is an encrypted PDF \(save it without its password\)"),
        (pdf([[]]), "is a PDF without a text layer"),
        (b"%PDF-1.7 and then nothing of the kind", "is a damaged PDF, or none at all"),
        (b"%PDF-1.4\n" + b"1 0 obj << /Kids [1 0 R] >> endobj " * 2000 + b"trailer << /Root 1 0 R >>", "PDF"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=rf"talks\.pdf: .*{reason}"):
        one(data)


@pytest.mark.parametrize("missing", [20, 300])
def test_a_cut_pdf_is_mended_or_refused(missing: int) -> None:
    (found,) = read_bytes(pdf([["The two ministers met."]])[:-missing], "talks.pdf")
    assert (found.text if isinstance(found, Dispatch) else found.reason) in {
        "The two ministers met.",
        "is a damaged PDF, or none at all (save or download it anew)",
        "is a PDF without a text layer (run it through character recognition first)",
    }


@pytest.mark.parametrize("title", ["Microsoft Word - draft.doc", "untitled", "talks.indd"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert one(pdf([["Words."]], title=title)).title is None


def test_a_reader_that_dies_or_stalls_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "PDF_SECONDS", 0.001)
    with pytest.raises(SourceError, match=r"takes more than 0\.001 s"):
        one(pdf([["Words."]]))
    monkeypatch.setattr(source, "PDF_SECONDS", 60)
    monkeypatch.setattr(source, "CHILD", "dragoman.sources.parts.no_such_module")
    with pytest.raises(SourceError, match="stopped its reader"):
        one(pdf([["Words."]]))
