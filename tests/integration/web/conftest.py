"""A filled site for each test, behind a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from support.db import copy_of, create_schema
from support.sample_drafts import fill
from support.web import NOON, Hand, Site, services

from overture.db.engine import open_engine


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.db"
    engine = open_engine(f"sqlite:///{path}")
    create_schema(engine)
    fill(engine, now=NOON)
    engine.dispose()
    return path


@pytest.fixture
def filled(filled_template: Path, tmp_path: Path) -> Iterator[Engine]:
    folder = tmp_path / "filled"
    folder.mkdir()
    engine = copy_of(filled_template, folder)
    yield engine
    engine.dispose()


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def site(filled: Engine, hand: Hand) -> Iterator[Site]:
    with Site(services(filled, hand)) as running:
        yield running


@pytest.fixture
def empty_site(sqlite_database: Engine, hand: Hand) -> Iterator[Site]:
    with Site(services(sqlite_database, hand)) as running:
        yield running
