"""What campaigns would have done with events that are past, as if every draft had gone out on the day it was written.

    Past -launch, one after the other-> Would

Each event is asked about at the moment we learned of it, with what was known before the first of them and with the
drafts that this replay wrote itself: so two replays differ by nothing but their campaigns. No story is told, only
chosen. A second replay takes over from the first what its changed campaigns cannot have touched. Pure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from campaigns.campaign import Campaign
from campaigns.launch import Outcome, Subject, launch
from campaigns.ports import Chosen, Storyteller, Told
from campaigns.standing import History, People, Touch
from campaigns.types import Go, No, Rendered, Trigger
from campaigns.workspace import Account, Contact


@dataclass(frozen=True, slots=True)
class Past:
    """An event at an account, and when we learned of it."""

    subject: Subject
    at: datetime  # aware


@dataclass(frozen=True, slots=True)
class Would:
    """What would have become of one event: a draft (`go` and `chosen`), or nothing but nos."""

    past: Past
    go: Go | None
    chosen: Chosen | None
    nos: tuple[No, ...]

    @property
    def trigger(self) -> Trigger:
        return self.past.subject.trigger

    @property
    def campaign(self) -> str | None:
        """The campaign that would have written."""
        return self.go.campaign.id if self.go else None

    def no_of(self, campaign: str) -> No | None:
        """Why this campaign would have written nothing; None where it would have, or is for other kinds of event."""
        return next((no for no in self.nos if no.campaign == campaign), None)


@dataclass(frozen=True, slots=True)
class Difference:
    """One event with which two replays do not deal alike."""

    before: Would
    after: Would


@dataclass(frozen=True, slots=True)
class Done:
    """A replay of the same events, in their order, with the campaigns that it asked."""

    campaigns: Sequence[Campaign]
    would: Sequence[Would]


def replay(
    pasts: Sequence[Past],
    *,
    campaigns: Sequence[Campaign],
    teller_at: Callable[[datetime], Storyteller],
    done: Done | None = None,
) -> list[Would]:
    """One answer for each event, in the order of `pasts`, which is that of time. `done` spares the answers that cannot
    differ from it: no changed campaign is asked, and the same was written before."""
    if not pasts:
        return []
    diary, other = _Diary(pasts[0].at), _Diary(pasts[0].at)
    moved = _differing(campaigns, done.campaigns) if done else []
    found = []
    for at, past in enumerate(pasts):
        told = done.would[at] if done else None
        concerned = [one for one in campaigns if past.subject.trigger.kind in one.event]
        if told is None or any(past.subject.trigger.kind in one.event for one in moved):
            would = _asked(past, campaigns, teller_at, diary)
        else:
            would = told if diary.like(other, past, concerned) else _asked(past, campaigns, teller_at, diary)
        diary.note(past, would.go)
        if told is not None:
            other.note(past, told.go)
        found.append(would)
    return found


def _differing(some: Sequence[Campaign], others: Sequence[Campaign]) -> list[Campaign]:
    """Those that are not the same in both."""
    return [one for one in some if one not in others] + [one for one in others if one not in some]


def _asked(
    past: Past, campaigns: Sequence[Campaign], teller_at: Callable[[datetime], Storyteller], diary: _Diary
) -> Would:
    subject = replace(past.subject, history=diary.before(past))
    outcome = launch(
        [subject], campaigns=campaigns, storyteller=_Mute(teller_at(past.at)), begun=diary.begun(past.at), now=past.at
    )[0]
    return _would(past, outcome)


def compare(before: Sequence[Would], after: Sequence[Would]) -> list[Difference]:
    """Events that get another draft, a draft instead of none, none instead of one, or a no by another rule."""
    pairs = zip(before, after, strict=True)
    return [Difference(old, new) for old, new in pairs if _gist(old) != _gist(new)]


def _gist(would: Would) -> tuple[object, ...]:
    told = (would.campaign, would.chosen.story_id if would.chosen else None, would.go.contact.id if would.go else None)
    return (*told, frozenset((no.campaign, no.rule) for no in would.nos))


def by_rule(would: Sequence[Would], campaign: str) -> Counter[str]:
    """How often each rule says no for this campaign, among the events that it asks for by kind."""
    return Counter(no.rule for one in would if (no := one.no_of(campaign)))


def _would(past: Past, outcome: Outcome) -> Would:
    draft = outcome.draft
    return Would(past, draft.go if draft else None, draft.chosen if draft else None, outcome.nos)


class _Mute:
    """Chooses as the storyteller does, and tells nothing: choosing is quick, telling happens in another process."""

    def __init__(self, storyteller: Storyteller) -> None:
        self._storyteller = storyteller

    def choose(
        self, go: Go, *, trigger: Trigger, account: Account, people: People, contact: Contact,
        without: frozenset[str] = frozenset(),
    ) -> Chosen | No:  # fmt: skip
        return self._storyteller.choose(
            go, trigger=trigger, account=account, people=people, contact=contact, without=without
        )

    def tell(self, chosen: Sequence[Chosen]) -> list[Told]:
        return [Rendered(one.story_id, one.language, "", "", "", (), (), ()) for one in chosen]


@dataclass(slots=True)
class _Diary:
    """What came before each event: older than all of them, or written by this replay."""

    since: datetime
    touches: dict[str, list[Touch]] = field(default_factory=lambda: defaultdict(list))  # by account
    senders: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    days: dict[date, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def begun(self, at: datetime) -> Mapping[str, int]:
        return self.days[at.date()]

    def before(self, past: Past) -> History:
        known, mine = past.subject.history, self.touches[past.subject.account.id]
        later = Counter(touch.contact_id for touch in known.touches if touch.at >= self.since)
        return replace(
            known,
            touches=(*(touch for touch in known.touches if touch.at < self.since), *mine),
            open_drafts=(),
            left_alone=None,
            conversations=tuple(one for one in known.conversations if one.since < past.at),
            unanswered={id_: max(0, many - later[id_]) for id_, many in known.unanswered.items()},
            by_sender=self._writers(known),
        )

    def _writers(self, known: History) -> dict[str, tuple[datetime, ...]]:
        older = {id_: tuple(at for at in times if at < self.since) for id_, times in known.by_sender.items()}
        return older | {id_: (*older.get(id_, ()), *times) for id_, times in self.senders.items()}

    def like(self, other: _Diary, past: Past, campaigns: Sequence[Campaign]) -> bool:
        """Whether these campaigns find the same before an event here as there."""
        account, day = past.subject.account.id, past.at.date()
        capped = any(one.caps.per_sender is not None for one in campaigns)
        return (
            self.touches[account] == other.touches[account]
            and all(self.days[day][one.id] == other.days[day][one.id] for one in campaigns)
            and not (capped and self.senders != other.senders)
        )

    def note(self, past: Past, go: Go | None) -> None:
        if go is None:
            return
        self.touches[past.subject.account.id].append(Touch(go.contact.id, past.at, go.sender.id))
        self.senders[go.sender.id].append(past.at)
        self.days[past.at.date()][go.campaign.id] += 1
