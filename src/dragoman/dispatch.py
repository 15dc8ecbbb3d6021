"""One document as received."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Dispatch:
    """The text of one document and what its carrier said about it.

    `text` is never edited: every offset in a reading counts its code points. `origin` names the file, address or feed item
    it came from. `outlet`, `title`, `published` (ISO 8601), `language` (ISO 639-1) and `address` are the carrier's own
    metadata (a page's head, a feed's fields), None where it gave none; a reading looks for them in the text as well.
    """

    text: str
    origin: str = ""
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None
    media_type: str = "text/plain"
    charset: str | None = None
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def id(self) -> str:
        """Sixteen hexadecimal digits that depend on the text and the carrier's metadata alone, so that the same content has the same id."""
        parts = (self.text, self.outlet, self.title, self.published, self.language, self.address)
        digest = hashlib.sha256()
        for part in parts:
            digest.update(b"\0" if part is None else part.encode("utf-8", "surrogatepass") + b"\1")
        return digest.hexdigest()[:16]
