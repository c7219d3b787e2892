"""Which stories a draft about an event can be asked for with, and what is said of what was asked; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaigns.campaign import Campaign
from campaigns.story.format import Story
from triggers.types import EventKind

Record = Mapping[str, Any]
Key = tuple[str, str]  # story id, language


@dataclass(frozen=True, slots=True)
class Offer:
    """A story for this kind of event, and the running campaigns that tell it."""

    story: str
    languages: tuple[str, ...]  # none where the stories in force are not known
    campaigns: tuple[str, ...]


def offers(kind: str, campaigns: Sequence[Campaign], in_force: Mapping[Key, Story] | None) -> tuple[Offer, ...]:
    """Stories in the order of the campaigns. `in_force` is None where there is no workspace to ask: then all are."""
    telling: dict[str, list[str]] = {}
    for campaign in campaigns:
        if not campaign.paused and kind in campaign.event:
            for story in campaign.stories:
                telling.setdefault(story, []).append(campaign.id)
    if in_force is None:
        return tuple(Offer(story, (), tuple(ids)) for story, ids in telling.items())
    event = EventKind(kind)
    spoken: dict[str, list[str]] = {}
    for (story, language), held in sorted(in_force.items()):
        if event in held.events:
            spoken.setdefault(story, []).append(language)
    return tuple(Offer(one, tuple(spoken[one]), tuple(ids)) for one, ids in telling.items() if one in spoken)


def wish_said(wish: Record | None, names: Mapping[str, str], contacts: Mapping[str, str]) -> tuple[str, str]:
    """What was asked for last, and why there is no draft or that it is looked at; both empty where a draft came."""
    if not wish or wish["draft"]:
        return "", ""
    whom = f" for {contacts.get(wish['contact'], wish['contact'])}" if wish["contact"] else ""
    asked = f"{names.get(wish['by'], wish['by'])} asked for “{wish['story']}”{whom}."
    return asked, f"No draft: {wish['no']}" if wish["no"] else "The line looks at it within seconds."
