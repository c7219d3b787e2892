"""Who knows whom, from other files: judged, taken over, and taken back."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.db import tie_imports
from overture.db.engine import read, write
from overture.jobs import tie_desk
from overture.jobs.tie_desk import Given, Looked
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Page, PathId, many
from overture.web.api.shapes_calls import TieImportRow, TiesIn, TiesJudged, TiesUndone
from overture.web.deps import Parts, actor_of
from overture.web.show.words import sentence


def add(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/ties/judge", responses=documented(), response_model=TiesJudged, tags=["people"])
    def judge(request: Request, given: TiesIn) -> TiesJudged | Response:
        """What each row of a file would come to; nothing is written. Of a mailbox only headers are read."""
        with read(engine) as connection:
            return _told(request, tie_desk.look(connection, _given(given), now=parts.now()))

    @routes.post("/ties/take", responses=documented(), response_model=TiesJudged, tags=["people"])
    def take(request: Request, given: TiesIn) -> TiesJudged | Response:
        """The same, and ties that are new or stronger are written; `import_id` takes them back."""
        with write(engine) as connection:
            return _told(request, tie_desk.take(connection, _given(given), actor_of(request), now=parts.now()))

    @routes.get("/ties/imports", responses=documented(), response_model=Page[TieImportRow], tags=["people"])
    def imports() -> Page[TieImportRow]:
        """The last imports, the newest first."""
        with read(engine) as connection:
            return Page(items=many(TieImportRow, tie_imports.imports_lately(connection)))

    @routes.post(
        "/ties/imports/{import_id}/undo", responses=documented(409), response_model=TiesUndone, tags=["people"]
    )
    def undo(request: Request, import_id: PathId) -> TiesUndone | Response:
        """Take an import back; a tie that was changed since stays as it is."""
        with write(engine) as connection:
            done = tie_imports.undo(connection, import_id, actor_of(request), now=parts.now())
        if isinstance(done, str):
            return problem(request, 409, sentence(done))
        return TiesUndone(id=import_id, ties=done.ties, left=done.left)


def _given(given: TiesIn) -> Given:
    return Given(given.source, given.of, given.text.encode(errors="replace"))


def _told(request: Request, looked: Looked | str) -> TiesJudged | Response:
    if isinstance(looked, str):
        return wrong_field(request, "body", looked)
    rows = [
        {"row": one.row, "verdict": one.verdict.value, "name": one.name, "why": one.words, "contact_id": one.contact_id}
        for one in looked.rows
    ]
    return TiesJudged.model_validate({"rows": rows, "writes": looked.writes, "import_id": looked.number})
