"""What a piece of markup says it is, told from its first bytes without parsing it."""

from __future__ import annotations

import codecs
import re

_BEFORE = re.compile(r"\s*(?:<\?[^>]*>|<!--.*?-->)", re.DOTALL)
_DOCTYPE = re.compile(r"\s*<!doctype\s+([a-z][\w:.-]*)[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(r"\s*<([a-z_][\w:.-]*)[\s/>]", re.IGNORECASE)


def root(head: bytes) -> str | None:
    """The root element's name in lower case without prefix (`html`, `rss`, `feed`, …), or None where `head` begins
    otherwise."""
    text = _loose(head).lstrip("\ufeff")
    at = 0
    while found := _BEFORE.match(text, at):
        at = found.end()
    if found := _DOCTYPE.match(text, at):
        if found[1].lower() == "html":
            return "html"
        at = found.end()
        while found := _BEFORE.match(text, at):
            at = found.end()
    found = _ROOT.match(text, at)
    return found[1].lower().rpartition(":")[2] if found else None


def _loose(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        return head.decode("utf-16-le", "replace")
    if head.startswith((codecs.BOM_UTF16_BE, b"\0<")):
        return head.decode("utf-16-be", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
