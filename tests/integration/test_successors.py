"""A rejection that names the wrong person, story or company asks for another draft, which the line writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from support.line import FILES, MARA, Line, line, story

from campaigns.review import Refusal, Refused, RejectReason
from overture.db import decisions
from overture.db.decisions import Rejected, Undone
from overture.db.tables import account_names, drafts, never_matches, nos, questions, suppressions, triggers
from overture.jail import ChildJail
from overture.jobs import desk

ROUND = ("Acme Robotics raises $25 million Series B", "Acme Robotics, a maker of robots, raised $25 million.")
PEOPLE = FILES["contacts.csv"] + "acme,Zo Novak,zo,zo@acme.example,director,sales,legitimate_interest,en\n"
STORIES = {
    "campaigns.yaml": FILES["campaigns.yaml"].replace("[raised]", "[raised, hired, grown]"),
    "stories/hired.en.j2": story("hired", "funding", "money means new people."),
    "stories/grown.en.j2": story("grown", "funding", "money means new places."),
}


@pytest.fixture
def told(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    """A draft to Jo about Acme's round; Zo is there too, and the campaign has three stories."""
    with line(database, tmp_path, jail=jail, files={"contacts.csv": PEOPLE, **STORIES}) as found:
        found.post("courier", *ROUND)
        found.run()
        assert (found.draft().contact_id, found.draft().story_id) == ("jo", "raised")
        yield found


def reject(told: Line, draft_id: int, reason: RejectReason, **wish: Any) -> Rejected | Refused:
    return decisions.reject(
        told.engine, told.shown(draft_id), reason, MARA, now=told.clock.at, keys=told.services.keys, **wish
    )


def newest(told: Line) -> Any:
    return told.rows(drafts)[-1]


def test_the_wrong_person_gives_way_to_another_and_the_old_draft_names_its_successor(told: Line) -> None:
    first = told.draft()
    assert reject(told, first.id, RejectReason.WRONG_PERSON) == Rejected((), "contact")
    second = newest(told.run())
    assert (second.contact_id, second.state) == ("zo", "pending")
    assert told.row(drafts, id=first.id).replaced_by == second.id


def test_when_everybody_is_wrong_somebody_has_to_be_named(told: Line) -> None:
    reject(told, told.draft().id, RejectReason.WRONG_PERSON)
    reject(told, newest(told.run()).id, RejectReason.WRONG_PERSON)
    told.run()
    assert [row.state for row in told.rows(drafts)] == ["rejected", "rejected"]
    assert told.row(nos, rule="no_contact").campaign == "money"
    assert told.row(questions, kind="needs_contact").account_id == "acme"


def test_a_person_who_is_found_later_gets_the_draft_that_was_asked_for(told: Line) -> None:
    reject(told, told.draft().id, RejectReason.WRONG_PERSON)
    reject(told, newest(told.run()).id, RejectReason.WRONG_PERSON)
    told.run().files(contacts_csv=PEOPLE + "acme,Pia Lind,pia,pia@acme.example,vp,sales,legitimate_interest,en\n")
    told.post("ledger", "Acme Robotics raises $31 million Series B", "Acme Robotics raised $31 million.")
    assert (newest(told.run()).contact_id, newest(told).state) == ("pia", "pending")


def test_the_wrong_story_gives_way_to_another_for_the_same_person(told: Line) -> None:
    assert reject(told, told.draft().id, RejectReason.WRONG_STORY) == Rejected((), "story")
    second = newest(told.run())
    assert (second.story_id, second.contact_id) == ("hired", "jo")


def test_a_story_and_a_person_can_be_asked_for_by_name(told: Line) -> None:
    reject(told, told.draft().id, RejectReason.WRONG_STORY, instead="grown")
    assert newest(told.run()).story_id == "grown"
    reject(told, newest(told).id, RejectReason.WRONG_PERSON, instead="zo")
    assert newest(told.run()).contact_id == "zo"


