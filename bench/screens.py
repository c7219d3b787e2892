"""Pictures of every page, light and dark, wide and narrow: `python bench/screens.py` writes build/screens/.

With names of pages it takes only these; with `docs` it takes the pictures that README and docs show.
"""

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
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import product

from playwright.sync_api import Browser, Page, sync_playwright
from support.db import create_schema
from support.sample_drafts import fill
from support.web import Hand, Site, services
from support.writing import writing

from overture.db import setup_links, users
from overture.db.audit import Actor
from overture.db.engine import open_engine, write
from overture.db.heartbeats import beat
from overture.jail import ChildJail

PAGES = {
    "queue": "/queue?tab=mine", "draft": "/drafts/1?tab=mine", "draft-blocked": "/drafts/6?tab=blocked",
    "draft-text": "/drafts/1?view=text", "draft-mail": "/drafts/1?view=mail",
    "draft-phone": "/drafts/1?view=phone", "edit": "/drafts/1/edit?tab=mine", "review": "/review", "aside": "/aside",
    "triggers": "/triggers", "trigger": "/triggers/1", "nos": "/nos", "nos-by-rule": "/nos?by=rule",
    "questions": "/questions", "accounts": "/accounts", "account": "/accounts/acc-1", "stories": "/stories",
    "story": "/stories/after-the-round", "audit": "/audit", "settings": "/settings", "api": "/api/v1", "help": "/help",
    "missing": "/nowhere", "empty": "/queue?tab=snoozed", "search": "/search?q=acme",
    "ask": "/ask?q=tie:any+lifecycle:prospect", "ask-mistake": "/ask?q=tie:any+lifecycle:prospec", "heard": "/heard",
    "outcomes": "/outcomes", "promises": "/promises", "cases": "/cases", "recent": "/recent",
    "not-allowed": "/sources/new",
}  # fmt: skip
# The doors: an installation that nobody has set up yet, its one-time link, and one that is in use, after a slip.
DOORS = ("sign-in-first", "setup", "sign-in", "sign-in-wrong")
# What only those see who look after the machine and the people.
ADMIN = {"sources": "/sources", "source-new": "/sources/new", "source-import": "/sources/import",
         "settings-admin": "/settings", "outbox-ops": "/queue?tab=outbox"}  # fmt: skip
# Pages that write files, over a small workspace of their own.
WRITING = {
    "story-edit": "/stories/raised/edit", "story-new": "/stories/new?id=bought&event=acquisition",
    "story-diff": "/stories/raised/diff?a=1&b=1", "campaigns": "/campaigns", "campaign": "/campaigns/money",
    "campaign-tune": "/campaigns/money/edit", "what-if": "/nos/what-if",
}  # fmt: skip
# Settings of the installation, over the same workspace, for an admin.
HOUSE = {"delivery": "/settings/delivery", "do-not-contact": "/settings/do-not-contact", "webhook": "/settings/webhook",
         "config": "/settings/config"}  # fmt: skip
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
        with Site(services(engine, hand)) as site, sync_playwright() as player, _desk(Path(temporary) / "desk") as desk:
            browser = player.chromium.launch(executable_path=binary, args=["--no-sandbox"] if os.geteuid() == 0 else [])
            if wanted == ["docs"]:
                return _for_docs(browser, site, desk)
            for theme in ("light", "dark"):
                for size, box in SIZES.items():
                    _shoot(browser, folder, site, theme, size, box, {k: v for k, v in PAGES.items() if _in(k, wanted)})
                    rest = {k: v for k, v in ADMIN.items() if _in(k, wanted)}
                    _shoot(browser, folder, site, theme, size, box, rest, user="ada")
                    rest = {k: v for k, v in WRITING.items() if _in(k, wanted)}
                    _shoot(browser, folder, desk, theme, size, box, rest, user="ana")
                    rest = {k: v for k, v in HOUSE.items() if _in(k, wanted)}
                    _shoot(browser, folder, desk, theme, size, box, rest, user="ada")
            _shoot_doors(browser, folder, site, [name for name in DOORS if _in(name, wanted)])
            browser.close()
        engine.dispose()
    print(f"pictures are in {folder}")
    return 0


