"""Subjects beside each other: Wilson's interval against published values, and when one may be called better."""

from __future__ import annotations

import pytest
from support.good_story import BETTER, GOOD

from campaigns.experiment import ENOUGH, NOTHING, Experiment, Rate, Verdict, experiment, same_since, wilson
from campaigns.story.format import Story, load
from overture.web.show.words import interval, percent


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [  # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (20, 20, 0.8389, 1.0),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_interval_is_the_published_one(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=0.00005)


def raised(text: str = GOOD) -> Story:
    found = load(text, "raised.en.j2")
    assert isinstance(found, Story)
    return found


def beside(**decided: Rate) -> Experiment:
    return experiment(raised(), 1, decided)


def test_no_winner_is_named_before_every_subject_was_decided_often_enough() -> None:
    early = beside(a=Rate(200, 200), b=Rate(0, ENOUGH - 1))
    assert (early.verdict, early.winner) == (Verdict.TOO_FEW, None)
    assert beside(a=Rate(200, 200)).arms[1].untouched == NOTHING


def test_the_winner_is_the_one_whose_interval_lies_above_the_other() -> None:
    assert beside(a=Rate(5, ENOUGH), b=Rate(27, ENOUGH)).winner == "b"
    close = beside(a=Rate(15, ENOUGH), b=Rate(18, ENOUGH))
    assert (close.verdict, close.winner) == (Verdict.NONE_AHEAD, None)


def test_shares_follow_the_weights() -> None:
    weighted = GOOD.replace("---\n{% beat moment", "weights: {a: 1, b: 3}\n---\n{% beat moment", 1)
    assert [arm.weight for arm in experiment(raised(weighted), 1, {}).arms] == [0.25, 0.75]


def test_another_wording_of_a_subject_begins_anew_and_another_body_does_not() -> None:
    reworded = BETTER.replace("after the news", "after the round")
    history = [(4, reworded), (3, reworded), (2, BETTER), (1, GOOD)]
    assert same_since(raised(reworded), history, 4) == 3
    assert same_since(raised(BETTER), history[2:], 2) == 1
    assert same_since(raised(GOOD), [(1, GOOD)], 1) == 1
    assert same_since(raised(GOOD), [(3, GOOD), (2, "no story"), (1, GOOD)], 3) == 3


def test_shares_are_said_without_rounding_to_all_or_nothing() -> None:
    assert [percent(share) for share in (0, 0.004, 0.5, 0.996, 1)] == ["0 %", "< 1 %", "50 %", "99 %", "100 %"]
    assert interval(Rate(81, 263)) == "26–37 %"
