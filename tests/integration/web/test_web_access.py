"""Who may ask for what, in full: every rule × every role, and every way to be refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import APIRouter
from sqlalchemy import Engine, insert, select
from support.web import NOON, Hand, Site, Visitor, services

from overture.db.engine import open_engine, write
from overture.db.tables import contacts
from overture.db.tables import users as users_table
from overture.web import access
from overture.web.security import CSP

_PLACES = {
    "{draft_id}": "1", "{trigger_id}": "1", "{question_id}": "1", "{account_id}": "acc-1",
    "{story_id}": "after-the-round", "{user_id}": "vera", "{token}": "x", "{digest}": "x", "{name:path}": "app.css",
    "{source_id}": "fresh", "{promise_id}": "1", "{token_id}": "1", "{line_id}": "999", "{notice_id}": "999",
}  # fmt: skip
_BY_ROLE = {"viewer": "vera", "reviewer": "mara", "author": "ana", "ops": "otto", "admin": "ada"}
# Those of the API are in test_api_access.
RULES = sorted(rule for rule in access.RULES if not rule[1].startswith("/api/"))
POSTS = [path for method, path in RULES if method == "POST"]
HEADERS = ("content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "x-request-id")


def place(path: str) -> str:
    for name, value in _PLACES.items():
        path = path.replace(name, value)
    return path


def ask(visitor: Visitor, method: str, path: str) -> int:
    if method == "GET":
        return visitor.get(place(path)).status_code
    return visitor.post(place(path)).status_code


def test_a_route_without_a_rule_cannot_be_served() -> None:
    router = APIRouter()
    router.get("/unruled")(lambda: None)
    with pytest.raises(LookupError, match="unruled"):
        access.check_complete(router.routes)


def test_nobody_has_a_right_that_no_rule_gives() -> None:
    assert not access.may("admin", "DELETE", "/queue")
    assert not access.may(None, "GET", "/queue")
    assert access.may(None, "GET", "/healthz")


def test_every_role_gets_what_its_rules_say(site: Site) -> None:
    wrong = []
    for role, user in _BY_ROLE.items():
        visitor = site.visitor(user)  # nothing that is asked ends the session: all are refused or lack their fields
        visitor.get("/help")
        for method, path in RULES:
            if path in ("/logout", "/login", "/setup/{token}"):
                continue
            status = ask(visitor, method, path)
            allowed = role in access.RULES[(method, path)] or access.RULES[(method, path)] == access.ANYONE
            broken = status >= 500 and path != "/readyz"
            if broken or allowed == (status in (401, 403)):
                wrong.append((role, method, path, status))
    assert wrong == []


@pytest.mark.parametrize(("method", "path"), RULES)
def test_without_a_session_only_the_open_doors_open(bare_site: Site, method: str, path: str) -> None:
    status = ask(bare_site.visitor(), method, path)
    if access.RULES[(method, path)] == access.ANYONE:
        assert status != 401
    else:
        assert status == (303 if method == "GET" else 401)


@pytest.fixture(scope="module")
def bare_site(filled_template: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for tests that change nothing."""
    from pathlib import Path

    from support.db import copy_of

    engine = copy_of(Path(str(filled_template)), tmp_path_factory.mktemp("bare"))
    with Site(services(engine, Hand())) as running:
        yield running
    engine.dispose()


@pytest.mark.parametrize("path", [p for p in POSTS if p not in ("/login", "/setup/{token}", "/u/{token}")])
def test_a_post_needs_the_token_of_its_own_session(bare_site: Site, path: str) -> None:
    ada, mara = bare_site.visitor("ada"), bare_site.visitor("mara")
    mara.get("/help")
    assert ada.post(place(path)).status_code == 403
    ada.csrf = mara.csrf
    assert ada.post(place(path)).status_code == 403


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=lambda headers: "-".join(headers.values()),
)
def test_a_post_from_another_site_is_refused(bare_site: Site, path: str, headers: dict[str, str]) -> None:
    ada = bare_site.visitor("ada")
    ada.get("/help")
    assert ada.post(place(path), headers=headers).status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_nothing_is_decided_by_a_get(bare_site: Site, path: str) -> None:
    status = bare_site.visitor("ada").get(place(path)).status_code
    assert status in (404, 405) if ("GET", path) not in access.RULES else status in (200, 303, 404)


@pytest.mark.parametrize(
    ("method", "path", "status", "more"),
    [
        ("GET", "/nowhere", 404, {}),
        ("PUT", "/queue", 405, {}),
        ("GET", "/drafts/99999", 404, {}),
        ("GET", "/drafts/word", 404, {}),
        ("GET", "/triggers?after=word", 422, {}),
        ("GET", "/queue", 400, {"headers": {"host": "evil.example"}}),
        ("POST", "/login", 413, {"content": b"x" * 1_100_000}),
        ("GET", "/login", 303, {}),
        ("GET", "/healthz", 200, {}),
        ("GET", "/queue", 200, {}),
    ],
)
def test_every_answer_wears_the_headers(
    bare_site: Site, method: str, path: str, status: int, more: dict[str, object]
) -> None:
    answer = bare_site.visitor("mara").http.request(method, path, **more)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == CSP
    assert all(name in answer.headers for name in HEADERS)


