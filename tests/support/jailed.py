"""One jail for the tests of a process: its child is made once, and made again by itself where a test kills it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from overture.jail import ChildJail


@pytest.fixture(scope="session")
def jail() -> Iterator[ChildJail]:
    with ChildJail(children=1) as made:
        yield made
