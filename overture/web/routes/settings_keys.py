"""One's own keys: each can be changed or switched off, for this person alone."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import Response

from overture.web import keys
from overture.web.deps import Parts, go, seat_of
from overture.web.own_keys import Wrong, changeable, choice_of, keep, own_key, take

_SAID = {"saved": "Saved. Help shows them, too.", "back": "All keys are as they were at first."}
_LONGEST = 40


async def _typed(request: Request) -> dict[str, str]:
    """What was typed for each action."""
    fields = (await request.form()).items()
    return {name[4:]: value[:_LONGEST] for name, value in fields if name.startswith("key-") and isinstance(value, str)}


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()

    @routes.get("/settings/keys")
    def own_keys(request: Request, said: Annotated[str, Query(max_length=20)] = "") -> Response:
        return _page(parts, request, {}, said=_SAID.get(said, ""))

    @routes.post("/settings/keys")
    def save(
        request: Request, typed: Annotated[dict[str, str], Depends(_typed)],
        back: Annotated[str, Form(max_length=5)] = "",
    ) -> Response:  # fmt: skip
        user = seat_of(request).user
        preset = choice_of(user).preset
        own = {} if back else take(preset, typed)
        if isinstance(own, Wrong):
            return _page(parts, request, typed, wrong=dict(own.by_action), status=422)
        keep(parts.services.engine, user, preset, own)
        return go(f"/settings/keys?said={'back' if back else 'saved'}")

    return routes


def _page(
    parts: Parts, request: Request, typed: dict[str, str], *, said: str = "", wrong: dict[str, str] | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    choice = choice_of(seat_of(request).user)
    mine = {one.action: own_key(one) for one in keys.KEYMAP.of(choice)}
    rows: list[dict[str, Any]] = [
        {
            "action": one.action, "scope": one.scope, "label": one.label, "usual": own_key(one),
            "changed": mine[one.action] != own_key(one), "key": typed.get(one.action, mine[one.action]),
        }
        for one in changeable(choice.preset)
    ]  # fmt: skip
    context = {"rows": rows, "preset": choice.preset, "said": said, "wrong": wrong or {}}
    return parts.pages.render(request, "settings_keys.html", context, status=status)
