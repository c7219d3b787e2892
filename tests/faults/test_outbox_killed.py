"""kill -9 at random moments, with a wire that cannot be asked: nothing twice, nothing lost, every doubt listed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from support import wire_worker
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage
from support.db import copy_of

from campaigns.review import HandoffState
from overture.db import decisions
from overture.db.engine import read, write
from overture.db.outbox import Verdict, resolve_uncertain
from overture.db.tables import approvals, contacts, handoffs, touches

ROOT = Path(__file__).parents[2]


def fill_outbox(engine: Engine, messages: int) -> None:
    stage = Stage(engine).become(sender={"channel": "wire"})
    for number in range(messages):
        stage = stage.become(contact={"id": f"c{number}", "email": f"c{number}@acme.example"})
        decisions.approve(engine, stage.draft(), MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    with write(engine) as connection:
        connection.execute(contacts.update().values(retired_at=None))


def waiting(engine: Engine) -> int:
    with read(engine) as connection:
        held = select(func.count()).select_from(handoffs).where(handoffs.c.state.in_(["held", "sending"]))
        return connection.scalar(held) or 0


@contextmanager
def nursery(engine: Engine, wire: Path) -> Iterator[subprocess.Popen[str]]:
    """Where workers come from."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    url = engine.url.render_as_string(hide_password=False)
    words = [sys.executable, wire_worker.__file__, url, str(wire)]
    with subprocess.Popen(words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running


def told(workers: subprocess.Popen[str], words: str) -> list[int]:
    assert workers.stdin is not None
    assert workers.stdout is not None
    workers.stdin.write(f"{words}\n")
    workers.stdin.flush()
    return [int(number) for number in workers.stdout.readline().split()]


def kill_two(workers: subprocess.Popen[str], wait: float) -> int:
    """Let two workers compete, then kill both; how many were still at work."""
    pids = told(workers, "2")
    assert len(pids) == 2
    time.sleep(wait)
    for pid in pids:
        os.kill(pid, signal.SIGKILL)  # one that has ended is there until it is waited for
    return told(workers, "")[0]


def survive(engine: Engine, wire: Path, *, messages: int, most_kills: int, seed: int) -> int:
    """The whole drill over an outbox of so many; gives the number of kills."""
    stage, dice, kills = Stage(engine), random.Random(seed), 0
    with nursery(engine, wire) as workers:
        while waiting(engine) and kills < most_kills:
            kills += kill_two(workers, dice.uniform(0.0, 0.15))
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
    fill_outbox(sqlite_database, 60)
    assert survive(sqlite_database, tmp_path / "wire", messages=60, most_kills=12, seed=1) >= 2


def test_nor_on_postgresql(postgres_database: Engine, tmp_path: Path) -> None:
    fill_outbox(postgres_database, 60)
    assert survive(postgres_database, tmp_path / "wire", messages=60, most_kills=12, seed=2) >= 2


@pytest.fixture(scope="module")
def full_outbox(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    engine = copy_of(sqlite_template, tmp_path_factory.mktemp("outbox"))
    fill_outbox(engine, 400)
    engine.dispose()
    return Path(str(engine.url.database))


@pytest.mark.full
@pytest.mark.parametrize("seed", range(4))
def test_many_kills_send_nothing_twice_and_lose_nothing(full_outbox: Path, tmp_path: Path, seed: int) -> None:
    engine = copy_of(full_outbox, tmp_path)
    assert survive(engine, tmp_path / "wire", messages=400, most_kills=120, seed=seed) >= 10
    engine.dispose()
