"""What is old loses its words in small steps; what is open, in doubt or decided lately does not; one line tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text, update
from sqlalchemy.exc import DBAPIError
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage, stage

from campaigns.review import DraftState, HandoffState
from overture.db import decisions, retention
from overture.db import tables as t
from overture.db.audit import Act, Actor, record
from overture.db.engine import is_postgres, read, write
from overture.db.seal import seal
from overture.settings import Retention

__all__ = ["stage"]
KEPT = Retention()


def entry(stage: Stage, *, days: float, trigger: int | None = None, **columns: Any) -> int:
    """One that came so many days ago, telling of this trigger where there is one."""
    with write(stage.engine) as connection:
        if not stage.rows(t.sources):
            row = {"id": "courier", "kind": "feed", "config": {}, "config_hash": "", "health": {}}
            connection.execute(insert(t.sources).values(row))
        values = {
            "source_id": "courier", "entry_key": f"{days}{trigger}{columns}"[:32], "title": "Acme raised",
            "state": "read", "text": "Acme raised $20M", "clean_text": "Acme raised $20M", "first_pass": False,
            "fetched_at": NOW - timedelta(days=days), **columns,
        }  # fmt: skip
        id_ = int(connection.execute(insert(t.entries).values(values).returning(t.entries.c.id)).scalar_one())
        if trigger:
            told = {"entry_id": id_, "trigger_id": trigger, "kind": "funding", "company": "Acme", "company_key": "acme"}
            told |= {"discriminator": "B", "status": "announced", "facts": {}, "evidence": [], "confidence": 1.0}
            connection.execute(insert(t.mentions).values(**told, told_at=NOW))
    return id_


def aged(stage: Stage, draft_id: int, days: float) -> int:
    """Moved last so many days ago; gives its trigger."""
    with write(stage.engine) as connection:
        at = NOW - timedelta(days=days)
        connection.execute(update(t.drafts).where(t.drafts.c.id == draft_id).values(updated_at=at, made_at=at))
    return int(stage.row(t.drafts, id=draft_id).trigger_id)


def sent(stage: Stage, *, days: float, state: HandoffState = HandoffState.HANDED_OFF) -> int:
    """A draft that was approved, with its message in this state, so many days ago."""
    shown = stage.draft()
    decisions.approve(stage.engine, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    with write(stage.engine) as connection:
        for step in (HandoffState.SENDING, state):
            mine = t.handoffs.c.draft_id == shown.draft_id
            connection.execute(update(t.handoffs).where(mine).values(state=step, attempts=1))
        done = DraftState.DONE if state == HandoffState.HANDED_OFF else DraftState.APPROVED
        connection.execute(update(t.drafts).where(t.drafts.c.id == shown.draft_id).values(state=done))
    aged(stage, shown.draft_id, days)
    return shown.draft_id


def walk(stage: Stage, kept: Retention = KEPT, **later: float) -> int:
    """All batches of one walk; how many rows lost their words."""
    return sum(iter(lambda: retention.batch(stage.engine, kept, now=NOW + timedelta(**later)), 0))


def words(stage: Stage, draft_id: int) -> str:
    return str(stage.row(t.draft_versions, draft_id=draft_id, version=1).body)


def test_old_texts_of_entries_go_and_what_is_still_needed_stays(stage: Stage) -> None:
    open_, lately, long_ago = (stage.draft(state=one).draft_id for one in ("approved", "rejected", "superseded"))
    told = [(aged(stage, open_, 400), "open"), (aged(stage, lately, 20), "lately"), (aged(stage, long_ago, 99), "")]
    kept = {entry(stage, days=100, trigger=trigger): why for trigger, why in told}
    kept |= {
        entry(stage, days=89): "young",
        entry(stage, days=100, state="set_aside"): "waits",
        entry(stage, days=91): "",
    }
    assert walk(stage) == 2
    left = {row.id: row.text for row in stage.rows(t.entries)}
    assert {id_ for id_, text_ in left.items() if not text_} == {id_ for id_, why in kept.items() if not why}
    assert all(row.title == "Acme raised" for row in stage.rows(t.entries))


def test_an_ended_draft_loses_its_words_and_keeps_its_decision(stage: Stage) -> None:
    old, young = stage.draft(state="rejected", reason="old_news").draft_id, stage.draft(state="expired").draft_id
    aged(stage, old, 181)
    aged(stage, young, 179)
    assert walk(stage) == 1
    assert words(stage, old) == ""
    assert words(stage, young) != ""
    assert stage.row(t.drafts, id=old).reason == "old_news"
    version = stage.row(t.draft_versions, draft_id=old)
    assert (version.content_hash, version.erased_at) == (stage.row(t.drafts, id=old).content_hash, NOW)


def test_a_message_that_left_long_ago_loses_its_bytes_and_keeps_its_proof(stage: Stage) -> None:
    left, young = sent(stage, days=731), sent(stage.become(contact={"id": "b", "email": "bo@acme.example"}), days=700)
    doubtful = sent(
        stage.become(contact={"id": "c", "email": "cy@acme.example"}), days=900, state=HandoffState.UNCERTAIN
    )
    assert walk(stage) == 1
    messages = {row.draft_id: row.message for row in stage.rows(t.handoffs)}
    assert messages[left] == b""
    assert messages[young]
    assert messages[doubtful]
    assert words(stage, left) == ""
    assert words(stage, doubtful) != ""
    assert stage.row(t.approvals, draft_id=left).approved_by == MARA.id


def test_the_audit_tells_of_a_walk_in_one_line_and_the_next_comes_after_a_day(stage: Stage) -> None:
    for number in range(3):
        entry(stage, days=91, guid=str(number))
    assert walk(stage) == 3
    assert walk(stage, hours=23) == 0
    entry(stage, days=92, guid="late")
    assert walk(stage, hours=23) == 0
    assert walk(stage, hours=25) == 1
    assert walk(stage, days=3) == 0
    told = [row for row in stage.rows(t.audit) if row.thing == "retention"]
    assert [(row.action, row.actor, row.codes) for row in told] == [
        ("let_go", "system", {"entries": 3}),
        ("let_go", "system", {"entries": 1}),
    ]
    assert [bool(row.ended_at) for row in stage.rows(t.retention_runs)] == [True, True, True]


def test_a_walk_that_was_cut_short_goes_on_and_counts_all(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    for number in range(5):
        entry(stage, days=91, guid=str(number))
    assert retention.would_go(stage.engine, KEPT, now=NOW) == {"entries": 5, "drafts": 0, "messages": 0, "audit": 0}
    assert retention.batch(stage.engine, KEPT, now=NOW) == 2
    assert walk(stage, days=2) == 3
    assert [row.codes for row in stage.rows(t.audit) if row.thing == "retention"] == [{"entries": 5}]


def test_what_a_person_asks_for_is_told_as_theirs_and_a_class_that_has_ended_is_not_walked_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 1)
    entry(stage, days=91)
    for _ in range(2):
        aged(stage, stage.draft(state="rejected").draft_id, 181)
    otto = Actor("otto", "cli")
    gone = sum(iter(lambda: retention.batch(stage.engine, KEPT, now=NOW, by=otto), 0))
    assert gone == 3
    assert [(row.action, row.actor, row.codes) for row in stage.rows(t.audit) if row.thing == "retention"] == [
        ("let_go_asked", "otto", {}),
        ("let_go", "otto", {"entries": 1, "drafts": 2}),
    ]
    (walk_of_otto,) = stage.rows(t.retention_runs)
    assert sorted(walk_of_otto.walked) == ["drafts", "entries"]


def test_a_walk_lets_sealed_lines_of_the_audit_go_and_counts_them(stage: Stage) -> None:
    for days in (4_002, 4_001, 100):
        at = NOW - timedelta(days=days)
        with write(stage.engine) as connection:
            record(connection, MARA, [Act("moved", "draft", "1")] * 2, now=at)
        seal(stage.engine, now=at + timedelta(hours=1))
    kept = replace(KEPT, audit=timedelta(days=4_000))
    assert retention.would_go(stage.engine, kept, now=NOW)["audit"] == 4
    assert walk(stage, kept) == 4
    lines = [(row.action, row.thing, row.codes) for row in stage.rows(t.audit)]
    assert lines[2:] == [("let_go", "audit", {"rows": 4}), ("let_go", "retention", {"audit": 4})]


def test_a_walk_goes_by_id_and_sorts_nothing(stage: Stage) -> None:
    with read(stage.engine) as connection:
        for name in retention.WORDS if not is_postgres(connection) else ():
            query = retention._old(name, KEPT, NOW).limit(1).compile(connection, compile_kwargs={"literal_binds": True})
            plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
            assert "USING INTEGER PRIMARY KEY (rowid>?)" in plan[0]


def test_nothing_is_let_go_sooner_than_a_decision_can_be_taken_back(stage: Stage) -> None:
    draft = stage.draft(state="rejected").draft_id
    aged(stage, draft, 29)
    entry(stage, days=29)
    short = replace(KEPT, entries=timedelta(days=1), drafts=timedelta(days=1), messages=timedelta(0))
    assert walk(stage, short) == 0
    assert stage.rows(t.retention_runs) == []


def test_words_of_a_version_can_only_go_whole(stage: Stage) -> None:
    draft = stage.draft().draft_id
    for change in ("body = 'other words'", "body = '', subject = 'mine', erased_at = :now"):
        statement = text(f"UPDATE draft_versions SET {change} WHERE draft_id = :id")
        with pytest.raises(DBAPIError, match="cannot be changed"), write(stage.engine) as connection:
            connection.execute(statement, {"id": draft, "now": NOW.isoformat()} if ":now" in change else {"id": draft})
