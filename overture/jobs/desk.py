"""A person's decisions with this installation's services: the same few functions serve pages, commands and scripts."""

from __future__ import annotations

from datetime import datetime

from campaigns.review import Refused, RejectReason
from campaigns.workspace import OurCompany
from overture.db import decisions
from overture.db.audit import Actor
from overture.db.decisions import Approved, Edited, OutboxPolicy, Rejected, Relint, Shown, Snoozed, Undone
from overture.services import Services
from overture.telling import Relinter


def company_of(services: Services) -> OurCompany:
    return services.workspace.company or OurCompany("", "")


def outbox_policy(services: Services) -> OutboxPolicy:
    """Holds by campaign, unless the environment sets one hold for all (as the demo does)."""
    settings = services.workspace.settings
    forced = services.environment.hold_seconds is not None
    holds = {} if forced else {c.id: c.hold for c in services.workspace.campaigns if c.hold is not None}
    return OutboxPolicy(
        company=company_of(services),
        hold=services.hold,
        channel=settings.handoff.channel,
        holds=holds,
        four_eyes=settings.review.four_eyes,
        bulk=settings.review.bulk,
        pages=services.environment.public_url,
    )


def relint(services: Services) -> Relint:
    """Binds and lints an edited text with the names that this workspace knows."""
    return Relinter(services)


def approve(services: Services, shown: Shown, actor: Actor) -> Approved | Refused:
    return decisions.approve(
        services.engine, shown, actor, now=services.now(), outbox=outbox_policy(services), keys=services.keys
    )


def edit(
    services: Services, shown: Shown, subject: str, body: str, actor: Actor, *, vouch: tuple[str, ...] = ()
) -> Edited | Refused:
    return decisions.edit(
        services.engine,
        shown,
        subject,
        body,
        actor,
        now=services.now(),
        company=company_of(services),
        relint=relint(services),
        vouch=vouch,
    )


def reject(
    services: Services,
    shown: Shown,
    reason: RejectReason,
    actor: Actor,
    *,
    comment: str | None = None,
    instead: str | None = None,
    whole_domain: bool = False,
) -> Rejected | Refused:
    return decisions.reject(
        services.engine,
        shown,
        reason,
        actor,
        now=services.now(),
        comment=comment,
        instead=instead,
        scope="domain" if whole_domain else "address",
        keys=services.keys,
    )


def snooze(
    services: Services, shown: Shown, until: datetime | None, actor: Actor, *, for_update: bool = False
) -> Snoozed | Refused:
    return decisions.snooze(services.engine, shown, until, actor, now=services.now(), for_update=for_update)


def undo(services: Services, draft_id: int, actor: Actor) -> Undone | Refused:
    return decisions.undo(services.engine, draft_id, actor, now=services.now())
