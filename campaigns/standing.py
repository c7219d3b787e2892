"""How we stand with one account: who is there, what came before, who must not be written to. The caller fills it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from campaigns.campaign import Cap
from campaigns.names import registrable_domain
from campaigns.workspace import Account, Concern, Contact, Interest, Owed, Teammate, Tie

CALL_AFTER = 3  # messages to one person without an answer; then somebody should pick up the phone


@dataclass(frozen=True, slots=True)
class People:
    """The people of one account, what they said, and who of us knows them. `teammates` are all of ours."""

    contacts: tuple[Contact, ...] = ()
    concerns: tuple[Concern, ...] = ()
    interests: tuple[Interest, ...] = ()
    ties: tuple[Tie, ...] = ()
    teammates: tuple[Teammate, ...] = ()
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)  # campaign id -> contacts its question found
    owed: tuple[Owed, ...] = ()  # what we promised there and did not do, for the story that mends it


@dataclass(frozen=True, slots=True)
class Touch:
    """A message that was handed off, or another contact that somebody noted."""

    contact_id: str
    at: datetime  # aware
    sender_id: str | None = None
    overture: int | None = None  # the draft it began with: later chapters belong to the same overture


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft that waits, is put off or is approved."""

    draft_id: int
    contact_id: str
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Somebody answered and has not been answered, or talks with us now."""

    contact_id: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Who must not be written to. Addresses and domains in lower case."""

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()  # ids

    def account(self, account: Account) -> str | None:
        """Why nobody at this account may be written to, or None."""
        if account.id in self.accounts:
            return f"{account.name} is on the do-not-contact list"
        if account.domain and (domain := self._domain(account.domain)):
            return f"{domain} is on the do-not-contact list"
        return None

    def address(self, email: str) -> str | None:
        """Why this address may not be written to, or None."""
        lowered = email.strip().lower()
        if lowered in self.addresses:
            return "their address is on the do-not-contact list"
        domain = self._domain(lowered.rpartition("@")[2])
        return f"{domain} is on the do-not-contact list" if domain else None

    def _domain(self, host: str) -> str | None:
        labels = host.strip().lower().rstrip(".").split(".")
        over = {".".join(labels[at:]) for at in range(len(labels))} | {registrable_domain(host) or ""}
        return next((domain for domain in sorted(over, key=len) if domain in self.domains), None)


@dataclass(frozen=True, slots=True)
class History:
    """What came before at one account; `by_sender` and `today` look at all accounts."""

    touches: tuple[Touch, ...] = ()
    open_drafts: tuple[OpenDraft, ...] = ()
    suppressed: Suppressed = Suppressed()
    overdue: tuple[str, ...] = ()  # promises to this account that are overdue or broken, in words
    conversations: tuple[Conversation, ...] = ()
    unanswered: Mapping[str, int] = field(default_factory=dict)  # contact id -> messages in a row without an answer
    left_alone: date | None = (
        None  # the day before which nobody there wants to hear from us: a draft came at a bad time
    )
    by_sender: Mapping[str, tuple[datetime, ...]] = field(default_factory=dict)  # teammate id -> when they wrote
    today: int = 0  # drafts that the campaign which is asked began today


def unanswered(
    touches: Iterable[Touch],
    *,
    answered: Mapping[str, datetime],
    concerns: Iterable[Concern] = (),
    ties: Iterable[Tie] = (),
) -> dict[str, int]:
    """Contact id -> messages in a row without an answer. `answered` says when each contact last replied; what somebody
    told or whom somebody met on a later day than the message counts as an answer, too."""
    spoke: dict[str, date] = {}
    for contact_id, day in (
        *((c.contact_id, c.heard_on) for c in concerns),
        *((t.contact_id, t.last_touch) for t in ties),
    ):
        if day is not None:
            spoke[contact_id] = max(day, spoke.get(contact_id, day))
    found: dict[str, int] = {}
    for touch in touches:
        replied = answered.get(touch.contact_id)
        if (replied is None or replied < touch.at) and spoke.get(touch.contact_id, date.min) <= touch.at.date():
            found[touch.contact_id] = found.get(touch.contact_id, 0) + 1
    return found


def free_at(times: list[datetime], cap: Cap, now: datetime) -> datetime | None:
    """When another one is within the cap; None when it is so now.

    `times` in any order. With a cap of two in a week the wait ends when the last but one is a week old.
    """
    recent = sorted(at for at in times if now - cap.window < at)
    if len(recent) < cap.count:
        return None
    if cap.count <= 0:
        return now + cap.window
    return recent[-cap.count] + cap.window


def morning_after(moment: datetime) -> date:
    """The first day that begins when the wait is over."""
    return moment.date() if moment.time() == time.min else moment.date() + timedelta(days=1)
