"""A worker that hands messages to a wire which cannot be asked afterwards, until nothing is left or it is killed.

python wire_worker.py DATABASE_URL WIRE
"""

from __future__ import annotations

import os
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


if __name__ == "__main__":
    database, path = open_engine(sys.argv[1]), Path(sys.argv[2])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while work(database, path).total:
        pass
