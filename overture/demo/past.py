"""What happened in the demo's world before its first day: promises that its people remember, and a letter that left."""

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
        broken="It never came; Rutger said so in Zwolle.",
    ),
)


@dataclass(frozen=True, slots=True)
class PastLetter:
    """A letter about a post of one of the outlets, which left and has no answer: its next chapter is due by now."""

    outlet: str
    post: str  # its slug
    account: str
    written_days_ago: int  # the post is older, and two weeks without an answer have passed since
    promise_kept: str  # how we know that what the letter promised was kept


LETTER = PastLetter(
    outlet="harbour-review",
    post="bramcote-dublin",
    account="bramcote",
    written_days_ago=16,
    promise_kept="Nell had it two days later and wrote nothing back.",
)
