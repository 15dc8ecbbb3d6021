"""The kinds of findings that become entries, each with what compares its descriptions."""

from __future__ import annotations

from dragoman.record.match import commitment, encounter, named, person
from dragoman.record.match.verdict import Matcher

MATCHERS: dict[str, Matcher] = {
    "person": person.Matcher(),
    "mechanism": named.Matcher("mechanism"),
    "instrument": named.Matcher("instrument"),
    "encounter": encounter.Matcher(),
    "commitment": commitment.Matcher(),
}
"""The kinds of findings that become entries."""

STAGES = (("person", "mechanism", "instrument"), ("encounter",), ("commitment",))
"""The order in which kinds are resolved: the descriptions of each rest on the entries of those before."""
