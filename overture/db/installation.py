"""Whether the key at hand is the one that this installation began with.

The do-not-contact list is compared by hashes that the key makes. Under another key nobody would be found on it, and
nothing else would look wrong, so a process with another key does not open the database.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, select

from overture.db.bulk import insert_new
from overture.db.engine import read, write
from overture.db.secret import Keyring
from overture.db.tables import installation
from overture.errors import WrongKey

KEY = "key"


def hold_to_key(engine: Engine, keys: Keyring, *, now: datetime) -> None:
    """Note which key it is, where none is noted yet; WrongKey where it is another one."""
    if is_its_key(engine, keys) is None:
        with write(engine) as connection:
            row = {"name": KEY, "value": _mark(keys), "noted_at": now}
            insert_new(connection, installation, [row], returning="name")
    if not is_its_key(engine, keys):
        raise WrongKey(
            "OVERTURE_SECRET_KEY, or without it the file secret.key beside the data, is not the key that this database "
            "was begun with, so nobody on the do-not-contact list would be known: give every part the first one "
            "(docs/production.md, Secrets)"
        )


def is_begun(engine: Engine) -> bool:
    """Whether some key was noted."""
    with read(engine) as connection:
        return connection.scalar(select(installation.c.name).where(installation.c.name == KEY)) is not None


def is_its_key(engine: Engine, keys: Keyring) -> bool | None:
    """None where nobody has noted a key yet."""
    with read(engine) as connection:
        known = connection.scalar(select(installation.c.value).where(installation.c.name == KEY))
    return None if known is None else known == _mark(keys)


def _mark(keys: Keyring) -> str:
    return keys.digest("installation", KEY)
