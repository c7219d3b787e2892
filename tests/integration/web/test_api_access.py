"""Who may call what: every rule of the API × every role × every scope, by token."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import Engine, select
from support.api import Program, program, token_of
from support.db import copy_of
from support.web import Hand, Site, services

from overture.db.api_tokens import SCOPES
from overture.db.engine import read
from overture.db.tables import api_tokens as tokens_table
from overture.db.tables import audit
from overture.web import access

_PLACES = {
    "{draft_id}": "1", "{trigger_id}": "1", "{question_id}": "1", "{account_id}": "acc-1", "{what}": "trigger",
    "{story_id}": "after-the-round", "{user_id}": "vera", "{source_id}": "fresh", "{handoff_id}": "1", "{version}": "1",
    "{id}": "1", "{promise_id}": "1", "{token_id}": "999", "{contact_id}": "nobody",
    "{campaign_id}": "nothing", "{concern_id}": "nothing", "{name}": "nothing",
    "{line_id}": "999", "{notice_id}": "999",
}  # fmt: skip
_BY_ROLE = {"viewer": "vera", "reviewer": "mara", "author": "ana", "ops": "otto", "admin": "ada"}
RULES = sorted(rule for rule in access.RULES if rule[1].startswith("/api/v1") and access.RULES[rule] != access.ANYONE)


@pytest.fixture(scope="module")
def still(filled_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for calls that change nothing of importance."""
    engine = copy_of(filled_template, tmp_path_factory.mktemp("still"))
    with Site(services(engine, Hand())) as running:
        yield running
    engine.dispose()


def place(path: str) -> str:
    for name, value in _PLACES.items():
        path = path.replace(name, value)
    return path


def call(who: Program, method: str, path: str) -> httpx2.Response:
    return who.http.request(method, place(path), content=b"{}" if method == "POST" else None)


def test_every_role_may_what_its_rules_say(still: Site) -> None:
    wrong = []
    for role, user in _BY_ROLE.items():
        with program(still, user) as who:
            for method, path in RULES:
                status = call(who, method, path).status_code
                refused = status == 403 and path != "/api/v1/tokens/{token_id}/revoke"
                if status >= 500 or status == 401 or refused == (role in access.RULES[(method, path)]):
                    wrong.append((role, method, path, status))
    assert wrong == []


def test_a_token_may_no_more_than_its_scope(still: Site) -> None:
    wrong = []
    with ExitStack() as open_:
        by_scope = {one: open_.enter_context(program(still, "ada", scopes=[one])) for one in SCOPES}
        wider = {one: open_.enter_context(program(still, "ada", scopes=set(SCOPES) - {one})) for one in SCOPES}
        for method, path in RULES:
            if path == "/api/v1/tokens/{token_id}/revoke":
                continue
            scope = access.scope_of(method, path)
            told = (call(by_scope[scope], method, path).status_code, call(wider[scope], method, path).status_code)
            if told[0] == 403 or told[1] != 403:
                wrong.append((method, path, told))
    assert wrong == []


def test_no_scope_makes_a_role_wider(still: Site) -> None:
    with program(still, "vera", scopes=["read", "review", "write", "ops", "admin"]) as vera:
        assert vera.post("/outbox/pause").status_code == 403
        assert vera.get("/drafts").status_code == 200


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer ovt_", "Bearer nobody", "Basic YWRhOmFkYQ==", "ovt"])
def test_without_a_good_token_nothing_is_told(still: Site, header: str | None) -> None:
    with Program(still) as who:
        answer = who.http.get("/api/v1/drafts", headers={"authorization": header} if header else {})
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "items" not in answer.json()


def test_a_token_counts_alone_whatever_cookie_comes_with_it(still: Site) -> None:
    ada = still.visitor("ada")
    assert ada.http.get("/api/v1/me").json()["id"] == "ada"
    assert ada.http.get("/api/v1/me", headers={"authorization": "Bearer ovt_wrong"}).status_code == 401


def test_a_page_does_not_open_to_a_token(still: Site) -> None:
    with program(still, "ada") as who:
        assert who.http.get(f"{still.address}/queue").status_code == 303


def test_pages_may_call_with_their_cookie_and_their_form_token(site: Site) -> None:
    mara = site.visitor("mara")
    mara.get("/queue")
    refused = mara.http.post("/api/v1/drafts/1/comments", json={"text": "hello"})
    assert refused.status_code == 403
    done = mara.http.post("/api/v1/drafts/1/comments", json={"text": "hello"}, headers={"x-csrf-token": mara.csrf})
    assert done.status_code == 200
    cross = {"x-csrf-token": mara.csrf, "origin": "https://evil.example"}
    assert mara.http.post("/api/v1/drafts/1/comments", json={"text": "x"}, headers=cross).status_code == 403


