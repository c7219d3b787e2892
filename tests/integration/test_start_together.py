"""Processes of one installation that start at the same moment, on an empty database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, update
from support.db import postgres_of_its_own
from support.workspaces import write_workspace

from overture.db import migrate
from overture.db.engine import open_engine, read, write
from overture.db.tables import accounts, contacts
from overture.services import open_services
from overture.settings import Environment

PROCESSES = 4
MANY = 400
OUTLETS = 200
FEED = '  - {{id: outlet-{0}, kind: feed, url: "https://outlet-{0}.example/feed.xml"}}\n'


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database with the schema and no row."""
    if request.param == "sqlite":
        engine = open_engine(f"sqlite:///{tmp_path}/overture.db")
        migrate.upgrade(engine)
        yield engine
        engine.dispose()
        return
    with postgres_of_its_own(request.getfixturevalue("postgres_url")) as engine:
        migrate.upgrade(engine)
        yield engine


@pytest.fixture
def environment(empty: Engine, tmp_path: Path) -> Environment:
    lines = [f"Firm {number} GmbH,firm-{number},firm-{number}.example" for number in range(MANY)]
    people = [f"firm-{number},Kim Vogel,kim-{number},kim@firm-{number}.example" for number in range(MANY)]
    folder = write_workspace(
        tmp_path / "workspace",
        {
            "accounts.csv": "\n".join(["name,id,domain", *lines, ""]),
            "contacts.csv": "\n".join(["account,name,id,email", *people, ""]),
            "sources.yaml": "sources:\n" + "".join(map(FEED.format, range(OUTLETS))),
        },
    )
    return Environment(
        config=folder,
        data_dir=tmp_path / "data",
        database_url=empty.url.render_as_string(hide_password=False),
        secret_key="shared by all processes",
    )


def counted(engine: Engine) -> tuple[int, int]:
    with read(engine) as connection:
        rows = [connection.scalar(select(func.count()).select_from(table)) or 0 for table in (accounts, contacts)]
    return rows[0], rows[1]


def start(environment: Environment) -> int:
    services = open_services(environment, role="worker")
    services.close()
    return len(services.problems)


def test_processes_that_start_together_all_start(empty: Engine, environment: Environment) -> None:
    with ThreadPoolExecutor(PROCESSES) as pool:
        started = [pool.submit(start, environment) for _ in range(PROCESSES)]
    assert [done.result() for done in started] == [0] * PROCESSES
    assert counted(empty) == (MANY, MANY)


def test_files_whose_rows_are_there_are_not_written_again(empty: Engine, environment: Environment) -> None:
    start(environment)
    with write(empty) as connection:
        connection.execute(update(accounts).where(accounts.c.id == "firm-7").values(name="By hand"))
    start(environment)
    with read(empty) as connection:
        assert connection.scalar(select(accounts.c.name).where(accounts.c.id == "firm-7")) == "By hand"

    people = environment.config / "contacts.csv"
    people.write_text(people.read_text() + "firm-1,Ada Berg,ada-1,ada@firm-1.example\n")
    start(environment)
    assert counted(empty) == (MANY, MANY + 1)
    with read(empty) as connection:
        assert connection.scalar(select(accounts.c.name).where(accounts.c.id == "firm-7")) == "Firm 7 GmbH"
