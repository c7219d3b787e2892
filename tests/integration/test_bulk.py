"""Statements for many rows at once: they mean the same as one by one, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from overture.db.bulk import CopyFailed, insert_all, insert_free, update_each, upsert_newest
from overture.db.claims import LeaseLost, claim, finish_each
from overture.db.engine import read, write
from overture.db.tables import audit, entries, questions, sources

NOW = datetime(2026, 11, 19, 10, 30, tzinfo=UTC)
MANY = 50


def act(number: int, *, thing: str = "draft") -> dict[str, Any]:
    return {
        "at": NOW, "actor": "mara", "action": "looked", "thing": thing, "thing_id": str(number), "before": None,
        "after": "a\tb\\N\n“quoted”", "codes": {"number": number, "nested": [1, None]}, "request_id": None,
        "origin": "cli",
    }  # fmt: skip


def question(subject: str) -> dict[str, Any]:
    return {"kind": "which_account", "subject": subject, "text": "Which?", "choices": [], "asked_at": NOW}


@pytest.fixture
def posts(database: Engine) -> Engine:
    """An outlet with many entries that wait to be read."""
    with write(database) as connection:
        connection.execute(
            insert(sources).values(id="courier", kind="feed", config={}, config_hash="", health={}, title="Courier")
        )
        rows = [
            {
                "source_id": "courier", "entry_key": str(number), "title": "Acme", "text": "", "fetched_at": NOW,
                "first_pass": False, "state": "new", "run_at": NOW,
            }
            for number in range(MANY)
        ]  # fmt: skip
        connection.execute(insert(entries), rows)
    return database


@pytest.mark.parametrize("count", [0, 1, MANY])
def test_rows_come_back_as_they_were_given_however_many_there_are(database: Engine, count: int) -> None:
    with write(database) as connection:
        insert_all(connection, audit, [act(number) for number in range(count)])
    with read(database) as connection:
        found = [dict(row._mapping) for row in connection.execute(select(audit).order_by(audit.c.id))]
    assert [{name: row[name] for name in act(0)} for row in found] == [act(number) for number in range(count)]


def test_one_bad_row_of_many_writes_none_and_its_error_says_nothing_of_it(database: Engine) -> None:
    rows = [act(number) for number in range(MANY)] + [act(MANY) | {"action": None, "after": "Pat’s secret"}]
    with pytest.raises((CopyFailed, SQLAlchemyError)) as raised, write(database) as connection:
        insert_all(connection, audit, rows)
    assert "secret" not in str(raised.value)
    with read(database) as connection:
        assert connection.scalar(select(func.count()).select_from(audit)) == 0


def test_of_rows_with_one_key_the_first_goes_in_and_only_what_went_in_comes_back(database: Engine) -> None:
    with write(database) as connection:
        insert_free(connection, questions, [question("trigger:1")], returning=("id",))
        given = [question("trigger:1"), question("trigger:2"), question("trigger:2"), question("trigger:3")]
        taken = insert_free(connection, questions, given, returning=("subject", "kind"))
    assert {tuple(row) for row in taken} == {("trigger:2", "which_account"), ("trigger:3", "which_account")}


def test_many_rows_with_one_key_go_in_as_few_do(database: Engine) -> None:
    given = [question(f"trigger:{at // 2}") | {"choices": [{"name": "Acme “Ü”", "at": at}, None]} for at in range(MANY)]
    with write(database) as connection:
        insert_free(connection, questions, [question("trigger:0")], returning=("id",))
        taken = insert_free(connection, questions, given, returning=("subject", "asked_at"))
    assert sorted({tuple(row) for row in taken}) == sorted({(one["subject"], NOW) for one in given[2:]})
    with read(database) as connection:
        kept = connection.scalars(select(questions.c.choices).where(questions.c.subject == "trigger:24")).all()
    assert kept == [given[48]["choices"]]


def test_each_row_gets_its_own_columns_and_all_get_the_common_ones(posts: Engine) -> None:
    with write(posts) as connection:
        ids = connection.scalars(select(entries.c.id).order_by(entries.c.id)).all()
        rows = [{"which": id_, "language": f"l{at}", "vetoed": None} for at, id_ in enumerate(ids)]
        assert update_each(connection, entries, rows, clean_title="read", attempts=entries.c.attempts + 1) == MANY
    with read(posts) as connection:
        found = connection.execute(select(entries).order_by(entries.c.id)).all()
    assert [row.language for row in found] == [f"l{at}" for at in range(MANY)]
    assert {(row.clean_title, row.attempts) for row in found} == {("read", 1)}


def test_a_batch_of_which_one_row_is_no_longer_ours_finishes_none(posts: Engine) -> None:
    batch = claim(posts, entries, states=("new",), now=NOW, limit=MANY, lease=60)
    with write(posts) as connection:
        connection.execute(update(entries).where(entries.c.id == batch.rows[7].id).values(fence=entries.c.fence + 1))
    with pytest.raises(LeaseLost, match="1 of 50"), write(posts) as connection:
        finish_each(connection, batch, [(row, {"state": "read"}) for row in batch.rows])
    with read(posts) as connection:
        assert set(connection.scalars(select(entries.c.state))) == {"new"}


def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(posts: Engine) -> None:
    with read(posts) as connection:
        before = connection.scalar(select(func.count()).select_from(entries))
        with write(posts) as other:
            other.execute(update(entries).values(title="Globex"))
        titles = set(connection.scalars(select(entries.c.title)))
    assert (before, titles) == (MANY, {"Acme"})


def test_the_later_of_two_rows_stands_whichever_comes_first(database: Engine) -> None:
    rows = [
        question("acme") | {"text": text, "asked_at": NOW + timedelta(seconds=at)} for text, at in (("b", 1), ("a", 0))
    ]
    with write(database) as connection:
        stood = [upsert_newest(connection, questions, row, key=("kind", "subject"), by="asked_at") for row in rows]
        assert stood == [True, False]
        assert connection.scalar(select(questions.c.text)) == "b"
        assert upsert_newest(connection, questions, rows[0] | {"text": "c"}, key=("kind", "subject"), by="asked_at")
        assert connection.scalar(select(questions.c.text)) == "c"
