"""Who knocks, as far as the throttle of the door has to know.

Failures are counted where they come from, never for a login as such: else anybody could shut out whom they like by
failing in their name. A browser that has signed a person in before carries a mark and is counted by itself, so a
stranger at the same address does not shut it out either.
"""

from __future__ import annotations

import hmac
import secrets
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from fastapi import Request

from overture.db.secret import Keyring

Networks = tuple[IPv4Network | IPv6Network, ...]
KNOWN_SECONDS = 180 * 24 * 3600


def caller_address(request: Request, proxies: Networks) -> str:
    """The nearest address that is no proxy of ours. Of IPv6 the first half: one household has all the rest."""
    near = _address(request.client.host if request.client else "")
    told = [part for line in request.headers.getlist("x-forwarded-for") for part in line.split(",")]
    while told and near is not None and any(near in network for network in proxies):
        further = _address(told.pop())
        if further is None:
            break
        near = further
    if isinstance(near, IPv6Address):
        return str(IPv6Network((near, 64), strict=False))
    return str(near or "")


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found


def mark_for(keys: Keyring, user_id: str) -> str:
    """What a browser carries once it has signed this person in. It opens nothing."""
    nonce = secrets.token_urlsafe(12)
    return f"{nonce}.{_seal(keys, user_id, nonce)}"


def known_browser(keys: Keyring, mark: str, user_id: str) -> str | None:
    """The name of this browser, if it has signed this very person in before."""
    nonce, _, seal = mark.partition(".")
    good = hmac.compare_digest(seal.encode("utf-8", "replace"), _seal(keys, user_id, nonce).encode())
    return nonce if good and nonce else None


def _seal(keys: Keyring, user_id: str, nonce: str) -> str:
    return keys.digest("known browser", f"{user_id}\0{nonce}")[:32]
