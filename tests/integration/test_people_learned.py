"""What people taught about people lives in the database: it survives imports and guides what is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, select
from support.cast import Stage
from support.people_world import ACCOUNTS, CONCERNS, KEYS, NOW, TODAY, PeopleWorld, ago, people_world

from campaigns.people.ledger import PromiseRefused, PromiseState
from campaigns.review import RejectReason
from campaigns.standing import History
from campaigns.workspace import Account, Concern, DoNotContact, Level, WhyTheyCare
from overture.config.contacts import read_contacts
from overture.config.directory import Accounts, Contacts
from overture.config.people import concern_id, read_concerns
from overture.db import people_heard, people_outcomes, people_promises, standing
from overture.db.audit import Actor
from overture.db.decisions import reject
from overture.db.engine import read, write
from overture.db.people import load, on_the_list, suppress
from overture.db.people_export import EXPORTS
from overture.db.people_find import Unclear, find_account, find_contact, find_teammate
from overture.db.tables import accounts, audit, concerns, nos, triggers

MARA = Actor("mara", "cli")
SAID = "new sellers quote prices that were dropped"


@pytest.fixture
def world(database: Engine) -> PeopleWorld:
    return people_world(database)


def hear(world: PeopleWorld, statement: str = SAID, contact: str = "jo", *, days: int = 0) -> people_heard.Noted:
    id_ = concern_id(contact, Level.OUTCOMES, statement, ago(days))
    said = Concern(id_, contact, Level.OUTCOMES, statement, ago(days), heard_by="mara", quote="Last year's list!")
    with write(world.engine) as connection:
        return people_heard.hear(connection, said, MARA, now=NOW)


def history(world: PeopleWorld, account_id: str = "initech") -> History:
    with read(world.engine) as connection:
        (account,) = load(connection, Account, by="id", among=[account_id])
        people = standing.people_at(connection, [account_id])
        return standing.histories(connection, [account], people, keys=KEYS, now=NOW)[account_id]


# --- what I heard -------------------------------------------------------------------------------------------------


def test_what_was_heard_survives_the_next_import(world: PeopleWorld) -> None:
    noted = hear(world)
    world.sync()
    world.sync(concerns=CONCERNS[1:])
    with read(world.engine) as connection:
        kept = {one.id for one in load(connection, Concern)}
    assert noted.concern.id in kept
    assert "n1" not in kept  # that one was the file's


def test_it_is_audited_without_its_words(world: PeopleWorld) -> None:
    noted = hear(world)
    with read(world.engine) as connection:
        row = connection.execute(select(audit).where(audit.c.action == "heard")).one()
    assert row.thing_id == noted.concern.id
    assert SAID not in str(row)


def test_said_twice_on_a_day_is_known(world: PeopleWorld) -> None:
    assert not hear(world).known
    assert hear(world).known


def test_what_is_odd_is_flagged_and_kept(world: PeopleWorld) -> None:
    assert [flag.fault for flag in hear(world, "increase revenue").flags] == ["fits_anybody"]
    hear(world, days=3)
    assert [flag.fault for flag in hear(world).flags] == ["repeated"]


def test_the_export_is_the_file_and_reading_it_back_changes_nothing(world: PeopleWorld) -> None:
    noted = hear(world)
    with read(world.engine) as connection:
        rows = EXPORTS["concerns"](connection, True)
        before = connection.execute(select(concerns).order_by(concerns.c.id)).all()
    header = ",".join(rows[0])
    assert header == "contact,level,statement,kind,heard_on,heard_by,quote,source,shareable"
    text = header + "\n" + ",".join("" if value is None else str(value) for value in rows[0].values()) + "\n"
    people = read_contacts(b"account,name,id\nacme,Jo Meyer,jo\n", "contacts.csv", Accounts.of(ACCOUNTS))
    back = read_concerns(text.encode(), "concerns.csv", Contacts.of(people.contacts.values()))
    assert list(back.rows) == [noted.concern.id]
    world.sync(concerns=(*CONCERNS, *back.rows.values()))
    with read(world.engine) as connection:
        assert connection.execute(select(concerns).order_by(concerns.c.id)).all() == before


def test_all_exports_hold_what_the_files_held(world: PeopleWorld) -> None:
    with read(world.engine) as connection:
        many = {name: len(rows(connection, False)) for name, rows in EXPORTS.items()}
        assert [rows(connection, True) for rows in EXPORTS.values()] == [[], [], []]
    assert many == {"concerns": 4, "interests": 3, "ties": 3}


def test_people_are_found_as_people_name_them(world: PeopleWorld) -> None:
    with read(world.engine) as connection:
        for text in ("jo", "JO@acme.example", "jo meyer"):
            found = find_contact(connection, text)
            assert not isinstance(found, Unclear)
            assert (found.id, found.account) == ("jo", "Acme Robotics")
        nobody = find_contact(connection, "Meyer")
        account, mate = find_account(connection, "globex.example"), find_teammate(connection, "Otto Brandt")
    assert isinstance(nobody, Unclear)
    assert "did you mean jo (Jo Meyer)?" in nobody.message
    assert not isinstance(account, Unclear)
    assert not isinstance(mate, Unclear)
    assert (account.id, mate.id) == ("globex", "otto")


# --- why they care ------------------------------------------------------------------------------------------------


def answer(world: PeopleWorld, why: WhyTheyCare, *, days: int) -> bool:
    with write(world.engine) as connection:
        said = people_heard.Answered("globex", why, ago(days), "max", "mara", "We could do without.")
        return people_heard.answer_why(connection, said, MARA, now=NOW)


def why(world: PeopleWorld) -> tuple[Any, Any]:
    with read(world.engine) as connection:
        row = connection.execute(select(accounts).where(accounts.c.id == "globex")).one()
    return row.why_they_care, row.why_asked_on


def test_an_answer_holds_and_survives_the_next_import(world: PeopleWorld) -> None:
    assert answer(world, WhyTheyCare.WHO_ARE_YOU, days=1)
    assert why(world) == ("who_are_you", ago(1))
    world.sync()
    assert why(world) == ("who_are_you", ago(1))


def test_a_newer_answer_in_the_file_holds_over_an_older_one_here(world: PeopleWorld) -> None:
    answer(world, WhyTheyCare.WHO_ARE_YOU, days=10)
    newer = replace(ACCOUNTS[2], why_they_care=WhyTheyCare.NEED_US, why_asked_on=ago(2))
    world.sync(accounts=(*ACCOUNTS[:2], newer, ACCOUNTS[3]))
    assert why(world) == ("need_us", ago(2))


def test_an_old_answer_that_is_filed_late_is_kept_but_does_not_hold(world: PeopleWorld) -> None:
    assert not answer(world, WhyTheyCare.WHO_ARE_YOU, days=350)
    assert why(world) == ("ok", ago(300))


def test_the_call_goes_to_who_is_still_there_and_may_be_called(world: PeopleWorld) -> None:
    with read(world.engine) as connection:
        assert [one.contact_id for one in people_heard.customers(connection)] == ["max"]  # the champion has left
        assert people_heard.not_to_be_called(connection, keys=KEYS) == set()
    with write(world.engine) as connection:
        suppress(connection, [DoNotContact("address", "max@globex.example")], origin="file", keys=KEYS, now=NOW)
        left_out = people_heard.not_to_be_called(connection, keys=KEYS)
        assert people_heard.customers(connection, left_out=left_out) == []


# --- promises -----------------------------------------------------------------------------------------------------


def settled(world: PeopleWorld, number: int, to: PromiseState, evidence: str = "they wrote so") -> Any:
    with write(world.engine) as connection:
        return people_promises.settle_promise(connection, number, to, evidence, MARA, now=NOW)


def test_a_promise_made_in_a_talk_is_written_down_once(world: PeopleWorld) -> None:
    promise = people_promises.MadePromise("acme", "a list of dealers", ago(9), ago(1), contact_id="jo", made_by="mara")
    with write(world.engine) as connection:
        number = people_promises.add_promise(connection, promise, MARA, now=NOW)
        assert people_promises.add_promise(connection, promise, MARA, now=NOW) == number
        (row,) = people_promises.list_promises(connection, today=TODAY, account_id="acme")
    assert (row["state"], row["contact"], row["made_by"], row["draft_id"]) == ("overdue", "Jo Meyer", "Mara Lind", None)


def test_what_we_owe_stands_first_in_the_list(world: PeopleWorld) -> None:
    world.promised("acme", "kept words", state="kept")
    world.promised("acme", "late words", due_on=ago(2))
    world.promised("acme", "open words", due_on=TODAY)
    with read(world.engine) as connection:
        rows = people_promises.list_promises(connection, today=TODAY)
        overdue = people_promises.list_promises(connection, today=TODAY, states=["overdue"])
    assert [row["state"] for row in rows] == ["broken", "overdue", "made", "kept"]
    assert [row["text"] for row in overdue] == ["late words"]


def test_a_broken_promise_is_owed_until_it_is_mended(world: PeopleWorld) -> None:
    assert history(world).overdue == ("the workbook in spring",)
    row = settled(world, 1, PromiseState.KEPT, "sent on Monday, they thanked us")
    assert (row["state"], row["settled_on"], row["evidence"]) == ("kept", TODAY, "sent on Monday, they thanked us")
    assert history(world).overdue == ()


def test_settling_needs_evidence_and_a_move_that_makes_sense(world: PeopleWorld) -> None:
    assert isinstance(settled(world, 1, PromiseState.KEPT, " "), PromiseRefused)
    assert isinstance(settled(world, 1, PromiseState.MADE), PromiseRefused)
    assert isinstance(settled(world, 99, PromiseState.KEPT), PromiseRefused)


def test_what_waited_for_the_promise_is_asked_again_when_it_is_mended(world: PeopleWorld) -> None:
    world.happened("funding", "initech")
    with write(world.engine) as connection:
        event = connection.scalar(select(triggers.c.id).where(triggers.c.account_id == "initech"))
        said: dict[str, Any] = {
            "trigger_id": event,
            "account_id": "initech",
            "campaign": "money",
            "reason": "x",
            "evidence": [],
        }
        rows = [{**said, "rule": "promise_overdue", "said_at": NOW}, {**said, "rule": "cap_account", "said_at": NOW}]
        connection.execute(insert(nos), rows)
    settled(world, 1, PromiseState.RELEASED)
    with read(world.engine) as connection:
        days = dict(connection.execute(select(nos.c.rule, nos.c.revisit_on)).all())
    assert days == {"promise_overdue": TODAY, "cap_account": None}


# --- outcomes -----------------------------------------------------------------------------------------------------


def note(world: PeopleWorld, kind: str, contact: str = "pat", *, days: int = 1, **more: Any) -> Any:
    with write(world.engine) as connection:
        told = people_outcomes.Outcome(kind, contact, NOW - timedelta(days=days), **more)
        return people_outcomes.note(connection, told, MARA, now=NOW)


def test_who_answered_is_in_conversation_until_it_ends(world: PeopleWorld) -> None:
    note(world, "replied", days=3)
    (talk,) = history(world).conversations
    assert (talk.contact_id, talk.since) == ("pat", NOW - timedelta(days=3))
    with write(world.engine) as connection:
        assert people_outcomes.end_conversation(connection, "pat", MARA, now=NOW) == 1
        assert people_outcomes.end_conversation(connection, "pat", MARA, now=NOW) == 0
    assert history(world).conversations == ()


def test_a_conversation_that_nobody_ended_is_over_after_a_month(world: PeopleWorld) -> None:
    note(world, "meeting", days=31)
    assert history(world).conversations == ()


@pytest.mark.parametrize(
    ("kind", "stops"), [("bounced", True), ("opted_out", True), ("complained", True), ("won", False)]
)
def test_some_outcomes_put_the_address_on_the_list(world: PeopleWorld, kind: str, stops: bool) -> None:
    assert note(world, kind).suppressed is stops
    with read(world.engine) as connection:
        assert bool(on_the_list(connection, [("address", KEYS.address("pat@initech.example"))])) is stops


def test_a_long_list_is_asked_by_its_key_and_not_walked(world: PeopleWorld) -> None:
    asked: list[str] = []
    with read(world.engine) as connection:
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        on_the_list(
            connection, [("address", KEYS.address("pat@initech.example")), ("account", KEYS.account("initech"))]
        )
    assert len(asked) == 2
    assert all("suppressions.kind =" in statement for statement in asked)  # with which the key of the list begins


def test_telling_the_same_outcome_twice_is_harmless(world: PeopleWorld) -> None:
    assert note(world, "replied", external_id="crm:7").first
    assert not note(world, "replied", external_id="crm:7").first
    with read(world.engine) as connection:
        assert len(people_outcomes.list_outcomes(connection)) == 1


# --- bad timing ---------------------------------------------------------------------------------------------------


def test_an_account_is_left_alone_after_a_draft_that_came_at_a_bad_time(database: Engine) -> None:
    stage = Stage(database).set()
    reject(database, stage.draft(), RejectReason.BAD_TIMING, MARA, now=NOW)
    with read(database) as connection:
        people = standing.people_at(connection, ["acme"])
        (account,) = load(connection, Account, by="id", among=["acme"])
        before = standing.histories(connection, [account], people, keys=KEYS, now=NOW)["acme"]
    assert before.left_alone == TODAY + timedelta(days=90)
