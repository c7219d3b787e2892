"""When to poll a source next, and how it is doing. Pure: what was known, what the poll found -> what holds now.

    Health + PollOutcome -> NextPoll(at, health, ...)

A source is asked as often as it publishes, never more often than its server wants, with a spread so that sources do
not march in step. Failures double the wait up to a day and never end it: only 410 and a person stop a source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from ipaddress import ip_address
from itertools import pairwise
from statistics import median
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

from triggers.limits import Limits
from triggers.types import FetchFailure

SHORTEST = 5 * 60.0
LONGEST = 24 * 3600.0
UNKNOWN = 3600.0  # the wait while nothing is known about a source's habits
JITTER = 0.25
FAILING_AFTER = 3  # failures in a row
MOVES_BEFORE_ADOPTING = 3
_SAMPLE = 20  # newest entries that tell a source's habits
_HOUR = timedelta(hours=1)
_QUIET_DAYS = 3
_QUIET_GAPS = 10
_NORM_WEIGHT = 0.1  # of the latest hour in the moving average


class State(StrEnum):
    """How a source is doing, in the words of the sources page."""

    NEW = "new"  # not polled yet
    OK = "ok"
    DEGRADED = "degraded"  # failed once or twice in a row
    FAILING = "failing"  # failed at least three times in a row
    SILENT = "silent"  # answers, but has told nothing new for much longer than usual
    QUARANTINED = "quarantined"  # floods; its new entries wait for a person
    STOPPED = "stopped"  # gone for good (410)


@dataclass(frozen=True, slots=True)
class Health:
    """What is remembered about a source between polls: one database row of plain values. Seconds and aware dates."""

    state: State = State.NEW
    failures: int = 0  # in a row
    last_ok_at: datetime | None = None
    last_full_at: datetime | None = None  # last poll that brought a whole document
    last_new_at: datetime | None = None  # newest entry, or when it came where it has no date
    last_error: str | None = None  # words for ops, kept until the next good poll
    usual_gap: float | None = None  # seconds between entries, median
    norm: float = 0.0  # new entries an hour, moving average
    hour_at: datetime | None = None  # start of the hour that is being counted
    hour_new: int = 0  # new entries in that hour
    moved_to: str | None = None
    moved_times: int = 0  # polls in a row that were sent to `moved_to` for good


@dataclass(frozen=True, slots=True)
class PollOutcome:
    """What one poll found. `failure` excludes everything below it."""

    at: datetime
    failure: FetchFailure | None = None
    not_modified: bool = False
    new_entries: int = 0
    entry_dates: tuple[datetime, ...] = ()  # of the whole document, any order
    ttl: float | None = None  # seconds, from the document
    max_age: float | None = None  # seconds, from the reply
    moved_to: str | None = None
    first_pass: bool = False


@dataclass(frozen=True, slots=True)
class NextPoll:
    """What to do next. `at` is None for a stopped source."""

    at: datetime | None
    health: Health
    full: bool = False  # ask without validators, so that a server that says 304 for ever is found out
    adopt: str | None = None  # take this address from now on
    hold: str | None = None  # ops should look at this new address and decide


def next_poll(
    source_id: str,
    url: str,
    health: Health,
    outcome: PollOutcome,
    *,
    limits: Limits,
    every: float | None = None,
) -> NextPoll:
    """Decide after a poll. `every` is a fixed interval that ops set, in seconds; None adapts to the source."""
    if outcome.failure is not None:
        return _after_failure(source_id, health, outcome, outcome.failure, limits, every)
    known = _after_success(health, outcome, limits)
    wait = every or max(adaptive(known, outcome.at), _hints(outcome))
    at = outcome.at + timedelta(seconds=spread(wait, source_id, outcome.at, fixed=every is not None))
    adopt, hold = _move(url, known)
    if adopt:
        known = replace(known, moved_to=None, moved_times=0)
    unseen = known.last_full_at is None or at - known.last_full_at >= timedelta(seconds=LONGEST)
    return NextPoll(at, known, full=outcome.not_modified and unseen, adopt=adopt, hold=hold)


def adaptive(health: Health, now: datetime) -> float:
    """Seconds to wait, by the source's habits: its usual gap, or longer when it has gone quiet; 5 minutes to a day."""
    if health.usual_gap is None:
        return UNKNOWN
    quiet = (now - health.last_new_at).total_seconds() / _QUIET_GAPS if health.last_new_at else 0.0
    return min(max(health.usual_gap, quiet, SHORTEST), LONGEST)


