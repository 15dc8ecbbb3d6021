"""Dispatch text as a page may show it: characters that a reader cannot see, or that turn the reading direction, are
written out, so that what one sees is what is there."""

from __future__ import annotations

import re
from typing import Any

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and the ends of lines
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # no width, or a direction
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff"  # halves of characters, which no page can carry
    "]"
)
_ACCENT = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HEAPS = re.compile(rf"({_ACCENT}{{4}}){_ACCENT}+")


def visible(text: str) -> str:
    """The text with each such character as `⟨U+202E⟩`, and heaps of more than four accents on one letter cut to four.

    >>> visible("to\\u202eyo")
    'to⟨U+202E⟩yo'
    """
    if text.isascii() and text.isprintable():
        return text
    return _HEAPS.sub(r"\1", _UNSEEN.sub(_named, text))


def _named(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def shown(value: Any) -> Any:
    """What a template puts out: strings made visible, nothing for None, anything else as it is. Markup was made visible
    when it was made."""
    if value is None:
        return ""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value)
    return value
