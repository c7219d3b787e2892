"""What a changed rule would have done: replayed on what really came, with nothing written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from support.line import FILES, Line, line

from campaigns.campaign import Campaign
from campaigns.what_if import changed
from overture.db.engine import read
from overture.db.tables import drafts, metadata, nos
from overture.jail import ChildJail
from overture.jobs.what_if import Kept, what_if
from overture.web.show.nos import verdict

CAMPAIGNS = FILES["campaigns.yaml"].replace(
    "    stories: [raised]\n", "    fit: {must: [{account.country: [FR]}]}\n    stories: [raised]\n"
)


@pytest.fixture
def told(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(sqlite_database, tmp_path, jail=jail, files={"campaigns.yaml": CAMPAIGNS}) as running:
        running.post("courier", "Acme Robotics raises $25 million in Series B", "Acme Robotics has raised $25 million.")
        yield running.run()


def test_a_rule_that_is_switched_off_shows_the_draft_that_it_stopped(told: Line) -> None:
    assert (told.rows(drafts), told.row(nos).rule) == ([], "must")
    before = counts(told)
    (money,) = told.services.workspace.campaigns
    without = changed(money, "must:0", None)
    assert isinstance(without, Campaign)
    shown = verdict(what_if(told.services, without), "money")
    assert (shown.events, shown.before, shown.after, shown.more, shown.fewer) == (1, 0, 1, 1, 0)
    (change,) = shown.changes
    assert (change.account, change.gained) == ("Acme Robotics", True)
    assert change.before.startswith("not written: The campaign writes only where country is FR; here it is")
    assert change.after == "a draft to Jo Meyer: raised by money"
    assert counts(told) == before


def test_another_value_that_changes_nothing_says_so(told: Line) -> None:
    (money,) = told.services.workspace.campaigns
    other = changed(money, "must:0", "IT, ES")
    assert isinstance(other, Campaign)
    shown = verdict(what_if(told.services, other), "money")
    assert (shown.before, shown.after, shown.changes) == (0, 0, ())


def test_one_value_after_another_reads_the_days_once_until_they_are_a_minute_old(told: Line) -> None:
    (money,) = told.services.workspace.campaigns
    without, other, kept = changed(money, "must:0", None), changed(money, "must:0", "IT, ES"), Kept()
    assert isinstance(without, Campaign)
    assert isinstance(other, Campaign)
    first = what_if(told.services, without, kept=kept)
    second = what_if(told.services, other, kept=kept)
    assert second.before is first.before
    assert second == what_if(told.services, other)
    told.clock.at += timedelta(minutes=1)
    assert what_if(told.services, other, kept=kept).before is not first.before


def counts(told: Line) -> dict[str, int]:
    with read(told.engine) as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in metadata.tables.items()
        }
