"""The agency's line before a story: "BEIJING, Dec. 4 (Xinhua) --"."""

from __future__ import annotations

import re

from dragoman.page.page import Dateline
from dragoman.span import Span

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DAY = (
    rf"(?:{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s*\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s*\d{{4}})?)"
)
_PLACE = r"[A-Z][A-Za-zÀ-ɏ.'-]+(?:[ ,/]+(?:[A-Z][A-Za-zÀ-ɏ.'-]+|of|the|de|al)){0,4}"
_AGENCY = r"\(?[A-Z][\w.&' /-]{1,40}\)?"
_LINE = re.compile(
    rf"""(?P<place>{_PLACE})
    (?:
       ,?\s*(?P<dated>{_DAY})\s*(?:,\s*)?(?P<agency>\([^()\n]{{2,40}}\)|,?\s*{_AGENCY})?\s*(?:---?\s*|[-_]\s+|:\s+|\.-\s*)
     | ,?\s*(?P<dated3>{_DAY})\.?\s*/(?P<agency3>[^/\n]{{2,30}})/\.?\s*(?:--?\s+)?
     | ,?\s*\((?P<agency4>[^()\n]{{2,60}}?)\s*[-–,]\s*(?P<dated4>{_DAY})\)[:.]?\s*(?:--?-?\s+)?
     | \s*(?P<agency2>\([^()\n]{{2,40}}\))\s*(?:---?\s*|[-_]\s+|:\s+)
     | \s*(?:,\s*(?P<dated2>{_DAY}))?\s*(?:\s(?:--?-?|_)|:\s-)\s+
    )""",
    re.VERBOSE,
)
_BARE_AGENCY = re.compile(r"\((?P<agency>[A-Z][\w .&/-]{1,40})\)\s*(?:--?|_)\s+")


def dateline(text: str, block: Span) -> Dateline | None:
    """The dateline at the beginning of a paragraph, with the dash that ends it; None where there is none. A place in capitals
    or a date or agency beside it is asked for, so that "Name - words" is not taken for one."""
    found = _LINE.match(text, block.start, block.end)
    if found:
        place = Span(*found.span("place"))
        dated = next((Span(*found.span(g)) for g in ("dated", "dated2", "dated3", "dated4") if found[g]), None)
        agency = next((Span(*found.span(g)) for g in ("agency", "agency2", "agency3", "agency4") if found[g]), None)
        name = place.of(text)
        if not dated and not name.isupper() and found[0].rstrip().endswith(":"):
            return None  # a speaker with his country, in a transcript
        town = name.partition(",")[0]
        if dated or agency or (town.isupper() and len(town) > 2):
            return Dateline(Span(found.start(), found.end()), place, dated, agency)
        return None
    bare = _BARE_AGENCY.match(text, block.start, block.end)
    return Dateline(Span(bare.start(), bare.end()), None, None, Span(*bare.span("agency"))) if bare else None
