"""Questions that somebody keeps: asked again by name, by a campaign too, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select
from support.people_world import NOW, TODAY, PeopleWorld, people_world

from campaigns.campaign import Campaign, Who
from campaigns.people.ask import Query, parse
from campaigns.people.ask_fields import AskError
from overture.db import ask as asking
from overture.db.audit import Actor
from overture.db.engine import read, write
from overture.db.saved_questions import CannotSave, Saved, forget_question, save_question, saved, understood
from overture.db.standing import asked_by
from overture.db.tables import audit
from triggers.types import EventKind

MARA = Actor("mara", "ui")


@pytest.fixture
def world(database: Engine) -> PeopleWorld:
    return people_world(database)


def keep(world: PeopleWorld, name: str, text: str) -> Saved | CannotSave:
    with write(world.engine) as connection:
        return save_question(connection, name, text, MARA, now=NOW)


def found(world: PeopleWorld, text: str) -> list[str | None]:
    with read(world.engine) as connection:
        query = understood(connection, text)
        assert isinstance(query, Query), query
        return [one.contact_id for one in asking.ask(connection, query, today=TODAY, people=True).found]


def test_a_kept_question_is_asked_by_its_name(world: PeopleWorld) -> None:
    assert isinstance(keep(world, "warm-churn", " concern:churn tie:any "), Saved)
    assert found(world, "saved:warm-churn") == ["jo"]
    assert found(world, "saved:warm-churn lifecycle:customer") == []


def test_keeping_it_again_replaces_it(world: PeopleWorld) -> None:
    keep(world, "warm", "tie:any")
    keep(world, "warm", "tie:met")
    with read(world.engine) as connection:
        assert [(one.name, one.text, one.saved_by) for one in saved(connection)] == [("warm", "tie:met", "mara")]
        acts = connection.scalars(select(audit.c.action).where(audit.c.thing_id == "warm")).all()
    assert list(acts) == ["question.saved", "question.saved"]


def test_nonsense_is_not_kept(world: PeopleWorld) -> None:
    for name, text in (("warm", "tie:maybe"), ("Warm Ones", "tie:any"), ("warm", "saved:other")):
        assert isinstance(keep(world, name, text), CannotSave)
    with read(world.engine) as connection:
        assert saved(connection) == []


def test_a_campaign_writes_to_whom_a_kept_question_finds(world: PeopleWorld) -> None:
    keep(world, "warm-churn", "concern:churn tie:any")
    campaign = Campaign("warm", (EventKind.FUNDING,), who=Who(ask="saved:warm-churn country:DE"))
    with read(world.engine) as connection:
        assert asked_by(connection, [campaign], ["acme", "globex"], today=TODAY) == {"warm": frozenset({"jo"})}


def test_a_campaign_whose_question_is_gone_writes_to_nobody(world: PeopleWorld) -> None:
    keep(world, "warm", "tie:any")
    with write(world.engine) as connection:
        assert forget_question(connection, "warm", MARA, now=NOW) is not None
        assert forget_question(connection, "warm", MARA, now=NOW) is None
    campaign = Campaign("warm", (EventKind.FUNDING,), who=Who(ask="saved:warm"))
    with read(world.engine) as connection:
        assert asked_by(connection, [campaign], ["acme"], today=TODAY) == {"warm": frozenset()}
        error = understood(connection, "saved:warm")
        assert isinstance(error, AskError)
        assert isinstance(parse("saved:warm"), Query)
