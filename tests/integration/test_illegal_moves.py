"""Every pair of states outside the contract's tables is refused, by the machine and by raw SQL."""

from __future__ import annotations

from itertools import product

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage

from campaigns.errors import IllegalMove
from campaigns.review import (
    DRAFT_MOVES,
    HANDOFF_MOVES,
    DraftState,
    HandoffState,
    check_draft_move,
    check_handoff_move,
)
from overture.db import decisions
from overture.db.engine import write
from overture.db.tables import approvals, drafts, handoffs


def _way_to(moves: dict, start: str, goal: str) -> list[str]:  # type: ignore[type-arg]
    """A shortest way of legal moves."""
    ways = [[start]]
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return way[1:]
        ways += [[*way, wanted] for wanted in sorted(moves[way[-1]]) if wanted not in way]
    raise AssertionError(f"{goal} cannot be reached")


def _set(engine: Engine, table: str, state: str) -> None:
    with write(engine) as connection:
        connection.execute(text(f"UPDATE {table} SET state = :state"), {"state": state})


def _legal(moves: dict, current: str, wanted: str) -> bool:  # type: ignore[type-arg]
    return wanted in moves[current] or current == wanted


@pytest.mark.parametrize("goal", list(DraftState))
def test_raw_sql_moves_a_draft_only_along_the_table(database: Engine, goal: DraftState) -> None:
    for wanted in DraftState:
        stage = Stage(database).set()
        stage.draft(trigger_id=None)
        for step in _way_to(DRAFT_MOVES, "pending", goal):
            _set(database, "drafts", step)
        if _legal(DRAFT_MOVES, goal, wanted):
            _set(database, "drafts", wanted)
        else:
            with pytest.raises(IntegrityError, match="cannot make this move"):
                _set(database, "drafts", wanted)
        with write(database) as connection:
            connection.execute(text("DELETE FROM draft_versions"))
            connection.execute(text("DELETE FROM drafts"))


@pytest.mark.parametrize("goal", list(HandoffState))
def test_raw_sql_moves_a_handoff_only_along_the_table(database: Engine, goal: HandoffState) -> None:
    stage = Stage(database).set()
    decisions.approve(database, stage.draft(), MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    for step in _way_to(HANDOFF_MOVES, "held", goal):
        _set(database, "handoffs", step)
    for wanted in HandoffState:
        if not _legal(HANDOFF_MOVES, goal, wanted):
            with pytest.raises(IntegrityError, match="cannot make this move"):
                _set(database, "handoffs", wanted)
            assert stage.row(handoffs).state == goal


def test_the_machine_refuses_the_same_pairs() -> None:
    for current, wanted in product(DraftState, DraftState):
        if wanted not in DRAFT_MOVES[current]:
            with pytest.raises(IllegalMove):
                check_draft_move(current, wanted)
    for state, aim in product(HandoffState, HandoffState):
        if aim not in HANDOFF_MOVES[state]:
            with pytest.raises(IllegalMove):
                check_handoff_move(state, aim)


@pytest.mark.parametrize(
    "change",
    ["message = 'x'", "version = version + 1", "content_hash = 'x'", "address_key = 'x'", "draft_id = draft_id + 1"],
)
def test_what_was_approved_cannot_be_changed(database: Engine, change: str) -> None:
    stage = Stage(database).set()
    decisions.approve(database, stage.draft(), MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    before = stage.row(handoffs).message
    with pytest.raises(IntegrityError), write(database) as connection:
        connection.execute(text(f"UPDATE handoffs SET {change}"))
    assert stage.row(handoffs).message == before


def test_no_handoff_without_an_approval_of_that_very_text(database: Engine) -> None:
    stage = Stage(database).set()
    shown = stage.draft()
    decisions.approve(database, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    row = stage.row(handoffs)._asdict()
    decisions.undo(database, shown.draft_id, MARA, now=NOW)
    for change in ({"approval_id": 404}, {"content_hash": "0" * 64}, {"version": 2}):
        forged = {name: value for name, value in row.items() if name != "id"} | change
        with pytest.raises(IntegrityError), write(database) as connection:
            connection.execute(handoffs.insert(), forged)
    assert len(stage.rows(handoffs)) == len(stage.rows(approvals)) == 1
    assert stage.row(drafts).state == DraftState.PENDING
