"""The core flow by plain forms: list, open, approve, edit, reject, snooze, undo. No script runs here."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select
from support.sample_drafts import COMPANY
from support.web import NOON, Hand, Site, Visitor, field_of, services, shown_on

from overture.db.decisions import OutboxPolicy
from overture.db.engine import read, write
from overture.db.tables import approvals, audit, comments, draft_versions, drafts, handoffs, suppressions, users


def row(engine: Engine, draft_id: int) -> Any:
    with read(engine) as connection:
        return connection.execute(select(drafts).where(drafts.c.id == draft_id)).one()


def test_the_queue_lists_what_waits(site: Site) -> None:
    page = site.visitor("mara").get("/queue").text
    assert "Acme Robotics" in page
    assert "Series B" in page
    assert 'href="/drafts/1?tab=mine"' in page


def test_a_draft_shows_the_very_text_and_its_evidence(site: Site) -> None:
    page = site.visitor("mara").get("/drafts/1").text
    assert "most who leave us, leave in the first ninety days" in page
    assert 'id="c2"' in page
    assert 'href="#e2"' in page
    assert 'id="e2"' in page
    assert "$25M in three, €23M in one" in page
    assert "domain in article" in page


def test_every_chip_of_the_text_has_its_evidence_and_every_id_stands_once(site: Site) -> None:
    page = site.visitor("mara").get("/drafts/1").text
    chips = re.findall(r'id="c(\d+)"', page)
    assert chips == [str(n) for n in range(1, 10)]
    assert sorted(re.findall(r'id="e(\d+)"', page), key=int) == chips
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_approve_goes_on_to_the_next_and_holds_the_message(site: Site, filled: Engine, hand: Hand) -> None:
    mara = site.visitor("mara")
    answer = mara.act(1, "approve", where="tab=mine")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/drafts/2?")
    assert row(filled, 1).state == "approved"
    with read(filled) as connection:
        held = connection.execute(select(handoffs).where(handoffs.c.draft_id == 1)).one()
    assert (held.state, held.release_at) == ("held", hand.now + timedelta(minutes=10))
    page = mara.get(answer.headers["location"]).text
    assert "Approved: Acme Robotics. Leaves at 10:42." in page
    assert 'action="/drafts/1/undo"' in page


def test_undo_pulls_it_back_and_it_can_be_approved_again(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.act(1, "approve")
    assert mara.post("/drafts/1/undo").status_code == 303
    assert row(filled, 1).state == "pending"
    assert mara.act(1, "approve").status_code == 303
    with read(filled) as connection:
        states = sorted(connection.scalars(select(handoffs.c.state).where(handoffs.c.draft_id == 1)))
        assert states == ["cancelled", "held"]
        assert len(connection.scalars(select(approvals.c.id).where(approvals.c.draft_id == 1)).all()) == 2


def test_an_older_version_is_refused_with_who_and_when(site: Site, hand: Hand) -> None:
    mara, jonas = site.visitor("mara"), site.visitor("jonas")
    seen = shown_on(mara.get("/drafts/1").text)
    jonas.act(1, "edit", subject="A better subject", body="A better text.")
    hand.turn(seconds=20)
    answer = mara.post("/drafts/1/approve", **seen)
    assert answer.status_code == 409
    assert "Jonas Weber, 20 s ago" in answer.text
    assert "A better text." in answer.text


def test_the_loser_keeps_every_typed_word(site: Site, filled: Engine) -> None:
    mara, jonas = site.visitor("mara"), site.visitor("jonas")
    seen = shown_on(jonas.get("/drafts/1/edit").text)
    mara.act(1, "edit", subject="Mara's", body="Mara was first.")
    answer = jonas.post(
        "/drafts/1/edit", **seen, subject="Jonas's", body="Eight <b>careful</b> words & a line\nof mine."
    )
    assert answer.status_code == 409
    assert "Eight &lt;b&gt;careful&lt;/b&gt; words &amp; a line\nof mine." in answer.text
    assert "Apply mine to version 2" in answer.text
    assert row(filled, 1).version == 2
    mine = jonas.post("/drafts/1/edit", **shown_on(answer.text), subject="Jonas's", body="Eight careful words.")
    assert mine.status_code == 303
    assert row(filled, 1).version == 3


def test_text_for_a_draft_that_was_approved_meanwhile_is_shown_and_cannot_be_applied(site: Site) -> None:
    mara, jonas = site.visitor("mara"), site.visitor("jonas")
    seen = shown_on(jonas.get("/drafts/1/edit").text)
    mara.act(1, "approve")
    answer = jonas.post("/drafts/1/edit", **seen, subject="Late", body="My late words.")
    assert answer.status_code == 409
    assert "already approved by Mara Lind" in answer.text
    assert "My late words." in answer.text
    assert "cannot be applied" in answer.text


def test_an_edit_is_a_new_version_with_its_difference_shown(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    assert mara.act(1, "edit", subject="Acme, in short", body="Hello Ines,\n\nIn short.").status_code == 303
    with read(filled) as connection:
        texts = connection.scalars(select(draft_versions.c.body).where(draft_versions.c.draft_id == 1)).all()
    assert texts[-1] == "Hello Ines,\n\nIn short."
    page = mara.get("/drafts/1?view=changes").text
    assert "<ins>" in page
    assert "<del>" in page


def test_save_and_approve_approves_what_was_saved(site: Site, filled: Engine) -> None:
    site.visitor("mara").act(1, "edit", subject="Acme", body="Short and true.", then="approve")
    assert (row(filled, 1).state, row(filled, 1).version) == ("approved", 2)


def test_a_draft_with_an_error_cannot_be_approved(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    page = mara.get("/drafts/6").text
    assert "Approve: unbound claim" in page
    assert 'action="/drafts/6/approve"' not in page
    seen = {"version": "1", "content_hash": row(filled, 6).content_hash}
    assert mara.post("/drafts/6/approve", **seen).status_code == 422
    assert row(filled, 6).state == "pending"


def test_reject_says_what_it_teaches(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    answer = mara.act(1, "reject", reason="do_not_contact")
    assert row(filled, 1).reason == "do_not_contact"
    with read(filled) as connection:
        assert connection.scalar(select(suppressions.c.id).where(suppressions.c.origin == "reject")) is not None
    assert "The address goes on the suppression list." in mara.get(answer.headers["location"]).text


def test_other_reasons_need_words(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    assert mara.act(1, "reject", reason="other", comment="").status_code == 422
    assert mara.act(1, "reject", reason="other", comment="They moved.").status_code == 303
    assert row(filled, 1).comment == "They moved."


def test_snooze_until_a_morning_or_an_update(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    assert mara.act(1, "snooze", until="1").status_code == 303
    assert row(filled, 1).snoozed_until.hour == 8
    assert mara.act(2, "snooze", until="5").status_code == 303
    assert row(filled, 2).snooze_for_update
    assert "Wake" in mara.get("/queue?tab=snoozed").text
    assert mara.post("/drafts/1/undo").status_code == 303
    assert row(filled, 1).state == "pending"


@pytest.mark.parametrize(("field", "value"), [("until", "99"), ("version", "0"), ("reason", "whim")])
def test_nonsense_in_a_form_is_422_and_changes_nothing(site: Site, filled: Engine, field: str, value: str) -> None:
    act = "snooze" if field == "until" else "reject"
    fields = {"until": "1", "reason": "old_news"} | {field: value}
    assert site.visitor("mara").act(1, act, **fields).status_code == 422
    assert row(filled, 1).state == "pending"


def test_several_at_once_only_those_that_were_opened(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/queue?tab=mine")
    chosen = [f"{n}.1.{row(filled, n).content_hash}" for n in (1, 2)]
    assert row(filled, 2).opened_at is None
    page = mara.sent("/queue/bulk", act="approve", chosen=chosen)
    assert "1 approved, 1 skipped (nobody has opened it)." in page
    assert (row(filled, 1).state, row(filled, 2).state) == ("approved", "pending")


def test_one_approval_takes_so_many_and_no_more(filled: Engine) -> None:
    given = replace(services(filled, Hand()), outbox=lambda: OutboxPolicy(COMPANY, bulk=2))
    with Site(given) as site:
        mara = site.visitor("mara")
        for number in (1, 2, 4):
            mara.get(f"/drafts/{number}")
        assert 'data-most="2"' in mara.get("/queue?tab=mine").text
        chosen = [f"{number}.1.{row(filled, number).content_hash}" for number in (1, 2, 4)]
        page = mara.sent("/queue/bulk", act="approve", chosen=chosen)
    assert "2 approved, 1 skipped (one approval takes 2)." in page
    assert [row(filled, number).state for number in (1, 2, 4)] == ["approved", "approved", "pending"]


def test_several_are_rejected_and_taken_back_as_one(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/queue")
    chosen = [f"{n}.1.{row(filled, n).content_hash}" for n in (1, 2, 4)]
    page = mara.sent("/queue/bulk", act="reject", reason="old_news", chosen=chosen)
    assert "3 rejected." in page
    assert "Undo all 3" in page
    assert "3 rejected." not in mara.get("/queue").text  # said once
    assert "3 taken back." in mara.sent("/queue/bulk", act="undo", chosen=["1.0.-", "2.0.-", "4.0.-"])
    assert {row(filled, n).state for n in (1, 2, 4)} == {"pending"}


def test_what_somebody_changed_meanwhile_is_skipped_with_a_name(site: Site, filled: Engine) -> None:
    mara, jonas = site.visitor("mara"), site.visitor("jonas")
    mara.get("/queue")
    chosen = [f"{n}.1.{row(filled, n).content_hash}" for n in (1, 2)]
    jonas.act(2, "reject", reason="old_news")
    assert "1 rejected, 1 skipped (changed by Jonas Weber)." in mara.sent(
        "/queue/bulk", act="reject", reason="old_news", chosen=chosen
    )


def test_a_prefetched_page_does_not_count_as_opened(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/drafts/2", **{"x-ahead": "1"})
    mara.get("/drafts/2", **{"sec-fetch-site": "cross-site"})
    assert row(filled, 2).opened_at is None
    mara.get("/drafts/2")
    assert row(filled, 2).opened_at is not None


def test_a_viewer_who_looks_opens_nothing(site: Site, filled: Engine) -> None:
    page = site.visitor("vera").get("/drafts/2").text
    assert row(filled, 2).opened_at is None
    assert "Your role is viewer; reviewers and admins decide." in page
    assert page.count('aria-disabled="true"') == 4


def test_comments_and_assignment(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.act(3, "comment", text="Ask Otto first.")
    taken = mara.act(3, "assign", to="me")
    assert "is with Mara Lind now." in mara.get(taken.headers["location"]).text
    assert row(filled, 3).assignee == "mara"
    with read(filled) as connection:
        assert "Ask Otto first." in connection.scalars(select(comments.c.text)).all()
    assert mara.act(3, "assign", to="nobody-known").status_code == 422


def test_the_outbox_counts_down_and_the_decided_stay_visible(site: Site) -> None:
    mara = site.visitor("mara")
    mara.act(1, "approve")
    mara.act(2, "reject", reason="old_news")
    outbox, decided = mara.get("/queue?tab=outbox").text, mara.get("/queue?tab=decided").text
    assert "10:42" in outbox
    assert "Pull back" in outbox
    assert "Old news" in decided
    assert "Bring back" in decided


def test_filters_are_found_saved_and_removed(site: Site) -> None:
    mara = site.visitor("mara")
    page = mara.get("/queue?tab=mine&q=story:after-the-round+score:%3E80").text
    assert "Acme Robotics" in page
    assert "Hollis Marine" not in page
    mara.post("/queue/filters", name="Big rounds", where="tab=mine&q=story:after-the-round")
    found = mara.get("/queue?tab=mine&q=story:after-the-round").text.count("data-row=")
    assert f"Big rounds <span>{found}<" in mara.get("/queue").text
    shown = mara.get("/queue?tab=mine&q=story:after-the-round").text
    assert 'aria-current="page">Big rounds' in shown
    assert 'href="/queue?tab=mine" aria-current' not in shown
    assert ">Rename</summary>" in shown
    assert "Forget <bdi>Big rounds</bdi>" in mara.get("/queue?tab=mine&q=story:after-the-round").text
    mara.post("/queue/filters", name="Small ones", where="tab=mine&q=score:<60")
    mara.post("/queue/filters", name="Rounds", where="tab=mine&q=story:after-the-round")  # the same under another name
    assert [one["name"] for one in mara.get("/api/v1/filters").json()["items"]] == ["Rounds", "Small ones"]
    mara.post("/queue/filters/remove", name="Rounds")
    assert "Rounds" not in mara.get("/queue").text
    assert "not understood: colour:red" in mara.get("/queue?q=colour:red").text


def test_a_story_is_found_by_a_part_of_its_name_and_a_slip_is_told(site: Site) -> None:
    mara = site.visitor("mara")
    whole = mara.get("/queue?tab=mine&q=story:after-the-round").text
    assert mara.get("/queue?tab=mine&q=story:After-the").text.count("data-row=") == whole.count("data-row=") > 0
    slip = html.unescape(mara.get("/queue?tab=mine&q=story:after-teh-round").text)
    assert 'no story has "after-teh-round" in its name; did you mean "after-the-round"?' in slip
    assert "did you mean" not in whole


def test_taking_a_draft_leaves_the_day_as_long_as_it_was(site: Site, filled: Engine) -> None:
    demo = site.visitor("demo")
    before = _progress(demo)
    with read(filled) as connection:
        free = connection.scalar(select(drafts.c.id).where(drafts.c.assignee.is_(None), drafts.c.state == "pending"))
    demo.post(f"/drafts/{free}/assign", to="demo")
    assert row(filled, free or 0).assignee == "demo"
    assert _progress(demo) == before


def _progress(visitor: Visitor) -> str:
    return re.search(r'id="progress".*?<b>(.*?)</b>', visitor.get("/queue").text).group(1)  # type: ignore[union-attr]


def test_pages_of_the_list_follow_each_other_without_gap(site: Site, filled: Engine) -> None:
    from overture.db.queue_pick import QueueQuery
    from overture.db.views import queue_page

    seen: list[int] = []
    after = None
    with read(filled) as connection:
        for _ in range(20):
            page = queue_page(connection, QueueQuery("mine", "mara", after=after, limit=4))
            seen.extend(found.id for found in page.rows)
            after = page.after
            if after is None:
                break
        whole = queue_page(connection, QueueQuery("mine", "mara", limit=200))
    assert seen == [found.id for found in whole.rows]


def test_each_decision_is_in_the_log_with_its_request(site: Site, filled: Engine) -> None:
    answer = site.visitor("mara").act(1, "approve")
    with read(filled) as connection:
        act = connection.execute(select(audit).where(audit.c.action == "draft.approved")).one()
    assert (act.actor, act.origin, act.request_id) == ("mara", "ui", answer.headers["x-request-id"])


def test_json_for_scripts_says_where_to_go(site: Site) -> None:
    mara = site.visitor("mara")
    seen = shown_on(mara.get("/drafts/1").text)
    answer = mara.post("/drafts/1/approve", headers={"accept": "application/json"}, **seen, where="tab=mine").json()
    assert answer["said"] == "Approved: Acme Robotics. Leaves at 10:42."
    assert answer["next"] == 2
    assert answer["progress"]["done"] == 1
    again = mara.post("/drafts/1/approve", headers={"accept": "application/json"}, **seen)
    assert again.status_code == 409
    assert again.json()["refused"]["message"] == "This draft was already approved by you."


def test_the_hold_is_told_before_the_decision(site: Site) -> None:
    page = site.visitor("mara").get("/drafts/1").text
    assert '<b data-leaves="' in page
    assert ">10:42</b>" in page
    assert field_of(page, "version") == "1"


def test_before_the_first_draft_the_queue_says_what_makes_one(empty_site: Site) -> None:
    with write(empty_site.services.engine) as connection:
        connection.execute(insert(users).values(id="mara", name="Mara", role="reviewer", made_at=NOON, preferences={}))
    page = empty_site.visitor("mara").get("/queue").text
    assert "nothing was written yet" in page
    assert 'href="/sources/import"' in page
