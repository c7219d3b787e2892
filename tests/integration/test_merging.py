"""Two triggers that turn out to be one event: by the machine when an account becomes known, by a person, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, update
from support.line import FILES, MARA, Line, line

from campaigns.review import Refused, RejectReason
from overture.db.engine import write
from overture.db.merging import Merged, Split, merge, split
from overture.db.tables import (
    audit,
    draft_versions,
    drafts,
    handoffs,
    matches,
    mentions,
    questions,
    trigger_keys,
    triggers,
)
from overture.jail import ChildJail
from overture.jobs import desk

ROUND = ("Acme Robotics raises $25 million Series B", "Acme Robotics, a maker of robots, raised $25 million.")
AGAIN = ("Acme Robotics lands $25 million Series B", "Acme Robotics raised $25 million in a Series B round.")
LATER = ("Acme Robotics raises $90 million Series C", "Acme Robotics, a maker of robots, raised $90 million.")


@pytest.fixture
def here(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail) as found:
        yield found


ACCOUNTS = FILES["accounts.csv"]
NOBODY = "\n".join(row for row in ACCOUNTS.splitlines() if "Acme" not in row) + "\n"


@pytest.fixture
def two(here: Line) -> tuple[Line, int, int]:
    """Two rounds at Acme, each with an open draft."""
    here.post("courier", *ROUND)
    here.run()
    here.post("ledger", *LATER)
    here.run()
    with write(here.engine) as connection:  # the second draft would wait for the first: it gets a reader of its own
        first = here.draft()
        second = here.row(triggers, id=max(row.id for row in here.rows(triggers)))
        columns = {name: value for name, value in first._mapping.items() if name != "id"}
        columns |= {"trigger_id": second.id, "address_key": "somebody else"}
        connection.execute(insert(drafts).values(columns))
    older, younger = (row.id for row in here.rows(triggers))
    _copy_version(here)
    return here, older, younger


def _copy_version(here: Line) -> None:
    first, second = here.rows(drafts)
    values = {**here.version(first)._mapping, "draft_id": second.id}
    with write(here.engine) as connection:
        connection.execute(insert(draft_versions).values(values))


# --- by the machine -----------------------------------------------------------------------------------------------


def test_a_name_and_an_account_that_are_one_event_become_one_trigger(here: Line) -> None:
    here.post("courier", *ROUND)
    here.run()
    with write(here.engine) as connection:  # told before the account was in the files: known by its name alone
        connection.execute(
            update(triggers).values(company_key="name:acme robotics|", account_id=None, state="unmatched")
        )
        connection.execute(update(mentions).values(company_key="name:acme robotics|"))
        connection.execute(trigger_keys.delete())
        connection.execute(matches.delete())
    here.post("ledger", *AGAIN)
    here.run()
    assert len(here.rows(triggers)) == 2
    with write(here.engine) as connection:  # the account becomes known
        connection.execute(
            update(triggers).where(triggers.c.state == "unmatched").values(state="due", run_at=here.clock.at)
        )
    here.run()
    older, younger = here.rows(triggers)
    assert (older.state, older.outlets, older.account_id) == ("asked", 2, "acme")
    assert (younger.state, younger.merged_into) == ("merged", older.id)
    assert {row.trigger_id for row in here.rows(mentions)} == {older.id}
    assert len([row for row in here.rows(drafts) if row.state == "pending"]) == 1


def test_a_telling_that_knows_less_still_joins_after_the_account_became_known(here: Line) -> None:
    here.files(accounts_csv=NOBODY, contacts_csv="account,name,id\nhooli,Kim Vogel,kim\n")
    here.post("courier", *ROUND)
    here.run()
    assert here.trigger().state == "unmatched"
    here.files(accounts_csv=ACCOUNTS, contacts_csv=FILES["contacts.csv"]).run()
    here.post("ledger", "Acme Robotics raises $25 million", "Acme Robotics raised $25 million from investors.")
    assert here.run().trigger().outlets == 2


# --- by a person --------------------------------------------------------------------------------------------------


def test_of_two_open_drafts_the_older_row_stays(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    done = merge(here.engine, younger, older, MARA, now=here.clock.at)
    assert done == Merged(older, younger, moved_drafts=1, superseded=1)
    first, second = here.rows(drafts)
    assert (first.state, second.state, second.replaced_by) == ("pending", "superseded", first.id)
    assert second.trigger_id == older
    assert here.row(audit, action="trigger.merged").codes["into"] == older


def test_unless_only_the_other_is_approved(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    here.approve(here.rows(drafts)[1].id)
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert [row.state for row in here.rows(drafts)] == ["superseded", "approved"]
    assert here.row(handoffs).state == "held"


def test_of_two_approved_ones_the_younger_is_cancelled(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    for row in here.rows(drafts):
        here.approve(row.id)
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert [row.state for row in here.rows(drafts)] == ["approved", "superseded"]
    assert [(row.state, row.reason) for row in here.rows(handoffs)] == [("held", None), ("cancelled", "merged")]


def test_what_was_handed_off_closes_the_event(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    here.send(here.rows(drafts)[1].id)
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert [row.state for row in here.rows(drafts)] == ["superseded", "done"]


def test_a_message_on_its_way_out_cannot_be_merged_away(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    for row in here.rows(drafts):
        here.approve(row.id)
    with write(here.engine) as connection:
        connection.execute(update(handoffs).values(state="sending"))
    refused = merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert isinstance(refused, Refused)
    assert refused.refusal == "too_late"
    assert [row.state for row in here.rows(triggers)] == ["asked", "asked"]


def test_a_no_of_a_person_closes_the_event_for_both(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    desk.reject(here.services, here.shown(here.rows(drafts)[0].id), RejectReason.BAD_TIMING, MARA)
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert [row.state for row in here.rows(drafts)] == ["rejected", "superseded"]


def test_keys_lead_to_the_older_trigger_from_now_on(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert {row.trigger_id for row in here.rows(trigger_keys)} == {older}
    here.post("gazette", *LATER)
    here.run()
    assert here.row(triggers, id=older).outlets == 3
    assert here.row(triggers, id=younger).state == "merged"


def test_the_draft_that_stays_is_told_anew_by_the_facts_of_both(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    draft = here.run().rows(drafts)[0]
    assert (draft.state, draft.version) == ("pending", 2)
    assert here.version(draft).cause == "correction"


def test_an_open_question_about_the_merged_one_is_withdrawn(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    row = {"kind": "which_account", "subject": f"trigger:{younger}", "trigger_id": younger, "text": "?", "choices": []}
    with write(here.engine) as connection:
        connection.execute(insert(questions).values(asked_at=here.clock.at, **row))
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert here.row(questions).state == "withdrawn"


@pytest.mark.parametrize(("one", "other"), [(1, 1), (1, 99)])
def test_what_cannot_be_merged_is_refused(two: tuple[Line, int, int], one: int, other: int) -> None:
    here, *_ = two
    assert isinstance(merge(here.engine, one, other, MARA, now=here.clock.at), Refused)


def test_two_kinds_of_events_are_not_one(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    with write(here.engine) as connection:
        connection.execute(update(triggers).where(triggers.c.id == younger).values(kind="ipo"))
    refused = merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert isinstance(refused, Refused)
    assert refused.message == "One is funding, the other ipo."


# --- and back -----------------------------------------------------------------------------------------------------


def test_a_person_can_split_what_was_merged(two: tuple[Line, int, int]) -> None:
    here, older, younger = two
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    assert split(here.engine, younger, MARA, now=here.clock.at) == Split(younger, older)
    here.run()
    assert [row.state for row in here.rows(triggers)] == ["asked", "asked"]
    assert sorted(row.trigger_id for row in here.rows(mentions)) == [older, younger]
    assert [row.trigger_id for row in here.rows(drafts)] == [older, younger]
    assert [row.facts["round"] for row in here.rows(triggers)] == ["B", "C"]


def test_the_machine_does_not_join_what_a_person_kept_apart(here: Line) -> None:
    test_a_name_and_an_account_that_are_one_event_become_one_trigger(here)
    younger = here.rows(triggers)[1].id
    split(here.engine, younger, MARA, now=here.clock.at)
    here.run()
    assert [row.merged_into for row in here.rows(triggers)] == [None, None]


def test_only_what_is_merged_can_be_split(two: tuple[Line, int, int]) -> None:
    here, older, _ = two
    assert isinstance(split(here.engine, older, MARA, now=here.clock.at), Refused)
    assert isinstance(split(here.engine, 99, MARA, now=here.clock.at), Refused)
