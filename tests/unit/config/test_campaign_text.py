"""One campaign is cut out of its file and put back without a trace of the scissors."""

from __future__ import annotations

import pytest

from overture.config.block import Block, block_of
from overture.config.campaign_text import rules_of, with_block, with_more, with_values
from overture.config.document import Document, read_document

FILE = """\
# Whom we write to.
campaigns:
  # --- money ---
  - id: b-round   # the good one
    when: {event: funding, round: [B], age: {lte: 21d}}
    fit:
      must:
        # our countries
        - {account.country: [DE, NL]}
    stories: [raised]

  # --- people ---
  - id: new-chair
    when: {event: executive_hire}
    stories: [chair]   # only one
"""


def cut(campaign: str, text: str = FILE) -> Block:
    document = read_document(text.encode(), "campaigns.yaml")
    assert isinstance(document, Document)
    block = block_of(document, text, campaign)
    assert block is not None
    return block


def test_a_block_reads_as_a_file_of_its_own() -> None:
    assert cut("b-round").text == (
        "id: b-round   # the good one\n"
        "when: {event: funding, round: [B], age: {lte: 21d}}\n"
        "fit:\n  must:\n    # our countries\n    - {account.country: [DE, NL]}\n"
        "stories: [raised]\n"
    )


@pytest.mark.parametrize("campaign", ["b-round", "new-chair"])
def test_put_back_unchanged_the_file_is_the_same(campaign: str) -> None:
    block = cut(campaign)
    assert with_block(FILE, block, block.text) == FILE


def test_a_change_leaves_every_other_line_alone() -> None:
    block = cut("b-round")
    after = with_block(FILE, block, block.text.replace("[B]", "[B, C]"))
    assert after == FILE.replace("[B]", "[B, C]")


def test_windows_line_ends_of_a_form_do_not_get_into_the_file() -> None:
    block = cut("b-round")
    assert with_block(FILE, block, block.text.replace("\n", "\r\n")) == FILE


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "campaigns: []\n", "campaigns:\n", "campaigns: []  # none\n", FILE]
)
def test_one_more_stands_at_the_end(text: str) -> None:
    after = with_more(text, "id: new\nwhen:\n  event: ipo\nstories: [x]\n")
    document = read_document(after.encode(), "campaigns.yaml")
    assert isinstance(document, Document)
    assert document.data["campaigns"][-1] == {"id": "new", "when": {"event": "ipo"}, "stories": ["x"]}
    assert len(document.data["campaigns"]) == (3 if text == FILE else 1)
    assert after.startswith(text.split("campaigns:")[0])


def test_campaigns_on_one_line_are_left_to_the_file() -> None:
    text = "campaigns: [{id: a, when: {event: ipo}}, {id: b}]\n"
    document = read_document(text.encode(), "campaigns.yaml")
    assert isinstance(document, Document)
    assert block_of(document, text, "b") is None
    assert block_of(document, text, "nobody") is None


def test_a_problem_is_placed_in_the_text_that_is_shown() -> None:
    document = read_document(FILE.encode(), "campaigns.yaml")
    assert isinstance(document, Document)
    problem = document.problem(("campaigns", 0, "fit", "must", 0, "account.country"), "is odd")
    placed = cut("b-round").placed(problem)
    assert (placed.line, placed.column) == (6, 25)


def test_a_form_changes_what_it_changes_and_keeps_comments() -> None:
    text = cut("b-round").text
    after = with_values(text, {("when", "round"): ["B", "C"], ("caps", "per_day"): 40, ("owner",): None})
    assert "id: b-round   # the good one" in after
    assert "# our countries" in after
    assert "round: [B, C]" in after
    assert "caps: {per_day: 40}" in after


def test_a_form_that_says_the_same_changes_nothing() -> None:
    text = cut("b-round").text
    assert (
        with_values(text, {("when", "event"): ["funding"], ("stories",): ["raised"], ("caps", "per_day"): None}) == text
    )


def test_a_group_that_loses_its_last_key_goes_too() -> None:
    assert with_values("id: a\ncaps: {per_day: 4}\n", {("caps", "per_day"): None}) == "id: a\n"


@pytest.mark.parametrize("text", ["a: [", "- one", ""])
def test_what_is_no_group_of_keys_comes_back_as_it_is(text: str) -> None:
    assert with_values(text, {("owner",): "mara"}) == text


def test_rules_are_one_on_a_line() -> None:
    assert rules_of("account.country: [DE]\n\n{account.employees: {gte: 50}, weight: 2}\n") == [
        {"account.country": ["DE"]},
        {"account.employees": {"gte": 50}, "weight": 2},
    ]
    assert "line 2" in str(rules_of("account.country: [DE]\nnot a rule"))
    assert "line 1" in str(rules_of("account.country: [DE"))


def test_lines_of_other_keys_stay_as_they_are_written() -> None:
    text = (
        "id: a\nfit: {never: [{account.lifecycle: [partner]}]}\n\n# ours\nstories: [ x,  y ]\ncaps:\n    per_day: 3\n"
    )
    assert with_values(text, {("paused",): True}) == text + "paused: true\n"
    assert with_values(text + "paused: true\n", {("paused",): None}) == text
    after = with_values(text, {("fit", "must"): [{"account.country": ["DE"]}]})
    assert after.replace(", must: [{account.country: [DE]}]", "") == text


def test_a_campaign_within_braces_is_written_anew() -> None:
    assert "per_day: 4" in with_values("{id: a, stories: [x]}\n", {("caps", "per_day"): 4})
