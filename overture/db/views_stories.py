"""Stories as pages list them, their versions, and the drafts that wait with them. Reads only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, exists, func, select

from campaigns.review import OPEN, DraftState
from overture.db.tables import draft_versions, drafts, story_versions
from overture.db.views_line import Record, records

_KEPT = 100  # versions of one story on its page, the newest
_WITHOUT_TEXT = [column for column in story_versions.c if column.name != "text"]
_MOST_ANEW = 200  # drafts that are told anew at once


@dataclass(frozen=True, slots=True)
class Behind:
    """A waiting draft that an earlier version of its story was told for. `edited`: a person has written in it."""

    draft_id: int
    version: int
    content_hash: str
    account_id: str
    story_version: int
    variant: str
    brief: Mapping[str, Any]
    edited: bool


def heads(connection: Connection) -> tuple[Record, ...]:
    """The newest version of each story and language, with its text."""
    v = story_versions.c
    newest = select(func.max(v.id)).group_by(v.story_id, v.language)
    return records(connection, select(story_versions).where(v.id.in_(newest)).order_by(v.story_id, v.language))


def texts(connection: Connection, story_id: str, language: str) -> tuple[tuple[int, str], ...]:
    """(version, text) of a story, the newest first."""
    v = story_versions.c
    wanted = select(v.version, v.text).where(v.story_id == story_id, v.language == language)
    return tuple((row.version, row.text) for row in connection.execute(wanted.order_by(v.version.desc()).limit(_KEPT)))


def versions(connection: Connection, story_id: str) -> tuple[Record, ...]:
    """All versions of a story in all its languages, newest first, without their texts."""
    v = story_versions.c
    wanted = select(*_WITHOUT_TEXT).where(v.story_id == story_id)
    return records(connection, wanted.order_by(v.id.desc()).limit(_KEPT))


def version(connection: Connection, story_id: str, language: str, number: int | None) -> Record | None:
    """One version with its text; the newest where no number is given."""
    v = story_versions.c
    wanted = select(story_versions).where(v.story_id == story_id, v.language == language)
    if number is not None:
        wanted = wanted.where(v.version == number)
    found = records(connection, wanted.order_by(v.version.desc()).limit(1))
    return found[0] if found else None


def waiting_by_version(
    connection: Connection, story_id: str, *, only: Collection[DraftState] = OPEN
) -> dict[tuple[str, int], int]:
    """(language, version) → open drafts, or those in these states, that were told from it."""
    shown = and_(draft_versions.c.draft_id == drafts.c.id, draft_versions.c.version == drafts.c.version)
    grouped = (
        select(drafts.c.language, draft_versions.c.story_version, func.count())
        .join(draft_versions, shown)
        .where(drafts.c.story_id == story_id, drafts.c.state.in_(sorted(only)))
        .group_by(drafts.c.language, draft_versions.c.story_version)
    )
    return {(language, number): many for language, number, many in connection.execute(grouped)}


def behind(connection: Connection, story_id: str, language: str, in_force: int) -> list[Behind]:
    """Pending drafts of other versions than the one in force, up to a bound: first those in which nobody has written,
    so that the others never stand in their way, and of each the oldest first."""
    v, typed, earlier = draft_versions, draft_versions.alias(), draft_versions.alias()
    typed_in = (
        select(func.min(typed.c.version))
        .where(typed.c.draft_id == drafts.c.id, typed.c.cause == "edit", typed.c.note.is_(None))
        .correlate(drafts)
        .scalar_subquery()
    )
    taken_back = exists().where(
        earlier.c.draft_id == drafts.c.id, earlier.c.version < typed_in,
        earlier.c.subject == v.c.subject, earlier.c.body == v.c.body,
    )  # fmt: skip
    d, edited = drafts.c, and_(typed_in.is_not(None), ~taken_back)
    query = (
        select(d.id, d.version, d.content_hash, d.account_id, v.c.story_version, v.c.variant, v.c.brief, edited)
        .join(v, and_(v.c.draft_id == d.id, v.c.version == d.version))
        .where(d.story_id == story_id, d.language == language, d.state == DraftState.PENDING,
               v.c.story_version != in_force)
        .order_by(edited, d.id)
        .limit(_MOST_ANEW)
    )  # fmt: skip
    return [Behind(*row) for row in connection.execute(query)]
