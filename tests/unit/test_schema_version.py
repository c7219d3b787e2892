"""The version that commands compare with is the newest migration."""

from overture.db.migrate import versions
from overture.db.schema import HEAD


def test_head_is_the_newest_migration() -> None:
    assert versions()[0] == HEAD
