"""An edit of an account is known at the next look, at the price of what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, insert
from support.line import FILES, NOON, Line, line
from support.workspaces import write_workspace

from campaigns.index import AccountIndex
from campaigns.match import IndexResolver
from campaigns.workspace import Account
from overture.db import people
from overture.db.account_changes import taught
from overture.db.engine import read, write
from overture.db.tables import account_names, never_matches
from overture.jail import ChildJail
from overture.services import Services
from triggers.types import CompanyRef, Reading

TITLE = Reading("1", "Acme Robotics, Hooli Freight, Blue Anvil and Globex raise $20M")
HEAD = FILES["accounts.csv"].splitlines()[0]
NAMES = ("Acme Robotics", "Acme Foods", "Hooli Freight", "Blue Anvil", "Globex", "Initech")


@pytest.fixture
def here(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail, files={"contacts.csv": "account,name,id,email\n"}) as made:
        yield made


def said(services: Services) -> list[CompanyRef]:
    return services.resolver().resolve([(name, TITLE) for name in NAMES])


def anew(services: Services) -> list[CompanyRef]:
    """What an index that is built from everything says."""
    with read(services.engine) as connection:
        learned, never = taught(connection)
        index = AccountIndex.build(people.load(connection, Account), learned=learned, never=never)
    return IndexResolver(index).resolve([(name, TITLE) for name in NAMES])


def rewrite(here: Line, *rows: str) -> None:
    write_workspace(here.services.folder, {"accounts.csv": "\n".join((HEAD, *rows)) + "\n"}, sound=False)
    here.services.refresh()


def account(services: Services, name: str) -> str | None:
    return next(ref.account_id for ref in said(services) if ref.name == name)


def test_a_changed_a_new_and_a_retired_account_are_known_without_building_anew(here: Line) -> None:
    services = here.services
    assert (account(services, "Acme Robotics"), account(services, "Hooli Freight")) == ("acme", "hooli")
    before = services.resolver()
    rewrite(here, "Acme Foods,acme,acme.example,DE,prospect,mara,,", "Globex,globex,globex.example,DE,prospect,mara,,")
    assert (account(services, "Acme Foods"), account(services, "Globex")) == ("acme", "globex")
    assert (account(services, "Acme Robotics"), account(services, "Hooli Freight")) == (None, None)
    assert said(services) == anew(services)
    assert services._accounts.built == 1
    assert before.resolve([("Hooli Freight", TITLE)])[0].account_id == "hooli"  # whoever works goes on undisturbed


def test_an_account_that_comes_back_is_known_again(here: Line) -> None:
    rows = FILES["accounts.csv"].splitlines()[1:]
    rewrite(here, rows[0])
    assert account(here.services, "Hooli Freight") is None
    rewrite(here, *rows)
    assert account(here.services, "Hooli Freight") == "hooli"
    assert said(here.services) == anew(here.services)


def test_what_people_teach_and_take_back_is_known_at_once(here: Line) -> None:
    services = here.services
    assert account(services, "Blue Anvil") is None
    lesson = {"account_id": "acme", "taught_by": "mara", "taught_at": NOON}
    with write(services.engine) as connection:
        connection.execute(insert(account_names).values(folded="blue anvil", form="Blue Anvil", **lesson))
        connection.execute(insert(never_matches).values(folded="acme robotics", **lesson))
    assert (account(services, "Blue Anvil"), account(services, "Acme Robotics")) == ("acme", None)
    assert said(services) == anew(services)
    with write(services.engine) as connection:
        connection.execute(delete(account_names))
        connection.execute(delete(never_matches))
    assert (account(services, "Blue Anvil"), account(services, "Acme Robotics")) == (None, "acme")
    assert services._accounts.built == 1


def test_when_nothing_changed_the_same_resolver_answers(here: Line) -> None:
    assert here.services.resolver() is here.services.resolver()


def test_a_contact_in_the_text_tells_which_of_two_namesakes_is_meant(here: Line) -> None:
    services = here.services
    rewrite(
        here, "Bolt,bolt-rides,bolt.example,,prospect,mara,,", "Bolt,bolt-screws,bolt-screws.example,,prospect,mara,,"
    )
    told = Reading("2", "Bolt raises $20M, says its finance chief Ada Quist")

    def meant() -> str | None:
        return services.resolver().resolve([("Bolt", told)])[0].account_id

    assert meant() is None
    write_workspace(services.folder, {"contacts.csv": "account,name,id\nbolt-screws,Ada Quist,ada\n"}, sound=False)
    services.refresh()
    assert meant() == "bolt-screws"
    write_workspace(services.folder, {"contacts.csv": "account,name,id\n"}, sound=False)
    services.refresh()
    assert meant() is None
    assert services._accounts.built == 1
