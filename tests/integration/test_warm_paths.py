"""Warm paths on both databases: who of us is how near to a contact, in words."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine
from support.people_world import ACCOUNTS, CONTACTS, MARA, OTTO, TIES, PeopleWorld, contact, people_world

from campaigns.people.paths import WarmPath
from campaigns.workspace import Account, Teammate, Tie, TieKind
from overture.db.engine import read
from overture.db.people_paths import warm_paths

LABS_ABROAD = Account("acme-uk", "Acme UK", parent="acme")


@pytest.fixture
def world(database: Engine) -> PeopleWorld:
    return people_world(database)


def paths(world: PeopleWorld, contact_id: str, *, start: str | None = None) -> tuple[WarmPath, ...]:
    with read(world.engine) as connection:
        return warm_paths(connection, contact_id, start=start)


def test_a_tie_is_a_path_of_one_hop_and_the_stronger_comes_first(world: PeopleWorld) -> None:
    best, other = paths(world, "jo")
    assert (str(best), best.hops) == ("Mara Lind worked with Jo Meyer 2019–22 (4 of 5)", 1)
    assert str(other) == "Otto Brandt met Jo Meyer (1 of 5)"


def test_a_colleague_of_theirs_is_the_second_hop(world: PeopleWorld) -> None:
    best = paths(world, "kim")[0]
    assert best.hops == 2
    assert best.steps == (
        "Mara Lind worked with Jo Meyer 2019–22 (4 of 5)",
        "Jo Meyer works with Kim Oster at Acme Robotics",
    )


def test_owner_and_subsidiary_are_near_too(world: PeopleWorld) -> None:
    best = paths(world, "lee")[0]
    assert (best.hops, best.distance) == (2, 1)
    assert best.steps[1] == ("Jo Meyer is at Acme Robotics, which belongs together with Acme Labs, where Lee Adler is")


def test_the_rest_of_the_group_is_three_hops_away(world: PeopleWorld) -> None:
    far = contact("uma", "acme-uk", "Uma Dean")
    only = (Tie("t9", "otto", "lee", TieKind.CUSTOMER_OF, 3),)
    world.sync(accounts=(*ACCOUNTS, LABS_ABROAD), contacts=(*CONTACTS, far), ties=only)
    (path,) = paths(world, "uma")
    assert (path.hops, path.distance) == (3, 2)
    assert path.steps[1] == "Lee Adler is at Acme Labs, of the same group as Acme UK, where Uma Dean is"


def test_from_one_of_us_a_colleague_of_ours_is_asked_first(world: PeopleWorld) -> None:
    direct, asked = paths(world, "jo", start="otto")
    assert (str(direct), direct.hops) == ("Otto Brandt met Jo Meyer (1 of 5)", 1)
    assert asked.steps[0] == "Otto Brandt asks Mara Lind"
    assert asked.hops == 2


def test_nobody_near_is_no_path(world: PeopleWorld) -> None:
    assert paths(world, "max") == ()
    assert paths(world, "nobody") == ()


def test_four_hops_are_not_warm(world: PeopleWorld) -> None:
    lena = Teammate("lena", "Lena Orr", "lena@lantern.example")
    far = contact("uma", "acme-uk", "Uma Dean")
    only = (Tie("t9", "otto", "lee", TieKind.MET, 3),)
    tables = {"accounts": (*ACCOUNTS, LABS_ABROAD), "contacts": (*CONTACTS, far), "ties": only}
    world.sync(teammates=(MARA, OTTO, lena), **tables)
    assert len(paths(world, "uma")) == 1
    assert paths(world, "uma", start="lena") == ()


def test_a_tie_that_left_the_file_leads_nowhere(world: PeopleWorld) -> None:
    world.sync(ties=TIES[1:])
    assert [path.teammate for path in paths(world, "jo")] == ["Otto Brandt"]


def test_companies_that_own_each_other_are_walked_once(world: PeopleWorld) -> None:
    ring = (replace(ACCOUNTS[0], parent="acme-labs"), *ACCOUNTS[1:])
    world.sync(accounts=ring)
    assert len(paths(world, "kim")) == 2
