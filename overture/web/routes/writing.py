"""Everything that authors write: stories and campaigns."""

from __future__ import annotations

from fastapi import APIRouter

from overture.web.deps import Parts
from overture.web.routes import campaigns, stories, story_edit


def routers(parts: Parts) -> tuple[APIRouter, ...]:
    """In this order: `/stories/new` comes before `/stories/{story_id}`."""
    return (story_edit.router(parts), stories.router(parts), campaigns.router(parts))
