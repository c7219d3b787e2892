"""Named places where a test may kill the process: around commits, and around the call of a channel.

`OVERTURE_CRASHPOINT=name` kills at the first visit, `name:3` at the third. Unset, a visit costs one look-up.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

VARIABLE = "OVERTURE_CRASHPOINT"
_visits: Counter[str] = Counter()


def crashpoint(name: str) -> None:
    """Die here, as if the power went, when the environment names this place."""
    armed = os.environ.get(VARIABLE)
    if not armed:
        return
    wanted, _, visit = armed.partition(":")
    if wanted != name:
        return
    _visits[name] += 1
    if _visits[name] == int(visit or 1):
        os.kill(os.getpid(), signal.SIGKILL)
