from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine
from support.cast import BODY, GOOD_UNTIL, KEYS, MARA, NOW, OTTO, OURS, OUTBOX, SUBJECT, Stage, relint

from campaigns.review import DraftState, HandoffState, Refusal, Refused, RejectReason, expires_at
from campaigns.workspace import LawfulBasis
from overture.db import decisions
from overture.db.decisions import Approved, Edited, Rejected, Reopened, Shown, Snoozed, Undone
from overture.db.engine import read, write
from overture.db.tables import (
    approvals,
    attempts,
    audit,
    comments,
    draft_versions,
    drafts,
    handoffs,
    never_matches,
    promises_made,
    suppressions,
)

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def stage(database: Engine) -> Stage:
    return Stage(database).set()


def approve(stage: Stage, shown: Shown, actor: Any = MARA, **change: Any) -> Approved | Refused:
    given: dict[str, Any] = {"now": NOW, "outbox": OUTBOX, "keys": KEYS} | change
    return decisions.approve(stage.engine, shown, actor, **given)


def edit(stage: Stage, shown: Shown, body: str, subject: str = SUBJECT, **change: Any) -> Edited | Refused:
    given: dict[str, Any] = {"now": NOW, "company": OURS, "relint": relint} | change
    return decisions.edit(stage.engine, shown, subject, body, MARA, **given)


def reject(stage: Stage, shown: Shown, reason: RejectReason, **change: Any) -> Rejected | Refused:
    return decisions.reject(stage.engine, shown, reason, MARA, **({"now": NOW} | change))


def snooze(stage: Stage, shown: Shown, **change: Any) -> Snoozed | Refused:
    given = {"until": LATER, "now": NOW} | change
    return decisions.snooze(stage.engine, shown, given.pop("until"), MARA, **given)


def undo(stage: Stage, draft_id: int, **change: Any) -> Undone | Refused:
    return decisions.undo(stage.engine, draft_id, MARA, **({"now": NOW} | change))


def reopen(stage: Stage, draft_id: int, **change: Any) -> Reopened | Refused:
    return decisions.reopen(stage.engine, draft_id, MARA, **({"now": NOW} | change))


def refusal(answer: object) -> Refusal:
    assert isinstance(answer, Refused), answer
    return answer.refusal


def moves(stage: Stage, thing: str) -> list[tuple[str | None, str | None]]:
    return [(row.before, row.after) for row in stage.rows(audit, thing=thing)]


# --- approve ------------------------------------------------------------------------------------------------------


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
