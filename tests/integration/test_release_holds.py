"""What holds a message back at the last moment: a cap that was reached meanwhile, and the kill switch."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection
from support.cast import KEYS, MARA, NOW, OTTO, OUTBOX, Stage
from support.channels import Recorder

from campaigns.campaign import Cap, Caps
from campaigns.quiet import quiet
from campaigns.review import Refusal, Refused
from campaigns.workspace import Account, DoNotContact
from overture.db import decisions
from overture.db.engine import read, write
from overture.db.outbox import ReleasePolicy, Summary, release_due
from overture.db.outbox_check import Candidate
from overture.db.people import suppress, sync
from overture.db.release_caps import caps_hook
from overture.db.release_quiet import quiet_first
from overture.db.switches import RELEASE_PAUSED, is_on, turn
from overture.db.tables import audit, drafts, handoffs, touches
from triggers.limits import Limits

DUE = NOW + timedelta(minutes=10)
WEEKLY = Caps(per_contact=Cap(1, timedelta(days=7)), per_account=Cap(2, timedelta(days=7)))


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


# --- who may still be written to ----------------------------------------------------------------------------------


def test_a_contact_with_another_address_by_now_goes_back_to_the_queue(stage: Stage) -> None:
    approved(stage)
    moved = stage.become(contact={"email": "jo.meyer@acme.example"})
    assert release(moved).cancelled == 1
    assert (stage.row(handoffs).reason, stage.row(drafts).state) == ("the address changed", "pending")


def test_a_contact_who_went_to_another_account_goes_back_to_the_queue(stage: Stage) -> None:
    approved(stage)
    elsewhere = Account("globex", "Globex", domain="globex.example")
    replace(stage, account=elsewhere).become(contact={"account_id": "globex"})
    assert release(stage).cancelled == 1
    assert stage.row(handoffs).reason == "the contact is at another account"


def test_the_same_address_in_other_letters_still_leaves(stage: Stage) -> None:
    approved(stage)
    assert release(stage.become(contact={"email": "Jo@ACME.example"})).handed_off == 1


def test_an_old_address_on_the_list_blocks_nobody_else(stage: Stage) -> None:
    approved(stage)
    stage.forbid()
    moved = stage.become(contact={"email": "jo.meyer@acme.example"})
    approved(moved)
    summary = release(moved)
    assert (summary.cancelled, summary.handed_off) == (1, 1)


def test_what_a_guard_refuses_is_taken_back_alone(stage: Stage) -> None:
    """A line that comes between the check and the move is seen by the database only."""
    first, second = approved(stage), approved_about_something_else(stage)

    def late(connection: Connection, candidate: Candidate, _now: datetime) -> None:
        if candidate.draft_id == first:
            suppress(connection, [DoNotContact("address", "jo@acme.example")], origin="file", keys=KEYS, now=NOW)

    summary = release(stage, policy=ReleasePolicy(caps=late))
    assert (summary.cancelled, summary.handed_off) == (1, 1)
    assert {row.draft_id: row.state for row in stage.rows(handoffs)} == {first: "cancelled", second: "handed_off"}
    assert stage.row(handoffs, draft_id=first).reason == "suppressed"


DOMAINS = pytest.mark.parametrize("domain", ["mail.acme.example", "acme.example", "acme-group.example"])


@DOMAINS
def test_a_line_for_a_domain_forbids_approval_below_it_and_at_its_account(stage: Stage, domain: str) -> None:
    written = below(stage)
    written.forbid("domain", domain)
    answer = decisions.approve(stage.engine, written.draft(), MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    assert isinstance(answer, Refused)
    assert answer.refusal is Refusal.SUPPRESSED


@DOMAINS
def test_a_line_for_a_domain_takes_back_what_was_approved_before(stage: Stage, domain: str) -> None:
    written = below(stage)
    approved(written)
    written.forbid("domain", domain)
    assert release(written).cancelled == 1
    assert stage.row(handoffs).reason == "suppressed"


def test_a_line_for_another_domain_forbids_nothing(stage: Stage) -> None:
    written = below(stage)
    written.forbid("domain", "robotics.example")
    written.forbid("domain", "example")
    approved(written)
    assert release(written).handed_off == 1


def below(stage: Stage) -> Stage:
    """Jo reads mail at a host below Acme's; the account's own domain is another one."""
    account = replace(stage.account, domain="acme-group.example")
    return replace(stage, account=account).become(contact={"email": "jo@mail.acme.example"})


def approved_about_something_else(stage: Stage) -> int:
    """A second draft, to Kim of Acme."""
    kim = replace(stage.contact, id="kim", name="Kim Sato", first_name="Kim", email="kim@acme.example")
    with write(stage.engine) as connection:
        sync(connection, [[stage.sender], [stage.account], [stage.contact, kim]], stops=(), keys=KEYS, now=NOW)
    return approved(replace(stage, contact=kim))


def test_in_the_quiet_hours_of_the_reader_a_message_waits_for_their_morning(stage: Stage) -> None:
    stage = stage.become(contact={"time_zone": "Asia/Tokyo"})  # where it is evening at NOW
    approved(stage)
    hooks = quiet_first(quiet("17:00-08:00"), "UTC", caps_hook({"series-b": WEEKLY}))
    assert release(stage, policy=ReleasePolicy(caps=hooks)).held == 1
    waits = stage.row(handoffs)
    assert (waits.state, waits.reason) == ("held", "it is quiet hours where they are")
    assert release(stage, policy=ReleasePolicy(caps=hooks), now=waits.run_at).handed_off == 1
