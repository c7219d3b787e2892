"""Should we write about this event to somebody at this account, and to whom: a Go, or a No with its reason.

Most events are not for us, and saying so early is the point: rules go from what is cheapest and final to what costs
looking at people, and the first that says no ends the matter. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from campaigns.campaign import Campaign, Op, Rule
from campaigns.choose import Choice, Pick, choose
from campaigns.durations import say_duration
from campaigns.rule_words import in_words, plain
from campaigns.rules import heals_on, holds, trigger_view, view
from campaigns.sender import Sender, sender
from campaigns.standing import Conversation, History, OpenDraft, People, Suppressed, Touch, free_at, morning_after
from campaigns.story.grave import is_sensitive
from campaigns.types import Go, No, Trigger
from campaigns.workspace import Account, Lifecycle
from triggers.types import Status

__all__ = ["Conversation", "History", "OpenDraft", "People", "Suppressed", "Touch", "asks", "fit", "sensitive"]

_AFTER_DRAFT = timedelta(days=7)  # an open draft is decided by then, or expires
_AFTER_TALK = timedelta(days=14)
_SHARE = {"prefer": 40, "tie": 20, "concern": 15, "rest": 25}  # of a score of 100


def sensitive(trigger: Trigger, account: Account) -> bool:
    """An event that gets no pitch, promise or congratulation; only stories without them may speak of it."""
    told = (text for one in trigger.sources for text in (one.title, one.quote))
    return is_sensitive(trigger.kind, *told, customer=account.lifecycle is Lifecycle.CUSTOMER)


def asks(campaign: Campaign, trigger: Trigger, now: datetime) -> No | None:
    """Does the campaign ask for such an event at all? Looks at the trigger alone; None means yes."""
    today = now.date()
    if trigger.kind not in campaign.event:
        wanted = ", ".join(kind.value for kind in campaign.event)
        return No(campaign.id, "event", f"The campaign asks for {wanted}, not {trigger.kind.value}.")
    if campaign.paused:
        return No(campaign.id, "paused", "The campaign is paused.")
    return (
        _status(campaign, trigger)
        or _age(campaign, trigger, today)
        or _unmet(campaign, campaign.when, trigger_view(trigger, today) | {"today": today}, "when", today)
    )


def fit(
    campaign: Campaign, *, trigger: Trigger, account: Account, people: People, history: History, now: datetime
) -> Go | No:
    """Go with contact, sender and score, or the first rule that says no. Call `asks` before."""
    facts = view(account, None, trigger, now)
    early = (
        _suppressed(campaign, account, history)
        or _account_rules(campaign, facts, now.date())
        or _promises(campaign, account, history)
        or _left_alone(campaign, account, history, now)
    )
    if early is not None:
        return early
    choice = choose(campaign, trigger=trigger, account=account, people=people, history=history, now=now)
    if isinstance(choice, No):
        return choice
    late = _account_cap(campaign, account, history, now) or _busy(campaign, account, people, history, now)
    if late is not None:
        return late
    writes = sender(campaign, account, choice.first.contact, people)
    if writes is None:
        return No(campaign.id, "no_sender", f"Nobody of ours is named, tied or responsible for {account.name}.")
    return _sender_caps(campaign, writes, history, now) or _go(campaign, choice, writes, facts, trigger, account)


# --- the trigger alone --------------------------------------------------------------------------------------------


def _status(campaign: Campaign, trigger: Trigger) -> No | None:
    if trigger.status is Status.DENIED:
        return No(campaign.id, "status", f"The report about {trigger.company} was denied.")
    allowed = any(rule.path == "trigger.status" and rule.op is Op.IN for rule in campaign.when)
    if trigger.status is Status.RUMOURED and not allowed:
        return No(
            campaign.id, "status", f"It is only rumoured at {trigger.company}, and the campaign waits for the news."
        )
    return None


def _age(campaign: Campaign, trigger: Trigger, today: date) -> No | None:
    age = today - trigger.event_on
    if age <= campaign.age:
        return None
    span, limit = say_duration(age), say_duration(campaign.age)
    told = f"The event was {span} ago, on {plain(trigger.event_on)}; the campaign goes back {limit}."
    return No(campaign.id, "age", told)


# --- the account --------------------------------------------------------------------------------------------------


def _suppressed(campaign: Campaign, account: Account, history: History) -> No | None:
    why = history.suppressed.account(account)
    return No(campaign.id, "suppressed", f"{_sentence(why)}.") if why else None


def _account_rules(campaign: Campaign, facts: Mapping[str, object], today: date) -> No | None:
    """Must and never rules over account and trigger; those over contacts are asked of each contact."""
    return _unmet(campaign, _over_account(campaign.must), facts, "must", today) or _met(
        campaign, _over_account(campaign.never), facts, today
    )


def _over_account(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if not rule.path.startswith("contact."))


def _unmet(
    campaign: Campaign, rules: tuple[Rule, ...], facts: Mapping[str, object], code: str, today: date
) -> No | None:
    for rule in rules:
        if not holds(rule, facts):
            reason = f"The campaign writes only where {in_words(rule)}; {_known(rule, facts)}."
            return No(campaign.id, code, reason, heals_on(rule, facts, today), rule.better_served_by, (rule.path,))
    return None


def _met(campaign: Campaign, rules: tuple[Rule, ...], facts: Mapping[str, object], today: date) -> No | None:
    for rule in rules:
        if holds(rule, facts):
            reason = f"The campaign never writes where {in_words(rule)}; {_known(rule, facts)}."
            revisit = today + rule.revisit_after if rule.revisit_after else None
            return No(campaign.id, "never", reason, revisit, rule.better_served_by, (rule.path,))
    return None


def _known(rule: Rule, facts: Mapping[str, object]) -> str:
    fact = facts.get(rule.path)
    if fact is None or fact == ():
        return "here it is not known"
    return f"here it is {', '.join(map(plain, fact)) if isinstance(fact, tuple) else plain(fact)}"


def _promises(campaign: Campaign, account: Account, history: History) -> No | None:
    if campaign.repairs:
        return None if history.overdue else No(campaign.id, "nothing_owed", f"We owe {account.name} nothing.")
    if not history.overdue:
        return None
    owed = "; ".join(history.overdue)
    reason = (
        f"We owe {account.name} something: {owed}. Mend that first; a note that says so would be better than a pitch."
    )
    return No(campaign.id, "promise_overdue", reason, better_served_by="repair", evidence=history.overdue)


def _left_alone(campaign: Campaign, account: Account, history: History, now: datetime) -> No | None:
    if history.left_alone is None or history.left_alone <= now.date():
        return None
    reason = f"A draft to {account.name} was rejected for its timing; it is left alone until {history.left_alone}."
    return No(campaign.id, "left_alone", reason, history.left_alone)


# --- what is going on there ---------------------------------------------------------------------------------------


def _account_cap(campaign: Campaign, account: Account, history: History, now: datetime) -> No | None:
    free = free_at([touch.at for touch in history.touches], campaign.caps.per_account, now)
    if free is None:
        return None
    cap = campaign.caps.per_account
    reason = f"{account.name} has heard from us: at most {cap.count} in {say_duration(cap.window)}."
    return No(campaign.id, "cap_account", reason, morning_after(free))


def _busy(campaign: Campaign, account: Account, people: People, history: History, now: datetime) -> No | None:
    names = {contact.id: contact.name for contact in people.contacts}
    if history.conversations:
        who = names.get(history.conversations[0].contact_id, "somebody")
        reason = f"We are talking with {who} at {account.name}; say it there."
        return No(campaign.id, "open_conversation", reason, (now + _AFTER_TALK).date())
    if history.open_drafts:
        draft = history.open_drafts[0]
        who = names.get(draft.contact_id, "somebody")
        reason = f"A draft to {who} at {account.name} is open already."
        return No(campaign.id, "open_draft", reason, (now + _AFTER_DRAFT).date(), evidence=(f"draft:{draft.draft_id}",))
    return None


def _sender_caps(campaign: Campaign, writes: Sender, history: History, now: datetime) -> No | None:
    caps = campaign.caps
    if caps.per_day is not None and history.today >= caps.per_day:
        reason = f"The campaign has written its {caps.per_day} for today."
        return No(campaign.id, "cap_day", reason, (now + timedelta(days=1)).date())
    if caps.per_sender is None:
        return None
    free = free_at(list(history.by_sender.get(writes.teammate.id, ())), caps.per_sender, now)
    if free is None:
        return None
    cap = caps.per_sender
    reason = f"{writes.teammate.name} has written enough: at most {cap.count} in {say_duration(cap.window)}."
    return No(campaign.id, "cap_sender", reason, morning_after(free))


# --- go -----------------------------------------------------------------------------------------------------------


def _go(
    campaign: Campaign, choice: Choice, writes: Sender, facts: Mapping[str, object], trigger: Trigger, account: Account
) -> Go:
    first = choice.first
    why = [f"{first.contact.name}: {reason}" for reason in first.why]
    why.append(f"{writes.teammate.name} writes: {writes.why}")
    if sensitive(trigger, account):
        why.append("A sensitive event: only a story that does not pitch may speak of it")
    both = {**facts, **first.facts}
    liked = [in_words(rule) for rule in campaign.prefer if holds(rule, both)]
    why += [f"The campaign likes that {text}" for text in liked]
    return Go(
        campaign=campaign,
        contact=first.contact,
        sender=writes.teammate,
        score=_score(campaign.prefer, first, lambda rule: holds(rule, both)),
        why=tuple(why),
        waiting=choice.waiting,
    )


def _score(prefer: tuple[Rule, ...], first: Pick, likes: Callable[[Rule], bool]) -> int:
    """0..100: what the campaign prefers, how well we know the person, what we heard from them."""
    total = sum(abs(rule.weight) for rule in prefer)
    kept = sum(rule.weight for rule in prefer if likes(rule))
    share = max(0.0, kept / total) if total else 0.5
    score = (
        _SHARE["rest"] + _SHARE["prefer"] * share + _SHARE["tie"] * first.tie / 5 + _SHARE["concern"] * first.concern
    )
    return round(max(0.0, min(100.0, score)))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
