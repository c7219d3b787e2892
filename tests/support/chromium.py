"""A real browser for tests: the Chromium of the system, driven by Playwright.

Where there is none, browser tests are skipped and say so loudly; with OVERTURE_TEST_REQUIRE_BROWSER they fail instead.
"""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = f"NO BROWSER: none of {', '.join(NAMES)} is installed, so nothing was looked at"
ARGUMENTS = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


def chromium_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each module: while it is open, its event loop holds the thread, and no other loop may run there."""
    path = chromium_path()
    if path is None:
        if os.environ.get("OVERTURE_TEST_REQUIRE_BROWSER") or os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with warnings.catch_warnings(), sync_playwright() as playwright:
        warnings.simplefilter("ignore", DeprecationWarning)
        running = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *root])
        yield running
        running.close()
