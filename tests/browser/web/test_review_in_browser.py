"""A reader at the keyboard: what each key does, and where it does nothing."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect
from sqlalchemy import Engine, select
from support.reviewing import ready, snapshot, state
from support.web import Site, shown_on

from overture.db.engine import read, write
from overture.db.tables import drafts, handoffs, sessions


def end_all_sessions(engine: Engine) -> None:
    with write(engine) as connection:
        connection.execute(sessions.delete())


def test_approve_undo_approve_again(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    expect(page.locator(".toast").last).to_contain_text("Approved: Acme Robotics. Leaves at 10:42.")
    assert state(filled, 1) == "approved"
    page.keyboard.press("z")
    expect(page.locator("h1")).to_have_text("Acme Robotics")
    assert state(filled, 1) == "pending"
    ready(page)
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert state(filled, 1) == "approved"
    with read(filled) as connection:
        held = connection.scalars(select(handoffs.c.state).where(handoffs.c.draft_id == 1)).all()
    assert sorted(held) == ["cancelled", "held"]


def test_after_a_decision_the_focus_and_the_voice_are_on_the_next(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    waiting = page.locator(".rail [data-waiting]").inner_text().split()[0]
    ready(page)
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("#status")).to_contain_text("Next: Brightmoor Health")
    expect(page.locator("#progress b")).to_have_text(f"1 of {waiting}")
    expect(page.locator('.side [data-row="1"]')).to_have_count(0)
    assert "/drafts/2" in page.url


def test_after_a_decision_the_counts_and_the_foot_know_of_it(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    waiting = int(page.locator(".rail [data-waiting]").inner_text().split()[0])
    ready(page)
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    expect(page.locator(".foot .end")).to_contain_text("approved Acme Robotics")
    expect(page.locator(".rail [data-waiting]")).to_contain_text(str(waiting - 1))


def test_a_lost_connection_is_said_until_it_is_back(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    expect(page.locator("#offline")).to_be_hidden()
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_contain_text("No connection. What you have typed stays here")
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden()


def test_words_typed_just_before_a_reload_are_kept(open_page: Any) -> None:
    page = open_page("/drafts/1/edit?tab=mine")
    page.locator("#subject").fill("A subject of Mara")
    page.reload()
    expect(page.locator("#subject")).to_have_value("A subject of Mara")
    expect(page.locator("#kept")).to_have_text("Your unsaved words are back.")


def test_an_undone_toast_is_gone(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    page.keyboard.press("z")
    expect(page.locator("h1")).to_have_text("Acme Robotics")
    expect(page.locator(".toast")).to_have_count(1)
    expect(page.locator(".toast")).to_contain_text("Pulled back.")


def test_what_was_done_to_several_is_one_step_back(open_page: Any, filled: Engine) -> None:
    page = open_page("/queue?tab=mine")
    before = snapshot(filled)
    for place in range(3):
        page.locator("input[name=chosen]").nth(place).check()
    page.locator("[data-menu=bulk_snooze] summary").click()
    page.locator("[data-menu=bulk_snooze] button").first.click()
    expect(page.locator(".toast")).to_contain_text("3 snoozed.")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("3 taken back.")
    assert [row[:2] for row in snapshot(filled)] == [row[:2] for row in before]


def test_a_blocked_draft_promises_no_departure(open_page: Any) -> None:
    page = open_page("/drafts/6?tab=blocked")
    expect(page.locator(".decide")).to_contain_text("Approve: unbound claim")
    expect(page.locator(".decide")).not_to_contain_text("Once approved")
    expect(page.locator("main")).not_to_contain_text("you can approve")


# The second press, in the very moment in which the next draft has come: however slow the machine, it is too early.
DOUBLED = """new MutationObserver((_, watch) => {
    if (document.querySelector("h1").textContent.trim() !== "Brightmoor Health") return;
    watch.disconnect();
    document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "a", bubbles: true, cancelable: true}));
    document.documentElement.classList.add("doubled");
}).observe(document.body, {childList: true, subtree: true, characterData: true})"""


def test_a_doubled_key_approves_nothing_unseen(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    page.evaluate(DOUBLED)
    page.keyboard.press("a")
    expect(page.locator("html.doubled")).to_have_count(1)
    page.wait_for_timeout(300)  # for the answer to a second approval, if one was asked for
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert [state(filled, n) for n in (1, 2)] == ["approved", "pending"]


def test_a_held_key_approves_nothing_unseen(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    for _ in range(6):
        page.keyboard.down("a")  # from the second on, the browser calls it a repeat
    page.keyboard.up("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert [state(filled, n) for n in (1, 2, 4)] == ["approved", "pending", "pending"]


def test_reject_with_a_digit_says_what_the_system_does(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("r")
    expect(page.locator("details[data-menu=reject] form")).to_be_visible()
    page.keyboard.press("3")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    expect(page.locator(".toast").last).to_contain_text("old news")
    assert state(filled, 1) == "rejected"
    page.keyboard.press("z")
    expect(page.locator("h1")).to_have_text("Acme Robotics")
    assert state(filled, 1) == "pending"


def test_another_reason_asks_for_words_first(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("r")
    page.keyboard.press("0")
    expect(page.locator("#why-not")).to_be_focused()
    assert state(filled, 1) == "pending"
    page.keyboard.type("They moved 3 weeks ago")
    page.keyboard.press("Enter")  # not the first reason of the list
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    with read(filled) as connection:
        assert connection.scalar(select(drafts.c.reason).where(drafts.c.id == 1)) == "other"


def test_snooze_with_a_digit(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("h")
    page.keyboard.press("1")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert state(filled, 1) == "snoozed"


def test_escape_closes_a_menu_and_gives_the_focus_back(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    expect(page.locator("details[data-menu=reject]")).not_to_have_attribute("open", "")
    expect(page.locator("details[data-menu=reject] summary")).to_be_focused()
    page.keyboard.press("Escape")
    page.wait_for_url("**/queue?tab=mine")


def test_claims_and_evidence_lead_to_each_other(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator("#claim-place")).to_have_text("claim 2 of 9")
    expect(page.locator(".why mark.on")).to_have_text("Series B")
    expect(page.locator("#c2")).to_have_class("chip on")
    expect(page.locator("#status")).to_contain_text("Claim 2 of 9: Series B")
    page.keyboard.press("p")
    expect(page.locator("#claim-place")).to_have_text("claim 1 of 9")
    page.locator("#e9").click()
    expect(page.locator("#c9")).to_have_class("chip on")
    expect(page.locator(".letter [data-claim='9']")).to_be_in_viewport()


def test_edit_save_and_approve_by_keys(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("e")
    expect(page.locator("#body")).to_be_focused()
    page.locator("#body").fill("Hello Ines,\n\nA short one.")
    page.locator("#subject").press("Enter")  # saves, as Ctrl S does, and approves nothing
    expect(page.locator(".letter")).to_contain_text("A short one.")
    assert state(filled, 1) == "pending"
    page.keyboard.press("e")
    page.locator("#body").fill("Hello Ines,\n\nShorter.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert state(filled, 1) == "approved"


def test_what_was_typed_survives_leaving(open_page: Any) -> None:
    page = open_page("/drafts/1/edit?tab=mine")
    page.locator("#body").fill("Half a thought")
    page.keyboard.press("Escape")
    expect(page.locator(".letter")).to_be_visible()
    page.keyboard.press("e")
    expect(page.locator("#body")).to_have_value("Half a thought")


def test_what_was_typed_outlasts_the_browser_and_is_nobody_elses(open_page: Any) -> None:
    page = open_page("/drafts/1/edit?tab=mine")
    page.locator("#body").fill("Half a thought")
    expect(page.locator("#kept")).to_have_text("Kept, for you alone.")
    page.context.close()
    again = open_page("/drafts/1/edit?tab=mine")
    expect(again.locator("#body")).to_have_value("Half a thought")
    with again.expect_navigation():
        again.get_by_role("button", name="Begin with what stands instead").click()
    expect(again.locator("#body")).not_to_have_value("Half a thought")


def test_words_typed_after_the_session_ended_are_there_after_signing_in(
    open_page: Any, site: Site, filled: Engine
) -> None:
    page = open_page("/drafts/1/edit?tab=mine")
    end_all_sessions(filled)
    page.locator("#body").fill("Hello Ines,\n\nTyped too late.")
    page.keyboard.press("Control+s")
    way = page.get_by_role("link", name="Sign in")
    expect(way).to_have_attribute("href", "/login?next=/drafts/1/edit%3Ftab%3Dmine")
    page.context.add_cookies([{"name": "overture", "value": site.token_for("mara"), "url": site.address}])
    way.click()  # signed in by now, so that it leads on at once
    expect(page.locator("#body")).to_have_value("Hello Ines,\n\nTyped too late.")
    page.keyboard.press("Control+s")
    expect(page.locator(".letter")).to_contain_text("Typed too late.")


def test_an_undo_that_was_not_heard_can_be_asked_for_again(open_page: Any, site: Site, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    page.route("**/drafts/1/undo", lambda route: route.abort("internetdisconnected"))
    page.keyboard.press("z")
    expect(page.locator(".toast").last).to_contain_text("Nothing was taken back; try again.")
    page.unroute("**/drafts/1/undo")
    end_all_sessions(filled)
    page.keyboard.press("z")
    page.wait_for_url("**/login?next=**")
    page.context.add_cookies([{"name": "overture", "value": site.token_for("mara"), "url": site.address}])
    page.goto("/queue?tab=mine")
    page.keyboard.press("z")
    expect(page.locator("h1")).to_have_text("Acme Robotics")
    assert state(filled, 1) == "pending"


def test_two_readers_the_second_is_told_and_keeps_the_text(open_page: Any, site: Site, filled: Engine) -> None:
    jonas = open_page("/drafts/1/edit?tab=mine", "jonas")
    jonas.locator("#body").fill("Words that took ten minutes.")
    mara = open_page("/drafts/1?tab=mine")
    ready(mara)
    mara.keyboard.press("a")
    expect(mara.locator("h1")).to_have_text("Brightmoor Health")
    jonas.locator("button[value=approve]").click()
    expect(jonas.locator(".conflict")).to_contain_text("already approved by Mara Lind")
    expect(jonas.locator("[data-unsent]")).to_have_value("Words that took ten minutes.")
    assert state(filled, 1) == "approved"


def test_a_stale_approval_by_key_stays_on_the_page_with_who(open_page: Any, site: Site, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    jonas = site.visitor("jonas")
    jonas.post("/drafts/1/edit", **shown_on(jonas.get("/drafts/1/edit").text), subject="New", body="New text.")
    ready(page)
    page.keyboard.press("a")
    expect(page.locator(".conflict")).to_contain_text("version 2 is by Jonas Weber")
    expect(page.locator(".conflict")).to_be_focused()
    assert state(filled, 1) == "pending"
    page.locator(".conflict a").click()
    expect(page.locator(".letter")).to_contain_text("New text.")
