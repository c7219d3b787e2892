"""How fast one caller may ask, by a clock that tests turn."""

from __future__ import annotations

from overture.web.api.pace import Pace


class Turned:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_minutes_worth_at_once_then_one_by_one() -> None:
    clock = Turned()
    pace = Pace(60, clock=clock)
    assert [pace.wait("mara") for _ in range(60)] == [0.0] * 60
    assert pace.wait("mara") == 1.0
    clock.now += 1.0
    assert pace.wait("mara") == 0.0
    assert pace.wait("mara") > 0


def test_callers_do_not_slow_each_other_down() -> None:
    pace = Pace(1, clock=Turned())
    assert (pace.wait("mara"), pace.wait("otto")) == (0.0, 0.0)
    assert pace.wait("mara") > 0


def test_a_long_pause_saves_up_no_more_than_a_minute() -> None:
    clock = Turned()
    pace = Pace(2, clock=clock)
    pace.wait("mara")
    clock.now += 86_400
    assert [pace.wait("mara") > 0 for _ in range(3)] == [False, False, True]


def test_many_callers_are_not_kept_for_ever() -> None:
    clock = Turned()
    pace = Pace(600, clock=clock)
    for number in range(10_000):
        pace.wait(f"caller {number}")
    clock.now += 61
    pace.wait("one more")
    assert len(pace._left) == 1
