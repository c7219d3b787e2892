"""A login and an address belong to one person each, also where two give them at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine
from support.cast import MARA, NOW

from overture.db import users
from overture.db.engine import read, write
from overture.db.users import User


def add(database: Engine, user: User) -> str:
    """As every door does it: asked first, then written."""
    with write(database) as connection:
        wrong = users.taken(connection, user.id, user.email)
        if not wrong:
            users.add_user(connection, user, password_hash="", by=MARA, now=NOW)
    return wrong


@pytest.mark.parametrize(
    ("login", "address", "words"),
    [
        ("otto", None, "This login is taken."),
        ("otto-{}", "otto@acme.example", "Somebody else signs in by this address."),
    ],
)
def test_of_those_who_ask_at_once_one_gets_it(login: str, address: str | None, words: str, database: Engine) -> None:
    together = Barrier(4)

    def ask(number: int) -> str:
        together.wait()
        return add(database, User(login.format(number), "Otto", "viewer", address))

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(ask, range(4))) == ["", words, words, words]


def test_letters_that_one_database_knows_no_small_ones_of_are_compared_as_its_index_does(database: Engine) -> None:
    assert add(database, User("otto", "Otto", "viewer", "ÄB@acme.example")) == ""
    assert add(database, User("mara", "Mara", "viewer", "ÄB@ACME.example")) == "Somebody else signs in by this address."
    with read(database) as connection:
        found = users.password_of(connection, "ÄB@Acme.example")
    assert found is not None
    assert found[0].id == "otto"


def test_a_login_that_differs_in_size_alone_or_is_an_address_of_another_is_taken(database: Engine) -> None:
    assert add(database, User("otto", "Otto", "viewer", "otto@acme.example")) == ""
    assert add(database, User("Otto", "Otto", "viewer")) == "This login is taken."
    assert add(database, User("otto@acme.example", "Mara", "viewer")) == "This login is taken."
    with write(database) as connection:
        assert users.set_email(connection, "otto", "Otto@acme.example", by=MARA, now=NOW)
