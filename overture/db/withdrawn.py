"""What we knew and know no more: open drafts that say it are told anew, and no other.

A concern that was taken back or may not be said any more, an interest or a tie that left its file, a case or a promise
that left the catalogue, a promise that is mended: each is an origin, `concern:ID`. Marking a draft makes it older than
its event, so it can be neither approved nor released, and the launch tells it anew without what was withdrawn.

Why somebody writes is no word of the text: a draft whose sender was chosen for a tie that is gone keeps its words and
can be approved, but not unseen, since its page now says so and names who would write.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Text, and_, cast, or_, select, update

from campaigns.review import OPEN, DraftState
from campaigns.sender import STRONGEST
from overture.db.bulk import chunks
from overture.db.claims import due_again
from overture.db.tables import concerns, draft_versions, drafts, interests, promises_made, ties, triggers

PEOPLE = {"concern": concerns, "interest": interests, "tie": ties}
FILES = ("case", "promise")  # known to the workspace, not to the database
_KINDS = frozenset({*PEOPLE, *FILES, "owed"})
_AT_ONCE = 500
_UNDECIDED = (DraftState.PENDING, DraftState.SNOOZED)  # open, and not decided yet


def used(version: Any) -> frozenset[str]:
    """Origins of people, cases and promises that the text of a draft's version draws on, as `kind:id`."""
    segments = [*(version.segments or ()), *(version.subject_segments or ())]
    return frozenset(
        _short(origin) for segment in segments for origin in segment["evidence"] if _kind(origin) in _KINDS
    )


def _kind(origin: str) -> str:
    return origin.partition(":")[0]


def _short(origin: str) -> str:
    return ":".join(origin.split(":")[:2])


def gone(connection: Connection, origins: Iterable[str]) -> frozenset[str]:
    """Those of the origins that the database knows, or may say, no more."""
    wanted = set(origins)
    still: set[str] = set()
    for kind, table in PEOPLE.items():
        ids = [origin.partition(":")[2] for origin in wanted if _kind(origin) == kind]
        query: Select[Any] = select(table.c.id).where(table.c.id.in_(ids), table.c.retired_at.is_(None))
        if table is concerns:
            query = query.where(concerns.c.shareable)
        still |= {f"{kind}:{id_}" for id_ in connection.scalars(query)} if ids else set()
    owed = [int(origin.partition(":")[2]) for origin in wanted if _kind(origin) == "owed"]
    open_ = promises_made.c.state.in_(("made", "broken"))
    query = select(promises_made.c.id).where(promises_made.c.id.in_(owed), open_)
    still |= {f"owed:{id_}" for id_ in connection.scalars(query)} if owed else set()
    return frozenset(origin for origin in wanted if _kind(origin) not in FILES) - still


def mark(connection: Connection, origins: Collection[str], *, now: datetime) -> list[int]:
    """Open drafts that say one of these are told anew; gives their ids. Part of the caller's transaction."""
    found: set[int] = set()
    for kind, table in PEOPLE.items():
        ids = [origin.partition(":")[2] for origin in origins if _kind(origin) == kind]
        for chunk in chunks(ids, _AT_ONCE):
            theirs = select(table.c.contact_id).where(table.c.id.in_(chunk))
            found |= _saying(connection, drafts.c.contact_id.in_(theirs), origins)
        if table is ties:
            _unseen(connection, ids)
    for chunk in chunks([origin for origin in origins if _kind(origin) not in PEOPLE], _AT_ONCE):
        found |= _saying(connection, _mentions(chunk), origins)
    return _behind(connection, found, now)


def _unseen(connection: Connection, ids: Collection[str]) -> None:
    """Drafts of whoever was chosen for one of these ties must be opened again before several are approved at once."""
    for_a_tie = drafts.c.state.in_(_UNDECIDED) & cast(drafts.c.why, Text).contains(STRONGEST)
    for chunk in chunks(ids, _AT_ONCE):
        theirs = (ties.c.contact_id == drafts.c.contact_id) & (ties.c.teammate_id == drafts.c.sender_id)
        lost = select(ties.c.id).where(ties.c.id.in_(chunk), theirs).exists()
        connection.execute(update(drafts).where(for_a_tie, lost).values(opened_at=None))


def mark_kinds(connection: Connection, kinds: Collection[str], *, now: datetime) -> list[int]:
    """The same for every open draft that draws on a case or a promise at all: what it says is compared anew."""
    saying = _saying(connection, _mentions([f"{kind}:" for kind in kinds]), None, kinds=kinds)
    return _behind(connection, saying, now)


def _mentions(starts: Collection[str]) -> Any:
    """A first look at the text of the row, which sorts out most."""
    texts = (draft_versions.c.segments, draft_versions.c.subject_segments)
    return or_(*(cast(column, Text).contains(f'"{start}', autoescape=True) for column in texts for start in starts))


def _saying(
    connection: Connection, where: Any, origins: Collection[str] | None, *, kinds: Collection[str] = ()
) -> set[int]:
    current = and_(draft_versions.c.draft_id == drafts.c.id, draft_versions.c.version == drafts.c.version)
    query = select(drafts.c.id, draft_versions.c.segments, draft_versions.c.subject_segments)
    rows = connection.execute(query.join(draft_versions, current).where(drafts.c.state.in_(sorted(OPEN)), where))
    wanted = set(origins or ())
    return {row.id for row in rows if any(one in wanted or _kind(one) in kinds for one in used(row))}


def _behind(connection: Connection, ids: Collection[int], now: datetime) -> list[int]:
    for chunk in chunks(sorted(ids), _AT_ONCE):
        connection.execute(update(drafts).where(drafts.c.id.in_(chunk)).values(trigger_version=0))
        about = select(drafts.c.trigger_id).where(drafts.c.id.in_(chunk))
        asked = triggers.c.id.in_(about) & (triggers.c.state == "asked")
        connection.execute(update(triggers).where(asked).values(state="due", **due_again(triggers, now)))
    return sorted(ids)
