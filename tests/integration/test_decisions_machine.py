"""Any sequence of decisions, ticks, releases and accidents keeps to the contract's tables.

A model holds what the tables say; the database must answer the same after every step.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from support.cast import GOOD_UNTIL, KEYS, MARA, NOW, OTTO, OURS, OUTBOX, SUBJECT, Stage, relint, rows_of
from support.channels import Recorder
from support.db import copy_of

from campaigns.review import (
    DRAFT_MOVES,
    HANDOFF_MOVES,
    REOPEN_WITHIN,
    DraftState,
    HandoffState,
    Refusal,
    Refused,
    RejectReason,
    expires_at,
)
from overture.db import decisions
from overture.db.draft_clock import tick
from overture.db.engine import read, write
from overture.db.outbox import ReleasePolicy, Verdict, release_due, resolve_uncertain, retry_failed
from overture.db.tables import approvals, audit, draft_versions, drafts, handoffs, suppressions, touches
from overture.db.types import db_now
from overture.handoff.channels import InDoubt, Later, RefusedForGood
from triggers.limits import Limits

LIMITS = Limits()
SEEN = (approvals, audit, draft_versions, drafts, handoffs, touches)
Seen = dict[str, list[Any]]  # the rows of each of these tables
PEOPLE = [MARA, OTTO]
ANSWERS = [None, None, None, Later("busy", seconds=0.0), RefusedForGood("no"), InDoubt("the line broke")]
PENDING, SNOOZED, APPROVED = DraftState.PENDING, DraftState.SNOOZED, DraftState.APPROVED
REJECTED, DONE, EXPIRED = DraftState.REJECTED, DraftState.DONE, DraftState.EXPIRED


class DraftLife(RuleBasedStateMachine):
    """One draft, two people, one channel that may fail in every way, and a clock that only goes forward."""

    birth: Path  # the file of the database as each life begins
    stage: Stage  # on the file that all lives have, one after the other: what an engine has compiled serves them all
    first: decisions.Shown
    begun = 0

    @initialize()
    def begin(self) -> None:
        DraftLife.begun += 1
        self.engine = self.stage.engine
        self.engine.dispose()
        shutil.copyfile(self.birth, str(self.engine.url.database))
        self.now: datetime = NOW
        self.channel = Recorder()
        self.state, self.version = PENDING, 1
        self.handoff: HandoffState | None = None
        self.release_at = NOW
        self.suppressed = False
        self.closed_at = NOW
        self.until: datetime | None = None

    @property
    def id(self) -> int:
        return self.first.draft_id

    @property
    def fresh(self) -> bool:
        return self.now < expires_at(GOOD_UNTIL)

    def shown(self) -> decisions.Shown:
        return self.stage.now_shown(self.id)

    def agree(self, answer: object, expected: bool) -> bool:
        assert isinstance(answer, Refused) is not expected, (answer, self.state, self.handoff)
        return expected

    # --- people -----------------------------------------------------------------------------------------------

    @rule(who=st.sampled_from(PEOPLE))
    def approve(self, who: Any) -> None:
        shown = self.shown()
        answer = decisions.approve(self.engine, shown, who, now=self.now, outbox=OUTBOX, keys=KEYS)
        if self.agree(answer, self.state is PENDING and self.fresh and not self.suppressed):
            self.state, self.handoff = APPROVED, HandoffState.HELD
            self.release_at = self.now + OUTBOX.hold

    @precondition(lambda self: self.version > 1)
    @rule(who=st.sampled_from(PEOPLE))
    def approve_what_was_shown_at_first(self, who: Any) -> None:
        answer = decisions.approve(self.engine, self.first, who, now=self.now, outbox=OUTBOX, keys=KEYS)
        assert isinstance(answer, Refused)
        assert answer.refusal in (Refusal.STALE, Refusal.STATE)

    @rule(text=st.sampled_from(["One.", "Two.", "Three."]))
    def edit(self, text: str) -> None:
        before = self.stage.rows(draft_versions)[-1].body
        answer = decisions.edit(
            self.engine, self.shown(), SUBJECT, text, MARA, now=self.now, company=OURS, relint=relint
        )
        if self.agree(answer, self.state is PENDING) and before != text:
            self.version += 1

    @rule(reason=st.sampled_from([RejectReason.OLD_NEWS, RejectReason.WRONG_COMPANY, RejectReason.DO_NOT_CONTACT]))
    def reject(self, reason: RejectReason) -> None:
        answer = decisions.reject(self.engine, self.shown(), reason, MARA, now=self.now)
        if self.agree(answer, self.state in (PENDING, SNOOZED)):
            self.state, self.closed_at = REJECTED, self.now
            self.suppressed = self.suppressed or reason is RejectReason.DO_NOT_CONTACT

    @rule(hours=st.integers(1, 48), for_update=st.booleans())
    def snooze(self, hours: int, for_update: bool) -> None:
        until = self.now + timedelta(hours=hours)
        answer = decisions.snooze(self.engine, self.shown(), until, MARA, now=self.now, for_update=for_update)
        if self.agree(answer, self.state is PENDING and until < expires_at(GOOD_UNTIL)):
            self.state, self.until = SNOOZED, until

    @rule()
    def undo(self) -> None:
        row = self.stage.row(drafts)
        line = [row for row in self.stage.rows(suppressions) if row.lifted_at is None]
        lifts = row.reason == "do_not_contact" and bool(line) and line[0].since == row.decided_at
        answer = decisions.undo(self.engine, self.id, OTTO, now=self.now)
        in_time = self.now - self.closed_at <= REOPEN_WITHIN and self.fresh
        back = self.handoff in (HandoffState.HELD, HandoffState.FAILED)
        allowed = {SNOOZED: True, REJECTED: in_time, APPROVED: back}.get(self.state, False)
        if not self.agree(answer, allowed):
            return
        self.version += self.state is not SNOOZED
        if self.state is APPROVED:
            self.handoff = HandoffState.CANCELLED
        if self.state is REJECTED and lifts and line[0].origin == "reject":
            self.suppressed = False
        self.state = PENDING

    @rule()
    def reopen(self) -> None:
        in_time = self.now - self.closed_at <= REOPEN_WITHIN and self.fresh
        answer = decisions.reopen(self.engine, self.id, OTTO, now=self.now)
        if self.agree(answer, self.state in (REJECTED, EXPIRED) and in_time):
            self.state, self.version = PENDING, self.version + 1

    @rule()
    def forbid(self) -> None:
        self.stage.forbid()
        with write(self.engine) as connection:
            connection.execute(suppressions.update().values(lifted_at=None, origin="file"))
        self.suppressed = True

    @rule(verdict=st.sampled_from(list(Verdict)))
    def resolve(self, verdict: Verdict) -> None:
        handoff = self.stage.rows(handoffs)[-1:] or [None]
        if handoff[0] is None:
            return
        answer = resolve_uncertain(self.engine, handoff[0].id, verdict, MARA, now=self.now)
        if self.agree(answer, self.handoff is HandoffState.UNCERTAIN):
            self.handoff = {
                Verdict.FOUND: HandoffState.HANDED_OFF,
                Verdict.AGAIN: HandoffState.HELD,
                Verdict.GIVE_UP: HandoffState.CANCELLED,
            }[verdict]
            self.state = APPROVED if verdict is Verdict.AGAIN else DONE

    @precondition(lambda self: self.handoff is HandoffState.FAILED and self.state is APPROVED)
    @rule()
    def retry(self) -> None:
        assert not isinstance(retry_failed(self.engine, self.stage.rows(handoffs)[-1].id, MARA, now=self.now), Refused)
        self.handoff = HandoffState.HELD

    # --- the machine ------------------------------------------------------------------------------------------

    @rule(minutes=st.sampled_from([1, 11, 600, 6_000]))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule()
    def tick(self) -> None:
        tick(self.engine, now=self.now, limits=LIMITS)
        held = self.state is APPROVED and self.handoff is HandoffState.HELD
        if not self.fresh and (self.state in (PENDING, SNOOZED) or held):
            self._expire()
        elif self.state is SNOOZED and self.until is not None and self.until <= self.now:
            self.state = PENDING

    def _expire(self) -> None:
        if self.state is APPROVED:
            self.handoff = HandoffState.CANCELLED
        self.state, self.closed_at = EXPIRED, self.now

    @rule(answer=st.sampled_from(ANSWERS), paused=st.booleans())
    def release(self, answer: Any, paused: bool) -> None:
        with write(self.engine) as connection:
            connection.execute(handoffs.update().values(retry_at=None))
        due = self.stage.rows(handoffs, state="held")
        due = [row for row in due if row.run_at <= self.now]
        self.channel.answers = [answer] if answer else []
        attempts = due[0].attempts + 1 if due else 0
        self._release(paused)
        if due:
            self._expect_of(answer, paused, attempts)

    def _release(self, paused: bool) -> None:
        policy = ReleasePolicy(paused=paused)
        release_due(self.engine, now=self.now, limits=LIMITS, keys=KEYS, channels={"eml": self.channel}, policy=policy)

    def _expect_of(self, answer: Any, paused: bool, attempts: int) -> None:
        if not self.fresh:
            self._expire()
        elif self.suppressed:
            self.state, self.handoff, self.version = PENDING, HandoffState.CANCELLED, self.version + 1
        elif paused:
            return
        elif answer is None:
            self.state, self.handoff = DONE, HandoffState.HANDED_OFF
        elif isinstance(answer, Later):
            self.handoff = HandoffState.HELD if attempts < LIMITS.attempts else HandoffState.FAILED
        else:
            self.handoff = HandoffState.FAILED if isinstance(answer, RefusedForGood) else HandoffState.UNCERTAIN

    @precondition(lambda self: self.handoff is HandoffState.HELD and self.state is APPROVED)
    @rule(taken=st.booleans())
    def die_in_the_channel(self, taken: bool) -> None:
        """The process ends while the channel works; another one finds the row once the lease has ended."""
        [row] = self.stage.rows(handoffs, state="held")
        if row.run_at > self.now or not self.fresh or self.suppressed:
            return
        self.channel.answers = []

        def die() -> None:
            if taken:
                key = self.stage.row(approvals, id=row.approval_id).idempotency_key
                self.channel.taken[key] = bytes(row.message)
            raise KeyboardInterrupt

        with write(self.engine) as connection:
            connection.execute(handoffs.update().values(retry_at=None))
        self.channel.before = die
        with pytest.raises(KeyboardInterrupt):
            self._release(paused=False)
        self.channel.before = lambda: None
        with write(self.engine) as connection:
            connection.execute(handoffs.update().where(handoffs.c.id == row.id).values(lease_until=db_now(-1)))
        self.channel.answers = [InDoubt("must not be asked")] if taken else []
        self._release(paused=True)
        if taken:
            self.state, self.handoff = DONE, HandoffState.HANDED_OFF
        elif row.attempts + 1 >= LIMITS.attempts:
            self.handoff = HandoffState.FAILED

    # --- what always holds ------------------------------------------------------------------------------------

    @invariant()
    def what_always_holds(self) -> None:
        if not hasattr(self, "engine"):
            return
        with read(self.engine) as connection:
            seen = {table.name: rows_of(connection, table) for table in SEEN}
        self.the_rows_say_what_the_tables_say(seen)
        self.nothing_leaves_early_twice_or_unapproved(seen)
        self.the_audit_log_is_one_chain_of_legal_moves(seen["audit"])

    def the_rows_say_what_the_tables_say(self, seen: Seen) -> None:
        [row], versions, found = seen["drafts"], seen["draft_versions"], seen["handoffs"]
        assert (row.state, row.version) == (self.state, self.version)
        assert [version.version for version in versions] == list(range(1, self.version + 1))
        assert row.content_hash == versions[-1].content_hash
        assert (found[-1].state if found else None) == self.handoff
        assert sum(handoff.state != HandoffState.CANCELLED for handoff in found) <= 1
        assert (row.run_at is not None) or row.state not in (PENDING, SNOOZED)
        if row.state == APPROVED:
            assert found[-1].state != HandoffState.CANCELLED

    def nothing_leaves_early_twice_or_unapproved(self, seen: Seen) -> None:
        approved = {row.idempotency_key: row for row in seen["approvals"]}
        by_approval = {row.approval_id: row for row in seen["handoffs"]}
        assert len(self.channel.taken) <= 1
        for key, message in self.channel.taken.items():
            handoff = by_approval[approved[key].id]
            assert handoff.message == message
            assert handoff.release_at <= self.now
        handed_off = [row for row in by_approval.values() if row.state == HandoffState.HANDED_OFF]
        assert len(seen["touches"]) == len(handed_off) <= 1

    def the_audit_log_is_one_chain_of_legal_moves(self, log: list[Any]) -> None:
        last: dict[tuple[str, str], str | None] = {("draft", str(self.id)): "pending"}
        for row in log:
            key = (row.thing, row.thing_id)
            assert row.before == last.get(key)
            if row.before is not None:
                table: Any = DRAFT_MOVES if row.thing == "draft" else HANDOFF_MOVES
                assert row.after in table[row.before]
            last[key] = row.after
        assert last["draft", str(self.id)] == self.state


@pytest.fixture(scope="module", autouse=True)
def _world(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What every life begins with is written once."""
    stage = Stage(copy_of(sqlite_template, tmp_path_factory.mktemp("life"))).set()
    DraftLife.stage, DraftLife.first = stage, stage.draft()
    stage.engine.dispose()
    DraftLife.birth = tmp_path_factory.mktemp("birth") / "overture.db"
    shutil.copyfile(str(stage.engine.url.database), DraftLife.birth)
    yield
    stage.engine.dispose()


def live(**how: Any) -> int:
    """How many lives were led."""
    DraftLife.begun = 0
    steps = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None, **how)
    run_state_machine_as_test(DraftLife, settings=steps)
    return DraftLife.begun


def test_any_life_of_a_draft_keeps_to_the_tables() -> None:
    assert live(max_examples=40, stateful_step_count=25, derandomize=True) >= 40


@pytest.mark.full
def test_a_thousand_lives_do() -> None:
    assert live(max_examples=1_000, stateful_step_count=40) >= 1_000
