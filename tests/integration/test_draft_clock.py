from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from support.cast import GOOD_UNTIL, KEYS, MARA, NOW, OUTBOX, Stage
from support.channels import Recorder

from campaigns.review import DraftState, HandoffState, expires_at
from overture.db import decisions
from overture.db.draft_clock import Summary, tick
from overture.db.outbox import ReleasePolicy, release_due
from overture.db.tables import audit, drafts, handoffs, promises_made
from overture.handoff.channels import RefusedForGood
from triggers.limits import Limits

LIMITS = Limits()
END = expires_at(GOOD_UNTIL)
TOMORROW = NOW + timedelta(days=1)


def snoozed(stage: Stage, until: Any = TOMORROW, *, for_update: bool = False) -> int:
    shown = stage.draft()
    decisions.snooze(stage.engine, shown, until, MARA, now=NOW, for_update=for_update)
    return shown.draft_id


def approved(stage: Stage) -> int:
    shown = stage.draft()
    decisions.approve(stage.engine, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    return shown.draft_id


def ticked(stage: Stage, now: Any) -> Summary:
    return tick(stage.engine, now=now, limits=LIMITS)


def test_a_snooze_ends_at_its_moment_and_not_before(stage: Stage) -> None:
    snoozed(stage)
    assert ticked(stage, TOMORROW - timedelta(seconds=1)).woken == 0
    assert ticked(stage, TOMORROW).woken == 1
    row = stage.row(drafts)
    assert (row.state, row.version, row.run_at, row.decided_by) == (DraftState.PENDING, 1, END, None)


def test_a_snooze_until_the_news_is_updated_lasts_until_the_draft_expires(stage: Stage) -> None:
    snoozed(stage, None, for_update=True)
    assert ticked(stage, END - timedelta(seconds=1)).total == 0
    assert ticked(stage, END).expired == 1


def test_every_open_draft_expires_with_its_last_good_day(stage: Stage) -> None:
    stage.draft()
    assert ticked(stage, END - timedelta(seconds=1)).total == 0
    assert ticked(stage, END) == Summary(expired=1)
    row = stage.row(drafts)
    assert (row.state, row.decided_by, row.decided_at) == (DraftState.EXPIRED, "system", END)


def test_an_approved_draft_expires_while_its_message_is_held(stage: Stage) -> None:
    approved(stage)
    assert ticked(stage, END) == Summary(expired=1, cancelled=1)
    assert (stage.row(handoffs).state, stage.row(handoffs).reason) == (HandoffState.CANCELLED, "expired")
    assert stage.row(promises_made).state == "withdrawn"


def test_a_failed_message_is_left_to_people(stage: Stage) -> None:
    approved(stage)
    channel = Recorder(answers=[RefusedForGood("no")])
    release_due(stage.engine, now=TOMORROW, limits=LIMITS, keys=KEYS, channels={"eml": channel}, policy=ReleasePolicy())
    assert ticked(stage, END) == Summary()
    assert stage.row(drafts).state == DraftState.APPROVED
    assert ticked(stage, END + timedelta(days=1)) == Summary()


def test_a_prolonged_draft_is_looked_at_again_later(stage: Stage) -> None:
    stage.draft(good_until=date(2026, 4, 1))
    assert ticked(stage, END).total == 0
    assert stage.row(drafts).run_at == expires_at(date(2026, 4, 1))


def test_a_tick_works_in_batches_and_says_when_there_is_more(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("overture.db.draft_clock.MOST_BATCHES", 2)
    for number in range(5):
        stage.become(contact={"id": f"jo{number}", "email": f"jo{number}@acme.example"}).draft()
    first = tick(stage.engine, now=END, limits=replace(LIMITS, clock_batch=2))
    assert (first.expired, first.left) == (4, True)
    assert tick(stage.engine, now=END, limits=replace(LIMITS, clock_batch=2)) == Summary(expired=1)


def test_a_second_tick_does_nothing(stage: Stage) -> None:
    snoozed(stage)
    ticked(stage, TOMORROW)
    assert ticked(stage, TOMORROW) == Summary()
    assert [(row.before, row.after) for row in stage.rows(audit, actor="system")] == [("snoozed", "pending")]
