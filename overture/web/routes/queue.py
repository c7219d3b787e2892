"""The list of what waits: tabs, filters, and acts on several drafts at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import set_aside, users, watching
from overture.db.decisions import Shown
from overture.db.engine import read
from overture.db.queue_pick import MOST_COUNTED, TABS, queue_count, queue_newer
from overture.db.queue_words import held, story_ids
from overture.db.switches import RELEASE_PAUSED, is_on
from overture.db.views import Counts, QueuePage, queue_page, tab_counts
from overture.web.acts import Acts
from overture.web.bulk import Bulk, BulkActs, outcome_of, shown_of
from overture.web.deps import Parts, actor_of, go, progress, reply_json, seat_of, wants_json
from overture.web.kept_filters import FilterCounts, drop_filter, filters_of, keep_filter
from overture.web.said import heard, said_before, say_after
from overture.web.show.filters import missed, only
from overture.web.show.groups import grouped
from overture.web.where import Where, where_from, where_of

_MOST_NEWS = 50
_MOST_PICKED = 50  # on a page
_MOST_AT_ONCE = 500  # of all that a list finds, and to take back what was done to them
_EVERY = frozenset({"reject", "snooze", "assign", "story"})  # free for all that is found; approval never is
_BACK = frozenset({"undo", "undo_note"})


def router(parts: Parts, acts: Acts) -> APIRouter:
    routes = APIRouter()
    page = ListPage(parts, acts)
    _lists(routes, parts, page)
    _several(routes, parts, BulkActs(parts, acts))
    _anew(routes, parts)
    _filters(routes, parts)
    return routes


class ListPage:
    """The page of the list, with how many drafts each kept filter finds."""

    def __init__(self, parts: Parts, acts: Acts) -> None:
        self._parts, self._acts, self._found = parts, acts, FilterCounts()

    def show(self, request: Request, where: Where, *, after: int | None = None) -> Response:
        services = self._parts.services
        notice = said_before(services, request)
        context = queue_context(self._parts, request, where, after=after)
        user, found = seat_of(request).user, {}
        if filters_of(user):
            with read(services.engine) as connection:
                found = self._found.of(connection, user)
        more = {"filter_counts": found, "most_counted": MOST_COUNTED, "notice": notice or self._acts.notice(request)}
        answer = self._parts.pages.render(request, "queue.html", context | more)
        return heard(answer) if notice else answer


def _lists(routes: APIRouter, parts: Parts, page: ListPage) -> None:
    @routes.get("/")
    def root() -> Response:
        return go("/queue")

    @routes.get("/queue")
    def queue(request: Request, where: Annotated[Where, Depends(where_of)], after: int | None = None) -> Response:
        return page.show(request, where, after=after)

    @routes.get("/queue/news")
    def news(request: Request, where: Annotated[Where, Depends(where_of)], since: int = 0) -> Response:
        """How many drafts of this list were made since the list was shown."""
        user = seat_of(request).user.id
        with read(parts.services.engine) as connection:
            return reply_json({"new": queue_newer(connection, where.parsed(user).query, than=since, most=_MOST_NEWS)})


def _several(routes: APIRouter, parts: Parts, several: BulkActs) -> None:
    @routes.post("/queue/bulk")
    def bulk(
        request: Request,
        act: Annotated[str, Form(max_length=20)],
        where: Annotated[str, Form(max_length=600)] = "",
        chosen: Annotated[list[str] | None, Form()] = None,
        reason: Annotated[str, Form(max_length=40)] = "",
        snooze: Annotated[str, Form(max_length=20)] = "",
        to: Annotated[str, Form(max_length=120)] = "",
        story: Annotated[str, Form(max_length=120)] = "",
        every: Annotated[str, Form(max_length=5)] = "",
    ) -> Response:
        place, by, now = where_from(where), actor_of(request), parts.now()
        most = _MOST_AT_ONCE if act in _BACK else _MOST_PICKED
        picked = [found for text in (chosen or [])[:most] if (found := shown_of(text))]
        if act == "review":
            ids = [one.draft_id for one in picked]
            return _review(parts, replace(place, q=only(ids)) if ids and not every else place, by.id)
        if every and act in _EVERY:
            picked = _all_found(parts, place, by.id)
        asked = Bulk(act, reason, snooze, to, story)
        outcome = several.run(asked, picked, by=by, now=now)
        if wants_json(request):
            return reply_json({"said": outcome.said, "to": f"/queue?{place.query_string}"})
        return say_after(go(f"/queue?{place.query_string}"), parts.services, request, outcome)


def _anew(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/stories/{story_id}/anew")
    def anew(request: Request, story_id: str, language: Annotated[str, Form(max_length=10)] = "en") -> Response:
        """The drafts that wait with an earlier version of the story take the words of the one in force."""
        desk = parts.services.stories
        if desk is None:
            raise HTTPException(404)
        done = desk.tell_anew(story_id, language, actor_of(request))
        outcome = outcome_of("anew", done.done, done.skipped)
        return say_after(go(f"/queue?q=story:{story_id}"), parts.services, request, outcome)


def _filters(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/queue/filters")
    def save_filter(
        request: Request, name: Annotated[str, Form(max_length=60)], where: Annotated[str, Form(max_length=600)]
    ) -> Response:
        found = where_from(where)
        keep_filter(parts.services.engine, seat_of(request).user, name, found)
        return go(f"/queue?{found.query_string}")

    @routes.post("/queue/filters/remove")
    def remove_filter(request: Request, name: Annotated[str, Form(max_length=60)]) -> Response:
        drop_filter(parts.services.engine, seat_of(request).user, name)
        return go("/queue")


def _review(parts: Parts, where: Where, user: str) -> Response:
    """To the first draft of this list, from which one leads to the next."""
    with read(parts.services.engine) as connection:
        first = queue_page(connection, replace(where.parsed(user).query, limit=1)).rows
    return go(f"/drafts/{first[0].id}?{where.query_string}" if first else f"/queue?{where.query_string}")


def _all_found(parts: Parts, where: Where, user: str) -> list[Shown]:
    """Every draft that this list finds, not only those on the page, up to a bound; never for approval."""
    with read(parts.services.engine) as connection:
        page = queue_page(connection, replace(where.parsed(user).query, limit=_MOST_AT_ONCE, after=None))
    return [Shown(row.id, row.version, row.content_hash) for row in page.rows]


def chosen_tab(where: Where, counts: Counts) -> Where:
    """Without a choice: mine, and where that is empty what nobody has taken yet."""
    if where.tab:
        return where
    return where.with_tab("mine" if counts.tabs["mine"] or not counts.tabs["unassigned"] else "unassigned")


def queue_context(parts: Parts, request: Request, where: Where, *, after: int | None) -> dict[str, Any]:
    """What the list shows, for this reader."""
    user, now = seat_of(request).user, parts.now()
    with read(parts.services.engine) as connection:
        counts = tab_counts(connection, user.id, day_began=parts.day_began(), now=now)
        where = chosen_tab(where, counts)
        parsed = where.parsed(user.id, after=after)
        words = held(connection, parsed.query.words)
        page: QueuePage = queue_page(connection, parsed.query, words)
        found = queue_count(connection, parsed.query, words) if where.q else counts.tabs.get(parsed.query.tab, 0)
        people = users.list_users(connection)
        here = watching.everywhere(connection)
        stories = story_ids(connection)
        aside = set_aside.count(connection)
        fresh = not (page.rows or counts.newest)
        paused = parsed.query.tab == "outbox" and is_on(connection, RELEASE_PAUSED)
    return {
        "where": where, "parsed": parsed, "counts": counts, "queue": page, "found": found, "tabs": TABS,
        "progress": progress(counts), "people": [one for one in people if one.role in ("reviewer", "admin")],
        "people_names": [(one.id, one.name) for one in people],
        "filters": filters_of(user), "after": after, "groups": grouped(page.rows, where.group), "stories": stories,
        "missed": missed(parsed.query, stories), "aside": aside, "paused": paused, "fresh": fresh,
        "show_progress": user.preferences.get("progress", "shown") == "shown",
        "here": {id_: [one for one in who if one.user != user.id] for id_, who in here.items()},
        "most_approved": parts.services.outbox().bulk, "most_at_once": _MOST_AT_ONCE,
    }  # fmt: skip
