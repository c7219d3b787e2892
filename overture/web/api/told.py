"""Writing down what people said, why customers care, and what was promised to whom."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from campaigns.people.ledger import PromiseRefused, PromiseState
from campaigns.workspace import Concern
from overture.config.people import concern_id
from overture.config.values import prose
from overture.db import people_heard
from overture.db.engine import read, write
from overture.db.people_find import Unclear, find_account, find_contact, find_teammate
from overture.db.people_promises import MadePromise, add_promise, list_promises, settle_promise
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Gone, Page, PathId, PathName, Words, page_of
from overture.web.api.shapes_people import CaresIn, CaresOut, HeardIn, HeardOut, PromiseIn, PromiseRow, SettleIn
from overture.web.deps import Parts, actor_of

_EMPTY = "Nothing but blanks stands here."
Wrong = tuple[str, str]


class _Lookup:
    """Who is meant by names; the first that is unclear is kept with its place."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.wrong: Wrong | None = None

    def contact(self, place: str, text: str | None) -> Any:
        return self._take(place, find_contact(self._connection, text)) if text else None

    def account(self, place: str, text: str) -> Any:
        return self._take(place, find_account(self._connection, text))

    def teammate(self, place: str, text: str | None) -> Any:
        return self._take(place, find_teammate(self._connection, text)) if text else None

    def day(self, place: str, given: date | None, today: date) -> date:
        if given is not None and given > today:
            self.wrong = self.wrong or (place, f"{given} is still to come.")
        return given or today

    def words(self, place: str, text: str) -> str:
        found = prose(text)
        if not found:
            self.wrong = self.wrong or (place, _EMPTY)
        return found

    def _take(self, place: str, found: Any) -> Any:
        if isinstance(found, Unclear):
            self.wrong = self.wrong or (place, found.message)
            return None
        return found


def add(routes: APIRouter, parts: Parts) -> None:
    _heard(routes, parts)
    _cares(routes, parts)
    _promises(routes, parts)
    _settling(routes, parts)


def _heard(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/heard", responses=documented(), response_model=HeardOut, tags=["people"])
    def heard(request: Request, given: HeardIn) -> HeardOut | Response:
        """Write down what a contact said; it survives a re-import of the files."""
        now = parts.now()
        with write(parts.services.engine) as connection:
            look = _Lookup(connection)
            who, mate = look.contact("body.contact", given.contact), look.teammate("body.by", given.by)
            day, text = look.day("body.on", given.on, now.date()), look.words("body.statement", given.statement)
            if look.wrong:
                return wrong_field(request, *look.wrong)
            concern = Concern(
                id=concern_id(who.id, given.level, text, day), contact_id=who.id, level=given.level, statement=text,
                heard_on=day, kind=given.kind, heard_by=mate.id if mate else None, quote=given.quote,
                source=given.source, shareable=given.aloud,
            )  # fmt: skip
            noted = people_heard.hear(connection, concern, actor_of(request), now=now)
        flags = [str(flag.fault.value) for flag in noted.flags]
        return HeardOut(
            id=concern.id, contact=who.name, contact_id=who.id, account=who.account, known=noted.known, flags=flags
        )

    @routes.post("/heard/{concern_id}/remove", responses=documented(409), response_model=Gone, tags=["people"])
    def back(request: Request, concern_id: PathName) -> Gone | Response:
        """It was not said so after all; what stands in a file is taken out there."""
        with write(parts.services.engine) as connection:
            gone = people_heard.take_back(connection, concern_id, actor_of(request), now=parts.now())
        if gone is None:
            return problem(request, 409, "It was taken back already, or it stands in a file: take it out there.")
        return Gone(id=concern_id)


def _cares(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/cares", responses=documented(), response_model=CaresOut, tags=["people"])
    def cares(request: Request, given: CaresIn) -> CaresOut | Response:
        """File why a customer cares, with its date; the newest answer holds."""
        now = parts.now()
        with write(parts.services.engine) as connection:
            look = _Lookup(connection)
            account, who = look.account("body.account", given.account), look.contact("body.contact", given.contact)
            mate, day = look.teammate("body.by", given.by), look.day("body.on", given.on, now.date())
            if look.wrong:
                return wrong_field(request, *look.wrong)
            answer = people_heard.Answered(
                account.id, given.why, day, who.id if who else None, mate.id if mate else None, given.words
            )
            holds = people_heard.answer_why(connection, answer, actor_of(request), now=now)
        return CaresOut(account=account.name, account_id=account.id, why=given.why.value, on=day, holds=holds)


def _promises(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/promises", responses=documented(), response_model=Page[PromiseRow], tags=["people"])
    def promises(
        request: Request,
        account: Annotated[Words, Query(description="Id, domain or name")] = "",
        state: Annotated[Words, Query(description="made, overdue, broken, kept or released")] = "",
    ) -> Page[PromiseRow] | Response:
        """What was promised to whom, what is owed first."""
        with read(engine) as connection:
            look = _Lookup(connection)
            row = look.account("query.account", account) if account else None
            if look.wrong:
                return wrong_field(request, *look.wrong)
            rows = list_promises(
                connection, today=parts.now().date(), account_id=row.id if row else None,
                states=(state,) if state else (),
            )  # fmt: skip
        return page_of(PromiseRow, rows)

    @routes.post("/promises", responses=documented(), response_model=PromiseRow, tags=["people"])
    def promised(request: Request, given: PromiseIn) -> PromiseRow | Response:
        """Write down a promise that no message of ours made; the same words on the same day are the same promise."""
        now = parts.now()
        with write(engine) as connection:
            look = _Lookup(connection)
            account, who = look.account("body.account", given.account), look.contact("body.contact", given.contact)
            mate, day = look.teammate("body.by", given.by), look.day("body.on", given.on, now.date())
            text = look.words("body.text", given.text)
            if look.wrong:
                return wrong_field(request, *look.wrong)
            promise = MadePromise(
                account_id=account.id, text=text, made_on=day, due_on=given.due_on,
                contact_id=who.id if who else None, made_by=mate.id if mate else None,
            )  # fmt: skip
            number = add_promise(connection, promise, actor_of(request), now=now)
            row = list_promises(connection, today=now.date(), only=[number])[0]
        return PromiseRow.model_validate(row)


def _settling(routes: APIRouter, parts: Parts) -> None:
    @routes.post(
        "/promises/{promise_id}/settle", responses=documented(404, 409), response_model=PromiseRow, tags=["people"]
    )
    def settle(request: Request, promise_id: PathId, given: SettleIn) -> PromiseRow | Response:
        """Kept, broken or released, with how we know."""
        now = parts.now()
        with write(parts.services.engine) as connection:
            known = list_promises(connection, today=now.date(), only=[promise_id])
            if not known:
                return problem(request, 404, "There is no such promise.")
            done = settle_promise(
                connection, promise_id, PromiseState(given.to), given.evidence, actor_of(request), now=now
            )
        if isinstance(done, PromiseRefused):
            return problem(request, 409, done.reason)
        return PromiseRow.model_validate(done)
