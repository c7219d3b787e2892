"""Ties from other files: each row gets its verdict, a dry run writes nothing, and what a file says is left alone."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine
from support.people_world import NOW, TIES, PeopleWorld, ago, people_world

from campaigns.people.imports import BadRow, Seen, Sighting
from campaigns.workspace import Tie, TieKind
from overture.config.people import tie_id
from overture.db.audit import Actor
from overture.db.engine import read, write
from overture.db.people import load
from overture.db.people_import import Judged, Verdict, judge
from overture.db.tie_imports import Undone, take, undo

MARA = Actor("mara", "cli")
KIM = Sighting(1, "Kim Oster", "kim@acme.example", since=ago(500), strength=2, evidence="2 messages")


@pytest.fixture
def world(database: Engine) -> PeopleWorld:
    return people_world(database)


def judged(world: PeopleWorld, *seen: Seen) -> list[Judged]:
    with read(world.engine) as connection:
        return judge(connection, seen, "mara")


def taken(world: PeopleWorld, *seen: Seen) -> int | None:
    """The number of the import."""
    with write(world.engine) as connection:
        return take(connection, judge(connection, seen, "mara"), "csv", MARA, now=NOW)


def undone(world: PeopleWorld, number: int | None) -> Undone | str:
    assert number is not None
    with write(world.engine) as connection:
        return undo(connection, number, MARA, now=NOW)


def ties(world: PeopleWorld) -> dict[str, Tie]:
    with read(world.engine) as connection:
        return {tie.id: tie for tie in load(connection, Tie)}


@pytest.mark.parametrize(
    ("seen", "verdict", "contact"),
    [
        (KIM, Verdict.NEW, "kim"),
        (replace(KIM, email=None, company="ACME Robotics GmbH"), Verdict.NEW, "kim"),
        (replace(KIM, email=None), Verdict.NEW, "kim"),
        (replace(KIM, email="kim@elsewhere.example"), Verdict.STRANGER, None),  # another of the name
        (replace(KIM, name="Uma Dean", email="uma@acme.example"), Verdict.NO_CONTACT, None),
        (replace(KIM, name="Uma Dean", email=None, company="Globex"), Verdict.NO_CONTACT, None),
        (replace(KIM, name="Uma Dean", email=None), Verdict.STRANGER, None),
        (BadRow(1, "names nobody"), Verdict.UNREADABLE, None),
    ],
)
def test_each_row_gets_a_verdict(world: PeopleWorld, seen: Seen, verdict: Verdict, contact: str | None) -> None:
    (one,) = judged(world, seen)
    assert (one.verdict, one.contact_id) == (verdict, contact)


def test_judging_alone_writes_nothing(world: PeopleWorld) -> None:
    judged(world, KIM)
    assert set(ties(world)) == {"t1", "t2", "t3"}


def test_what_is_taken_is_a_tie_that_survives_the_next_import(world: PeopleWorld) -> None:
    assert taken(world, KIM)
    world.sync()
    tie = ties(world)[tie_id("mara", "kim", TieKind.OTHER)]
    assert (tie.contact_id, tie.strength, tie.since, tie.evidence) == ("kim", 2, ago(500), "2 messages")


def test_taking_the_same_file_again_changes_nothing(world: PeopleWorld) -> None:
    taken(world, KIM)
    (again,) = judged(world, KIM)
    assert again.verdict is Verdict.KNOWN
    assert taken(world, KIM) is None


def test_a_row_that_knows_better_makes_the_tie_stronger(world: PeopleWorld) -> None:
    taken(world, KIM)
    later = replace(KIM, strength=3, since=ago(100), last_touch=ago(1))
    assert judged(world, later)[0].verdict is Verdict.STRONGER
    taken(world, later)
    tie = ties(world)[tie_id("mara", "kim", TieKind.OTHER)]
    assert (tie.strength, tie.since, tie.last_touch) == (3, ago(500), ago(1))


def test_two_rows_of_one_person_are_one_tie(world: PeopleWorld) -> None:
    first, second = judged(world, KIM, replace(KIM, row=2, strength=4))
    assert (first.verdict, second.verdict) == (Verdict.NEW, Verdict.KNOWN)
    assert second.words == "repeats row 1"


def test_what_the_file_says_is_left_alone(world: PeopleWorld) -> None:
    ours = Tie(tie_id("mara", "kim", TieKind.OTHER), "mara", "kim", TieKind.OTHER, 5)
    world.sync(ties=(*TIES, ours))
    assert judged(world, KIM)[0].verdict is Verdict.STANDS_IN_FILE
    assert taken(world, KIM) is None
    assert ties(world)[ours.id].strength == 5


# --- taking back --------------------------------------------------------------------------------------------------


def test_an_import_that_is_taken_back_leaves_everything_as_it_was(world: PeopleWorld) -> None:
    before = ties(world)
    first = taken(world, KIM)
    known = ties(world)
    second = taken(world, replace(KIM, strength=4, last_touch=ago(1)))
    assert undone(world, second) == Undone(1, 0)
    assert ties(world) == known
    assert undone(world, first) == Undone(1, 0)
    assert ties(world) == before
    assert undone(world, first) == f"import {first} was taken back already"


def test_what_was_taken_back_may_stand_in_the_file_later(world: PeopleWorld) -> None:
    undone(world, taken(world, KIM))
    world.sync()
    assert tie_id("mara", "kim", TieKind.OTHER) not in ties(world)
    ours = Tie(tie_id("mara", "kim", TieKind.OTHER), "mara", "kim", TieKind.OTHER, 5)
    world.sync(ties=(*TIES, ours))
    assert ties(world)[ours.id] == ours


def test_what_was_changed_since_stays(world: PeopleWorld) -> None:
    first = taken(world, KIM)
    taken(world, replace(KIM, strength=4))
    assert undone(world, first) == Undone(0, 1)
    assert ties(world)[tie_id("mara", "kim", TieKind.OTHER)].strength == 4


def test_an_import_that_was_never_made_cannot_be_taken_back(world: PeopleWorld) -> None:
    assert undone(world, 99) == "there is no import 99"


def test_a_day_to_come_is_not_believed(world: PeopleWorld) -> None:
    with read(world.engine) as connection:
        (one,) = judge(connection, [replace(KIM, last_touch=ago(-400))], "mara", today=NOW.date())
    assert one.tie is not None
    assert (one.tie.last_touch, one.tie.since) == (None, ago(500))
