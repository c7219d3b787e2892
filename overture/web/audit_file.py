"""The log as a file: what the filter of its list finds, with no more than a page of it in memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any, Literal

from sqlalchemy import Engine
from starlette.responses import Response, StreamingResponse

from overture.db.codec import plain
from overture.db.engine import read
from overture.db.views_line import Page
from overture.db.views_people import audit_page
from overture.sheet import sheet

Form = Literal["csv", "ndjson"]
MEDIA: dict[Form, str] = {"csv": "text/csv; charset=utf-8", "ndjson": "application/x-ndjson"}
COLUMNS = ("id", "at", "actor", "origin", "action", "thing", "thing_id", "before", "after", "codes", "request_id")
_ROWS = 1_000  # read at a time, each time with a connection of its own


def audit_file(engine: Engine, form: Form, *, actor: str, action: str, thing: str) -> Response:
    """All rows that fit, the newest first. Rows that come while it is written are not in it."""
    pages = partial(audit_page, actor=actor or None, action=action or None, thing=thing or None, limit=_ROWS)
    parts = _parts(engine, form, pages)
    first = next(parts)  # read before the answer begins, so that a database that is away gives an error and not a stump
    headers = {"Content-Disposition": f'attachment; filename="audit.{form}"'}
    return StreamingResponse(chain([first], parts), media_type=MEDIA[form], headers=headers)


def _parts(engine: Engine, form: Form, pages: Callable[..., Page]) -> Iterator[str]:
    after, head = None, True
    while head or after is not None:
        with read(engine) as connection:
            page = pages(connection, after=after)
        rows = [{name: plain(row[name]) for name in COLUMNS} for row in page.rows]
        yield sheet(rows, COLUMNS, head=head) if form == "csv" else "".join(map(_line, rows))
        after, head = page.after, False


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
