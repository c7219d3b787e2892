"""A campaign's text and its form say the same; what a replay comes to in figures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from campaigns.campaign import Campaign
from campaigns.fit import History, People
from campaigns.launch import Subject
from campaigns.ports import Chosen
from campaigns.replay import Difference, Past, Would
from campaigns.types import Brief, Go, No, Trigger
from campaigns.workspace import Account, Contact, Teammate
from overture.config.campaign_text import with_values
from overture.config.places import Problem
from overture.web.show import replayed
from overture.web.show.campaign_form import Sent, by_field, form_of, values_of
from overture.web.show.suggested import values_for
from triggers.types import EventKind, Facts, Status

TEXT = """\
id: b-round
when: {event: funding, round: [B], age: {lte: 21d}, amount: {gte: 10_000_000}}
fit:
  must: [{account.country: [DE, NL]}]   # ours
  prefer:
    - {account.industry: ["health, care"], weight: 2}
stories: [late, early]
caps: {per_contact: 1/60d, per_day: 40}
sender: account_owner
"""


def sent(**changes: Any) -> Sent:
    """What a browser sends back when nothing but `changes` was touched."""
    form = form_of(TEXT)
    assert form is not None
    fields: dict[str, Any] = {
        "event": form.events, "status": form.status, "age": form.age, "round": form.rounds, **form.rules,
        "seniority": form.seniority, "function": form.function, "ask": form.ask, "story": form.stories, **form.caps,
        "sender": form.sender, "owner": form.owner, "hold": form.hold, "priority": form.priority,
    }  # fmt: skip
    named = {name: [value] if isinstance(value, str) else list(value) for name, value in (fields | changes).items()}
    return Sent(named)


def after(**changes: Any) -> str:
    values, problems = values_of(sent(**changes), TEXT)
    assert problems == []
    return with_values(TEXT, values)


def test_the_form_says_what_the_text_says() -> None:
    form = form_of(TEXT)
    assert form is not None
    assert (form.events, form.status, form.age, form.rounds) == (("funding",), ("announced",), "21d", "B")
    assert form.rules["prefer"] == '{account.industry: ["health, care"], weight: 2}'
    assert form.more == ("amount: {gte: 10000000}",)


def test_sent_back_untouched_it_changes_nothing() -> None:
    assert after() == TEXT


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"age": "14d"}, "{lte: 21d}", "{lte: 14d}"),
        ({"per_day": "5"}, "per_day: 40", "per_day: 5"),
        ({"per_day": ""}, ", per_day: 40", ""),
        ({"story": ["early", "late", "more"]}, "[late, early]", "[late, early, more]"),
        ({"sender": "strongest_tie"}, "account_owner", "strongest_tie"),
        ({"round": "B, C"}, "[B]", "[B, C]"),
        ({"paused": "yes"}, "sender: account_owner\n", "sender: account_owner\npaused: true\n"),
    ],
)
def test_one_field_changes_one_place(changes: dict[str, Any], old: str, new: str) -> None:
    assert after(**changes).replace("10_000_000", "10000000") == TEXT.replace(old, new).replace(
        "10_000_000", "10000000"
    )


def test_words_where_a_number_belongs_are_left_to_the_check() -> None:
    assert "per_day: many" in after(per_day="many")


def test_a_text_that_is_no_group_of_keys_has_no_form() -> None:
    assert form_of("id: [") is None
    assert values_of(sent(), "- one") == ({}, [])


def test_a_problem_goes_to_the_nearest_field() -> None:
    given = [
        Problem("f", 1, 1, "error", path, path) for path in ("caps.per_day", "fit.must[0].x", "when.amount", "cap")
    ]
    assert by_field(given) == {
        "caps.per_day": ["caps.per_day"], "fit.must": ["fit.must[0].x"], "when": ["when.amount"], "": ["cap"],
    }  # fmt: skip


ACME = Account("acme", "Acme")
MONEY = Campaign("money", (EventKind.FUNDING,), stories=("raised",))


def would(*, go: bool, rule: str = "") -> Would:
    told = Trigger(7, EventKind.FUNDING, "Acme", Status.ANNOUNCED, date(2026, 11, 17), Facts())
    past = Past(Subject(told, ACME, People(), History()), datetime(2026, 11, 17, tzinfo=UTC))
    nos = (No("money", rule, f"Because of {rule}."),) if rule else ()
    if not go:
        return Would(past, None, None, nos)
    writes = Go(MONEY, Contact("ines", "acme", "Ines Albrecht", "Ines"), Teammate("mara", "Mara", "m@x.example"), 50)
    return Would(past, writes, Chosen("raised", "en", 1, Brief({}), "key"), nos)


def test_a_replay_comes_to_drafts_nos_and_what_differs() -> None:
    before, changed = (
        [would(go=True), would(go=False, rule="must")],
        [would(go=False, rule="never"), would(go=False, rule="must")],
    )
    drafts = replayed.drafts(before, changed, "money")
    assert [(one.name, one.before, one.after, one.change) for one in drafts] == [
        ("of this campaign", 1, 0, "−1"), ("of the others", 0, 0, "="), ("in all", 1, 0, "−1"),
    ]  # fmt: skip
    assert [(one.name, one.before, one.after) for one in replayed.nos(before, changed, "money")] == [
        ("must", 1, 1), ("never", 0, 1),
    ]  # fmt: skip
    (row,) = replayed.rows([Difference(before[0], changed[0])], "money")
    assert (row.before, row.after, row.better) == (
        "draft to Ines Albrecht by money, raised",
        "Because of never.",
        False,
    )


@pytest.mark.parametrize(
    ("reason", "values"),
    [
        ("old_news", {("when", "age"): {"lte": "10d"}}),
        ("bad_timing", {("caps", "per_account"): "1/60d"}),
        ("wrong_person", {}),
        ("nonsense", {}),
    ],
)
def test_a_reason_that_comes_again_suggests_values_to_try(reason: str, values: dict[tuple[str, ...], object]) -> None:
    found, words = values_for(reason, Campaign("money", (EventKind.FUNDING,)))
    assert found == values
    assert words
