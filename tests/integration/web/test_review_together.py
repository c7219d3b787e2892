"""Several readers and one draft, by plain requests: presence, the editing lease, news, undo of what is no decision."""

from __future__ import annotations

import asyncio
import html
import json
import re
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, distinct, func, select, update
from support.sample_drafts import KEYS
from support.web import Hand, Site, field_of, services, shown_on

from overture.db.engine import read, write
from overture.db.outbox import ReleasePolicy, release_due
from overture.db.tables import contacts, drafts, entries, handoffs, looks, suppressions, triggers, users
from overture.handoff.eml import EmlFolder
from overture.web.auth.passwords import Passwords
from overture.web.deps import Parts
from overture.web.live import MOST_EACH, Live
from overture.web.pages import Pages
from overture.web.static_files import StaticFiles
from triggers.limits import Limits

JSON = {"accept": "application/json"}


def row(engine: Engine, draft_id: int) -> Any:
    with read(engine) as connection:
        return connection.execute(select(drafts).where(drafts.c.id == draft_id)).one()


# --- who is here --------------------------------------------------------------------------------------------------


def test_a_draft_says_who_else_has_it_open(site: Site) -> None:
    site.visitor("jonas").get("/drafts/1")
    mara = site.visitor("mara")
    assert "Jonas Weber is reading" in mara.get("/drafts/1").text
    assert "Jonas Weber is reading this" in mara.get("/queue?tab=mine").text
    assert "Mara Lind is reading" not in mara.get("/drafts/1").text


def test_a_draft_that_is_being_edited_is_read_and_can_be_taken_over(site: Site) -> None:
    jonas, mara = site.visitor("jonas"), site.visitor("mara")
    assert 'data-editor="1.1.jonas"' in jonas.get("/drafts/1/edit").text
    page = mara.get("/drafts/1/edit").text
    assert "Jonas Weber is editing" in page
    assert "data-editor" not in page
    answer = mara.post("/drafts/1/here", doing="editing", take="yes")
    assert answer.headers["location"].startswith("/drafts/1/edit")
    assert 'data-editor="1.1.mara"' in mara.get("/drafts/1/edit").text
    assert "Mara Lind is editing" in jonas.get("/drafts/1").text


def test_the_lease_binds_nobody_and_loses_no_words(site: Site, filled: Engine) -> None:
    jonas, mara = site.visitor("jonas"), site.visitor("mara")
    seen = shown_on(jonas.get("/drafts/1/edit").text)
    mara.act(1, "edit", subject="Mara's", body="Mara was quick.")
    answer = jonas.post("/drafts/1/edit", **seen, subject="Jonas's", body="Jonas's own careful words.")
    assert answer.status_code == 409
    assert "Jonas&#39;s own careful words." in answer.text
    assert row(filled, 1).version == 2


def test_who_leaves_is_no_longer_there(site: Site) -> None:
    jonas, mara = site.visitor("jonas"), site.visitor("mara")
    jonas.get("/drafts/1")
    assert jonas.post("/drafts/1/here", left="yes").status_code == 204
    told = mara.post("/drafts/1/here", headers=JSON).json() if mara.get("/drafts/1") else {}
    assert told["others"] == []
    assert told["draft"] == {"id": 1, "version": 1, "state": "pending", "by": None}


# --- news ---------------------------------------------------------------------------------------------------------


def live(engine: Engine, **options: Any) -> Live:
    given = services(engine, Hand())
    return Live(Parts(given, Pages(given, StaticFiles()), Passwords(given.settings)), **options)


def test_a_stream_tells_counts_people_and_what_became_of_the_draft(site: Site, filled: Engine) -> None:
    async def two() -> list[dict[str, Any]]:
        source = live(filled)
        events = source.events("mara", 1)
        first = await anext(events)
        site.visitor("jonas").act(1, "approve")
        second = await anext(events)
        await events.aclose()
        assert source.streams == 0
        return [json.loads(str(one["data"])) for one in (first, second)]

    before, after = asyncio.run(two())
    assert (before["tabs"]["outbox"], after["tabs"]["outbox"]) == (0, 1)
    assert after["waiting"] == before["waiting"] - 1
    assert after["draft"] == {"id": 1, "version": 1, "state": "approved", "by": "Jonas Weber"}


def test_a_page_that_has_just_come_is_told_nothing_older_than_itself(site: Site, filled: Engine) -> None:
    async def two() -> list[dict[str, Any]]:
        told, source = [], live(filled, clock=lambda: 1.0)  # both streams begin within the time of one look
        for _ in range(2):
            events = source.events("mara", None)
            told.append(json.loads(str((await anext(events))["data"])))
            await events.aclose()
            site.visitor("jonas").act(1, "approve")
        return told

    before, after = asyncio.run(two())
    assert after["waiting"] == before["waiting"] - 1


