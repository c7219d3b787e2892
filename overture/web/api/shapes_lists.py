"""Lists of feeds, kept filters, cases, and what would have been: requests and answers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from campaigns.workspace import Level
from overture.web.api.shapes import Given, Line, Shape, storable


class OpmlIn(Given):
    list: Annotated[str, Field(min_length=1, max_length=900_000), AfterValidator(storable)] = Field(
        description="The OPML document"
    )
    ask: bool = Field(False, description="Also ask the first hundred new addresses whether they are feeds")


class Judgement(Shape):
    """One line of a list. Only `new` lines would be added."""

    id: str = Field(description="Of the source: the new one, or the one that is there")
    url: str
    title: str
    tags: list[str]
    verdict: str = Field(description="new, already have, duplicate in file, malformed, not a feed or unreachable")
    why: str


class Feed(Given):
    id: Annotated[str, Field(min_length=1, max_length=60), AfterValidator(storable)]
    url: Annotated[str, Field(min_length=1, max_length=2_000), AfterValidator(storable)]
    tags: list[Line] = Field(default=[], max_length=20)


class FeedsIn(Given):
    feeds: list[Feed] = Field(min_length=1, max_length=2_000)


class FeedsAdded(Shape):
    added: list[str]


class FilterIn(Given):
    name: Annotated[str, Field(pattern=r"\S", max_length=60), AfterValidator(storable)]
    q: Line = Field("", description="In the queue's own language")
    tab: Literal["mine", "unassigned", "snoozed", "outbox", "blocked", "decided"] | None = None
    sort: Literal["score", "expiry", "newest", "decided"] | None = None
    group: Literal["account", "event", "kind", "story", "campaign"] | None = None


class FilterOut(Shape):
    name: str
    where: str


class CaseUsed(Shape):
    id: int
    state: str
    account: str


class CaseOut(Shape):
    """A true story of a customer that we may tell, and the newest drafts that tell it."""

    id: str
    who: str
    where_they_were: str
    way: str
    setback: str
    outcome: str
    measure: str | None
    source: str | None
    permission: str | None
    industry: str | None
    events: list[str]
    levels: list[Level]
    language: str | None
    drafts: list[CaseUsed]


class OptionOut(Shape):
    """A rule of a campaign that may be tried otherwise."""

    code: str
    words: str
    value: str | None = Field(description="What may be written instead; null where it can only go")
    nos: int = Field(description="How often it has said no")


class WhatIfChange(Shape):
    trigger_id: int
    event: str
    account: str
    account_id: str
    on: date
    before: str
    after: str
    gained: bool


class WhatIfOut(Shape):
    """The last days with one rule changed; nothing was written."""

    campaign: str
    events: int
    before: int = Field(description="Drafts with the campaigns as they are")
    after: int
    more: int
    fewer: int
    changes: list[WhatIfChange]


class HabitOut(Shape):
    """One person's decisions. Shares are 0 to 1, null where there is nothing to share."""

    user: str
    name: str
    decided: int
    approved: int
    seconds: float
    per_hour: int | None
    quick: float
    overridden: float
    sighted: float | None
    unread: float | None
    alarms: list[str]


class TaughtOut(Shape):
    """One reason that comes again and again in one campaign, and what could be changed there."""

    campaign: str
    reason: str
    count: int
    drafts: list[int]
    says: str


class ReviewOut(Shape):
    habits: list[HabitOut]
    suggestions: list[TaughtOut]


Files = dict[int | str, dict[str, Any]]
