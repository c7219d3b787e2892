"""The three example questions on a generated graph: the database finds whom a walk over all rows finds."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from bench.graph_world import QUESTIONS, answered, expected, fill
from overture.db.engine import read


@pytest.fixture
def graph(database: Engine) -> Engine:
    fill(database, many_contacts=6_000, many_ties=12_000, seed=11)
    return database


def test_each_example_question_is_answered_as_a_walk_over_all_rows_answers_it(graph: Engine) -> None:
    with read(graph) as connection:
        right = expected(connection)
        assert {name: answered(connection, name) for name in right} == right
    assert all(right.values()), "the graph has an answer to each"
    assert set(right) <= QUESTIONS.keys()
