"""From events to meetings: how far drafts came, how deciding went, and what people told of messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import funnel, people_outcomes
from overture.db.engine import read, write
from overture.db.people_outcomes import NotedOutcome, Outcome
from overture.db.tables.aftermath import OUTCOMES
from overture.sheet import sheet
from overture.web.deps import Parts, actor_of, csv_file, go, seat_of

_SHOWN = 200  # of the latest, on one page
_SPANS = {"month": timedelta(days=30), "quarter": timedelta(days=91), "year": timedelta(days=365)}
Word = Annotated[str, Query(max_length=20)]
Field = Annotated[str, Form(max_length=300)]
_SAID = {
    "noted": "Written down.",
    "stopped": "Written down, and the address is on the do-not-contact list: nobody writes there again.",
}
What = Literal["steps", "reach", "reasons", "told"]
Rows = Sequence[Mapping[str, Any]]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()

    def page(request: Request, span: str, by: str, *, status: int = 200, **writing: Any) -> Response:
        span, by = span if span in _SPANS else "month", by if by in funnel.GROUPS else "story"
        since = parts.now() - _SPANS[span]
        with read(parts.services.engine) as connection:
            rows = people_outcomes.list_outcomes(connection, limit=_SHOWN)
            counts = people_outcomes.count_outcomes(connection)
            context = {
                "rows": rows, "found": sum(counts.values()), "counts": counts.items(),
                "heard": funnel.heard(connection, since=since), "all": funnel.reached(connection, since=since),
                "groups": funnel.reached_by(connection, by, since=since),
                "deciding": funnel.deciding(connection, since=since),
                "span": span, "spans": tuple(_SPANS), "by": by, "ways": funnel.GROUPS, "kinds": OUTCOMES,
                "may_tell": seat_of(request).may("POST", "/outcomes"),
                "typed": {}, "problem": "", "said": "", **writing,
            }  # fmt: skip
        return parts.pages.render(request, "outcomes.html", context, status=status)

    @routes.get("/outcomes")
    def outcomes(
        request: Request, span: Word = "month", by: Word = "story", draft: Word = "", said: Word = ""
    ) -> Response:
        """`draft`: the one that something is to be written down of."""
        return page(request, span, by, typed={"draft": draft}, said=_SAID.get(said, ""))

    @routes.post("/outcomes")
    def tell(request: Request, draft: Field = "", kind: Field = "", note: Field = "") -> Response:
        typed, number = {"draft": draft, "kind": kind, "note": note}, draft.strip().lstrip("#")
        noted = _noted(parts, request, int(number), kind, note) if number.isdecimal() and len(number) < 18 else None
        if noted is None:
            wrong = "There is no such draft. Its number stands in its address: /drafts/42."
            return page(request, "month", "story", typed=typed, problem=wrong, status=422)
        return go(f"/outcomes?said={'stopped' if noted.suppressed else 'noted'}")

    @routes.get("/outcomes.csv")
    def file(what: Annotated[What, Query()] = "reach", span: Word = "month", by: Word = "story") -> Response:
        since = parts.now() - _SPANS.get(span, _SPANS["month"])
        return csv_file(sheet(*_sheet(parts, what, since, by)), f"outcomes-{what}.csv")

    return routes


def _noted(parts: Parts, request: Request, draft_id: int, kind: str, note: str) -> NotedOutcome | None:
    """None where there is no such draft."""
    if kind not in OUTCOMES:
        raise HTTPException(422)
    now = parts.now()
    with write(parts.services.engine) as connection:
        contact = people_outcomes.of_draft(connection, draft_id)
        if contact is None:
            return None
        outcome = Outcome(kind, contact, now, draft_id, note.strip() or None)
        return people_outcomes.note(connection, outcome, actor_of(request), now=now)


def _sheet(parts: Parts, what: What, since: datetime, by: str) -> tuple[Rows, Sequence[str]]:
    """The rows of one of the page's tables, and its columns."""
    with read(parts.services.engine) as connection:
        if what == "told":
            return people_outcomes.list_outcomes(connection), _TOLD
        if what == "steps":
            seen, came = funnel.heard(connection, since=since), funnel.reached(connection, since=since)
            steps = (("events", seen.events), ("at_accounts", seen.at_accounts))
            steps += tuple((name, getattr(came, name)) for name in _REACH)
            return [{"step": name, "count": many} for name, many in steps], ("step", "count")
        if what == "reasons":
            reasons = funnel.deciding(connection, since=since).reasons
            return [{"reason": name, "rejected": many} for name, many in reasons], ("reason", "rejected")
        by = by if by in funnel.GROUPS else "story"
        groups = funnel.reached_by(connection, by, since=since)
    return [{by: one.group, **{name: getattr(one, name) for name in _REACH}} for one in groups], (by, *_REACH)


_REACH = ("drafts", "approved", "handed_off", "replied", "meetings")
_TOLD = ("at", "kind", "account", "contact", "draft_id", "note", "origin", "noted_by", "ended_at")
