"""How drafts of a story fared, on both databases: what counts as untouched, and for which subject."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, Engine, insert, select, update
from support.line import NOON
from support.sample_drafts import fill

from campaigns.experiment import Rate
from campaigns.review import DraftState
from overture.db.engine import read, write
from overture.db.tables import draft_versions, drafts
from overture.db.views_fared import by_variant, fared

APPROVED, REJECTED = DraftState.APPROVED, DraftState.REJECTED


def turned(connection: Connection, number: int, *, cause: str, note: str | None = None, **changes: object) -> None:
    """Another version of a draft, as it is from now on; the same words where nothing else is said."""
    v, mine = draft_versions, drafts.c.id == number
    old = connection.execute(
        select(v).where(v.c.draft_id == number).order_by(v.c.version.desc()).limit(1)
    ).mappings().one()  # fmt: skip
    row = {**old, "version": old["version"] + 1, "author": "mara", "cause": cause, "note": note, **changes}
    connection.execute(insert(v).values(row))
    connection.execute(
        update(drafts).where(mine).values(version=row["version"], content_hash=row["content_hash"])
    )  # fmt: skip


def test_untouched_is_what_was_approved_with_the_storys_own_words(database: Engine) -> None:
    fill(database, now=NOON, drafts=8)
    edited, told = {"cause": "edit", "content_hash": "e" * 64}, {"cause": "edit", "note": "variant B of the subject"}
    with write(database) as connection:
        connection.execute(update(drafts).values(story_id="raised"))
        first = connection.scalar(select(draft_versions.c.content_hash).where(draft_versions.c.draft_id == 2))
        turned(connection, 1, **edited)
        turned(connection, 2, **edited)
        turned(connection, 2, cause="undo", content_hash=first)  # taken back: the story's words again
        turned(connection, 3, **told, variant="b", content_hash="b" * 64)
        turned(connection, 4, cause="refresh", content_hash="f" * 64)  # other facts around the same words
        connection.execute(update(drafts).where(drafts.c.id == 5).values(state=REJECTED))
        connection.execute(update(drafts).where(drafts.c.id.not_in((5, 6))).values(state=APPROVED))
        connection.execute(update(drafts).where(drafts.c.id == 7).values(made_at=NOON - timedelta(days=31)))
    with read(database) as connection:
        found = fared(connection, now=NOON)["raised", "en"]
        arms = by_variant(connection, "raised", "en", since=1)
        later = by_variant(connection, "raised", "en", since=2)
    assert (found.states, found.recent) == ({"approved": 6, "pending": 1, "rejected": 1}, 7)
    assert found.untouched == Rate(5, 7)  # the story's own words, though with its other subject
    assert arms == {"a": Rate(4, 7)}  # told with a: taking b instead speaks against a
    assert later == {}
