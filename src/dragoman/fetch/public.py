"""Connections to the public network alone, and for a bounded time: a name is resolved once, every address that it has is
looked at, and the connection goes to one of those that were looked at, so that no name can lead into the network that
this machine stands in."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2
import httpx2

CONNECT_SECONDS = 10.0
"""How long one connection may take to come about."""

Resolve = Callable[[str, int], list[str]]

_ODD = tuple(
    ipaddress.ip_network(each)
    for each in ("192.88.99.0/24", "192.0.0.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
"""Relays, tunnels and examples that some releases of the standard library call global."""
_UNICAST = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


class NotPublicError(httpcore2.ConnectError):
    """A name that has an address inside a network of one's own, or none at all."""


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public network; False for anything else."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.scope_id:
            return False
        if found in _TRANSLATED:
            found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        elif found not in _UNICAST:  # mapped addresses among them
            return False
    return found.is_global and not found.is_multicast and not any(found in odd for odd in _ODD)


def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of a name, each once, in the order in which they should be tried."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class PublicTransport(httpx2.BaseTransport):
    """What an httpx2 client sends by. `until`: on the clock of `time.monotonic`, when every read and write must be over.
    `allowed` says of each numeric address whether it may be connected to."""

    def __init__(self, until: float, allowed: Callable[[str], bool] = is_public, resolve: Resolve = resolve) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            network_backend=_Backend(until, allowed, resolve),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                request.method,
                httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Any:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore2.NetworkBackend):
    def __init__(self, until: float, allowed: Callable[[str], bool], resolve: Resolve) -> None:
        self._inner = httpcore2.SyncBackend()
        self._until, self._allowed, self._resolve = until, allowed, resolve

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError("no such host is known") from error
        if not found or not all(self._allowed(address) for address in found):
            raise NotPublicError("does not lead to the public network")
        failed: Exception | None = None
        for address in found:
            left = min(timeout or CONNECT_SECONDS, _left(self._until))
            try:
                stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, self._until)
        raise httpcore2.ConnectError(str(failed)) from failed


class _Stream(httpcore2.NetworkStream):
    """A connection of which every read and write is over by a set time, however slowly the other side drips."""

    def __init__(self, inner: httpcore2.NetworkStream, until: float) -> None:
        self._inner, self._until = inner, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._bounded(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._bounded(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._bounded(timeout)), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def _bounded(self, timeout: float | None) -> float:
        return min(timeout or CONNECT_SECONDS, _left(self._until))


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("takes too long")
    return left
