"""Names of financing rounds."""

from __future__ import annotations

import pytest

from triggers.detect.grammar.rounds import find_debt, find_rounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Series B round", "B"),
        ("its series b", "B"),
        ("Series B1", "B"),
        ("a Series B+ round", "B"),
        ("Series B extension", "B"),
        ("Series-B-Finanzierung", "B"),
        ("in Serie A", "A"),
        ("en série C", "C"),
        ("a B round led by", "B"),
        ("pre-Series B", "pre-B"),
        ("a Pre-A round", "pre-A"),
        ("pre-seed", "pre-seed"),
        ("a seed round", "seed"),
        ("pre-IPO round", "pre-IPO"),
        ("bridge round", "bridge"),
        ("growth equity", "growth"),
        ("Series H", "H"),
    ],
)
def test_a_round_is_named(text: str, expected: str) -> None:
    assert [r.name for r in find_rounds(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["the TV series", "B2B software", "seed company", "a plan B", "World Series", "a round of talks"]
)
def test_other_words_are_no_round(text: str) -> None:
    assert find_rounds(text) == []


def test_borrowed_money_is_debt() -> None:
    assert find_debt("raises $25 billion in bond sale") is not None
    assert find_debt("raises $5M in equity and debt") is None
