"""Calls and what is decided about them, and files about who knows whom, as the API tells and takes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from campaigns.workspace import Level
from overture.web.api.shapes import Given, Line, Shape, storable
from overture.web.api.shapes_people import Named, Said


class CallRow(Shape):
    """Somebody who should be called and not be written to."""

    call: str | None = Field(description="The name of who of us calls; null where there is no team")
    teammate_id: str | None
    contact: str
    contact_id: str
    role: str | None
    account: str
    account_id: str
    unanswered: int = Field(description="Messages in a row that had no answer")
    handed_over_by: str | None = Field(description="Who gave the call to whoever calls now")
    why: str | None = Field(description="Why it was handed over, where that was said")
    until: date | None = Field(description="It is put off till this day")


class HandOverIn(Given):
    to: Line = Field(description="Who calls instead: id, address or name of one of us")
    why: Said | None = None


class PutOffIn(Given):
    until: date = Field(description="On which day it is listed again; 90 days ahead at most")


class CallMadeIn(Given):
    """What they said, so that it can follow "that"; it is kept as heard today."""

    statement: Said
    level: Level
    aloud: bool = Field(False, description="Whether a message may say it")
    by: Line | None = Field(None, description="Who of us called: id or name of a teammate")


class CallDecided(Shape):
    act: int = Field(description="The number of what was decided, for `undo`")
    contact_id: str
    concern_id: str | None = Field(description="What was written down as heard, where something was")


class UndoIn(Given):
    only: int | None = Field(None, description="Undo only this act; refused where another was decided since")


class TiesIn(Given):
    source: Literal["linkedin", "vcard", "mbox", "csv"]
    of: Named = Field(description="Whose file it is: id, address or name of one of us")
    text: Annotated[str, Field(min_length=1, max_length=900_000), AfterValidator(storable)]


class TieJudged(Shape):
    row: int
    verdict: str = Field(
        description="new, stronger, known, stands_in_file, no_contact, unclear, stranger or unreadable"
    )
    name: str
    why: str
    contact_id: str | None


class TiesJudged(Shape):
    rows: list[TieJudged]
    writes: int = Field(description="Ties that are new or stronger")
    import_id: int | None = Field(description="With which it can be taken back, where something was written")


class TieImportRow(Shape):
    id: int
    teammate_id: str
    teammate: str
    source: str
    ties: int
    by: str
    at: datetime
    undone_at: datetime | None
    undone_by: str | None


class TiesUndone(Shape):
    id: int
    ties: int = Field(description="Ties that are as they were")
    left: int = Field(description="Ties that were changed since, and stay")
