"""Why no draft? One sentence for an entry, an event, an account, and the reasons behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from support.line import FILES, MARA, Line, line

from campaigns.review import RejectReason
from overture.db.engine import read, write
from overture.db.merging import merge
from overture.db.tables import drafts, entries, triggers
from overture.db.why import What, Why, why
from overture.jail import ChildJail
from overture.jobs import desk

ROUND = ("Acme Robotics raises $25 million Series B", "Acme Robotics, a maker of robots, raised $25 million.")
OTHER = ("Umbrella Foods raises $8 million Series A", "Umbrella Foods raised $8 million.")


@pytest.fixture
def here(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail) as found:
        yield found


def ask(here: Line, what: What, id_: object) -> Why:
    with read(here.engine) as connection:
        found = why(connection, what, str(id_), now=here.clock.at)
    assert found is not None
    return found


def test_an_entry_with_a_draft(here: Line) -> None:
    entry = here.post("courier", *ROUND)
    here.run()
    found = ask(here, What.ENTRY, entry)
    assert found.sentence.startswith(f"Draft {here.draft().id} to Jo Meyer at Acme Robotics waits for a decision")
    assert found.steps[0].startswith("Courier told “Acme Robotics raises")
    assert found.drafts == (here.draft().id,)


def test_an_entry_that_tells_nothing(here: Line) -> None:
    entry = here.post("courier", "Ten ways to cook an egg", "Boil it, fry it, leave it.")
    here.run()
    assert ask(here, What.ENTRY, entry).sentence.startswith("It tells of no event")


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"state": "new", "run_at": None}, "It has not been read yet."),
        (
            {"state": "quarantined"},
            "It came with a flood and waits until somebody looks: overture sources release courier",
        ),
        (
            {"state": "set_aside", "attempts": 5, "last_error": "boom"},
            "It was set aside after 5 attempts to read it: boom",
        ),
    ],
)
def test_an_entry_that_was_not_read(here: Line, columns: dict[str, object], words: str) -> None:
    entry = here.post("courier", *ROUND)
    with write(here.engine) as connection:
        connection.execute(update(entries).values(**columns))
    assert ask(here, What.ENTRY, entry).sentence == words


def test_an_event_of_a_company_that_is_no_account(here: Line) -> None:
    here.post("courier", *OTHER)
    assert ask(here, What.TRIGGER, here.run().trigger().id).sentence.startswith(
        "No draft: no account was found for Umbrella Foods"
    )


def test_an_event_that_a_campaign_refused_says_which_and_why(here: Line) -> None:
    here.files(campaigns_yaml=FILES["campaigns.yaml"].replace("event: funding,", "event: funding, round: [C],"))
    here.post("courier", *ROUND)
    found = ask(here, What.TRIGGER, here.run().trigger().id)
    assert found.sentence.startswith("No draft: The campaign writes only where round is C; here it is B.")
    assert any(step.startswith("money said no (when):") for step in found.steps)
    assert any("is Acme Robotics" in step for step in found.steps)


def test_an_event_that_no_campaign_asks_for(here: Line) -> None:
    here.files(campaigns_yaml="campaigns: []\n")
    here.post("courier", *ROUND)
    found = ask(here, What.TRIGGER, here.run().trigger().id)
    assert found.sentence == "No draft: No campaign asks for funding."


def test_an_event_whose_draft_a_person_rejected(here: Line) -> None:
    here.post("courier", *ROUND)
    here.run()
    desk.reject(here.services, here.shown(here.draft().id), RejectReason.BAD_TIMING, MARA)
    assert ask(here, What.TRIGGER, here.trigger().id).sentence.endswith("was rejected by mara (bad timing).")


def test_outlets_that_differ_are_among_the_reasons(here: Line) -> None:
    here.post("courier", *ROUND)
    here.post("ledger", "Acme Robotics raises $31 million Series B", "Acme Robotics raised $31 million.")
    found = ask(here, What.TRIGGER, here.run().trigger().id)
    assert any(step.startswith("Outlets differ on amount:") for step in found.steps)


def test_a_merged_event_answers_for_the_whole(here: Line) -> None:
    here.post("courier", *ROUND)
    here.run()
    here.post("ledger", "Acme Robotics raises $90 million Series C", "Acme Robotics raised $90 million.")
    here.run()
    older, younger = (row.id for row in here.rows(triggers))
    merge(here.engine, older, younger, MARA, now=here.clock.at)
    found = ask(here, What.TRIGGER, younger)
    assert found.steps[0] == f"It is part of trigger {older}: both tell the same event."
    assert found.drafts


def test_an_account_by_id_name_or_domain(here: Line) -> None:
    here.post("courier", *ROUND)
    here.run()
    answers = {ask(here, What.ACCOUNT, which).sentence for which in ("acme", "Acme Robotics", "acme.example")}
    (answer,) = answers
    assert answer.startswith(f"Draft {here.draft().id} to Jo Meyer at Acme Robotics waits for a decision")


def test_an_account_of_which_nothing_was_read(here: Line) -> None:
    here.post("courier", *ROUND)
    found = ask(here.run(), What.ACCOUNT, "hooli")
    assert found.sentence == "No draft: nothing that was read (one entry) tells of an event at Hooli Freight."
    assert found.steps[0] == "Hooli Freight is a customer; we know 1 person there."


def test_an_account_that_has_left_the_files(here: Line) -> None:
    without = FILES["accounts.csv"].replace("Hooli Freight,hooli,hooli.", "Other Freight,other,other.")
    here.files(accounts_csv=without, contacts_csv="account,name,id\nacme,Jo Meyer,jo\n")
    assert ask(here, What.ACCOUNT, "hooli").sentence == "No draft: Hooli Freight has left the accounts."


def test_an_account_without_anybody_to_write_to_shows_the_question(here: Line) -> None:
    here.files(contacts_csv="account,name,id\nhooli,Kim Vogel,kim\n")
    here.post("courier", *ROUND)
    found = ask(here.run(), What.ACCOUNT, "acme")
    assert any(step.startswith("A question waits for an answer:") for step in found.steps)


def test_every_state_of_a_draft_has_its_words(here: Line) -> None:
    here.post("courier", *ROUND)
    here.run()
    here.approve(here.draft().id)
    assert "is approved by mara" in ask(here, What.TRIGGER, here.trigger().id).sentence
    here.clock.turn(minutes=11)
    assert "was handed off" in ask(here.run(), What.TRIGGER, here.trigger().id).sentence


@pytest.mark.parametrize(("what", "id_"), [("entry", "99"), ("trigger", "99"), ("trigger", "²"), ("account", "nobody")])
def test_what_is_not_there_has_no_answer(here: Line, what: str, id_: str) -> None:
    with read(here.engine) as connection:
        assert why(connection, What(what), id_, now=here.clock.at) is None
    assert here.rows(drafts) == []
