"""The head of "key: value" lines between two rules of dashes that archives in Markdown put before a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.span import Span

_FENCED = re.compile(r"\s*---[ \t]*\r?\n(?P<head>(?:.*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)$")
_ITEM = re.compile(r"(?:[ \t]*-[ \t]+|[ \t]+)(?P<value>\S.*)$")
_FOLDS = re.compile(r"[>|][+-]?[ \t]*$")
_QUOTED = re.compile(r"""(?P<mark>["'])(?P<inner>.*)(?P=mark)[ \t]*(?:#.*)?$""")
BYLINES = ("author", "authors", "byline", "by", "writer", "reporter", "journalist")
"""Fields that name who wrote a text."""
TITLES = ("title", "post_title", "headline", "original_title")
_FEW = 2
"""Fields below which what stands between two rules is no head."""


@dataclass(frozen=True, slots=True)
class Matter:
    """`span`: from the first rule to behind the last. `fields`: by key in small letters, the places of its values, each on one line and
    without its quotation marks."""

    span: Span
    fields: dict[str, list[Span]] = field(default_factory=dict)

    def of(self, *keys: str) -> list[Span]:
        """The places of the first of these fields that has any."""
        return next((spans for key in keys if (spans := self.fields.get(key))), [])

    def first(self, text: str, *keys: str) -> str | None:
        """The words of the first of these fields that has any, its lines joined and doubled marks made single; None where none has."""
        words = " ".join(" ".join(span.of(text) for span in self.of(*keys)).split())
        return words.replace("''", "'").replace('\\"', '"') or None


def matter(text: str) -> Matter | None:
    """The head of a text; None where it does not open with one."""
    found = _FENCED.match(text)
    if found is None:
        return None
    fields: dict[str, list[Span]] = {}
    under: list[Span] | None = None
    at = found.start("head")
    for line in found["head"].splitlines(keepends=True):
        words = line.rstrip()
        if key := _KEY.match(words):
            under = fields.setdefault(key["key"].lower().replace("-", "_"), [])
            start = key.start("value")
        elif item := _ITEM.match(words):
            start = item.start("value")
        elif words and not words.startswith("#"):
            return None  # no list of fields
        else:
            start = -1
        value = words[start:] if start >= 0 else ""
        if under is not None and value and not _FOLDS.match(value) and not value.startswith("- "):
            quoted = _QUOTED.match(value)
            begin, end = quoted.span("inner") if quoted else (0, len(value))
            if end > begin:
                under.append(Span(at + start + begin, at + start + end))
        at += len(line)
    return Matter(Span(found.start() + _indent(found[0]), found.end()), fields) if len(fields) >= _FEW else None


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())