def _for_docs(browser: Browser, site: Site, desk: Site) -> int:
    """The queue, a draft beside its evidence, and the editor as it finds a mistake; without first steps."""
    folder = ROOT / "docs" / "pictures"
    with write(site.services.engine) as connection:
        users.save_preferences(connection, "mara", {"coach": "done"})
    for name, where, user, path, high in (
        ("queue", site, "mara", "/queue?tab=mine", 900), ("draft", site, "mara", "/drafts/1?tab=mine", 1180),
        ("story", desk, "ana", "/stories/raised/edit", 900),
    ):  # fmt: skip
        context = browser.new_context(base_url=where.address, viewport={"width": 1440, "height": high})
        context.add_cookies([{"name": "overture", "value": where.token_for(user), "url": where.address}])
        beat(where.services.engine, role="worker")
        page = context.new_page()
        page.goto(path)
        if name == "story":
            page.locator(".cm-line", has_text="What tends to help").click()
            page.keyboard.press("End")
            page.keyboard.type(" We are amazing: {{ trigger.amout }}.")
            page.locator("#findings .lint-row").first.wait_for()
        page.screenshot(path=folder / f"{name}.png")
        context.close()
    print(f"pictures are in {folder}")
    return 0


def _in(name: str, wanted: list[str]) -> bool:
    return not wanted or name in wanted


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
    browser: Browser, folder: Path, site: Site, theme: str, size: str, box: tuple[int, int], pages: dict[str, str], *,
    user: str = "mara",
) -> None:  # fmt: skip
    page = _page(browser, theme, size, box)
    page.context.add_cookies([{"name": "overture", "value": site.token_for(user), "url": site.address}])
    for name, path in pages.items():
        beat(site.services.engine, role="worker")
        page.goto(f"{site.address}{path}")
        if name in WRITING:  # the editor takes the place of the text field
            page.wait_for_load_state("networkidle")
        _take(page, folder / f"{name}-{theme}-{size}.png", box, whole=size == "390")
    page.context.close()


def _shoot_doors(browser: Browser, folder: Path, site: Site, names: list[str]) -> None:
    """Before anybody can sign in, and after: the sample's people have no passwords until one is given here."""
    engine, now = site.services.engine, site.services.clock()
    with write(engine) as connection:
        link = f"/setup/{setup_links.make_setup_token(connection, now=now)}"
    for name in names:
        if name in ("sign-in", "sign-in-wrong"):
            with write(engine) as connection:
                users.set_password(connection, "mara", "x", by=Actor("cli", "cli"), now=now)
        for theme, (size, box) in product(("light", "dark"), SIZES.items()):
            page = _page(browser, theme, size, box)
            page.goto(f"{site.address}{link if name == 'setup' else '/login'}")
            if name == "sign-in-wrong":
                page.get_by_label("Login or address").fill("mara")
                page.get_by_label("Password").fill("a wrong one, surely")
                page.get_by_role("button", name="Sign in").click()
                page.get_by_role("alert").wait_for()
            _take(page, folder / f"{name}-{theme}-{size}.png", box, whole=size == "390")
            page.context.close()


def _page(browser: Browser, theme: str, size: str, box: tuple[int, int]) -> Page:
    context = browser.new_context(
        viewport={"width": box[0], "height": box[1]}, color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=1.5 if size == "1440" else 2,
    )  # fmt: skip
    page = context.new_page()
    page.on("console", lambda message: print(f"{size} {theme}: {message.text}") if message.type == "error" else None)
    return page


def _take(page: Page, file: Path, box: tuple[int, int], *, whole: bool) -> None:
    """`whole`: the page in one tall window, so that what sticks to the bottom is at the bottom."""
    if whole:
        high = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": box[0], "height": max(box[1], min(high, 8000))})
    page.screenshot(path=file)
    page.set_viewport_size({"width": box[0], "height": box[1]})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
