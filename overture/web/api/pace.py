"""How fast one caller may ask: so many requests at once, refilled evenly. Kept in this process, lost with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_MOST_CALLERS = 10_000


class Pace:
    """A bucket for each caller that holds a minute's worth of requests and refills by the second."""

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._clock = clock
        self._lock = threading.Lock()
        self._left: dict[str, tuple[float, float]] = {}  # caller -> what is left, and when that was so

    def wait(self, caller: str) -> float:
        """Take one; 0, or the seconds until the next one is there."""
        now, per_second = self._clock(), self.per_minute / 60
        with self._lock:
            if len(self._left) >= _MOST_CALLERS and caller not in self._left:
                self._forget(now)
            left, then = self._left.get(caller, (float(self.per_minute), now))
            left = min(float(self.per_minute), left + (now - then) * per_second)
            if left < 1:
                self._left[caller] = (left, now)
                return (1 - left) / per_second
            self._left[caller] = (left - 1, now)
            return 0.0

    def _forget(self, now: float) -> None:
        """Whose bucket is full again needs none; if none is, all begin anew."""
        self._left = {who: (left, then) for who, (left, then) in self._left.items() if now - then < 60}
        if len(self._left) >= _MOST_CALLERS:
            self._left.clear()
