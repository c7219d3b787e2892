"""Everything that goes wrong has one shape (RFC 9457): what, which status, in words, and which fields.

`refusal` and `current` come with a decision that was refused: why, and the draft as it stands now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from overture.validator_words import wrong
from overture.web.security import request_id

MEDIA = "application/problem+json"
ROOT = "/api/v1"
KINDS: Mapping[int, tuple[str, str]] = {
    400: ("unreadable", "The request cannot be read"),
    401: ("not-signed-in", "No token, or none that is in force"),
    403: ("forbidden", "The role or the token does not allow this"),
    404: ("not-found", "There is no such thing"),
    405: ("method", "This address takes another method"),
    409: ("conflict", "What you saw is not what stands now"),
    411: ("length", "The request does not say how long it is"),
    413: ("too-large", "The request is over the size limit"),
    422: ("invalid", "A field is missing, or not what was asked for"),
    429: ("too-many", "Too many requests"),
    500: ("ours", "Something broke on our side"),
    503: ("away", "Something that this needs does not answer"),
}


class Place(BaseModel):
    """One field that is wrong."""

    place: str = Field(description="Where: body, query or path, and the names below it", examples=["body.reason"])
    message: str


class Problem(BaseModel):
    """What went wrong, as `application/problem+json`."""

    type: str = Field(description="Stands for the kind of problem; explained on the page of the API")
    title: str
    status: int
    detail: str = ""
    request_id: str = Field(description="Under which the log has the rest")
    errors: list[Place] | None = Field(None, description="The fields that are wrong")
    refusal: str | None = Field(None, description="Why a decision was refused, as a code")
    by: str | None = Field(None, description="Who decided before")
    at: str | None = Field(None, description="When that was")
    in_the_way: int | None = Field(None, description="The draft that holds the key")
    current: dict[str, Any] | None = Field(None, description="The draft as it stands now")


def is_api(request: Request) -> bool:
    return request.url.path == ROOT or request.url.path.startswith(ROOT + "/")


def problem(
    request: Request,
    status: int,
    detail: str = "",
    *,
    errors: Sequence[Place] = (),
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> Response:
    """The answer. `more` are members of `Problem`; what is None is left out."""
    kind, title = KINDS.get(status) or KINDS[500 if status >= 500 else 400]
    body: dict[str, Any] = {
        "type": f"{ROOT}#{kind}", "title": title, "status": status, "detail": detail,
        "request_id": request_id(request.scope),
    }  # fmt: skip
    if errors:
        body["errors"] = [one.model_dump() for one in errors]
    body |= {name: value for name, value in more.items() if value is not None}
    return JSONResponse(body, status_code=status, headers=dict(headers or {}), media_type=MEDIA)


def of_fields(request: Request, error: RequestValidationError) -> Response:
    """Which fields are wrong and why; what was sent is not sent back."""
    places = [Place(place=_place(one["loc"]), message=wrong(one)) for one in error.errors()]
    named = ", ".join(dict.fromkeys(one.place for one in places))
    return problem(request, 422, f"Look at {named}.", errors=places)


def wrong_field(request: Request, place: str, message: str) -> Response:
    """One field that only its meaning shows to be wrong."""
    return problem(request, 422, message, errors=[Place(place=place, message=message)])


def _place(loc: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in loc)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """For the schema: these problems can be answered, beside those that any request can meet."""
    schema = {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    everywhere = (400, 401, 403, 411, 413, 422, 429, 500)
    return {status: {"description": KINDS[status][1], "content": schema} for status in sorted({*everywhere, *statuses})}
