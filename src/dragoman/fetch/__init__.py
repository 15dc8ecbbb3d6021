"""Web addresses that a person names, as dispatches.

Fetching needs packages of the extra `web`; importing `fetch.fetch` without them gives an ExtraError that says so.
"""

from __future__ import annotations

import re


def is_address(source: str) -> bool:
    """Whether a source that was named is a web address and nothing on this machine."""
    return re.match(r"https?://", source, re.IGNORECASE) is not None
