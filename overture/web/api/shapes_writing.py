"""What people write and change in the workspace by program: stories and campaigns; and acts on events."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from overture.web.api.shapes import Given, Line, Prose, RowId, Shape, storable
from overture.web.api.shapes_drafts import FindingOut, Segment
from overture.web.api.shapes_house import RateOut

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Text = Annotated[str, Field(min_length=1, max_length=100_000), AfterValidator(storable)]
Base = Annotated[str, Field(max_length=64), AfterValidator(storable)]


class EventActed(Shape):
    id: int
    did: str
    state: str


class WhoIn(Given):
    account: Annotated[
        str, Field(min_length=1, max_length=300, description="Id, name or domain"), AfterValidator(storable)
    ]


class WishIn(Given):
    story: Line = Field(min_length=1, description="Id of a story that a running campaign tells of such an event")
    contact: Line | None = Field(None, description="Id of the contact; left out, the campaign chooses")


class AsideRow(Shape):
    """What the line gave up on after many attempts."""

    kind: str
    id: int
    what: str
    where: str
    attempts: int
    error: str | None


class AsideIn(Given):
    kind: Literal["entry", "trigger"]
    ids: list[RowId] | None = Field(None, max_length=200, description="Without any: all of this kind")


class AsideDone(Shape):
    again: list[int]


class QuestionKept(Shape):
    name: str
    text: str
    saved_by: str
    saved_at: datetime


class KeepIn(Given):
    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
    q: Annotated[str, Field(min_length=1, max_length=1_000), AfterValidator(storable)]


class FileOut(Shape):
    """A text of the workspace as it stands; send `base` back with a change."""

    id: str
    text: str
    base: str
    in_force: int | None = Field(None, description="The version that is told now, of a story")
    writable: bool


class PreviewIn(Given):
    language: Language = "en"
    text: Text
    sample: Line = Field("", description="A trigger's id, `sample`, or `hard:` with the key of a hard case")
    variant: Line = ""
    last: Annotated[int, Field(ge=0, le=50)] = Field(0, description="Tell it on so many real events instead of one")


class TellingOut(Shape):
    label: str
    trigger_id: int | None
    account: str
    told: bool
    subject: str
    body: str
    segments: list[Segment]
    findings: list[FindingOut]
    why_not: str


class PreviewOut(Shape):
    """A text on trial; nothing was written."""

    findings: list[FindingOut]
    tellings: list[TellingOut]
    seconds: float


class FieldOut(Shape):
    """What a story may name."""

    path: str
    kind: str
    always: bool = Field(description="Every telling has it")
    rate: RateOut = Field(description="At how many of the story's events of the last 90 days it was known")
    insert: str = Field(description="An expression that prints it, with a fallback where it may be absent")


class StoryIn(Given):
    language: Language = "en"
    text: Text
    base: Base = Field("", description="`base` of the text that you began with; empty for a new story")
    note: Prose = Field("", description="Needed where the lint still warns")


class CampaignIn(Given):
    text: Text = Field(description="The campaign as it stands in campaigns.yaml, without the dash")
    base: Base = Field("", description="`base` of the text that you began with; empty for a new campaign")


class PlaceOut(Shape):
    line: int
    column: int
    message: str


class CampaignTried(Shape):
    """A campaign on trial over the last days; nothing was written."""

    campaign: str | None
    problems: list[PlaceOut]
    drafts_before: int | None = None
    drafts_after: int | None = None
    differences: int | None = None


class AnewOut(Shape):
    drafts: list[int] = Field(description="Those that have a new version")
    skipped: dict[str, int] = Field(description="How many were left as they are, by reason")


class WrittenOut(Shape):
    id: str
    version: int | None = None
    base: str
