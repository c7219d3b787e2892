"""How quick the pages are with 50,000 drafts: `python bench/web_queue.py` prints p50 and p95 of the server, in ms."""

# ruff: noqa: E501, E402 - statements of SQL; imports after the path is set
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The folder of this script holds names of the standard library, so it leaves the path before anything is imported.
sys.path[0:1] = [str(ROOT), str(ROOT / "tests")]

import os
import statistics
import tempfile
import time

from sqlalchemy import Engine, text
from support.db import create_schema
from support.sample_drafts import fill
from support.web import NOON, Hand, Site, Visitor, services, shown_on

from overture.db.engine import is_postgres, open_engine, write
from overture.db.tables import metadata

MANY = 50_000
ROUNDS = 40
BUDGETS = {"/queue?tab=mine": 150.0, "/drafts/1?tab=mine": 150.0}
PAGES = ("/queue?tab=mine", "/queue?tab=unassigned", "/queue?tab=decided", "/queue?tab=mine&after=20000",
         "/queue?tab=mine&q=score:%3E60", "/queue?tab=mine&q=acme", "/drafts/1?tab=mine", "/triggers", "/accounts",
         "/audit", "/search?q=acme")  # fmt: skip


def grow(engine: Engine, many: int) -> None:
    """Copy the sample's rows until there are `many` drafts; every fifth is decided."""
    with write(engine) as connection:
        have = connection.scalar(text("SELECT count(*) FROM drafts")) or 0
        for table, key in (
            ("accounts", "id"),
            ("contacts", "id"),
            ("triggers", "id"),
            ("drafts", "id"),
            ("draft_versions", "draft_id"),
        ):
            names = [column.name for column in metadata.tables[table].columns]
            for start in range(have, many, have):
                columns = ", ".join(_copied(table, key, name, start) for name in names)
                where = (
                    f"{key} <> replace({key}, '-', '') AND length({key}) < 8"
                    if table in ("accounts", "contacts")
                    else f"{key} <= {have}"
                )
                connection.exec_driver_sql(
                    f"INSERT INTO {table} ({', '.join(map(_quote, names))}) SELECT {columns} FROM {table} WHERE {where} ON CONFLICT DO NOTHING"
                )
        connection.exec_driver_sql(
            f"UPDATE drafts SET state = 'rejected', reason = 'old_news', decided_by = 'mara', decided_at = updated_at WHERE id / 5 * 5 = id AND id > {have}"
        )
        if is_postgres(connection):
            for table in ("triggers", "drafts"):
                connection.exec_driver_sql(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
                )
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    if is_postgres(engine):  # what the server does by itself, within a minute or so
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM")


def _quote(name: str) -> str:
    return f'"{name}"'


def _copied(table: str, key: str, name: str, start: int) -> str:
    if name in ("trigger_id", "draft_id") or (name == "id" and table in ("triggers", "drafts")):
        return f"{name} + {start}"
    if name in ("account_id", "contact_id") or (name == key and table in ("accounts", "contacts")):
        return f"{_quote(name)} || '/{start}'"
    return f"substr({name}, 1, 56) || '{start}'" if name == "address_key" else _quote(name)


def timed(visitor: Visitor, path: str) -> tuple[float, float, int]:
    visitor.get(path)
    taken = []
    size = 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        answer = visitor.http.get(path)
        taken.append((time.perf_counter() - began) * 1000)
        assert answer.status_code == 200, (path, answer.status_code)
        size = int(answer.headers.get("content-length", "0"))
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)], size


def decisions(visitor: Visitor) -> tuple[float, float]:
    taken = []
    for draft in range(41, 41 + 2 * ROUNDS, 2):
        seen = shown_on(visitor.get(f"/drafts/{draft}").text)
        began = time.perf_counter()
        answer = visitor.post(
            f"/drafts/{draft}/snooze", headers={"accept": "application/json"}, **seen, until="1", where="tab=mine"
        )
        if answer.status_code == 200:
            taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)]


def main() -> int:
    many = int(os.environ.get("OVERTURE_BENCH_DRAFTS", MANY))
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/bench.db")
        create_schema(engine)
        fill(engine, now=NOON)
        grow(engine, many)
        over = 0
        with Site(services(engine, Hand())) as site:
            mara = site.visitor("mara")
            print(f"{many:,} drafts, {ROUNDS} requests each, server and loopback, ms")
            for path in PAGES:
                middle, slow, size = timed(mara, path)
                over += slow > BUDGETS.get(path, 1e9)
                print(f"{path:36} p50 {middle:6.1f}   p95 {slow:6.1f}   {size / 1000:5.1f} kB")
            middle, slow = decisions(mara)
            print(f"{'POST a decision':36} p50 {middle:6.1f}   p95 {slow:6.1f}")
        engine.dispose()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
