"""A story's findings, its telling by beats, and what changed between two of its texts, as pages show them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.good_story import BETTER, GOOD
from support.stories import brief

from campaigns.story.format import Story, load
from campaigns.story.lint import CODES
from campaigns.story.render import render
from campaigns.types import Finding, Rendered
from overture.web.show.cures import cure
from overture.web.show.story_text import beats, heading, line_diff, shown, together


def told(text: str = GOOD) -> Rendered:
    loaded = load(text, "raised.en.j2")
    assert isinstance(loaded, Story)
    rendered = render(loaded, brief())
    assert isinstance(rendered, Rendered)
    return rendered


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_says_why_and_what_mends_it(code: str) -> None:
    found = cure(code)
    assert found.why.endswith(".")
    assert found.cure.endswith(".")


def test_findings_stand_by_line_errors_first() -> None:
    given = [Finding("TONE001", "warn", "big", line=9), Finding("EVD001", "error", "bare", line=9, column=4),
             Finding("LEN001", "warn", "long", line=2)]  # fmt: skip
    assert [one.code for one in shown(given)] == ["LEN001", "EVD001", "TONE001"]


def test_a_field_that_was_probably_meant_can_be_put_in() -> None:
    (found,) = shown([Finding("TPL002", "error", 'trigger.amout is not a field; did you mean "trigger.amount"?')])
    assert (found.wrong, found.right) == ("trigger.amout", "trigger.amount")
    (found,) = shown([Finding("TPL002", "error", 'requires: case.wo is not a field; did you mean "case.who"?')])
    assert (found.wrong, found.right) == ("case.wo", "case.who")


def test_what_the_text_says_already_is_not_said_again_of_the_telling() -> None:
    text, here = Finding("TONE001", "warn", "big", line=9), Finding("LEN001", "warn", "long", line=1)
    assert [(one.code, one.here) for one in together([text], [text, here])] == [("TONE001", False), ("LEN001", True)]


def test_a_figure_is_the_one_of_the_telling_that_is_shown() -> None:
    text = [Finding("SELF001", "warn", "self-focus 0.56", line=9), Finding("TONE001", "warn", "big", line=9)]
    here = [replace(text[0], message="self-focus 0.42"), replace(text[1], message="bigger")]
    assert [(one.message, one.here) for one in together(text, here)] == [("self-focus 0.42", False), ("big", False)]


def test_a_telling_is_shown_beat_by_beat_with_every_word() -> None:
    rendered = told()
    found = beats(rendered)
    assert [beat.name for beat in found] == ["moment", "problem", "journey", "setback", "ask"]
    words = "".join(piece.text for beat in found for run in beat.paragraphs for piece in run)
    assert "".join(words.split()) == "".join(rendered.body.split())
    assert [piece.text for piece in found[0].paragraphs[0] if piece.bound][:2] == ["Ines", "The Post"]
    assert "".join(piece.text for piece in heading(rendered)) == rendered.subject


def test_a_finding_marks_its_words_only() -> None:
    rendered = told()
    at = rendered.body.index("new money")
    marked = replace(rendered, findings=(Finding("EVD001", "error", "bare", start=at, end=at + 9),))
    pieces = [piece for beat in beats(marked) for run in beat.paragraphs for piece in run]
    assert [piece.text for piece in pieces if piece.finding == "error"] == ["new money"]


def test_a_difference_shows_the_changed_words_and_little_around() -> None:
    lines = line_diff(GOOD, BETTER)
    assert [line.kind for line in lines] == [
        "skip",
        "same",
        "same",
        "same",
        "del",
        "ins",
        "same",
        "same",
        "same",
        "skip",
    ]
    (new,) = (line for line in lines if line.kind == "ins")
    assert [run.text.strip() for run in new.runs if run.kind == "ins"] == ["found"]
    assert (new.old, new.new) == (None, 10)


def test_the_same_text_has_no_difference_but_the_note_that_all_is_the_same() -> None:
    assert [line.kind for line in line_diff(GOOD, GOOD)] == ["skip"]
    assert line_diff("", "") == ()


def test_lines_that_came_and_went_are_counted_on_their_side() -> None:
    lines = line_diff("one\ntwo\n", "one\n")
    assert [(line.kind, line.old, line.new) for line in lines] == [("same", 1, 1), ("del", 2, None)]
