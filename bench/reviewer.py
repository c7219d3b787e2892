"""A scripted reviewer of 100 drafts: `python bench/reviewer.py` prints the seconds of server and page for each draft.

It opens the evidence of every claim, one key each, and then approves, rejects, snoozes or edits, by keys alone, in a
real browser over 50,000 drafts. The pause after a draft has changed, in which a held key decides nothing, is waited
for and told apart.
"""

# ruff: noqa: E402 - imports after the path is set
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The folder of this script holds names of the standard library, so it leaves the path before anything is imported.
sys.path[0:1] = [str(ROOT), str(ROOT / "tests")]

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page, Request, sync_playwright
from support.chromium import ARGUMENTS, chromium_path
from support.db import create_schema
from support.sample_drafts import fill
from support.web import NOON, Hand, Site, services

from bench.web_queue import MANY, grow
from overture.db.engine import open_engine

DRAFTS = 100
MIX = ("approve", "approve", "reject", "approve", "edit", "approve", "snooze", "approve", "reject", "approve")
QUIET = 0.3
# From the key to the frame in which another draft stands there.
WATCH = """
  addEventListener("keydown", () => { window.pressed = performance.now(); }, true);
  addEventListener("submit", () => { window.pressed ??= performance.now(); }, true);
  addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
    const draft = document.querySelector(".review[data-draft]")?.dataset.draft;
    if (draft === window.shown) return;
    window.shown = draft;
    const since = window.pressed;
    requestAnimationFrame(() => { window.took = performance.now() - since; });
  }).observe(document.documentElement, { childList: true, subtree: true }));
"""


@dataclass
class Times:
    """Milliseconds, one entry for each draft or request."""

    swap: list[float] = field(default_factory=list)  # key to the next draft, of decisions in place
    decision: list[float] = field(default_factory=list)  # the POST, as the browser waited for it
    ahead: list[float] = field(default_factory=list)  # every other request, in the background
    evidence: list[float] = field(default_factory=list)  # one key to its evidence on the screen
    acts: dict[str, int] = field(default_factory=dict)


def review(page: Page, times: Times) -> None:
    page.on("requestfinished", lambda request: _note(request, times))
    page.goto("/drafts/1?tab=mine")
    for number in range(DRAFTS):
        shown = time.perf_counter()
        claims = page.locator(".letter .chip").count()
        for _ in range(claims):
            began = time.perf_counter()
            page.keyboard.press("n")
            times.evidence.append((time.perf_counter() - began) * 1000)
        page.wait_for_timeout(max(0.0, QUIET + 0.02 - (time.perf_counter() - shown)) * 1000)
        _decide(page, _choice(page, MIX[number % len(MIX)]), times)


def _choice(page: Page, wanted: str) -> str:
    """What is blocked cannot be approved."""
    return "reject" if wanted == "approve" and page.locator("[data-act=approve-off]").count() else wanted


def _decide(page: Page, act: str, times: Times) -> None:
    draft = page.locator(".review").get_attribute("data-draft")
    times.acts[act] = times.acts.get(act, 0) + 1
    if act == "edit":
        page.keyboard.press("e")
        page.locator("form[data-editor]").wait_for()
        page.locator("#body").press_sequentially(" ")
        page.keyboard.press("Control+End")
        page.keyboard.type("\n\nWarm regards")
        page.keyboard.press("Control+Enter")
        page.wait_for_url(lambda url: f"/drafts/{draft}" not in url)
        return
    for key in {"approve": "a", "reject": "r3", "snooze": "h1"}[act]:
        page.keyboard.press(key)
    page.locator(f".review:not([data-draft='{draft}'])").wait_for()
    page.locator("body").evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    times.swap.append(page.evaluate("window.took"))


def _note(request: Request, times: Times) -> None:
    timing = request.timing
    took = timing["responseEnd"] - timing["requestStart"]
    decided = request.method == "POST" and request.url.rsplit("/", 1)[-1] in ("approve", "reject", "snooze", "edit")
    if "/static/" not in request.url and took >= 0:
        (times.decision if decided else times.ahead).append(took)


@contextmanager
def desk(many: int) -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/bench.db")
        create_schema(engine)
        fill(engine, now=NOON)
        grow(engine, many)
        with Site(services(engine, Hand())) as site:
            yield site
        engine.dispose()


def main() -> int:
    binary, times = chromium_path(), Times()
    if binary is None:
        print("no Chromium was found on PATH", file=sys.stderr)
        return 3
    many = int(os.environ.get("OVERTURE_BENCH_DRAFTS", MANY))
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with desk(many) as site, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=binary, args=[*ARGUMENTS, *root])
        context = browser.new_context(base_url=site.address, viewport={"width": 1440, "height": 960})
        context.add_cookies([{"name": "overture", "value": site.token_for("mara"), "url": site.address}])
        page = context.new_page()
        page.add_init_script(WATCH)
        began = time.perf_counter()
        review(page, times)
        whole = time.perf_counter() - began
        browser.close()
    _say(times, whole, many)
    return 0


def _say(times: Times, whole: float, many: int) -> None:
    print(f"{DRAFTS} of {many:,} drafts decided in {whole:.1f} s: {times.acts}")
    print(f"{len(times.evidence)} claims opened; {whole / DRAFTS:.2f} s a draft, {QUIET:.1f} s of it the quiet pause")
    named = {
        "a claim's key": times.evidence, "key to next draft": times.swap, "POST a decision": times.decision,
        "requests behind": times.ahead,
    }  # fmt: skip
    for name, taken in named.items():
        slow = sorted(taken)[int(len(taken) * 0.95)]
        print(f"{name:18} p50 {statistics.median(taken):6.1f}   p95 {slow:6.1f} ms   {sum(taken) / 1000:6.2f} s in all")


if __name__ == "__main__":
    sys.exit(main())
