"""Bytes to text, one code point for each character that was there: nothing is dropped, evened or normalised.

The order of belief: a byte order mark; valid UTF-8 (hardly any text in another character set is valid UTF-8 by chance);
what the carrier declares; UTF-8 with a few damaged bytes; what the bytes look like. A byte order mark stays in the text
as U+FEFF, because offsets count the characters of the text as given. Line ends stay as they are.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

_CODECS = """utf_8 utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be gb18030 hz big5 big5hkscs cp950 cp932 shift_jis
shift_jis_2004 euc_jp euc_jis_2004 iso2022_jp iso2022_jp_2 iso2022_kr cp949 euc_kr johab cp1250 cp1251 cp1252 cp1253
cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp850 cp866 cp874 koi8_r koi8_u mac_roman mac_cyrillic iso8859_1 iso8859_2
iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13 iso8859_14
iso8859_15 iso8859_16 tis_620 ascii"""
_KNOWN = {codecs.lookup(name).name for name in _CODECS.split()}
"""What a declaration may name. Others that Python knows (escapes, compression) are no character sets."""

_SUPERSETS = {  # what is meant in practice by the names that are declared
    "gb18030": "gb2312 gbk gb_2312-80 x-gbk cp936 ms936",
    "cp932": "shift_jis shift-jis sjis x-sjis windows-31j ms932",
    "big5hkscs": "big5 x-x-big5",
    "cp949": "euc-kr ks_c_5601-1987 ksc5601 windows-949",
    "euc_jp": "x-euc-jp",
    "cp874": "tis-620",
    "cp1252": "iso-8859-1 iso8859-1 latin-1 latin1 l1 ascii us-ascii",
    "utf-16-le": "unicode",
}
_MEANT = {said: superset for superset, names in _SUPERSETS.items() for said in names.split()}

_LIKELY_CODECS = """gb18030 big5 cp932 euc_jp cp949 cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874
koi8_r iso8859_5 mac_roman cp850 latin_1"""
_LIKELY = _LIKELY_CODECS.split()
_SHIFTED = {"iso2022_jp": re.compile(rb"\x1b\$[@B]"), "iso2022_kr": re.compile(rb"\x1b\$\)C")}
_SAMPLE = 200_000
_HIGH_PAIR, _HIGH = re.compile(rb"[\x80-\xff]{2,}"), re.compile(rb"[\x80-\xff]")
_ASCII_RUN = re.compile(rb"([\x00-\x7f])[\x00-\x7f]{3,}")  # the first may be the second half of a character
_ASIAN_PUNCTUATION = re.compile(rb"(?:[\x00-\x7f]|\xa1[\xa1-\xfe])*\Z")
_TYPOGRAPHIC = frozenset("“”‘’—–…·、。《》〈〉「」")
_BROKEN = "\ufffd"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`charset`: the one used. `notes`: what had to be replaced, or which declaration was passed over."""

    text: str
    charset: str
    notes: tuple[str, ...] = ()

    @property
    def looks_binary(self) -> bool:
        """Whether control characters are so many that no one wrote this as text.

        Valid UTF-8 is given the benefit of the doubt up to one half, anything else up to one in twenty.
        """
        controls = len(_CONTROL.findall(self.text))
        sound = self.charset.startswith("utf") and not self.notes
        return controls > (max(8, len(self.text) // 2) if sound else max(2, len(self.text) // 20))


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; never fails. `declared`: the character set that the carrier names, in its own spelling."""
    for mark, name in _MARKS:
        if data.startswith(mark) and not (name.startswith("utf-32") and len(data) % 4):
            return _with(data, name)
    said = _named(declared)
    notes = () if said or not declared else (f"the declared character set {declared[:40]!r} is not known",)
    if (wide := _wide(data)) and (text := _strict(data, wide)) is not None:
        return Decoded(text, wide)
    for name, shift in _SHIFTED.items():
        if shift.search(data[:_SAMPLE]) and (text := _strict(data, name)) is not None:
            return Decoded(text, name)
    if (text := _strict(data, "utf-8")) is not None and not (
        data.isascii() and said and said.startswith(("utf-16", "utf-32", "hz", "iso2022"))
    ):
        return Decoded(text, "utf-8", notes)
    if said:
        if (text := _strict(data, said)) is not None:
            return Decoded(text, said, notes)
        notes = (f"the declared character set {declared} does not fit the bytes",)
    if _mostly_utf8(data):
        return _with(data, "utf-8")
    guess = _alike(data)
    if guess is None:
        return Decoded(data.decode("latin-1"), "latin-1", (*notes, "the character set is not known: read as Latin-1"))
    found = _with(data, guess)
    return Decoded(found.text, guess, (*notes, *found.notes))


def _named(declared: str | None) -> str | None:
    name = (declared or "").strip().strip("\"'").lower()
    if not name or len(name) > 40 or not name.isascii() or "\0" in name:
        return None
    try:
        known = codecs.lookup(_MEANT.get(name, name)).name
    except LookupError:
        return None
    return known if known in _KNOWN else None


def _strict(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except UnicodeError:
        return None
    return None if _surrogate(text) else text


def _surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _with(data: bytes, name: str) -> Decoded:
    if (sound := _strict(data, name)) is not None:
        return Decoded(sound, name)
    text = data.decode(name, "replace")
    if _surrogate(text):  # one for one, so that no offset moves
        text = "".join(_BROKEN if "\ud800" <= char <= "\udfff" else char for char in text)
    count = text.count(_BROKEN)
    return Decoded(
        text, name, (f"{count} invalid {'sequence' if count == 1 else 'sequences'} of bytes for {name} replaced",)
    )


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: a Latin text has a NUL in most pairs, always on the same side."""
    head = data[:_SAMPLE]
    pairs = len(head) // 2
    if pairs < 2 or len(data) % 2:
        return None
    for name, nul, other in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if nul.count(0) > 0.7 * pairs and other.count(0) < 0.02 * pairs:
            return name
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether at least as many characters beyond ASCII are sound UTF-8 as are broken."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    beyond = sum(1 for char in text if char > "\x7f" and char != _BROKEN)
    return beyond > 0 and beyond >= text.count(_BROKEN)


def _alike(data: bytes) -> str | None:
    """The likeliest character set of bytes that are no UTF-8, or None."""
    from charset_normalizer import from_bytes

    if _ASIAN_PUNCTUATION.match(data[:_SAMPLE]):  # English with full-width quotation marks: too little for statistics
        score = {
            name: sum(char in _TYPOGRAPHIC for char in _strict(data, name) or "")
            for name in ("gb18030", "big5", "euc_jp")
        }
        best = max(score, key=lambda name: score[name])
        if score[best]:
            return best
    sample = data[:_SAMPLE]
    if 2 * sum(map(len, _HIGH_PAIR.findall(sample))) > len(_HIGH.findall(sample)):  # no Latin letters: markup misleads
        sample = _ASCII_RUN.sub(rb"\1 ", sample)
    found = [str(match.encoding) for match in from_bytes(sample, cp_isolation=_LIKELY) or from_bytes(sample)]
    found = [codecs.lookup(name).name for name in found]
    found = [name for name in found if name in _KNOWN]
    fitting = next(((name, text) for name in found if (text := _strict(data, name)) is not None), None)
    if fitting is None:
        return found[0] if found else None
    name, text = fitting
    return "cp1252" if _strict(data, "cp1252") == text else name
