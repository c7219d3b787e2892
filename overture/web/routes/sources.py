"""Sources: how each does, trying one, adding one, taking over a list from another reader."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.config import opml
from overture.config.edit import NewSource
from overture.config.opml import Judged, Verdict
from overture.db import alerts, source_gone, source_ops
from overture.db import views_line as line
from overture.db.engine import read
from overture.jobs.source_desk import SourceDesk
from overture.web.alone import NO_SOURCES
from overture.web.deps import Parts, actor_of, csv_file, go
from overture.web.routes import source_remove
from overture.web.show import health

Words = Annotated[str, Query(max_length=100)]
Address = Annotated[str, Form(max_length=2000)]
_MOST_ROWS = 2_000  # of a list, on one page
_HEARD = (Verdict.NOT_A_FEED, Verdict.UNREACHABLE)  # what only asking can tell
_RETRIED = ("active", "gone")  # those that one button asks again
_SAID = {
    "retried": "is asked at the next tick, as if it were new.",
    "paused": "is asked no more until somebody says so.",
    "resumed": "is asked again from now on.",
    "released": "lets its entries go on; their rate counts as normal now.",
    "unchanged": "stays as it is.",
    "removed": "is removed: its lines are out of sources.yaml, its history stays.",
    "back": "is back in sources.yaml, and asked again from now on.",
}
_ACTS = {
    "retry": source_ops.retry,
    "pause": source_ops.pause,
    "resume": source_ops.resume,
    "release": source_ops.release,
}


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _health(routes, parts)
    _acts(routes, parts)
    _trying(routes, parts)
    _adding(routes, parts)
    source_remove.add(routes, parts)
    _lists(routes, parts)
    return routes


def _desk(parts: Parts) -> SourceDesk:
    """Where the pages run without a workspace, sources are only looked at."""
    if parts.services.sources is None:
        raise HTTPException(409, NO_SOURCES)
    return parts.services.sources


def _health(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/sources")
    def sources(request: Request, q: Words = "", only: Words = "", did: Words = "", id: Words = "") -> Response:
        now = parts.now()
        with read(engine) as connection:
            rows = line.source_list(connection)
            hours = line.source_hours(connection, now=now)
            yields = line.source_yield(connection, now=now)
            held = source_ops.held_back(connection)
            gone = source_gone.gone(connection, now=now)
        quiet = partial(alerts.too_quiet, alerts=parts.services.alerts(), now=now)
        shown = [
            health.standing(row, hours.get(row["id"], []), yields.get(row["id"]), now=now, too_quiet=quiet)
            for row in rows
        ]
        found = [one for one in shown if health.wanted(one, q, only)]
        found.sort(key=lambda one: (health.ORDER.index(one.state), one.id))
        desk = parts.services.sources
        context = {
            "rows": found, "counts": health.counts(shown), "q": q, "only": only, "all": len(rows), "held": held,
            "lines": desk.lines() if desk else {}, "said": _said(did, id), "gone": gone,
            "back": id if did == "removed" and any(one.id == id for one in gone) else "",
            "read_only": desk.read_only() if desk else "",
            "failed": sum(one.failures > 0 and row["state"] in _RETRIED for one, row in zip(shown, rows, strict=True)),
        }  # fmt: skip
        return render(request, "sources.html", context)


def _said(did: str, source_id: str) -> str:
    if did == "added":
        return f"{source_id} stands in sources.yaml now; its first poll comes at once."
    if did == "none":
        return "No source failed last time."
    if did.isdigit():
        return f"{did} sources are asked at the next tick, as if they were new."
    return f"{source_id} {_SAID[did]}" if did in _SAID else ""


def _acts(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/sources/retry-failing")
    def retry_failing(request: Request) -> Response:
        done = source_ops.retry_failing(engine, actor_of(request), now=parts.now())
        return go(f"/sources?did={len(done) or 'none'}")

    @routes.post("/sources/{source_id}/do")
    def act(request: Request, source_id: str, act: Annotated[str, Form(max_length=20)] = "") -> Response:
        if act not in _ACTS:
            raise HTTPException(422, f"Choose one of {', '.join(_ACTS)}.")
        done = _ACTS[act](engine, source_id, actor_of(request), now=parts.now())
        if done.did == "unknown":
            raise HTTPException(404)
        return go(f"/sources?did={done.did}&id={source_id}")


def _trying(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/sources/test")
    def test(request: Request, which: Address = "") -> Response:
        """Ask once and say what would come of it; a post, because it reaches out."""
        which = which.strip()
        if not which:
            raise HTTPException(422, "Say which source, or give the address of a feed.")
        found = _desk(parts).trial(which)
        return parts.pages.render(request, "source_test.html", {"which": which, "found": found})


def _adding(routes: APIRouter, parts: Parts) -> None:
    def page(request: Request, *, problems: list[str], typed: dict[str, str], status: int = 200) -> Response:
        context = {"problems": problems, "typed": {"url": "", "id": "", "tags": "", **typed}}
        return parts.pages.render(request, "source_new.html", context, status=status)

    @routes.get("/sources/new")
    def new(request: Request) -> Response:
        return page(request, problems=[], typed={})

    @routes.post("/sources/new")
    def add(
        request: Request, url: Address = "", id: Annotated[str, Form(max_length=60)] = "",
        tags: Annotated[str, Form(max_length=400)] = "",
    ) -> Response:  # fmt: skip
        """An address alone is looked at first; with a name it is written down as it is."""
        desk, typed = _desk(parts), {"url": url.strip(), "id": id.strip(), "tags": tags.strip()}
        if not typed["id"]:
            found, name = desk.find(typed["url"])
            if found.url is None:
                return page(request, problems=[f"No feed at {typed['url']}: {found.why}"], typed=typed, status=422)
            typed |= {"url": found.url, "id": name}
        named = [tag.strip() for tag in typed["tags"].split(",") if tag.strip()]
        problems = desk.add([NewSource(typed["id"], typed["url"], tags=named)])
        if problems:
            return page(request, problems=problems, typed=typed, status=422)
        return go(f"/sources?did=added&id={typed['id']}")


def _lists(routes: APIRouter, parts: Parts) -> None:
    def page(request: Request, *, status: int = 200, **found: Any) -> Response:
        context = {"problem": "", "rows": None, "counts": {}, "asked": False, "left_out": 0, **found}
        return parts.pages.render(request, "source_import.html", context, status=status)

    @routes.get("/sources/import")
    def bring(request: Request) -> Response:
        return page(request)

    @routes.post("/sources/import")
    async def preview(request: Request) -> Response:
        async with request.form() as form:
            file, pasted = form.get("file"), str(form.get("list", ""))
            body = await file.read() if isinstance(file, UploadFile) and file.size else pasted.encode(errors="replace")
            act, ask, heard = str(form.get("act", "")), form.get("ask") == "yes", str(form.get("heard", ""))
        return await run_in_threadpool(_previewed, request, body, ask=ask, heard=heard if act == "report" else None)

    def _previewed(request: Request, body: bytes, *, ask: bool, heard: str | None) -> Response:
        """The list travels with the page; for its report nobody is asked again."""
        judged = _desk(parts).judge(body, ask=ask and heard is None)
        if isinstance(judged, str):
            return page(request, problem=f"This is no list of feeds: {judged}.", status=422)
        if heard is not None:
            return csv_file(opml.report(_as_heard(judged, heard)), "feeds-verdicts.csv")
        counts = {verdict: sum(one.verdict is verdict for one in judged) for verdict in Verdict}
        left_out = max(0, len(judged) - _MOST_ROWS)
        found: dict[str, Any] = {"rows": judged[:_MOST_ROWS], "counts": counts, "asked": ask, "left_out": left_out}
        said = [(one.line.url, one.verdict, one.why) for one in judged if one.verdict in _HEARD]
        return page(request, **found, text=body.decode("utf-8-sig", errors="replace"), heard=json.dumps(said))

    @routes.post("/sources/import/take")
    def take(request: Request, chosen: Annotated[list[str], Form(max_length=2_000)] = []) -> Response:  # noqa: B006
        new = [one for one in map(_chosen, chosen) if one]
        if not new:
            return page(request, problem="No line was chosen; nothing was added.", status=422)
        problems = _desk(parts).add(new)
        if problems:
            return page(request, problem="Nothing was added. " + " ".join(problems[:5]), status=422)
        return go(f"/sources?did=added&id={len(new)} sources")

    @routes.get("/sources/export.opml")
    def export(request: Request) -> Response:
        headers = {"Content-Disposition": 'attachment; filename="overture-feeds.opml"'}
        return Response(_desk(parts).export(), media_type="text/x-opml", headers=headers)


def _as_heard(judged: list[Judged], heard: str) -> list[Judged]:
    """With what the addresses answered when the page asked them, as it wrote that down."""
    try:
        said = {str(url): (Verdict(verdict), str(why)) for url, verdict, why in json.loads(heard or "[]")}
    except (ValueError, TypeError):
        said = {}
    return [
        replace(one, verdict=said[one.line.url][0], why=said[one.line.url][1])
        if one.verdict is Verdict.NEW and one.line.url in said else one
        for one in judged
    ]  # fmt: skip


def _chosen(value: str) -> NewSource | None:
    """One ticked line, as the page wrote it; None for anything else."""
    try:
        found = json.loads(value)
        return NewSource(str(found["id"]), str(found["url"]), tags=[str(tag) for tag in found["tags"]])
    except (ValueError, KeyError, TypeError):
        return None
