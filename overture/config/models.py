"""The YAML files about ourselves: settings, team, promises, cases. What a file says becomes the values of the line."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from campaigns.quiet import DAYS, quiet
from campaigns.workspace import Case, Level, OurCompany, Promise, Teammate
from overture.config.places import not_one_of
from overture.config.shapes import (
    Address,
    Duration,
    HookUrl,
    Id,
    Language,
    Line,
    Number,
    OneOrMany,
    Prose,
    Shape,
    Url,
    Whole,
    Zone,
)
from overture.settings import Alerts, Handoff, Retention, Review, Settings
from triggers.outbound import DEFAULT_USER_AGENT, Network, OutboundPolicy, parse_allow
from triggers.types import EventKind

_HANDOFF, _REVIEW, _RETENTION, _ALERTS = Handoff(), Review(), Retention(), Alerts()
CHANNELS = ("eml",)
HOOK_EVENTS = ("source.failing", "source.silent", "source.well", "drafts.waiting", "handoffs.done")


def _allowed(value: object) -> object:
    if isinstance(value, str):
        parse_allow(value)
    return value


def _channel(value: object) -> object:
    if value not in CHANNELS:
        raise ValueError(not_one_of(str(value), CHANNELS))
    return value


def _hours(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError("should be hours in quotes, such as '19:00-08:00'")
    quiet(value)
    return value


def _weekday(value: object) -> object:
    if value not in DAYS:
        raise ValueError(not_one_of(str(value), DAYS))
    return value


def _hook_event(value: object) -> object:
    if value not in HOOK_EVENTS:
        raise ValueError(not_one_of(str(value), HOOK_EVENTS))
    return value


Hours = Annotated[str, BeforeValidator(_hours)]
Weekday = Annotated[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], BeforeValidator(_weekday)]
Channel = Annotated[Literal["eml"], BeforeValidator(_channel)]
HookEvent = Annotated[str, BeforeValidator(_hook_event), WithJsonSchema({"enum": list(HOOK_EVENTS)})]


class OutboundShape(Shape):
    """Where we may connect beyond public addresses on ports 80 and 443."""

    allow: OneOrMany[Annotated[Line, BeforeValidator(_allowed)]] = Field(
        (), description="Networks and ports beyond the public web, as CIDR:port"
    )
    user_agent: Line = Field(DEFAULT_USER_AGENT, description="How we introduce ourselves to the servers of feeds")


class HandoffShape(Shape):
    """What happens to a message once it is approved."""

    channel: Channel = Field("eml", description="Where approved messages go: eml writes a file for each")
    dir: Line = Field(_HANDOFF.dir, description="Folder of the messages, relative to the data directory")
    hold: Duration = Field(_HANDOFF.hold, description="How long an approved message can be pulled back")
    quiet: Hours | None = Field(None, description="Hours in which nothing leaves, by the reader's clock")
    quiet_days: OneOrMany[Weekday] = Field((), max_length=6, description="Days on which nothing leaves")


class ReviewShape(Shape):
    """How drafts are approved."""

    four_eyes: bool = Field(_REVIEW.four_eyes, description="Whoever edited a draft last may not approve it")
    bulk: Whole = Field(_REVIEW.bulk, ge=1, le=200, description="How many drafts one bulk approval may take")


class RetentionShape(Shape):
    """How long things are kept."""

    entries: Duration = Field(_RETENTION.entries, description="Texts of entries; titles, links and findings stay")
    drafts: Duration = Field(_RETENTION.drafts, description="Words of drafts that ended without leaving")
    messages: Duration = Field(_RETENTION.messages, description="Words of drafts whose message has left, and its bytes")
    audit: Duration = Field(_RETENTION.audit, description="Lines of the audit log")


class AlertsShape(Shape):
    """When whoever looks after the installation is told of something."""

    failing_after: Duration = Field(
        _ALERTS.failing_after, description="A source that fails for this long raises an alert"
    )
    silent_times: Number = Field(_ALERTS.silent_times, gt=1, description="Silence of so many times its norm raises one")
    webhook: HookUrl | None = Field(None, description="Address that is told, signed with OVERTURE_WEBHOOK_SECRET")
    events: OneOrMany[HookEvent] = Field(_ALERTS.events, description="What it is told of")


class SettingsFile(Shape):
    """settings.yaml"""

    time_zone: Zone = Field("UTC", description="Zone in which days begin, and of people without one of their own")
    stories: Line = Field("stories", description="Folder of the stories, relative to this one")
    outbound: OutboundShape = Field(OutboundShape(), description="Connections beyond the public web")
    handoff: HandoffShape = Field(HandoffShape(), description="What happens to approved messages")
    review: ReviewShape = Field(ReviewShape(), description="How drafts are approved")
    retention: RetentionShape = Field(RetentionShape(), description="How long things are kept")
    alerts: AlertsShape = Field(AlertsShape(), description="When whoever looks after this is told")

    def to_settings(self) -> Settings:
        allow: tuple[tuple[Network, int], ...] = tuple(parse_allow(text) for text in self.outbound.allow)
        return Settings(
            time_zone=self.time_zone,
            stories=self.stories,
            outbound=OutboundPolicy(allow=allow, user_agent=self.outbound.user_agent),
            handoff=Handoff(**dict(self.handoff)),
            review=Review(**dict(self.review)),
            retention=Retention(**dict(self.retention)),
            alerts=Alerts(**dict(self.alerts)),
        )


class CompanyShape(Shape):
    """Us, as messages name us."""

    name: Line = Field(description="Our name")
    postal_address: Prose = Field(description="Address that the law wants under every message")
    products: OneOrMany[Line] = Field((), description="Names of what we sell; the lint counts them as talk about us")
    public_url: Url | None = Field(None, description="Our public address on the web")

    def to_company(self) -> OurCompany:
        return OurCompany(**dict(self))


class PersonShape(Shape):
    """One of our people: who writes, and who knows whom."""

    id: Id = Field(description="Stays the same for ever; other files name the person by it")
    name: Line = Field(description="Full name, as in the signature")
    email: Address = Field(description="Address that messages come from")
    title: Line | None = Field(None, description="What stands under the name")
    time_zone: Zone | None = Field(None, description="Zone of the person")
    signature: Prose | None = Field(None, description="Last lines of a message; else name, title and company")
    channel: Channel | None = Field(None, description="Channel of this person, where it differs from the workspace's")

    def to_teammate(self) -> Teammate:
        return Teammate(**dict(self))


class TeamFile(Shape):
    """team.yaml"""

    company: CompanyShape | None = Field(None, description="Us, as messages name us")
    people: tuple[PersonShape, ...] = Field((), description="Who writes, and who knows whom")


class PromiseShape(Shape):
    """Something that we can deliver and may promise."""

    id: Id = Field(description="Stories name the promise by it")
    text: Prose = Field(description="The promise as it stands in a message")
    level: Level | None = Field(None, description="Level of concern that it speaks to")
    fulfils: OneOrMany[Line] = Field((), description="Words of the concerns that it answers")
    can_deliver_by: Duration | None = Field(None, description="When it is kept, counted from the reader's yes")
    proof: Prose | None = Field(None, description="Why it may be believed")
    language: Language | None = Field(None, description="Language of the text; without one it fits any story")

    def to_promise(self) -> Promise:
        return Promise(**dict(self))


class PromisesFile(Shape):
    """promises.yaml"""

    promises: tuple[PromiseShape, ...] = Field((), description="What we can deliver and may promise")


class CaseShape(Shape):
    """A true story of a customer that we may tell."""

    id: Id = Field(description="Stays the same for ever")
    who: Line = Field(description="The customer; a description without a name where there is no permission")
    where_they_were: Prose = Field(description="Where the customer stood at first")
    way: Prose = Field(description="What the customer did")
    setback: Prose = Field(description="What went wrong on the way, and what it cost")
    outcome: Prose = Field(description="Where the customer stands now")
    measure: Line | None = Field(None, description="The outcome in the customer's own measure")
    source: Line | None = Field(None, description="Where the story comes from: interview, page, document")
    permission: Line | None = Field(None, description="Who allowed us to name the customer, and when")
    industry: Line | None = Field(None, description="Industry of the customer")
    events: OneOrMany[EventKind] = Field((), description="Events that the case suits")
    levels: OneOrMany[Level] = Field((), description="Levels of concern that it answers")
    language: Language | None = Field(None, description="Language of the texts; without one it fits any story")

    def to_case(self) -> Case:
        return Case(**dict(self) | {"events": tuple(str(event) for event in self.events)})


class CasesFile(Shape):
    """cases.yaml"""

    cases: tuple[CaseShape, ...] = Field((), description="True stories of customers that we may tell")
