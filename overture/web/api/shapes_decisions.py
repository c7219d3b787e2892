"""What is decided about drafts, as the API asks for it and tells of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from campaigns.review import RejectReason
from overture.web.api.shapes import Given, Line, Prose, RowId, Shape, storable

Hash = Annotated[str, Field(max_length=64, description="`hash` of the version that you read"), AfterValidator(storable)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1, description="The version that you read")]

# --- told ---------------------------------------------------------------------------------------------------------


class Decided(Shape):
    """What a decision did: ids and codes, so that the same key can be given the same answer."""

    draft_id: int
    did: str
    version: int | None = None
    hash: str | None = None
    handoff_id: int | None = None
    release_at: datetime | None = None
    until: datetime | None = None
    effects: list[str] = Field(default=[], description="What the reason taught")
    successor: str | None = Field(None, description="Which other draft the reason asks for: contact or story")
    was: str | None = Field(None, description="The state that was taken back")
    assignee: str | None = None
    comment_id: int | None = None
    errors: int | None = Field(None, description="Findings of the edited text that forbid approval")


class BulkRow(Shape):
    draft_id: int
    done: bool
    refusal: str | None = None
    message: str | None = None


class BulkDone(Shape):
    done: int
    skipped: int
    drafts: list[BulkRow]


# --- asked --------------------------------------------------------------------------------------------------------


class ShownIn(Given):
    """Which text you decide on: it must be the one that stands."""

    version: Version
    hash: Hash


class RejectIn(ShownIn):
    reason: RejectReason
    comment: Prose = Field("", description="In your words; needed for `other`")
    instead: Line | None = Field(
        None,
        description="Id of the account, contact or story that is wanted, where the reason says this one is wrong; "
        "with `other`, `anew` for a draft that is told with what is known by now",
    )
    scope: Literal["address", "domain"] = Field("address", description="Whom `do_not_contact` holds for")


class SnoozeIn(ShownIn):
    until: datetime | None = Field(None, description="A moment with its zone")
    for_update: bool = Field(False, description="Until the news is updated")


class AssignIn(Given):
    to: Line | None = Field(description="Id of a user, `me`, or null for nobody")


class CommentIn(Given):
    text: Prose


class BulkDraft(ShownIn):
    id: RowId


class BulkIn(Given):
    """One act on several drafts, each by itself. Approval takes only drafts that somebody has opened."""

    act: Literal["approve", "reject", "snooze", "assign", "undo"]
    drafts: list[BulkDraft] = Field(min_length=1, max_length=50)
    reason: RejectReason | None = Field(None, description="For `reject`; not `other`")
    until: datetime | None = Field(None, description="For `snooze`")
    for_update: bool = Field(False, description="For `snooze`")
    to: Line | None = Field(None, description="For `assign`: id of a user, or null")
