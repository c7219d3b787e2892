"""The do-not-contact list, tests, the web hook and what is in force, as the API tells and asks."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from overture.web.api.shapes import Given, Line, Shape, storable

Kind = Literal["address", "domain", "account"]


class StopRow(Shape):
    """One line of the list. `value` is null where it was erased and only its hash is kept."""

    id: int
    kind: str
    value: str | None
    reason: str | None
    origin: str = Field(description="file reject opt_out bounce erased hand")
    since: datetime
    lifted_at: datetime | None
    lifted_by: str | None


class StopIn(Given):
    """Somebody who must not be written to."""

    value: Line = Field(description="An address, a domain, or an account by id, domain or name")
    kind: Kind | None = Field(None, description="Without one, what the value looks like")
    reason: Line = ""


class StopListIn(Given):
    """A list: a CSV with kind, value, reason and on, or one address or domain in each line."""

    text: Annotated[str, Field(min_length=1, max_length=900_000), AfterValidator(storable)]


class StopJudged(Shape):
    """What became, or would become, of one line."""

    line: int
    kind: str
    value: str
    verdict: str = Field(description="new, already on the list, lifted before, twice in the list, cannot be read")
    why: str


class StopList(Shape):
    """`new` and `again` count what was put on the list and what is in force again; both 0 for a judgement alone."""

    items: list[StopJudged]
    new: int = 0
    again: int = 0


class NoticeRow(Shape):
    """A test, or what the web hook was told."""

    id: int
    channel: str
    event: str
    thing: str
    asked_by: str | None
    made_at: datetime
    state: str = Field(description="waiting done failed")
    attempts: int
    status: int | None = Field(description="Of the receiver's last answer")
    location: str | None = Field(description="Where a test lies")
    why: str | None = Field(description="What went wrong last")
    ended_at: datetime | None
    next_at: datetime | None


class ValueInForce(Shape):
    """One key or variable. A secret's value is `set` or `not set`."""

    key: str
    value: str
    place: str = Field(description="File and line, a variable, or default")
    default: str
    secret: bool
    note: str


class DeliveryOut(Shape):
    """The way that approved messages take, and your own last tests."""

    channel: str
    folder: str
    tests_folder: str
    in_force: list[ValueInForce]
    tests: list[NoticeRow]


class WebhookOut(Shape):
    """Who is told of what; only the host of the address. `wrong`: why nothing would be sent there."""

    address: str
    events: list[str]
    wrong: str
    told: list[NoticeRow]


class FileOut(Shape):
    name: str
    there: bool
    taken: bool = Field(description="Its present text is what is in force")
    problems: list[str]


class ConfigOut(Shape):
    """`current` is false where settings.yaml was changed since and its new text is not in force."""

    folder: str
    current: bool
    settings: list[ValueInForce]
    environment: list[ValueInForce]
    files: list[FileOut]
