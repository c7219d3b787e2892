"""What I heard: written down in ten seconds. And the one customer a day to call and ask why they care."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.people.calls import Call, call_of_the_day
from campaigns.workspace import WhyTheyCare
from overture.db import people_heard, views_heard
from overture.db.engine import read, write
from overture.db.people_find import Unclear, find_contact
from overture.db.people_outcomes import Outcome, note, told_on
from overture.web.deps import Parts, Reading, actor_of, go, seat_of
from overture.web.show.account import said
from overture.web.show.heard import LEVELS, WHYS, HeardForm, Problems, checked, concern_of, day_fault, day_of, me

Words = Annotated[str, Query(max_length=120)]
Line = Annotated[str, Form(max_length=300)]
Prose = Annotated[str, Form(max_length=6_000)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _hearing(routes, parts)
    _caring(routes, parts)
    return routes


def _today(parts: Parts) -> date:
    return parts.now().astimezone(parts.zone).date()


def _hearing(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/heard")
    def heard(
        request: Request, contact: Words = "", account: Words = "", noted: Words = "", taken: Words = "",
        filed: Words = "",
    ) -> Response:  # fmt: skip
        with read(engine) as connection:
            given = {"noted": _noted(connection, noted), "taken": bool(taken), "filed": _named(connection, filed)}
            return _page(request, parts, connection, HeardForm(who=contact), account, given)

    @routes.post("/heard")
    def hear(
        request: Request, who: Line = "", statement: Prose = "", level: Line = "", aloud: Line = "",
        kind: Line = "concern", quote: Prose = "", source: Line = "", on: Line = "", by: Line = "", reply: Line = "",
        account: Line = "",
    ) -> Response:  # fmt: skip
        form = HeardForm(who.strip(), statement, level, aloud == "yes", kind, quote, source, on, by)
        today, now, actor = _today(parts), parts.now(), actor_of(request)
        problems = checked(form, today=today)
        with write(engine) as connection:
            found = find_contact(connection, form.who) if "who" not in problems else None
            if isinstance(found, Unclear):
                problems["who"] = f"{found.message[:1].upper()}{found.message[1:]}"
            elif found is not None and not problems:
                by = by if any(one["id"] == by for one in views_heard.our_people(connection)) else ""
                new = concern_of(form, found.id, today=today)
                people_heard.hear(connection, new, actor, now=now)
                if reply == "yes":
                    at = now if new.heard_on == today else told_on(new.heard_on, now)
                    note(connection, Outcome("replied", found.id, at, note=new.statement), actor, now=now)
                return go(f"/heard?noted={new.id}")
        with read(engine) as connection:
            return _page(request, parts, connection, form, account, {"problems": problems}, status=422)

    @routes.post("/heard/back")
    def back(request: Request, concern: Annotated[str, Form(max_length=80)] = "") -> Response:
        with write(engine) as connection:
            gone = people_heard.take_back(connection, concern, actor_of(request), now=parts.now())
        if gone is None:
            raise HTTPException(409, "It was taken back already, or it stands in a file: take it out there.")
        return go(f"/heard?taken=1&contact={gone.contact_id}")


def _page(
    request: Request, parts: Parts, connection: Reading, form: HeardForm, account: str, more: dict[str, Any],
    *, status: int = 200,
) -> Response:  # fmt: skip
    ours = views_heard.our_people(connection)
    where = _named(connection, account)
    call = None if where else _call(connection, parts)
    context: dict[str, Any] = {
        "form": form, "account": where, "levels": LEVELS, "whys": WHYS, "ours": ours, "today": _today(parts),
        "me": form.by or me(seat_of(request).user, ours), "call": call, "problems": Problems(), "why_problems": {},
        "noted": None, "taken": False, "filed": None, "why": {},
        "people": views_heard.people_to_name(connection, where["id"] if where else None),
        "names": {one["id"]: one["name"] for one in ours},
        "lately": people_heard.lately_heard(connection),
    }  # fmt: skip
    return parts.pages.render(request, "heard.html", context | more, status=status)


def _noted(connection: Reading, concern_id: str) -> Any:
    """What was just written down, with what is odd about it."""
    rows = [row for row in people_heard.lately_heard(connection, limit=200) if row.id == concern_id]
    return said(dict(rows[0]._mapping)) if rows else None


def _named(connection: Reading, account_id: str) -> views_heard.Record | None:
    return views_heard.account_named(connection, account_id) if account_id else None


def _call(connection: Reading, parts: Parts) -> Call | None:
    left_out = people_heard.not_to_be_called(connection, keys=parts.services.keyring)
    return call_of_the_day(people_heard.customers(connection, left_out=left_out), _today(parts))


# --- why a customer cares -----------------------------------------------------------------------------------------


def _caring(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/heard/why")
    def answer(
        request: Request, account: Line = "", why: Line = "", words: Prose = "", on: Line = "", by: Line = "",
        contact: Line = "",
    ) -> Response:  # fmt: skip
        today = _today(parts)
        problems = {"why": "Choose what their answer amounts to."} if why not in set(WhyTheyCare) else {}
        if wrong := day_fault(on, today=today):
            problems["on"] = wrong
        with write(engine) as connection:
            where = _named(connection, account)
            if where is None:
                raise HTTPException(404)
            if not problems:
                told = people_heard.Answered(
                    where["id"], WhyTheyCare(why), day_of(on, today=today), contact or None, by or None,
                    words.strip() or None,
                )  # fmt: skip
                people_heard.answer_why(connection, told, actor_of(request), now=parts.now())
                return go(f"/heard?filed={where['id']}")
        with read(engine) as connection:
            typed = {"why": why, "words": words, "on": on, "by": by}
            more = {"why_problems": problems, "why": typed}
            return _page(request, parts, connection, HeardForm(), account, more, status=422)
