"""The pages about relations, together: accounts, asking, and what follows from them."""

from __future__ import annotations

from fastapi import APIRouter

from overture.web.deps import Parts
from overture.web.routes import account_names, accounts, ask, calls, heard, list_import, nos, promises, tie_import


def routers(parts: Parts) -> tuple[APIRouter, ...]:
    rooms = (accounts, account_names, list_import, tie_import, ask, calls, heard, promises, nos)
    return tuple(room.router(parts) for room in rooms)
