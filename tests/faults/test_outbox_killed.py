"""kill -9 at random moments, with a wire that cannot be asked: nothing twice, nothing lost, every doubt listed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from support import wire_worker
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage

from campaigns.review import HandoffState
from overture.db import decisions
from overture.db.engine import read, write
from overture.db.outbox import Verdict, resolve_uncertain
from overture.db.tables import approvals, contacts, handoffs, touches

ROOT = Path(__file__).parents[2]


def outbox_of(engine: Engine, messages: int) -> Stage:
    stage = Stage(engine).become(sender={"channel": "wire"})
    for number in range(messages):
        stage = stage.become(contact={"id": f"c{number}", "email": f"c{number}@acme.example"})
        decisions.approve(engine, stage.draft(), MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    with write(engine) as connection:
        connection.execute(contacts.update().values(retired_at=None))
    return stage


def waiting(engine: Engine) -> int:
    with read(engine) as connection:
        held = select(func.count()).select_from(handoffs).where(handoffs.c.state.in_(["held", "sending"]))
        return connection.scalar(held) or 0


def start(engine: Engine, wire: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    url = engine.url.render_as_string(hide_password=False)
    worker = [sys.executable, wire_worker.__file__, url, str(wire)]
    return subprocess.Popen(worker, env=environment, stdout=subprocess.PIPE, text=True)


def kill_two(engine: Engine, wire: Path, wait: float) -> int:
    """Let two workers compete, then kill both; how many were still at work."""
    workers = [start(engine, wire) for _ in range(2)]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    time.sleep(wait)
    for worker in workers:
        worker.kill()
    killed = sum(worker.wait(timeout=30) == -signal.SIGKILL for worker in workers)
    for worker in workers:
        assert worker.stdout is not None
        worker.stdout.close()
    return killed


def survive(engine: Engine, wire: Path, *, messages: int, most_kills: int, seed: int) -> int:
    """The whole drill; gives the number of kills."""
    stage, dice, kills = outbox_of(engine, messages), random.Random(seed), 0
    while waiting(engine) and kills < most_kills:
        kills += kill_two(engine, wire, dice.uniform(0.0, 0.15))
    deadline = time.monotonic() + 60
    while waiting(engine) and time.monotonic() < deadline:
        wire_worker.work(engine, wire)
        time.sleep(0.1)
    keys = {row.id: row.idempotency_key for row in stage.rows(approvals)}
    sent = Counter(wire.read_text().split())
    doubts = stage.rows(handoffs, state=HandoffState.UNCERTAIN)
    gone = stage.rows(handoffs, state=HandoffState.HANDED_OFF)
    assert max(sent.values()) == 1, "sent twice"
    assert len(doubts) <= kills
    assert len(doubts) + len(gone) == messages, "lost"
    assert {keys[row.approval_id] for row in gone} <= set(sent)
    settle_by_hand(engine, wire, [(row.id, keys[row.approval_id] in sent) for row in doubts])
    assert Counter(wire.read_text().split()) == Counter(keys.values())
    assert len(stage.rows(touches)) == messages
    return kills


def settle_by_hand(engine: Engine, wire: Path, doubts: list[tuple[int, bool]]) -> None:
    """A person looks at the other end of the wire."""
    for handoff_id, found in doubts:
        verdict = Verdict.FOUND if found else Verdict.AGAIN
        resolve_uncertain(engine, handoff_id, verdict, MARA, now=NOW)
    while wire_worker.work(engine, wire).total:
        pass


def test_a_few_kills_send_nothing_twice_and_lose_nothing(sqlite_database: Engine, tmp_path: Path) -> None:
    assert survive(sqlite_database, tmp_path / "wire", messages=60, most_kills=12, seed=1) >= 2


def test_nor_on_postgresql(postgres_database: Engine, tmp_path: Path) -> None:
    assert survive(postgres_database, tmp_path / "wire", messages=60, most_kills=12, seed=2) >= 2


@pytest.mark.full
@pytest.mark.parametrize("seed", range(4))
def test_many_kills_send_nothing_twice_and_lose_nothing(sqlite_database: Engine, tmp_path: Path, seed: int) -> None:
    assert survive(sqlite_database, tmp_path / "wire", messages=400, most_kills=120, seed=seed) >= 10
