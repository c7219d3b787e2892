"""One thing that the doctor looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and whether it is well; `detail` names the place and, where it is not, the cure. `reachable`
    is False only where something did not answer at all."""

    name: str
    ok: bool
    detail: str
    reachable: bool = True
