"""Who you are and by which token, the users, the log, the search."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.db import api_tokens, users
from overture.db import views_people as people
from overture.db import views_triggers as line
from overture.db.engine import read, write
from overture.db.queue_pick import QueueQuery
from overture.db.views import queue_page
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Cursor, Limit, Page, PathId, PathName, Words, many, page_of
from overture.web.api.shapes_drafts import ActOut, DraftRow
from overture.web.api.shapes_house import Found, Me, TokenRow, UserChange, UserIn, UserRow
from overture.web.api.shapes_line import TriggerRow
from overture.web.api.shapes_lists import Files
from overture.web.api.shapes_people import AccountRow
from overture.web.audit_file import MEDIA, Form, audit_file
from overture.web.deps import Parts, actor_of, seat_of
from overture.web.routes.auth import account_objection

_FEW = 10
_LOG: Files = {
    200: {"description": "The file", "content": {kind: {"schema": {"type": "string"}} for kind in MEDIA.values()}}
}


def add(routes: APIRouter, parts: Parts) -> None:
    _me(routes, parts)
    _users(routes, parts)
    _changing(routes, parts)
    _looking(routes, parts)


def token_row(token: api_tokens.Token, now: datetime) -> TokenRow:
    return TokenRow(
        id=token.id, name=token.name, prefix=token.prefix, scopes=sorted(token.scopes), state=token.standing(now),
        made_at=token.made_at, expires_at=token.expires_at, used_at=token.used_at,
    )  # fmt: skip


def _me(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/me", responses=documented(), response_model=Me, tags=["house"])
    def me(request: Request) -> Me:
        """Who you are, and what the token that you came with may do."""
        seat = seat_of(request)
        token = token_row(seat.token, parts.now()) if seat.token else None
        calls = parts.services.settings.calls_per_minute
        return Me(id=seat.user.id, name=seat.user.name, role=seat.user.role, token=token, calls_per_minute=calls)

    @routes.get("/tokens", responses=documented(), response_model=Page[TokenRow], tags=["house"])
    def tokens(request: Request) -> Page[TokenRow]:
        """Your tokens, the newest first. They are made on the settings page or with `overture users token add`."""
        with read(engine) as connection:
            found = api_tokens.list_tokens(connection, seat_of(request).user.id)
        return Page(items=[token_row(token, parts.now()) for token in found])

    @routes.post("/tokens/{token_id}/revoke", responses=documented(404), response_model=TokenRow, tags=["house"])
    def revoke(request: Request, token_id: PathId) -> TokenRow | Response:
        """End one of your tokens at once. A token may end itself and no other."""
        seat, now = seat_of(request), parts.now()
        if seat.token is not None and seat.token.id != token_id:
            return problem(request, 403, "A token may end itself and no other; sign in to end others.")
        with write(engine) as connection:
            if not api_tokens.revoke(connection, token_id, by=actor_of(request), now=now, owner=seat.user.id):
                return problem(request, 404, "You have no such token.")
            found = next(one for one in api_tokens.list_tokens(connection, seat.user.id) if one.id == token_id)
        return token_row(found, now)


def _users(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/users", responses=documented(), response_model=Page[UserRow], tags=["house"])
    def everyone() -> Page[UserRow]:
        """Who may sign in, and what they may do."""
        with read(parts.services.engine) as connection:
            return page_of(UserRow, users.list_users(connection))

    @routes.post("/users", responses=documented(409), response_model=UserRow, tags=["house"])
    def added(request: Request, given: UserIn) -> UserRow | Response:
        """Add a person with a first password."""
        wrong = account_objection(given.id, given.name, given.email or "", given.password)
        if wrong:
            return wrong_field(request, "body", wrong)
        hashed = parts.passwords.hash(given.password)
        user = users.User(given.id, given.name.strip(), given.role, (given.email or "").strip() or None)
        with write(parts.services.engine) as connection:
            if wrong := users.taken(connection, user.id, user.email):
                return problem(request, 409, wrong)
            users.add_user(connection, user, password_hash=hashed, by=actor_of(request), now=parts.now())
        return UserRow.model_validate(user)


def _changing(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/users/{user_id}", responses=documented(404, 409), response_model=UserRow, tags=["house"])
    def changed(request: Request, user_id: PathName, given: UserChange) -> UserRow | Response:
        """Change a role, shut a person out or let them in again; the last admin stays."""
        by, now = actor_of(request), parts.now()
        with write(parts.services.engine) as connection:
            user = users.find_user(connection, user_id)
            if user is None:
                return problem(request, 404, "There is no such user.")
            loses = user.role == "admin" and (given.role not in (None, "admin") or given.disabled is True)
            if loses and not users.other_admins(connection, user_id):
                return problem(request, 409, "This is the last admin. Make somebody else an admin first.")
            if given.role is not None and given.role != user.role:
                users.set_role(connection, user_id, given.role, by=by, now=now)
            if given.disabled is not None and given.disabled != user.disabled:
                users.set_disabled(connection, user_id, given.disabled, by=by, now=now)
            return UserRow.model_validate(users.find_user(connection, user_id))


def _looking(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/audit", responses=documented(), response_model=Page[ActOut], tags=["house"])
    def audit(
        actor: Words = "", action: Words = "", thing: Words = "", cursor: Cursor = None, limit: Limit = 100
    ) -> Page[ActOut]:
        """What was done, by whom and through which door, the newest first. Ids, hashes and codes only."""
        with read(engine) as connection:
            found = people.audit_page(
                connection, actor=actor or None, action=action or None, thing=thing or None, after=cursor,
                limit=limit,
            )  # fmt: skip
        return page_of(ActOut, found.rows, found.after)

    @routes.get("/audit.{form}", responses=documented() | _LOG, response_class=Response, tags=["house"])
    def audit_as(form: Form, actor: Words = "", action: Words = "", thing: Words = "") -> Response:
        """The same as one file, `csv` or `ndjson`, the newest first; written as it is read, whatever its length."""
        return audit_file(engine, form, actor=actor, action=action, thing=thing)

    @routes.get("/search", responses=documented(), response_model=Found, tags=["house"])
    def search(request: Request, q: Words) -> Found:
        """Drafts, accounts and events that hold the words."""
        query = QueueQuery("every", seat_of(request).user.id, sort="newest", words=tuple(q.split()), limit=_FEW)
        with read(engine) as connection:
            drafts = queue_page(connection, query).rows
            accounts = people.accounts_found(connection, q, most=_FEW)
            events = line.trigger_page(connection, line.TriggerFilter(words=q), after=None, limit=_FEW).rows
        return Found(
            drafts=[DraftRow.model_validate(row) for row in drafts], accounts=many(AccountRow, accounts),
            triggers=many(TriggerRow, events),
        )  # fmt: skip
