"""The address in List-Unsubscribe, as mail programs and readers meet it: no cookie, no form token."""

from __future__ import annotations

from dataclasses import replace

import httpx2
import pytest
from sqlalchemy import Engine
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage
from support.sample_drafts import KEYS as SITE_KEYS
from support.web import Site

from overture.db import decisions
from overture.db.engine import read
from overture.db.stop_list import token_of
from overture.db.tables import drafts, handoffs, suppressions

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def path(site: Site) -> str:
    with read(site.services.engine) as connection:
        draft_id = connection.scalar(drafts.select().with_only_columns(drafts.c.id).order_by(drafts.c.id).limit(1))
    assert draft_id is not None
    return f"/u/{token_of(SITE_KEYS, draft_id)}"


def lines(site: Site) -> int:
    with read(site.services.engine) as connection:
        return len(connection.execute(suppressions.select().where(suppressions.c.origin == "opt_out")).all())


def test_a_mail_program_takes_the_reader_off_with_one_post(site: Site, path: str) -> None:
    for _ in range(2):
        assert httpx2.post(site.address + path, data=ONE_CLICK, timeout=30).status_code == 200
    assert lines(site) == 1


def test_looking_at_the_link_changes_nothing(site: Site, path: str) -> None:
    page = site.visitor().get(path)
    assert (page.status_code, lines(site)) == (200, 0)
    assert f'action="{path}"' in page.text


def test_the_button_of_the_page_works(site: Site, path: str) -> None:
    reader = site.visitor()
    reader.get(path)
    assert "will not write" in reader.post(path).text
    assert lines(site) == 1


def test_a_guessed_link_is_not_found(site: Site, path: str) -> None:
    guessed = path[:-1] + ("0" if path[-1] != "0" else "1")
    assert [site.visitor().get(guessed).status_code, site.visitor().post(guessed).status_code] == [404, 404]
    assert lines(site) == 0


def headers_of(stage: Stage, outbox: decisions.OutboxPolicy) -> str:
    decisions.approve(stage.engine, stage.draft(), MARA, now=NOW, outbox=outbox, keys=KEYS)
    return str(stage.row(handoffs).message.partition(b"\r\n\r\n")[0].decode())


def test_one_click_is_offered_where_this_installation_answers(database: Engine) -> None:
    headers = headers_of(Stage(database).set(), OUTBOX)
    assert "<https://overture.lantern.example/u/" in headers
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in headers


def test_the_company_s_own_site_is_never_offered(database: Engine) -> None:
    headers = headers_of(Stage(database).set(), replace(OUTBOX, pages=None))
    assert "List-Unsubscribe: <mailto:" in headers
    assert "https:" not in headers
    assert "List-Unsubscribe-Post" not in headers
