"""What was not written: by reason, by rule, by the day to look again; and what if a rule were another."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, insert, select
from support.web import NOON, Hand, Site, services

from campaigns.campaign import Campaign, Op, Rule
from overture.db.engine import write
from overture.db.tables import drafts, nos
from overture.jobs.replay import Replayed, Window
from overture.jobs.what_if import WhatIf
from triggers.types import EventKind

MONEY = Campaign(
    "money", (EventKind.FUNDING,), must=(Rule("account.employees", Op.GTE, 50, "account.employees: {gte: 50}"),)
)


def words(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def say_no(engine: Engine, **more: object) -> None:
    with write(engine) as connection:
        known = dict(connection.execute(select(nos).limit(1)).mappings().one())
        connection.execute(insert(nos), {name: value for name, value in (known | more).items() if name != "id"})


def test_an_event_with_a_draft_is_listed_on_request_only(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        drafted = connection.scalar(select(drafts.c.trigger_id).where(drafts.c.id == 1))
    say_no(filled, trigger_id=drafted, campaign="another", reason="Too far from the harbour.")
    mara = site.visitor("mara")
    assert "Too far from the harbour." not in mara.get("/nos").text
    assert "Too far from the harbour." in mara.get("/nos?show=all").text


def test_rules_are_counted_and_lead_to_their_reasons(site: Site, filled: Engine) -> None:
    say_no(filled, campaign="harbour", rule="must", reason="Too far.", better_served_by="Initech")
    vera = site.visitor("vera")
    page = words(vera.get("/nos?by=rule").text)
    assert "the account or contact lacks what the campaign needs must harbour 1 – Initech" in page
    only = words(vera.get("/nos?rule=must&campaign=harbour").text)
    assert "Too far. Better served by Initech" in only
    assert "competitor" not in only


def test_the_next_day_to_look_again_stands_first(site: Site, filled: Engine) -> None:
    for days in (9, 2):
        again = NOON.date() + timedelta(days=days)
        say_no(filled, campaign=f"in-{days}", rule="cap_account", reason=f"Wait {days}.", revisit_on=again)
    page = words(site.visitor("mara").get("/nos?by=day").text)
    assert page.index("Wait 2.") < page.index("Wait 9.")
    assert "in 2 d" in page


def test_each_rule_of_a_campaign_can_be_tried(filled: Engine) -> None:
    say_no(filled, campaign="money", rule="must", reason="Too small.", evidence=["account.employees"])
    asked: list[Campaign] = []

    def look(other: Campaign) -> WhatIf:
        asked.append(other)
        nothing = Replayed(Window(NOON, NOON, (), 0, 0, 0, 0), ())
        return WhatIf(nothing, nothing, ())

    given = replace(services(filled, Hand()), campaigns=lambda: (MONEY,), what_if=look)
    with Site(given) as site:
        vera = site.visitor("vera")
        page = words(vera.get("/nos/what-if").text)
        assert "employees is at least 50 said no 1 time" in page
        off = words(vera.get("/nos/what-if?campaign=money&code=must:0&off=true").text)
        assert "Without employees is at least 50 : 0 drafts instead of 0" in off
        vera.get("/nos/what-if?campaign=money&code=must:0&to=20")
        assert [one.must for one in asked] == [
            (),
            (replace(MONEY.must[0], value=20, text="account.employees: {gte: 20}"),),
        ]
        wrong = vera.get("/nos/what-if?campaign=money&code=must:0&to=many")
        assert (wrong.status_code, 'value="many"' in wrong.text) == (422, True)
        assert vera.get("/nos/what-if?campaign=nobody").status_code == 404


def test_without_campaigns_it_says_so(site: Site) -> None:
    assert "No campaigns yet" in site.visitor("mara").get("/nos/what-if").text
