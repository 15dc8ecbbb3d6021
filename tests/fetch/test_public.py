"""Which addresses may be connected to, and that the connection goes to the one that was looked at."""

from __future__ import annotations

import time

import httpcore2
import httpx2
import pytest

from dragoman.fetch.public import NotPublicError, PublicTransport, is_public


@pytest.mark.parametrize(
    "address",
    ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001::8a", "64:ff9b::808:808"],
)
def test_the_public_network(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "198.18.0.1", "192.0.2.1", "192.0.0.8", "192.88.99.1", "240.0.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1",
        "localhost", "", "0x7f000001", "2130706433",
    ],
)  # fmt: skip
def test_anything_else(address: str) -> None:
    assert not is_public(address)


def sent(address: str, **given: object) -> httpx2.Response:
    transport = PublicTransport(time.monotonic() + 5, **given)  # type: ignore[arg-type]
    with httpx2.Client(transport=transport, trust_env=False) as client:
        return client.get(address)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost/", "http://[::ffff:127.0.0.1]/", "http://0x7f000001/", "http://2130706433/",
     "http://[::1]/", "http://0/"],
)  # fmt: skip
def test_no_way_of_writing_one_s_own_machine_gets_through(address: str) -> None:
    with pytest.raises(NotPublicError):
        sent(address)


def test_one_inner_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(NotPublicError):
        sent("http://mixed.example/", resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(NotPublicError):
        sent("http://none.example/", resolve=lambda host, port: [])


def test_a_name_is_resolved_once_and_the_connection_goes_where_was_looked(site: str) -> None:
    port = site.rpartition(":")[2]
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    answer = sent(f"http://changing.example:{port}/story.html", allowed=lambda address: True, resolve=resolve)
    assert (answer.status_code, asked) == (200, ["changing.example"])


def test_a_server_that_drips_is_left_when_the_time_is_over(site: str) -> None:
    transport = PublicTransport(time.monotonic() + 0.6, allowed=lambda address: True)
    with httpx2.Client(transport=transport, trust_env=False) as client, pytest.raises(httpcore2.ReadTimeout):
        client.get(f"{site}/drip")
