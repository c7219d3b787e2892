"""Sources: how each does, trying and adding one, and what operators do with them."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.config.edit import NewSource
from overture.db import source_ops
from overture.db.audit import Actor
from overture.db.engine import read
from overture.jobs.source_desk import SourceDesk
from overture.jobs.source_remove import GONE
from overture.web.alone import NO_SOURCES
from overture.web.api.problems import Place, documented, problem
from overture.web.api.shapes import Page, PathName, Words, page_of
from overture.web.api.shapes_line import SourceActed, SourceAdded, SourceIn, SourceRow, TrialOut, TryIn
from overture.web.deps import Parts, actor_of

_UNKNOWN = "There is no such source."
_Does = Callable[[SourceDesk, str, Actor], str]


def add(routes: APIRouter, parts: Parts) -> None:
    _reading(routes, parts)
    _acting(routes, parts)
    _leaving(routes, parts)
    _growing(routes, parts)


def _reading(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/sources", responses=documented(), response_model=Page[SourceRow], tags=["sources"])
    def sources(state: Words = "") -> Page[SourceRow]:
        """All sources, with how each does in words; of one state only, such as failing."""
        with read(engine) as connection:
            rows = source_ops.sources_in_words(connection, now=parts.now())
        return page_of(SourceRow, (row for row in rows if state in ("", row["state"])))

    @routes.get("/sources/{source_id}", responses=documented(404), response_model=SourceRow, tags=["sources"])
    def source(request: Request, source_id: PathName) -> SourceRow | Response:
        """One source."""
        with read(engine) as connection:
            rows = source_ops.sources_in_words(connection, now=parts.now())
        found = next((row for row in rows if row["id"] == source_id), None)
        return SourceRow.model_validate(found) if found else problem(request, 404, _UNKNOWN)


def _acting(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/sources/retry-failing", responses=documented(), response_model=Page[SourceActed], tags=["sources"])
    def retry_failing(request: Request) -> Page[SourceActed]:
        """Ask all that failed last time, those that stopped too."""
        return page_of(SourceActed, source_ops.retry_failing(engine, actor_of(request), now=parts.now()))

    def act(verb: str, does: Callable[..., source_ops.Done], says: str) -> None:
        @routes.post(
            f"/sources/{{source_id}}/{verb}", responses=documented(404), response_model=SourceActed, tags=["sources"],
            summary=says, name=verb,
        )  # fmt: skip
        def acted(request: Request, source_id: PathName) -> SourceActed | Response:
            done = does(engine, source_id, actor_of(request), now=parts.now())
            return problem(request, 404, _UNKNOWN) if done.did == "unknown" else SourceActed.model_validate(done)

    act("retry", source_ops.retry, "Ask again at once, as if it were new")
    act("pause", source_ops.pause, "Ask it no more until it is resumed")
    act("resume", source_ops.resume, "Ask it again from now on")
    act("release", source_ops.release, "Let the entries of a flood go on")


def _leaving(routes: APIRouter, parts: Parts) -> None:
    def act(verb: str, does: _Does, did: str, says: str) -> None:
        @routes.post(
            f"/sources/{{source_id}}/{verb}", responses=documented(404, 409), response_model=SourceActed,
            tags=["sources"], summary=says, name=verb,
        )  # fmt: skip
        def acted(request: Request, source_id: PathName) -> SourceActed | Response:
            desk = parts.services.sources
            wrong = does(desk, source_id, actor_of(request)) if desk else NO_SOURCES
            if wrong:
                return problem(request, 404 if wrong == GONE else 409, wrong)
            return SourceActed(source=source_id, did=did)

    act("remove", SourceDesk.remove, "removed", "Take its lines out of sources.yaml; its history stays")
    act("back", SourceDesk.put_back, "put_back", "Write the lines of a removed source where they stood")


def _growing(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/sources/test", responses=documented(409), response_model=TrialOut, tags=["sources"])
    def test(request: Request, given: TryIn) -> TrialOut | Response:
        """Ask a source once, and say what would become of its entries; nothing is saved."""
        desk = parts.services.sources
        if desk is None:
            return problem(request, 409, NO_SOURCES)
        return TrialOut.model_validate(desk.trial(given.which.strip()))

    @routes.post("/sources", responses=documented(409), response_model=SourceAdded, tags=["sources"])
    def added(request: Request, given: SourceIn) -> SourceAdded | Response:
        """Add a feed to sources.yaml; it is taken up within seconds."""
        desk = parts.services.sources
        if desk is None:
            return problem(request, 409, NO_SOURCES)
        wrong = desk.add([NewSource(given.id, given.url, tags=given.tags)])
        if wrong:
            places = [Place(place="body", message=one) for one in wrong]
            return problem(request, 422, " ".join(wrong), errors=places)
        return SourceAdded(id=given.id, note="It stands in sources.yaml now; its first poll comes at once.")
