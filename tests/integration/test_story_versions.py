"""Each new text of a story's file is a version; what comes back is a new one, and none is ever changed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import DBAPIError
from support.line import story

from overture.db.engine import read, write
from overture.db.tables import story_versions
from overture.stories import StoryShelf, pinned

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FIRST, SECOND = story("raised", "funding", "well done."), story("raised", "funding", "you did it.")


def in_force(database: Engine, folder: Path, text: str) -> int:
    """Write the file, load the shelf, and give the version that is told from now on."""
    (folder / "raised.en.j2").write_text(text, encoding="utf-8")
    shelved = StoryShelf.load(database, folder, now=NOW).get("raised", "en")
    assert shelved is not None
    return shelved.version


def test_a_text_that_comes_back_is_a_new_version(database: Engine, tmp_path: Path) -> None:
    assert [in_force(database, tmp_path, text) for text in (FIRST, FIRST, SECOND, FIRST, FIRST)] == [1, 1, 2, 3, 3]
    with read(database) as connection:
        texts = [pinned(connection, "raised", "en", number) for number in (1, 2, 3)]
        assert connection.scalars(select(story_versions.c.author)).all() == ["file", "file", "file"]
    assert [one.text if one else None for one in texts] == [FIRST, SECOND, FIRST]


def test_a_broken_file_leaves_the_last_good_version_in_force(database: Engine, tmp_path: Path) -> None:
    assert in_force(database, tmp_path, FIRST) == 1
    assert in_force(database, tmp_path, FIRST.replace("subject:", "sujet:")) == 1


def test_a_version_cannot_be_changed(database: Engine, tmp_path: Path) -> None:
    in_force(database, tmp_path, FIRST)
    with pytest.raises(DBAPIError, match="a version of a story cannot be changed"), write(database) as connection:
        connection.execute(update(story_versions).values(text="something else"))
