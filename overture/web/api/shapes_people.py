"""Accounts, contacts and what is known of them, as the API tells and asks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from campaigns.workspace import Level, WhyTheyCare
from overture.web.api.shapes import Given, Line, Shape, storable

Said = Annotated[str, Field(min_length=1, max_length=2_000), AfterValidator(storable)]
Named = Annotated[
    str, Field(min_length=1, max_length=300, description="Id, address, domain or name"), AfterValidator(storable)
]


class AccountRow(Shape):
    id: str
    name: str
    domain: str | None
    country: str | None
    industry: str | None
    employees: int | None
    lifecycle: str
    owner: str | None
    tags: list[str]
    open_drafts: int
    people: int


class AccountFacts(Shape):
    """What the files and people say of an account."""

    id: str
    name: str
    domain: str | None
    aliases: list[str]
    country: str | None
    industry: str | None
    employees: int | None
    lifecycle: str
    owner: str | None
    tags: list[str]
    parent: str | None
    day_one: date | None
    renewal_on: date | None
    why_they_care: str | None
    why_asked_on: date | None
    measure_name: str | None
    measure_value: str | None
    measure_on: date | None
    champion: str | None
    notes: str | None
    retired_at: datetime | None


class ContactRow(Shape):
    id: str
    account_id: str
    account: str | None = None
    name: str
    email: str | None
    role: str | None
    seniority: str
    function: str
    language: str
    medium: str
    lawful_basis: str
    verified_on: date | None
    tags: list[str]
    suppressed: bool = Field(False, description="The address is on the do-not-contact list")


class ConcernOut(Shape):
    id: str
    contact_id: str
    level: str
    statement: str
    kind: str
    heard_on: date
    heard_by: str | None
    quote: str | None
    source: str | None
    shareable: bool = Field(description="Whether a message may say it")


class InterestOut(Shape):
    contact_id: str
    topic: str
    evidence: str | None
    on: date | None


class TieOut(Shape):
    contact_id: str
    contact: str
    teammate_id: str
    teammate: str
    kind: str
    strength: int
    since: date | None
    last_touch: date | None
    evidence: str | None


class TaughtName(Shape):
    form: str
    taught_by: str
    taught_at: datetime


class EventLink(Shape):
    id: int
    event: str = Field(validation_alias="kind")
    status: str
    facts: dict[str, Any]
    event_on: date


class AccountDraft(Shape):
    id: int
    state: str
    subject: str
    made_at: datetime


class TouchOut(Shape):
    contact: str
    at: datetime
    standing: str = Field(description="assumed, confirmed or denied")


class AccountOut(Shape):
    account: AccountFacts
    contacts: list[ContactRow]
    concerns: list[ConcernOut]
    interests: list[InterestOut]
    ties: list[TieOut]
    names: list[TaughtName] = Field(description="Names that people taught for it")
    events: list[EventLink]
    drafts: list[AccountDraft]
    touches: list[TouchOut]


class ContactOut(Shape):
    contact: ContactRow
    concerns: list[ConcernOut]
    interests: list[InterestOut]
    ties: list[TieOut]


class ProofOut(Shape):
    term: str
    id: str
    words: str
    on: date | None
    quote: str | None
    private: bool


class AskedRow(Shape):
    account: str
    account_id: str
    contact: str | None
    contact_id: str | None
    role: str | None
    evidence: list[ProofOut]


class Asked(Shape):
    items: list[AskedRow]
    more: bool = Field(description="There are more than `limit`")


class HeardIn(Given):
    """What somebody said, so that it can follow "that"."""

    contact: Named
    statement: Said
    level: Level
    aloud: bool = Field(False, description="Whether a message may say it")
    kind: Literal["concern", "aspiration"] = "concern"
    by: Line | None = Field(None, description="Who of us heard it: id or name of a teammate")
    quote: Said | None = None
    source: Line | None = None
    on: date | None = Field(None, description="The day, else today")


class HeardOut(Shape):
    id: str
    contact: str
    contact_id: str
    account: str
    known: bool = Field(description="The very same stood there already")
    flags: list[str] = Field(description="What is odd about it; it is kept all the same")


class CaresIn(Given):
    account: Named
    why: WhyTheyCare
    words: Said | None = None
    contact: Named | None = None
    by: Line | None = None
    on: date | None = None


class CaresOut(Shape):
    account: str
    account_id: str
    why: str
    on: date
    holds: bool = Field(description="False where a newer answer is known")


class PromiseRow(Shape):
    id: int
    account: str
    account_id: str
    contact: str | None
    contact_id: str | None
    promise_id: str | None
    text: str
    state: str = Field(description="made, overdue, broken, kept, released or withdrawn")
    due_on: date | None
    made_at: datetime
    made_by: str | None
    settled_on: date | None
    evidence: str | None
    draft_id: int | None


class PromiseIn(Given):
    account: Named
    text: Said
    due_on: date | None = None
    contact: Named | None = None
    by: Line | None = None
    on: date | None = Field(None, description="When it was made, else today")


class SettleIn(Given):
    to: Literal["kept", "broken", "released"]
    evidence: Said = Field(description="How we know")
