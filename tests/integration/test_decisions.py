"""Approving and editing: what each holds, and what each refuses."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from support.cast import BODY, GOOD_UNTIL, KEYS, MARA, NOW, OTTO, OURS, OUTBOX, Stage
from support.deciding import LATER, approve, edit, moves, refusal, reject, snooze, undo

from campaigns.review import DraftState, HandoffState, Refusal, Refused, RejectReason, expires_at
from campaigns.workspace import LawfulBasis
from overture.db import decisions
from overture.db.decisions import Approved, Edited, Shown
from overture.db.engine import write
from overture.db.tables import (
    approvals,
    audit,
    draft_versions,
    drafts,
    handoffs,
    promises_made,
)


def test_approval_holds_a_message_of_the_very_text_that_was_shown(stage: Stage) -> None:
    shown = stage.draft()
    answer = approve(stage, shown)
    assert isinstance(answer, Approved)
    handoff, approval = stage.row(handoffs), stage.row(approvals)
    assert (handoff.state, handoff.release_at) == (HandoffState.HELD, NOW + timedelta(minutes=10))
    assert (approval.version, approval.content_hash, approval.approved_by) == (1, shown.content_hash, "mara")
    assert approval.message_id.encode() in handoff.message
    assert BODY.splitlines()[0].encode() in handoff.message
    assert stage.row(drafts).state == DraftState.APPROVED


def test_each_move_leaves_one_audit_row(stage: Stage) -> None:
    approve(stage, stage.draft())
    assert moves(stage, "draft") == [("pending", "approved")]
    assert moves(stage, "handoff") == [(None, "held")]


def test_the_audit_log_holds_no_personal_text(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, "Jo Meyer wrote to jo@acme.example, bad", vouch=["bad"])
    decisions.comment(stage.engine, shown.draft_id, "Jo is on leave", MARA, now=NOW)
    reject(stage, stage.now_shown(shown.draft_id), RejectReason.OTHER, comment="Jo left")
    told = " ".join(str(row) for row in stage.rows(audit))
    assert "Jo" not in told
    assert "jo@" not in told


def test_key_and_message_id_follow_from_what_was_approved(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    approval = stage.row(approvals)
    key = KEYS.digest("approval", f"{shown.draft_id}/1/{shown.content_hash}")[:32]
    assert (approval.idempotency_key, approval.message_id) == (key, KEYS.message_id(key, "lantern.example"))


def test_a_campaign_may_hold_longer(stage: Stage) -> None:
    outbox = replace(OUTBOX, holds={"series-b": timedelta(hours=2)})
    answer = approve(stage, stage.draft(), outbox=outbox)
    assert isinstance(answer, Approved)
    assert answer.release_at == NOW + timedelta(hours=2)


def test_a_promise_goes_to_the_ledger(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    promise = stage.row(promises_made)
    assert (promise.promise_id, promise.text) == ("ready", "A first hire who is ready in a week.")
    assert (promise.due_on.isoformat(), promise.state) == ("2026-04-01", "made")


def test_a_promise_that_was_edited_out_is_not_made(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, "Just hello.")
    approve(stage, stage.now_shown(shown.draft_id))
    assert stage.rows(promises_made) == []


def test_an_approval_that_is_undone_withdraws_its_promise(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    undo(stage, shown.draft_id)
    assert stage.row(promises_made).state == "withdrawn"
    approve(stage, stage.now_shown(shown.draft_id))
    assert stage.row(promises_made).state == "made"


def test_it_refuses_an_older_version_and_says_who_changed_it_when(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, "Another text.", now=LATER)
    answer = approve(stage, shown, OTTO)
    assert isinstance(answer, Refused)
    assert (answer.refusal, answer.by, answer.at, answer.version) == (Refusal.STALE, "mara", LATER, 2)
    assert stage.rows(handoffs) == []


def test_it_refuses_a_hash_that_was_not_shown(stage: Stage) -> None:
    shown = stage.draft()
    assert refusal(approve(stage, replace(shown, content_hash="0" * 64))) is Refusal.STALE


def test_the_second_reviewer_learns_who_was_first(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    answer = approve(stage, shown, OTTO, now=LATER)
    assert isinstance(answer, Refused)
    assert (answer.refusal, answer.by, answer.at, answer.own) == (Refusal.STATE, "mara", NOW, False)


def test_a_retried_approval_says_already_approved_by_you(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    answer = approve(stage, shown, now=LATER)
    assert isinstance(answer, Refused)
    assert answer.own
    assert "already approved by you" in answer.message
    assert len(stage.rows(approvals)) == 1


@pytest.mark.parametrize(
    ("contact", "why"),
    [
        ({"email": None}, Refusal.NO_ADDRESS),
        ({"email": "jö@acme.example"}, Refusal.NO_ADDRESS),
        ({"email": "jo@acme.example, evil@x.example"}, Refusal.NO_ADDRESS),
        ({"email": "jo@"}, Refusal.NO_ADDRESS),
        ({"lawful_basis": LawfulBasis.NONE}, Refusal.NO_BASIS),
    ],
)
def test_it_refuses_a_contact_that_may_not_be_written_to(stage: Stage, contact: dict[str, Any], why: Refusal) -> None:
    shown = stage.draft()
    stage.become(contact=contact)
    assert refusal(approve(stage, shown)) is why
    assert stage.row(drafts).state == DraftState.PENDING


@pytest.mark.parametrize(
    ("kind", "value"), [("address", "JO@acme.example "), ("domain", "Acme.example"), ("account", "acme")]
)
def test_it_refuses_who_is_on_the_list(stage: Stage, kind: str, value: str) -> None:
    shown = stage.draft()
    stage.forbid(kind, value)
    assert refusal(approve(stage, shown)) is Refusal.SUPPRESSED


def test_the_database_itself_refuses_a_handoff_to_the_list(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stage.draft()
    stage.forbid()
    monkeypatch.setattr("overture.db.decide_party.is_suppressed", lambda *_: False)
    assert refusal(approve(stage, shown)) is Refusal.SUPPRESSED
    assert (stage.rows(handoffs), stage.rows(approvals)) == ([], [])


def test_it_refuses_obstacles_and_names_them(stage: Stage) -> None:
    answer = approve(stage, stage.draft(obstacles=1))
    assert isinstance(answer, Refused)
    assert answer.refusal is Refusal.OBSTACLE
    assert "EVD001" in answer.message


def test_nothing_leaves_without_our_postal_address(stage: Stage) -> None:
    nowhere = replace(OUTBOX, company=replace(OURS, postal_address=" "))
    answer = approve(stage, stage.draft(), outbox=nowhere)
    assert isinstance(answer, Refused)
    assert (answer.refusal, "postal address" in answer.message) == (Refusal.OBSTACLE, True)


def test_it_refuses_after_the_last_good_day(stage: Stage) -> None:
    shown = stage.draft()
    end = expires_at(GOOD_UNTIL)
    assert refusal(approve(stage, shown, now=end)) is Refusal.NOT_FRESH
    assert isinstance(approve(stage, shown, now=end - timedelta(seconds=1)), Approved)


def test_it_refuses_a_contact_that_left_the_files(stage: Stage) -> None:
    shown = stage.draft()
    with write(stage.engine) as connection:
        connection.exec_driver_sql("UPDATE contacts SET retired_at = '2026-03-01 00:00:00'")
    assert refusal(approve(stage, shown)) is Refusal.NO_ADDRESS


def test_a_new_signature_must_be_read_again(stage: Stage) -> None:
    shown = stage.draft()
    stage.become(sender={"signature": "Mara, now in Berlin"})
    answer = approve(stage, shown)
    assert isinstance(answer, Refused)
    assert (answer.refusal, answer.version) == (Refusal.STALE, 2)
    assert isinstance(approve(stage, stage.now_shown(shown.draft_id)), Approved)


def test_a_new_address_takes_its_key_along(stage: Stage) -> None:
    shown = stage.draft()
    stage.become(contact={"email": "jo.meyer@acme.example"})
    assert refusal(approve(stage, shown)) is Refusal.STALE
    assert stage.row(drafts).address_key == KEYS.address("jo.meyer@acme.example")


def test_four_eyes_outlive_a_refresh(stage: Stage) -> None:
    outbox = replace(OUTBOX, four_eyes=True)
    shown = stage.draft()
    edit(stage, shown, "My own words.")
    assert refusal(approve(stage, stage.now_shown(shown.draft_id), outbox=outbox)) is Refusal.FOUR_EYES
    stage.become(sender={"signature": "M."})
    assert refusal(approve(stage, stage.now_shown(shown.draft_id), OTTO, outbox=outbox)) is Refusal.STALE
    assert refusal(approve(stage, stage.now_shown(shown.draft_id), outbox=outbox)) is Refusal.FOUR_EYES
    assert isinstance(approve(stage, stage.now_shown(shown.draft_id), OTTO, outbox=outbox), Approved)


def test_a_message_that_cannot_be_built_is_an_obstacle(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, BODY, subject="long " * 80)
    answer = approve(stage, stage.now_shown(shown.draft_id))
    assert refusal(answer) is Refusal.OBSTACLE
    assert stage.row(drafts).state == DraftState.PENDING


def test_an_unknown_draft_is_a_refusal(stage: Stage) -> None:
    assert refusal(approve(stage, Shown(404, 1, "0" * 64))) is Refusal.UNKNOWN
    assert refusal(undo(stage, 404)) is Refusal.UNKNOWN


def test_of_a_thousand_parallel_approvals_one_counts(stage: Stage) -> None:
    shown = stage.draft()
    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda number: approve(stage, shown, replace(MARA, id=f"m{number}")), range(1_000)))
    winners = [answer for answer in answers if isinstance(answer, Approved)]
    losers = [answer for answer in answers if isinstance(answer, Refused)]
    assert (len(winners), len(losers)) == (1, 999)
    assert {(loser.refusal, loser.by) for loser in losers} == {(Refusal.STATE, stage.row(approvals).approved_by)}
    assert len(stage.rows(handoffs)) == 1


def test_racing_decisions_end_as_one_of_them_alone_would(stage: Stage) -> None:
    for _ in range(10):
        shown = stage.draft()
        acts: list[Callable[[], object]] = [
            partial(approve, stage, shown),
            partial(edit, stage, shown, "Another text."),
            partial(reject, stage, shown, RejectReason.OLD_NEWS),
            partial(snooze, stage, shown),
        ]
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda act: act(), acts))
        taken = [not isinstance(answer, Refused) for answer in answers]
        snoozed_then_rejected = [False, False, True, True]
        assert sum(taken) == 1 or taken == snoozed_then_rejected
        if stage.row(drafts, id=shown.draft_id).state != DraftState.REJECTED:
            undo(stage, shown.draft_id)
            reject(stage, stage.now_shown(shown.draft_id), RejectReason.OLD_NEWS)


# --- edit ---------------------------------------------------------------------------------------------------------


def test_an_edit_is_a_new_version_and_keeps_the_old(stage: Stage) -> None:
    shown = stage.draft()
    answer = edit(stage, shown, "One line.\r\n\r\nAnother.  \r\n")
    assert isinstance(answer, Edited)
    assert [row.body for row in stage.rows(draft_versions)] == [BODY, "One line.\n\nAnother."]
    assert stage.now_shown(shown.draft_id) == Shown(shown.draft_id, 2, answer.content_hash)
    assert stage.rows(draft_versions)[1].author == "mara"


def test_an_edit_counts_its_findings(stage: Stage) -> None:
    shown = stage.draft()
    answer = edit(stage, shown, "A bad claim.")
    assert isinstance(answer, Edited)
    assert [finding.code for finding in answer.findings] == ["EVD001"]
    assert stage.row(drafts).obstacles == 1


def test_a_vouched_claim_is_kept_with_its_voucher_while_it_stands(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, "A bad claim.", vouch=["bad"])
    assert stage.row(drafts).obstacles == 0
    edit(stage, stage.now_shown(shown.draft_id), "Still a bad claim.")
    edit(stage, stage.now_shown(shown.draft_id), "No claim.")
    answered = [row.vouched for row in stage.rows(draft_versions)]
    assert answered == [[], [{"text": "bad", "by": "mara"}], [{"text": "bad", "by": "mara"}], []]
    assert len(stage.rows(audit)[0].codes["vouched"]) == 1


def test_an_edit_that_changes_nothing_makes_no_version(stage: Stage) -> None:
    shown = stage.draft()
    answer = edit(stage, shown, BODY + "\n")
    assert isinstance(answer, Edited)
    assert (answer.version, answer.content_hash) == (1, shown.content_hash)
    assert stage.rows(audit) == []


def test_an_edit_of_an_older_version_is_refused(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, "First.")
    assert refusal(edit(stage, shown, "Second.")) is Refusal.STALE


@pytest.mark.parametrize(("subject", "body"), [("", "x"), ("x", " \n "), ("\u200b", "x"), ("x", "y" * 20_001)])
def test_an_edit_needs_a_subject_and_a_text(stage: Stage, subject: str, body: str) -> None:
    assert refusal(edit(stage, stage.draft(), body, subject)) is Refusal.INCOMPLETE


def test_an_approved_text_cannot_be_edited(stage: Stage) -> None:
    shown = stage.draft()
    approve(stage, shown)
    assert refusal(edit(stage, shown, "Sneaky.")) is Refusal.STATE
