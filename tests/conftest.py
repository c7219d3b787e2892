"""Fixtures of all tiers. Being here also makes `support` importable from every test."""

from support.db import (
    database,
    postgres_database,
    postgres_template,
    postgres_url,
    sqlite_database,
    sqlite_template,
)

__all__ = [
    "database",
    "postgres_database",
    "postgres_template",
    "postgres_url",
    "sqlite_database",
    "sqlite_template",
]
