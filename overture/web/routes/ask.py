"""Ask: one line for people and accounts, its answers with evidence, and questions that are kept under a name."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.people.ask_fields import AskError
from campaigns.people.saved import name_fault
from overture.db.ask import ask as answers_to
from overture.db.engine import read, write
from overture.db.people_paths import nearest
from overture.db.people_stopped import stopped_contacts
from overture.db.saved_questions import CannotSave, forget_question, save_question, saved, understood
from overture.web.deps import Parts, Reading, actor_of, go
from overture.web.show import asked

Question = Annotated[str, Query(max_length=1_200)]
Name = Annotated[str, Query(max_length=80)]
_PAGE, _MOST = 25, 200


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _asking(routes, parts)
    _keeping(routes, parts)
    return routes


def _asking(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/ask")
    def ask(
        request: Request, q: Question = "", people: bool = False, every: bool = False, forgot: Name = ""
    ) -> Response:
        text = q.strip()
        with read(engine) as connection:
            answered = _answered(connection, parts, text, people=people, limit=_MOST if every else _PAGE)
            given = {"q": text, "people": people, "every": every, "forgot": "" if name_fault(forgot) else forgot}
            return _page(request, parts, connection, given | answered)


def _answered(connection: Reading, parts: Parts, text: str, *, people: bool, limit: int) -> dict[str, Any]:
    """The answers, or the mistake; nothing where nothing was asked."""
    if not text:
        return {}
    query = understood(connection, text)
    if isinstance(query, AskError):
        return {"mistake": asked.mistake(text, query)}
    found = answers_to(connection, query, today=parts.now().date(), limit=limit, people=people)
    ids = [one.contact_id for one in found.found if one.contact_id]
    stopped = stopped_contacts(connection, ids, keys=parts.services.keyring)
    answers = asked.shown(found.found, nearest(connection, ids), stopped)
    return {"answers": answers, "more": found.more, "of_accounts": query.of_accounts, "limit": limit}


def _page(
    request: Request, parts: Parts, connection: Reading, context: dict[str, Any], *, status: int = 200
) -> Response:
    kept = saved(connection)
    used = asked.used_by(parts.services.campaigns())
    missing = {name: ids for name, ids in used.items() if name not in {one.name for one in kept}}
    around = {
        "q": "", "people": False, "every": False, "answers": None, "more": False, "mistake": None, "of_accounts": False,
        "limit": _PAGE, "name": "", "name_problem": "", "examples": asked.EXAMPLES, "fields": asked.fields(),
        "kept": kept, "used": used, "missing": missing, "forgot": "",
    }  # fmt: skip
    return parts.pages.render(request, "ask.html", around | context, status=status)


def _keeping(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/ask/saved")
    def keep(
        request: Request,
        name: Annotated[str, Form(max_length=80)] = "",
        q: Annotated[str, Form(max_length=1_200)] = "",
    ) -> Response:
        name, text = name.strip().lower().replace(" ", "-"), q.strip()
        with write(engine) as connection:
            answer = save_question(connection, name, text, actor_of(request), now=parts.now())
        if not isinstance(answer, CannotSave):
            return go("/ask?" + urlencode({"q": f"saved:{name}"}))
        with read(engine) as connection:
            wrong: dict[str, Any] = {"q": text, "name": name, "name_problem": answer.message}
            if answer.error:
                wrong = {"q": text, "name": name, "mistake": asked.mistake(text, answer.error)}
            return _page(request, parts, connection, wrong, status=422)

    @routes.post("/ask/saved/remove")
    def remove(request: Request, name: Annotated[str, Form(max_length=80)] = "") -> Response:
        used = asked.used_by(parts.services.campaigns()).get(name)
        if used:
            raise HTTPException(409, f"The campaign {used[0]} writes to whom this question finds; change that first.")
        with write(engine) as connection:
            gone = forget_question(connection, name, actor_of(request), now=parts.now())
        if gone is None:
            raise HTTPException(404)
        return go("/ask?" + urlencode({"q": gone.text, "forgot": gone.name}))
