"""What the story of a draft itself says, in each variant of its subject, with what the draft may say now.

A person's edit is compared with it, and can be taken back to it, also after the facts in the text were corrected:
the story is told anew from the brief of the version that stands, in the version of the story that was chosen.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row

from campaigns.story.format import Story
from campaigns.story.jailed import Late, render_jailed
from campaigns.types import Brief, Rendered
from overture.db.codec import brief_of
from overture.db.decide_base import find
from overture.db.decide_moves import version_of
from overture.db.engine import read
from overture.services import Services
from overture.stories import pinned

_MOST = 500  # versions of stories in memory; they never change

Key = tuple[str, str, int]  # story, language, version


class Originals:
    """Tells the stories of drafts again; implements `overture.web.services.StoryOriginals`."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._stories: dict[Key, Story | None] = {}

    def variants(self, story_id: str, language: str, version: int) -> tuple[str, ...]:
        """The names of the story's subjects, in the order of its file."""
        key = (story_id, language, version)
        if key not in self._stories:
            with read(self._services.engine) as connection:
                self._read(connection, key)
        story = self._stories[key]
        return tuple(subject.variant for subject in story.subjects) if story else ()

    def told(self, draft_id: int, variant: str | None = None) -> Rendered | None:
        """The story as it would be without a person's edit, in this variant or the draft's own; None where it cannot
        be told any more, or has no such variant."""
        with read(self._services.engine) as connection:
            draft = find(connection, draft_id)
            version = version_of(connection, draft) if draft is not None else None
            if draft is None or version is None:
                return None
            story = self._read(connection, (draft.story_id, draft.language, version.story_version))
        wanted = variant or version.variant
        if story is None or wanted not in story.weights:
            return None
        return self._render(story, wanted, draft, version)

    def _read(self, connection: Connection, key: Key) -> Story | None:
        if len(self._stories) > _MOST:
            self._stories.clear()
        if key not in self._stories:
            self._stories[key] = pinned(connection, *key)
        return self._stories[key]

    def _render(self, story: Story, variant: str, draft: Row[Any], version: Row[Any]) -> Rendered | None:
        brief = [(f"{draft.account_id}:{story.id}", Brief(brief_of(version.brief)))]
        try:
            told = render_jailed(self._services.jail, story, brief, variant=variant, limits=self._services.limits)
        except Late:
            return None
        return told[0] if isinstance(told[0], Rendered) else None
