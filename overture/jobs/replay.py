"""The last days again, with the campaigns of the workspace or with changed ones. Nothing is written.

    window = read_window(services, days=30)
    before = replay(services, window, services.workspace.campaigns)
    after = replay(services, window, with_campaign(services.workspace.campaigns, changed), done=before)

People, promises owed and the do-not-contact list are as they are known today; what was written and handed off since
the window began is left out, since the replay writes its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from campaigns.campaign import Campaign
from campaigns.launch import Subject
from campaigns.ports import Storyteller
from campaigns.replay import Difference, Done, Past, Would, by_rule, compare
from campaigns.replay import replay as replay_pasts
from campaigns.types import No
from campaigns.workspace import Account
from overture.db import launching, replaying, standing
from overture.db.engine import read
from overture.db.people import load
from overture.jobs.own_events import narrowed
from overture.services import Services
from overture.telling import Teller

DAYS = 30
MOST = 500  # events in one replay, the newest: a person waits for the answer

__all__ = ["DAYS", "Difference", "Replayed", "Window", "compare", "read_window", "replay", "with_campaign"]


@dataclass(frozen=True, slots=True)
class Window:
    """The events of a time, read once for as many replays as one likes."""

    since: datetime
    until: datetime
    pasts: tuple[Past, ...]
    refused: int  # about nobody, before any campaign is asked
    events: int
    unmatched: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Replayed:
    """What would have become of each event of a window."""

    window: Window
    would: tuple[Would, ...]
    campaigns: tuple[Campaign, ...] = ()

    def drafts(self, campaign: str | None = None) -> list[Would]:
        """Those that would have been drafted, by this campaign or by any."""
        return [one for one in self.would if one.campaign and campaign in (None, one.campaign)]

    def nos(self, campaign: str) -> Counter[str]:
        """How often each rule would have said no for this campaign."""
        return by_rule(self.would, campaign)


def read_window(services: Services, *, days: int = DAYS) -> Window:
    """The events of the last `days` days with what is known at their accounts; at most `MOST`, the newest."""
    now = services.now()
    since = now - timedelta(days=days)
    with read(services.engine) as connection:
        seen = replaying.seen(connection, since=since, until=now, most=MOST)
        pasts = _pasts(services, connection, seen, now)
    refused = len(seen.rows) - len(pasts)
    return Window(since, now, tuple(pasts), refused, seen.events, seen.unmatched, seen.left_out)


def _pasts(services: Services, connection: Connection, seen: replaying.Seen, now: datetime) -> list[Past]:
    rows = seen.rows
    tellings = launching.tellings(connection, [row.id for row in rows])
    found, told = launching.triggers_of(rows, tellings), launching.readings_of(tellings)
    accounts = {one.id: one for one in load(connection, Account, by="id", among={row.account_id for row in rows})}
    people = standing.people_at(connection, accounts.keys(), today=now.date())
    before = standing.histories(connection, accounts.values(), people, keys=services.keys, now=now)
    pasts = []
    for row in rows:
        if row.account_id in accounts:
            readings = [reading for _, reading in told.get(row.id, [])]
            known = people[row.account_id], before[row.account_id]
            about = narrowed(connection, found[row.id], readings, *known, now=row.first_seen_at)
            if not isinstance(about, No):
                pasts.append(Past(Subject(found[row.id], accounts[row.account_id], *about), row.first_seen_at))
    return pasts


def replay(
    services: Services, window: Window, campaigns: Sequence[Campaign], *, done: Replayed | None = None
) -> Replayed:
    """What these campaigns would have done in the window, each event at the moment we learned of it. `done`, another
    replay of it, spares what cannot differ."""
    pasts = _asked(services, window, campaigns)

    def teller_at(at: datetime) -> Storyteller:
        return Teller(services, at)

    known = Done(done.campaigns, done.would) if done else None
    found = replay_pasts(pasts, campaigns=campaigns, teller_at=teller_at, done=known)
    return Replayed(window, tuple(found), tuple(campaigns))


def _asked(services: Services, window: Window, campaigns: Sequence[Campaign]) -> list[Past]:
    """The events with whom the questions of these campaigns find."""
    ids = {past.subject.account.id for past in window.pasts}
    with read(services.engine) as connection:
        found = standing.asked_by(connection, campaigns, ids, today=window.until.date())
    if not found:
        return list(window.pasts)

    def with_asked(past: Past) -> Past:
        people = replace(past.subject.people, asked=found)
        return replace(past, subject=replace(past.subject, people=people))

    return [with_asked(past) for past in window.pasts]


def with_campaign(campaigns: Sequence[Campaign], changed: Campaign) -> tuple[Campaign, ...]:
    """The campaigns with `changed` in the place of the one of its id, or at the end where there is none."""
    if all(one.id != changed.id for one in campaigns):
        return (*campaigns, changed)
    return tuple(changed if one.id == changed.id else one for one in campaigns)
