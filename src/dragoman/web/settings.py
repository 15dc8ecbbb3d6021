"""What a server was started with."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
ANY = ("0.0.0.0", "::")  # noqa: S104  (named here to be refused without a name)


@dataclass(frozen=True, slots=True)
class Settings:
    """`record`: the record's file. `host`: the address listened on; `names`: further host names under which browsers may
    call it. `accounts`: the file of accounts. `secure`: browsers reach it by https, so cookies travel by nothing else."""

    record: Path
    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    accounts: Path | None = None
    secure: bool = False

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it; reading then needs no login."""
        return is_loopback(self.host)

    @property
    def allowed(self) -> frozenset[str]:
        """Host names that a request may be addressed to; any other is refused, so that no foreign page can reach a
        record through a name of its own."""
        own = LOOPBACK if self.loopback else (() if self.host in ANY else (_bracketed(self.host),))
        return frozenset(name.casefold() for name in (*own, *self.names))

    @property
    def accounts_file(self) -> Path:
        """Beside the record unless another was named: accounts belong to the server, a record may be handed on."""
        return self.accounts or self.record.with_name(self.record.name + ".accounts.json")


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
