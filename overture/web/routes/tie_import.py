"""Who knows whom, from other files: shown as it would be taken over, written, and taken back."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import tie_imports
from overture.db.engine import read, write
from overture.db.people_import import Judged, Verdict
from overture.db.tie_imports import Source
from overture.db.views_heard import our_people
from overture.jobs import tie_desk
from overture.jobs.tie_desk import Given, Looked
from overture.web.deps import Parts, actor_of, go, seat_of, too_long
from overture.web.show.heard import me
from overture.web.show.words import sentence

PATH = "/ties/import"
_MOST_ROWS = 500
_ORDER = (Verdict.UNREADABLE, Verdict.UNCLEAR, Verdict.NEW, Verdict.STRONGER, Verdict.NO_CONTACT)
_TOO_LONG = "This file is too large for a page. Where it lies, this does the same: overture ties import {} FILE --of {}"


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine = parts.services.engine

    def page(request: Request, *, status: int = 200, **found: Any) -> Response:
        with read(engine) as connection:
            ours, imports = our_people(connection), tie_imports.imports_lately(connection)
        context = {
            "ours": ours, "imports": imports, "sources": get_args(Source), "problem": "", "looked": None, "done": False,
            "source": "linkedin", "of": me(seat_of(request).user, ours), **found,
        }  # fmt: skip
        return parts.pages.render(request, "tie_import.html", context, status=status)

    @routes.get(PATH)
    def bring(request: Request, undone: int | None = None, left: int = 0) -> Response:
        return page(request, undone=undone, left=left)

    @routes.post(PATH)
    async def look(request: Request) -> Response:
        """`act` is look or take; what a look found travels with the page as a table of names, never the file itself."""
        async with request.form() as form:
            file, text = form.get("file"), str(form.get("list", ""))
            body = await file.read() if isinstance(file, UploadFile) and file.size else text.encode(errors="replace")
            given = {name: str(form.get(name, "")) for name in ("source", "of", "act", "judged")}
        return await run_in_threadpool(_answer, request, body, given)

    def _answer(request: Request, body: bytes, given: dict[str, str]) -> Response:
        said: dict[str, Any] = {"source": given["source"], "of": given["of"]}
        if given["source"] not in get_args(Source):
            raise HTTPException(422, f"Choose one of {', '.join(get_args(Source))}.")
        if too_long(parts, body):
            return page(request, **said, problem=_TOO_LONG.format(given["source"], given["of"]), status=422)
        asked = Given(given["source"], given["of"], body)  # type: ignore[arg-type]
        take = given["act"] == "take"
        looked = _take(parts, request, asked, judged=bool(given["judged"])) if take else _look(parts, asked)
        if isinstance(looked, str):
            return page(request, **said, problem=sentence(looked), status=422)
        return page(request, **said, **_shown(looked), done=take)

    @routes.post("/ties/imports/{number}/undo")
    def undo(request: Request, number: int) -> Response:
        with write(engine) as connection:
            done = tie_imports.undo(connection, number, actor_of(request), now=parts.now())
        if isinstance(done, str):
            raise HTTPException(409, sentence(done))
        return go(f"{PATH}?undone={done.ties}&left={done.left}")

    return routes


def _look(parts: Parts, asked: Given) -> Looked | str:
    with read(parts.services.engine) as connection:
        return tie_desk.look(connection, asked, now=parts.now())


def _take(parts: Parts, request: Request, asked: Given, *, judged: bool) -> Looked | str:
    with write(parts.services.engine) as connection:
        return tie_desk.take(connection, asked, actor_of(request), now=parts.now(), from_table=judged)


def _shown(looked: Looked) -> dict[str, Any]:
    """What the page says of the rows: those that need a look first, no more than one can read."""
    rows = sorted(looked.rows, key=_order)
    counts = Counter(one.verdict.value.replace("_", " ") for one in rows)
    return {"looked": looked, "rows": rows[:_MOST_ROWS], "left_out": max(0, len(rows) - _MOST_ROWS), "counts": counts}


def _order(one: Judged) -> tuple[int, int]:
    """What needs a look first, then in the order of the file."""
    return (_ORDER.index(one.verdict) if one.verdict in _ORDER else len(_ORDER)), one.row
