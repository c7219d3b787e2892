"""What a press on a field puts into a story: always something that the lint takes."""

from __future__ import annotations

from support.good_story import GOOD

from campaigns.story.fields import FIELDS
from campaigns.story.format import Story, load
from campaigns.story.lint import lint_story
from overture.web.show.story_fields import inserted

_GUARDED = ("TPL001", "TPL002", "TPL003", "TPL004")


def test_every_field_can_be_put_in_without_a_fault_of_the_template() -> None:
    story = load(GOOD, "raised.en.j2")
    assert isinstance(story, Story)
    every = " ".join(inserted(path, story) for path in FIELDS)
    found = lint_story(GOOD.replace("has new money", every), file="raised.en.j2")
    assert [one for one in found if one.code in _GUARDED] == []


def test_what_is_required_needs_no_fallback() -> None:
    story = load(GOOD.replace("event: funding", "event: funding\nrequires: [trigger.round, concern]"), "raised.en.j2")
    assert isinstance(story, Story), story
    assert inserted("trigger.round", story) == "{{ trigger.round }}"
    assert inserted("concern.statement", story) == "{{ concern.statement }}"
    assert inserted("trigger.place", story) == '{{ trigger.place | default("…") }}'
