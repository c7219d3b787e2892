"""Lists: of feeds from and for other readers, and the filters of the queue that you keep under a name."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.config.edit import NewSource
from overture.web.alone import NO_SOURCES
from overture.web.api.problems import Place, documented, problem, wrong_field
from overture.web.api.shapes import Page, PathName
from overture.web.api.shapes_lists import Feed, FeedsAdded, FeedsIn, Files, FilterIn, FilterOut, Judgement, OpmlIn
from overture.web.deps import Parts, seat_of
from overture.web.kept_filters import drop_filter, filters_of, keep_filter
from overture.web.show.filters import parse
from overture.web.where import where_of

_FILE: Files = {200: {"description": "The file", "content": {"text/x-opml": {"schema": {"type": "string"}}}}}


def add(routes: APIRouter, parts: Parts) -> None:
    _feeds(routes, parts)
    _filters(routes, parts)


def _feeds(routes: APIRouter, parts: Parts) -> None:
    desk = parts.services.sources

    @routes.get("/opml", responses=documented(409) | _FILE, response_class=Response, tags=["sources"])
    def export(request: Request) -> Response:
        """All feeds as OPML 2.0, for any other reader."""
        return Response(desk.export(), media_type="text/x-opml") if desk else problem(request, 409, NO_SOURCES)

    @routes.post("/opml/judge", responses=documented(409), response_model=Page[Judgement], tags=["sources"])
    def judge(request: Request, given: OpmlIn) -> Page[Judgement] | Response:
        """What taking over a list would do, line by line; nothing is added. Send the new ones to `/opml/take`."""
        if desk is None:
            return problem(request, 409, NO_SOURCES)
        found = desk.judge(given.list.encode(), ask=given.ask)
        if isinstance(found, str):
            return wrong_field(request, "body.list", f"This is no list of feeds: {found}.")
        return Page(
            items=[
                Judgement(
                    id=one.id, url=one.line.url, title=one.line.title, tags=list(one.line.tags),
                    verdict=str(one.verdict), why=one.why,
                )
                for one in found
            ]
        )  # fmt: skip

    @routes.post("/opml/take", responses=documented(409), response_model=FeedsAdded, tags=["sources"])
    def take(request: Request, given: FeedsIn) -> FeedsAdded | Response:
        """Add feeds to sources.yaml, all or none."""
        if desk is None:
            return problem(request, 409, NO_SOURCES)
        wrong = desk.add([_source(feed) for feed in given.feeds])
        if wrong:
            places = [Place(place="body.feeds", message=one) for one in wrong]
            return problem(request, 422, " ".join(wrong[:5]), errors=places)
        return FeedsAdded(added=[feed.id for feed in given.feeds])


def _source(feed: Feed) -> NewSource:
    return NewSource(feed.id, feed.url, tags=list(feed.tags))


def _filters(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/filters", responses=documented(), response_model=Page[FilterOut], tags=["drafts"])
    def filters(request: Request) -> Page[FilterOut]:
        """The filters of the queue that you keep; `where` is the query of the queue's address."""
        return Page(items=[FilterOut.model_validate(one) for one in filters_of(seat_of(request).user)])

    @routes.post("/filters", responses=documented(), response_model=FilterOut, tags=["drafts"])
    def keep(request: Request, given: FilterIn) -> FilterOut | Response:
        """Keep a filter under a name; one of the same name is replaced, and the same filter renamed."""
        user = seat_of(request).user
        unknown = parse(given.q, tab="mine", user=user.id).unknown
        if unknown:
            return wrong_field(request, "body.q", f"Not understood: {' '.join(unknown)}")
        where = where_of(given.tab or "", given.q, given.sort or "", given.group or "")
        return FilterOut.model_validate(keep_filter(engine, user, given.name, where))

    @routes.post("/filters/{name}/remove", responses=documented(404), response_model=FilterOut, tags=["drafts"])
    def drop(request: Request, name: PathName) -> FilterOut | Response:
        """Keep it no longer."""
        user = seat_of(request).user
        gone = next((one for one in filters_of(user) if one["name"] == name), None)
        if gone is None:
            return problem(request, 404, "You keep no filter of this name.")
        drop_filter(engine, user, name)
        return FilterOut.model_validate(gone)
