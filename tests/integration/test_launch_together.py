"""Two launches at the same moment: what the one wrote down binds the other, although it was judged before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Row, update
from support.line import Line, line

from overture.db.claims import Batch
from overture.db.engine import write
from overture.db.tables import audit, draft_versions, drafts, entries, mentions, nos, triggers
from overture.jail import ChildJail
from overture.jobs import launch
from overture.jobs.launch_store import Plan, store
from overture.jobs.read import read_due
from overture.services import Services

A_DAY = """\
campaigns:
  - id: money
    when: {event: funding, age: {lte: 21d}}
    stories: [raised]
    caps: {per_day: 1}
"""
CONTACTS = (
    "account,name,id,email,seniority,function,lawful_basis,language\n"
    "acme,Jo Meyer,jo,jo@acme.example,vp,sales,legitimate_interest,en\n"
    "acme,Pat Oster,pat,pat@acme.example,vp,sales,legitimate_interest,en\n"
    "hooli,Kim Vogel,kim,kim@hooli.example,vp,operations,contract,en\n"
)
FIRST, SECOND = "Acme Robotics raises $25 million Series B", "Acme Robotics raises $4 million in seed funding"
ELSEWHERE = "Hooli Freight raises $30 million Series C"


@pytest.fixture
def here(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail, files={"contacts.csv": CONTACTS}) as found:
        yield found


def told(here: Line, *titles: str) -> None:
    for number, title in enumerate(titles):
        here.post("courier", title, hours_ago=1 + 24 * number)
    read_due(here.services)


def overtaken(monkeypatch: pytest.MonkeyPatch) -> None:
    """One trigger a launch; the second launch goes from end to end while the first has judged and not yet written."""
    waiting = [True]

    def judge(services: Services, rows: Sequence[Row[Any]]) -> Plan:
        plan = judged(services, rows)
        if waiting.pop() if waiting else False:
            launch.launch_due(services)
        return plan

    judged = launch._plan
    monkeypatch.setattr(launch, "BATCH", 1)
    monkeypatch.setattr(launch, "_plan", judge)


def test_an_account_gets_one_draft_although_both_were_judged_before_either_was_written(
    here: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(here, FIRST, SECOND)
    overtaken(monkeypatch)
    launch.launch_due(here.services)
    assert len(here.rows(drafts)) == 1
    waits = here.trigger(state="due")
    assert (waits.attempts, waits.owner) == (0, None)
    here.run()
    assert len(here.rows(drafts)) == 1
    assert [no.rule for no in here.rows(nos, trigger_id=waits.id)] == ["open_draft"]


def test_a_cap_a_day_holds_although_both_were_judged_before_either_was_written(
    here: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.files(campaigns_yaml=A_DAY)
    told(here, FIRST, ELSEWHERE)
    overtaken(monkeypatch)
    launch.launch_due(here.services)
    here.run()
    assert len(here.rows(drafts)) == 1
    assert [no.rule for no in here.rows(nos)] == ["cap_day"]


def test_one_batch_writes_a_version_and_an_audit_row_for_each_draft(here: Line) -> None:
    told(here, FIRST, ELSEWHERE)
    here.run()
    made = here.rows(drafts)
    assert {draft.account_id for draft in made} == {"acme", "hooli"}
    assert {version.draft_id for version in here.rows(draft_versions)} == {draft.id for draft in made}
    acts = [row for row in here.rows(audit) if row.action == "drafted"]
    assert {act.thing_id: act.after for act in acts} == {str(draft.id): draft.content_hash for draft in made}


def test_a_launch_that_lost_its_rows_writes_nothing(here: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    told(here, FIRST, ELSEWHERE)

    def slow(services: Services, connection: Connection, batch: Batch, rows: Sequence[Row[Any]], plan: Plan) -> None:
        connection.execute(update(triggers).values(owner="somebody else", fence=triggers.c.fence + 1))
        store(services, connection, batch, rows, plan)

    monkeypatch.setattr(launch, "store", slow)
    done = launch.launch_due(here.services)
    assert (done.worked, done.failed, len(here.rows(drafts))) == (0, 0, 0)


def test_an_entry_that_was_read_by_somebody_else_meanwhile_tells_nothing_twice(here: Line) -> None:
    told(here, FIRST)
    with write(here.engine) as connection:
        connection.execute(update(entries).values(state="new"))
    read_due(here.services)
    assert len(here.rows(mentions)) == 1
    assert here.trigger().version == 1
