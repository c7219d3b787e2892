"""How far drafts came and how deciding went, counted from the rows themselves, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, update
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage, relint, stage

from campaigns.review import HandoffState, RejectReason
from overture.db import decisions, funnel, people_outcomes
from overture.db import tables as t
from overture.db.decisions import Approved, Edited, Shown
from overture.db.engine import read, write
from overture.db.people_outcomes import Outcome

__all__ = ["stage"]
LONG_AGO = NOW - timedelta(days=30)


@pytest.fixture
def told(stage: Stage) -> Engine:
    """One that was edited, approved, handed off and answered; one that waits; one that was refused; one of long ago."""
    engine = stage.engine
    first = stage.draft()
    edited = decisions.edit(
        engine, first, "A subject", "Jo, other words.", MARA, now=NOW, company=OUTBOX.company, relint=relint
    )
    assert isinstance(edited, Edited)
    shown = Shown(first.draft_id, edited.version, edited.content_hash)
    later = NOW + timedelta(hours=2)
    assert isinstance(decisions.approve(engine, shown, MARA, now=later, outbox=OUTBOX, keys=KEYS), Approved)
    refused = stage.become(contact={"id": "b", "email": "bo@acme.example"}).draft()
    decisions.reject(engine, refused, RejectReason.OLD_NEWS, MARA, now=NOW + timedelta(minutes=1))
    stage.become(contact={"id": "c", "email": "cy@acme.example"}).draft()
    old = stage.become(contact={"id": "d", "email": "di@acme.example"}).draft()
    with write(engine) as connection:
        for state in (HandoffState.SENDING, HandoffState.HANDED_OFF):
            connection.execute(update(t.handoffs).values(state=state, attempts=1))
        contact = people_outcomes.of_draft(connection, first.draft_id)
        assert contact
        for kind in ("replied", "meeting"):
            people_outcomes.note(connection, Outcome(kind, contact, NOW, first.draft_id), MARA, now=NOW)
        connection.execute(
            update(t.drafts).where(t.drafts.c.id == old.draft_id).values(made_at=LONG_AGO - timedelta(days=1))
        )
    return engine


def test_drafts_are_counted_by_how_far_they_came(told: Engine) -> None:
    with read(told) as connection:
        found = funnel.reached(connection, since=LONG_AGO)
    assert (found.drafts, found.approved, found.handed_off, found.replied, found.meetings) == (3, 1, 1, 1, 1)


@pytest.mark.parametrize("group", funnel.GROUPS)
def test_each_way_to_group_them_counts_every_draft_once(told: Engine, group: str) -> None:
    with read(told) as connection:
        groups = funnel.reached_by(connection, group, since=LONG_AGO)
    assert sum(one.drafts for one in groups) == 3
    assert sum(one.replied for one in groups) == 1


def test_deciding_is_told_in_time_edits_and_reasons(told: Engine) -> None:
    with read(told) as connection:
        found = funnel.deciding(connection, since=LONG_AGO)
    assert (found.decided, found.approved, found.edited) == (2, 1, 1)
    assert (found.half, found.most) == (60.0, 7_200.0)
    assert found.changed is not None
    assert 0 < found.changed <= 1
    assert found.reasons == (("old_news", 1),)


def test_nothing_told_is_nothing_counted(stage: Stage) -> None:
    with read(stage.engine) as connection:
        assert funnel.reached(connection, since=LONG_AGO).drafts == 0
        assert funnel.deciding(connection, since=LONG_AGO).half is None
