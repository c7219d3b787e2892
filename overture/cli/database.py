"""`overture db`: the schema's version."""

from __future__ import annotations

from typing import Annotated

import typer
from sqlalchemy import Engine

from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, of_the_mode, opened, settle_environment
from overture.cli.every import mode
from overture.cli.output import Format, notes, show
from overture.clock import SystemClock
from overture.db import migrate, retention, schema
from overture.db.engine import is_postgres, open_engine, still_to_make
from overture.db.installation import hold_to_key
from overture.db.roles import WEB, WORKER, Passwords, make
from overture.db.secret import Keyring
from overture.services import secret_key
from overture.settings import Environment

group = typer.Typer(help="The database's schema.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="db")


WorkerPassword = Annotated[str | None, typer.Option(envvar="WORKER_DB_PASSWORD", help="Of the role overture_worker.")]
WebPassword = Annotated[str | None, typer.Option(envvar="WEB_DB_PASSWORD", help="Of the role overture_web.")]


@group.command("upgrade")
def upgrade(
    db: DbOption = None,
    roles: Annotated[
        bool, typer.Option("--roles", help="Then make the roles too, as `overture db roles` does.")
    ] = False,
    worker_password: WorkerPassword = None,
    web_password: WebPassword = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Bring the database to this version's schema; safe to run again."""
    environment = settle_environment(db=db)
    if mode.dry_run:
        before = _version(environment)
        show([{"before": before, "after": schema.HEAD, "changed": before != schema.HEAD}], format_)
        return
    if environment.database_url is None:
        environment.data_dir.mkdir(parents=True, exist_ok=True)
    engine = open_engine(environment.database)
    before, after = migrate.upgrade(engine)
    if environment.secret_key is not None:  # before anybody who was given another one
        hold_to_key(engine, Keyring(secret_key(environment)), now=SystemClock().now())
    if roles:
        _make_roles(engine, Passwords(worker_password, web_password))
    engine.dispose()
    show([{"before": before, "after": after, "changed": before != after}], format_)


def _version(environment: Environment) -> str | None:
    """Of the schema now; None where nothing was made yet."""
    if still_to_make(environment.database):
        return None
    engine = open_engine(environment.database)
    try:
        return schema.current(engine)
    finally:
        engine.dispose()


@group.command("let-go")
def let_go(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """Let go of what is older than `retention` keeps it, now instead of at the daily turn."""
    with opened(config=config, db=db) as services:
        kept, engine, now = services.workspace.settings.retention, services.engine, services.now()
        counts = retention.would_go(engine, kept, now=now)
        while not mode.dry_run and retention.batch(engine, kept, now=now, by=actor()):
            pass
    days = {name: getattr(kept, name).days for name in retention.CLASSES}
    show([{"of": name, "kept_days": days[name], "gone": many} for name, many in counts.items()], format_)
    if not mode.dry_run:
        notes.print("the audit tells of it")


@group.command("roles")
def make_roles(db: DbOption = None, worker_password: WorkerPassword = None, web_password: WebPassword = None) -> None:
    """PostgreSQL: give worker and web roles that may do no more than they need; safe to run again."""
    engine = open_engine(settle_environment(db=db).database)
    schema.check(engine)
    _make_roles(engine, Passwords(worker_password, web_password))
    engine.dispose()


def _make_roles(engine: Engine, passwords: Passwords) -> None:
    if not is_postgres(engine):
        raise typer.BadParameter("an SQLite file knows no roles")
    make(of_the_mode(engine), passwords)
    notes.print(f"roles {WORKER} and {WEB} are in place", markup=False)
