"""What a changed campaign would have done in the last days, beside what the campaigns as they are would have done."""

from __future__ import annotations

from dataclasses import dataclass

from campaigns.workspace import Campaign
from overture.jobs.replay import DAYS, Difference, Replayed, compare, read_window, replay, with_campaign
from overture.services import Services


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Two replays of the same days, and the events with which they do not deal alike."""

    before: Replayed
    after: Replayed
    differences: tuple[Difference, ...]


def what_if(services: Services, changed: Campaign, *, days: int = DAYS) -> WhatIf:
    """Nothing is written; `changed` stands in for the campaign of its id."""
    campaigns = services.workspace.campaigns
    window = read_window(services, days=days)
    before = replay(services, window, campaigns)
    after = replay(services, window, with_campaign(campaigns, changed), done=before)
    return WhatIf(before, after, tuple(compare(before.would, after.would)))
