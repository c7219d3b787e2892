"""The embedded line over 272 real feed documents, with thousands of real company names as accounts."""

from __future__ import annotations

import json
import shutil
import tarfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from support.realdata import real_data
from support.running import overture

from overture.config import init
from overture.db.engine import open_engine, read, write
from overture.db.tables import entries, sources, triggers

FEEDS, ACCOUNTS = real_data("feeds", "feeds.tar.gz"), real_data("companies_dev.csv")

pytestmark = pytest.mark.skipif(
    FEEDS is None or ACCOUNTS is None, reason="the real feed documents (OVERTURE_DATA or ../shared/data) are not here"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    data: Path
    config: Path
    expected: int

    @property
    def environment(self) -> dict[str, str]:
        return {"OVERTURE_CONFIG": str(self.config), "OVERTURE_DATA_DIR": str(self.data)}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The documents served locally, and a workspace that polls them all."""
    folder = tmp_path_factory.mktemp("real")
    assert FEEDS is not None
    assert ACCOUNTS is not None
    with tarfile.open(FEEDS) as archive:
        archive.extractall(folder, filter="data")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    manifest = [json.loads(line) for line in (folder / "feeds" / "MANIFEST.jsonl").read_text().splitlines()]
    config = _workspace(folder / "workspace", server.server_address[1], sorted((folder / "feeds").glob("*.xml")))
    yield Place(folder / "data", config, sum(item["items"] for item in manifest))
    server.shutdown()
    server.server_close()


def _workspace(config: Path, port: int, documents: list[Path]) -> Path:
    init.write(config)
    assert ACCOUNTS is not None
    for table in ("contacts", "concerns", "interests", "ties", "do_not_contact"):
        (config / f"{table}.csv").unlink(missing_ok=True)
    shutil.copyfile(ACCOUNTS, config / "accounts.csv")
    lines = [
        f'  - {{id: doc-{path.stem}, kind: feed, url: "http://127.0.0.1:{port}/feeds/{path.name}"}}'
        for path in documents
    ]
    (config / "sources.yaml").write_text("sources:\n" + "\n".join(lines) + "\n")
    (config / "campaigns.yaml").write_text("campaigns: []\n")
    (config / "settings.yaml").write_text(f'outbound: {{allow: ["127.0.0.1/32:{port}"]}}\n')
    return config


def run(place: Place) -> dict[str, int]:
    """Everything that is due, to the end; gives what is stored."""
    done = overture("up", "--until-idle", timeout=400, env=place.environment)
    assert done.returncode == 0, done.stderr
    engine = open_engine(f"sqlite:///{place.data / 'overture.db'}")
    with read(engine) as connection:
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in (entries, triggers)
        }
        counts["unread"] = connection.scalar(select(func.count()).where(entries.c.state != "read")) or 0
    engine.dispose()
    return counts


def poll_again(place: Place) -> None:
    """Make every source due, without the validators, so that each document is read whole once more."""
    engine = open_engine(f"sqlite:///{place.data / 'overture.db'}")
    with write(engine) as connection:
        past = select(func.min(sources.c.last_attempt_at)).scalar_subquery()
        connection.execute(update(sources).values(run_at=past, etag=None, last_modified=None))
    engine.dispose()


def test_nearly_every_entry_is_stored_and_none_twice(place: Place) -> None:
    first = run(place)
    assert first["entries"] >= 0.99 * place.expected
    assert first["unread"] == 0
    assert first["triggers"] > 0

    poll_again(place)
    assert run(place) == first
