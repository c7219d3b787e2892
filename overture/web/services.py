"""What the web app is given: nothing in this room reads an environment, a clock or a file of the workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import IPv4Network, IPv6Network
from typing import Protocol

from sqlalchemy import Engine

from campaigns.campaign import Campaign
from campaigns.types import Rendered
from campaigns.workspace import Case, Promise
from overture.db.decisions import OutboxPolicy, Relint
from overture.db.secret import Keyring
from overture.demo.keep import Kept
from overture.explained import Whose
from overture.jobs.account_desk import AccountDesk
from overture.jobs.campaign_desk import CampaignDesk
from overture.jobs.house_desk import HouseDesk
from overture.jobs.source_desk import SourceDesk
from overture.jobs.story_desk import StoryDesk
from overture.jobs.what_if import WhatIf
from overture.settings import Alerts

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def _no_campaigns() -> tuple[Campaign, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class WebSettings:
    """The bits of the settings that pages need."""

    version: str = "0.1.0"
    time_zone: str = "UTC"
    https: bool = False  # cookies are Secure and `__Host-` named, and HSTS is on
    hosts: frozenset[str] = LOOPBACK_NAMES  # names this app answers to; without port
    body_limit: int = 1024 * 1024  # bytes of a request
    session_idle: timedelta = timedelta(minutes=30)
    session_total: timedelta = timedelta(hours=12)
    hash_memory_kib: int = 65_536  # of argon2id
    hash_passes: int = 3
    proxies: tuple[IPv4Network | IPv6Network, ...] = ()  # whose word on where a caller comes from is taken
    published: bool = False  # a public address is set, so a proxy stands in front
    metrics_token: str | None = None  # opens /metrics; without one, only this machine may ask
    calls_per_minute: int = 600  # of one token, or of one person's pages, to the API


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the workspace lets us promise and tell, and which stories (`id.language`) make which promise."""

    promises: tuple[Promise, ...] = ()
    cases: tuple[Case, ...] = ()
    promised_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class StoryOriginals(Protocol):
    """What the stories of drafts say without a person's edit."""

    def variants(self, story_id: str, language: str, version: int) -> tuple[str, ...]:
        """The names of the story's subjects; none where it is not known."""

    def told(self, draft_id: int, variant: str | None = None) -> Rendered | None:
        """The story told again for the draft as it stands; None where that cannot be done."""


@dataclass(frozen=True, slots=True)
class WebServices:
    """Everything that the pages reach: data, the clock of business time, keys, and the acts on drafts."""

    engine: Engine
    clock: Callable[[], datetime]
    keyring: Keyring
    outbox: Callable[[], OutboxPolicy]  # our company, holds and channel, as the workspace says now
    relint: Relint  # binds and lints an edited text
    campaigns: Callable[[], tuple[Campaign, ...]] = _no_campaigns
    catalogue: Callable[[], Catalogue] = Catalogue
    alerts: Callable[[], Alerts] = Alerts  # from when a source in trouble is counted beside its page's name
    what_if: Callable[[Campaign], WhatIf] | None = None  # replays the last days; None where there is no workspace
    sources: SourceDesk | None = None  # sources.yaml and the way out to feeds; None where there is no workspace
    accounts: AccountDesk | None = None  # accounts.csv and contacts.csv; None where there is no workspace
    tuning: CampaignDesk | None = None  # campaigns.yaml and replays; None where there is no workspace
    originals: StoryOriginals | None = None
    whose: Whose | None = None  # which account a name could be; None where there is no workspace
    stories: StoryDesk | None = None  # the folder of stories and trials of a text; None where there is no workspace
    house: HouseDesk | None = None  # what is in force and where it came from; None where there is no workspace
    settings: WebSettings = WebSettings()
    demo_user: str | None = None  # signed in by itself, on loopback only
    keep_demo: Callable[[], Kept] | None = None  # turns the demo into a workspace of one's own; None outside of it
    extras: Mapping[str, str] = field(default_factory=dict)  # notes for the footer: config file, last good load
