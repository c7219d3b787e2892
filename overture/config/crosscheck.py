"""What one file says about another: stories, promises, people and accounts that are named have to be there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TypeVar

from campaigns.campaign import Campaign
from campaigns.workspace import OurCompany
from overture.config.accounts import AccountTable
from overture.config.campaigns import ACCOUNT_OWNER, STRONGEST_TIE
from overture.config.directory import Contacts
from overture.config.document import Document
from overture.config.places import Problem, suggestion
from overture.config.sources import SourceConfig
from overture.config.stories import StoryFile
from overture.settings import Settings

T = TypeVar("T", SourceConfig, Campaign)


def check_stories_dir(document: Document, settings: Settings, folder: Path) -> list[Problem]:
    if folder.is_dir():
        return []
    return [document.problem(("stories",), f'there is no folder "{settings.stories}" beside this file')]


def check_sources(document: Document, sources: Sequence[SourceConfig], settings: Settings) -> list[Problem]:
    """Addresses that our own outbound policy would refuse: said now rather than at the first poll."""
    problems = []
    for number, source in _numbered(document, "sources", sources):
        refused = settings.outbound.target(source.url) if source.url else None
        if isinstance(refused, str):
            words = f"would be refused: {refused}; `outbound.allow` in settings.yaml can allow it"
            problems.append(document.problem(("sources", number, "url"), words, level="warn"))
    return problems


def check_campaigns(
    document: Document, campaigns: Sequence[Campaign], stories: Sequence[StoryFile], teammates: Collection[str] | None
) -> list[Problem]:
    """Stories and senders of every campaign. Senders are not checked where the team is unknown (None)."""
    problems = []
    for number, campaign in _numbered(document, "campaigns", campaigns):
        problems += _stories_of(document, number, campaign, stories)
        if teammates is not None and campaign.sender not in (STRONGEST_TIE, ACCOUNT_OWNER, *teammates):
            near = suggestion(campaign.sender, [STRONGEST_TIE, ACCOUNT_OWNER, *teammates])
            words = f'"{campaign.sender}" is neither {STRONGEST_TIE} nor {ACCOUNT_OWNER} nor an id of team.yaml{near}'
            problems.append(document.problem(("campaigns", number, "sender"), words))
    return problems


def _numbered(document: Document, key: str, values: Sequence[T]) -> list[tuple[int, T]]:
    """Each value with its number in the file; broken items before it are counted too."""
    items = document.data.get(key) if isinstance(document.data, dict) else None
    items = items if isinstance(items, list) else []  # what else stands there was refused already
    numbers = {item.get("id"): number for number, item in reversed(list(enumerate(items))) if isinstance(item, dict)}
    return [(numbers.get(value.id, 0), value) for value in values]


def _stories_of(document: Document, number: int, campaign: Campaign, stories: Sequence[StoryFile]) -> list[Problem]:
    known = {story.id for story in stories}
    problems = []
    for index, name in enumerate(campaign.stories):
        loc = ("campaigns", number, "stories", index)
        if name not in known:
            problems.append(document.problem(loc, f'there is no story "{name}"{suggestion(name, known)}'))
            continue
        told = {event for story in stories if story.id == name for event in story.events}
        if told and campaign.event and not told & {event.value for event in campaign.event}:
            words = f'"{name}" is about {", ".join(sorted(told))}, which this campaign does not wait for'
            problems.append(document.problem(loc, words, level="warn"))
    return problems


def check_company(document: Document, company: OurCompany | None, campaigns: Sequence[Campaign]) -> list[Problem]:
    if company or not campaigns:
        return []
    words = "is missing; without our name and postal address no message can be handed off"
    return [document.problem(("company",), words, level="warn")]


def check_champions(table: AccountTable, contacts: Contacts) -> None:
    """Resolve the champion of each account; one that is unknown is left empty with a warning."""
    for account in list(table.accounts.values()):
        if account.champion:
            try:
                table.set_champion(account.id, contacts.find(account.champion))
            except ValueError as error:
                table.drop(account.id, "champion", str(error))
