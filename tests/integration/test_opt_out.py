from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from email import message_from_bytes
from typing import Any

import pytest
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage
from support.channels import Recorder

from campaigns.review import DraftState, HandoffState, Refusal, Refused
from overture.db import decisions
from overture.db.outbox import ReleasePolicy, release_due
from overture.db.stop_list import OptedOut, opt_out, token_of
from overture.db.tables import audit, drafts, handoffs, suppressions
from triggers.limits import Limits

DUE = NOW + timedelta(minutes=10)


def approved(stage: Stage) -> int:
    shown = stage.draft()
    decisions.approve(stage.engine, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    return shown.draft_id


def release(stage: Stage, channel: Recorder) -> int:
    summary = release_due(
        stage.engine, now=DUE, limits=Limits(), keys=KEYS, channels={"eml": channel}, policy=ReleasePolicy()
    )
    return summary.handed_off


def test_the_link_in_the_message_takes_the_reader_off(stage: Stage) -> None:
    approved(stage)
    headers = message_from_bytes(stage.row(handoffs).message)
    token = headers["List-Unsubscribe"].partition(">")[0].rpartition("/")[2]
    assert opt_out(stage.engine, token, keys=KEYS, now=NOW) == OptedOut(True)
    line = stage.row(suppressions)
    assert (line.kind, line.value_hash, line.origin) == ("address", KEYS.address("jo@acme.example"), "opt_out")


def test_a_second_click_says_the_same(stage: Stage) -> None:
    token = token_of(KEYS, approved(stage))
    answers = [opt_out(stage.engine, token, keys=KEYS, now=NOW) for _ in range(2)]
    assert answers == [OptedOut(True), OptedOut(False)]
    assert len(stage.rows(audit, action="suppression.opt_out")) == 1


def test_clicks_at_the_same_moment_are_one(stage: Stage) -> None:
    token = token_of(KEYS, approved(stage))
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: opt_out(stage.engine, token, keys=KEYS, now=NOW), range(12)))
    assert answers.count(OptedOut(True)) == 1
    assert len(stage.rows(suppressions)) == 1


def test_it_holds_at_once_for_what_is_in_the_outbox(stage: Stage) -> None:
    draft_id = approved(stage)
    opt_out(stage.engine, token_of(KEYS, draft_id), keys=KEYS, now=NOW)
    channel = Recorder()
    assert (release(stage, channel), channel.asked) == (0, [])
    assert (stage.row(drafts).state, stage.row(handoffs).state) == (DraftState.PENDING, HandoffState.CANCELLED)


def test_it_still_works_when_the_contact_has_another_address_by_now(stage: Stage) -> None:
    draft_id = approved(stage)
    stage.become(contact={"email": "jo.meyer@acme.example"})
    opt_out(stage.engine, token_of(KEYS, draft_id), keys=KEYS, now=NOW)
    assert stage.row(suppressions).value_hash == KEYS.address("jo@acme.example")


@pytest.mark.parametrize("token", ["", "1", "1.", "1.0000", "x.abc", "²." + "a" * 32, "9" * 40 + ".a", "1." + "é" * 32])
def test_a_guessed_link_does_nothing(stage: Stage, token: str) -> None:
    approved(stage)
    answer = opt_out(stage.engine, token, keys=KEYS, now=NOW)
    assert isinstance(answer, Refused)
    assert (answer.refusal, stage.rows(suppressions)) == (Refusal.UNKNOWN, [])


def test_approval_release_and_opt_out_at_once_never_write_after_the_click(stage: Stage) -> None:
    channel = Recorder()
    shown = stage.draft()
    with ThreadPoolExecutor(3) as pool:
        running: list[Future[Any]] = [
            pool.submit(decisions.approve, stage.engine, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS),
            pool.submit(opt_out, stage.engine, token_of(KEYS, shown.draft_id), keys=KEYS, now=NOW),
            pool.submit(release, stage, channel),
        ]
    assert [future.exception() for future in running] == [None, None, None]
    before = len(channel.taken)
    release(stage, channel)
    assert len(channel.taken) == before
    found = stage.rows(handoffs)
    assert all(row.state in (HandoffState.CANCELLED, HandoffState.HANDED_OFF) for row in found)
