"""Column types and clock expressions that mean the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Float
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC. SQLite stores fixed-width text, so that comparing text compares moments."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def plain_json(value: Any) -> str:
    """JSON in one canonical form, so that equal values are equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


Json = JSON().with_variant(JSONB(), "postgresql")


class db_now(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL function it is
    """The database's clock plus `seconds`. Leases, fences and retry times use it, never the host's."""

    type = UTCDateTime()
    inherit_cache = False

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__()
        self.seconds = float(seconds)


@compiles(db_now, "sqlite")
def _sqlite_now(element: db_now, compiler: SQLCompiler, **_: Any) -> str:
    # %f gives milliseconds; three zeros make it as wide as what the driver writes.
    return f"strftime('%Y-%m-%d %H:%M:%f000', 'now', '{element.seconds:+.3f} seconds')"


@compiles(db_now, "postgresql")
def _postgres_now(element: db_now, compiler: SQLCompiler, **_: Any) -> str:
    return f"(clock_timestamp() + interval '{element.seconds:.3f} seconds')"


class seconds_of(FunctionElement[float]):  # noqa: N801 - reads as the SQL function it is
    """Seconds of Unix time of a moment that is written as text with its zone, as JSON has it."""

    type = Float()
    inherit_cache = True


@compiles(seconds_of, "sqlite")
def _sqlite_seconds(element: seconds_of, compiler: SQLCompiler, **how: Any) -> str:
    return f"((julianday({compiler.process(element.clauses, **how)}) - 2440587.5) * 86400.0)"


@compiles(seconds_of, "postgresql")
def _postgres_seconds(element: seconds_of, compiler: SQLCompiler, **how: Any) -> str:
    return f"extract(epoch from ({compiler.process(element.clauses, **how)})::timestamptz)"
