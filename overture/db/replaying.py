"""The events of a time that is past, as rows to replay campaigns with. Reads only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from overture.db.tables import triggers

_GONE = ("merged", "dismissed")


@dataclass(frozen=True, slots=True)
class Seen:
    """Triggers that we learned of in a window, in order of time. `rows` are those with an account."""

    rows: tuple[Row[Any], ...]
    events: int  # all of the window
    unmatched: int  # whose company is no account of ours
    left_out: int  # matched ones that are older than the newest `most`


def seen(connection: Connection, *, since: datetime, until: datetime, most: int) -> Seen:
    """The window from `since` up to and with `until`."""
    t = triggers.c
    here = (t.first_seen_at >= since) & (t.first_seen_at <= until) & t.state.not_in(_GONE)
    matched = here & t.account_id.is_not(None)
    counts = select(func.count(), func.count(t.account_id)).select_from(triggers).where(here)
    events, known = connection.execute(counts).one()
    newest = select(triggers).where(matched).order_by(t.first_seen_at.desc(), t.id.desc()).limit(most)
    rows = tuple(reversed(connection.execute(newest).all()))
    return Seen(rows, events, events - known, known - len(rows))


def recent(
    connection: Connection, kinds: Collection[str], *, most: int, since: date | None = None
) -> tuple[Row[Any], ...]:
    """The newest triggers of these kinds at accounts of ours, newest event first; none from before `since`."""
    t = triggers.c
    here = t.kind.in_(sorted(kinds)) & t.account_id.is_not(None) & t.state.not_in(_GONE)
    if since is not None:
        here &= t.event_on >= since
    newest = select(triggers).where(here).order_by(t.event_on.desc(), t.id.desc()).limit(most)
    return tuple(connection.execute(newest).all())


def one(connection: Connection, trigger_id: int) -> Row[Any] | None:
    """A trigger at an account of ours; None where there is no such."""
    here = (triggers.c.id == trigger_id) & triggers.c.account_id.is_not(None)
    return connection.execute(select(triggers).where(here)).one_or_none()
