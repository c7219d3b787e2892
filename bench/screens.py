"""Pictures of every page, light and dark, wide and narrow: `python bench/screens.py` writes build/screens/."""

# ruff: noqa: E402 - imports after the path is set
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The folder of this script holds names of the standard library, so it leaves the path before anything is imported.
sys.path[0:1] = [str(ROOT), str(ROOT / "tests")]

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import uvicorn
from playwright.sync_api import Browser, sync_playwright
from support.db import create_schema
from support.sample_drafts import fill
from support.web import Hand, Site, services
from support.writing import writing

from overture.db.engine import open_engine
from overture.jail import ChildJail
from overture.web.app import create_app

PORT = 8719
PAGES = {
    "queue": "/queue?tab=mine", "draft": "/drafts/1?tab=mine", "draft-blocked": "/drafts/6?tab=blocked",
    "draft-text": "/drafts/1?view=text", "edit": "/drafts/1/edit?tab=mine", "triggers": "/triggers",
    "trigger": "/triggers/1", "nos": "/nos", "questions": "/questions", "sources": "/sources",
    "accounts": "/accounts", "account": "/accounts/acc-1", "stories": "/stories", "story": "/stories/after-the-round",
    "campaigns": "/campaigns", "audit": "/audit", "settings": "/settings", "api": "/api/v1", "help": "/help",
    "missing": "/nowhere",
    "empty": "/queue?tab=snoozed", "search": "/search?q=acme", "ask": "/ask?q=tie:any+lifecycle:prospect",
    "ask-mistake": "/ask?q=tie:any+lifecycle:prospec", "heard": "/heard", "promises": "/promises", "cases": "/cases",
    "what-if": "/nos/what-if",
}  # fmt: skip
# Pages that write files, over a small workspace of their own.
WRITING = {
    "story-edit": "/stories/raised/edit", "story-new": "/stories/new?id=bought&event=acquisition",
    "story-diff": "/stories/raised/diff?a=1&b=1", "campaign": "/campaigns/money",
    "campaign-tune": "/campaigns/money/edit",
}  # fmt: skip
SIZES = {"1440": (1440, 960), "390": (390, 844)}


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)


def main(wanted: list[str]) -> int:
    binary = chromium()
    if binary is None:
        print("no Chromium was found on PATH: no pictures", file=sys.stderr)
        return 3
    folder = ROOT / "build" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        engine = open_engine(f"sqlite:///{temporary}/screens.db")
        create_schema(engine)
        fill(engine, now=datetime.now(UTC).replace(microsecond=0))
        hand = Hand(datetime.now(UTC).replace(microsecond=0))
        server = _serve(create_app(services(engine, hand, demo_user="mara")))
        with sync_playwright() as player, _desk(Path(temporary) / "desk") as desk:
            browser = player.chromium.launch(executable_path=binary, args=["--no-sandbox"] if os.geteuid() == 0 else [])
            for theme in ("light", "dark"):
                for size, box in SIZES.items():
                    _shoot(browser, folder, theme, size, box, wanted)
                    _shoot(browser, folder, theme, size, box, wanted, desk=desk)
            browser.close()
        server.should_exit = True
        engine.dispose()
    print(f"pictures are in {folder}")
    return 0


def _serve(app: object) -> uvicorn.Server:
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=PORT, log_level="warning"))  # type: ignore[arg-type]
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return server


@contextmanager
def _desk(folder: Path) -> Iterator[Site]:
    """A site over a workspace that can be written to."""
    folder.mkdir()
    engine = open_engine(f"sqlite:///{folder}/desk.db")
    create_schema(engine)
    with ChildJail() as jail, writing(engine, folder, jail=jail) as found:
        yield found.site
    engine.dispose()


def _shoot(
    browser: Browser, folder: Path, theme: str, size: str, box: tuple[int, int], wanted: list[str], *,
    desk: Site | None = None,
) -> None:  # fmt: skip
    context = browser.new_context(
        viewport={"width": box[0], "height": box[1]}, color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=1.5 if size == "1440" else 2,
    )  # fmt: skip
    page = context.new_page()
    page.on("console", lambda message: print(f"{size} {theme}: {message.text}") if message.type == "error" else None)
    address = desk.address if desk else f"http://127.0.0.1:{PORT}"
    if desk:
        context.add_cookies([{"name": "overture", "value": desk.token_for("ana"), "url": address}])
    for name, path in (WRITING if desk else PAGES).items():
        if not wanted or name in wanted:
            page.goto(f"{address}{path}")
            if desk:  # the editor takes the place of the text field
                page.wait_for_load_state("networkidle")
            page.screenshot(path=folder / f"{name}-{theme}-{size}.png", full_page=size == "390")
    context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
