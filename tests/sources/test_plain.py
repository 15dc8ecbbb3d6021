"""Text in any character set comes out as it went in, code point for code point."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.charset import decode
from dragoman.sources.plain import dispatches

JAPANESE = "外務大臣は東京で先方の大臣と会談し、対話を再開することで一致した。「話し合いを続ける」と述べた。"
CHINESE = "外交部长在北京会见来访的外务大臣，双方同意重启对话。他说：“我们愿意继续谈下去。”"
TRADITIONAL = "外交部長在北京會見來訪的外務大臣，雙方同意重啟對話。"
KOREAN = "외교부 장관은 도쿄에서 회담을 가졌다. 양측은 대화를 다시 시작하기로 했다."
RUSSIAN = "Министр иностранных дел встретился в столице с коллегой и предложил продолжить переговоры."
FRENCH = "Le ministre des Affaires étrangères a reçu son homologue ; ils ont évoqué la coopération à venir."
ENGLISH = "The minister’s visit – his first – was “useful”, he said."
ASCII = "The two ministers met for an hour.\r\nThey will meet again."


def one(data: bytes, charset: str | None = None) -> Dispatch:
    (found,) = dispatches(data, "here.txt", charset)
    return found


@pytest.mark.parametrize(
    ("text", "codec", "declared", "said"),
    [
        # UTF-8 is seen to be that, whatever is declared
        (ENGLISH, "utf-8", None, "utf-8"),
        (CHINESE, "utf-8", "iso-8859-1", "utf-8"),
        (ASCII, "ascii", "windows-1252", "utf-8"),
        # the other families without any declaration
        (JAPANESE, "shift_jis", None, "cp932"),
        (JAPANESE, "euc_jp", None, "euc_jp"),
        (JAPANESE, "iso2022_jp", None, "iso2022_jp"),
        (CHINESE, "gb18030", None, "gb18030"),
        (TRADITIONAL, "big5", None, "big5"),
        (KOREAN, "euc_kr", None, "cp949"),
        (RUSSIAN, "cp1251", None, "cp1251"),
        (RUSSIAN, "koi8-r", None, "koi8-r"),
        (FRENCH, "latin-1", None, "cp1252"),
        (ENGLISH, "cp1252", None, "cp1252"),
        # English with the quotation marks of a Chinese typewriter
        (ENGLISH.replace("–", "—"), "gb18030", None, "gb18030"),
        # declared by their common names, which mean the superset
        (CHINESE, "gbk", "GB2312", "gb18030"),
        (JAPANESE, "cp932", "Shift_JIS", "cp932"),
        (FRENCH, "latin-1", "ISO-8859-1", "cp1252"),
        (FRENCH, "latin-1", "iso-8859-15", "iso8859-15"),
        # UTF-16 and UTF-32 without a mark
        (ASCII, "utf-16-le", None, "utf-16-le"),
        (ASCII, "utf-16-be", None, "utf-16-be"),
        (CHINESE, "utf-16-le", "utf-16le", "utf-16-le"),
    ],
)
def test_every_character_set_gives_the_same_text(text: str, codec: str, declared: str | None, said: str) -> None:
    found = one(text.encode(codec), declared)
    assert (found.text, found.charset, found.notes) == (text, said, ())


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32-le", "utf-32-le"),
        ("gb18030", "gb18030"),
    ],
)
def test_a_byte_order_mark_decides_and_stays_the_first_character(codec: str, said: str) -> None:
    found = one(("\ufeff" + CHINESE).encode(codec), "latin-1")
    assert (found.text, found.charset) == ("\ufeff" + CHINESE, said)


@pytest.mark.parametrize(
    "text",
    [
        "one\r\ntwo\rthree\nfour\u2028five\x0bsix\x0cseven\x85eight",  # every kind of line end
        "a\0b\x01\x1b[31mc\x7f and then a good deal of ordinary text",  # NUL, controls, a terminal's escape
        '"',  # a lone quotation mark
        "\u202eright to left\u202c and zero\u200bwidth",
        "e\u0301 and é are not the same, nor are ﬁ and fi",  # nothing is normalised
        "😀🀄 beyond the basic plane 𠮷野",
    ],
)
def test_nothing_is_evened(text: str) -> None:
    assert one(text.encode("utf-8")).text == text


@pytest.mark.parametrize(
    ("data", "declared", "text", "note"),
    [
        # a file cut within a character
        ("会谈".encode()[:-1], None, "会\ufffd", "1 invalid sequence of bytes for utf-8 replaced"),
        # a stray byte among sound ones
        (
            "Côte d’Ivoire ".encode() + b"\xff et",
            None,
            "Côte d’Ivoire \ufffd et",
            "1 invalid sequence",
        ),
        # half a surrogate pair is no character
        ("会谈结果 ".encode() + b"\xed\xa0\x80", None, "会谈结果 \ufffd\ufffd\ufffd", "3 invalid sequences"),
        # a declaration that is not true, or names nothing
        (FRENCH.encode("cp1252"), "utf-8", FRENCH, "the declared character set utf-8 does not fit the bytes"),
        (b"plain", "klingon-1", "plain", "the declared character set 'klingon-1' is not known"),
        (b"plain", "rot13", "plain", "the declared character set 'rot13' is not known"),
    ],
)
def test_what_is_mended_is_said(data: bytes, declared: str | None, text: str, note: str) -> None:
    found = one(data, declared)
    assert found.text == text
    assert any(line.startswith(note) for line in found.notes)


@pytest.mark.parametrize("data", [b"\0" * 100, bytes(range(256)) * 20, b"RIFF\x24\0\0\0WAVE" + b"\x80\0\x01\x02" * 500])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"here\.txt: is not text"):
        one(data)


def test_unknown_bytes_are_still_counted_one_by_one() -> None:
    found = decode(bytes([0x81, 0x8D, 0xFF]))
    assert found.text
    assert "\ud800" not in found.text


HEADED = """---
post_title: 'Harbour talks &#8211; a new start'
published: 2014-03-02 15:13
source: Port Daily
canonical_url:
  - >
    https://port.example/talks
lang: en-GB
---
The ministers met at the quay.
"""


def test_a_head_of_fields_is_the_carriers_word() -> None:
    found = one(HEADED.encode())
    assert found.text == HEADED
    assert (found.title, found.published, found.outlet, found.address, found.language) == (
        "Harbour talks – a new start",
        "2014-03-02",
        "Port Daily",
        "https://port.example/talks",
        "en",
    )
    assert one(HEADED.replace("---\nThe", "The").encode()).title is None
