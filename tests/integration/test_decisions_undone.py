"""Rejecting, snoozing and taking back: what each does, and what it cannot."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from support.cast import GOOD_UNTIL, KEYS, MARA, NOW, OTTO, Stage
from support.deciding import LATER, approve, refusal, reject, reopen, snooze, undo

from campaigns.review import DraftState, HandoffState, Refusal, Refused, RejectReason, expires_at
from overture.db import decisions
from overture.db.decisions import Approved, Rejected, Reopened, Snoozed, Undone
from overture.db.engine import read, write
from overture.db.tables import (
    attempts,
    audit,
    comments,
    drafts,
    handoffs,
    never_matches,
    suppressions,
)

# --- reject and snooze --------------------------------------------------------------------------------------------


def test_wrong_company_is_never_matched_again(stage: Stage) -> None:
    answer = reject(stage, stage.draft(), RejectReason.WRONG_COMPANY)
    assert answer == Rejected(("never_match",), None)
    learned = stage.row(never_matches)
    assert (learned.account_id, learned.folded) == ("acme", "acme")


def test_do_not_contact_suppresses_the_address(stage: Stage) -> None:
    answer = reject(stage, stage.draft(), RejectReason.DO_NOT_CONTACT)
    assert answer == Rejected(("suppressed_address",), None)
    line = stage.row(suppressions)
    assert (line.kind, line.value_hash, line.origin) == ("address", KEYS.address("jo@acme.example"), "reject")


def test_bad_timing_leaves_the_account_alone_for_ninety_days(stage: Stage) -> None:
    reject(stage, stage.draft(), RejectReason.BAD_TIMING)
    with read(stage.engine) as connection:
        assert decisions.left_alone(connection, ["acme", "globex"], NOW) == {"acme": (NOW + timedelta(days=90)).date()}
        assert decisions.left_alone(connection, ["acme"], NOW + timedelta(days=90)) == {}


@pytest.mark.parametrize(
    ("reason", "successor"), [(RejectReason.WRONG_PERSON, "contact"), (RejectReason.WRONG_STORY, "story")]
)
def test_some_reasons_ask_for_another_draft(stage: Stage, reason: RejectReason, successor: Any) -> None:
    assert reject(stage, stage.draft(), reason) == Rejected((), successor)


def test_other_needs_a_comment(stage: Stage) -> None:
    shown = stage.draft()
    assert refusal(reject(stage, shown, RejectReason.OTHER, comment="  ")) is Refusal.INCOMPLETE
    reject(stage, shown, RejectReason.OTHER, comment="a reason of its own")
    row = stage.row(drafts)
    assert (row.reason, row.comment, row.decided_by) == ("other", "a reason of its own", "mara")


def test_an_approved_draft_must_be_undone_before_it_is_rejected(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    assert refusal(reject(stage, shown, RejectReason.OLD_NEWS)) is Refusal.STATE


def test_a_snoozed_draft_can_be_rejected(stage: Stage) -> None:
    shown = stage.draft()
    snooze(stage, shown)
    assert isinstance(reject(stage, shown, RejectReason.OLD_NEWS), Rejected)


def test_a_snooze_needs_an_end_in_the_good_days(stage: Stage) -> None:
    shown = stage.draft()
    assert refusal(snooze(stage, shown, until=None)) is Refusal.INCOMPLETE
    assert refusal(snooze(stage, shown, until=NOW)) is Refusal.INCOMPLETE
    assert refusal(snooze(stage, shown, until=expires_at(GOOD_UNTIL))) is Refusal.NOT_FRESH
    assert snooze(stage, shown, until=None, for_update=True) == Snoozed(None, True)
    assert stage.row(drafts).run_at == expires_at(GOOD_UNTIL)


# --- undo and reopen ----------------------------------------------------------------------------------------------


def test_undo_of_an_approval_cancels_the_message_and_asks_to_read_again(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    assert undo(stage, shown.draft_id) == Undone(DraftState.APPROVED, 2)
    assert (stage.row(handoffs).state, stage.row(handoffs).reason) == (HandoffState.CANCELLED, "undo")
    assert refusal(approve(stage, shown)) is Refusal.STALE
    assert isinstance(approve(stage, stage.now_shown(shown.draft_id)), Approved)
    assert [row.state for row in stage.rows(handoffs)] == ["cancelled", "held"]


@pytest.mark.parametrize("state", ["sending", "handed_off", "uncertain"])
def test_undo_comes_too_late_for_what_has_left_the_hold(stage: Stage, state: str) -> None:
    shown = stage.draft()
    approve(stage, shown)
    with write(stage.engine) as connection:
        connection.execute(handoffs.update().values(state="sending"))
        connection.execute(handoffs.update().values(state=state))
    assert refusal(undo(stage, shown.draft_id)) is Refusal.TOO_LATE
    assert stage.row(drafts).state == DraftState.APPROVED


def test_undo_mends_a_failed_message(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    with write(stage.engine) as connection:
        connection.execute(handoffs.update().values(state="sending"))
        connection.execute(handoffs.update().values(state="failed"))
    assert isinstance(undo(stage, shown.draft_id), Undone)


def test_undo_restores_the_row_apart_from_version_and_times(stage: Stage) -> None:
    shown = stage.draft()
    kept = {"version", "updated_at"}
    before = {name: value for name, value in stage.row(drafts)._asdict().items() if name not in kept}
    for act in (
        lambda: approve(stage, stage.now_shown(shown.draft_id)),
        lambda: reject(stage, stage.now_shown(shown.draft_id), RejectReason.OTHER, comment="x"),
        lambda: snooze(stage, stage.now_shown(shown.draft_id), for_update=True),
    ):
        assert not isinstance(act(), Refused)
        assert isinstance(undo(stage, shown.draft_id), Undone)
        after = {name: value for name, value in stage.row(drafts)._asdict().items() if name not in kept}
        assert after == before


def test_undo_of_a_rejection_unlearns(stage: Stage) -> None:
    shown = stage.draft()
    reject(stage, shown, RejectReason.WRONG_COMPANY)
    undo(stage, shown.draft_id)
    assert stage.rows(never_matches) == []
    reject(stage, stage.now_shown(shown.draft_id), RejectReason.DO_NOT_CONTACT)
    undo(stage, shown.draft_id)
    assert stage.row(suppressions).lifted_by == "mara"
    assert isinstance(approve(stage, stage.now_shown(shown.draft_id)), Approved)


def test_undo_never_lifts_a_line_that_was_there_before(stage: Stage) -> None:
    shown = stage.draft()
    stage.forbid()
    assert reject(stage, shown, RejectReason.DO_NOT_CONTACT) == Rejected((), None)
    undo(stage, shown.draft_id)
    assert stage.row(suppressions).lifted_at is None


def test_a_lifted_line_is_in_force_again_after_a_rejection(stage: Stage) -> None:
    shown = stage.draft()
    reject(stage, shown, RejectReason.DO_NOT_CONTACT)
    undo(stage, shown.draft_id)
    reject(stage, stage.now_shown(shown.draft_id), RejectReason.DO_NOT_CONTACT, now=LATER)
    assert stage.row(suppressions).lifted_at is None


def test_there_is_nothing_to_undo_on_a_draft_that_waits(stage: Stage) -> None:
    assert refusal(undo(stage, stage.draft().draft_id)) is Refusal.STATE


def test_a_rejected_draft_reopens_and_stays_learned(stage: Stage) -> None:
    shown = stage.draft()
    reject(stage, shown, RejectReason.WRONG_COMPANY)
    assert reopen(stage, shown.draft_id, now=LATER) == Reopened(DraftState.REJECTED, 2)
    assert len(stage.rows(never_matches)) == 1


def test_reopening_names_the_draft_that_is_in_the_way(stage: Stage) -> None:
    first = stage.draft()
    reject(stage, first, RejectReason.OLD_NEWS)
    second = stage.draft()
    answer = reopen(stage, first.draft_id)
    assert isinstance(answer, Refused)
    assert (answer.refusal, answer.in_the_way) == (Refusal.TAKEN, second.draft_id)


def test_the_key_itself_refuses_a_second_open_draft(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    first = stage.draft()
    reject(stage, first, RejectReason.OLD_NEWS)
    second = stage.draft()
    monkeypatch.setattr("overture.db.decide_back.taken", lambda *_, **__: None)
    answer = reopen(stage, first.draft_id)
    assert isinstance(answer, Refused)
    assert (answer.refusal, answer.in_the_way) == (Refusal.TAKEN, second.draft_id)


def test_reopening_ends_after_thirty_days_and_with_the_good_days(stage: Stage) -> None:
    shown = stage.draft(good_until=GOOD_UNTIL + timedelta(days=60))
    reject(stage, shown, RejectReason.OLD_NEWS)
    assert refusal(reopen(stage, shown.draft_id, now=NOW + timedelta(days=31))) is Refusal.TOO_LATE
    assert isinstance(reopen(stage, shown.draft_id, now=NOW + timedelta(days=30)), Reopened)
    reject(stage, stage.now_shown(shown.draft_id), RejectReason.OLD_NEWS, now=expires_at(GOOD_UNTIL))
    with write(stage.engine) as connection:
        connection.execute(drafts.update().values(good_until=GOOD_UNTIL))
    assert refusal(reopen(stage, shown.draft_id, now=expires_at(GOOD_UNTIL))) is Refusal.NOT_FRESH


def test_an_open_draft_cannot_be_reopened(stage: Stage) -> None:
    assert refusal(reopen(stage, stage.draft().draft_id)) is Refusal.STATE


# --- notes --------------------------------------------------------------------------------------------------------


def test_a_draft_remembers_when_it_was_first_seen(stage: Stage) -> None:
    shown = stage.draft()
    first = decisions.mark_opened(stage.engine, shown.draft_id, MARA, now=NOW)
    again = decisions.mark_opened(stage.engine, shown.draft_id, OTTO, now=LATER)
    assert (first, again) == (decisions.Opened(NOW, True), decisions.Opened(NOW, False))
    assert len(stage.rows(audit)) == 1


def test_a_draft_is_assigned_and_says_whose_it_was(stage: Stage) -> None:
    draft_id = stage.draft().draft_id
    assert decisions.assign(stage.engine, draft_id, "otto", MARA, now=NOW) == decisions.Assigned("otto", None)
    assert decisions.assign(stage.engine, draft_id, None, MARA, now=NOW) == decisions.Assigned(None, "otto")


def test_comments_are_kept_with_their_author(stage: Stage) -> None:
    draft_id = stage.draft().draft_id
    decisions.comment(stage.engine, draft_id, " ask Otto ", MARA, now=NOW)
    assert [(row.author, row.text) for row in stage.rows(comments)] == [("mara", "ask Otto")]
    assert refusal(decisions.comment(stage.engine, draft_id, "  ", MARA, now=NOW)) is Refusal.INCOMPLETE


def test_nothing_of_this_touches_the_channel(stage: Stage) -> None:
    approve(stage, stage.draft())
    assert stage.rows(attempts) == []
