"""The database is locked or gone: a page says so with what to do next, nothing is decided, and later all goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select
from support.db import copy_of
from support.web import Hand, Site, services, shown_on

from overture.db.engine import read
from overture.db.tables import approvals, drafts


@pytest.fixture
def hurried(filled_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database whose users wait a twentieth of a second for a lock."""
    engine = copy_of(filled_template, tmp_path)
    event.listen(engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=50"))
    yield engine
    engine.dispose()


@pytest.fixture
def office(hurried: Engine) -> Iterator[Site]:
    with Site(services(hurried, Hand())) as site:
        yield site


def _file(engine: Engine) -> str:
    assert engine.url.database
    return engine.url.database


def test_a_locked_database_decides_nothing_and_says_so(office: Site, hurried: Engine) -> None:
    mara = office.visitor("mara")
    shown = shown_on(mara.get("/drafts/1").text)
    with closing(sqlite3.connect(_file(hurried), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = mara.post("/drafts/1/approve", **shown)
        by_script = mara.post("/drafts/1/approve", {"accept": "application/json"}, **shown)
        other.execute("ROLLBACK")
    assert [refused.status_code, by_script.status_code] == [503, 503]
    assert refused.headers["retry-after"] == "5"
    assert "The database does not answer" in refused.text
    assert "Nothing was decided and nothing left." in refused.text
    assert refused.headers["x-request-id"] in refused.text
    assert by_script.json()["error"]["title"] == "The database does not answer"
    with read(hurried) as connection:
        assert connection.execute(approvals.select()).all() == []
    assert mara.post("/drafts/1/approve", **shown).status_code == 303


def test_a_draft_is_read_while_nobody_can_write(office: Site, hurried: Engine) -> None:
    mara = office.visitor("mara")
    office.services.clock.turn(minutes=10)  # type: ignore[attr-defined]  # the session would be noted as in use, too
    with closing(sqlite3.connect(_file(hurried), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        read_page, edit_page, queue = (mara.get(path) for path in ("/drafts/2", "/drafts/2/edit", "/queue"))
        noted = mara.post("/drafts/2/opened", {"accept": "application/json"}).json()
        other.execute("ROLLBACK")
    assert [page.status_code for page in (read_page, edit_page, queue)] == [200, 200, 200]
    assert "The database is busy." in read_page.text
    assert "Brightmoor Health" in read_page.text
    assert noted == {"ok": False}
    with read(hurried) as connection:
        assert connection.scalar(select(drafts.c.opened_at).where(drafts.c.id == 2)) is None
    assert "The database is busy." not in mara.get("/drafts/2").text
    with read(hurried) as connection:
        assert connection.scalar(select(drafts.c.opened_at).where(drafts.c.id == 2)) is not None


def test_a_database_that_went_away_is_called_away_and_no_fault_of_the_reader(office: Site, hurried: Engine) -> None:
    mara = office.visitor("mara")
    hurried.dispose()
    file = Path(_file(hurried))
    kept = file.rename(file.with_suffix(".elsewhere"))
    file.mkdir()
    page, call = mara.get("/queue"), mara.get("/api/v1/drafts", authorization="Bearer ovt_none")
    assert [page.status_code, call.status_code] == [503, 503]
    assert "Try again in a moment." in page.text
    assert call.headers["content-type"].startswith("application/problem+json")
    file.rmdir()
    kept.rename(file)
    assert mara.get("/queue").status_code == 200
