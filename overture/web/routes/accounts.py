"""Accounts: the list, and one with its people, ties, promises, drafts, nos and timeline."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.people.ledger import owed_first
from campaigns.review import OPEN
from overture.db import views_account as one
from overture.db.engine import read
from overture.db.people_paths import nearest
from overture.db.people_stopped import stopped_contacts
from overture.db.taught_names import taught_names
from overture.db.views_people import account_list
from overture.web.deps import Parts, Reading
from overture.web.show import account as show
from overture.web.show.picture import picture
from overture.web.show.timeline import timeline

Words = Annotated[str, Query(max_length=120)]
_PAGE = 50
_MOMENTS = 25
_TIES = 40  # rows of the table before one asks for all


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/accounts")
    def accounts(request: Request, q: Words = "", after: Words = "") -> Response:
        with read(engine) as connection:
            rows = account_list(connection, words=q or None, after=after or None, limit=_PAGE)
            names = one.teammate_names(connection)
        more = rows[_PAGE - 1]["id"] if len(rows) > _PAGE else None
        context = {"rows": rows[:_PAGE], "more": more, "q": q, "after": after, "names": names}
        return render(request, "accounts.html", context)

    @routes.get("/accounts/{account_id}")
    def account(request: Request, account_id: str, ties: Words = "both", every: bool = False) -> Response:
        with read(engine) as connection:
            row = one.account_one(connection, account_id)
            if row is None:
                raise HTTPException(404)
            context = _known(connection, parts, row)
        context |= {"view": ties if ties in ("graph", "table") else "both", "every": every}
        context |= {"most": None if every else _MOMENTS, "most_ties": None if every else _TIES}
        return render(request, "account.html", context)

    return routes


def _known(connection: Reading, parts: Parts, row: one.Record) -> dict[str, Any]:
    """Everything that the page shows."""
    today = parts.now().astimezone(parts.zone).date()
    theirs = one.account_people(connection, row["id"])
    group = one.account_group(connection, row)
    ties = show.numbered(one.account_ties(connection, (row["id"], *(near["id"] for near in group))), row["id"])
    happened = one.account_timeline(connection, row["id"])
    ids = [contact["id"] for contact in theirs["contacts"]]
    stopped = stopped_contacts(connection, ids, keys=parts.services.keyring)
    catalogue = parts.services.catalogue()
    near = {firm["id"]: firm["name"] for firm in group}
    own = [tie for tie in ties if tie["account_id"] == row["id"]]
    names = one.teammate_names(connection)
    return {
        "account": row,
        "names": names,
        "theirs": theirs,
        "taught": taught_names(connection, row["id"]),
        "people": show.people(
            theirs,
            nearest(connection, ids),
            stopped,
            row["champion"],
            [event for event in happened["triggers"] if event["status"] != "denied"],
        ),
        "ties": ties,
        "near": near,
        "picture": picture(row, group, theirs["contacts"], ties, today=today),
        "promises": owed_first(theirs["promises"], today),
        "cases": show.cases(catalogue.cases, row, one.cases_told(connection, row["id"])),
        "why": show.why(row, today),
        "open_drafts": [draft for draft in happened["drafts"] if draft["state"] in OPEN],
        "drafts": happened["drafts"],
        "nos": happened["nos"],
        "moments": timeline(happened, {**theirs, "ties": own}, parts.zone, names),
        "today": today,
    }
