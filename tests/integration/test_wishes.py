"""A draft that somebody asks for on an event's page goes the way of every other, or is refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from support.line import FILES, MARA, Line, line, story

from overture.db import wishes
from overture.db.engine import write
from overture.db.tables import audit, drafts, nos, questions, triggers
from overture.jail import ChildJail
from overture.jobs import desk

PEOPLE = FILES["contacts.csv"] + "acme,Zo Novak,zo,zo@acme.example,director,sales,legitimate_interest,en\n"
FEW = """\
campaigns:
  - id: money
    when: {event: funding, status: [announced], age: {lte: 21d}}
    stories: [raised, hired]
    caps: {per_contact: 9/60d, per_account: 9/30d}
  - id: growth
    when: {event: funding, status: [announced], age: {lte: 21d}}
    fit: {must: [{account.lifecycle: customer}]}
    stories: [grown]
    caps: {per_contact: 9/60d, per_account: 9/30d}
"""
STORIES = {
    "campaigns.yaml": FEW,
    "stories/hired.en.j2": story("hired", "funding", "money means new people."),
    "stories/grown.en.j2": story("grown", "funding", "money means new places."),
}


@pytest.fixture
def told(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    """A draft to Jo about Acme's round; two other stories could tell of it, one of them to customers only."""
    with line(database, tmp_path, jail=jail, files={"contacts.csv": PEOPLE, **STORIES}) as here:
        here.post("courier", "Acme Robotics raises $25 million in Series B")
        yield here.run()


def ask(told: Line, story_id: str, contact: str | None = None) -> str | None:
    with write(told.engine) as connection:
        event = told.rows(triggers)[0].id
        return wishes.ask(connection, event, story_id, contact, by=MARA, now=told.clock.at)


def states(told: Line) -> list[tuple[str, str, str]]:
    return [(row.story_id, row.contact_id, row.state) for row in told.rows(drafts)]


def wish(told: Line) -> dict[str, Any]:
    found = told.trigger().wish
    assert isinstance(found, dict)
    return found


def lapse(told: Line) -> None:
    """Nobody decided about the first draft, and its time is over; the news is not."""
    told.clock.turn(days=22)
    told.run()
    assert states(told) == [("raised", "jo", "expired")]
    later = FEW.replace("lte: 21d", "lte: 60d")
    told.files(campaigns_yaml=later).run()


def test_the_draft_that_waits_makes_room_for_one_however_often_somebody_asks(told: Line) -> None:
    assert [ask(told, "hired", "zo"), ask(told, "hired", "zo")] == [None, None]
    told.run()
    assert ask(told, "hired") is None
    assert states(told.run()) == [("raised", "jo", "rejected"), ("hired", "zo", "pending")]
    first, second = told.rows(drafts)
    assert (first.replaced_by, first.reason, wish(told)["draft"]) == (second.id, "wrong_story", second.id)
    assert [row.codes["story"] for row in told.rows(audit, action="draft_asked_for")] == ["hired"]


def test_the_same_story_for_somebody_else(told: Line) -> None:
    ask(told, "raised", "zo")
    assert states(told.run()) == [("raised", "jo", "rejected"), ("raised", "zo", "pending")]


def test_what_does_not_fit_is_refused_by_the_campaign_that_tells_the_story(told: Line) -> None:
    assert ask(told, "grown") is None
    assert states(told.run()) == [("raised", "jo", "rejected")]
    no = told.row(nos, campaign="growth", rule="must")
    assert (wish(told)["draft"], wish(told)["no"]) == (None, no.reason)
    assert told.rows(nos, campaign="money") == []  # who does not tell it is not asked
    assert wishes.asked_for(told.rows(triggers)) == {}
    ask(told, "hired")  # what was refused does not bind what comes later
    assert states(told.run()) == [("raised", "jo", "rejected"), ("hired", "jo", "pending")]


def test_an_event_whose_draft_lapsed_is_told_when_somebody_asks_but_not_to_who_has_no_address(told: Line) -> None:
    lapse(told)
    told.files(contacts_csv=PEOPLE.replace("zo@acme.example", ""))
    ask(told, "raised", "zo")
    assert states(told.run()) == [("raised", "jo", "expired")]
    assert "Zo Novak" in wish(told)["no"]
    assert told.rows(questions) == []  # others are there to be written to
    ask(told, "hired")
    assert states(told.run())[1:] == [("hired", "jo", "pending")]


def test_what_people_have_worked_on_or_what_has_left_does_not_make_room(told: Line) -> None:
    shown = told.shown(told.draft().id)
    desk.edit(told.services, shown, "About your round", told.body(told.draft()) + "\nMara", MARA)
    assert "mara has written" in (ask(told, "hired") or "")
    told.approve(told.draft().id)
    assert ask(told, "hired") == f"Draft {told.draft().id} about it is approved, and one event is written about once."
    told.clock.turn(minutes=11)
    told.run()
    assert "has left" in (ask(told, "hired") or "")
    assert (states(told), told.trigger().wish) == ([("raised", "jo", "done")], None)


def test_what_is_not_there_cannot_be_asked_for(told: Line) -> None:
    assert "kim" in (ask(told, "hired", "kim") or "")  # of another account
    told.post("ledger", "Globex raises $31 million in Series C")
    told.run()
    globex = told.trigger(company="Globex").id
    with write(told.engine) as connection:
        assert "whose it is" in (wishes.ask(connection, globex, "hired", by=MARA, now=told.clock.at) or "")
        assert wishes.ask(connection, 999, "hired", by=MARA, now=told.clock.at) is not None
