"""Counts of kept filters: some at each page, the longest known first, so that no page waits for all of them."""

from __future__ import annotations

import pytest

from overture.db.users import User
from overture.web import kept_filters
from overture.web.kept_filters import FilterCounts

MARA = User("mara", "Mara Lind", "reviewer", None, {
    "filters": [{"name": one, "where": f"tab=mine&q=story:{one}"} for one in ("a", "b", "c")]
})  # fmt: skip


class Desk:
    """A store whose counts take a while by its own clock."""

    def __init__(self, seconds: float) -> None:
        self.at, self.seconds = 1_000.0, seconds
        self.asked: list[str] = []

    def clock(self) -> float:
        return self.at

    def count(self, _connection: object, query: object) -> int:
        self.at += self.seconds
        self.asked.append(query.story)  # type: ignore[attr-defined]
        return len(self.asked)


def _counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> FilterCounts:
    monkeypatch.setattr(kept_filters, "queue_count", desk.count)
    return FilterCounts(desk.clock)


def test_quick_counts_are_all_there_at_once_and_hold_for_some_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(0.001)
    counts = _counts(desk, monkeypatch)
    assert list(counts.of(None, MARA).values()) == [1, 2, 3]  # type: ignore[arg-type]
    desk.at += 5
    assert list(counts.of(None, MARA).values()) == [1, 2, 3]  # type: ignore[arg-type]
    assert desk.asked == ["a", "b", "c"]
    desk.at += 20
    assert list(counts.of(None, MARA).values()) == [4, 5, 6]  # type: ignore[arg-type]


def test_slow_counts_come_one_a_page_and_the_longest_known_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(0.5)
    counts = _counts(desk, monkeypatch)
    for _ in range(3):
        counts.of(None, MARA)  # type: ignore[arg-type]
    assert desk.asked == ["a", "b", "c"]
    desk.at += 20
    counts.of(None, MARA)  # type: ignore[arg-type]
    assert desk.asked == ["a", "b", "c", "a"]
