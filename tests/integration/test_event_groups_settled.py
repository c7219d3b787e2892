"""The written groups of tellings through the read stage and the database: each event one trigger of its company."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.db import copy_of
from support.event_groups import Outcome, Unit, outcome, own_groups, settled


@pytest.fixture(scope="module")
def found(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> list[frozenset[Unit]]:
    engine = copy_of(sqlite_template, tmp_path_factory.mktemp("groups"))
    try:
        return settled(engine, [item for group in own_groups() for item in group.items])
    finally:
        engine.dispose()


@pytest.fixture
def measured(found: list[frozenset[Unit]]) -> Outcome:
    """Deals and partnerships told from the other side are triggers of the other company, so their pairs count less."""
    groups = [group for group in own_groups() if group.event]
    return outcome([group.units for group in groups], found, items=sum(len(group.items) for group in groups))


def test_a_trigger_is_one_event(measured: Outcome) -> None:
    assert measured.every.precision >= 0.98


def test_an_event_is_one_trigger(measured: Outcome) -> None:
    assert measured.read.recall >= 0.95
