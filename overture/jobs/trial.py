"""A dry run of one source: asked, parsed, read, matched and told as in earnest, and nothing is saved."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from campaigns.launch import Outcome, Subject, launch
from campaigns.types import Abstain, Match, Source, Trigger
from campaigns.workspace import Account
from overture.db import standing
from overture.db.engine import read as reading
from overture.db.people import load
from overture.db.tables import sources
from overture.services import Services
from overture.telling import Teller
from triggers.poll import DueSource, Polled, poll
from triggers.read import Unread, read
from triggers.schedule import Health
from triggers.sources import SourceConfig
from triggers.types import ParsedFeed, Reading, Told

NEWEST = 5


@dataclass(frozen=True, slots=True)
class Became:
    """What one event of an entry would come to: `end` is draft, no or abstained, `why` a sentence."""

    event: str
    company: str
    account: str | None
    end: str
    why: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One entry, and what would become of it; empty where it tells no event."""

    title: str
    link: str | None
    published: datetime | None
    became: tuple[Became, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """What one poll would bring. `seconds` by step; `items` are those that tell events, and the newest besides."""

    http: str
    failure: str | None = None
    side: str | None = None
    moved_to: str | None = None  # where a redirect led
    title: str = ""
    entries: int = 0
    warnings: tuple[str, ...] = ()
    triggers: int = 0
    matches: int = 0
    drafts: int = 0
    items: tuple[Tried, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class _Watch:
    """Seconds of each step."""

    seconds: dict[str, float] = field(default_factory=dict)
    _since: float = field(default_factory=time.monotonic)

    def note(self, step: str) -> None:
        now = time.monotonic()
        self.seconds[step], self._since = round(now - self._since, 3), now


def trial(services: Services, which: str) -> Trial:
    """Try the source of this id, or the feed at this address."""
    watch, config = _Watch(), SourceConfig(id=which, url=_address(services, which))
    asked = [DueSource(config, Health())]
    policy = services.workspace.settings.outbound
    polled = poll(asked, policy=policy, jail=services.jail, limits=services.limits, now=services.now())[0]
    watch.note("ask and parse")
    if polled.feed is None:
        failure = polled.failure
        side, words = (failure.side, failure.message) if failure else (None, "nothing came")
        return Trial(_http(config, polled), failure=words, side=side, seconds=watch.seconds)
    return _read(services, config, polled, polled.feed, watch)


def _address(services: Services, which: str) -> str:
    with reading(services.engine) as connection:
        return connection.scalar(select(sources.c.url).where(sources.c.id == which)) or which


def _http(config: SourceConfig, polled: Polled) -> str:
    reply = polled.reply
    if reply is None:
        return f"GET {config.url}"
    validators = "etag yes" if reply.etag else "etag no"
    return f"GET {config.url}  {reply.status}  {len(reply.body) / 1024:.0f} kB  {reply.elapsed:.2f} s  {validators}"


def _read(services: Services, config: SourceConfig, polled: Polled, feed: ParsedFeed, watch: _Watch) -> Trial:
    resolver = services.resolver()
    found = read(_unread(feed, config, services.now()), resolver)
    tellings = [telling for one in found for telling in one.tellings]
    watch.note("read")
    answers = {
        id(telling): resolver.outcome(telling.mention.company, _reading(feed, config, telling.entry_id))
        for telling in tellings
    }
    watch.note("match")
    outcomes = _launched(services, tellings, answers)
    watch.note("ask campaigns and tell")
    became = {id(one): _became(one, answers[id(one)], outcomes.get(id(one))) for one in tellings}
    items = [
        Tried(entry.title, entry.link, entry.published, tuple(became[id(one)] for one in told.tellings))
        for entry, told in zip(feed.entries, found, strict=True)
    ]
    reply = polled.reply
    return Trial(
        _http(config, polled),
        moved_to=reply.url if reply and reply.url != config.url else None,
        title=feed.title or "",
        entries=len(items),
        warnings=feed.warnings,
        triggers=len(tellings),
        matches=sum(isinstance(answer, Match) for answer in answers.values()),
        drafts=sum(one.end == "draft" for one in became.values()),
        items=tuple(item for at, item in enumerate(items) if at < NEWEST or item.became),
        seconds=watch.seconds,
    )


def _unread(feed: ParsedFeed, config: SourceConfig, now: datetime) -> list[Unread]:
    return [
        Unread(at, _reading(feed, config, at), feed.title or config.id, entry.published or now)
        for at, entry in enumerate(feed.entries)
    ]


def _reading(feed: ParsedFeed, config: SourceConfig, at: int) -> Reading:
    entry = feed.entries[at]
    return Reading(str(at), entry.title, entry.text, config.id, entry.link, feed.language, entry.published)


def _launched(services: Services, tellings: Sequence[Told], answers: dict[int, Match | Abstain]) -> dict[int, Outcome]:
    """What the campaigns would say; of several tellings of one kind at one account the first stands for all."""
    now, first = services.now(), dict[tuple[str, str], Told]()
    for telling in tellings:
        answer = answers[id(telling)]
        if isinstance(answer, Match):
            first.setdefault((telling.mention.kind.value, answer.best.account_id), telling)
    if not first:
        return {}
    with reading(services.engine) as connection:
        subjects = _subjects(services, connection, first, now)
        begun = standing.drafts_today(connection, now)
    campaigns = services.workspace.campaigns
    done = launch(subjects, campaigns=campaigns, storyteller=Teller(services, now), begun=begun, now=now)
    named = {(one.subject.trigger.kind.value, one.subject.account.id): one for one in done}
    return {
        id(telling): named[telling.mention.kind.value, answer.best.account_id]
        for telling in tellings
        if isinstance(answer := answers[id(telling)], Match)
        and (telling.mention.kind.value, answer.best.account_id) in named
    }


def _subjects(
    services: Services, connection: Connection, first: dict[tuple[str, str], Told], now: datetime
) -> list[Subject]:
    ids = {account_id for _, account_id in first}
    accounts = {one.id: one for one in load(connection, Account, by="id", among=ids)}
    campaigns, today = services.workspace.campaigns, now.date()
    people = standing.people_at(connection, accounts.keys(), campaigns=campaigns, today=today)
    before = standing.histories(connection, accounts.values(), people, keys=services.keys, now=now)
    return [
        Subject(replace(_trigger(at, telling), account_id=id_), accounts[id_], people[id_], before[id_])
        for at, ((_, id_), telling) in enumerate(first.items(), 1)
        if id_ in accounts
    ]


def _trigger(number: int, telling: Told) -> Trigger:
    mention = telling.mention
    source = Source(telling.entry_id, telling.publisher, telling.title, telling.url, telling.at, telling.title)
    return Trigger(
        id=number, kind=mention.kind, company=mention.company, status=mention.status, event_on=telling.at.date(),
        facts=mention.facts, sources=(source,),
    )  # fmt: skip


def _became(telling: Told, answer: Match | Abstain, outcome: Outcome | None) -> Became:
    kind, company = telling.mention.kind.value, telling.mention.company
    if isinstance(answer, Abstain):
        return Became(kind, company, None, "abstained", answer.reason)
    draft = outcome.draft if outcome else None
    if draft is not None:
        why = f"{draft.chosen.story_id} to {draft.go.contact.name}, from {draft.go.sender.name}"
        return Became(kind, company, answer.best.name, "draft", why)
    nos = [f"{no.campaign}: {no.reason}" for no in outcome.nos] if outcome else []
    return Became(kind, company, answer.best.name, "no", "; ".join(nos) or "no campaign asks for this event")
