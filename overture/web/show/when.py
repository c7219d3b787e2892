"""Moments and dates in the words of people; pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_NEAR = timedelta(days=100)  # so near, a day of the next year or the last is not mistaken without it


def zone(name: str) -> tzinfo:
    """The zone, or UTC where the name is unknown."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def clock(moment: datetime | None, where: tzinfo) -> str:
    """10:42"""
    return moment.astimezone(where).strftime("%H:%M") if moment else "–"


def leaves(moment: datetime | None, now: datetime, where: tzinfo) -> str:
    """at 10:42; in 12 s where less than a minute is left, since a clock without seconds would tell nothing."""
    near = moment is not None and timedelta(0) <= moment - now < timedelta(minutes=1)
    return f"in {span(moment - now)}" if near and moment else f"at {clock(moment, where)}"


def day(on: date | None, now: datetime | None = None) -> str:
    """17 Nov, or 17 Nov 2024 where `now` is of another year and not near, or not given."""
    if on is None:
        return "–"
    near = now is not None and (on.year == now.year or abs(on - now.date()) < _NEAR)
    return f"{on.day} {on:%b}" if near else f"{on.day} {on:%b} {on.year}"


def stamp(moment: datetime | None, where: tzinfo) -> str:
    """17 Nov 08:04"""
    if moment is None:
        return "–"
    local = moment.astimezone(where)
    return f"{local.day} {local:%b} {local:%H:%M}"


def span(length: timedelta) -> str:
    """The largest unit that fits: 45 s, 12 min, 3 h, 9 d."""
    seconds = max(0, int(length.total_seconds()))
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def ago(moment: datetime | date | None, now: datetime) -> str:
    """2 d ago; today and yesterday for plain dates; "in 3 d" for what is ahead."""
    if moment is None:
        return "never"
    if not isinstance(moment, datetime):
        return _days_ago((now.date() - moment).days)
    return f"{span(now - moment)} ago" if moment <= now else f"in {span(moment - now)}"


def _days_ago(days: int) -> str:
    if days in (0, 1):
        return "today" if days == 0 else "yesterday"
    return f"{days} d ago" if days > 0 else f"in {-days} d"


def left(until: date, now: datetime) -> str:
    """How long something is good: 4 d left, last day, over."""
    days = (until - now.date()).days
    if days < 0:
        return "over"
    return f"{days} d left" if days else "last day"
