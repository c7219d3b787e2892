"""What requests and answers of the API are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Path, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

MOST = 2**63 - 1  # the largest number of a row


def storable(text: str) -> str:
    """Raise `ValueError` for what no database takes as text."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("holds a character that is no text")
    return text


Line = Annotated[str, Field(max_length=300), AfterValidator(storable)]
Prose = Annotated[str, Field(max_length=20_000), AfterValidator(storable)]
RowId = Annotated[int, Field(ge=1, le=MOST)]
PathId = Annotated[int, Path(ge=1, le=MOST)]
PathName = Annotated[str, Path(max_length=120), AfterValidator(storable)]
Words = Annotated[str, Query(max_length=300), AfterValidator(storable)]
After = Annotated[Words, Query(description="`next` of the page before")]  # where rows have names, not numbers
Cursor = Annotated[int | None, Query(ge=1, le=MOST, description="`next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200, description="So many at most")]


class Given(BaseModel):
    """A request's body: what is not asked for is refused, so that a misspelt name is not passed over."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Shape(BaseModel):
    """A part of an answer, read from a row or a value; columns that it does not name stay inside."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True, populate_by_name=True)


Item = TypeVar("Item", bound=Shape)


class Page(Shape, Generic[Item]):
    """One page of a list. `next` is the cursor of the page after, null on the last."""

    items: list[Item]
    next: str | None = None


def page_of(shape: type[Item], rows: Iterable[Any], after: object | None = None) -> Page[Item]:
    return Page(items=[shape.model_validate(row) for row in rows], next=None if after is None else str(after))


def many(shape: type[Item], rows: Iterable[Mapping[str, Any]]) -> list[Item]:
    return [shape.model_validate(row) for row in rows]


class Gone(Shape):
    """What is there no more."""

    id: str
