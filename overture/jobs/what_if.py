"""What a changed campaign would have done in the last days, beside what the campaigns as they are would have done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from campaigns.campaign import Campaign
from overture.config.workspace import Workspace
from overture.jobs.replay import DAYS, Difference, Replayed, compare, read_window, replay, with_campaign
from overture.services import Services


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Two replays of the same days, and the events with which they do not deal alike."""

    before: Replayed
    after: Replayed
    differences: tuple[Difference, ...]


FRESH = timedelta(minutes=1)


@dataclass(slots=True)
class Kept:
    """The campaigns' own replay, kept for whoever tries one value after another: for a minute, or until the files are
    read anew. Two threads at once only do the work twice."""

    workspace: Workspace | None = None
    before: Replayed | None = None

    def of(self, services: Services, days: int) -> Replayed:
        workspace, before = services.workspace, self.before
        now = services.now()
        if before is None or self.workspace is not workspace or not now - FRESH < before.window.until <= now:
            before = replay(services, read_window(services, days=days), workspace.campaigns)
            self.workspace, self.before = workspace, before
        return before


def what_if(services: Services, changed: Campaign, *, days: int = DAYS, kept: Kept | None = None) -> WhatIf:
    """Nothing is written; `changed` stands in for the campaign of its id. `kept` spares what was just read, and is
    for one number of days."""
    before = (kept or Kept()).of(services, days)
    after = replay(services, before.window, with_campaign(before.campaigns, changed), done=before)
    return WhatIf(before, after, tuple(compare(before.would, after.would)))
