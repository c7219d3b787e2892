"""Hostile words that come in files and feeds, the way files and feeds come in: pages show them, nothing runs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import Engine
from support.addresses import WRITING
from support.line import FILES
from support.poison import PAYLOADS
from support.watchful import watching
from support.web import Site
from support.writing import writing

from overture.jail import ChildJail
from overture.jobs.source_desk import SourceDesk

# Some of what runs, in one line and short enough for a field of a file.
WORDS = " ".join(one for one in PAYLOADS if "pwned" in one)[:290]
NAME = '"><img src=x onerror=window.pwned=1>'
PATHS = [*WRITING, "/queue?tab=unassigned", "/drafts/1", "/drafts/1/edit", "/drafts/1?view=source", "/triggers",
         "/triggers/1", "/nos", "/questions", "/sources", "/accounts", "/accounts/acme", "/ask?q=tie:any", "/heard",
         "/audit", "/settings", "/search?q=acme"]  # fmt: skip
OPML = f"""<opml version="2.0"><head><title>x</title></head><body>
<outline text={json.dumps(WORDS.replace("&", "&amp;").replace("<", "&lt;").replace('"', "'"))} type="rss"
 xmlUrl="https://evil.example/&lt;script&gt;window.pwned=1&lt;/script&gt;"/>
<outline text="x" type="rss" xmlUrl="javascript:window.pwned=1"/></body></opml>"""


def _table(rows: list[dict[str, str]]) -> str:
    told = io.StringIO()
    writer = csv.DictWriter(told, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return told.getvalue()


def _files() -> dict[str, str]:
    """The usual workspace, with hostile words wherever a file lets its writer say what he likes."""
    accounts = list(csv.DictReader(io.StringIO(FILES["accounts.csv"])))
    contacts = list(csv.DictReader(io.StringIO(FILES["contacts.csv"])))
    return {
        "accounts.csv": _table([{**row, "industry": WORDS, "aliases": row["name"] + NAME} for row in accounts]),
        "contacts.csv": _table([{**row, "role": WORDS, "name": f"Jo {NAME}"} for row in contacts]),
        "team.yaml": FILES["team.yaml"].replace("Mara Lindner", json.dumps(f"Mara {NAME}")),
        "sources.yaml": FILES["sources.yaml"].replace("kind: feed,", f"kind: feed, tags: [{json.dumps(NAME)}],"),
        f"stories/{NAME}.en.j2": f"---\nid: {NAME}\n---\n{WORDS}",
    }


@pytest.fixture
def told(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Site]:
    with writing(sqlite_database, tmp_path, jail=jail, files=_files()) as found:
        found.line.post("ledger", f"Hooli Freight raises $9M Series A {WORDS}", f"Hooli Freight has raised. {WORDS}")
        found.line.run()
        given = replace(found.site.services, sources=SourceDesk(found.line.services), demo_user="ada")
        with Site(given) as site:
            yield site


def test_what_files_and_feeds_say_is_shown_and_runs_nowhere(browser: Browser, told: Site) -> None:
    with watching(browser, told) as watch:
        for path in PATHS:
            assert watch.open(path) in (200, 404), path
        watch.open("/sources/import")
        watch.page.locator("input[type=file]").set_input_files(
            {"name": f"{NAME}.opml", "mimeType": "text/x-opml", "buffer": OPML.encode()}
        )
        watch.page.locator("form[action='/sources/import'] button").first.click()
        watch.page.wait_for_load_state()
        watch.look("the list")
        assert "evil.example" in watch.page.content()
        assert watch.troubles == []
