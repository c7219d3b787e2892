"""The pages about relations, together: accounts, asking, and what follows from them."""

from __future__ import annotations

from fastapi import APIRouter

from overture.web.deps import Parts
from overture.web.routes import accounts, ask, heard, promises


def routers(parts: Parts) -> tuple[APIRouter, ...]:
    return accounts.router(parts), ask.router(parts), heard.router(parts), promises.router(parts)
