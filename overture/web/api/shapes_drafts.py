"""Drafts and what stands beside them, as the API tells of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from overture.web.api.shapes import Shape


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
