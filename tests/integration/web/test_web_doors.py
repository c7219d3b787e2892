"""Doors that are not shut on the wrong people, nor stand open to everybody: sign-in, metrics, tokens of a person."""

from __future__ import annotations

import asyncio
import dataclasses
import html
import re
import socket
from collections.abc import Iterator

import httpx2
import pytest
from sqlalchemy import Engine, update
from support.api import Program
from support.web import Hand, Site, Visitor, field_of, services

from overture.db import knocks
from overture.db.engine import write
from overture.db.tables import users as users_table
from overture.settings import networks
from overture.web.auth.passwords import Passwords
from overture.web.serve import listen

PASSWORD = "blue kettles hum softly"
WRONG = "wrong wrong wrong"


@pytest.fixture
def behind(filled: Engine, hand: Hand) -> Iterator[Site]:
    """A site behind a proxy on this machine; Mara has a password."""
    given = services(filled, hand)
    settings = dataclasses.replace(given.settings, proxies=networks("127.0.0.1"))
    hashed = Passwords(settings).hash(PASSWORD)
    with write(filled) as connection:
        connection.execute(update(users_table).where(users_table.c.id == "mara").values(password_hash=hashed))
    with Site(dataclasses.replace(given, settings=settings)) as running:
        yield running


def sign_in(visitor: Visitor, *, password: str = PASSWORD, source: str = "198.51.100.1", login: str = "mara") -> int:
    token = field_of(visitor.get("/login").text, "token")
    fields = {"login": login, "password": password, "token": token}
    return visitor.post("/login", headers={"x-forwarded-for": source}, **fields).status_code


def shut(site: Site, *, source: str) -> None:
    """Fail in Mara's name until that door closes."""
    stranger = site.visitor()
    tries = [sign_in(stranger, password=WRONG, source=source) for _ in range(knocks.FAILURES_PER_LOGIN + 1)]
    assert tries[-1] == 429


def test_nobody_is_shut_out_by_failing_in_their_name(behind: Site) -> None:
    for number in range(3):
        shut(behind, source=f"203.0.113.{number}")
    assert sign_in(behind.visitor(), source="198.51.100.1") == 303


def test_the_door_opens_again_after_a_quarter_of_an_hour(behind: Site, hand: Hand) -> None:
    shut(behind, source="203.0.113.9")
    assert sign_in(behind.visitor(), source="203.0.113.9") == 429
    hand.turn(minutes=16)
    assert sign_in(behind.visitor(), source="203.0.113.9") == 303


def test_a_browser_that_was_here_is_welcome_beside_a_stranger(behind: Site) -> None:
    mine = behind.visitor()
    assert sign_in(mine, source="203.0.113.9") == 303
    shut(behind, source="203.0.113.9")
    mine.http.cookies.delete("overture", domain="127.0.0.1")
    assert sign_in(mine, source="203.0.113.9") == 303
    assert sign_in(behind.visitor(), source="203.0.113.9") == 429


def test_a_browser_that_was_here_may_not_guess_for_ever(behind: Site) -> None:
    mine = behind.visitor()
    assert sign_in(mine) == 303
    mine.http.cookies.delete("overture", domain="127.0.0.1")
    tries = [sign_in(mine, password=WRONG, source=f"203.0.113.{n}") for n in range(knocks.FAILURES_PER_LOGIN + 1)]
    assert tries == [401] * knocks.FAILURES_PER_LOGIN + [429]
    assert sign_in(behind.visitor()) == 303


def test_one_address_may_not_try_all_logins(behind: Site) -> None:
    stranger = behind.visitor()
    logins = [f"somebody-{number}" for number in range(knocks.FAILURES_PER_ADDRESS + 1)]
    assert [sign_in(stranger, login=login, password=WRONG) for login in logins][-1] == 429
    assert sign_in(behind.visitor(), source="198.51.100.2") == 303


# --- the metrics --------------------------------------------------------------------------------------------------


