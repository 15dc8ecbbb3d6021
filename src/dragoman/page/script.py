"""Lines in another script than the page's: a site's own words around an article in a foreign language."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

_PAGE, _LINE = 0.8, 0.6
"""Share of a page's letters that its script has; share of a line's letters in other scripts, from which that line is not the article's."""


def _scripts(text: str) -> Counter[str]:
    """Letters by the first word of their names ("LATIN", "THAI", "CJK"), marks on them left out."""
    if text.isascii():
        return Counter(LATIN=sum(map(str.isalpha, text)))
    return Counter(unicodedata.name(c, "?").partition(" ")[0] for c in text if c.isalpha())


def alien(said: Sequence[str]) -> set[int]:
    """Places of the lines that a page in Latin letters has in other ones; none where it is half in these itself. A page in other letters
    names much in Latin ones, so there they tell nothing."""
    lines = [_scripts(words) for words in said]
    page = sum(lines, Counter())
    if not page or page["LATIN"] < _PAGE * page.total():
        return set()
    return {i for i, line in enumerate(lines) if line and line["LATIN"] <= (1 - _LINE) * line.total()}
