"""`overture doctor`: is everything there that this installation leans on? `overture alive`: does it move?"""

from __future__ import annotations

import socket
from datetime import timedelta
from typing import Annotated

import typer
from sqlalchemy import select

from overture import doctor as look
from overture.cli.common import BrokerOption, ConfigOption, DbOption, FormatOption, settle_environment
from overture.cli.output import Format, line, notes, show
from overture.config.places import not_one_of
from overture.db.engine import open_engine, read
from overture.db.heartbeats import CANARY, ROLES, last_seen
from overture.db.types import db_now


def add(app: typer.Typer) -> None:
    app.command("doctor")(doctor)
    app.command("alive")(alive)


def doctor(
    config: ConfigOption = None, db: DbOption = None, broker: BrokerOption = None, format_: FormatOption = Format.TABLE
) -> None:
    """Check database, broker, outbox and workspace; print versions and limits. Ends with 3 when one does not answer."""
    environment = settle_environment(config=config, db=db, broker=broker)
    checks = look.examine(environment)
    facts = look.facts(environment)
    rows = [{"check": check.name, "ok": "yes" if check.ok else "NO", "detail": check.detail} for check in checks]
    if format_ is Format.TABLE:
        show(rows, format_)
        for group, values in facts.items():
            typer.echo("")
            show([{group: name, "value": value} for name, value in values.items()], format_)
    else:
        typer.echo(line({"checks": rows, **facts}))
    if not all(check.reachable for check in checks):
        raise typer.Exit(3)
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


def alive(
    role: Annotated[str, typer.Argument(help="worker, beat or web; `canary` for the way through the broker.")],
    within: Annotated[float, typer.Option(help="Seconds since the last sign of life.")] = 60.0,
    anywhere: Annotated[bool, typer.Option(help="On any host, not only on this one.")] = False,
    db: DbOption = None,
) -> None:
    """Has a process of this role on this host moved lately? For the health checks of a supervisor."""
    if role not in ROLES:
        raise typer.BadParameter(not_one_of(role, ROLES))
    engine = open_engine(settle_environment(db=db).database)
    with read(engine) as connection:
        host = None if anywhere or role == CANARY else socket.gethostname()[:40]
        seen, now = last_seen(connection, role=role, host=host), connection.scalar(select(db_now()))
    engine.dispose()
    if seen is None or now is None or now - seen > timedelta(seconds=within):
        notes.print(f"no {role} has moved within {within:.0f} s", markup=False)
        raise typer.Exit(1)
