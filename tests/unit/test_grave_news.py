"""A post that changes hands over a death, an illness or a scandal: nothing is sold on such a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from support.stories import brief, story

from campaigns.fit import sensitive
from campaigns.story.grave import is_grave
from campaigns.story.lint import lint_draft
from campaigns.story.render import render
from campaigns.types import Known, Rendered, Source, Trigger
from campaigns.workspace import Account, Lifecycle
from triggers.types import EventKind, Facts, Status

GRAVE = (
    "Acme names Jo Doe chief executive after the death of Kim Vogel",
    "Acme chief executive steps down amid fraud probe",
    "Acme fires sales chief over misconduct",
    "Acme CFO leaves for health reasons",
    "Nach dem Tod von Kim Vogel: Acme beruft Jo Doe",
    "Acme-Chef geht nach schweren Vorwürfen",
    "Acme-Vorstand legt Amt wegen Krankheit nieder",
)
PLAIN = (
    "Acme appoints Jo Doe as head of fraud prevention",
    "Acme chief executive steps down after ten years",
    "Acme names CFO following its funding round",
    "Acme beruft Jo Doe. Dies teilte das Unternehmen mit.",
    "Acme-Chef geht nach zehn Jahren",
)


@pytest.mark.parametrize("title", GRAVE)
def test_a_change_over_a_death_or_a_scandal_is_grave(title: str) -> None:
    assert is_grave("executive_hire", title)
    assert is_grave("executive_departure", None, title)


@pytest.mark.parametrize("title", PLAIN)
def test_a_plain_change_is_not(title: str) -> None:
    assert not is_grave("executive_hire", title)


@pytest.mark.parametrize("title", GRAVE)
def test_other_events_are_no_matter_of_words(title: str) -> None:
    assert not is_grave("funding", title)


def test_a_grave_change_is_sensitive_at_a_customer_too() -> None:
    said = Source(1, "The Post", GRAVE[0], None, datetime(2026, 3, 2, tzinfo=UTC))
    trigger = Trigger(7, EventKind.EXECUTIVE_HIRE, "Acme", Status.ANNOUNCED, date(2026, 3, 2), Facts(), sources=(said,))
    customer = Account("acme", "Acme", lifecycle=Lifecycle.CUSTOMER)
    assert sensitive(trigger, customer)
    assert not sensitive(replace(trigger, sources=(replace(said, title=PLAIN[0]),)), customer)


@pytest.mark.parametrize(("title", "found"), [(GRAVE[0], True), (PLAIN[0], False)])
def test_a_promise_on_such_a_day_blocks_the_draft(title: str, found: bool) -> None:
    known = brief()
    values = {"trigger.kind": Known("executive_hire", "t"), "evidence.title": Known(title, "e")}
    grave = replace(known, values={**known.values, **values})
    told = story("Hello {{ contact.first_name }}. Congratulations on your new post.")
    rendered = render(told, grave)
    assert isinstance(rendered, Rendered)
    assert ("SAFE001" in {one.code for one in lint_draft(rendered, grave, told)}) is found
