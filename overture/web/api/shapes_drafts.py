"""Drafts and what is decided about them, as the API tells and asks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from campaigns.review import RejectReason
from overture.web.api.shapes import Given, Line, Prose, RowId, Shape, storable

Hash = Annotated[str, Field(max_length=64, description="`hash` of the version that you read"), AfterValidator(storable)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1, description="The version that you read")]

# --- told ---------------------------------------------------------------------------------------------------------


class DraftRow(Shape):
    """A draft as lists show it. `account` and `contact` are names."""

    id: int
    state: str = Field(description="pending snoozed approved rejected expired superseded done")
    version: int
    hash: str = Field(validation_alias="content_hash")
    account: str
    account_id: str
    contact: str
    role: str | None
    event: str = Field(validation_alias="kind")
    facts: dict[str, Any]
    event_on: date
    subject: str
    story: str = Field(validation_alias="story_id")
    story_version: int
    score: int
    warnings: int
    obstacles: int = Field(description="Findings that forbid approval")
    good_until: date
    opened_at: datetime | None
    assignee: str | None
    group_owner: str | None
    reason: str | None
    decided_at: datetime | None
    decided_by: str | None
    snoozed_until: datetime | None
    snoozed_for_update: bool = Field(validation_alias="snooze_for_update")
    handoff_state: str | None
    release_at: datetime | None = Field(description="Nothing leaves before")
    handoff_reason: str | None


class Segment(Shape):
    """A run of the text: literal where `paths` is empty, else bound to what it was read from."""

    text: str
    paths: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    beat: str | None = None
    line: int = 0


class FindingOut(Shape):
    code: str
    level: str
    message: str
    line: int | None = None
    start: int | None = Field(None, description="Code points into the body")
    end: int | None = None


class VersionOut(Shape):
    """One version of a draft with its text; versions never change."""

    version: int
    hash: str = Field(validation_alias="content_hash")
    author: str
    cause: str
    note: str | None
    made_at: datetime
    subject: str
    body: str
    subject_segments: list[Segment]
    segments: list[Segment]
    findings: list[FindingOut]
    measures: dict[str, float]
    vouched: list[dict[str, Any]]
    variant: str
    story_version: int


class VersionRow(Shape):
    version: int
    author: str
    cause: str
    note: str | None
    made_at: datetime
    story_version: int
    variant: str


class ClaimOut(Shape):
    """One numbered claim of the text, and where it comes from."""

    number: int
    text: str
    paths: list[str]
    origins: list[str]


class CheckOut(Shape):
    level: str = Field(description="ok, warn or bad")
    name: str
    says: str


class Span(Shape):
    """Where the telling says it; offsets are code points into the clean title or text."""

    fact: str
    field: str
    start: int
    end: int
    text: str


class Telling(Shape):
    """How one outlet told the event."""

    entry_id: int
    publisher: str
    source_id: str
    title: str
    link: str | None
    published_at: datetime | None
    fetched_at: datetime
    company: str
    status: str
    confidence: float
    facts: dict[str, Any]
    clean_title: str | None
    clean_text: str | None
    evidence: list[Span]


class MatchOut(Shape):
    account_id: str
    form: str
    method: str
    score: float
    parts: list[tuple[str, float]]
    runners_up: list[dict[str, Any]]


class PersonOut(Shape):
    id: str
    name: str
    email: str | None
    role: str | None = None


class CommentOut(Shape):
    id: int
    author: str
    text: str
    at: datetime


class ActOut(Shape):
    """One row of the audit."""

    id: int
    at: datetime
    actor: str
    action: str
    thing: str
    thing_id: str
    before: str | None
    after: str | None
    codes: dict[str, Any]
    request_id: str | None
    origin: str


class HandoffBrief(Shape):
    id: int
    state: str
    channel: str
    release_at: datetime
    reason: str | None
    location: str | None
    handed_off_at: datetime | None
    attempts: int


class DraftOut(Shape):
    """One draft with its text and with all that stands beside it on its page."""

    draft: DraftRow
    text: VersionOut
    full_text: str = Field(description="Body, signature and address, as it leaves")
    claims: list[ClaimOut]
    blocked: str | None = Field(description="Why it cannot be approved as it stands")
    checks: list[CheckOut]
    why: list[str]
    leaves_at: datetime
    trigger_id: int
    campaign: str
    language: str
    to: PersonOut
    sender: PersonOut
    tellings: list[Telling]
    match: MatchOut | None
    versions: list[VersionRow]
    comments: list[CommentOut]
    history: list[ActOut]
    handoff: HandoffBrief | None


class CountsOut(Shape):
    """How many drafts each tab holds for you, and your day so far."""

    tabs: dict[str, int]
    decided_today: int
    next_release: datetime | None


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
