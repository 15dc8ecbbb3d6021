"""Pages for tests: texts laid out with the general packs alone."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.page.page import Page

ODD = "\0\t\r\n\x0b\x0c\u2028\u2029\x85\u200b\ufeff\u202e\u2067\ud800\udfff\U0001f1f5\U0001f1ea\u0301İßﬀŉ“”‘’«»「」『』\"'()[]{}.:;!?…。-–—|>•*©€"
WORDS = (
    "The minister", "Ana Ruiz", "said", "met", "Tom Berg", "of Peru", "“we agree”", "\"no", "''quoted''", "on Monday", "Dr.", "U.S.",
    "No. 5", "May 3, 2024", "LIMA, May 3 (Port Wire) --", "Q:", "Share", "Home > News", "09:16", "Photo:", "東京で会談した。", "両外相は", "\n", "\n\n",
    ". ", "! ", "? ", ", ", "; ", " - ",
)  # fmt: skip
"""Pieces of which dispatches are made, and the worst that is in them."""

texts = st.one_of(
    st.text(st.one_of(st.sampled_from(ODD), st.characters())),
    st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD)), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)
"""Any string at all, and strings much like dispatches."""


def page(text: str, *, parsed: bool = True, **carrier: Any) -> Page:
    """`text` as a page; `carrier`: what its carrier said of it (title, outlet, address …)."""
    return lay(Dispatch(text, **carrier), desk(("world", "en")), parsed)
