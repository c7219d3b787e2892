"""Fixtures of all tiers. Being here also makes `support` importable from every test."""

import gc

import pytest
from hypothesis import settings
from support.cast import stage
from support.chromium import browser
from support.db import (
    database,
    postgres_database,
    postgres_template,
    postgres_url,
    sqlite_database,
    sqlite_template,
)
from support.jailed import jail
from support.memory import write_to_memory
from support.servers import redis_url

__all__ = [
    "browser",
    "database",
    "jail",
    "postgres_database",
    "postgres_template",
    "postgres_url",
    "redis_url",
    "sqlite_database",
    "sqlite_template",
    "stage",
]


# A busy machine is no finding: examples are counted, never timed.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


write_to_memory()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--run-full", action="store_true", help="also run the tests marked `full`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long tests wait for `make full`, and say so."""
    if config.getoption("--run-full"):
        return
    for item in items:
        if "full" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="long; `make full` runs it"))


def pytest_collection_finish() -> None:
    """What collecting made stays to the end: nothing of it is looked at again for what can be thrown away."""
    gc.collect()
    gc.freeze()
