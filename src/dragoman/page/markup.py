"""Marks of a page's or a manuscript's layout left in a plain text, blanked one code point for one: elements of HTML, styles, and the
signs of Markdown for headings, links and stress. What stands for the beginning of a block becomes a line's end."""

from __future__ import annotations

import re
from typing import Final

from dragoman.desk.pattern import lowered

_BLOCKS: Final = (
    "p|div|br|hr|h[1-6]|ul|ol|li|table|tr|td|th|section|article|header|footer|nav|aside|main|figure|figcaption|blockquote|pre|"
    "title|head|body|html|dl|dt|dd|form|address"
)
_INLINE: Final = (
    "span|em|strong|b|i|u|a|img|small|sup|sub|font|center|cite|q|s|abbr|time|label|button|input|iframe|picture|source|video|"
    "audio|svg|path|meta|link|code|mark|wbr|noscript"
)
_HTML = re.compile(rf"</?(?:(?P<block>{_BLOCKS})|{_INLINE})(?=[\s/>])[^<>]*>", re.I)
_HIDDEN = (("<style", "</style>"), ("<script", "</script>"), ("<!--", "-->"))
"""What a browser shows nothing of, from the first sign to the last."""
_LIQUID = re.compile(r"\{%[^{}\n]{0,200}%\}")
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)")
_LINKED = re.compile(
    r"(?<!!)(?P<open>\[)(?P<words>[^\[\]\n]{1,300})(?P<close>\]\((?:https?:|/|#|mailto:|www\.)[^()\s]*(?: \"[^\"\n]*\")?\))"
)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.M)
_STRESS = re.compile(r"(?<![\w*])\*\*(?=\S)|(?<=\S)\*\*(?![\w*])|(?<!\w)__(?=\w)|(?<=[\w.!?])__(?!\w)")
_SLANTED = re.compile(r"^([ \t]*)([*_])(?=[^\s*_])([^*_\n]+)(?<=\S)\2(?=[ \t]*$)", re.M)
"""A whole line set in italics."""


def _blank(words: str) -> str:
    return "".join(char if char == "\n" else " " for char in words)


def _element(match: re.Match[str]) -> str:
    return "\n" + _blank(match[0][1:]) if match["block"] else _blank(match[0])


def _link(match: re.Match[str]) -> str:
    return f" {match['words']}{_blank(match['close'])}"


def _without_hidden(text: str) -> str:
    low = lowered(text)
    for opening, closing in _HIDDEN:
        at = low.find(opening)
        while at >= 0 and (end := low.find(closing, at)) >= 0:
            end += len(closing)
            text = text[:at] + _blank(text[at:end]) + text[end:]
            at = low.find(opening, end)
    return text


def unmarked(text: str) -> str:
    """The text with its marks of layout blanked; as long as before."""
    if "<" in text:
        text = _without_hidden(text)
        text = _HTML.sub(_element, text)
    if "{%" in text:
        text = _LIQUID.sub(lambda m: _blank(m[0]), text)
    if "](" in text:
        text = _LINKED.sub(_link, _PICTURE.sub(lambda m: _blank(m[0]), text))
    if "#" in text:
        text = _HEADING.sub(lambda m: _blank(m[0]), text)
    if "**" in text or "__" in text:
        text = _STRESS.sub("  ", text)
    if "*" in text or "_" in text:
        text = _SLANTED.sub(r"\1 \3 ", text)
    return text
