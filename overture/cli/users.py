"""`overture users`: who may sign in, and what they may do."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data
from overture.cli.every import mode
from overture.cli.output import Format, notes, show
from overture.clock import SystemClock
from overture.db import api_tokens, users
from overture.db.engine import read, write
from overture.db.tables.running import ROLES
from overture.web.auth.passwords import Passwords, objection
from overture.web.services import WebSettings

group = typer.Typer(help="Who may sign in, and what they may do.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="users")


Id = Annotated[str, typer.Argument(help="The name to sign in with.")]


@group.command("add")
def add_user(
    id_: Id,
    name: Annotated[str, typer.Option("--name", help="As others shall see it.")],
    role: Annotated[str, typer.Option("--role", help="viewer, reviewer, author, ops or admin.")] = "reviewer",
    email: Annotated[str | None, typer.Option("--email")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Add a user; the password is asked for, or read from standard input where that is no terminal."""
    if role not in ROLES:
        raise typer.BadParameter(f"{role!r} is no role; use one of {', '.join(ROLES)}")
    password = _password()
    if wrong := objection(password, about=(id_, name, email or "")):
        notes.print(wrong, markup=False)
        raise typer.Exit(2)
    with opened(config=config, db=db) as services:
        hashed = Passwords(WebSettings()).hash(password)
        with write(services.engine) as connection:
            if wrong := users.taken(connection, id_, email):
                notes.print(wrong, markup=False)
                raise typer.Exit(1)
            user = users.User(id=id_, name=name, email=(email or "").strip() or None, role=role)
            users.add_user(connection, user, password_hash=hashed, by=actor(), now=services.now())
    notes.print(f"{name} can sign in as {id_} ({role})", markup=False)


@group.command("list")
def list_(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """List users."""
    with opened(config=config, db=db) as services, read(services.engine) as connection:
        rows = [
            {"id": user.id, "name": user.name, "role": user.role, "disabled": user.disabled}
            for user in users.list_users(connection)
        ]
    show(rows, format_)


@group.command("disable")
def disable(id_: Id, config: ConfigOption = None, db: DbOption = None) -> None:
    """Shut a user out at once; their sessions end."""
    with opened(config=config, db=db) as services, write(services.engine) as connection:
        if users.find_user(connection, id_) is None:
            notes.print(f"there is no user {id_}", markup=False)
            raise typer.Exit(1)
        users.set_disabled(connection, id_, True, by=actor(), now=services.now())


tokens = typer.Typer(help="Tokens that programs use for a user.", no_args_is_help=True)
group.add_typer(tokens, name="token")


@tokens.command("add")
def add_token(
    id_: Id,
    name: Annotated[str, typer.Option("--name", help="What it is for.")],
    scopes: Annotated[
        list[str] | None, typer.Option("--scope", help="read, review, write, ops or admin; may be repeated. None: all.")
    ] = None,
    days: Annotated[int, typer.Option("--days", help="Good for so many days.")] = 90,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Make a token and print it, once; it may do what the user's role may, or less."""
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        if users.find_user(connection, id_) is None:
            _refuse(f"there is no user {id_}")
        made = api_tokens.add_token(
            connection, id_, name, scopes=scopes or (), days=days, by=actor(), now=SystemClock().now()
        )
    if isinstance(made, str):
        _refuse(made, code=2)
    else:
        if not mode.dry_run:
            typer.echo(made[0])
        notes.print(f"token {made[1].id} of {id_}, good until {made[1].expires_at:%Y-%m-%d}", markup=False)


@tokens.command("list")
def list_tokens(
    id_: Annotated[str | None, typer.Argument(metavar="[ID]", help="Of this user only.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """List tokens by their first letters; nobody can show the rest."""
    now = SystemClock().now()
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        rows = [
            {
                "id": one.id, "user": one.user_id, "name": one.name, "prefix": one.prefix,
                "scopes": " ".join(sorted(one.scopes)) or "all", "state": one.standing(now),
                "expires_at": one.expires_at, "used_at": one.used_at,
            }
            for one in api_tokens.list_tokens(connection, id_)
        ]  # fmt: skip
    show(rows, format_)


@tokens.command("revoke")
def revoke_token(
    number: Annotated[int, typer.Argument(metavar="TOKEN", help="The token's number.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """End a token at once."""
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        if not api_tokens.revoke(connection, number, by=actor(), now=SystemClock().now()):
            _refuse(f"there is no token {number}")


def _refuse(words: str, *, code: int = 1) -> None:
    notes.print(words, markup=False)
    raise typer.Exit(code)


def _password() -> str:
    return getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
