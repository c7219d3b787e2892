"""What a test at the keyboard waits for and looks at."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page
from sqlalchemy import Engine, select

from overture.db.engine import read
from overture.db.tables import drafts

QUIET = 350  # a little more than the pause after a draft has changed


def state(engine: Engine, draft_id: int) -> str:
    with read(engine) as connection:
        return str(connection.scalar(select(drafts.c.state).where(drafts.c.id == draft_id)))


def snapshot(engine: Engine) -> list[Any]:
    with read(engine) as connection:
        columns = (drafts.c.id, drafts.c.state, drafts.c.version, drafts.c.assignee)
        return [tuple(row) for row in connection.execute(select(*columns).order_by(drafts.c.id))]


def ready(page: Page) -> None:
    """Past the quiet moment, with the next draft fetched ahead."""
    page.wait_for_timeout(QUIET)
