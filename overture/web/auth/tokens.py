"""Tokens in forms. They are masked anew for each page, so that compression gives nothing of them away."""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets

_MASK = 32


def masked(token: str) -> str:
    """The token under a fresh mask."""
    raw = token.encode()
    mask = secrets.token_bytes(_MASK)
    return base64.urlsafe_b64encode(mask + _xor(raw, mask)).decode()


def same_token(given: str, token: str) -> bool:
    """Does a masked token from a form hold this session's token?"""
    try:
        raw = base64.urlsafe_b64decode(given.encode("ascii", "replace"))
    except (binascii.Error, ValueError):
        return False
    return hmac.compare_digest(_xor(raw[_MASK:], raw[:_MASK]), token.encode()) if len(raw) > _MASK else False


def _xor(data: bytes, mask: bytes) -> bytes:
    return bytes(byte ^ mask[index % len(mask)] for index, byte in enumerate(data))
