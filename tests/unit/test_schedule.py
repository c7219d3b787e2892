"""When a source is polled next, and what its health says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from triggers.limits import Limits
from triggers.schedule import (
    Health,
    NextPoll,
    PollOutcome,
    State,
    adaptive,
    in_words,
    is_flood,
    next_poll,
    released,
    restarted,
    same_site,
    spread,
    usual_gap,
)
from triggers.types import Fault, FetchFailure

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LIMITS = Limits()
URL = "https://acme.example/feed"
DAY = timedelta(days=1)
TIMEOUT = FetchFailure(Fault.TIMEOUT, "theirs", "Their server did not finish.")
GONE = FetchFailure(Fault.HTTP, "theirs", "Removed for good.", status=410)


def every(gap: timedelta, count: int = 30, *, until: datetime = NOW) -> tuple[datetime, ...]:
    return tuple(until - gap * n for n in range(count))


def after(outcome: PollOutcome, health: Health | None = None, *, fixed: float | None = None) -> NextPoll:
    return next_poll("acme", URL, health or Health(), outcome, limits=LIMITS, every=fixed)


def good(at: datetime = NOW, gap: timedelta = timedelta(hours=2), **rest: object) -> PollOutcome:
    return replace(PollOutcome(at, entry_dates=every(gap, until=at)), **rest)  # type: ignore[arg-type]


def failed(at: datetime = NOW, failure: FetchFailure = TIMEOUT) -> PollOutcome:
    return PollOutcome(at, failure=failure)


def wait(found: NextPoll, since: datetime = NOW) -> float:
    assert found.at is not None
    return (found.at - since).total_seconds()


def failing(times: int, failure: FetchFailure = TIMEOUT) -> NextPoll:
    found = after(good())
    for n in range(times):
        found = after(failed(NOW + DAY * n, failure), found.health)
    return found


# --- how often ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gap", "least"),
    [
        (timedelta(seconds=10), 300),
        (timedelta(minutes=20), 1200),
        (timedelta(hours=6), 21600),
        (timedelta(days=9), 86400),
    ],
)
def test_a_source_is_asked_as_often_as_it_publishes(gap: timedelta, least: float) -> None:
    assert least <= wait(after(good(gap=gap))) <= least * 1.25


def test_one_odd_pause_does_not_change_the_habit() -> None:
    dates = (*every(timedelta(hours=1), 10), NOW - timedelta(days=400))
    assert usual_gap(dates) == 3600


def test_without_dates_an_hour_is_taken() -> None:
    assert 3600 <= wait(after(PollOutcome(NOW))) <= 4500
    assert usual_gap((NOW, NOW)) is None


def test_a_source_that_went_quiet_is_asked_less_often() -> None:
    health = after(good(gap=timedelta(minutes=10))).health
    assert adaptive(health, NOW) == 600
    assert adaptive(health, NOW + 3 * DAY) == 7.2 * 3600
    assert adaptive(health, NOW + 300 * DAY) == 86400


def test_the_longest_hint_counts_up_to_a_day() -> None:
    assert wait(after(good(ttl=9000.0, max_age=8000.0))) >= 9000
    assert wait(after(good(ttl=60.0, max_age=12_000.0))) >= 12_000
    assert wait(after(good(ttl=1e9))) <= 86400 * 1.25


def test_a_fixed_interval_is_kept_nearly_to_the_second() -> None:
    assert 300 <= wait(after(good(max_age=7200.0), fixed=300.0)) <= 330


def test_the_spread_is_even_and_the_same_in_a_replay() -> None:
    shares = [spread(1000, f"source-{n}", NOW) for n in range(400)]
    assert spread(1000, "acme", NOW) == spread(1000, "acme", NOW)
    assert 1000 <= min(shares) < 1030
    assert 1220 < max(shares) <= 1250


# --- failures ----------------------------------------------------------------------------------------------------


def test_failures_double_the_wait_up_to_a_day_and_never_end_it() -> None:
    health, waits = after(good(gap=timedelta(minutes=30))).health, []
    at = NOW
    for _ in range(40):
        found = after(failed(at), health)
        waits.append(wait(found, at))
        assert found.at is not None
        health, at = found.health, found.at
    assert waits[0] >= 3600
    assert all(later >= earlier * 1.2 for earlier, later in pairwise(waits[:5]))
    assert max(waits) == waits[-1] == 86400


def test_a_server_that_names_a_time_is_obeyed() -> None:
    limit = FetchFailure(Fault.HTTP, "theirs", "Come less often.", status=429, retry_after=50_000.0)
    assert wait(after(failed(failure=limit))) == 50_000


def test_gone_for_good_stops_the_source_and_keeps_its_history() -> None:
    found = after(failed(failure=GONE), after(good()).health)
    assert (found.at, found.health.state) == (None, State.STOPPED)
    assert found.health.last_ok_at == NOW
    assert restarted(found.health).state is State.NEW


def test_one_good_poll_forgets_the_failures() -> None:
    health = after(good(NOW + 5 * DAY), failing(5).health).health
    assert (health.failures, health.last_error, health.state) == (0, None, State.OK)


# --- not modified ------------------------------------------------------------------------------------------------


def test_a_server_that_says_304_for_ever_is_asked_in_full_once_a_day() -> None:
    found, at, fulls = after(good(gap=timedelta(hours=3))), NOW, 0
    for _ in range(100):
        assert found.at is not None
        at = found.at
        fulls += found.full
        found = after(good(at) if found.full else PollOutcome(at, not_modified=True), found.health)
    days = (at - NOW) / DAY
    assert days / 1.5 <= fulls <= days + 1


def test_a_304_keeps_the_habit() -> None:
    found = after(PollOutcome(NOW + timedelta(hours=1), not_modified=True), after(good()).health)
    assert found.health.usual_gap == 7200
    assert not found.full


# --- moves -------------------------------------------------------------------------------------------------------


def moved(times: int, to: str) -> NextPoll:
    found = NextPoll(NOW, Health())
    for n in range(times):
        found = after(good(NOW + DAY * n, moved_to=to), found.health)
    return found


def test_a_move_on_the_same_site_is_adopted_after_three_polls() -> None:
    assert moved(2, "https://news.acme.example/feed").adopt is None
    found = moved(3, "https://news.acme.example/feed")
    assert (found.adopt, found.hold) == ("https://news.acme.example/feed", None)
    assert found.health.moved_times == 0


def test_a_move_to_another_site_waits_for_ops() -> None:
    found = moved(4, "https://globex.example/feed")
    assert (found.adopt, found.hold) == (None, "https://globex.example/feed")


def test_a_move_that_changes_its_mind_starts_again() -> None:
    found = after(good(moved_to="https://acme.example/other"), moved(2, "https://acme.example/new").health)
    assert found.health.moved_times == 1
    assert after(good(), found.health).health.moved_to is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://acme.example/a", "https://feeds.acme.example/b", True),
        ("http://acme.example/a", "https://acme.example/a", True),
        ("https://acme.example/a", "http://acme.example/a", False),
        ("https://acme.co.uk/a", "https://globex.co.uk/a", False),
        ("https://acme.github.io/a", "https://globex.github.io/a", False),
        ("http://127.0.0.1:1/a", "http://127.0.0.1:2/a", True),
        ("http://10.0.0.1/a", "http://10.0.0.2/a", False),
        ("https://acme.example/a", "https:///b", False),
    ],
)
def test_the_same_site_is_the_same_registrable_domain(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


# --- floods ------------------------------------------------------------------------------------------------------


def test_a_flood_is_quarantined_until_somebody_looks() -> None:
    quiet = after(good(first_pass=True, new_entries=30)).health
    found = after(good(NOW + DAY, new_entries=300), quiet)
    assert found.health.state is State.QUARANTINED
    later = after(good(NOW + 2 * DAY, new_entries=1), found.health)
    assert later.health.state is State.QUARANTINED
    assert later.at is not None
    assert after(good(NOW + 3 * DAY), released(later.health)).health.state is State.OK


def test_a_flood_in_small_waves_is_seen_too() -> None:
    health = after(good(first_pass=True)).health
    for n in range(6):
        health = after(good(NOW + timedelta(minutes=10 * n), new_entries=25), health).health
    assert health.state is State.QUARANTINED


def test_the_first_pass_is_no_flood() -> None:
    assert after(good(first_pass=True, new_entries=5000)).health.state is State.OK


def test_a_busy_wire_may_be_busy() -> None:
    health = after(good(gap=timedelta(minutes=1), first_pass=True, new_entries=500)).health
    assert after(good(NOW + DAY, new_entries=300), health).health.state is State.OK


def test_a_failure_does_not_lift_a_quarantine() -> None:
    flooded = after(good(NOW + DAY, new_entries=300), after(good(first_pass=True)).health).health
    assert after(failed(NOW + 2 * DAY), flooded).health.state is State.QUARANTINED


@pytest.mark.parametrize(
    ("new", "norm", "flood"), [(100, 0.0, False), (101, 0.0, True), (150, 15.0, False), (151, 15, True)]
)
def test_both_parts_of_the_limit_count(new: int, norm: float, flood: bool) -> None:
    assert is_flood(new, norm, LIMITS) is flood


# --- health in words ---------------------------------------------------------------------------------------------


def test_no_source_is_silent_without_being_called_so() -> None:
    health = after(good()).health
    at = NOW + timedelta(days=3, hours=1)
    found = after(PollOutcome(at, not_modified=True), health)
    assert found.health.state is State.SILENT
    assert in_words(found.health, at).startswith("Answers, but tells nothing new. The newest entry came 3 days ago.")


def test_a_slow_publisher_is_not_called_silent() -> None:
    health = after(good(gap=timedelta(days=20))).health
    assert after(PollOutcome(NOW + 150 * DAY, not_modified=True), health).health.state is State.OK


@pytest.mark.parametrize(
    ("health", "words"),
    [
        (Health(), "Not polled yet."),
        (after(good()).health, "Answers. Newest entry: just now."),
        (failing(1).health, "Failed once. It last answered 1 hour ago. Their server did not finish."),
        (failing(2).health, "Failed twice. It last answered 1 hour ago. Their server did not finish."),
        (failing(9).health, "Failing, 9 times in a row. It last answered 1 hour ago. Their server did not finish."),
        (after(failed()).health, "Failed once. It has never answered. Their server did not finish."),
        (after(failed(failure=GONE)).health, "Stopped. Removed for good."),
    ],
)
def test_health_in_words(health: Health, words: str) -> None:
    now = NOW + timedelta(hours=1) if health.failures and health.last_ok_at else NOW
    assert in_words(health, now) == words


@pytest.mark.parametrize(
    ("times", "state"), [(1, State.DEGRADED), (2, State.DEGRADED), (3, State.FAILING), (30, State.FAILING)]
)
def test_three_failures_in_a_row_are_failing(times: int, state: State) -> None:
    assert failing(times).health.state is state