@pytest.mark.parametrize(
    ("reason", "instead"),
    [
        (RejectReason.WRONG_PERSON, "kim"),  # of another account
        (RejectReason.WRONG_PERSON, "jo"),  # the very same
        (RejectReason.WRONG_STORY, "nowhere"),
        (RejectReason.WRONG_COMPANY, "acme"),
        (RejectReason.OLD_NEWS, "zo"),  # asks for nothing else
    ],
)
def test_what_cannot_stand_in_its_place_is_refused(told: Line, reason: RejectReason, instead: str) -> None:
    answer = reject(told, told.draft().id, reason, instead=instead)
    assert isinstance(answer, Refused)
    assert answer.refusal is Refusal.INCOMPLETE
    assert told.draft().state == "pending"


def test_no_story_left_is_a_recorded_no_and_no_second_draft(told: Line) -> None:
    for _ in range(3):
        reject(told, newest(told).id, RejectReason.WRONG_STORY)
        told.run()
    assert [row.state for row in told.rows(drafts)] == ["rejected"] * 3
    no = told.row(nos, rule="no_story")
    assert no.trigger_id == told.trigger().id
    assert "no other story of the campaign is left" in no.reason
    assert "was not wanted" in no.reason
    assert "is not told in" not in no.reason


def test_another_reason_closes_the_event_although_one_asked_for_more(told: Line) -> None:
    reject(told, told.draft().id, RejectReason.WRONG_PERSON)
    reject(told, newest(told.run()).id, RejectReason.OLD_NEWS)
    told.post("ledger", "Acme Robotics raises $31 million Series B", "Acme Robotics raised $31 million.")
    assert [row.state for row in told.run().rows(drafts)] == ["rejected", "rejected"]


def test_undo_before_the_line_has_looked_leaves_one_draft(told: Line) -> None:
    first = told.draft()
    reject(told, first.id, RejectReason.WRONG_PERSON)
    assert isinstance(desk.undo(told.services, first.id, MARA), Undone)
    assert told.run().draft().state == "pending"


def test_undo_takes_the_successor_away_and_rejecting_again_brings_one(told: Line) -> None:
    first = told.draft()
    reject(told, first.id, RejectReason.WRONG_PERSON)
    second = newest(told.run())
    assert isinstance(desk.undo(told.services, first.id, MARA), Undone)
    row = told.row(drafts, id=second.id)
    assert (row.state, row.replaced_by) == ("superseded", first.id)
    assert (told.row(drafts, id=first.id).state, told.row(drafts, id=first.id).replaced_by) == ("pending", None)
    reject(told, first.id, RejectReason.WRONG_PERSON)
    assert (newest(told.run()).contact_id, newest(told).state) == ("zo", "pending")


def test_undo_is_refused_where_somebody_has_worked_on_the_successor(told: Line) -> None:
    first = told.draft()
    reject(told, first.id, RejectReason.WRONG_PERSON)
    second = newest(told.run())
    told.approve(second.id)
    answer = desk.undo(told.services, first.id, MARA)
    assert isinstance(answer, Refused)
    assert answer.in_the_way == second.id
    assert told.row(drafts, id=second.id).state == "approved"


def test_the_company_that_is_meant_gets_the_draft_and_the_name_is_learned(told: Line) -> None:
    first = told.draft()
    assert reject(told, first.id, RejectReason.WRONG_COMPANY, instead="hooli") == Rejected(
        ("never_match", "name_learned"), "account"
    )
    second = newest(told.run())
    assert (second.account_id, second.contact_id) == ("hooli", "kim")
    assert told.row(drafts, id=first.id).replaced_by == second.id
    assert told.row(account_names).account_id == "hooli"
    assert isinstance(desk.undo(told.services, first.id, MARA), Undone)
    assert told.rows(never_matches) == told.rows(account_names) == []
    assert (told.row(triggers).account_id, told.row(drafts, id=second.id).state) == ("acme", "superseded")


def test_do_not_contact_can_hold_for_the_whole_domain_and_is_taken_back_whole(told: Line) -> None:
    first = told.draft()
    answer = reject(told, first.id, RejectReason.DO_NOT_CONTACT, scope="domain")
    assert answer == Rejected(("suppressed_address", "suppressed_domain"), None)
    assert sorted(row.kind for row in told.rows(suppressions)) == ["address", "domain"]
    desk.undo(told.services, first.id, MARA)
    assert all(row.lifted_at for row in told.rows(suppressions))
