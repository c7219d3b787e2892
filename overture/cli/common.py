"""What the verbs share: the options that say where things are, and opening them."""

from __future__ import annotations

import getpass
import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine

from overture.cli.every import mode
from overture.cli.output import Format, notes
from overture.clock import SystemClock
from overture.db import schema
from overture.db.audit import Actor
from overture.db.engine import open_engine, rehearsing, shown
from overture.services import Services, open_services
from overture.settings import Environment, read_environment

ConfigOption = Annotated[Path | None, typer.Option("--config", help="The workspace's folder (OVERTURE_CONFIG).")]
DbOption = Annotated[str | None, typer.Option("--db", help="Address of the database (OVERTURE_DATABASE_URL).")]
BrokerOption = Annotated[str | None, typer.Option("--broker", help="Address of the broker (OVERTURE_BROKER_URL).")]


def settle_environment(*, config: Path | None = None, db: str | None = None, broker: str | None = None) -> Environment:
    """The environment with what the command line says instead; children and the worker see the same."""
    given = {"OVERTURE_CONFIG": config, "OVERTURE_DATABASE_URL": db, "OVERTURE_BROKER_URL": broker}
    os.environ.update({name: str(value) for name, value in given.items() if value is not None})
    return read_environment()


def actor() -> Actor:
    """Whoever typed the command, for the audit; by number where the machine has no name for them (a container)."""
    try:
        return Actor(getpass.getuser(), "cli")
    except (KeyError, OSError):
        return Actor(f"user {os.getuid()}", "cli")


@contextmanager
def opened(*, config: Path | None, db: str | None) -> Iterator[Services]:
    """Services for one command; an SQLite database is brought up to date first, a server's is only checked. In a dry
    run every transaction is taken back."""
    environment = settle_environment(config=config, db=db)
    prepare(environment)
    services = open_services(environment, role="cli", clock=SystemClock())
    services.engine = of_the_mode(services.engine)
    try:
        yield services
        _tell_mode(environment)
    finally:
        services.close()


@contextmanager
def opened_data(*, config: Path | None = None, db: str | None) -> Iterator[Engine]:
    """The database alone, for commands that need no workspace: they work while it is broken."""
    environment = settle_environment(config=config, db=db)
    prepare(environment)
    engine = open_engine(environment.database)
    try:
        schema.check(engine)
        yield of_the_mode(engine)
        _tell_mode(environment)
    finally:
        engine.dispose()


def of_the_mode(engine: Engine) -> Engine:
    """The same database; in a dry run, one in which nothing is kept."""
    return rehearsing(engine) if mode.dry_run else engine


def _tell_mode(environment: Environment) -> None:
    if mode.verbose:
        notes.print(f"workspace {environment.config}, database {shown(environment.database)}", markup=False)


def prepare(environment: Environment) -> None:
    """Make the data directory, and bring an embedded database up to date where it is not."""
    if environment.database_url is None:
        environment.data_dir.mkdir(parents=True, exist_ok=True)
    if environment.database.startswith("sqlite"):
        engine = open_engine(environment.database)
        if schema.current(engine) != schema.HEAD:
            importlib.import_module("overture.db.migrate").upgrade(engine)
        engine.dispose()


FormatOption = Annotated[Format, typer.Option("--format", help="How the data is written.")]
