"""Who is asking: sessions after a login, and the token that a form must carry to change anything.

A session is a random key in a cookie that no script can read; what it stands for is kept in the server's memory, so
that logging out ends it, a key made up by someone else is worth nothing, and every login gets a new one.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from fastapi import HTTPException, Request

from dragoman.web.accounts import Account, Accounts
from dragoman.web.settings import Settings
from dragoman.web.tokens import Tokens

COOKIE = "dragoman"
HOURS = 12
"""How long a session lasts at most."""
TRIES, WITHIN = 10, 300.0
"""Failed logins of one name or from one address within so many seconds, after which it must wait."""


@dataclass
class Sessions:
    """The sessions of one server. May be used from several threads."""

    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _held: dict[str, tuple[str, float]] = field(default_factory=dict)
    _failed: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, name: str) -> str:
        """A new session's key."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            now = time.monotonic()
            self._held = {k: v for k, v in self._held.items() if v[1] > now}
            self._held[_digest(token)] = (name, now + HOURS * 3600)
        return token

    def name(self, token: str | None) -> str | None:
        """Whose session it is, None for a key that is unknown or too old."""
        with self._lock:
            held = self._held.get(_digest(token)) if token else None
        return held[0] if held and held[1] > time.monotonic() else None

    def end(self, token: str | None) -> None:
        if token:
            with self._lock:
                self._held.pop(_digest(token), None)

    def csrf(self, token: str) -> str:
        """What a form of this session must carry."""
        return hmac.new(self._key, token.encode(), hashlib.sha256).hexdigest()

    def failed(self, *who: str) -> None:
        with self._lock:
            for one in who:
                self._failed[one].append(time.monotonic())

    def must_wait(self, *who: str) -> bool:
        """Whether one of them failed too often lately."""
        since = time.monotonic() - WITHIN
        with self._lock:
            for one in [k for k, tries in self._failed.items() if not tries or tries[-1] < since]:
                del self._failed[one]
            for one in who:
                tries = self._failed.get(one)
                while tries and tries[0] < since:
                    tries.popleft()
            return any(len(self._failed.get(one, ())) >= TRIES for one in who)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def know(request: Request) -> None:
    """Notes the visitor's account (None without a session) and form token on the request; a record that others can
    reach is shown to those alone who have logged in or bear a token. HTTPException 401 for anyone else."""
    sessions: Sessions = request.app.state.sessions
    settings: Settings = request.app.state.settings
    token = request.cookies.get(COOKIE)
    if bearer := _bearer(request):
        account = Tokens(settings.accounts_file).holder(bearer)
        if account is None:
            raise HTTPException(401)
    else:
        name = sessions.name(token)
        account = Accounts(settings.accounts_file).find(name) if name else None
    request.state.visitor, request.state.program = account, bool(bearer)
    request.state.csrf = sessions.csrf(token) if account and token and not bearer else ""
    if account is None and not settings.loopback and request.url.path not in ("/login",):
        raise HTTPException(401)


def _bearer(request: Request) -> str:
    """The token that a program sent, empty without one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else ""


def program(request: Request) -> Account:
    """The account for which a program may change the record. A token in a header is sent by no browser of itself, so no
    form token is asked for; a session's cookie opens nothing here. HTTPException 401 without a token, 403 for one that
    may only read."""
    visitor: Account | None = request.state.visitor
    if visitor is None or not request.state.program:
        raise HTTPException(401)
    if not visitor.edits:
        raise HTTPException(403)
    return visitor


def same_origin(request: Request) -> None:
    """HTTPException 403 for a form that another site's page sent."""
    site = request.headers.get("sec-fetch-site")
    if site not in (None, "same-origin", "none"):
        raise HTTPException(403)
    origin = request.headers.get("origin")
    if origin is not None:
        try:
            there = urlsplit(origin).netloc.casefold()
        except ValueError:
            there = ""
        if there != request.headers.get("host", "").casefold():
            raise HTTPException(403)
    elif site is None:
        raise HTTPException(403)


def editor(request: Request, csrf: str) -> Account:
    """The visitor as one who may change the record with this form. HTTPException 401 without a login, 403 for a reader
    or a form that is not of this session."""
    same_origin(request)
    visitor: Account | None = request.state.visitor
    if visitor is None or request.state.program:
        raise HTTPException(401)
    if not visitor.edits or not hmac.compare_digest(csrf.encode("utf-8", "replace"), request.state.csrf.encode()):
        raise HTTPException(403)
    return visitor
