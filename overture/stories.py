"""The stories on the shelf: files of the workspace, kept as immutable versions in the database.

A story whose file is broken stays on the shelf in its last good version; the problem is shown until it is mended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from campaigns.story.check import check
from campaigns.story.format import Story, load
from campaigns.story.lint import lint_story
from campaigns.types import Finding
from overture.config.stories import find_stories
from overture.db.bulk import insert_new
from overture.db.codec import plain
from overture.db.engine import write
from overture.db.tables import story_versions

_UNTELLABLE = frozenset({"TPL001", "TPL002", "TPL003", "TPL005"})
Key = tuple[str, str]  # story id, language


@dataclass(frozen=True, slots=True)
class Shelved:
    """A story in force, and which of its versions it is."""

    story: Story
    version: int


@dataclass(frozen=True, slots=True)
class StoryShelf:
    stories: Mapping[Key, Shelved] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()

    @classmethod
    def load(cls, engine: Engine, folder: Path, *, now: datetime) -> StoryShelf:
        """Read the folder; what is new becomes a version, what is broken keeps its last good one."""
        good: dict[Key, Story] = {}
        broken: set[Key] = set()
        problems: list[Finding] = []
        for file in find_stories(folder):
            story = load(file.path.read_text(encoding="utf-8", errors="replace"), file.path.name)
            faults = _faults(story)
            if isinstance(story, Story) and not faults:
                good[(story.id, story.language)] = story
            else:
                broken.add((file.id, file.language))
                problems.extend(faults)
        with write(engine) as connection:
            shelved = {key: Shelved(story, _version(connection, story, now)) for key, story in good.items()}
            shelved |= {key: earlier for key in broken if (earlier := _last_good(connection, *key))}
        return cls(shelved, tuple(problems))

    def get(self, story_id: str, language: str) -> Shelved | None:
        return self.stories.get((story_id, language))

    def of(self, story_id: str) -> list[Shelved]:
        """The story in all its languages."""
        return [shelved for (id_, _), shelved in sorted(self.stories.items()) if id_ == story_id]


def _faults(story: Story | list[Finding]) -> list[Finding]:
    """Why a story cannot be told at all: it cannot be read, or its template is broken."""
    found = list(check(story).findings) if isinstance(story, Story) else story
    return [finding for finding in found if finding.code in _UNTELLABLE]


def _version(connection: Connection, story: Story, now: datetime) -> int:
    """The newest version where it holds this very text, else a new one made from the file."""
    newest = newest_of(connection, story.id, story.language)
    if newest is not None and newest.content_hash == story.hash:
        return int(newest.version)
    return add_version(connection, story, findings=lint_story(story), author="file", now=now)


def newest_of(connection: Connection, story_id: str, language: str) -> Row[Any] | None:
    """The row of the last version; None for a story without any."""
    mine = (story_versions.c.story_id == story_id) & (story_versions.c.language == language)
    return connection.execute(select(story_versions).where(mine).order_by(story_versions.c.version.desc())).first()


def add_version(
    connection: Connection,
    story: Story,
    *,
    findings: Sequence[Finding],
    author: str,
    now: datetime,
    note: str | None = None,
) -> int:
    """Write the text down as the next version; gives its number. An earlier version may hold the same text."""
    newest = newest_of(connection, story.id, story.language)
    number = int(newest.version) + 1 if newest is not None else 1
    made = {
        "story_id": story.id,
        "language": story.language,
        "version": number,
        "content_hash": story.hash,
        "text": story.text,
        "findings": plain(tuple(findings)),
        "author": author,
        "note": note,
        "made_at": now,
    }
    insert_new(connection, story_versions, [made], returning="version")
    return number


def pinned(connection: Connection, story_id: str, language: str, version: int) -> Story | None:
    """The story as it was in one of its versions; None where that text is no story any more."""
    text = connection.scalar(
        select(story_versions.c.text).where(
            story_versions.c.story_id == story_id,
            story_versions.c.language == language,
            story_versions.c.version == version,
        )
    )
    story = load(text, f"{story_id}.{language}.j2") if text is not None else None
    return story if isinstance(story, Story) else None


def _last_good(connection: Connection, story_id: str, language: str) -> Shelved | None:
    row = newest_of(connection, story_id, language)
    story = load(row.text, f"{story_id}.{language}.j2") if row else None
    return Shelved(story, row.version) if row and isinstance(story, Story) else None
