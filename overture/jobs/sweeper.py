"""A thread in each worker that beats the heart and sweeps up what the doorbell missed; it needs no broker."""

from __future__ import annotations

import threading

from overture.db.heartbeats import beat
from overture.jobs.loop import survive
from overture.jobs.stages import sweep
from overture.services import Services


class Sweeper:
    """Beats at every tick and sweeps every `sweep_seconds`, until stopped."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name="sweeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=30)

    def _live(self) -> None:
        limits = self._services.limits
        rounds = max(1, round(limits.sweep_seconds / limits.tick_seconds))
        count = 0
        while not self._stop.wait(limits.tick_seconds):
            count += 1
            self._round(sweeping=count % rounds == 0)

    def _round(self, *, sweeping: bool) -> None:
        survive("heartbeat", lambda: beat(self._services.engine, role=self._services.role))
        if sweeping:
            survive("sweep", lambda: sweep(self._services))


def start_sweeper(services: Services) -> Sweeper:
    sweeper = Sweeper(services)
    sweeper.start()
    return sweeper
