"""The index finds accounts by all their names, and follows every change at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.account_keys import Form
from campaigns.index import AccountIndex
from campaigns.names import fold
from campaigns.workspace import Account

ACME = Account(id="acme", name="Acme Robotics GmbH", domain="acme-robotics.de", aliases=("Acme", "Blue Anvil"))
GLOBEX = Account(id="globex", name="Globex Group", domain="www.globex.co.uk")
INITECH = Account(id="initech", name="Initech (formerly Penetrode)")
NORTHWIND = Account(id="northwind", name="Northwind Systems")


@pytest.fixture
def index() -> AccountIndex:
    return AccountIndex.build([ACME, GLOBEX, INITECH, NORTHWIND])


def found(index: AccountIndex, name: str) -> list[tuple[str, Form]]:
    return [(hit.account.id, hit.form) for hit in index.by_name(fold(name))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ACME ROBOTICS", [("acme", Form.NAME)]),
        ("Acme-Robotics AG", [("acme", Form.NAME)]),
        ("acme", [("acme", Form.ALIAS)]),
        ("BlueAnvil", [("acme", Form.ALIAS)]),
        ("Globex Group", [("globex", Form.NAME)]),
        ("Globex", [("globex", Form.HOUSE)]),
        ("Initech", [("initech", Form.NAME)]),
        ("Penetrode Inc.", [("initech", Form.FORMER)]),
        ("Northwind", [("northwind", Form.SHORT)]),
        ("Acm", []),
        ("Robotics", []),
        ("Nobody", []),
    ],
)
def test_by_name(index: AccountIndex, name: str, expected: list[tuple[str, Form]]) -> None:
    assert found(index, name) == expected


def test_by_domain(index: AccountIndex) -> None:
    assert [hit.account.id for hit in index.by_domain("globex.co.uk")] == ["globex"]
    assert index.by_domain("elsewhere.com") == ()


def test_two_accounts_of_one_name_are_both_found() -> None:
    index = AccountIndex.build([Account(id="b", name="Mercury"), Account(id="a", name="Mercury, Inc.")])
    assert [hit.account.id for hit in index.by_name("mercury")] == ["a", "b"]


def test_an_added_account_is_found_at_once(index: AccountIndex) -> None:
    index.add(Account(id="hooli", name="Hooli", domain="hooli.com"))
    assert found(index, "Hooli") == [("hooli", Form.NAME)]
    assert [hit.account.id for hit in index.by_domain("hooli.com")] == ["hooli"]
    assert len(index) == 5


def test_a_renamed_account_is_no_longer_found_by_its_old_name(index: AccountIndex) -> None:
    index.add(Account(id="globex", name="Globodyne"))
    assert found(index, "Globex") == []
    assert found(index, "Globodyne") == [("globex", Form.NAME)]
    index.add(Account(id="globex", name="Globotech Holding"))
    assert found(index, "Globodyne") == []
    assert len(index) == 4


def test_a_removed_account_is_gone(index: AccountIndex) -> None:
    index.remove("acme")
    index.remove("nobody")
    assert found(index, "Acme") == []
    assert len(index) == 3


def test_what_a_person_taught_comes_first_and_outlives_an_edit(index: AccountIndex) -> None:
    index.learn("Globex", "acme")
    assert found(index, "Globex")[0] == ("acme", Form.LEARNED)
    index.add(ACME)
    assert found(index, "Globex")[0] == ("acme", Form.LEARNED)


def test_a_forbidden_match_is_never_offered() -> None:
    index = AccountIndex.build([ACME], never=[("Blue Anvil Ltd", "acme")])
    assert found(index, "Blue Anvil") == []
    assert found(index, "Acme") == [("acme", Form.ALIAS)]
    assert index.barred("blue anvil") == {"acme"}


def test_learned_names_can_be_given_at_build() -> None:
    index = AccountIndex.build([ACME], learned=[("Anvil Works", "acme")])
    assert found(index, "Anvil Works AG") == [("acme", Form.LEARNED)]


def test_a_family_of_names_is_counted() -> None:
    index = AccountIndex.build([Account(id=str(n), name=f"Tyrell {what}") for n, what in enumerate(("Power", "Steel"))])
    index.add(Account(id="x", name="Tyrell Foods"))
    assert index.sharing("tyrell") == 3
    assert index.sharing("power") == 0


def test_accounts_can_live_elsewhere() -> None:
    rows = {"acme": ACME}
    index = AccountIndex.build(rows.values(), fetch=rows.get)
    assert found(index, "Acme") == [("acme", Form.ALIAS)]
    del rows["acme"]
    assert found(index, "Acme") == []


def test_a_branch_changes_beside_what_it_came_from(index: AccountIndex) -> None:
    branch = index.branch()
    branch.add(Account(id="acme", name="Anvil Works"))
    branch.remove("globex")
    branch.learn("Big G", "northwind")
    branch.forbid("Initech", "initech")
    assert (found(branch, "Anvil Works"), found(branch, "Acme"), found(branch, "Globex")) == (
        [("acme", Form.NAME)],
        [],
        [],
    )
    assert (found(branch, "Big G"), found(branch, "Initech")) == ([("northwind", Form.LEARNED)], [])
    assert (found(index, "Acme"), found(index, "Globex")) == ([("acme", Form.ALIAS)], [("globex", Form.HOUSE)])
    assert (found(index, "Big G"), found(index, "Initech"), len(index)) == ([], [("initech", Form.NAME)], 4)


def test_what_was_taught_can_be_taken_back(index: AccountIndex) -> None:
    index.learn("Big G", "globex")
    index.forbid("Initech", "initech")
    index.unlearn("Big G", "globex")
    index.allow("Initech", "initech")
    assert (found(index, "Big G"), found(index, "Initech")) == ([], [("initech", Form.NAME)])


WORDS = st.sampled_from(
    ["acme", "tyrell", "blue anvil", "tyrell foods", "tyrell power group", "acme robotics", "initech"]
)
ACCOUNTS = st.builds(
    Account,
    id=st.sampled_from("abcdef"),
    name=WORDS,
    domain=st.sampled_from([None, "acme.com", "tyrell.example"]),
    aliases=st.lists(WORDS, max_size=2).map(tuple),
)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), ACCOUNTS),
        st.tuples(st.just("remove"), st.sampled_from("abcdef")),
        st.tuples(
            st.sampled_from(["learn", "unlearn", "forbid", "allow"]), st.tuples(WORDS, st.sampled_from("abcdef"))
        ),
    ),
    max_size=12,
)


@given(st.lists(ACCOUNTS, max_size=6, unique_by=lambda account: account.id), EDITS)
def test_edits_come_to_what_building_anew_comes_to(start: list[Account], edits: list[tuple[str, Any]]) -> None:
    index, accounts = AccountIndex.build(start), {account.id: account for account in start}
    taught: dict[str, set[tuple[str, str]]] = {"learn": set(), "forbid": set()}
    for what, value in edits:
        index = index.branch()
        if what == "add":
            index.add(value)
            accounts[value.id] = value
        elif what == "remove":
            index.remove(value)
            accounts.pop(value, None)
        elif what in taught:
            if value not in taught[what]:
                getattr(index, what)(*value)
            taught[what].add(value)
        else:
            getattr(index, what)(*value)
            taught["learn" if what == "unlearn" else "forbid"].discard(value)
    anew = AccountIndex.build(accounts.values(), learned=sorted(taught["learn"]), never=sorted(taught["forbid"]))
    for name in ("acme", "tyrell", "blueanvil", "tyrellfoods", "tyrellpower", "acmerobotics", "initech"):
        assert index.by_name(name) == anew.by_name(name)
        assert index.sharing(name) == anew.sharing(name)
        assert index.barred(name) == anew.barred(name)
    assert index.by_domain("acme.com") == anew.by_domain("acme.com")
    assert len(index) == len(anew)
