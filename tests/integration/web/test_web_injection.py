"""Hostile words in every field of every page: shown as words, never as markup."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Column, Engine, String, Text, select, text
from support.db import copy_of
from support.web import Hand, Site, services

from overture.db.engine import read, write
from overture.db.tables import metadata

PAYLOADS = (
    "<script>window.pwned=1</script>",
    '"><img src=x onerror=window.pwned=1>',
    "'><svg/onload=window.pwned=1>",
    "</textarea><script>window.pwned=1</script>",
    "</title><iframe srcdoc='<script>parent.pwned=1</script>'>",
    "javascript:window.pwned=1",
    "{{ 7 * 7 }}{% raw %}",
    "<!--<script>",
    "\u202egnp.exe\u0000\u0007",
    '" autofocus onfocus="window.pwned=1',
)
_KEEP = {
    "users", "sessions", "setup_tokens", "audit", "audit_seals", "heartbeats", "approvals", "handoffs", "attempts",
    "alembic_version",
}  # fmt: skip
_FIXED = {
    "id", "state", "kind", "status", "content_hash", "entry_key", "config_hash", "address_key", "lifecycle", "level",
    "country", "language", "lawful_basis", "seniority", "function", "medium", "company_key", "discriminator",
    "story_id", "time_zone", "origin", "reason_code", "variant", "cause", "fingerprint", "value_hash", "folded",
    "reason",
}  # fmt: skip
PATHS = [
    "/queue", "/queue?tab=unassigned", "/drafts/1", "/drafts/1/edit", "/drafts/1?view=text", "/triggers", "/triggers/1",
    "/nos", "/questions", "/sources", "/accounts", "/accounts/acc-1", "/stories", "/stories/after-the-round",
    "/settings", "/search?q=script",
]  # fmt: skip


def poison(value: Any, payload: str) -> Any:
    """The payload at the end of every text within, whatever the shape."""
    if isinstance(value, str):
        return value + payload
    if isinstance(value, list):
        return [poison(item, payload) for item in value]
    if isinstance(value, dict):
        plain = {
            "field",
            "fact",
            "level",
            "start",
            "end",
            "account_id",
            "paths",
            "evidence",
            "state",
            "amount",
            "last_new_at",
            "last_ok_at",
        }
        return {key: item if key in plain else poison(item, payload) for key, item in value.items()}
    return value


def _open_to_words(column: Column[Any]) -> bool:
    """Text that comes from outside: not a key, not a code from a closed list."""
    if column.name == "link":
        return True
    words = isinstance(column.type, String | Text | JSON) and not column.foreign_keys and not column.primary_key
    return words and column.name not in _FIXED


def poison_all(engine: Engine, payload: str) -> None:
    with write(engine) as connection:
        for trigger in connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        for table in metadata.sorted_tables:
            if table.name in _KEEP:
                continue
            columns = [column for column in table.columns if _open_to_words(column)]
            for row in connection.execute(select(table)).mappings().all():
                values = {c.name: poison(row[c.name], payload) for c in columns if row[c.name] is not None}
                where = [column == row[column.name] for column in table.primary_key]
                if values:
                    connection.execute(table.update().where(*where).values(values))


class Watcher(HTMLParser):
    """Collects what a browser would run or follow."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        ours = (given.get("src") or "").startswith("/static/") or given.get("type") == "application/json"
        if tag in ("iframe", "object", "embed", "base") or "http-equiv" in given or (tag == "script" and not ours):
            self.found.append(f"{tag} {given}")
        self.found.extend(f"{tag} {name}" for name in given if name.startswith("on") or name in ("style", "srcdoc"))
        for name in ("href", "src", "action", "formaction"):
            value = (given.get(name) or "").strip().lower()
            if value and not value.startswith(("/", "#", "https://", "http://")):
                self.found.append(f"{tag} {name}={value[:60]}")
            if value.startswith("http") and given.get("rel") != "noopener noreferrer":
                self.found.append(f"{tag} {name} without rel")


@pytest.fixture(scope="module", params=range(len(PAYLOADS)), ids=lambda number: f"payload{number}")
def poisoned(
    request: pytest.FixtureRequest, filled_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, str]]:
    engine = copy_of(filled_template, tmp_path_factory.mktemp("poison"))
    poison_all(engine, PAYLOADS[request.param])
    with Site(services(engine, Hand())) as site:
        yield site, PAYLOADS[request.param]
    engine.dispose()


def test_nothing_runs_and_nothing_leads_astray(poisoned: tuple[Site, str]) -> None:
    site, payload = poisoned
    visitor = site.visitor("ada")
    for path in PATHS:
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        watcher = Watcher()
        watcher.feed(answer.text)
        assert watcher.found == [], path
        assert "49" not in payload or "{{ 7 * 7 }}" in answer.text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_a_reader_come_back_as_words(site: Site, payload: str) -> None:
    mara = site.visitor("mara")
    words = payload.replace("\x00", "").replace("\x07", "")
    mara.get("/queue")
    mara.act(1, "comment", text=words)
    answers = [mara.get("/drafts/1"), mara.http.get("/search", params={"q": words})]
    answers += [
        mara.http.get("/queue", params={"q": words}),
        mara.act(1, "edit", version="9", subject=words, body=words),
    ]
    for answer in answers:
        watcher = Watcher()
        watcher.feed(answer.text)
        assert watcher.found == []


def test_the_poison_is_really_there(poisoned: tuple[Site, str]) -> None:
    site, payload = poisoned
    with read(site.services.engine) as connection:
        names = connection.scalars(select(metadata.tables["accounts"].c.name)).all()
    assert all(name.endswith(payload) for name in names)
