"""Lists of accounts and contacts from elsewhere: requests and answers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from overture.web.api.shapes import Given, Line, Shape, storable


class ImportIn(Given):
    what: Literal["accounts", "contacts"]
    text: Annotated[str, Field(min_length=1, max_length=900_000), AfterValidator(storable)] = Field(
        description="The CSV list, with a header"
    )
    columns: list[Line] | None = Field(
        None, max_length=200, description="Ours for each column of the list, empty to leave one out; else guessed"
    )
    replace: bool = Field(False, description="Also replace what stands in the file; else only empty cells are filled")


class ImportedColumn(Shape):
    header: str
    column: str = Field(description="Ours, or empty where it is left out")


class ImportedRow(Shape):
    line: int
    name: str
    verdict: str = Field(description="new, gains, already there, twice in the list or cannot be read")
    why: str = Field(description="What it gains, or what is wrong with it")
    note: str = Field(description="A warning that leaves it in")


class ImportOut(Shape):
    columns: list[ImportedColumn]
    items: list[ImportedRow]
    written: int = Field(description="Rows that were added or changed in the file")
    countries: dict[str, str] = Field(description="What the list calls countries, with the codes that are written")
