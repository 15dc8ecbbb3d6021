"""Who may log in: names, roles and hashes of passwords and tokens in one file beside the record, readable by its owner
alone."""

from __future__ import annotations

import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from dragoman.errors import DragomanError

Role = Literal["reader", "editor"]
ROLES = ("reader", "editor")
SHORTEST = 10
"""Characters of a password."""
LONGEST = 1000
_NAME = re.compile(r"[^\W_][\w.@+-]{0,63}\Z")
_HASHER = PasswordHasher()
_NO_ONE = _HASHER.hash("no one's password")
"""Checked where the name is not known, so that a guess takes as long as for one that is."""


class AccountError(DragomanError):
    """An account that cannot be made, or a file of accounts that cannot be read."""


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    role: str

    @property
    def edits(self) -> bool:
        """May correct and add."""
        return self.role == "editor"


class Accounts:
    """The accounts in `file`, which need not be there. Read anew each time, so that a change holds at once."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def all(self) -> list[Account]:
        """By name."""
        return [Account(name, entry["role"]) for name, entry in sorted(self._read().items())]

    def find(self, name: str) -> Account | None:
        entry = self._read().get(name)
        return Account(name, entry["role"]) if entry else None

    def check(self, name: str, role: str) -> None:
        """AccountError for a name or role that cannot be."""
        if not _NAME.match(name):
            raise AccountError(
                name or "account", "is no name for an account", "letters, digits and . @ + - _, at most 64"
            )
        if role not in ROLES:
            raise AccountError(f"--role {role}", "is no role", f"one of {', '.join(ROLES)}")

    def add(self, name: str, role: str, password: str) -> None:
        """Makes an account, or gives one another password and role. AccountError for what cannot be."""
        self.check(name, role)
        if not SHORTEST <= len(password) <= LONGEST:
            raise AccountError(
                name, f"needs a password of {SHORTEST} characters or more", "several words are a good one"
            )
        entries = self._read()
        entries[name] = {"role": role, "password": _HASHER.hash(password)}
        self._write(entries)

    def remove(self, name: str) -> None:
        """Takes an account away, and its tokens with it. AccountError where there is none."""
        held = read(self.file)
        if held["accounts"].pop(name, None) is None:
            raise AccountError(name, "has no account", "`dragoman account list` shows who has")
        held["tokens"] = {key: one for key, one in held["tokens"].items() if one["account"] != name}
        write(self.file, held)

    def login(self, name: str, password: str) -> Account | None:
        """The account where the password is its own, else None, after about the same time."""
        entry = self._read().get(name)
        try:
            _HASHER.verify(entry["password"] if entry else _NO_ONE, password[:LONGEST])
        except (Argon2Error, InvalidHashError):
            return None
        return Account(name, entry["role"]) if entry else None

    def _read(self) -> dict[str, dict[str, str]]:
        return read(self.file)["accounts"]

    def _write(self, entries: dict[str, dict[str, str]]) -> None:
        write(self.file, {**read(self.file), "accounts": entries})


Held = dict[str, dict[str, dict[str, str]]]


def read(file: Path) -> Held:
    """The file's `accounts` by name and `tokens` by digest, both empty where it is not there. AccountError where it
    cannot be read."""
    try:
        held: Any = json.loads(file.read_text("utf-8"))
        found: Held = {"accounts": dict(held["accounts"]), "tokens": dict(held.get("tokens", {}))}
    except FileNotFoundError:
        return {"accounts": {}, "tokens": {}}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AccountError(
            str(file), "is no file of accounts that can be read", "restore it or move it away"
        ) from error
    return found


def write(file: Path, held: Held) -> None:
    """All of it or none, by way of a file beside it that only its owner may read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, path = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(held, out, ensure_ascii=False, indent=1)
    os.replace(path, file)
