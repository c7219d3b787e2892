"""Triggers: every event that was seen, written about or not, and what a person does with one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import trigger_acts, users
from overture.db import views_triggers as line
from overture.db.engine import read, write
from overture.db.views_contacts import contact_list
from overture.db.views_draft import tellings
from overture.db.views_line import no_page
from overture.sheet import sheet
from overture.web.asked_drafts import Asking, offered
from overture.web.deps import Parts, actor_of, csv_file, go
from overture.web.show import evidence
from overture.web.show.extraction import logs
from overture.web.show.why import why_no_draft
from overture.web.show.wishes import wish_said
from triggers.types import EventKind

Words = Annotated[str, Query(max_length=100)]
_MOST_LINES = 10_000  # of an export
_MOST_PEOPLE = 100  # of an account, to choose from
_COLUMNS = (
    "id", "kind", "company", "account", "matched", "status", "event_on", "first_seen_at", "outlets", "source",
    "confidence", "state", "draft_id", "nos", "facts",
)  # fmt: skip
_SAID = {
    "dismissed": "Marked as no trigger: no campaign is asked about it any more.",
    "asked_again": "It is matched and put to the campaigns again, within seconds.",
    "draft_asked_for": "Asked for. The line looks at it within seconds, and says here why, if it writes none.",
    "account_named": "Learned: this name means that account from now on. The campaigns are asked within seconds.",
}


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _lists(routes, parts)
    _one(routes, parts)
    _acts(routes, parts)
    return routes


def _lists(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/triggers")
    def triggers(
        request: Request, kind: Words = "", state: Words = "", q: Words = "", source: Words = "",
        after: int | None = None,
    ) -> Response:  # fmt: skip
        wanted = line.TriggerFilter(kind or None, state or None, q or None, source or None)
        with read(engine) as connection:
            page = line.trigger_page(connection, wanted, after=after)
            sources = line.source_names(connection)
        asked = {"q": q, "kind": kind, "state": state, "source": source}
        context = {"page": page, "kinds": list(EventKind), "sources": sources, "asked": asked, "after": after}
        return render(request, "triggers.html", context)

    @routes.get("/triggers.csv")
    def export(kind: Words = "", state: Words = "", q: Words = "", source: Words = "") -> Response:
        """What the list shows, the newest ten thousand, for a spreadsheet."""
        wanted = line.TriggerFilter(kind or None, state or None, q or None, source or None)
        with read(engine) as connection:
            rows = line.trigger_page(connection, wanted, after=None, limit=_MOST_LINES).rows
        return csv_file(sheet(rows, _COLUMNS), "triggers.csv")


def _one(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/triggers/{trigger_id}")
    def trigger(request: Request, trigger_id: int, did: Words = "") -> Response:
        with read(engine) as connection:
            row = line.trigger_one(connection, trigger_id)
            if row is None:
                raise HTTPException(404)
            told = tellings(connection, trigger_id)
            matches = line.trigger_matches(connection, trigger_id)
            drafts = line.trigger_drafts(connection, trigger_id)
            nos = no_page(connection, rule=None, trigger_id=trigger_id, after=None).rows
            at = row["account_id"]
            people = contact_list(connection, words=None, account_id=at, after=None, limit=_MOST_PEOPLE) if at else ()
            names = {one.id: one.name for one in users.list_users(connection)} if row["wish"] else {}
        asked = wish_said(row["wish"], names, {one["id"]: one["name"] for one in people})
        context = {
            "offers": offered(parts, row["kind"]), "people": people, "asked": asked,
            "trigger": row,
            "matches": matches,
            "drafts": drafts,
            "nos": nos,
            "articles": [evidence.article(telling, ()) for telling in told],
            "tellings": told,
            "logs": logs(told, row["kind"], None if matches else parts.services.whose),
            "disputes": evidence.disputes(row["disagreements"], told),
            "why": why_no_draft(row, drafts, nos, matches, told),
            "fact_value": evidence.fact_value,
            "said": "" if did == "draft_asked_for" and asked[1] else _SAID.get(did, ""),
        }  # fmt: skip
        return render(request, "trigger.html", context)


def _acts(routes: APIRouter, parts: Parts) -> None:
    def done(request: Request, trigger_id: int, did: str, act: Callable[..., str | None], *given: str) -> Response:
        with write(parts.services.engine) as connection:
            objection = act(connection, trigger_id, *given, by=actor_of(request), now=parts.now())
        if objection:
            raise HTTPException(409, objection)
        return go(f"/triggers/{trigger_id}?did={did}")

    @routes.post("/triggers/{trigger_id}/dismiss")
    def dismiss(request: Request, trigger_id: int) -> Response:
        return done(request, trigger_id, "dismissed", trigger_acts.dismiss)

    @routes.post("/triggers/{trigger_id}/ask-again")
    def ask_again(request: Request, trigger_id: int) -> Response:
        return done(request, trigger_id, "asked_again", trigger_acts.ask_again)

    @routes.post("/triggers/{trigger_id}/account")
    def account(request: Request, trigger_id: int, account: Annotated[str, Form(max_length=200)] = "") -> Response:
        return done(request, trigger_id, "account_named", trigger_acts.name_account, account)

    @routes.post("/triggers/{trigger_id}/draft")
    def draft(
        request: Request, trigger_id: int, story: Annotated[str, Form(max_length=120)] = "",
        contact: Annotated[str, Form(max_length=120)] = "",
    ) -> Response:  # fmt: skip
        return done(request, trigger_id, "draft_asked_for", Asking(parts), story, contact)
