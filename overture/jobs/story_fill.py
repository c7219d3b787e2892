"""How often each field would hold something: a story's events of the last 90 days, asked as if it were told on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from campaigns.experiment import Rate
from campaigns.story.format import Story
from overture.db import replaying
from overture.db.engine import read
from overture.jobs.story_cases import cases_of
from overture.services import Services

WINDOW = timedelta(days=90)
_MOST = 200  # events that are asked, the newest


@dataclass(frozen=True, slots=True)
class Filled:
    """Of `events` that somebody could be told of, how many have each field; a field that none has is left out."""

    events: int = 0
    known: Mapping[str, int] = field(default_factory=dict)

    def of(self, path: str) -> Rate:
        return Rate(self.known.get(path, 0), self.events)


def filled(services: Services, story: Story) -> Filled:
    """Events are counted whether or not the story requires what they lack; those that nobody could read are not."""
    since = services.now().date() - WINDOW
    with read(services.engine) as connection:
        rows = replaying.recent(connection, [kind.value for kind in story.events], most=_MOST, since=since)
        briefs = [case.brief for case in cases_of(services, connection, story, rows) if case.brief]
    return Filled(len(briefs), Counter(path for brief in briefs for path in brief.values))
