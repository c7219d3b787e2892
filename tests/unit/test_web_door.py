"""Where a caller comes from, and which browser has been here before."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from overture.db.secret import Keyring
from overture.settings import networks
from overture.web.auth.door import caller_address, known_browser, mark_for

KEYS = Keyring(b"a key for tests only, long enough")


def asked(peer: str, *forwarded: str) -> Request:
    headers = [(b"x-forwarded-for", line.encode()) for line in forwarded]
    return Request({"type": "http", "client": (peer, 1), "headers": headers, "method": "GET", "path": "/"})


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "found"),
    [
        ("203.0.113.7", (), "", "203.0.113.7"),
        ("203.0.113.7", ("198.51.100.1",), "", "203.0.113.7"),  # nobody we know says so
        ("10.0.0.5", ("198.51.100.1",), "10.0.0.5", "198.51.100.1"),
        ("10.0.0.5", ("6.6.6.6, 198.51.100.1",), "10.0.0.0/8", "198.51.100.1"),  # the last that no proxy of ours wrote
        ("10.0.0.5", ("6.6.6.6", "198.51.100.1, 10.0.0.6"), "10.0.0.0/8", "198.51.100.1"),
        ("10.0.0.5", ("nonsense",), "10.0.0.5", "10.0.0.5"),
        ("10.0.0.5", ("10.0.0.7",), "10.0.0.0/8", "10.0.0.7"),
        ("::ffff:10.0.0.5", ("198.51.100.1",), "10.0.0.5", "198.51.100.1"),
        ("2001:db8:1:2:3:4:5:6", (), "", "2001:db8:1:2::/64"),
        ("", (), "10.0.0.5", ""),
    ],
)
def test_the_address_is_the_nearest_that_is_no_proxy(
    peer: str, forwarded: tuple[str, ...], proxies: str, found: str
) -> None:
    assert caller_address(asked(peer, *forwarded), networks(proxies)) == found


def test_a_mark_is_one_persons_and_cannot_be_made_up() -> None:
    mark = mark_for(KEYS, "mara")
    assert known_browser(KEYS, mark, "mara")
    assert known_browser(KEYS, mark, "otto") is None
    assert known_browser(Keyring(b"another key, just as long as it"), mark, "mara") is None
    for made_up in ("", ".", "x", "x.y", f"{mark}0", ".é", mark.partition(".")[2]):
        assert known_browser(KEYS, made_up, "mara") is None


def test_two_browsers_are_two() -> None:
    marks = {known_browser(KEYS, mark_for(KEYS, "mara"), "mara") for _ in range(2)}
    assert len(marks) == 2


def test_what_is_no_network_is_named() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        networks("10.0.0.1, nowhere")