def metrics_of(
    filled: Engine, hand: Hand, *, host: str = "", auth: str = "", forwarded: str = "", **how: object
) -> int:
    given = services(filled, hand)
    settings = dataclasses.replace(given.settings, **how)  # type: ignore[arg-type]
    headers = {"host": host, "authorization": auth, "x-forwarded-for": forwarded}
    with Site(dataclasses.replace(given, settings=settings)) as site, httpx2.Client(verify=False) as http:
        sent = {name: value for name, value in headers.items() if value}
        return http.get(f"{site.address}/metrics", headers=sent).status_code


TOKEN = "a token for the numbers"


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ({}, 200),
        ({"forwarded": "198.51.100.1"}, 403),  # somebody in between speaks for another
        ({"host": "testserver"}, 403),
        ({"published": True}, 403),  # behind a proxy everybody comes from near
        ({"metrics_token": TOKEN}, 403),
        ({"metrics_token": TOKEN, "auth": "Bearer wrong"}, 403),
        ({"metrics_token": TOKEN, "auth": f"Basic {TOKEN}"}, 403),
        ({"metrics_token": TOKEN, "auth": f"Bearer {TOKEN}", "published": True, "forwarded": "198.51.100.1"}, 200),
    ],
)
def test_the_numbers_are_for_this_machine_or_who_brings_the_token(
    filled: Engine, hand: Hand, how: dict[str, object], status: int
) -> None:
    assert metrics_of(filled, hand, **how) == status  # type: ignore[arg-type]


# --- tokens on the settings page ----------------------------------------------------------------------------------


def secret_on(page: str) -> str:
    found = re.search(r'value="(ovt_[^"]+)"', page)
    return html.unescape(found.group(1)) if found else ""


def test_a_token_is_made_shown_once_used_and_revoked(site: Site) -> None:
    mara = site.visitor("mara")
    assert "Tokens for programs" in mara.get("/settings").text
    made = mara.post("/settings/tokens", name="CRM <b>sync</b>", days="30", scope=["read", "review"])
    secret = secret_on(made.text)
    with Program(site, secret) as who:
        assert who.get("/me").json()["token"]["scopes"] == ["read", "review"]
        page = mara.get("/settings").text
        assert secret not in page
        assert secret[:10] in page
        assert "CRM &lt;b&gt;sync&lt;/b&gt;" in page
        revoke = re.search(r'action="(/settings/tokens/\d+/revoke)"', page)
        assert revoke
        otto = site.visitor("otto")
        otto.get("/settings")
        assert otto.post(revoke.group(1)).status_code == 404
        assert mara.post(revoke.group(1)).status_code == 303
        assert who.get("/me").status_code == 401
    assert secret[:10] not in mara.get("/settings").text


def test_who_has_a_password_gives_it_for_a_token(behind: Site) -> None:
    mara = behind.visitor("mara")
    mara.get("/settings")
    refused = mara.post("/settings/tokens", name="x", days="30", current=WRONG)
    assert refused.status_code == 422
    assert secret_on(refused.text) == ""
    assert secret_on(mara.post("/settings/tokens", name="x", days="30", current=PASSWORD).text)


@pytest.mark.parametrize("wrong", [{"days": "0"}, {"days": "9999"}, {"days": "x"}, {"scope": "all"}, {"name": " "}])
def test_nonsense_makes_no_token(site: Site, wrong: dict[str, str]) -> None:
    mara = site.visitor("mara")
    mara.get("/settings")
    answer = mara.post("/settings/tokens", **{"name": "x", "days": "30", **wrong})
    assert answer.status_code == 422
    assert secret_on(answer.text) == ""


def test_an_answer_leaves_at_once_and_not_when_its_first_packet_is_acknowledged() -> None:
    at_once: list[int] = []

    def accepted(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        at_once.append(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def knock(door: socket.socket) -> bytes:
        async with await asyncio.start_server(accepted, sock=door):
            reader, writer = await asyncio.open_connection(*door.getsockname())
            told = await reader.read()  # until the other side has closed
            writer.close()
            await writer.wait_closed()
            return told

    assert asyncio.run(knock(listen("127.0.0.1", 0))) == b""
    assert [bool(each) for each in at_once] == [True]
