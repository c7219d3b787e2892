"""Signing in: passwords, sessions and their ends, the throttle, the first run, the demo."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import timedelta

import httpx2
import pytest
from sqlalchemy import Engine, func, select, update
from support.web import Hand, Site, Visitor, field_of, services

from overture.db import knocks, setup_links
from overture.db.audit import SYSTEM
from overture.db.engine import read, write
from overture.db.tables import audit
from overture.db.tables import sessions as sessions_table
from overture.db.tables import users as users_table
from overture.web.auth.passwords import Passwords

PASSWORD = "blue kettles hum softly"


@pytest.fixture
def known(site: Site) -> Site:
    """Mara has a password."""
    hashed = Passwords(site.services.settings).hash(PASSWORD)
    with write(site.services.engine) as connection:
        connection.execute(update(users_table).where(users_table.c.id == "mara").values(password_hash=hashed))
    return site


def sign_in(visitor: Visitor, login: str = "mara", password: str = PASSWORD, **more: str) -> httpx2.Response:
    token = field_of(visitor.get("/login").text, "token")
    return visitor.post("/login", login=login, password=password, token=token, **more)


def cookie_of(answer: httpx2.Response, name: str = "overture") -> str:
    lines = [line for line in answer.headers.get_list("set-cookie") if line.startswith(f"{name}=")]
    return lines[0] if lines else ""


def test_without_a_session_the_way_leads_to_the_door_and_back(known: Site) -> None:
    answer = known.visitor().get("/drafts/1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/drafts/1")
    listed = known.visitor().get("/queue?tab=mine&q=kind:funding").headers["location"]
    assert listed == "/login?next=/queue%3Ftab%3Dmine%26q%3Dkind%3Afunding"
    back = sign_in(known.visitor(), next="/drafts/1")
    assert (back.status_code, back.headers["location"]) == (303, "/drafts/1")


def test_a_cookie_is_for_this_site_and_no_script(known: Site) -> None:
    line = cookie_of(sign_in(known.visitor()))
    assert "HttpOnly" in line
    assert "samesite=lax" in line.lower()
    assert "Path=/" in line


def test_over_https_the_cookie_is_bound_to_the_host(filled: Engine, hand: Hand) -> None:
    plain = services(filled, hand)
    safe = dataclasses.replace(plain, settings=dataclasses.replace(plain.settings, https=True), demo_user="demo")
    with Site(safe) as site:
        answer = site.visitor().get("/queue")
    line = cookie_of(answer, "__Host-overture")
    assert "Secure" in line
    assert answer.headers["strict-transport-security"].startswith("max-age=31536000")


def test_only_a_hash_of_the_token_is_kept(known: Site) -> None:
    token = cookie_of(sign_in(known.visitor())).split(";")[0].removeprefix("overture=")
    with read(known.services.engine) as connection:
        stored = connection.scalars(select(sessions_table.c.token_hash)).all()
    assert len(token) >= 32
    assert token not in stored


def test_a_session_given_from_outside_is_not_taken_over(known: Site) -> None:
    visitor = known.visitor()
    visitor.http.cookies.set("overture", "chosen-by-somebody-else", domain="127.0.0.1")
    token = cookie_of(sign_in(visitor)).split(";")[0]
    assert "chosen-by-somebody-else" not in token


@pytest.mark.parametrize("foreign", [False, True])
def test_a_form_that_came_too_late_leads_to_the_door_and_back_to_its_page(known: Site, foreign: bool) -> None:
    from_page = f"{'https://evil.example' if foreign else known.address}/drafts/3?tab=mine"
    page = known.visitor().post("/drafts/3/comment", headers={"referer": from_page}, text="Too late")
    assert page.status_code == 401
    assert f'href="{"/login" if foreign else "/login?next=/drafts/3%3Ftab%3Dmine"}"' in page.text


def test_an_unknown_login_and_a_wrong_password_read_the_same(known: Site) -> None:
    wrong = sign_in(known.visitor(), password="something else entirely")
    nobody = sign_in(known.visitor(), login="nobody", password="something else entirely")
    told = [re.search(r'id="problem">.*?<span>([^<]+)', answer.text, re.DOTALL) for answer in (wrong, nobody)]
    assert [answer.status_code for answer in (wrong, nobody)] == [401, 401]
    assert all(found and found.group(1) == "That login and password do not go together." for found in told)


def test_many_failures_close_the_door_for_a_while(known: Site, hand: Hand) -> None:
    for _ in range(knocks.FAILURES_PER_LOGIN):
        assert sign_in(known.visitor(), password="wrong wrong wrong").status_code == 401
    assert sign_in(known.visitor()).status_code == 429
    hand.turn(minutes=16)
    assert sign_in(known.visitor()).status_code == 303


def test_failures_leave_no_names_in_the_log(known: Site) -> None:
    sign_in(known.visitor(), login="someone@private.example", password="wrong wrong wrong")
    with read(known.services.engine) as connection:
        rows = [str(tuple(row)) for row in connection.execute(select(audit))]
    assert not any("private" in row for row in rows)


def test_a_form_from_elsewhere_does_not_sign_anybody_in(known: Site) -> None:
    answer = known.visitor().post("/login", login="mara", password=PASSWORD, token="made up")
    assert answer.status_code == 403


def test_a_session_sleeps_after_half_an_hour_and_ends_after_twelve(known: Site, hand: Hand) -> None:
    mara = known.visitor("mara")
    assert mara.get("/queue").status_code == 200
    hand.turn(minutes=31)
    assert mara.get("/queue").status_code == 303
    awake = known.visitor("mara")
    for _ in range(30):
        hand.turn(minutes=25)
        last = awake.get("/queue").status_code
    assert last == 303


def test_an_awake_session_lives_on(known: Site, hand: Hand) -> None:
    mara = known.visitor("mara")
    for _ in range(8):
        hand.turn(minutes=25)
        assert mara.get("/queue").status_code == 200


def test_signing_out_ends_the_session_for_good(known: Site) -> None:
    mara = known.visitor("mara")
    mara.get("/queue")
    token = mara.http.cookies.get("overture", domain="127.0.0.1") or ""
    assert mara.post("/logout").status_code == 303
    thief = known.visitor()
    thief.http.cookies.set("overture", token, domain="127.0.0.1")
    assert thief.get("/queue").status_code == 303


def test_a_user_who_is_disabled_is_out_at_the_next_click(known: Site) -> None:
    mara, ada = known.visitor("mara"), known.visitor("ada")
    mara.get("/queue")
    ada.get("/settings")
    assert ada.post("/settings/users/mara", disabled="yes").status_code == 303
    assert mara.get("/queue").status_code == 303
    assert sign_in(known.visitor()).status_code == 401


def test_a_new_password_ends_all_sessions(known: Site) -> None:
    mara, other = known.visitor("mara"), known.visitor("mara")
    mara.get("/settings")
    assert mara.post("/settings/password", current="wrong", fresh="grey geese fly low").status_code == 422
    assert mara.post("/settings/password", current=PASSWORD, fresh="short").status_code == 422
    assert mara.post("/settings/password", current=PASSWORD, fresh="grey geese fly low").status_code == 303
    assert other.get("/queue").status_code == 303
    assert sign_in(known.visitor(), password="grey geese fly low").status_code == 303


def test_a_seat_that_somebody_borrowed_cannot_guess_the_password(known: Site) -> None:
    mara = known.visitor("mara")
    mara.get("/settings")
    for _ in range(10):
        assert mara.post("/settings/password", current="a guess", fresh="grey geese fly low").status_code == 422
    late = mara.post("/settings/address", email="new@acme.example", current=PASSWORD)
    assert (late.status_code, "Wait a quarter of an hour" in late.text) == (422, True)
    assert sign_in(known.visitor()).status_code == 303  # who signs in is counted apart


def test_the_last_admin_cannot_be_locked_out(known: Site) -> None:
    ada = known.visitor("ada")
    ada.get("/settings")
    ada.post("/settings/users/demo", disabled="yes")
    refused = ada.post("/settings/users/ada", role="viewer")
    assert (refused.status_code, "is the last admin" in refused.text) == (409, True)


def test_an_admin_adds_people(known: Site) -> None:
    ada = known.visitor("ada")
    ada.get("/settings")
    person = {"id": "rosa", "name": "Rosa Lark", "role": "reviewer", "password": "seven quiet foxes"}
    assert ada.post("/settings/users", **person).status_code == 303
    assert ada.post("/settings/users", **person).status_code == 409
    refused = ada.post("/settings/users", **(person | {"id": "x y"}))
    assert refused.status_code == 422
    assert 'value="x y"' in refused.text
    assert 'value="Rosa Lark"' in refused.text
    assert "seven quiet foxes" not in refused.text
    assert '<a href="#people">' in refused.text
    assert sign_in(known.visitor(), login="rosa", password="seven quiet foxes").status_code == 303


# --- the first run ------------------------------------------------------------------------------------------------


def test_the_setup_link_makes_the_first_admin_once(empty_site: Site, hand: Hand) -> None:
    with write(empty_site.services.engine) as connection:
        old = setup_links.make_setup_token(connection, now=hand.now)
        token = setup_links.make_setup_token(connection, now=hand.now)
    visitor = empty_site.visitor()
    assert "printed a setup link" in visitor.get("/login").text
    assert visitor.get(f"/setup/{old}").status_code == 404
    assert visitor.get(f"/setup/{token}").status_code == 200
    weak = visitor.post(f"/setup/{token}", id="ada", name="Ada Kell", password="password1234")
    assert weak.status_code == 422
    assert 'value="Ada Kell"' in weak.text
    made = visitor.post(f"/setup/{token}", id="ada", name="Ada Kell", password="seven quiet foxes")
    assert (made.status_code, made.headers["location"]) == (303, "/queue")
    assert visitor.get("/queue").status_code == 200
    assert empty_site.visitor().get(f"/setup/{token}").status_code == 404


def test_the_setup_link_grows_old(empty_site: Site, hand: Hand) -> None:
    with write(empty_site.services.engine) as connection:
        token = setup_links.make_setup_token(connection, now=hand.now)
    hand.turn(hours=25)
    assert empty_site.visitor().get(f"/setup/{token}").status_code == 404


# --- the demo -----------------------------------------------------------------------------------------------------


@pytest.fixture
def demo(filled: Engine, hand: Hand) -> Iterator[Site]:
    with Site(services(filled, hand, demo_user="demo")) as running:
        yield running


def test_the_demo_signs_its_reader_in_on_the_loopback(demo: Site) -> None:
    visitor = demo.visitor()
    assert visitor.get("/queue").status_code == 200
    assert visitor.act(1, "approve").status_code == 303


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded"])
def test_the_demo_knows_nobody_behind_a_proxy(demo: Site, header: str) -> None:
    assert demo.visitor().get("/queue", **{header: "for=203.0.113.9"}).status_code == 303


def test_the_demo_does_not_answer_to_a_borrowed_name(demo: Site) -> None:
    assert demo.visitor().get("/queue", host="rebound.example").status_code == 400


def test_without_the_demo_nobody_is_signed_in_by_being_near(site: Site) -> None:
    assert site.visitor().get("/queue").status_code == 303


def test_a_demo_reader_who_is_missing_is_made(empty_site: Site, hand: Hand) -> None:
    with Site(dataclasses.replace(empty_site.services, demo_user="demo")) as site:
        assert site.visitor().get("/queue").status_code == 200
    with read(empty_site.services.engine) as connection:
        assert connection.scalar(select(func.count()).select_from(users_table)) == 1


def test_the_throttle_counts_addresses_too(known: Site) -> None:
    with write(known.services.engine) as connection:
        knock = knocks.Knock.of(known.services.keyring, "other", "127.0.0.1")
        for _ in range(knocks.FAILURES_PER_ADDRESS):
            knocks.note_failure(connection, knock, by=SYSTEM, now=known.services.clock() - timedelta(minutes=1))
    assert sign_in(known.visitor()).status_code == 429
