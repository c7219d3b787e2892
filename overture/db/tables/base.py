"""What all tables share: one metadata with named constraints, and the columns of a stage's queue."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, MetaData, String, Text

from overture.db.types import UTCDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite hands out row numbers only for plain INTEGER keys.
RowId = BigInteger().with_variant(Integer, "sqlite")


def row_id() -> Column[int]:
    return Column("id", RowId, primary_key=True, autoincrement=True)


def work_columns() -> list[Column[Any]]:
    """The queue's columns: `run_at` is business time, `retry_at` and `lease_until` are the database's clock."""
    return [
        Column("run_at", UTCDateTime),
        Column("retry_at", UTCDateTime),
        Column("owner", String(80)),
        Column("lease_until", UTCDateTime),
        Column("fence", Integer, nullable=False, server_default="0"),
        Column("attempts", Integer, nullable=False, server_default="0"),
        Column("last_error", Text),
    ]


def one_of(column: str, values: type[Any] | tuple[str, ...], *, name: str | None = None) -> CheckConstraint:
    """A closed list as a check constraint."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=name or f"{column}_known")
