"""What a reply's headers ask of us: when to come back, and the validators to bring along.

RFC 9110 (Retry-After, validators, dates) and RFC 9111 (freshness). Junk in a header is no hint at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DAY_SECONDS = 24 * 3600.0
VALIDATOR_CHARS = 4096
_MAX_AGE = re.compile(r"(?:^|[,\s])(?:s-maxage|max-age)\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
_NO_STORE = re.compile(r"(?:^|[,\s])no-(?:cache|store)(?:$|[,\s])", re.IGNORECASE)


def usable_validator(value: str | None) -> str | None:
    """An ETag or Last-Modified that can be stored and sent back unchanged; None for what is too long or broken."""
    if not value or len(value) > VALIDATOR_CHARS:
        return None
    if any(ord(char) < 32 or ord(char) == 127 or 0xD800 <= ord(char) <= 0xDFFF for char in value):
        return None
    return value


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds the server asks us to stay away, at most a day. A date is measured against the server's own clock."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return DAY_SECONDS if len(value) > 6 else min(float(value), DAY_SECONDS)
    until = http_date(value)
    if until is None:
        return None
    seconds = (until - (http_date(headers.get("Date", "")) or now)).total_seconds()
    return min(max(seconds, 0.0), DAY_SECONDS)


def max_age(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds for which the reply says it stays fresh, at most a day; None where it does not say."""
    control = headers.get("Cache-Control", "")
    if _NO_STORE.search(control):
        return None
    found = [float(seconds) for seconds in _MAX_AGE.findall(control)]
    if found:
        return min(max(found), DAY_SECONDS)
    expires = http_date(headers.get("Expires", ""))
    if expires is None:
        return None
    seconds = (expires - (http_date(headers.get("Date", "")) or now)).total_seconds()
    return min(seconds, DAY_SECONDS) if seconds > 0 else None


def http_date(text: str) -> datetime | None:
    """An aware date from a header, or None for anything that is not one."""
    if not 10 <= len(text) <= 64:
        return None
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