def test_without_any_token_nothing_is_called(still: Site) -> None:
    with Program(still) as who:
        assert {(rule, call(who, *rule).status_code) for rule in RULES} == {(rule, 401) for rule in RULES}
        assert who.get("/openapi.json").status_code == 200


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_with_a_cookie_alone_nothing_is_changed(still: Site, headers: dict[str, str]) -> None:
    ada = still.visitor("ada")
    for path in (place(path) for method, path in RULES if method == "POST"):
        assert ada.http.post(path, content=b"{}", headers=headers).status_code == 403, path


def test_nothing_is_changed_by_a_get(still: Site) -> None:
    with program(still, "ada") as who:
        for method, path in RULES:
            if method == "POST" and ("GET", path) not in access.RULES:
                assert call(who, "GET", path).status_code in (404, 405), path


# --- the life of a token ------------------------------------------------------------------------------------------


def test_only_a_hash_is_kept_and_its_use_is_noted(site: Site, hand: Hand) -> None:
    secret = token_of(site, "mara")
    with Program(site, secret) as who:
        assert who.get("/me").json()["token"]["used_at"] is None
        hand.turn(minutes=2)
        who.get("/me")
        mine = who.get("/tokens").json()["items"][0]
    with read(site.services.engine) as connection:
        stored = str(connection.execute(select(tokens_table)).all())
    assert secret not in stored
    assert secret.startswith(mine["prefix"])
    assert len(mine["prefix"]) == 10
    assert mine["used_at"] is not None


def test_a_token_ends_on_its_day(site: Site, hand: Hand) -> None:
    with program(site, "mara", days=7) as who:
        hand.turn(days=7, minutes=-1)
        assert who.get("/me").status_code == 200
        hand.turn(minutes=1)
        assert who.get("/me").status_code == 401


def test_who_is_disabled_has_no_token_any_more(site: Site) -> None:
    with program(site, "mara") as mara, program(site, "ada") as ada:
        assert ada.post("/users/mara", {"disabled": True}).json()["disabled"] is True
        assert mara.get("/me").status_code == 401


def test_a_role_that_shrinks_shrinks_its_tokens(site: Site) -> None:
    with program(site, "mara") as mara, program(site, "ada") as ada:
        ada.post("/users/mara", {"role": "viewer"})
        assert mara.post("/drafts/1/opened").status_code == 403


def test_a_token_may_end_itself_and_no_other(site: Site) -> None:
    with program(site, "mara") as first, program(site, "mara") as second, program(site, "ada") as ada:
        mine, other = (who.get("/me").json()["token"]["id"] for who in (first, second))
        assert ada.post(f"/tokens/{mine}/revoke").status_code == 403
        assert first.post(f"/tokens/{other}/revoke").status_code == 403
        assert first.post(f"/tokens/{mine}/revoke").json()["state"] == "revoked"
        assert first.get("/me").status_code == 401
        assert second.get("/me").status_code == 200


def test_the_log_names_the_token(site: Site, filled: Engine) -> None:
    with program(site, "mara") as who:
        number = who.get("/me").json()["token"]["id"]
        who.post("/drafts/1/comments", {"text": "hello"})
        vera = program(site, "vera")
        vera.post("/outbox/pause")
        vera.http.close()
    with read(filled) as connection:
        rows = connection.execute(select(audit)).all()
    left = next(row for row in rows if row.action == "draft.commented")
    assert (left.actor, left.origin) == ("mara", "api")
    assert left.request_id.endswith(f"/t{number}")
    made = [row for row in rows if row.action == "token_added"]
    assert made[0].codes["user"] == "mara"
    assert any(row.action == "denied" and "/outbox/pause" in row.thing_id for row in rows)


def test_too_many_calls_are_told_when_to_come_again(filled: Engine, hand: Hand) -> None:
    import dataclasses

    given = services(filled, hand)
    slow = dataclasses.replace(given, settings=dataclasses.replace(given.settings, calls_per_minute=3))
    with Site(slow) as site, program(site, "mara") as mara, program(site, "ada") as ada:
        seen = [mara.get("/me") for _ in range(4)]
        assert [answer.status_code for answer in seen] == [200, 200, 200, 429]
        assert 1 <= int(seen[3].headers["retry-after"]) <= 60
        assert ada.get("/me").status_code == 200


def test_a_token_lasts_a_year_at_most() -> None:
    from overture.db.api_tokens import objection

    assert objection("x", (), 366) is None
    assert objection("x", (), 367) is not None
    assert objection("x", (), 0) is not None
    assert objection("", (), 1) is not None
    assert objection("x", ("everything",), 1) is not None
