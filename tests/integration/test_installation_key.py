"""Under another key nobody on the do-not-contact list would be known, so a database opens for its own key alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Engine, delete
from support.cast import NOW

from overture.db.engine import write
from overture.db.installation import hold_to_key, is_its_key
from overture.db.secret import Keyring
from overture.db.tables import installation
from overture.errors import WrongKey
from overture.services import secret_key
from overture.settings import SECRET_BYTES, Environment

FIRST, OTHER = Keyring(b"the key it was begun with"), Keyring(b"a key made anew by mistake")


def test_the_first_key_stays_the_key(database: Engine) -> None:
    assert is_its_key(database, FIRST) is None
    hold_to_key(database, FIRST, now=NOW)
    hold_to_key(database, FIRST, now=NOW)
    with pytest.raises(WrongKey, match="OVERTURE_SECRET_KEY"):
        hold_to_key(database, OTHER, now=NOW)
    assert is_its_key(database, FIRST) is True
    assert is_its_key(database, OTHER) is False


def test_who_has_lost_it_begins_again_by_hand(database: Engine) -> None:
    hold_to_key(database, FIRST, now=NOW)
    with write(database) as connection:
        connection.execute(delete(installation))
    hold_to_key(database, OTHER, now=NOW)
    assert is_its_key(database, OTHER) is True


def test_a_key_that_was_never_written_to_its_end_is_made_once_for_all_who_start_together(tmp_path: Path) -> None:
    place = Environment(config=tmp_path, data_dir=tmp_path / "data")
    place.data_dir.mkdir()
    (place.data_dir / "secret.key").touch()  # as a process leaves it that has only begun, or was killed
    together = Barrier(8)

    def start(_: int) -> bytes:
        together.wait()
        return secret_key(place)

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(start, range(8)))
    assert keys == {(place.data_dir / "secret.key").read_bytes()}
    assert len(keys.pop()) >= SECRET_BYTES
