from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.cast import GOOD_UNTIL, KEYS, MARA, NOW, OUTBOX, Stage
from support.channels import Recorder

from campaigns.review import DraftState, HandoffState, Refusal, Refused, RejectReason, expires_at
from campaigns.workspace import LawfulBasis
from overture.db import decisions, outbox
from overture.db.claims import free_dead
from overture.db.engine import write
from overture.db.outbox import (
    Hold,
    ReleasePolicy,
    Summary,
    Verdict,
    give_up,
    release_due,
    resolve_uncertain,
    retry_failed,
)
from overture.db.tables import approvals, attempts, audit, contacts, drafts, handoffs, promises_made, touches
from overture.db.types import db_now
from overture.handoff.channels import InDoubt, Later, RefusedForGood
from overture.handoff.eml import EmlFolder
from triggers.limits import Limits

DUE = NOW + timedelta(minutes=10)
LIMITS = Limits()


def approved(stage: Stage, **columns: Any) -> int:
    shown = stage.draft(**columns)
    answer = decisions.approve(stage.engine, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    assert isinstance(answer, decisions.Approved)
    return shown.draft_id


def release(stage: Stage, *channels: Any, **change: Any) -> Summary:
    given: dict[str, Any] = {"now": DUE, "limits": LIMITS, "keys": KEYS, "policy": ReleasePolicy()}
    given["channels"] = {channel.name: channel for channel in channels}
    return release_due(stage.engine, **(given | change))


def state_of(stage: Stage) -> tuple[str, str]:
    return stage.row(drafts).state, stage.rows(handoffs)[-1].state


def end_leases(stage: Stage) -> None:
    """As if the process that holds them died some time ago."""
    with write(stage.engine) as connection:
        connection.execute(handoffs.update().values(lease_until=db_now(-1)))


def nobody_retires(stage: Stage) -> None:
    """All contacts that were ever on stage are in the files."""
    with write(stage.engine) as connection:
        connection.execute(contacts.update().values(retired_at=None))


def retry_now(stage: Stage) -> None:
    with write(stage.engine) as connection:
        connection.execute(handoffs.update().values(retry_at=None))


def abandoned(stage: Stage, channel: Recorder) -> None:
    """A process dies while the channel works."""

    class Killed(BaseException):
        pass

    def die() -> None:
        raise Killed

    channel.before = die
    with pytest.raises(Killed):
        release(stage, channel)
    channel.before = lambda: None
    end_leases(stage)


# --- the good case ------------------------------------------------------------------------------------------------


def test_nothing_leaves_before_its_time(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    assert release(stage, channel, now=DUE - timedelta(microseconds=1)).total == 0
    assert channel.asked == []


def test_a_due_message_is_handed_off_with_exactly_the_frozen_bytes(stage: Stage) -> None:
    approved(stage)
    frozen = stage.row(handoffs).message
    channel = Recorder()
    assert release(stage, channel).handed_off == 1
    assert channel.taken == {stage.row(approvals).idempotency_key: frozen}
    assert state_of(stage) == (DraftState.DONE, HandoffState.HANDED_OFF)
    touch = stage.row(touches)
    assert (touch.contact_id, touch.standing, touch.at) == ("jo", "assumed", DUE)


def test_the_folder_holds_the_message_under_its_key(stage: Stage, tmp_path: Path) -> None:
    approved(stage)
    release(stage, EmlFolder(tmp_path / "out"))
    [file] = (tmp_path / "out").iterdir()
    assert file.name == f"{stage.row(approvals).idempotency_key}.eml"
    assert file.read_bytes() == stage.row(handoffs).message
    assert stage.row(handoffs).location == str(file)


def test_the_attempt_is_written_before_the_channel_is_touched(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    seen: list[tuple[str, str | None]] = []
    channel.before = lambda: seen.append((stage.row(handoffs).state, stage.row(attempts).outcome))
    release(stage, channel)
    assert seen == [("sending", None)]
    assert stage.row(attempts).outcome == "taken"


def test_each_move_of_a_release_is_audited_once(stage: Stage) -> None:
    approved(stage)
    release(stage, Recorder())
    told = [(row.thing, row.before, row.after) for row in stage.rows(audit)]
    assert told == [
        ("draft", "pending", "approved"),
        ("handoff", None, "held"),
        ("handoff", "held", "sending"),
        ("handoff", "sending", "handed_off"),
        ("draft", "approved", "done"),
    ]


def test_what_is_handed_off_cannot_be_undone(stage: Stage) -> None:
    draft_id = approved(stage)
    release(stage, Recorder())
    answer = decisions.undo(stage.engine, draft_id, MARA, now=DUE)
    assert isinstance(answer, Refused)
    assert answer.refusal is Refusal.TOO_LATE


def test_a_second_pass_finds_nothing(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    release(stage, channel)
    assert release(stage, channel).total == 0


def test_parallel_passes_hand_each_message_off_once(stage: Stage) -> None:
    for number in range(20):
        approved(stage.become(contact={"id": f"jo{number}", "email": f"jo{number}@acme.example"}))
    nobody_retires(stage)
    channel = Recorder()
    with ThreadPoolExecutor(6) as pool:
        summaries = list(pool.map(lambda _: release(stage, channel, limit=3), range(12)))
    assert sum(summary.handed_off for summary in summaries) == 20
    assert len(channel.taken) == len(channel.asked) == 20


# --- the check in the claim ---------------------------------------------------------------------------------------


def test_the_list_stops_a_message_in_the_hold(stage: Stage) -> None:
    approved(stage)
    stage.forbid()
    channel = Recorder()
    assert release(stage, channel).cancelled == 1
    assert channel.asked == []
    assert state_of(stage) == (DraftState.PENDING, HandoffState.CANCELLED)
    assert stage.row(handoffs).reason == "suppressed"
    assert stage.row(drafts).version == 2
    assert stage.row(promises_made).state == "withdrawn"


def test_a_lost_basis_stops_a_message_in_the_hold(stage: Stage) -> None:
    approved(stage)
    stage.become(contact={"lawful_basis": LawfulBasis.NONE})
    assert release(stage, Recorder()).cancelled == 1
    assert stage.row(handoffs).reason == "no_basis"


def test_a_stale_message_expires_with_its_draft(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    assert release(stage, channel, now=expires_at(GOOD_UNTIL)).cancelled == 1
    assert (state_of(stage), channel.asked) == ((DraftState.EXPIRED, HandoffState.CANCELLED), [])


def test_the_kill_switch_holds_and_cancels_nothing(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    for minute in range(3):
        moment = DUE + timedelta(minutes=minute)
        assert release(stage, channel, now=moment, policy=ReleasePolicy(paused=True)).held == 1
    assert (stage.row(handoffs).state, stage.row(handoffs).reason) == (HandoffState.HELD, "paused")
    assert len([row for row in stage.rows(audit) if row.codes.get("reason") == "paused"]) == 1
    assert release(stage, channel, now=DUE + timedelta(minutes=3)).handed_off == 1


def test_quiet_hours_move_the_moment(stage: Stage) -> None:
    approved(stage)
    morning = DUE + timedelta(hours=12)
    quiet = ReleasePolicy(quiet=lambda _, now: Hold(morning, "quiet hours") if now < morning else None)
    channel = Recorder()
    assert release(stage, channel, policy=quiet).held == 1
    assert stage.row(handoffs).run_at == morning
    assert release(stage, channel, now=morning, policy=quiet).handed_off == 1


def test_caps_see_what_the_same_claim_let_go(stage: Stage) -> None:
    other = stage.become(contact={"id": "kim", "email": "kim@acme.example"})
    approved(other)
    approved(stage.become(contact={"id": "jo"}))
    nobody_retires(stage)

    def one_per_account(connection: Any, candidate: Any, now: Any) -> Hold | None:
        going = connection.execute(
            handoffs.select().where(
                handoffs.c.account_id == candidate.account_id, handoffs.c.state.in_(["sending", "handed_off"])
            )
        ).all()
        return Hold(now + timedelta(days=30), "one per account") if going else None

    summary = release(stage, Recorder(), policy=ReleasePolicy(caps=one_per_account))
    assert (summary.handed_off, summary.held) == (1, 1)


def test_a_message_without_its_channel_waits_and_says_so(stage: Stage) -> None:
    approved(stage)
    assert release(stage, Recorder("smtp")).held == 1
    assert stage.row(handoffs).reason == "the channel eml is not configured"


# --- what a channel answers ---------------------------------------------------------------------------------------


def test_not_now_is_tried_again_with_the_same_bytes(stage: Stage) -> None:
    approved(stage)
    channel = Recorder(answers=[Later("disk full")])
    assert release(stage, channel).held == 1
    assert release(stage, channel).total == 0  # not before its time
    retry_now(stage)
    assert release(stage, channel).handed_off == 1
    assert [row.outcome for row in stage.rows(attempts)] == ["later", "taken"]


def test_after_five_tries_it_has_failed(stage: Stage) -> None:
    approved(stage)
    channel = Recorder(answers=[Later("disk full")] * 5)
    for _ in range(5):
        retry_now(stage)
        release(stage, channel)
    assert state_of(stage) == (DraftState.APPROVED, HandoffState.FAILED)
    assert (stage.row(handoffs).reason, len(stage.rows(attempts))) == ("disk full", 5)


def test_a_refusal_for_good_waits_for_a_person(stage: Stage) -> None:
    approved(stage)
    channel = Recorder(answers=[RefusedForGood("no such mailbox")])
    assert release(stage, channel).failed == 1
    assert release(stage, channel).total == 0
    handoff_id = stage.row(handoffs).id
    assert retry_failed(stage.engine, handoff_id, MARA, now=DUE) == outbox.Resolved(handoff_id, HandoffState.HELD)
    assert release(stage, channel).handed_off == 1


def test_a_failed_message_can_be_given_up(stage: Stage) -> None:
    approved(stage)
    release(stage, Recorder(answers=[RefusedForGood("no")]))
    give_up(stage.engine, stage.row(handoffs).id, MARA, now=DUE)
    assert state_of(stage) == (DraftState.DONE, HandoffState.CANCELLED)
    assert (stage.rows(touches), stage.row(promises_made).state) == ([], "withdrawn")


def test_doubt_is_never_resolved_by_the_machine(stage: Stage) -> None:
    approved(stage)
    channel = Recorder(answers=[InDoubt("the line broke after the dot")])
    assert release(stage, channel).uncertain == 1
    end_leases(stage)
    assert release(stage, channel, now=DUE + timedelta(days=2)).total == 0
    assert len(channel.asked) == 1


@pytest.mark.parametrize(
    ("verdict", "draft", "handoff", "touched"),
    [
        (Verdict.FOUND, DraftState.DONE, HandoffState.HANDED_OFF, 1),
        (Verdict.AGAIN, DraftState.APPROVED, HandoffState.HELD, 0),
        (Verdict.GIVE_UP, DraftState.DONE, HandoffState.CANCELLED, 0),
    ],
)
def test_a_person_resolves_a_doubt(
    stage: Stage, verdict: Verdict, draft: DraftState, handoff: HandoffState, touched: int
) -> None:
    approved(stage)
    release(stage, Recorder(answers=[InDoubt("?")]))
    handoff_id = stage.row(handoffs).id
    resolve_uncertain(stage.engine, handoff_id, verdict, MARA, now=DUE)
    assert state_of(stage) == (draft, handoff)
    assert len(stage.rows(touches)) == touched
    again = resolve_uncertain(stage.engine, handoff_id, verdict, MARA, now=DUE)
    assert isinstance(again, Refused)
    assert again.refusal is Refusal.STATE


def test_an_unknown_handoff_is_a_refusal(stage: Stage) -> None:
    answer = retry_failed(stage.engine, 404, MARA, now=DUE)
    assert isinstance(answer, Refused)
    assert answer.refusal is Refusal.UNKNOWN


# --- after a crash ------------------------------------------------------------------------------------------------


def test_a_look_decides_what_a_dead_process_left(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    abandoned(stage, channel)
    assert stage.row(handoffs).state == HandoffState.SENDING
    summary = release(stage, channel)
    assert (summary.held, summary.handed_off) == (1, 1)  # known not taken, so it went at once
    assert len(channel.taken) == 1


def test_a_look_finds_what_was_taken(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    abandoned(stage, channel)
    channel.taken[stage.row(approvals).idempotency_key] = b""
    assert release(stage, channel).handed_off == 1
    assert channel.asked == []


def test_a_channel_that_cannot_look_leaves_a_doubt(stage: Stage) -> None:
    stage = stage.become(sender={"channel": "smtp"})
    approved(stage)
    channel = Recorder("smtp", decides=False)
    abandoned(stage, channel)
    assert release(stage, channel).uncertain == 1
    assert channel.asked == []


def test_a_process_that_starts_frees_what_its_dead_predecessor_held(stage: Stage) -> None:
    approved(stage)
    channel = Recorder()
    abandoned(stage, channel)
    with write(stage.engine) as connection:
        connection.execute(handoffs.update().values(lease_until=db_now(60)))
    assert release(stage, channel).total == 0
    free_dead(stage.engine, [handoffs])
    assert release(stage, channel).handed_off == 1


def test_a_process_that_slept_past_its_lease_writes_nothing(stage: Stage, tmp_path: Path) -> None:
    approved(stage)
    folder = EmlFolder(tmp_path)
    key = stage.row(approvals).idempotency_key
    sleeper = Recorder()

    def meanwhile() -> None:
        """Another process recovers the row, and a person takes the approval back."""
        sleeper.before = lambda: None
        end_leases(stage)
        outbox.recover(stage.engine, now=DUE, limits=LIMITS, channels={"eml": folder})
        assert isinstance(decisions.undo(stage.engine, stage.row(drafts).id, MARA, now=DUE), decisions.Undone)

    sleeper.before = meanwhile
    assert release(stage, sleeper).lost == 1
    assert (stage.row(drafts).state, folder.look(key)) == (DraftState.PENDING, None)
    assert stage.rows(touches) == []


def test_undo_and_release_in_parallel_end_one_way_or_the_other(stage: Stage) -> None:
    channel = Recorder()
    for _ in range(8):
        draft_id = approved(stage)
        with ThreadPoolExecutor(2) as pool:
            undone = pool.submit(decisions.undo, stage.engine, draft_id, MARA, now=DUE)
            pool.submit(release, stage, channel).result()
        handoff = stage.rows(handoffs, draft_id=draft_id)[-1]
        if isinstance(undone.result(), Refused):
            release(stage, channel)
            assert stage.row(drafts, id=draft_id).state == DraftState.DONE
        else:
            assert handoff.state == HandoffState.CANCELLED
            decisions.reject(stage.engine, stage.now_shown(draft_id), RejectReason.OLD_NEWS, MARA, now=DUE)
    done = [row for row in stage.rows(handoffs) if row.state == HandoffState.HANDED_OFF]
    assert len(channel.taken) == len(done)
