"""Events that are past are asked about again, one after the other, and two replays differ by their campaigns alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from campaigns.campaign import Campaign, Cap, Caps, Op, Rule
from campaigns.fit import Conversation, History, OpenDraft, People
from campaigns.launch import Subject
from campaigns.ports import Chosen, Told
from campaigns.replay import Done, Past, Would, by_rule, compare, replay
from campaigns.standing import Touch
from campaigns.types import Brief, Go, No, Trigger
from campaigns.workspace import Account, Contact, LawfulBasis, Teammate
from triggers.types import EventKind, Facts, Status

FIRST_DAY = datetime(2026, 11, 1, 9, tzinfo=UTC)
ACME = Account("acme", "Acme", country="DE", owner="priya")
INES = Contact("ines", "acme", "Ines Albrecht", "Ines", email="ines@acme.example", lawful_basis=LawfulBasis.CONTRACT)
PRIYA = Teammate("priya", "Priya Nair", "priya@tidewell.example")
PEOPLE = People(contacts=(INES,), teammates=(PRIYA,))
NOTHING_BEFORE = History()
MONEY = Campaign("money", (EventKind.FUNDING,), stories=("raised",), sender="account_owner")
GERMANS_ONLY = Rule("account.country", Op.IN, ("DE",), "account.country: [DE]")


class Shop:
    """Has a story for everybody, and must never be asked to tell it."""

    def choose(self, go: Go, *, without: frozenset[str] = frozenset(), **_: object) -> Chosen | No:
        return Chosen(go.campaign.stories[0], "en", 1, Brief({}), "key")

    def tell(self, chosen: Sequence[Chosen]) -> list[Told]:
        raise AssertionError("a replay tells no story")


def past(day: int, *, account: Account = ACME, history: History = NOTHING_BEFORE) -> Past:
    at = FIRST_DAY + timedelta(days=day)
    told = Trigger(day + 1, EventKind.FUNDING, account.name, Status.ANNOUNCED, at.date(), Facts(round="B"))
    return Past(Subject(told, account, PEOPLE, history), at)


def again(*pasts: Past, campaigns: Sequence[Campaign] = (MONEY,)) -> list[Would]:
    return replay(pasts, campaigns=campaigns, teller_at=lambda at: Shop())


def test_what_a_replay_writes_counts_against_the_caps_of_what_comes_later() -> None:
    found = again(past(0), past(10), past(40), past(70))
    assert [one.campaign for one in found] == ["money", None, None, "money"]
    assert sum(by_rule(found, "money").values()) == 2


def test_what_was_really_sent_in_the_window_is_left_out() -> None:
    sent = History(
        touches=(Touch("ines", FIRST_DAY + timedelta(days=1), "priya"),), open_drafts=(OpenDraft(4, "ines"),)
    )
    assert again(past(0), past(80, history=sent))[1].campaign == "money"


def test_what_was_sent_before_the_window_counts() -> None:
    sent = History(touches=(Touch("ines", FIRST_DAY - timedelta(days=3), "priya"),))
    found = again(past(0, history=sent))
    assert found[0].campaign is None


def test_a_talk_that_began_later_stops_nothing_earlier() -> None:
    talk = History(conversations=(Conversation("ines", FIRST_DAY + timedelta(days=5)),))
    found = again(past(0, history=talk), past(6, account=replace(ACME, id="globex"), history=talk))
    assert found[0].campaign == "money"
    assert found[1].no_of("money") is not None


def test_a_daily_cap_is_counted_day_by_day() -> None:
    capped = replace(MONEY, caps=Caps(Cap(9, timedelta(days=1)), Cap(9, timedelta(days=1)), per_day=1))
    other = replace(ACME, id="globex", name="Globex")
    found = again(past(0), past(0, account=other), past(1, account=other), campaigns=[capped])
    assert [one.campaign for one in found] == ["money", None, "money"]


def test_two_replays_are_compared_event_by_event() -> None:
    swede = replace(ACME, id="globex", name="Globex", country="SE")
    pasts = (past(0), past(1, account=swede))
    before = again(*pasts)
    after = again(*pasts, campaigns=[replace(MONEY, must=(GERMANS_ONLY,))])
    (changed,) = compare(before, after)
    assert changed.before.campaign == "money"
    assert changed.after.campaign is None
    assert changed.after.no_of("money") == No(
        "money", "must", "The campaign writes only where country is DE; here it is SE.", None, None,
        ("account.country",),
    )  # fmt: skip
    assert compare(before, again(*pasts)) == []


def test_of_nothing_comes_nothing() -> None:
    assert again() == []


def test_a_replay_that_takes_over_from_another_says_what_it_would_say_alone() -> None:
    globex = replace(ACME, id="globex", name="Globex", country="FR")
    days = [past(day, account=account) for day in (0, 1, 9, 40, 70) for account in (ACME, globex)]
    hires = [replace(one, subject=replace(one.subject, trigger=hired(one.subject.trigger))) for one in days]
    pasts = [one for pair in zip(days, hires, strict=True) for one in pair]
    people = replace(MONEY, id="people", event=(EventKind.EXECUTIVE_HIRE,), caps=Caps(per_day=1))
    rest = replace(people, id="rest", caps=Caps(per_sender=Cap(2, timedelta(days=30))))
    before = (MONEY, people, rest)
    after = (replace(MONEY, must=(GERMANS_ONLY,)), people, rest)
    alone = again(*pasts, campaigns=after)
    first = again(*pasts, campaigns=before)
    second = replay(pasts, campaigns=after, teller_at=lambda at: Shop(), done=Done(before, first))
    assert compare(first, alone)
    assert compare(alone, second) == []


def hired(trigger: Trigger) -> Trigger:
    return replace(trigger, id=trigger.id + 100, kind=EventKind.EXECUTIVE_HIRE)
