"""The workspace's files as rows: sources to poll, people to write to; and what people taught, back out of rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, and_, insert, null, or_, select, update

from campaigns.workspace import Account, Concern, Contact, DoNotContact, Interest, Teammate, Tie
from overture.db import people, withdrawn
from overture.db.claims import due_again
from overture.db.codec import plain
from overture.db.secret import Keyring
from overture.db.tables import nos, sources, triggers


class SourceLine(Protocol):
    """One line of sources.yaml."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> Any: ...
    @property
    def url(self) -> str | None: ...
    @property
    def own(self) -> bool: ...
    @property
    def available(self) -> bool: ...
    @property
    def fingerprint(self) -> str: ...


class Files(Protocol):
    """What an import reads of a workspace."""

    @property
    def sources(self) -> Sequence[SourceLine]: ...
    @property
    def teammates(self) -> Sequence[Teammate]: ...
    @property
    def accounts(self) -> Sequence[Account]: ...
    @property
    def contacts(self) -> Sequence[Contact]: ...
    @property
    def concerns(self) -> Sequence[Concern]: ...
    @property
    def interests(self) -> Sequence[Interest]: ...
    @property
    def ties(self) -> Sequence[Tie]: ...
    @property
    def do_not_contact(self) -> Sequence[DoNotContact]: ...
    @property
    def refused_accounts(self) -> frozenset[str]: ...
    @property
    def refused_contacts(self) -> frozenset[str]: ...
    @property
    def incomplete(self) -> frozenset[str]: ...


def sync(connection: Connection, files: Files, *, keys: Keyring, now: datetime) -> people.Synced:
    """Bring all rows in line with the files; unmatched triggers are looked at again when accounts changed."""
    _sync_sources(connection, files.sources, now)
    synced = people.sync(
        connection,
        [files.teammates, files.accounts, files.contacts, files.concerns, files.interests, files.ties],
        stops=files.do_not_contact,
        unreadable=files.refused_accounts | files.refused_contacts,
        incomplete=files.incomplete,
        keys=keys,
        now=now,
    )
    if synced.accounts_changed or synced.changed.get("contacts"):
        look_again(connection, now)
    withdrawn.mark(connection, synced.withdrawn, now=now)
    return synced


def say_again(connection: Connection, files: Collection[str], *, now: datetime) -> None:
    """Files of cases or promises changed: open drafts that draw on either are compared with what stands there now."""
    kinds = [kind for kind in withdrawn.FILES if f"{kind}s.yaml" in files]
    if kinds:
        withdrawn.mark_kinds(connection, kinds, now=now)


def look_again(connection: Connection, now: datetime) -> None:
    """Unmatched triggers, and those that are being matched right now against the older accounts."""
    in_work = and_(triggers.c.state == "due", triggers.c.owner.is_not(None))
    connection.execute(
        update(triggers)
        .where(or_(triggers.c.state == "unmatched", in_work))
        .values(state="due", **due_again(triggers, now))
    )


def tell_again(connection: Connection, *, now: datetime) -> None:
    """Stories changed: triggers that got no draft because theirs was broken or missing are asked about again."""
    untold = select(nos.c.trigger_id).where(nos.c.rule.in_(("story_broken", "no_story")))
    connection.execute(
        update(triggers)
        .where(triggers.c.id.in_(untold), triggers.c.state == "asked")
        .values(state="due", **due_again(triggers, now))
    )


def poll_again(connection: Connection, *, now: datetime) -> None:
    """Where we may go has changed: sources that failed are asked at once instead of when their patience ends."""
    failing = (sources.c.state == "active") & sources.c.last_error.is_not(None)
    connection.execute(update(sources).where(failing).values(due_again(sources, now)))


def _sync_sources(connection: Connection, lines: Sequence[SourceLine], now: datetime) -> None:
    """New lines are due at once; changed ones too; a line that is gone retires its source, which keeps its history."""
    columns = (sources.c.id, sources.c.kind, sources.c.config_hash, sources.c.state)
    before = {row.id: row for row in connection.execute(select(*columns))}
    for line in lines:
        old = before.pop(line.id, None)
        values = _source(line)
        if old is None:
            state = "active" if line.available else "paused"
            connection.execute(insert(sources).values(**values, id=line.id, state=state, run_at=now, health={}))
        elif old.config_hash != line.fingerprint or old.state == "retired":
            changed = {
                **values,
                "state": _state_after_change(old, line),
                "etag": None,
                "last_modified": None,
                "removed": null(),
                **due_again(sources, now),
            }
            connection.execute(update(sources).where(sources.c.id == line.id).values(changed))
    gone = [id_ for id_, row in before.items() if row.state != "retired"]
    if gone:
        connection.execute(update(sources).where(sources.c.id.in_(gone)).values(state="retired"))


def _state_after_change(old: Any, line: SourceLine) -> str:
    """A changed line starts a stopped source again; one that a person put on hold stays there."""
    held = old.state == "paused" and old.kind == str(line.kind)
    return "paused" if held or not line.available else "active"


def _source(line: SourceLine) -> dict[str, Any]:
    return {
        "kind": str(line.kind),
        "url": line.url,
        "own": line.own,
        "config": plain(line),
        "config_hash": line.fingerprint[:32],
    }
