"""Stories with their versions, and campaigns, with what came of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from campaigns.campaign import Campaign
from overture.db import views_people as people
from overture.db.engine import read
from overture.db.views_fared import Fared, fared
from overture.db.views_stories import heads
from overture.web.api.problems import documented, problem
from overture.web.api.shapes import Page, PathName, Words, many
from overture.web.api.shapes_house import CampaignRow, RateOut, StoryOut, StoryRow, StoryVersion, SubjectsOut
from overture.web.deps import Parts
from overture.web.subjects import tried_subjects


def add(routes: APIRouter, parts: Parts) -> None:
    _stories(routes, parts)
    _campaigns(routes, parts)


def _stories(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/stories", responses=documented(), response_model=Page[StoryRow], tags=["stories"])
    def stories() -> Page[StoryRow]:
        """The newest version of each story and language, with what the lint says and how its drafts fared."""
        with read(engine) as connection:
            rows, drafts = heads(connection), fared(connection, now=parts.now())
        return Page(items=[_story(row, drafts.get((row["story_id"], row["language"]), Fared())) for row in rows])

    @routes.get("/stories/{story_id}", responses=documented(404), response_model=StoryOut, tags=["stories"])
    def story(request: Request, story_id: PathName, language: Words = "") -> StoryOut | Response:
        """A story with its versions, the newest first; of one language only, where that is named."""
        with read(engine) as connection:
            found = [row for row in people.story_one(connection, story_id) if language in ("", row["language"])]
            languages = sorted({row["language"] for row in found})
            tried = [tried_subjects(connection, parts, story_id, one) for one in languages]
        subjects = [SubjectsOut.model_validate(one) for one in tried if one]
        if not found:
            return problem(request, 404, "There is no such story.")
        return StoryOut(id=story_id, versions=many(StoryVersion, found), subjects=subjects)


def _story(row: Mapping[str, Any], drafts: Fared) -> StoryRow:
    errors = sum(finding["level"] == "error" for finding in row["findings"])
    counted = {"errors": errors, "warnings": len(row["findings"]) - errors}
    fate = {"drafts": drafts.states, "recent": drafts.recent, "untouched": RateOut.model_validate(drafts.untouched)}
    return StoryRow.model_validate({**row, **counted, **fate})


def _campaigns(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/campaigns", responses=documented(), response_model=Page[CampaignRow], tags=["stories"])
    def campaigns() -> Page[CampaignRow]:
        """Campaigns in the order in which they are asked, then those of which only drafts remain."""
        with read(parts.services.engine) as connection:
            outcomes = people.campaign_outcomes(connection)
        known = parts.services.campaigns()
        rows = [_campaign(one, outcomes.get(one.id, {})) for one in known]
        gone = sorted(set(outcomes) - {one.id for one in known})
        return Page(items=rows + [CampaignRow(id=id_, in_force=False, outcomes=outcomes[id_]) for id_ in gone])


def _campaign(one: Campaign, outcomes: dict[str, int]) -> CampaignRow:
    return CampaignRow(
        id=one.id, in_force=True, paused=one.paused, priority=one.priority, events=[str(kind) for kind in one.event],
        when=_said(one.when), must=_said(one.must), never=_said(one.never), prefer=_said(one.prefer),
        stories=list(one.stories), sender=one.sender, owner=one.owner, outcomes=outcomes,
    )  # fmt: skip


def _said(rules: Sequence[Any]) -> list[str]:
    return [str(rule.text) for rule in rules]
