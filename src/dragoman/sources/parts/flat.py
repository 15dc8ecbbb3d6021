"""All the text of a piece of HTML, a line for each block: for feed entries, and for pages in which no article is
found."""

from __future__ import annotations

import re
from typing import Any

_BLOCK_NAMES = """address article aside blockquote body br caption center dd details dialog div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th
thead title tr ul"""
_SILENT_NAMES = "script style template svg math noscript iframe object select button textarea head"
_BLOCKS, _SILENT = frozenset(_BLOCK_NAMES.split()), frozenset(_SILENT_NAMES.split())
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


class _Flattener:
    """Takes the parser's events as they come, so that depth costs nothing."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.silent: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002  # the parser's protocol
        if tag in _SILENT:
            self.silent.append(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def end(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        elif tag in _BLOCKS and tag != "br":
            self.pieces.append("\n")

    def data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(_SPACE.sub(" ", data))

    def comment(self, text: str) -> None:
        """Comments are not said to the reader."""

    def close(self) -> str:
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(self.pieces).split("\n"))
        return "\n".join(line for line in lines if line)


def flat(html: str) -> str:
    """The text of `html`, whole or a fragment, well formed or not, however deep: lines without white space at their
    ends, none empty."""
    from lxml import etree  # type: ignore[import-untyped]

    if not html.strip("\0 \t\n\r\f\v\ufeff"):
        return ""
    flattener: Any = _Flattener()
    parser = etree.HTMLParser(target=flattener, huge_tree=True, encoding="utf-8")
    parser.feed(html.replace("\0", "\ufffd").encode("utf-8", "replace"))
    return str(parser.close())
