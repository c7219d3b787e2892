"""Keyed hashes of addresses, and tokens that are stored only as hashes.

The key of an installation comes from the environment or from a file beside the data; it is never in the database,
so a copy of the database alone cannot be searched for a known address.
"""

from __future__ import annotations

import base64
import hashlib
import hmac


def normal_address(address: str) -> str:
    """Addresses are compared without case and surrounding space; dots and tags stay, since only the host knows."""
    return address.strip().casefold()


def domain_of(address: str) -> str:
    return normal_address(address).rpartition("@")[2]


def suffixes_of(host: str) -> list[str]:
    """The host itself and its parents, without the bare top level: a line for `acme.example` holds for all below."""
    labels = host.strip().casefold().strip(".").split(".")
    return [".".join(labels[at:]) for at in range(max(len(labels) - 1, 1)) if labels[at]]


class Keyring:
    """Hashes under the installation's key. `key` has at least 16 bytes."""

    def __init__(self, key: bytes) -> None:
        if len(key) < 16:
            raise ValueError("the secret key has fewer than 16 bytes")
        self._key = key

    def digest(self, purpose: str, value: str) -> str:
        """64 hex characters; the same value under another purpose gives another hash."""
        return hmac.new(self._key, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()

    def address(self, address: str) -> str:
        return self.digest("address", normal_address(address))

    def domain(self, domain: str) -> str:
        return self.digest("domain", domain.strip().casefold())

    def account(self, account_id: str) -> str:
        return self.digest("account", account_id)

    def message_id(self, idempotency_key: str, domain: str) -> str:
        """`<h.…@domain>`: the same on all attempts of one approval."""
        raw = hmac.new(self._key, f"message\0{idempotency_key}".encode(), hashlib.sha256).digest()
        name = base64.b32encode(raw).decode().lower()[:32]
        return f"<h.{name}@{domain}>"


def token_hash(token: str) -> str:
    """For session and setup tokens: they are long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
