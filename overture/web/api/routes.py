"""All of `/api/v1`: one file for each part of the line."""

from __future__ import annotations

from fastapi import APIRouter

from overture.web.api import (
    acts,
    decisions,
    drafts,
    house,
    line,
    outbox,
    people,
    schema,
    sources,
    stories,
    told,
    writing,
)
from overture.web.api.problems import ROOT
from overture.web.deps import Parts


def router(parts: Parts) -> APIRouter:
    routes = APIRouter(prefix=ROOT)
    for part in (drafts, decisions, line, acts, sources, people, told, outbox, stories, writing, house, schema):
        part.add(routes, parts)
    return routes
