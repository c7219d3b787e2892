"""Every code has its section in docs/lint.md, and the examples there are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.lint_texts import text_of

from campaigns.story.fields import FIELDS
from campaigns.story.filters import FILTERS
from campaigns.story.lint import CODES, lint_story
from campaigns.story.syntax import OPENING_TAGS

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = re.compile(r"^- (bad|good)(, German)? \(`(\w+)`(?:, (\w+))?\): `(.*)`$", re.MULTILINE)
ONLY_PROSE = {"EVD002", "PRIVATE001", "LEVEL001", "LEN001"}


def sections() -> dict[str, str]:
    parts = re.split(r"^## (\w+\d{3})\b.*$", (DOCS / "lint.md").read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


EXAMPLES = [(code, *found) for code, text in sections().items() for found in EXAMPLE.findall(text)]


def test_each_code_has_one_section() -> None:
    assert set(sections()) == set(CODES)


def test_each_section_has_good_and_bad_in_both_languages() -> None:
    for code in set(CODES) - ONLY_PROSE:
        kinds = {(verdict, german) for found, verdict, german, *_ in EXAMPLES if found == code}
        assert kinds == {(verdict, german) for verdict in ("bad", "good") for german in ("", ", German")}, code


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: "-".join(example[:3]).replace(", ", ""))
def test_the_examples_are_true(example: tuple[str, str, str, str, str, str]) -> None:
    code, verdict, german, part, event, text = example
    entry = {"lang": "de" if german else "en", part: text, "event": event or "funding"}
    if part == "head" and text.startswith("event:"):
        entry = {"lang": "en", "event": text.removeprefix("event: ")}
    if event:
        entry["promise"] = ""
    found = {one.code for one in lint_story(text_of(entry))}

    if verdict == "bad":
        assert code in found
    else:
        assert found == set()


def test_the_page_on_stories_names_every_field_filter_and_tag() -> None:
    page = (DOCS / "stories.md").read_text("utf-8")

    for word in [*FIELDS, *FILTERS, *OPENING_TAGS]:
        assert f"`{word}`" in page, word
