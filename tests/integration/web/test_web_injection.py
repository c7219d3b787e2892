"""Hostile words in every field of every page: shown as words, never as markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from support.db import copy_of
from support.markup import Watcher
from support.poison import EVERY, PAYLOADS, mixed, poison_all, single
from support.web import Hand, Site, Visitor, services

from overture.db.engine import read
from overture.db.tables import metadata

PATHS = [
    "/queue", "/queue?tab=unassigned", "/drafts/1", "/drafts/1/edit", "/drafts/1?view=text", "/drafts/1/mail",
    "/triggers", "/triggers/1", "/nos", "/questions", "/sources", "/accounts", "/accounts/acc-1", "/stories",
    "/stories/after-the-round", "/settings", "/search?q=script", "/ask?q=tie:any", "/heard", "/promises", "/cases",
    "/nos?by=rule", "/nos/what-if",
]  # fmt: skip


PARTS = 2


@pytest.fixture(scope="module", params=range(PARTS))
def poisoned(
    request: pytest.FixtureRequest, filled_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    engine = copy_of(filled_template, tmp_path_factory.mktemp("poison"))
    poison_all(engine, mixed(EVERY, PARTS, request.param), single(EVERY, request.param))
    with Site(services(engine, Hand())) as site:
        yield site
    engine.dispose()


def test_nothing_runs_and_nothing_leads_astray(poisoned: Site) -> None:
    visitor = poisoned.visitor("ada")
    for path in PATHS:
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        assert found_in(answer.text) == [], path


def test_words_of_a_reader_come_back_as_words(site: Site) -> None:
    mara = site.visitor("mara")
    for payload in PAYLOADS:
        for page in come_back(mara, payload.replace("\x00", "").replace("\x07", "")):
            assert found_in(page) == [], payload


def found_in(page: str) -> list[str]:
    """What would run, or lead astray, on a page."""
    watcher = Watcher()
    watcher.feed(page)
    return watcher.found


def come_back(mara: Visitor, words: str) -> list[str]:
    """The pages that show words of a reader."""
    mara.get("/queue")
    mara.act(1, "comment", text=words)
    answers = [mara.get("/drafts/1"), mara.http.get("/search", params={"q": words})]
    answers += [
        mara.http.get("/queue", params={"q": words}),
        mara.act(1, "edit", version="9", subject=words, body=words),
    ]
    return [answer.text for answer in answers]


def test_the_poison_is_really_there(poisoned: Site) -> None:
    with read(poisoned.services.engine) as connection:
        names = connection.scalars(select(metadata.tables["accounts"].c.name)).all()
    assert all("window.pwned" in name for name in names)
    assert "&lt;script&gt;" in poisoned.visitor("ada").get("/accounts").text
