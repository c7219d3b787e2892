"""A story is kept with what the lint says of it, so that its page can show it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from overture.db.engine import read
from overture.db.tables import story_versions
from overture.stories import StoryShelf

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
BARE = '---\nid: raised\nevent: funding\nlanguage: en\nsubject: "{{ account.short_name }}"\n---\n{% beat moment %}Hello {{ contact.first_name }},{% endbeat %}\n'  # fmt: skip  # noqa: E501


def test_a_new_version_carries_its_findings(database: Engine, tmp_path: Path) -> None:
    (tmp_path / "raised.en.j2").write_text(BARE, encoding="utf-8")
    shelf = StoryShelf.load(database, tmp_path, now=NOW)
    assert shelf.get("raised", "en") is not None
    with read(database) as connection:
        kept = connection.scalar(select(story_versions.c.findings))
    assert kept, "a story of one beat has beats missing"
    assert all({"code", "level", "message"} <= finding.keys() for finding in kept)