def usual_gap(dates: Sequence[datetime]) -> float | None:
    """Median seconds between the newest entries; None for fewer than two different dates."""
    newest = sorted(set(dates), reverse=True)[:_SAMPLE]
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(newest)]
    return median(gaps) if gaps else None


def spread(seconds: float, source_id: str, now: datetime, *, fixed: bool = False) -> float:
    """The wait with 0 to 25 % added; the share follows from source and time alone, so that a replay agrees.

    Fixed intervals get at most a tenth and half a minute, since ops chose them for a reason.
    """
    seed = hashlib.sha256(f"{source_id}|{now.isoformat()}".encode()).digest()
    share = int.from_bytes(seed[:4], "big") / 2**32
    return seconds + (min(seconds * 0.1, 30.0) * share if fixed else seconds * JITTER * share)


def is_flood(new_in_hour: int, norm: float, limits: Limits) -> bool:
    """Whether so many new entries in an hour are held back until a person looks."""
    return new_in_hour > limits.flood_entries and new_in_hour > limits.flood_ratio * norm


def released(health: Health) -> Health:
    """After a person looked at a flood: go on, and count this rate as normal."""
    return replace(health, state=State.OK, norm=max(health.norm, float(health.hour_new)), hour_new=0, hour_at=None)


def restarted(health: Health) -> Health:
    """After a person asked to try a stopped or failing source again."""
    return replace(health, state=State.NEW, failures=0, moved_to=None, moved_times=0)


