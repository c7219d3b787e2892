"""All of `/api/v1`: one file for each part of the line."""

from __future__ import annotations

from fastapi import APIRouter

from overture.web.api import (
    acts,
    calls,
    decisions,
    drafts,
    house,
    imports,
    keeping,
    line,
    lists,
    message,
    names,
    outbox,
    outcomes,
    people,
    schema,
    sources,
    stops,
    stories,
    ties,
    told,
    trying,
    writing,
)
from overture.web.api.problems import ROOT
from overture.web.deps import Parts


def router(parts: Parts) -> APIRouter:
    routes = APIRouter(prefix=ROOT)
    of_drafts, of_events = (drafts, decisions, message), (line, trying, acts)
    of_people = (people, told, outcomes, calls, ties)
    of_house = (stories, writing, stops, keeping, house, schema)
    for part in (*of_drafts, *of_events, lists, sources, imports, names, *of_people, outbox, *of_house):
        part.add(routes, parts)
    return routes
