"""The last two stages: the clock over drafts, and the release of held messages."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from campaigns.quiet import Quiet, quiet
from campaigns.review import OPEN, HandoffState
from overture.db import draft_clock, outbox, revisit, seal, switches
from overture.db.claims import due
from overture.db.engine import read
from overture.db.release_caps import caps_hook
from overture.db.release_quiet import quiet_first
from overture.db.tables import drafts, handoffs
from overture.db.types import db_now
from overture.handoff.channels import Channel
from overture.handoff.eml import EmlFolder
from overture.jobs.batch import Done
from overture.services import Services


def clock_due(services: Services) -> Done:
    """End snoozes, expire what is out of date, look again at nos whose day has come, seal the audit."""
    summary = draft_clock.tick(services.engine, now=services.now(), limits=services.limits)
    woken = revisit.revisit(services.engine, now=services.now())
    sealed = seal.seal(services.engine, now=services.now())
    more = summary.left or woken == revisit.BATCH or sealed == seal.BATCH
    return Done("clock", worked=summary.total + woken + sealed, more=more, rings=("launch",) if woken else ())


def clock_is_due(connection: Connection, now: datetime) -> bool:
    waiting = exists().where(drafts.c.state.in_(sorted(OPEN)), drafts.c.run_at <= now)
    return (
        bool(connection.scalar(select(waiting)))
        or revisit.revisitable(connection, now)
        or seal.sealable(connection, now)
    )


def release_due(services: Services) -> Done:
    """Hand off what was held long enough; recover what a dead process left."""
    summary = outbox.release_due(
        services.engine,
        now=services.now(),
        limits=services.limits,
        keys=services.keys,
        channels=channels(services),
        policy=_policy(services),
    )
    return Done("release", worked=summary.total, failed=summary.failed, more=summary.handed_off > 0)


def _policy(services: Services) -> outbox.ReleasePolicy:
    caps = {campaign.id: campaign.caps for campaign in services.workspace.campaigns}
    with read(services.engine) as connection:
        paused = switches.is_on(connection, switches.RELEASE_PAUSED)
    settings = services.workspace.settings
    rest = quiet(settings.handoff.quiet, settings.handoff.quiet_days)
    hooks = quiet_first(rest, settings.time_zone, caps_hook(caps)) if rest != Quiet() else caps_hook(caps)
    return outbox.ReleasePolicy(paused=paused, caps=hooks)


def releasable(now: datetime) -> ColumnElement[bool]:
    """Held and due, or left in `sending` by a process whose lease has ended."""
    abandoned = and_(handoffs.c.state == HandoffState.SENDING, handoffs.c.lease_until < db_now())
    return or_(due(handoffs, (HandoffState.HELD,), now), abandoned)


def channels(services: Services) -> dict[str, Channel]:
    """The ways out that this installation has."""
    return {"eml": EmlFolder(services.workspace.handoff_dir)}
