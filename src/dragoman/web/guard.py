"""What stands before every page: which host names are answered, how large a request may be, and the headers that keep
whatever a dispatch holds from doing anything in a browser."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_FORM = 1_000_000
"""Bytes of a request's body, but for files that are added."""
LARGEST_UPLOAD = 64_000_000
"""Bytes of a request that adds files."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Content-Security-Policy: nothing inline, nothing from elsewhere."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """ASGI middleware. `allowed`: host names (without port, lower case) that are answered."""

    def __init__(self, app: ASGIApp, allowed: Iterable[str]) -> None:
        self._app, self._allowed = app, frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if head := scope["method"] == "HEAD":  # answered as the same address is, without its body
            scope = {**scope, "method": "GET"}

        async def answer(message: Message) -> None:
            if head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out[name] = value
                if not scope["path"].startswith("/static/"):
                    out.setdefault("Cache-Control", "no-store")
            await send(message)

        if host_of(headers.get("host", "")) not in self._allowed:
            refusal = PlainTextResponse("This name does not lead to a record here.\n", status_code=421)
            await refusal(scope, receive, answer)
            return
        most = LARGEST_UPLOAD if scope["path"] in ("/add", "/api/dispatches") else LARGEST_FORM
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > most:
            await PlainTextResponse(_too_large(most), status_code=413)(scope, receive, answer)
            return
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise TooLarge(_too_large(most))
            return message

        await self._app(scope, bounded, answer)


class TooLarge(Exception):  # noqa: N818  (it is answered with a page, not reported)
    """A request that went on for longer than it may."""


def _too_large(most: int) -> str:
    return f"That is more than {most // 1_000_000} million bytes, which is the most one request may hold.\n"


def host_of(header: str) -> str:
    """The host name of a Host header, without its port, lower case; empty where it is malformed."""
    name = header.strip().casefold()
    if name.startswith("["):
        inside, closed, port = name.partition("]")
        return inside + closed if closed and _port(port) else ""
    name, colon, port = name.partition(":")
    return name.removesuffix(".") if not colon or port.isdigit() else ""


def _port(rest: str) -> bool:
    return rest == "" or (rest.startswith(":") and rest[1:].isdigit())
