"""Spans of time and caps, as files write them and as people say them."""

from __future__ import annotations

import re
from datetime import timedelta

from campaigns.campaign import Cap

_DURATION = re.compile(r"\s*(\d{1,5})\s*([smhdw])\s*")
_CAP = re.compile(r"\s*(\d{1,5})\s*/(.*)")
_UNIT = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_duration(text: str) -> timedelta | None:
    """ "21d", "2w", "6h", "10m", "15s"; None for anything else."""
    found = _DURATION.fullmatch(text)
    return timedelta(**{_UNIT[found[2]]: int(found[1])}) if found else None


def say_duration(span: timedelta) -> str:
    """In words, in the largest unit that divides it: "3 weeks", "1 day", "90 minutes"."""
    seconds = int(span.total_seconds())
    for unit, size in (("week", 604_800), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)):
        count, rest = divmod(seconds, size)
        if count and not rest and (unit != "week" or count < 9):
            return f"{count} {unit}{'s' if count != 1 else ''}"
    return "0 seconds"


def parse_cap(text: str) -> Cap | None:
    """ "1/60d": at most one in sixty days; None for anything else."""
    found = _CAP.fullmatch(text)
    span = parse_duration(found[2]) if found else None
    return Cap(int(found[1]), span) if found and span else None
