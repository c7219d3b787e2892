"""A thread in each working process that beats the heart and sweeps up what the doorbell missed; it needs no broker."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

from overture.db.heartbeats import beat, end
from overture.jobs.loop import survive
from overture.jobs.stages import sweep
from overture.services import Services


class Sweeper:
    """Beats at every tick and sweeps every `sweep_seconds`, until stopped.

    `open_` gives the services; it is asked on the thread, again and again where the database is away, so that a
    worker starts whatever the order in which its neighbours do.
    """

    def __init__(self, open_: Callable[[], Services], *, tick: float, every: float) -> None:
        self._open = open_
        self._tick, self._rounds = tick, max(1, round(every / tick))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name="sweeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, *, timeout: float = 30.0) -> None:
        """Stop after the batch under work, and say in the database that this process is gone."""
        self._stop.set()
        self._thread.join(timeout=timeout)

    def _live(self) -> None:
        count = random.randrange(self._rounds)  # neighbours that start together do not sweep together
        self._round(sweeping=False)
        while not self._stop.wait(self._tick):
            count += 1
            self._round(sweeping=count % self._rounds == 0)
        survive("heartbeat_end", lambda: end(self._open().engine))

    def _round(self, *, sweeping: bool) -> None:
        survive("heartbeat", self._beat)
        if sweeping:
            survive("sweep", lambda: sweep(self._open(), until=self._stop.is_set))

    def _beat(self) -> None:
        services = self._open()
        beat(services.engine, role=services.role)


def start_sweeper(open_: Callable[[], Services], *, tick: float, every: float) -> Sweeper:
    sweeper = Sweeper(open_, tick=tick, every=every)
    sweeper.start()
    return sweeper