def in_words(health: Health, now: datetime) -> str:
    """One line for the sources page: how the source is doing, and since when."""
    error = health.last_error or "No reason was recorded."
    since = _ago(health.last_ok_at, now, "It has never answered.", "It last answered {}.")
    match health.state:
        case State.NEW:
            return "Not polled yet."
        case State.OK:
            return _ago(health.last_new_at, now, "Answers; it holds no entry yet.", "Answers. Newest entry: {}.")
        case State.DEGRADED:
            return f"Failed {_times(health.failures)}. {since} {error}"
        case State.FAILING:
            return f"Failing, {_times(health.failures)} in a row. {since} {error}"
        case State.SILENT:
            silent = _ago(health.last_new_at, now, "It never told anything.", "The newest entry came {}.")
            return f"Answers, but tells nothing new. {silent} Look whether the feed has moved."
        case State.QUARANTINED:
            return f"Floods: {health.hour_new} new entries within an hour. They wait until somebody looks at them."
        case State.STOPPED:
            return f"Stopped. {error}"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one registrable domain (or are the same IP address), without leaving https."""
    first, second = urlsplit(one), urlsplit(other)
    if first.scheme == "https" and second.scheme != "https":
        return False
    return _registrable(first.hostname or "") == _registrable(second.hostname or "") != ""


def _after_failure(
    source_id: str, health: Health, outcome: PollOutcome, failure: FetchFailure, limits: Limits, every: float | None
) -> NextPoll:
    known = replace(health, failures=health.failures + 1, last_error=failure.message)
    if failure.status == 410:
        return NextPoll(None, replace(known, state=State.STOPPED))
    if health.state is not State.QUARANTINED:
        known = replace(known, state=State.FAILING if known.failures >= FAILING_AFTER else State.DEGRADED)
    base = every or adaptive(health, outcome.at)
    doubled = base * 2.0 ** min(known.failures, 32)
    wait = max(spread(doubled, source_id, outcome.at), failure.retry_after or 0.0)
    longest = min(limits.backoff_seconds, LONGEST)
    return NextPoll(outcome.at + timedelta(seconds=min(wait, longest)), known)


def _after_success(health: Health, outcome: PollOutcome, limits: Limits) -> Health:
    known = replace(health, failures=0, last_error=None, last_ok_at=outcome.at)
    known = _count(known, outcome, limits)
    if not outcome.not_modified:
        newest = max((date for date in outcome.entry_dates if date <= outcome.at), default=None)
        arrived = outcome.at if outcome.new_entries and newest is None else None
        known = replace(
            known,
            last_full_at=outcome.at,
            last_new_at=newest or arrived or known.last_new_at,
            usual_gap=usual_gap(outcome.entry_dates) or known.usual_gap,
        )
    same = outcome.moved_to is not None and outcome.moved_to == known.moved_to
    times = (known.moved_times + 1 if same else 1) if outcome.moved_to else 0
    known = replace(known, moved_to=outcome.moved_to, moved_times=times)
    return replace(known, state=_state(known, outcome, limits))


def _state(known: Health, outcome: PollOutcome, limits: Limits) -> State:
    flooded = not outcome.first_pass and outcome.new_entries > 0 and is_flood(known.hour_new, known.norm, limits)
    if known.state is State.QUARANTINED or flooded:
        return State.QUARANTINED
    quiet = max(timedelta(days=_QUIET_DAYS), timedelta(seconds=_QUIET_GAPS * (known.usual_gap or LONGEST)))
    if known.last_new_at is not None and outcome.at - known.last_new_at > quiet:
        return State.SILENT
    return State.OK


def _count(known: Health, outcome: PollOutcome, limits: Limits) -> Health:
    """Count new entries by the hour. The first pass tells a source's norm and is no flood."""
    if outcome.first_pass:
        gap = usual_gap(outcome.entry_dates)
        return replace(known, norm=3600.0 / max(gap, 1.0) if gap else 0.0, hour_at=outcome.at, hour_new=0)
    if known.hour_at is None or outcome.at - known.hour_at < _HOUR:
        start = known.hour_at or outcome.at
        return replace(known, hour_at=start, hour_new=known.hour_new + outcome.new_entries)
    if is_flood(known.hour_new, known.norm, limits):
        norm = known.norm  # what is held back must not become the habit by which the next flood is judged
    else:
        rate = known.hour_new / max((outcome.at - known.hour_at) / _HOUR, 1.0)
        norm = known.norm + (rate - known.norm) * _NORM_WEIGHT
    return replace(known, norm=norm, hour_at=outcome.at, hour_new=outcome.new_entries)


def _hints(outcome: PollOutcome) -> float:
    """The longest wait that document or server asked for, at most a day."""
    return min(max(outcome.ttl or 0.0, outcome.max_age or 0.0), LONGEST)


def _move(url: str, known: Health) -> tuple[str | None, str | None]:
    """(adopt, hold) after enough polls in a row were sent to the same place for good."""
    if known.moved_to is None or known.moved_times < MOVES_BEFORE_ADOPTING:
        return None, None
    return (known.moved_to, None) if same_site(url, known.moved_to) else (None, known.moved_to)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def _registrable(host: str) -> str:
    try:
        return str(ip_address(host))
    except ValueError:
        return str(_suffixes().privatesuffix(host.lower().rstrip(".")) or host.lower())


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _ago(then: datetime | None, now: datetime, never: str, words: str) -> str:
    if then is None:
        return never
    seconds = max((now - then).total_seconds(), 0.0)
    for size, name in ((86400.0, "day"), (3600.0, "hour"), (60.0, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return words.format(f"{count} {name}{'s' if count > 1 else ''} ago")
    return words.format("just now")
