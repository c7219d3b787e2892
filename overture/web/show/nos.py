"""What was not written, by rule and by reason; and what would have been with another rule. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from campaigns.campaign import Campaign
from campaigns.replay import Difference, Would
from campaigns.what_if import Option, options
from overture.jobs.what_if import WhatIf
from overture.web.show.words import EventLabel, event_label, plain_words

Record = Mapping[str, Any]

RULES = {
    "age": "the event is too old for the campaign",
    "when": "the event lacks what the campaign asks for",
    "status": "the news is a rumour or was denied",
    "must": "the account or contact lacks what the campaign needs",
    "never": "the campaign never writes there",
    "no_contact": "nobody there whom we may write to is known",
    "asked": "the campaign’s question found nobody there",
    "suppressed": "they are on the do-not-contact list",
    "lawful_basis": "there is no lawful basis for writing",
    "cap_contact": "the contact heard from us lately",
    "cap_account": "the account heard from us lately",
    "cap_sender": "the sender has written enough",
    "cap_day": "the campaign has written enough for a day",
    "open_draft": "another draft to them waits",
    "open_conversation": "somebody is talking with them",
    "call_them": "three mails had no answer: call them",
    "promise_overdue": "we owe them something",
    "nothing_owed": "nothing is owed that could be mended",
    "left_alone": "they are left alone for a while",
    "another_campaign": "another campaign wrote about the event",
    "no_story": "no story fits",
    "story_said_no": "the story ended itself",
    "story_broken": "the story cannot be told",
    "paused": "the campaign is paused",
    "no_sender": "nobody of ours could send it",
    "sensitive": "the event is sensitive",
}


def by_rule(reasons: Sequence[Record]) -> tuple[tuple[str, str, int], ...]:
    """Rule, what it means, and how often it said no; most first."""
    counted: Counter[str] = Counter()
    for row in reasons:
        counted[row["rule"]] += row["many"]
    return tuple((rule, RULES.get(rule, plain_words(rule).lower()), many) for rule, many in counted.most_common())


@dataclass(frozen=True, slots=True)
class Tried:
    """An option of a campaign, and how often its rule said no to it so far."""

    option: Option
    many: int


def tried(campaign: Campaign, said: Sequence[Record]) -> tuple[Tried, ...]:
    """`said`: the campaign's nos by rule and by what the rule looked at."""
    return tuple(Tried(option, _times(option, said)) for option in options(campaign))


def _times(option: Option, said: Sequence[Record]) -> int:
    mine = [row for row in said if row["rule"] == option.rule]
    return sum(row["many"] for row in mine if option.path is None or option.path in (row["evidence"] or ()))


@dataclass(frozen=True, slots=True)
class Change:
    """One event that would have gone otherwise."""

    trigger_id: int
    event: EventLabel
    account: str
    account_id: str
    on: date
    before: str
    after: str
    gained: bool  # a draft instead of none


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last days with the change, told in numbers."""

    events: int
    before: int  # drafts
    after: int
    more: int
    fewer: int
    changes: tuple[Change, ...]


def verdict(found: WhatIf, campaign_id: str) -> Verdict:
    changes = tuple(_change(one, campaign_id) for one in found.differences)
    old, new = len(found.before.drafts()), len(found.after.drafts())
    more = sum(bool(one.after.campaign and not one.before.campaign) for one in found.differences)
    fewer = sum(bool(one.before.campaign and not one.after.campaign) for one in found.differences)
    shown = tuple(sorted(changes, key=lambda one: (not one.gained, -one.on.toordinal(), one.trigger_id)))
    return Verdict(len(found.before.would), old, new, more, fewer, shown)


def _change(one: Difference, campaign_id: str) -> Change:
    trigger, account = one.after.trigger, one.after.past.subject.account
    facts = {field.name: getattr(trigger.facts, field.name) for field in fields(trigger.facts)}
    label = event_label(str(trigger.kind), facts)
    gained = bool(one.after.campaign and not one.before.campaign)
    before, after = _fate(one.before, campaign_id), _fate(one.after, campaign_id)
    return Change(trigger.id, label, account.name, account.id, trigger.event_on, before, after, gained)


def _fate(would: Would, campaign_id: str) -> str:
    if would.go is not None and would.chosen is not None:
        return f"a draft to {would.go.contact.name}: {would.chosen.story_id} by {would.go.campaign.id}"
    no = would.no_of(campaign_id) or (would.nos[0] if would.nos else None)
    return f"not written: {no.reason}" if no else "nobody asks for it"