def test_no_policy_allows_inline_code() -> None:
    assert "unsafe" not in CSP
    assert {"object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} <= set(CSP.split("; "))


def test_pages_are_not_kept_by_caches_and_files_are(bare_site: Site) -> None:
    page = bare_site.visitor("mara").get("/queue")
    assert page.headers["cache-control"] == "no-store"
    style = re.search(r'href="(/static/[^"]+app\.css)"', page.text)
    assert style
    assert "immutable" in bare_site.visitor().get(style.group(1)).headers["cache-control"]


def test_a_broken_database_gives_a_plain_page_with_an_id(tmp_path: object, hand: Hand) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/none.db")
    with Site(services(engine, hand, demo_user="demo")) as site:
        answer = site.visitor().get("/queue")
    engine.dispose()
    assert answer.status_code == 500
    assert "That was our fault" in answer.text
    assert "Traceback" not in answer.text
    assert "sqlalchemy" not in answer.text.lower()
    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["x-request-id"] in answer.text


def test_a_denial_is_in_the_log(site: Site, filled: Engine) -> None:
    vera = site.visitor("vera")
    vera.get("/help")
    vera.post("/drafts/1/approve")
    assert "denied" in site.visitor("ada").get("/audit").text


def test_readiness_follows_the_worker(site: Site, empty_site: Site) -> None:
    assert site.visitor().get("/readyz").status_code in (200, 503)
    quiet = empty_site.visitor().get("/readyz")
    assert (quiet.status_code, quiet.json()["worker_seen_seconds_ago"]) == (503, None)


PAGES = [
    "/queue", "/queue?tab=unassigned", "/queue?tab=snoozed", "/queue?tab=outbox", "/queue?tab=blocked",
    "/queue?tab=decided", "/queue?sort=expiry", "/queue?q=acme", "/triggers", "/triggers?kind=funding&state=drafted",
    "/triggers?state=no", "/nos", "/nos?rule=never", "/questions", "/sources", "/sources?only=failing", "/accounts",
    "/accounts?q=acme", "/stories", "/campaigns", "/outcomes", "/audit", "/settings", "/settings/delivery",
    "/settings/do-not-contact", "/settings/webhook", "/help", "/search",
    "/search?q=acme", "/ask", "/ask?q=tie:any", "/heard", "/promises", "/cases", "/nos?by=rule", "/nos?by=day",
    "/nos/what-if",
]  # fmt: skip
FULL = ["/drafts/1", "/drafts/6", "/drafts/1/edit", "/drafts/1?view=text", "/drafts/1?view=changes", "/triggers/1",
        "/accounts/acc-1", "/accounts/globex", "/stories/after-the-round"]  # fmt: skip


@pytest.mark.parametrize("path", [*PAGES, *FULL])
def test_every_page_stands_when_full(bare_site: Site, path: str) -> None:
    answer = bare_site.visitor("ada").get(path)
    assert answer.status_code == 200
    assert answer.text.rstrip().endswith("</html>")
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_when_empty(empty_site: Site, path: str) -> None:
    with write(empty_site.services.engine) as connection:
        row = {"id": "ada", "name": "Ada", "role": "admin", "made_at": NOON, "preferences": {}}
        connection.execute(insert(users_table), row)
    answer = empty_site.visitor("ada").get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1


def test_a_question_is_answered_with_one_click(site: Site) -> None:
    mara = site.visitor("mara")
    page = mara.get("/questions").text
    assert "Which account is" in page
    assert "acmerobotics.example · DE · acc-1" in page
    assert mara.post("/questions/1", account="acc-2").status_code == 422
    assert mara.post("/questions/1", account="acc-1").status_code == 303
    assert mara.post("/questions/1", account="acc-1").status_code == 409
    assert "Zephyr Boats" in mara.get("/accounts/acc-1").text


def test_a_missing_contact_is_one_form(site: Site) -> None:
    otto = site.visitor("otto")
    otto.get("/questions")
    person = {"name": "Greta Holt", "email": "greta@globex.example", "role": "CEO", "basis": "consent"}
    assert otto.post("/questions/2", **(person | {"email": "not an address"})).status_code == 422
    assert otto.post("/questions/2", **(person | {"basis": "none"})).status_code == 422
    assert otto.post("/questions/2", **person).status_code == 303
    assert "Greta Holt" in otto.get("/accounts/globex").text


def test_whoever_is_known_but_for_an_address_is_asked_for_by_name(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        shape = connection.execute(select(contacts).limit(1)).mappings().one()
        hank = {"id": "hank", "account_id": "globex", "name": "Hank Holt", "role": "CEO", "email": None}
        connection.execute(insert(contacts), {**shape, **hank, "address_key": None})
    otto = site.visitor("otto")
    assert "Address of Hank Holt, CEO" in otto.get("/questions").text
    given = {"email": "hank@globex.example", "basis": "consent"}
    assert otto.post("/questions/2", contact="con-1", **given).status_code == 422  # works elsewhere
    assert otto.post("/questions/2", contact="hank", **given).status_code == 303
    with write(filled) as connection:
        found = connection.execute(select(contacts).where(contacts.c.id == "hank")).one()
    assert (found.name, found.email, found.lawful_basis, found.origin) == (
        "Hank Holt", "hank@globex.example", "consent", "page",
    )  # fmt: skip


def test_preferences_are_kept_and_nonsense_is_not(site: Site) -> None:
    mara = site.visitor("mara")
    mara.get("/settings")
    mara.post("/settings", theme="dark", density="compact", shortcuts="off", toasts="<b>")
    page = mara.get("/queue").text
    assert 'data-theme="dark"' in page
    assert 'data-density="compact"' in page
    assert 'data-toasts="20"' in page
    assert ">a</kbd>" not in mara.get("/drafts/1").text