def test_streams_are_few_and_end_by_themselves(filled: Engine) -> None:
    source = live(filled, life=0.0)

    async def none() -> list[Any]:
        return [event async for event in source.events("mara", None)]

    assert asyncio.run(none()) == []
    places = [source.place("mara") for _ in range(MOST_EACH)]
    for place in places:
        assert place.__enter__()
    assert not source.has_place("mara")
    assert source.has_place("jonas")
    with source.place("mara") as free:
        assert not free
    for place in places:
        place.__exit__(None, None, None)
    assert source.streams == 0


def test_a_stream_is_only_for_who_listens_and_is_signed_in(site: Site) -> None:
    assert site.visitor("mara").get("/queue/live").status_code == 204
    assert site.visitor().get("/queue/live", accept="text/event-stream").status_code in (303, 401)
    mara = site.visitor("mara")
    with mara.http.stream("GET", "/queue/live?draft=1", headers={"accept": "text/event-stream"}) as answer:
        lines = answer.iter_lines()
        assert next(lines) == "event: news"
        assert json.loads(next(lines).removeprefix("data: "))["tabs"]["mine"] == 27


# --- another draft instead ----------------------------------------------------------------------------------------


def test_use_this_instead_asks_for_a_draft_to_the_runner_up(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    with read(filled) as connection:
        trigger = row(filled, 1).trigger_id
        assert connection.scalar(select(triggers.c.state).where(triggers.c.id == trigger)) == "asked"
    assert "Use this instead" in mara.get("/drafts/1").text
    assert mara.act(1, "reject", reason="wrong_company", instead="globex").status_code == 303
    assert (row(filled, 1).state, row(filled, 1).wanted) == ("rejected", "globex")
    with read(filled) as connection:
        assert connection.scalar(select(triggers.c.state).where(triggers.c.id == trigger)) == "due"


def test_a_story_that_is_not_there_cannot_be_asked_for(site: Site, filled: Engine) -> None:
    assert site.visitor("mara").act(1, "reject", reason="wrong_story", instead="no-such-story").status_code == 422
    assert row(filled, 1).state == "pending"


def test_do_not_contact_can_hold_for_a_whole_domain(site: Site, filled: Engine) -> None:
    site.visitor("mara").act(1, "reject", reason="do_not_contact", scope="domain")
    with read(filled) as connection:
        kinds = connection.scalars(select(suppressions.c.kind).where(suppressions.c.origin == "reject")).all()
    assert sorted(kinds) == ["address", "domain"]


def test_several_are_sent_back_for_another_story(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/queue")
    chosen = [f"{n}.1.{row(filled, n).content_hash}" for n in (1, 2)]
    page = mara.sent("/queue/bulk", act="story", story="day-one", chosen=chosen)
    assert "2 sent back for another story." in page
    assert {(row(filled, n).reason, row(filled, n).wanted) for n in (1, 2)} == {("wrong_story", "day-one")}


def test_all_that_a_filter_finds_can_be_snoozed_and_never_approved(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/queue?tab=mine&q=story:day-one")
    where = "tab=mine&q=story:day-one"
    found = mara.sent("/queue/bulk", act="approve", every="yes", where=where)
    assert "0 approved." in found
    with read(filled) as connection:
        those = (drafts.c.story_id == "day-one") & (drafts.c.assignee == "mara") & (drafts.c.state == "pending")
        many = len(connection.scalars(select(drafts.c.id).where(those)).all())
    assert f"{many} snoozed." in mara.sent("/queue/bulk", act="snooze", snooze="1", every="yes", where=where)


def test_one_undo_takes_back_more_than_a_page_holds(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.act(1, "snooze", until="1")
    mara.get("/queue")
    more_than_a_page = [f"{n}.0.-" for n in (*range(9_001, 9_060), 1)]
    assert "1 taken back, 59 skipped" in mara.sent("/queue/bulk", act="undo", chosen=more_than_a_page)
    assert row(filled, 1).state == "pending"


# --- undo of what is no decision ----------------------------------------------------------------------------------


def test_an_edit_and_an_assignment_are_undone_where_they_were_made(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    answer = mara.act(2, "edit", subject="Short", body="A better text.")
    page = mara.get(answer.headers["location"]).text
    assert "Saved: Brightmoor Health has a new version." in page
    assert 'name="of" value="note"' in page
    mara.act(2, "assign", to="jonas")
    assert row(filled, 2).assignee == "jonas"
    assert mara.post("/drafts/2/undo", headers=JSON, of="note").json()["said"] == "With mara again, as before."
    assert mara.post("/drafts/2/undo", headers=JSON, of="note").json()["said"].startswith("Your edit is taken back")
    assert (row(filled, 2).assignee, row(filled, 2).version) == ("mara", 3)
    assert "A better text." not in mara.get("/drafts/2").text


def test_several_assignments_are_one_step_back(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/queue")
    chosen = [f"{n}.1.{row(filled, n).content_hash}" for n in (1, 2)]
    page = mara.sent("/queue/bulk", act="assign", to="jonas", chosen=chosen)
    assert "2 assigned." in page
    assert 'value="undo_note"' in page
    mara.post("/queue/bulk", act="undo_note", chosen=["1.0.-", "2.0.-"])
    assert {row(filled, n).assignee for n in (1, 2)} == {"mara"}


# --- the message, the groups, the pages behind --------------------------------------------------------------------


def test_the_message_can_be_read_with_its_headers_and_saved(site: Site) -> None:
    mara = site.visitor("mara")
    assert "Message-ID:" in mara.get("/drafts/1?view=source").text
    answer = mara.get("/drafts/1/message.eml")
    assert answer.headers["content-disposition"] == 'attachment; filename="draft-1.eml"'
    assert "preview-1@" in message_from_bytes(answer.content)["Message-ID"]
    mara.act(1, "approve")
    approved = message_from_bytes(mara.get("/drafts/1/message.eml").content)
    assert "preview" not in approved["Message-ID"]
    assert approved["To"].startswith("Ines Albers")


def test_a_mail_program_is_shown_in_a_frame_that_can_do_nothing(site: Site) -> None:
    mara = site.visitor("mara")
    page = mara.get("/drafts/1?view=phone").text
    assert '<iframe class="mail narrow" src="/drafts/1/mail?phone=1" sandbox' in page
    answer = mara.get("/drafts/1/mail?phone=1")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'; ")
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    text = message_from_bytes(mara.get("/drafts/1/message.eml").content).get_payload(decode=True)
    assert isinstance(text, bytes)
    shown = re.search(r"<pre>(.*?)</pre>", answer.text, re.DOTALL)
    assert shown is not None
    assert html.unescape(shown[1]) == text.decode().replace("\r\n", "\n").strip()


def test_where_no_message_can_be_built_the_frame_says_why(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        connection.execute(update(contacts).where(contacts.c.id == "con-1").values(email=None))
    assert "There is no message to show" in site.visitor("mara").get("/drafts/1/mail").text


def test_the_list_stands_in_groups(site: Site) -> None:
    page = site.visitor("mara").get("/queue?tab=mine&group=story").text
    assert page.count('scope="rowgroup"') > 3
    assert '<option value="story" selected>' in page
    assert 'scope="rowgroup"' not in site.visitor("mara").get("/queue?tab=mine").text


def test_drafts_of_one_event_stand_together_and_events_of_one_name_do_not(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        connection.execute(update(triggers).values(kind="funding", facts={"round": "B"}, company="Acme"))
        connection.execute(update(drafts).values(state="rejected"))
        connection.execute(update(drafts).where(drafts.c.id.in_((1, 2, 3))).values(trigger_id=1))
        many = connection.scalar(select(func.count(distinct(drafts.c.trigger_id)))) or 0
    mara = site.visitor("mara")
    assert mara.get("/queue?tab=decided&group=kind").text.count('scope="rowgroup"') == 1
    page = mara.get("/queue?tab=decided&group=event").text
    assert page.count('scope="rowgroup"') == many
    assert "Acme: Series B," in page
    assert re.search(r">Acme: Series B, [^<]+</span> <span class=.muted.>3 drafts<", page)


def test_looks_are_counted_and_shown(site: Site, filled: Engine, hand: Hand) -> None:
    mara = site.visitor("mara")
    mara.get("/drafts/1")
    hand.turn(seconds=12)
    mara.act(1, "approve", sighted=4, claims=9)
    with read(filled) as connection:
        look = connection.execute(select(looks).where(looks.c.draft_id == 1)).one()
    assert (look.decision, look.sighted, look.claims, (look.decided_at - look.began_at).seconds) == (
        "approved",
        4,
        9,
        12,
    )
    page = mara.get("/review").text
    assert "Mara Lind" in page
    assert "12 s" in page
    assert "44 %" in page


def test_the_third_time_is_said_and_listed(site: Site) -> None:
    mara = site.visitor("mara")
    said = ""
    for draft in (1, 4, 8):
        seen = shown_on(mara.get(f"/drafts/{draft}").text)
        said = mara.post(f"/drafts/{draft}/reject", headers=JSON, **seen, reason="old_news").json()["said"]
    assert "has heard this 3 times in seven days." in said
    assert "old news, 3 times in seven days." in mara.get("/review").text


def test_what_was_set_aside_is_announced_and_tried_again(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        aside = {"state": "set_aside", "attempts": 10, "last_error": "the <b>parser</b> gave up"}
        connection.execute(update(entries).where(entries.c.id == 1).values(aside))
    otto = site.visitor("otto")
    assert "1 row of the line broke again and again" in otto.get("/queue").text
    assert "the &lt;b&gt;parser&lt;/b&gt; gave up" in otto.get("/aside").text
    assert otto.post("/aside/retry", kind="entry", id=1).headers["location"] == "/aside?again=1"
    with read(filled) as connection:
        assert connection.scalar(select(entries.c.state).where(entries.c.id == 1)) == "new"


def test_a_newcomer_sees_the_first_steps_until_they_are_put_away(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    assert "Open the first draft" in mara.get("/queue").text
    assert mara.post("/settings/coach", step="done", next="/queue").headers["location"] == "/queue"
    assert "Open the first draft" not in mara.get("/queue").text
    assert mara.post("/settings/coach", step="whatever").status_code == 422
    with read(filled) as connection:
        assert connection.scalar(select(users.c.preferences).where(users.c.id == "mara")) == {"coach": "done"}


def test_the_palette_finds_drafts_accounts_and_events(site: Site) -> None:
    found = site.visitor("mara").http.get("/search?q=acme", headers=JSON).json()["found"]
    assert {"account", "trigger"} <= {one["kind"] for one in found}
    assert any(one["to"] == "/drafts/1" for one in found)


@pytest.mark.parametrize("tie", ["", "entry:1:summary:0:99999 words", "nonsense", "entry:x:summary:0:4 words"])
def test_a_span_that_is_not_there_changes_nothing(site: Site, filled: Engine, tie: str) -> None:
    body = field_of(site.visitor("mara").get("/drafts/6/edit").text, "subject")
    answer = site.visitor("mara").act(6, "edit", subject=body, body="Other words.", tie=tie)
    assert answer.status_code == (422 if tie.startswith("entry") else 303)


# --- the outbox by hand -------------------------------------------------------------------------------------------


def test_a_message_may_go_before_its_hold_is_over_but_only_once(site: Site, filled: Engine, hand: Hand) -> None:
    mara = site.visitor("mara")
    mara.act(1, "approve")
    assert "Release now" in mara.get("/queue?tab=outbox").text
    assert mara.post("/drafts/1/release").headers["location"] == "/queue?tab=outbox"
    with read(filled) as connection:
        held = connection.execute(select(handoffs).where(handoffs.c.draft_id == 1)).one()
    assert (held.state, held.release_at, held.run_at) == ("held", hand.now, hand.now)
    assert mara.post("/drafts/2/release").status_code == 409
    assert mara.post("/drafts/99999/release").status_code == 404


def test_operators_hold_everything_back_and_reviewers_see_it(site: Site) -> None:
    otto, mara = site.visitor("otto"), site.visitor("mara")
    assert "Pause all" in otto.get("/queue?tab=outbox").text
    otto.post("/outbox/pause", on="yes")
    page = mara.get("/queue?tab=outbox").text
    assert "Everything is held back." in page
    assert "Resume" not in page
    otto.get("/queue?tab=outbox")
    otto.post("/outbox/pause")
    assert "Everything is held back." not in mara.get("/queue?tab=outbox").text


def test_progress_can_be_put_out_of_sight(site: Site) -> None:
    mara = site.visitor("mara")
    assert 'id="progress"' in mara.get("/queue").text
    mara.post("/settings", progress="hidden", next="/queue")
    assert 'id="progress"' not in mara.get("/queue").text
    assert 'id="progress"' not in mara.get("/drafts/1").text


def test_what_keeps_a_message_from_leaving_is_said_with_whose_side_it_is(
    site: Site, filled: Engine, hand: Hand, tmp_path: Path
) -> None:
    mara = site.visitor("mara")
    mara.act(1, "approve")
    hand.turn(minutes=11)
    blocked = tmp_path / "outbox"
    blocked.write_text("a file stands where the folder should be")
    channels = {"eml": EmlFolder(blocked)}
    tried = release_due(filled, now=hand.now, limits=Limits(), keys=KEYS, channels=channels, policy=ReleasePolicy())
    assert tried.held == 1
    mara = site.visitor("mara")
    for page in (mara.get("/queue?tab=outbox").text, mara.get("/drafts/1?tab=outbox").text):
        assert f"our folder {blocked} takes no message: File exists; tried again by itself" in html.unescape(page)
        assert "leaving now" not in page.lower()
