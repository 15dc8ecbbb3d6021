"""Serving until one is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from dragoman.errors import DragomanError
from dragoman.record.store import Record
from dragoman.web.accounts import Accounts
from dragoman.web.app import create
from dragoman.web.settings import ANY, Settings


class ServeError(DragomanError):
    """A server that cannot be started as asked."""


def check(settings: Settings, accounts: Accounts) -> None:
    """ServeError where others could reach the record and no one needs to log in, or no name for it is known."""
    if settings.loopback:
        return
    if not accounts.all():
        raise ServeError(
            f"--host {settings.host}", "would show the record to others, and there is no account to log in with",
            "make one first: `dragoman account add NAME --role editor`",
        )  # fmt: skip
    if settings.host in ANY and not settings.names:
        raise ServeError(
            f"--host {settings.host}", "listens at every address, and no name for it is given",
            "add --name with the host name that browsers will use",
        )  # fmt: skip


def run(settings: Settings, port: int, say: Callable[[str], None]) -> None:
    """Serves the record. ServeError where the port is taken or the address is not this machine's."""
    accounts = Accounts(settings.accounts_file)
    check(settings, accounts)
    with Record.open(settings.record, create=False) as record:
        if not record.stats().dispatches:
            say(f"{settings.record} holds no dispatch yet: `dragoman add` or the page /add brings some")
        listening = _listen(settings.host, port)
        app = create(record, settings)
        at = listening.getsockname()
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        say(f"{settings.record} at http://{shown}:{at[1]}/ (Ctrl+C stops)")
        if not accounts.all():
            say("To correct and add from the browser: `dragoman account add NAME --role editor`")
        if not settings.loopback and not settings.secure:
            say("Passwords travel unencrypted: put a proxy with https before it, and say --https")
        config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            app.state.jobs.stop()
            listening.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host.strip("[]"), port))
    except OSError as error:
        raise ServeError(
            f"{host}:{port}", f"cannot be listened on: {error.strerror}", "choose another --port"
        ) from error
    return made
