"""Messages on their way, stories and campaigns, the log, users and tokens, as the API tells and asks."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from campaigns.experiment import Verdict
from overture.web.api.shapes import Given, Line, Shape, storable
from overture.web.api.shapes_drafts import DraftRow, FindingOut
from overture.web.api.shapes_line import TriggerRow
from overture.web.api.shapes_people import AccountRow

Role = Literal["viewer", "reviewer", "author", "ops", "admin"]


class HandoffRow(Shape):
    """An approved message on its way out."""

    id: int
    draft_id: int
    version: int
    state: str = Field(description="held sending handed_off failed uncertain cancelled")
    channel: str
    account: str
    account_id: str
    contact: str
    release_at: datetime
    handed_off_at: datetime | None
    location: str | None
    reason: str | None
    attempts: int


class OutboxOut(Shape):
    paused: bool = Field(description="Nothing leaves while this is so")
    states: dict[str, int]


class ResolveIn(Given):
    """What a person knows of a message in doubt."""

    verdict: Literal["found", "again", "give_up"]
    location: Line = Field("", description="Where it was found")


class HandoffMoved(Shape):
    id: int
    state: str


class RateOut(Shape):
    """How many of how many, with the interval of 95 % (Wilson's) in which the share lies."""

    hits: int
    n: int
    share: float | None = Field(description="0 to 1; null where nothing was decided")
    low: float
    high: float


class SubjectOut(Shape):
    variant: str
    text: str = Field(description="As the file says it")
    weight: float = Field(description="Share of the accounts that get it, 0 to 1")
    untouched: RateOut = Field(description="Approved with the story's own words, of those decided")


class SubjectsOut(Shape):
    """The subjects that are told now in one language, beside each other."""

    language: str
    since: int = Field(description="The version since which they are as they are")
    verdict: Verdict = Field(description="`too_few` while a subject has fewer than 30 decided drafts")
    winner: str | None
    arms: list[SubjectOut]


class StoryRow(Shape):
    """The newest version of a story in one language."""

    id: str = Field(validation_alias="story_id")
    language: str
    version: int
    author: str
    made_at: datetime
    errors: int
    warnings: int
    drafts: dict[str, int] = Field(description="By state")
    recent: int = Field(description="Drafts of the last 30 days")
    untouched: RateOut = Field(description="Approved with the story's own words, of those decided")


class StoryVersion(Shape):
    id: str = Field(validation_alias="story_id")
    language: str
    version: int
    text: str
    findings: list[FindingOut]
    author: str
    note: str | None
    made_at: datetime


class StoryOut(Shape):
    """All versions of a story, the newest first."""

    id: str
    versions: list[StoryVersion]
    subjects: list[SubjectsOut] = Field(description="How the subjects in force fare, by language")


class CampaignRow(Shape):
    """A campaign of campaigns.yaml, in the order in which they are asked; its conditions as they are written there."""

    id: str
    in_force: bool = Field(description="False where only its drafts remain")
    paused: bool = False
    priority: int = 0
    events: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    sender: str | None = None
    owner: str | None = None
    outcomes: dict[str, int] = Field(description="Drafts by state, and how often it said no")


class UserRow(Shape):
    id: str
    name: str
    role: str
    disabled: bool


class UserIn(Given):
    id: Line
    name: Line
    role: Role
    email: Line | None = None
    password: Annotated[str, Field(max_length=300), AfterValidator(storable)]


class UserChange(Given):
    role: Role | None = None
    disabled: bool | None = None


class TokenRow(Shape):
    """A token by its first letters; the rest is known to nobody."""

    id: int
    name: str
    prefix: str
    scopes: list[str] = Field(description="Empty: all that your role may do")
    state: str = Field(description="live, expired or revoked")
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None


class Me(Shape):
    id: str
    name: str
    role: str
    token: TokenRow | None = Field(description="The token that you came with")
    calls_per_minute: int


class Found(Shape):
    """What holds the words, the best few of each kind."""

    drafts: list[DraftRow]
    accounts: list[AccountRow]
    triggers: list[TriggerRow]
