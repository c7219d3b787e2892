"""What the first tables are made of; a copy that later changes of the tables leave alone."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # of a row; SQLite counts only in its own integers


def row_id() -> sa.Column[Any]:
    """The number that the database gives a row."""
    return sa.Column("id", NUMBER, autoincrement=True, nullable=False)
