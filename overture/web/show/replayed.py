"""What a replay comes to: drafts and nos as they are and as they would be, and event by event what differs; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from campaigns.replay import Difference, Would


class Replayed(Protocol):
    """The answers of one replay; `overture.jobs.replay.Replayed` is one."""

    @property
    def would(self) -> tuple[Would, ...]: ...


@dataclass(frozen=True, slots=True)
class Count:
    """A number before and after."""

    name: str
    before: int
    after: int

    @property
    def change(self) -> str:
        step = self.after - self.before
        return f"+{step}" if step > 0 else f"−{-step}" if step < 0 else "="


@dataclass(frozen=True, slots=True)
class Row:
    """One event that would be dealt with otherwise."""

    trigger_id: int
    kind: str
    account_id: str
    account: str
    day: str
    before: str
    after: str
    better: bool | None  # a draft more, a draft less, or neither


def drafts(before: Sequence[Would], after: Sequence[Would], campaign: str) -> list[Count]:
    """Drafts of this campaign, of all the others, and of all."""

    def of(would: Sequence[Would], *, mine: bool) -> int:
        return sum(one.campaign is not None and (one.campaign == campaign) is mine for one in would)

    mine = Count("of this campaign", of(before, mine=True), of(after, mine=True))
    rest = Count("of the others", of(before, mine=False), of(after, mine=False))
    return [mine, rest, Count("in all", mine.before + rest.before, mine.after + rest.after)]


def nos(before: Sequence[Would], after: Sequence[Would], campaign: str) -> list[Count]:
    """Nos of this campaign by rule, most first."""
    rules = {no.rule for one in (*before, *after) if (no := one.no_of(campaign))}

    def of(would: Sequence[Would], rule: str) -> int:
        return sum(no is not None and no.rule == rule for no in (one.no_of(campaign) for one in would))

    found = [Count(rule, of(before, rule), of(after, rule)) for rule in rules]
    return sorted(found, key=lambda one: (-max(one.before, one.after), one.name))


def rows(differences: Sequence[Difference], campaign: str) -> list[Row]:
    """What differs, drafts won and lost first, then by day."""
    found = [_row(one, campaign) for one in differences]
    return sorted(found, key=lambda one: (one.better is None, one.day))


def _row(difference: Difference, campaign: str) -> Row:
    before, after = difference.before, difference.after
    trigger, account = before.trigger, before.past.subject.account
    won, lost = after.campaign and not before.campaign, before.campaign and not after.campaign
    return Row(
        trigger.id, trigger.kind.value, account.id, account.name, trigger.event_on.isoformat(),
        _said(before, campaign), _said(after, campaign), True if won else False if lost else None,
    )  # fmt: skip


def _said(would: Would, campaign: str) -> str:
    """What would have become of it, in a line."""
    if would.go and would.chosen:
        return f"draft to {would.go.contact.name} by {would.go.campaign.id}, {would.chosen.story_id}"
    no = would.no_of(campaign) or next(iter(would.nos), None)
    return no.reason if no else "no campaign asks for it"
