"""Whom a campaign chooses, how often it may, and what keeps it silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.fitting import (
    ACME,
    ANNA,
    BEN,
    CAMPAIGN,
    CLEAN,
    DAY,
    NOW,
    PEOPLE,
    ROUND,
    ask,
    go,
    no,
)

from campaigns.campaign import Campaign, Cap, Caps, Op, Rule, Who
from campaigns.fit import Conversation, History, OpenDraft, Touch, fit
from campaigns.types import Go, No
from campaigns.workspace import Concern, LawfulBasis, Level, Owed, Tie, TieKind
from triggers.types import EventKind


def test_three_contacts_are_one_draft_and_the_others_wait() -> None:
    carla = replace(ANNA, id="carla", name="Carla Voss", lawful_basis=LawfulBasis.NONE)
    said = go(people=replace(PEOPLE, contacts=(BEN, ANNA, carla)))
    assert said.contact is ANNA  # equal points: the order of ids decides
    assert dict(said.waiting) == {
        "Ben Roth": "Anna Berg comes first, one person at a time",
        "Carla Voss": "no lawful basis for writing to them is on record",
    }


def concern(contact: str, level: Level, heard_on: date) -> Concern:
    return Concern(
        id=f"{contact}-{level}", contact_id=contact, level=level, statement="secret words", heard_on=heard_on
    )


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        ({"concerns": (concern("ben", Level.OUTCOMES, date(2026, 4, 1)),)}, "told us something"),
        ({"ties": (Tie(id="t", teammate_id="mara", contact_id="ben", strength=3),)}, "knows one of us"),
    ],
)
def test_who_talked_to_us_or_knows_us_comes_first(people: dict[str, object], reason: str) -> None:
    known = replace(PEOPLE, contacts=(ANNA, BEN), **people)  # type: ignore[arg-type]
    said = go(people=known)
    assert said.contact is BEN
    assert any(reason in line for line in said.why)
    assert not any("secret words" in line for line in said.why)


def test_an_old_concern_counts_less_than_a_new_one() -> None:
    heard = (
        concern("anna", Level.OUTCOMES, date(2025, 9, 1)),
        concern("ben", Level.OUTCOMES, date(2026, 5, 1)),
    )
    assert go(people=replace(PEOPLE, contacts=(ANNA, BEN), concerns=heard)).contact is BEN


def test_rules_over_contacts_choose_among_them() -> None:
    campaign = replace(CAMPAIGN, must=(Rule("contact.seniority", Op.IN, ("director",), "contact.seniority: director"),))
    said = ask(campaign, people=replace(PEOPLE, contacts=(ANNA, BEN)))
    assert isinstance(said, Go)
    assert said.contact is BEN


def test_a_saved_question_decides_who() -> None:
    both = replace(PEOPLE, contacts=(ANNA, BEN), asked={"series-b": frozenset({"ben"}), "other": frozenset()})
    assert go(people=both).contact is BEN
    assert no(people=replace(both, asked={"series-b": frozenset()})).rule == "no_contact"


# --- caps and what is going on ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days_ago", "rule", "revisit"),
    [
        (10, "cap_contact", date(2026, 7, 10)),  # 60 days for one person, longer than for the account
        (45, "cap_contact", date(2026, 6, 5)),
        (60, None, None),
    ],
)
def test_one_person_is_not_written_to_twice(days_ago: int, rule: str | None, revisit: date | None) -> None:
    said = ask(history=History(touches=(Touch("anna", NOW - days_ago * DAY),)))
    assert (said.rule if isinstance(said, No) else None) == rule
    if isinstance(said, No):
        assert said.revisit_on == revisit


def test_the_cap_of_one_person_lets_another_be_chosen_but_the_accounts_does_not() -> None:
    both = replace(PEOPLE, contacts=(ANNA, BEN))
    said = go(people=both, history=History(touches=(Touch("anna", NOW - 40 * DAY),)))
    assert said.contact is BEN
    capped = no(people=both, history=History(touches=(Touch("anna", NOW - 10 * DAY),)))
    assert capped.rule == "cap_account"
    assert capped.revisit_on == date(2026, 6, 10)


def test_a_cap_of_two_waits_for_the_last_but_one() -> None:
    loose = replace(CAMPAIGN, caps=Caps(per_contact=Cap(9, DAY), per_account=Cap(2, 30 * DAY)))
    once = History(touches=(Touch("ben", NOW - 5 * DAY),))
    assert isinstance(ask(loose, history=once), Go)
    thrice = History(touches=tuple(Touch("ben", NOW - days * DAY) for days in (5, 20, 25)))
    said = ask(loose, history=thrice)
    assert isinstance(said, No)
    assert said.revisit_on == date(2026, 5, 31)  # when the touch of 20 days ago is 30 days old


@pytest.mark.parametrize(
    ("history", "rule"),
    [
        (History(open_drafts=(OpenDraft(4, "anna"),)), "open_draft"),
        (History(conversations=(Conversation("anna", NOW - DAY),)), "open_conversation"),
        (History(unanswered={"anna": 3}), "call_them"),
    ],
)
def test_what_is_going_on_comes_first(history: History, rule: str) -> None:
    said = no(history=history)
    assert said.rule == rule
    assert "Anna Berg" in said.reason


@pytest.mark.parametrize(
    ("ties", "owner", "who"),
    [
        ((Tie("anna-mara", "mara", "anna", TieKind.MET, 2),), "otto", "Mara Lind"),  # who knows them
        ((), "otto", "Otto Frey"),  # who looks after the account
        ((), None, "Mara Lind"),  # the first of the team
    ],
)
def test_a_call_instead_of_a_mail_is_somebodys(ties: tuple[Tie, ...], owner: str | None, who: str) -> None:
    theirs = replace(PEOPLE, ties=ties)
    said = no(account=replace(ACME, owner=owner), people=theirs, history=History(unanswered={"anna": 3}))
    assert said.reason.startswith("Another mail to Acme Robotics would be one too many: Anna Berg: 3 messages")
    assert said.reason.endswith(f"; {who} should call them instead.")


def test_the_days_and_the_senders_caps() -> None:
    capped = replace(CAMPAIGN, caps=Caps(per_day=2, per_sender=Cap(1, 7 * DAY)))
    day = ask(capped, history=History(today=2))
    assert isinstance(day, No)
    assert (day.rule, day.revisit_on) == ("cap_day", date(2026, 5, 21))
    sender = ask(capped, history=History(today=1, by_sender={"otto": (NOW - DAY,)}))
    assert isinstance(sender, No)
    assert (sender.rule, sender.revisit_on) == ("cap_sender", date(2026, 5, 27))
    assert isinstance(ask(capped, history=History(today=1, by_sender={"mara": (NOW - DAY,)})), Go)


# --- the sender ---------------------------------------------------------------------------------------------------

TIES = (
    Tie(id="1", teammate_id="mara", contact_id="anna", kind=TieKind.MET, strength=2),
    Tie(id="2", teammate_id="otto", contact_id="anna", strength=1),
    Tie(id="3", teammate_id="gone", contact_id="anna", strength=5),
)


@pytest.mark.parametrize(
    ("wanted", "ties", "owner", "expected", "reason"),
    [
        ("strongest_tie", TIES, "otto", "mara", "strongest tie to Anna Berg (they have met, 2 of 5)"),
        ("strongest_tie", (), "otto", "otto", "nobody of ours knows Anna Berg, so owner of Acme Robotics"),
        ("strongest_tie", (), None, "mara", "so first on the team"),
        ("account_owner", TIES, "otto", "otto", "owner of Acme Robotics"),
        ("account_owner", TIES, None, "mara", "the account has no owner, so has the strongest tie"),
        ("otto", TIES, "mara", "otto", "named by the campaign"),
        ("gone", TIES, "otto", "otto", "gone is not on the team, so owner"),
    ],
)
def test_sender(wanted: str, ties: tuple[Tie, ...], owner: str | None, expected: str, reason: str) -> None:
    said = ask(replace(CAMPAIGN, sender=wanted), account=replace(ACME, owner=owner), people=replace(PEOPLE, ties=ties))
    assert isinstance(said, Go)
    assert said.sender.id == expected
    assert any(reason in line for line in said.why)


@pytest.mark.parametrize(("wanted", "expected"), [("strongest_tie", "mara"), ("account_owner", "otto")])
def test_who_knows_a_colleague_of_theirs_is_warmer_than_who_owns_the_account(wanted: str, expected: str) -> None:
    ben = replace(ANNA, id="ben", name="Ben Holm", email=None)
    near = replace(PEOPLE, contacts=(ANNA, ben), ties=(replace(TIES[0], contact_id="ben"),))
    said = ask(replace(CAMPAIGN, sender=wanted), account=replace(ACME, owner="otto"), people=near)
    assert isinstance(said, Go)
    assert (said.contact.id, said.sender.id) == ("anna", expected)
    knows = "nobody of ours knows Anna Berg, so knows Ben Holm at Acme Robotics (they have met, 2 of 5)"
    assert any(knows in line for line in said.why) is (expected == "mara")


def test_nobody_writes_where_nobody_is_ours() -> None:
    assert no(people=replace(PEOPLE, teammates=())).rule == "no_sender"


# --- the score ----------------------------------------------------------------------------------------------------


def test_what_the_campaign_prefers_raises_the_score_and_is_told() -> None:
    liked = Rule("account.country", Op.IN, ("DE",), "account.country: [DE]", weight=2)
    unliked = Rule("account.country", Op.IN, ("FR",), "account.country: [FR]", weight=2)
    high, low = (ask(replace(CAMPAIGN, prefer=(rule,))) for rule in (liked, unliked))
    assert isinstance(high, Go)
    assert isinstance(low, Go)
    assert high.score > low.score
    assert any("country is DE" in line for line in high.why)


def test_a_known_person_scores_higher() -> None:
    known = replace(PEOPLE, ties=TIES, concerns=(concern("anna", Level.MAKES_THEIR_DAY, date(2026, 5, 1)),))
    assert go(people=known).score > go().score


def test_a_sensitive_event_is_marked() -> None:
    campaign = Campaign(id="care", event=(EventKind.LAYOFFS,))
    said = ask(campaign, trigger=replace(ROUND, kind=EventKind.LAYOFFS))
    assert isinstance(said, Go)
    assert any("sensitive" in line for line in said.why)


def test_a_campaigns_question_that_finds_nobody_is_a_no_of_its_own() -> None:
    warm = replace(CAMPAIGN, who=Who(ask="tie:>=3"))
    no = fit(
        warm, trigger=ROUND, account=ACME, people=replace(PEOPLE, asked={warm.id: frozenset()}), history=CLEAN, now=NOW
    )
    assert isinstance(no, No)
    assert (no.rule, "tie:>=3" in no.reason) == ("asked", True)
    found = replace(PEOPLE, asked={warm.id: frozenset({"anna"})})
    assert isinstance(fit(warm, trigger=ROUND, account=ACME, people=found, history=CLEAN, now=NOW), Go)


# --- promises and bad timing --------------------------------------------------------------------------------------

OWED = replace(CLEAN, overdue=("the workbook in spring",))
REPAIR = replace(CAMPAIGN, id="mend", repairs=True)


def answer(campaign: Campaign, history: History) -> Go | No:
    return fit(campaign, trigger=ROUND, account=ACME, people=PEOPLE, history=history, now=NOW)


def test_a_promise_that_we_broke_stops_every_pitch_but_not_its_repair() -> None:
    pitch, repair = answer(CAMPAIGN, OWED), answer(REPAIR, OWED)
    assert isinstance(pitch, No)
    assert (pitch.rule, pitch.better_served_by) == ("promise_overdue", "repair")
    assert isinstance(repair, Go)


def test_where_nothing_is_owed_there_is_nothing_to_repair() -> None:
    no = answer(REPAIR, CLEAN)
    assert isinstance(no, No)
    assert no.rule == "nothing_owed"


def test_an_account_is_left_alone_after_a_draft_at_a_bad_time() -> None:
    until = NOW.date() + 10 * DAY
    no = answer(CAMPAIGN, replace(CLEAN, left_alone=until))
    assert isinstance(no, No)
    assert (no.rule, no.revisit_on) == ("left_alone", until)
    assert isinstance(answer(CAMPAIGN, replace(CLEAN, left_alone=NOW.date())), Go)


def test_the_repair_goes_to_the_one_to_whom_it_was_promised() -> None:
    both = replace(PEOPLE, contacts=(ANNA, BEN), owed=(Owed(1, "the workbook", contact_id="ben"),))
    go = fit(REPAIR, trigger=ROUND, account=ACME, people=both, history=OWED, now=NOW)
    assert isinstance(go, Go)
    assert go.contact == BEN
