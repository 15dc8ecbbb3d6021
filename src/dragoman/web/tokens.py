"""Tokens by which programs write to the record without a browser: made for one account, shown once, revoked one by one.

A token is 256 random bits, so that its plain digest is enough to keep and no guessing has to be slowed down. It may do
what its role lets it and its account's role at the time of asking, whichever is less.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dragoman.web.accounts import ROLES, Account, AccountError, Accounts, read, write

MARK = "dragoman_"
"""What a token begins with, so that one that leaked is recognised."""
DAYS = 365
"""How long a token lasts where nothing else is said."""
LONGEST_DAYS = 3650
_LONGEST = 200
_WRITING = threading.Lock()
"""Held from reading the file to writing it, so that of two made at once neither is lost."""


@dataclass(frozen=True, slots=True)
class Token:
    """`id`: by which it is revoked, of no use otherwise. `until`: its last day, ISO 8601."""

    id: str
    account: str
    role: str
    use: str
    made: str
    until: str


class Tokens:
    """The tokens in a file of accounts. Read anew each time, so that a revoked one is refused at once."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def make(self, account: str, role: str, use: str, days: int = DAYS, now: datetime | None = None) -> str:
        """A new token of an account, not kept and so not to be had again. `use`: what for, in words. AccountError for an
        account that is not there or a role above its own."""
        holder = Accounts(self.file).find(account)
        if holder is None:
            raise AccountError(account, "has no account", "`dragoman account add` makes one")
        if role not in ROLES or ROLES.index(role) > ROLES.index(holder.role):
            raise AccountError(f"--role {role}", f"is not for {account}, who is {holder.role}", "give a lower one")
        today = (now or datetime.now(UTC)).date()
        token = MARK + secrets.token_urlsafe(32)
        with _WRITING:
            held = read(self.file)
            held["tokens"][_digest(token)] = {
                "account": account, "role": role, "use": use[:_LONGEST], "made": str(today),
                "until": str(today + timedelta(days=days)),
            }  # fmt: skip
            write(self.file, held)
        return token

    def all(self) -> list[Token]:
        """The oldest first."""
        found = [Token(digest[:12], **entry) for digest, entry in read(self.file)["tokens"].items()]
        return sorted(found, key=lambda one: (one.made, one.id))

    def revoke(self, key: str, account: str | None = None) -> None:
        """AccountError where no token, or none of that account, has the id."""
        with _WRITING:
            held = read(self.file)
            kept = {
                digest: one for digest, one in held["tokens"].items()
                if digest[:12] != key or account not in (None, one["account"])
            }  # fmt: skip
            if len(kept) == len(held["tokens"]):
                raise AccountError(key, "is no token's id", "`dragoman account token list` shows them")
            write(self.file, {**held, "tokens": kept})

    def holder(self, token: str, today: date | None = None) -> Account | None:
        """The account that a token acts for, with the lower of both roles; None for one that is not known, was revoked,
        or is past its last day."""
        if not token.startswith(MARK) or len(token) > _LONGEST:
            return None
        found = read(self.file)
        entry = found["tokens"].get(_digest(token))
        account = found["accounts"].get(entry["account"]) if entry else None
        if entry is None or account is None or entry["until"] < str(today or datetime.now(UTC).date()):
            return None
        return Account(entry["account"], min(entry["role"], account["role"], key=ROLES.index))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
