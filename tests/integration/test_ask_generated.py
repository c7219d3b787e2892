"""The three example questions on a generated graph: the database finds whom a walk over all rows finds."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from bench.graph_world import QUESTIONS, TODAY, answered, expected, fill
from campaigns.people.ask import Query, parse
from overture.db import ask_first_page
from overture.db.ask import ask
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


@pytest.mark.parametrize("few", [1, 40])
def test_the_first_page_is_the_beginning_of_the_whole_list(
    graph: Engine, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Whether those who are asked first suffice or not."""
    monkeypatch.setattr(ask_first_page, "_ACCOUNTS", few)
    monkeypatch.setattr(ask_first_page, "_SAYINGS", few * 30)
    with read(graph) as connection:
        for question in QUESTIONS.values():
            query = parse(question)
            assert isinstance(query, Query)
            page = ask(connection, query, today=TODAY, limit=20)
            whole = ask(connection, query, today=TODAY, limit=ask_first_page.PAGE + 1)
            assert page.found == whole.found[:20], question
            assert page.more == (len(whole.found) > 20), question
