"""The lint against texts whose author had not read it: what it finds and what it leaves alone, over all codes."""

from __future__ import annotations

import pytest
from support.blind_texts import FIRST, SETS, precision_and_recall, score, texts_of

from campaigns.story.lint import CODES

FLOOR = 0.95


@pytest.mark.parametrize("name", SETS)
def test_planted_faults_are_found_and_good_texts_left_alone(name: str) -> None:
    scores = score(texts_of(name))
    precision, recall = precision_and_recall(scores)

    assert precision >= FLOOR, scores
    assert recall >= FLOOR, scores


def test_every_code_was_planted_in_both_languages_or_needs_none() -> None:
    texts = texts_of(FIRST)

    assert {code for text in texts for code in text["codes"]} == set(CODES)
    assert sum(not text["codes"] for text in texts) >= 60
    assert sum(bool(text["codes"]) for text in texts) >= 130
