"""The words of offices: nouns by which nobody is told by name, and titles without their field or by their initials."""

from __future__ import annotations

import re

ANYONE = frozenset(("official", "dignitary", "diplomat", "envoy", "leader", "visitor"))
"""Nouns that may take up anyone in office."""
GUESTS = frozenset(("guest", "visitor"))
BODIES = frozenset(
    ("ministry", "department", "embassy", "office", "government", "commission", "council", "agency", "parliament")
)
"""Nouns that in a title only say where somebody serves: "Foreign Ministry spokesperson"; the ministry is not the spokesperson."""
_FIELD = re.compile(r" (?:of|for|in|at|to) ")


def rank(title: str) -> str:
    """A title without its field: "minister" of "minister of trade"."""
    return _FIELD.split(title)[0]


def initials(title: str) -> str:
    """ "PM" of "Prime Minister"."""
    return "".join(word[0] for word in title.split() if word[0].isupper())
