"""What a word finds, on both databases: names with the word in them, and no marks of a pattern."""

from __future__ import annotations

import pytest
from support.cast import Stage

from overture.db import queue_words
from overture.db.engine import read
from overture.db.queue_pick import QueueQuery, queue_count
from overture.db.views import queue_page
from overture.db.views_people import account_list, accounts_found

FINDS = {"aCME": True, "jo": True, "robotics": True, "globex": False, "%": False, "_": False, "/": False}


@pytest.mark.parametrize("few", [500, 0], ids=["by their index", "one by one"])
def test_a_word_finds_the_drafts_of_those_who_bear_it(stage: Stage, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(queue_words, "_FEW_NAMES", few)
    stage.become(contact={"name": "Jo O'Neill / Meyer"})
    draft = stage.draft().draft_id
    found = {}
    with read(stage.engine) as connection:
        for word in FINDS:
            query = QueueQuery("unassigned", "mara", words=(word,))
            held = queue_words.held(connection, query.words)
            found[word] = [row.id for row in queue_page(connection, query, held).rows] == [draft]
            assert queue_count(connection, query) == found[word]
    assert found == FINDS | {"/": True}


def test_accounts_are_found_by_their_name_and_else_by_their_domain(stage: Stage) -> None:
    with read(stage.engine) as connection:
        for words, finds in {"ACME": True, "cme.Exam": True, "initech": False, "%": False}.items():
            found = accounts_found(connection, words, most=10)
            assert bool(found) is finds
            assert found == account_list(connection, words=words, after=None)
