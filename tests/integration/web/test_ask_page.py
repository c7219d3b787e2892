"""The ask page without a script: examples, mistakes with their cure, answers with evidence, kept questions."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from sqlalchemy import Engine, select
from support.sample_drafts import KEYS
from support.web import Hand, Site, Visitor, services

from campaigns.campaign import Campaign, Who
from overture.db.engine import write
from overture.db.stop_list import put_on_list
from overture.db.tables import contacts
from overture.web.show.asked import EXAMPLES
from triggers.types import EventKind


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))


def asked(visitor: Visitor, question: str) -> str:
    answer = visitor.http.get("/ask", params={"q": question})
    found = re.search(r'data-csrf="([^"]+)"', answer.text)
    visitor.csrf = found[1] if found else visitor.csrf
    assert answer.status_code == 200
    return answer.text


def test_every_example_can_be_clicked_and_is_understood(site: Site) -> None:
    mara = site.visitor("mara")
    links = re.findall(r'class="open" href="(/ask\?q=[^"]+)"', mara.get("/ask").text)
    assert len(links) == len(EXAMPLES)
    for link in links:
        page = mara.get(html.unescape(link))
        assert page.status_code == 200
        assert 'aria-invalid="true"' not in page.text


def test_an_answer_has_words_quote_date_and_the_way_there(site: Site) -> None:
    page = text_of(asked(site.visitor("vera"), 'concern:"first ninety days" tie:any robotics'))
    assert "1 answer" in page
    assert "Ines Albers" in page
    assert "Priya Nair worked with Ines Albers" in page
    assert "Most who leave us, leave in the first ninety days." in page
    assert "13 May" in page
    assert "1 hop" in page


def test_a_mistake_is_marked_and_cured_by_one_click(site: Site) -> None:
    mara = site.visitor("mara")
    page = asked(mara, "tie:any lifecycle:prospec")
    assert "<mark>prospec</mark>" in page
    assert 'aria-describedby="mistake"' in page
    (cure,) = re.findall(r'class="button" href="(/ask\?q=[^"]+)"', page)
    assert "answers" in text_of(mara.get(html.unescape(cure)).text)


def test_nobody_is_said_with_what_helps(site: Site) -> None:
    assert "All terms have to hold." in asked(site.visitor("mara"), "concern:sailing")


def test_who_must_not_be_contacted_is_marked(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        email = connection.scalar(select(contacts.c.email).where(contacts.c.account_id == "acc-1"))
        put_on_list(connection, KEYS.address(str(email)), email, reason="asked", origin="reject", now=Hand().now)
    page = text_of(asked(site.visitor("mara"), "tie:any lifecycle:prospect"))
    assert page.count("do not contact") == 1


def test_a_question_is_kept_asked_by_name_and_forgotten_with_an_undo(site: Site) -> None:
    mara = site.visitor("mara")
    mara.get("/ask")
    kept = mara.post("/ask/saved", name="Warm Robots", q="robotics tie:any")
    assert kept.headers["location"] == "/ask?q=saved%3Awarm-robots"
    assert "Ines Albers" in mara.get("/ask?q=saved:warm-robots").text
    assert "Warm Robots" not in (page := mara.get("/ask").text)
    assert "warm-robots" in page
    gone = mara.post("/ask/saved/remove", name="warm-robots")
    page = mara.get(gone.headers["location"]).text
    assert "is kept no longer" in page
    assert "no question is kept as" in text_of(asked(mara, "saved:warm-robots"))
    assert mara.post("/ask/saved", name="warm-robots", q="robotics tie:any").status_code == 303


def test_what_makes_no_sense_is_not_kept_and_nothing_typed_is_lost(site: Site) -> None:
    mara = site.visitor("mara")
    mara.get("/ask")
    wrong = mara.post("/ask/saved", name="warm", q="tie:maybe")
    assert (wrong.status_code, 'value="tie:maybe"' in wrong.text) == (422, True)
    nameless = mara.post("/ask/saved", name="?!", q="tie:any")
    assert (nameless.status_code, 'value="?!"' in nameless.text) == (422, True)
    assert mara.post("/ask/saved/remove", name="nothing").status_code == 404


def test_a_viewer_may_ask_and_not_keep(site: Site) -> None:
    vera = site.visitor("vera")
    assert "Keep this question" not in asked(vera, "tie:any")
    assert vera.post("/ask/saved", name="warm", q="tie:any").status_code == 403


def test_a_question_that_a_campaign_asks_is_not_forgotten(filled: Engine) -> None:
    campaigns = tuple(
        Campaign(f"c-{name}", (EventKind.FUNDING,), who=Who(ask=f"saved:{name}")) for name in ("warm", "gone")
    )
    given = replace(services(filled, Hand()), campaigns=lambda: campaigns)
    with Site(given) as site:
        mara = site.visitor("mara")
        mara.get("/ask")
        assert mara.post("/ask/saved", name="warm", q="tie:any").status_code == 303
        refused = mara.post("/ask/saved/remove", name="warm")
        assert refused.status_code == 409
        assert "c-warm" in refused.text
        assert "asks saved:gone, which nobody keeps" in text_of(mara.get("/ask").text)
