"""What holds a message back at the last moment: a cap that was reached meanwhile, and the kill switch."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from support.cast import KEYS, MARA, NOW, OTTO, OUTBOX, Stage
from support.channels import Recorder

from campaigns.types import Cap, Caps
from overture.db import decisions
from overture.db.engine import read, write
from overture.db.outbox import ReleasePolicy, Summary, release_due
from overture.db.release_caps import caps_hook
from overture.db.switches import RELEASE_PAUSED, is_on, turn
from overture.db.tables import audit, drafts, handoffs, touches
from triggers.limits import Limits

DUE = NOW + timedelta(minutes=10)
WEEKLY = Caps(per_contact=Cap(1, timedelta(days=7)), per_account=Cap(2, timedelta(days=7)))


@pytest.fixture
def stage(database: Engine) -> Stage:
    return Stage(database).set()


def approved(stage: Stage) -> int:
    shown = stage.draft()
    assert isinstance(
        decisions.approve(stage.engine, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS), decisions.Approved
    )
    return shown.draft_id


def touched(stage: Stage, days: int) -> None:
    """A message that left so many days ago, for another draft."""
    first = approved(stage)
    release(stage, policy=ReleasePolicy())
    with write(stage.engine) as connection:
        connection.execute(touches.update().values(at=DUE - timedelta(days=days)))
    assert stage.row(drafts, id=first).state == "done"


def release(stage: Stage, **change: Any) -> Summary:
    given: dict[str, Any] = {"policy": ReleasePolicy(caps=caps_hook({"series-b": WEEKLY})), "now": DUE}
    return release_due(stage.engine, limits=Limits(), keys=KEYS, channels={"eml": Recorder("eml")}, **(given | change))


def test_a_contact_who_heard_from_us_this_week_waits_until_it_is_over(stage: Stage) -> None:
    touched(stage, days=2)
    approved(stage)
    assert release(stage).held == 1
    waiting = stage.rows(handoffs)[-1]
    assert (waiting.state, waiting.run_at) == ("held", DUE + timedelta(days=5))
    assert "this contact has had 1" in waiting.reason


def test_a_week_later_it_leaves(stage: Stage) -> None:
    touched(stage, days=8)
    approved(stage)
    assert release(stage).handed_off == 1


def test_a_touch_that_a_person_denied_does_not_count(stage: Stage) -> None:
    touched(stage, days=2)
    with write(stage.engine) as connection:
        connection.execute(touches.update().values(standing="denied"))
    approved(stage)
    assert release(stage).handed_off == 1


def test_the_kill_switch_holds_everything_and_cancels_nothing(stage: Stage) -> None:
    approved(stage)
    assert release(stage, policy=ReleasePolicy(paused=True)).held == 1
    assert release(stage, now=DUE + timedelta(minutes=2)).handed_off == 1


def test_turning_the_switch_is_remembered_and_told(stage: Stage) -> None:
    with write(stage.engine) as connection:
        turn(connection, RELEASE_PAUSED, True, OTTO, now=NOW)
    with read(stage.engine) as connection:
        assert is_on(connection, RELEASE_PAUSED)
    with write(stage.engine) as connection:
        turn(connection, RELEASE_PAUSED, False, OTTO, now=NOW)
    with read(stage.engine) as connection:
        assert not is_on(connection, RELEASE_PAUSED)
    assert [row.action for row in stage.rows(audit)] == ["turned_on", "turned_off"]
