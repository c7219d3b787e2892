"""A new text for a draft, and where what is new in it comes from."""

from __future__ import annotations

from pydantic import Field

from overture.web.api.shapes import Given, Line, Prose
from overture.web.api.shapes_decisions import ShownIn


class TieIn(Given):
    claim: Line = Field(min_length=1, description="The words of the new text, as they stand there")
    origin: Line = Field(pattern=r"^entry:\d{1,18}:(title|summary):\d{1,7}:\d{1,7}$", description="A span of the news")


class EditIn(ShownIn):
    subject: Line
    body: Prose
    vouch: list[Line] = Field(default=[], max_length=50, description="New claims that you answer for by name")
    ties: list[TieIn] = Field(default=[], max_length=50, description="New claims with the words that they rest on")


class OriginalIn(ShownIn):
    variant: Line = Field(default="", max_length=20, description="A subject of the story; empty: its whole text")
