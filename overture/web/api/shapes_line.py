"""What the line saw and decided, as the API tells it: events, nos, questions, sources."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from overture.web.api.shapes import Given, Line, Shape, storable
from overture.web.api.shapes_drafts import MatchOut, Telling


class Wished(Shape):
    story: str
    contact: str | None
    by: str
    at: datetime
    draft: int | None
    no: str | None = Field(description="Why there is none; null while nobody has looked, too")


class TriggerRow(Shape):
    """An event. `account` is the name of the account it was matched to, if any."""

    id: int
    event: str = Field(validation_alias="kind")
    company: str
    account: str | None
    account_id: str | None
    status: str
    facts: dict[str, Any]
    disagreements: list[dict[str, Any]]
    event_on: date
    first_seen_at: datetime
    outlets: int
    source: str | None = Field(description="The name of who told it first")
    version: int
    state: str
    merged_into: int | None
    confidence: float | None
    draft_id: int | None = Field(description="The newest draft about it")
    nos: int
    why_no_draft: str | None
    wish: Wished | None = Field(description="The draft that somebody asked for last, and what came of it")


class DraftLink(Shape):
    id: int
    state: str
    account: str
    subject: str


class NoRow(Shape):
    """A decision not to write, with its reason and the day to look again."""

    id: int
    trigger_id: int
    event: str = Field(validation_alias="kind")
    company: str
    account: str | None
    account_id: str | None
    campaign: str
    rule: str
    reason: str
    better_served_by: str | None
    revisit_on: date | None
    said_at: datetime


class NoCount(Shape):
    rule: str
    many: int


class TriggerOut(Shape):
    trigger: TriggerRow
    why: str = Field(description="Why there is a draft or none, in one sentence")
    matches: list[MatchOut]
    drafts: list[DraftLink]
    nos: list[NoRow]
    tellings: list[Telling]


class WhyOut(Shape):
    """`sentence` answers the question; `steps` say how it came to that."""

    what: str
    id: str
    sentence: str
    steps: list[str]
    drafts: list[int]


class ExplainIn(Given):
    """A post as a feed would bring it."""

    title: Annotated[str, Field(min_length=1, max_length=512), AfterValidator(storable)]
    summary: Annotated[str, Field(max_length=8_000), AfterValidator(storable)] = ""
    url: Annotated[str, Field(max_length=2_000), AfterValidator(storable)] | None = None
    lang: Annotated[str, Field(max_length=8), AfterValidator(storable)] | None = None


class QuestionRow(Shape):
    id: int
    kind: str = Field(description="which_account or needs_contact")
    state: str
    text: str
    choices: list[dict[str, Any]]
    trigger_id: int | None
    event: str | None
    company: str | None
    event_on: date | None
    account: str | None
    account_id: str | None
    asked_at: datetime
    answered_by: str | None
    answered_at: datetime | None


class AnswerIn(Given):
    """`account` for `which_account` (an id that is offered, or `none`); the others for `needs_contact`."""

    account: Line = ""
    name: Line = ""
    email: Line = ""
    role: Line = ""
    basis: Line = Field("", description="consent, contract or legitimate_interest")


class Answered(Shape):
    id: int
    state: str


class SourceRow(Shape):
    """A source, and how it does in words."""

    id: str
    kind: str
    url: str | None
    state: str
    doing: str = Field(description="How it does, since when, and whose side a fault is on")
    tags: list[str]
    last_success_at: datetime | None
    last_attempt_at: datetime | None
    next_attempt_at: datetime | None
    last_status: int | None
    held_back: int = Field(description="Entries of a flood that wait until somebody looks")


class SourceIn(Given):
    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$", description="A short name of your own")]
    url: Annotated[str, Field(min_length=1, max_length=2_000), AfterValidator(storable)]
    tags: list[Line] = Field(default=[], max_length=20)


class SourceAdded(Shape):
    id: str
    note: str


class SourceActed(Shape):
    source: str
    did: str = Field(description="retried, paused, resumed, released, removed, put_back or unchanged")
    entries: int = 0


class BecameOut(Shape):
    event: str
    company: str
    account: str | None
    end: str = Field(description="draft, no or abstained")
    why: str


class TriedOut(Shape):
    title: str
    link: str | None
    published: datetime | None
    became: list[BecameOut]


class TrialOut(Shape):
    """What one poll would bring; nothing was saved."""

    http: str
    failure: str | None
    side: str | None = Field(description="Whose side the fault is on")
    moved_to: str | None
    title: str
    entries: int
    warnings: list[str]
    triggers: int
    matches: int
    drafts: int
    items: list[TriedOut]
    seconds: dict[str, float]


class TryIn(Given):
    which: Annotated[str, Field(min_length=1, max_length=2_000), AfterValidator(storable)] = Field(
        description="Id of a source, or address of a feed"
    )


class LogOut(Shape):
    """How one outlet's words are read."""

    publisher: str
    explained: dict[str, Any] = Field(description="As `POST /explain` answers")
