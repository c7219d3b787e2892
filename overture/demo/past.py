"""What happened in the demo's world before Overture came: promises that its people remember."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PastPromise:
    """Days are counted back from the day on which the demo begins. `broken` says how we know, where we broke it."""

    account: str
    contact: str
    teammate: str
    text: str
    made_days_ago: int
    due_days_ago: int
    broken: str | None = None


PROMISES = (
    PastPromise(
        account="veldhuis",
        contact="veldhuis-2",
        teammate="efua",
        text="the workbook for the spring, printed, before the new colleagues start",
        made_days_ago=290,
        due_days_ago=235,
        broken="It came in August; Rutger said so in Zwolle.",
    ),
)
