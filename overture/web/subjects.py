"""Which version of a story is told now, and how its subjects fare; for the pages and the API alike."""

from __future__ import annotations

from sqlalchemy import Connection

from campaigns.experiment import Experiment, experiment, same_since
from campaigns.story.format import Story, load
from overture.db import views_stories as views
from overture.db.views_fared import by_variant
from overture.jobs.story_desk import file_name
from overture.web.deps import Parts


def in_force(parts: Parts, story_id: str, language: str) -> int | None:
    """The version that is told now; None where none is, or nobody here knows."""
    desk = parts.services.stories
    shelved = desk.in_force().get((story_id, language)) if desk else None
    return shelved.version if shelved else None


def tried_subjects(connection: Connection, parts: Parts, story_id: str, language: str) -> Experiment | None:
    """How the subjects in force fare beside each other; None where the text is no story."""
    row = views.version(connection, story_id, language, in_force(parts, story_id, language))
    story = load(row["text"], file_name(story_id, language)) if row else None
    if row is None or not isinstance(story, Story):
        return None
    since = same_since(story, views.texts(connection, story_id, language), row["version"])
    return experiment(story, since, by_variant(connection, story_id, language, since=since))
