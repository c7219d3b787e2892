"""What a run of one story over many events comes to; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from overture.jobs.story_trial import Telling


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of a run. `focus` and `worst` are of those told; None where none was."""

    told: int
    found: int  # told, with findings
    aside: int  # not for this story: nobody to read it, or something that it requires is not known
    broken: int  # should be told and cannot be
    focus: float | None
    worst: float | None


def outcome(tellings: Sequence[Telling]) -> Outcome:
    told = [one.told for one in tellings if one.told]
    broken = sum(bool(one.faults) for one in tellings)
    focus = [one.measures["self_focus"] for one in told]
    return Outcome(
        told=len(told),
        found=sum(bool(one.findings) for one in told),
        aside=len(tellings) - len(told) - broken,
        broken=broken,
        focus=median(focus) if focus else None,
        worst=max(focus, default=None),
    )
