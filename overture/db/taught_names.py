"""Names that people taught of an account: one that also means it, one that never does. Added, shown, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, delete, select

from campaigns.names import fold
from overture.db.audit import Act, Actor, record
from overture.db.bulk import insert_new
from overture.db.tables import account_names, accounts, matches, never_matches, triggers
from overture.db.workspace_rows import look_again

Kind = Literal["means", "never"]
MOST_CHARS = 120
_TABLES = {"means": account_names, "never": never_matches}
_MOST_EVENTS = 2_000  # in which a name is looked for


@dataclass(frozen=True, slots=True)
class Taught:
    """One name. `trigger_id` is the event in which it was met, where there is one."""

    kind: Kind
    id: int
    name: str
    context: str
    by: str
    at: datetime
    trigger_id: int | None


def taught_names(connection: Connection, account_id: str) -> list[Taught]:
    """What also means the account first, then what never does; in the order in which they were taught."""
    n, x = account_names.c, never_matches.c
    means = connection.execute(select(account_names).where(n.account_id == account_id).order_by(n.id)).all()
    never = connection.execute(select(never_matches).where(x.account_id == account_id).order_by(x.id)).all()
    met = _met(connection, account_id) if means or never else {}
    return [
        *(Taught("means", one.id, one.form, "", one.taught_by, one.taught_at, met.get(one.folded)) for one in means),
        *(Taught("never", one.id, one.folded, one.context, one.taught_by, one.taught_at, met.get(one.folded))
          for one in never),
    ]  # fmt: skip


def _met(connection: Connection, account_id: str) -> dict[str, int]:
    """Folded name -> the first event that was called so and taken for this account."""
    m, t = matches.c, triggers.c
    called = select(t.id, t.company).where(t.account_id == account_id).order_by(t.id).limit(_MOST_EVENTS)
    matched = select(m.trigger_id, m.form).where(m.account_id == account_id).order_by(m.trigger_id).limit(_MOST_EVENTS)
    pairs: Iterable[tuple[int, str]] = [
        (row[0], row[1]) for one in (called, matched) for row in connection.execute(one)
    ]
    found: dict[str, int] = {}
    for trigger_id, form in sorted(pairs):
        found.setdefault(fold(form), trigger_id)
    return found


def teach(connection: Connection, account_id: str, name: str, by: Actor, *, now: datetime) -> str | None:
    """This name also means the account from now on; events that nobody's name fits are looked at again. Gives an
    objection, or None."""
    form, folded = " ".join(name.split()), fold(name)
    if not folded or len(form) > MOST_CHARS:
        return f"Give a name with letters or digits, of {MOST_CHARS} characters at most."
    theirs = never_matches.c
    never = select(theirs.id).where(theirs.account_id == account_id, theirs.folded == folded)
    if connection.execute(never).first():
        return f"“{form}” was taught never to mean this account; take that back first."
    if connection.execute(select(accounts.c.id).where(accounts.c.id == account_id)).first() is None:
        return "There is no such account."
    row = {"account_id": account_id, "folded": folded, "form": form, "taught_by": by.id, "taught_at": now}
    if not insert_new(connection, account_names, [row], returning="id"):
        return f"“{form}” means this account already."
    record(connection, by, [Act("name.taught", "account", account_id)], now=now)
    look_again(connection, now)
    return None


def forget(connection: Connection, account_id: str, kind: Kind, id_: int, by: Actor, *, now: datetime) -> bool:
    """Take back what was taught; False where there is no such name. What was matched by it stays as it was."""
    table = _TABLES[kind]
    this = delete(table).where(table.c.account_id == account_id, table.c.id == id_)
    if not connection.execute(this).rowcount:
        return False
    action = "name.forgotten" if kind == "means" else "never.forgotten"
    record(connection, by, [Act(action, "account", account_id)], now=now)
    look_again(connection, now)
    return True
