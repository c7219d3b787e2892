"""Promises, what we can promise and what we did; and cases, the true stories that we may tell."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.people.ledger import PromiseRefused
from overture.db.engine import read, write
from overture.db.people_find import Unclear, find_account, find_contact
from overture.db.people_promises import MadePromise, add_promise, list_promises, settle_promise
from overture.db.views_cases import LOOKED_AT, cases_used, promises_counted
from overture.db.views_heard import account_named, our_people, people_to_name
from overture.web.deps import Parts, Reading, actor_of, go
from overture.web.show import owed
from overture.web.show.heard import day_fault, day_of
from overture.web.show.words import sentence

Words = Annotated[str, Query(max_length=120)]
Line = Annotated[str, Form(max_length=300)]
Prose = Annotated[str, Form(max_length=2_000)]
_PAGE = 100


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _ledger(routes, parts)
    _making(routes, parts)
    _cases(routes, parts)
    return routes


def _today(parts: Parts) -> date:
    return parts.now().astimezone(parts.zone).date()


def _page(
    request: Request,
    parts: Parts,
    connection: Reading,
    more: dict[str, Any],
    *,
    account: str = "",
    status: int = 200,
) -> Response:
    where = account_named(connection, account) if account else None
    rows = list_promises(connection, today=_today(parts), account_id=where["id"] if where else None)
    rows = [row for row in rows if row["state"] != "withdrawn"]
    tab = str(more.get("tab") or "owed")
    shown = owed.of_tab(rows, tab)
    catalogue = parts.services.catalogue()
    context: dict[str, Any] = {
        "account": where, "rows": shown if more.get("every") else shown[:_PAGE], "many": len(shown), "tab": tab,
        "tabs": owed.tabs(rows), "acts": owed.acts, "icons": owed.ICONS, "every": False, "said": "",
        "catalogue": catalogue.promises, "promised_by": catalogue.promised_by, "counted": promises_counted(connection),
        "today": _today(parts), "wrong": {}, "typed": {}, "problems": {}, "form": {}, "ours": our_people(connection),
        "people": people_to_name(connection, where["id"]) if where else (),
    }  # fmt: skip
    return parts.pages.render(request, "promises.html", context | more, status=status)


def _ledger(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/promises")
    def promises(
        request: Request, account: Words = "", tab: Words = "owed", every: bool = False, done: int | None = None
    ) -> Response:
        with read(engine) as connection:
            settled = list_promises(connection, today=_today(parts), only=[done]) if done else []
            said = f"{settled[0]['account']}: {_said(settled[0])}" if settled else ""
            return _page(request, parts, connection, {"tab": tab, "every": every, "said": said}, account=account)

    @routes.post("/promises/{promise_id}")
    def settle(
        request: Request, promise_id: int, act: Line = "", evidence: Prose = "", account: Line = "", tab: Line = "owed"
    ) -> Response:
        to = owed.TO.get(act)
        if to is None:
            raise HTTPException(422, "A promise is kept, broken or released.")
        with write(engine) as connection:
            answer = settle_promise(connection, promise_id, to, evidence, actor_of(request), now=parts.now())
        if not isinstance(answer, PromiseRefused):
            return go(f"/promises?done={promise_id}&account={account}")
        with read(engine) as connection:
            known = list_promises(connection, today=_today(parts), only=[promise_id])
            if not known:
                raise HTTPException(404)
            more = {"tab": tab, "wrong": {promise_id: sentence(answer.reason)}, "typed": {promise_id: evidence}}
            status = 409 if evidence.strip() else 422
            return _page(request, parts, connection, more, account=account, status=status)


def _said(row: Any) -> str:
    made = "Written down."
    return next((words for state, words in owed.SAID.items() if state == row["state"]), made)


def _making(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/promises")
    def make(
        request: Request, to: Line = "", text: Prose = "", due: Line = "", contact: Line = "", by: Line = "",
        on: Line = "", account: Line = "",
    ) -> Response:  # fmt: skip
        today = _today(parts)
        form = {"to": to, "text": text, "due": due, "contact": contact, "by": by, "on": on}
        problems = _problems(form, today=today)
        with write(engine) as connection:
            firm = find_account(connection, to.strip()) if to.strip() else Unclear("Say to whom: an account.")
            who = find_contact(connection, contact.strip()) if contact.strip() else None
            if isinstance(firm, Unclear):
                problems["to"] = sentence(firm.message)
            elif isinstance(who, Unclear):
                problems["contact"] = sentence(who.message)
            elif who is not None and who.account_id != firm.id:
                problems["contact"] = f"{who.name} is at {who.account}, not at {firm.name}."
            elif not problems:
                promise = MadePromise(
                    firm.id, text.strip(), day_of(on, today=today), date.fromisoformat(due) if due else None,
                    who.id if who else None, by or None,
                )  # fmt: skip
                made = add_promise(connection, promise, actor_of(request), now=parts.now())
                return go(f"/promises?done={made}&account={account}")
        with read(engine) as connection:
            return _page(request, parts, connection, {"problems": problems, "form": form}, account=account, status=422)


def _problems(form: dict[str, str], *, today: date) -> dict[str, str]:
    found = {} if form["text"].strip() else {"text": "Say what was promised, in the words that were used."}
    if wrong := day_fault(form["on"], today=today):
        found["on"] = wrong
    if form["due"] and day_fault(form["due"], today=date.max):
        found["due"] = "Write the day like 2026-03-31."
    return found


def _cases(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/cases")
    def cases(request: Request) -> Response:
        with read(parts.services.engine) as connection:
            used = cases_used(connection)
        known = parts.services.catalogue().cases
        gone = {id_: rows for id_, rows in used.items() if id_ not in {case.id for case in known}}
        context = {"cases": known, "used": used, "gone": gone, "looked_at": LOOKED_AT}
        return parts.pages.render(request, "cases.html", context)
