"""Hours and days in which nothing leaves, by the clock of whoever would read it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d) ?[-–] ?([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `begins` to `ends`, over midnight where it ends first; and all of these weekdays (0 is Monday)."""

    begins: time | None = None
    ends: time | None = None
    days: frozenset[int] = frozenset()


def quiet(hours: str | None, days: Sequence[str] = ()) -> Quiet:
    """Read `19:00-08:00` and `sat`, `sun`. Raises ValueError."""
    on = frozenset(DAYS.index(day) for day in days)
    if len(on) == len(DAYS):
        raise ValueError("leaves no day on which anything may leave")
    if hours is None:
        return Quiet(days=on)
    found = _HOURS.fullmatch(hours.strip())
    if found is None or found[1] + found[2] == found[3] + found[4]:
        raise ValueError("should be hours such as 19:00-08:00")
    return Quiet(time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4])), on)


def loud_again(rest: Quiet, now: datetime, where: tzinfo) -> datetime | None:
    """When the quiet that holds now is over, in UTC; None where it is not quiet."""
    local = now.astimezone(where)
    for _ in range(2 * len(DAYS) + 2):
        later = _next(rest, local, where)
        if later is None:
            break
        local = later
    return local.astimezone(UTC) if local.astimezone(UTC) > now else None


def _next(rest: Quiet, local: datetime, where: tzinfo) -> datetime | None:
    """The end of the day or of the hours in which this moment lies."""
    if local.weekday() in rest.days:
        return datetime.combine(local.date() + timedelta(days=1), time(), where)
    if rest.begins is None or rest.ends is None:
        return None
    clock = local.time().replace(tzinfo=None)
    if rest.begins < rest.ends:
        return datetime.combine(local.date(), rest.ends, where) if rest.begins <= clock < rest.ends else None
    if clock < rest.ends:
        return datetime.combine(local.date(), rest.ends, where)
    return datetime.combine(local.date() + timedelta(days=1), rest.ends, where) if clock >= rest.begins else None
