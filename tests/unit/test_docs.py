"""The docs keep up with the product, or a test says which page lags behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from overture.cli.reference import reference

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(page for page in [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])


def test_the_page_of_commands_is_made_from_the_commands() -> None:
    stale = "run: python -m overture.cli.reference > docs/commands.md"
    assert (DOCS / "commands.md").read_text() == reference(), stale


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_in_the_navigation() -> None:
    listed = (ROOT / "mkdocs.yml").read_text()
    pages = {str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")}
    assert [page for page in sorted(pages) if page not in listed] == []


def test_commands_that_pages_show_exist() -> None:
    known = set(re.findall(r"^## overture ([a-z]+(?: [a-z-]+)?)", reference(), re.MULTILINE))
    shown = {
        found
        for page in PAGES
        for found in re.findall(r"^\$ (?:\.venv/bin/)?overture ([a-z]+(?: [a-z]+)?)", page.read_text(), re.MULTILINE)
    }
    assert shown
    assert [words for words in sorted(shown) if words not in known and words.split()[0] not in known] == []
