"""The main act in a real browser, on the running demo: approve, pull back, approve again; one message leaves."""

from __future__ import annotations

import email
import email.policy
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from support.newcomer import follow_marks
from support.running import command, environment, lines, overture, world

PATIENCE = 40.0  # seconds


@dataclass(frozen=True, slots=True)
class Demo:
    folder: Path
    started_in: Path
    address: str

    def messages(self) -> list[Path]:
        return sorted((self.folder / "outbox").glob("*.eml"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """`overture demo` as a user starts it, at any free port; ended with Ctrl-C."""
    folder = tmp_path_factory.mktemp("demo")
    log, started_in = folder / "said.txt", tmp_path_factory.mktemp("home")
    with log.open("w") as said:
        process = subprocess.Popen(
            command("demo", "--dir", str(folder), "--port", "0", "--no-browser"),
            stdout=subprocess.DEVNULL,
            stderr=said,
            cwd=started_in,
            env=environment({"OVERTURE_HOLD_SECONDS": "12"}),
        )
    try:
        yield Demo(folder, started_in, _address(log, process))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text()):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"the demo did not open its pages: {log.read_text()}")


@pytest.fixture
def context(browser: Browser, demo: Demo) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=demo.address, viewport={"width": 1440, "height": 960})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def open_pending(page: Page, demo: Demo, *, last: bool = False) -> int:
    """Open a draft that waits; gives its number."""
    drafts = lines(overture("drafts", "list", "--format", "ndjson", env=world(demo.folder)))
    waiting = [draft["id"] for draft in drafts if draft["state"] == "pending" and not draft["obstacles"]]
    chosen = int(waiting[-1] if last else waiting[0])
    page.goto(f"/drafts/{chosen}")
    return chosen


def state(demo: Demo, draft_id: int) -> str:
    drafts = lines(overture("drafts", "list", "--format", "ndjson", env=world(demo.folder)))
    return str(next(draft["state"] for draft in drafts if draft["id"] == draft_id))


def shown(demo: Demo, draft_id: int) -> dict[str, str]:
    found: dict[str, str] = lines(
        overture("drafts", "show", str(draft_id), "--format", "ndjson", env=world(demo.folder))
    )[0]
    return found


def wait_for_message(demo: Demo, count: int) -> list[Path]:
    end = time.monotonic() + PATIENCE
    while len(demo.messages()) < count and time.monotonic() < end:
        time.sleep(0.1)
    return demo.messages()


def test_the_queue_opens_signed_in_and_shows_drafts(page: Page) -> None:
    page.goto("/queue")
    expect(page).to_have_title(re.compile("Queue"))
    expect(page.get_by_role("link", name=re.compile("Larkfield Robotics")).first).to_be_visible()


def test_doing_what_the_first_steps_say_is_enough_to_approve_a_draft(page: Page) -> None:
    """From the address that the demo opens; `pytest -rP` shows how many seconds each step took."""
    page.goto("/")
    approved = {}
    for step, seconds in follow_marks(page):
        print(f"{step}: {seconds:.1f} s")  # noqa: T201
        approved[step] = len(page.request.get("/api/v1/drafts?state=approved").json()["items"])
        if step == "help":
            break
    assert approved == {"open": 0, "claim": 0, "approve": 1, "undo": 0, "help": 0}


def test_the_steps_after_that_lead_to_a_workspace_of_ones_own(page: Page, demo: Demo) -> None:
    """They tell more than keys, so each is done as it says, beginning with its own link."""
    page.goto("/queue")
    mark = page.locator("#coach li.now")

    def follow(step: str) -> None:
        expect(mark).to_have_attribute("data-coach", step)
        mark.get_by_role("link").click()

    follow("wrong")
    page.wait_for_url("**/queue?**q=Calder")
    page.locator("a.open").click()
    page.wait_for_url("**/drafts/**")
    page.keyboard.press("r")
    page.keyboard.press("1")
    expect(page.locator(".toast").last).to_contain_text("not matched to this account again")
    follow("learned")
    expect(page.locator("main")).to_contain_text("“calder systems” never stands for Calder Systems")
    follow("story")
    expect(page.locator("#findings")).to_contain_text("SELF001")
    page.locator(".cm-line", has_text="We know").click()
    page.keyboard.press("Control+Shift+k")
    expect(page.locator("#findings")).to_contain_text("No findings.")
    follow("keep")
    page.get_by_role("button", name="Keep these settings").click()
    expect(page.locator("[data-kept]")).to_contain_text(str(demo.started_in / "my-workspace"))
    expect(page.locator("#coach")).to_have_count(0)
    checked = overture("check", "--config", str(demo.started_in / "my-workspace"), env=world(demo.folder))
    assert checked.returncode == 0, checked.stdout
    page.goto("/demo")
    page.get_by_role("button", name="Keep these settings").click()
    expect(page.locator(".problem")).to_contain_text("is there already; nothing in it was touched")


def test_approve_pull_back_approve_again_ends_in_one_message_with_the_approved_text(page: Page, demo: Demo) -> None:
    draft_id = open_pending(page, demo)
    page.get_by_role("button", name=re.compile("^Approve")).first.click()
    expect(page.get_by_text(re.compile("Approved"))).not_to_have_count(0)
    assert state(demo, draft_id) == "approved"

    page.keyboard.press("z")
    expect(page.get_by_text(re.compile("Pulled back"))).not_to_have_count(0)
    assert state(demo, draft_id) == "pending"

    page.goto(f"/drafts/{draft_id}")
    page.get_by_role("button", name=re.compile("^Approve")).first.click()
    expect(page.get_by_text(re.compile("Approved"))).not_to_have_count(0)
    text = shown(demo, draft_id)

    messages = wait_for_message(demo, 1)
    assert len(messages) == 1
    message = email.message_from_bytes(messages[0].read_bytes(), policy=email.policy.default)
    assert message["Subject"] == text["subject"]
    body = message.get_content().replace("\r\n", "\n")
    assert body.startswith(text["body"])
    assert "Tidewell" in body.removeprefix(text["body"])
    time.sleep(2)
    assert demo.messages() == messages


def test_an_older_version_is_refused_with_who_and_when_and_the_typed_text_stays(
    context: BrowserContext, demo: Demo
) -> None:
    first, second = context.new_page(), context.new_page()
    draft_id = open_pending(first, demo, last=True)
    for reader in (first, second):
        reader.goto(f"/drafts/{draft_id}/edit")
    body = first.locator("textarea[name=body]")
    body.fill(body.input_value() + "\n\nI read this twice.")
    first.get_by_role("button", name=re.compile("^Save")).first.click()
    first.wait_for_load_state()

    mine = second.locator("textarea[name=body]")
    mine.fill("These words are mine and must not be lost.\n\n" + mine.input_value())
    second.get_by_role("button", name=re.compile("^Save")).first.click()
    expect(second.get_by_text(re.compile("demo", re.IGNORECASE)).first).to_be_visible()
    assert "These words are mine and must not be lost." in second.content()
    assert "I read this twice." in shown(demo, draft_id)["body"]
