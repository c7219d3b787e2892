"""An event that changes after its draft was written: the text follows, and a person reads again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from support.line import FILES, MARA, Line, line

from campaigns.review import Refused, RejectReason
from overture.db.engine import write
from overture.db.tables import audit, drafts, handoffs, nos, triggers
from overture.jail import ChildJail
from overture.jobs import desk
from overture.jobs.outbox import release_due
from overture.jobs.read import read_due

ROUND = ("Acme Robotics raises $25 million Series B", "Acme Robotics, a maker of robots, raised $25 million.")
MORE = ("Acme Robotics raises $31 million Series B", "Acme Robotics, a maker of robots, raised $31 million.")
SAME = ("Acme Robotics lands $25 million Series B", "Acme Robotics raised $25 million in a Series B round.")
RUMOUR = (
    "Acme Robotics in talks to raise $25 million Series B",
    "Acme Robotics is said to be in talks to raise.",
)


@pytest.fixture
def here(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail) as found:
        yield found


@pytest.fixture
def told(here: Line) -> Line:
    here.post("courier", *ROUND)
    here.run()
    assert "you got $25 million." in here.body(here.draft())
    return here


def test_a_disputed_fact_leaves_the_text_and_the_note_says_so(told: Line) -> None:
    told.post("ledger", *MORE)
    draft = told.run().draft()
    version = told.version(draft)
    assert (draft.version, draft.state, draft.trigger_version) == (2, "pending", 2)
    assert (version.cause, version.author) == ("correction", "system")
    assert "$25 million" not in version.body
    assert "amount 25,000,000 → (nothing)" in version.note


def test_another_outlet_with_the_same_facts_changes_nothing(told: Line) -> None:
    told.approve(told.draft().id)
    told.post("ledger", *SAME)
    draft = told.run().draft()
    assert (draft.state, draft.version) == ("approved", 1)
    assert told.trigger().outlets == 2


def test_an_approved_message_is_taken_back_while_it_is_held(told: Line) -> None:
    told.approve(told.draft().id)
    told.post("ledger", *MORE)
    draft = told.run().draft()
    assert (draft.state, draft.version) == ("pending", 2)
    handoff = told.row(handoffs)
    assert (handoff.state, handoff.reason) == ("cancelled", "corrected fact")


def test_what_was_handed_off_stays_as_it_was_said(told: Line) -> None:
    told.send(told.draft().id)
    told.post("ledger", *MORE)
    draft = told.run().draft()
    assert (draft.state, draft.version) == ("done", 1)
    assert told.row(handoffs).state == "handed_off"


def test_a_message_does_not_leave_between_the_news_and_the_new_text(told: Line) -> None:
    told.approve(told.draft().id)
    told.clock.turn(minutes=11)
    told.post("ledger", *MORE)
    read_due(told.services)
    release_due(told.services)
    assert told.row(handoffs).state == "held"
    assert told.run().draft().state == "pending"


def test_nobody_approves_a_text_whose_news_has_changed(told: Line) -> None:
    told.post("ledger", *MORE)
    read_due(told.services)
    with write(told.engine) as connection:
        connection.execute(update(drafts).values(obstacles=0))
    refused = desk.approve(told.services, told.shown(told.draft().id), MARA)
    assert isinstance(refused, Refused)
    assert refused.refusal == "stale"


def test_a_draft_snoozed_until_there_is_news_wakes(told: Line) -> None:
    desk.snooze(told.services, told.shown(told.draft().id), None, MARA, for_update=True)
    told.post("ledger", *MORE)
    assert told.run().draft().state == "pending"


def test_a_draft_snoozed_to_a_date_sleeps_on_when_its_text_stays(here: Line) -> None:
    here.post("courier", *ROUND)
    here.run()
    desk.snooze(here.services, here.shown(here.draft().id), here.clock.at + timedelta(days=5), MARA)
    here.post("ledger", *SAME)
    assert here.run().draft().state == "snoozed"


def test_an_edit_survives_the_correction_around_its_own_words(told: Line) -> None:
    told.post("gazette", "Acme Robotics closes Series B", "Acme Robotics closed its Series B round.")
    told.run()
    shown = told.shown(told.draft().id)
    body = told.body(told.draft()).replace("Shall I send you how they did it?", "Shall I tell you how?")
    assert not isinstance(desk.edit(told.services, shown, "Acme now", body, MARA), Refused)
    told.post("ledger", *MORE)
    draft = told.run().draft()
    version = told.version(draft)
    assert version.cause == "correction"
    assert "Shall I tell you how?" in version.body
    assert draft.obstacles > 0, "the person's text names an amount that nobody stands for any more"
    assert any(finding["code"] == "EVD002" for finding in version.findings)


def test_a_denied_report_can_be_approved_by_nobody_however_it_is_edited(told: Line) -> None:
    with write(told.engine) as connection:
        connection.execute(update(triggers).values(status="denied", version=2, state="due", run_at=told.clock.at))
    draft = told.run().draft()
    version = told.version(draft)
    assert (draft.state, version.cause) == ("pending", "correction")
    assert "denied" in version.note
    assert any("denied" in finding["message"] for finding in version.findings)
    edited = desk.edit(told.services, told.shown(draft.id), "Hello", "Jo, a word.", MARA)
    assert not isinstance(edited, Refused)
    with write(told.engine) as connection:
        connection.execute(update(drafts).values(obstacles=0))
    refused = desk.approve(told.services, told.shown(draft.id), MARA)
    assert isinstance(refused, Refused)
    assert "denied" in refused.message


def test_a_denial_takes_back_what_was_approved(told: Line) -> None:
    told.approve(told.draft().id)
    with write(told.engine) as connection:
        connection.execute(update(triggers).values(status="denied", version=2, state="due", run_at=told.clock.at))
    assert told.run().draft().state == "pending"
    assert told.row(handoffs).state == "cancelled"


# --- rumour and news ----------------------------------------------------------------------------------------------

CAREFUL = FILES["campaigns.yaml"].replace("status: [announced, rumoured]", "status: announced")


def test_a_rumour_that_comes_true_asks_the_campaigns_again(here: Line) -> None:
    here.files(campaigns_yaml=CAREFUL)
    here.post("courier", *RUMOUR)
    here.run()
    assert here.trigger().status == "rumoured"
    assert here.rows(drafts) == []
    here.clock.turn(days=3)
    here.post("ledger", *ROUND)
    draft = here.run().draft()
    assert (here.trigger().status, here.trigger().version) == ("announced", 2)
    assert (draft.state, draft.trigger_version) == ("pending", 2)


def test_a_rumour_that_was_written_about_is_no_second_draft_when_it_comes_true(here: Line) -> None:
    here.post("courier", *RUMOUR)
    here.run()
    assert len(here.rows(drafts)) == 1
    here.clock.turn(days=3)
    here.post("ledger", *ROUND)
    assert here.run().draft().trigger_version == 2


def test_a_rejected_draft_closes_the_event_even_when_there_is_news(told: Line) -> None:
    desk.reject(told.services, told.shown(told.draft().id), RejectReason.BAD_TIMING, MARA)
    told.post("ledger", *MORE)
    assert told.run().draft().state == "rejected"


def test_news_of_an_event_whose_draft_lapsed_is_asked_about_again(here: Line) -> None:
    here.post("courier", *RUMOUR)
    here.run()
    here.clock.turn(days=22)
    assert here.run().draft().state == "expired"
    here.post("ledger", *ROUND)
    assert sorted(row.state for row in here.run().rows(drafts)) == ["expired", "pending"]


def test_a_campaign_that_no_longer_asks_for_it_makes_an_obstacle(told: Line) -> None:
    told.files(campaigns_yaml=FILES["campaigns.yaml"].replace("event: funding,", "event: funding, round: [C],"))
    told.post("ledger", *MORE)
    draft = told.run().draft()
    assert draft.obstacles > 0
    assert "round" in told.version(draft).note


def test_every_correction_leaves_a_line_in_the_audit(told: Line) -> None:
    told.post("ledger", *MORE)
    told.run()
    moved = [row for row in told.rows(audit, thing="draft") if row.codes.get("cause") == "correction"]
    assert [(row.actor, row.after) for row in moved] == [("system", "pending")]
    assert told.rows(nos) == []
