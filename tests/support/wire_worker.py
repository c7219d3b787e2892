"""Workers that hand messages to a wire which cannot be asked afterwards, until nothing is left or they are killed.

python wire_worker.py DATABASE_URL WIRE

For each number on a line that it reads, it parts into as many workers and names them; for an empty line it waits for
them and says how many were killed. So hundreds can be killed of which none had to be loaded first.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine

from overture.db.engine import open_engine
from overture.db.outbox import ReleasePolicy, Summary, release_due
from overture.handoff.channels import Answer, Later, Taken, always
from support.cast import KEYS, NOW
from triggers.limits import Limits

LIMITS = Limits(lease_seconds=0.5, release_batch=20)


class Wire:
    """Each key that goes out is a line of a file: what an outside witness would see."""

    name = "wire"
    decides = False

    def __init__(self, path: Path) -> None:
        self._path = path

    def hand_off(self, message: bytes, key: str, *, ours: Callable[[], bool] = always) -> Answer:
        if not ours():
            return Later("the lease ended", seconds=0.0)
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, f"{key}\n".encode())
        os.fsync(handle)
        os.close(handle)
        return Taken("wire")

    def look(self, key: str) -> Taken | None:
        return None


def work(engine: Engine, wire: Path) -> Summary:
    return release_due(
        engine,
        now=NOW + timedelta(minutes=10),
        limits=LIMITS,
        keys=KEYS,
        channels={"wire": Wire(wire)},
        policy=ReleasePolicy(),
    )


def worker(url: str, wire: Path) -> int:
    """Start one; gives its id, here, and never returns there."""
    if pid := os.fork():
        return pid
    try:
        database = open_engine(url)
        while work(database, wire).total:
            pass
    finally:
        os._exit(0)


def serve(url: str, wire: Path) -> None:
    workers: list[int] = []
    for line in sys.stdin:
        if line.strip():
            workers = [worker(url, wire) for _ in range(int(line))]
            answer = " ".join(map(str, workers))
        else:
            ends = [os.waitpid(pid, 0)[1] for pid in workers]
            answer = str(sum(os.WIFSIGNALED(end) and os.WTERMSIG(end) == signal.SIGKILL for end in ends))
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]))
