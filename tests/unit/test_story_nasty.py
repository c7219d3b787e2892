"""Hard cases for a story: each changes what its name says, and every starter story gets through all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.stories import brief, story

import campaigns
from campaigns.story.fields import prefixes
from campaigns.story.format import Story, load
from campaigns.story.nasty import NASTY, nasty
from campaigns.story.render import render
from campaigns.story.sample import full
from campaigns.types import Aborted, Brief, Rendered

STORIES = sorted((Path(campaigns.__file__).parent / "stories").glob("*.j2"))
PLAIN = story("Hello {{ contact.first_name }}.")


def changed(key: str, given: Brief | None = None) -> Brief:
    found = nasty(key)
    assert found is not None
    return found.change(given or brief(), PLAIN)


def test_every_case_has_a_key_of_its_own() -> None:
    assert len({one.key for one in NASTY}) == len(NASTY)
    assert nasty("nothing-such") is None


def test_what_is_taken_away_is_gone_and_nothing_else() -> None:
    silent = changed("no-concern")
    assert brief().values.keys() - silent.values.keys() == {
        "concern.level", "concern.statement", "concern.heard_on", "concern.heard_by",
    }  # fmt: skip
    assert silent.level is None
    assert changed("no-facts").get("trigger.kind") == "funding"
    assert changed("no-facts").get("trigger.amount") is None


def test_what_is_put_in_is_what_stories_print() -> None:
    assert changed("one-name").get("contact.first_name") == "Vogel"
    assert "ü" in str(changed("umlauts").get("account.name"))
    assert len(str(changed("long-name").get("account.name"))) > 80
    assert len(str(changed("long-concern").get("concern.statement"))) > 150


def test_no_concern_is_made_up_where_there_was_none() -> None:
    assert changed("long-concern", changed("no-concern")).get("concern.statement") is None


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_every_starter_story_can_be_told_in_every_hard_case(path: Path) -> None:
    loaded = load(path.read_text(encoding="utf-8"), path.name)
    assert isinstance(loaded, Story)
    for case in NASTY:
        hard = case.change(full(loaded), loaded)
        lacks = [need for need in loaded.requires if not any(need in prefixes(held) for held in hard.values)]
        told = render(loaded, hard)
        assert isinstance(told, Rendered | Aborted) or lacks, (case.key, told)
