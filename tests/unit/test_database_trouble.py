"""What a database says, told with the cure and without what was given to it."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError

from overture.db.trouble import in_words, refuses


@pytest.mark.parametrize(
    ("kind", "said", "words", "refused"),
    [
        (OperationalError, "connection refused", "is it started", False),
        (OperationalError, 'FATAL:  password authentication failed for user "x"', "overture db upgrade --roles", False),
        (DBAPIError, "permission denied for table audit", "overture db roles", True),
        (DBAPIError, "file is not a database", "tells how to restore", False),
        (IntegrityError, "UNIQUE constraint failed: users.email", "nothing was written", True),
        (IntegrityError, 'duplicate key, constraint "uq"\nDETAIL:  Key (email)=(kim@acme.example)', "written", True),
        (DataError, 'invalid input syntax for type integer: "kim@acme.example"', "cannot keep", True),
    ],
)
def test_the_cure_fits_and_no_value_is_told(kind: type[DBAPIError], said: str, words: str, *, refused: bool) -> None:
    error = kind("INSERT", {}, Exception(said))
    told = in_words(error)
    assert words.casefold() in told.casefold()
    assert "kim@acme.example" not in told
    assert refuses(error) is refused
