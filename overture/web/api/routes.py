"""All of `/api/v1`: one file for each part of the line."""

from __future__ import annotations

from fastapi import APIRouter

from overture.web.api import decisions, drafts, house, line, outbox, people, schema, sources, stories, told
from overture.web.api.problems import ROOT
from overture.web.deps import Parts


def router(parts: Parts) -> APIRouter:
    routes = APIRouter(prefix=ROOT)
    for part in (drafts, decisions, line, sources, people, told, outbox, stories, house, schema):
        part.add(routes, parts)
    return routes
