"""One event from many outlets, measured: several hundred invented tellings, put together as the product does it."""

from __future__ import annotations

from functools import cache

import pytest
from support.event_groups import Outcome, clustered, of_own, of_real, own_groups, real_items
from support.realdata import real_data

REAL_ITEMS = real_data("triggers_dev.jsonl")


@cache
def own() -> Outcome:
    return of_own()


def test_there_are_enough_groups_and_near_misses() -> None:
    groups = own_groups()
    assert len([group for group in groups if group.event and len(group.items) > 1]) >= 150
    assert len([group for group in groups if group.note]) >= 60


def test_what_is_put_together_is_one_event() -> None:
    assert own().every.precision >= 0.98


def test_tellings_of_one_event_are_put_together() -> None:
    assert own().read.recall >= 0.98
    assert own().every.recall >= 0.92


@pytest.mark.parametrize("id_", [group.id for group in own_groups() if group.event is None])
def test_totals_and_lists_tell_no_event_of_a_company(id_: str) -> None:
    items = next(group.items for group in own_groups() if group.id == id_)
    assert clustered(items) == []


@pytest.mark.skipif(REAL_ITEMS is None, reason="the labelled items are not here (OVERTURE_DATA)")
def test_real_tellings_are_put_together() -> None:
    assert REAL_ITEMS is not None
    found = of_real(real_items(REAL_ITEMS))
    assert found.read.precision >= 0.9
    assert found.read.recall >= 0.9
