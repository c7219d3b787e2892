"""The job loop's one broad except: a worker must outlive any row, and a database that is away for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog

log = structlog.get_logger("overture.jobs")


def survive(what: str, work: Callable[[], object], **ids: Any) -> Exception | None:
    """Do the work; give back what broke it, after a line in the log with ids and the error's name only."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - the only place in the house
        log.warning("broke", what=what, error=type(error).__name__, **ids)
        return error
    return None
