"""What a site lets programs fetch, by its robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable

from protego import Protego

AGENT = "Dragoman"
"""The name that a site's rules may call this program by."""
LARGEST = 600_000
"""Bytes of a robots.txt that are heeded; the standard asks for 500 KiB."""


class Robots:
    """The rules of the sites that were asked, each asked once. `ask`: an address to (status, at most LARGEST bytes)."""

    def __init__(self, ask: Callable[[str], tuple[int, bytes]]) -> None:
        self._ask = ask
        self._held: dict[str, Protego | None] = {}

    def refusal(self, address: str, site: str) -> str | None:
        """Why `address`, on `site` (such as https://host:port), may not be fetched; None where it may. A site that has
        no rules allows all; one that fails to say which it has, by the standard, nothing."""
        if site not in self._held:
            status, data = self._ask(f"{site}/robots.txt")
            rules = data[:LARGEST].decode("utf-8", "replace") if status == 200 else ""
            self._held[site] = None if status >= 500 else Protego.parse(rules)
        held = self._held[site]
        if held is None:
            return "is on a site that fails to say what programs may fetch"
        return (
            None if held.can_fetch(address, AGENT) else "may not be fetched by programs, as its site's robots.txt says"
        )
