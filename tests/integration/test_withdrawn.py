"""A concern, a tie or a proof that is taken away changes the open drafts that said it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert
from support.line import FILES, MARA, NOON, Line, line, story
from support.web import Site, services, shown_on

from campaigns.people.ledger import PromiseState
from campaigns.review import Refused
from overture.db.audit import Actor
from overture.db.decisions import Undone, undo
from overture.db.engine import write
from overture.db.people_heard import take_back
from overture.db.people_promises import MadePromise, add_promise, settle_promise
from overture.db.tables import drafts, handoffs, nos, users
from overture.jail import ChildJail
from overture.jobs import desk

CONCERNS = """\
contact,level,statement,kind,heard_on,shareable
jo,outcomes,the first month decides,concern,2026-06-01,yes
kim,outcomes,lorries leave half empty,concern,2026-06-01,yes
"""
TIES = """\
teammate,contact,kind,strength,last_touch
mara,jo,met,3,2026-05-01
mara,kim,met,3,2026-05-01
"""
CASES = """\
cases:
  - {id: quay, who: A quay in Riga, where_they_were: Slow., way: They bought ropes., setback: Torn., outcome: Fast.}
"""
MOMENT = (
    "you raised money.{% if concern %} You said that {{ concern.statement }}.{% endif %}"
    "{% if tie %} {{ tie.teammate }} met you in {{ tie.last_touch | month }}.{% endif %}"
    "{% if case %} {{ case.way }}{% endif %}"
)
ROUNDS = {
    "acme": ("Acme Robotics raises $25 million Series B", "Acme Robotics, a maker of robots, raised $25 million."),
    "hooli": ("Hooli Freight raises $9 million Series A", "Hooli Freight has raised $9 million."),
}


@pytest.fixture
def told(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    """Two open drafts, to Jo at Acme and to Kim at Hooli, that each say a concern, a tie and the case."""
    files = {"concerns.csv": CONCERNS, "ties.csv": TIES, "cases.yaml": CASES,
             "stories/raised.en.j2": story("raised", "funding", MOMENT)}  # fmt: skip
    with line(sqlite_database, tmp_path, jail=jail, files=files) as here:
        for title, text in ROUNDS.values():
            here.post("courier", title, text)
        here.run()
        for who, said in (("acme", "the first month decides"), ("hooli", "lorries leave half empty")):
            assert f"You said that {said}. Mara Lindner met you in May. They bought ropes." in body(here, who)
        yield here


def body(here: Line, account: str) -> str:
    return here.body(here.draft(account_id=account)).replace("\n", " ")


def stands(here: Line, account: str) -> tuple[int, str]:
    row = here.draft(account_id=account)
    return row.version, here.body(row)


def test_a_concern_that_leaves_the_file_leaves_the_text(told: Line) -> None:
    other = stands(told, "hooli")
    told.files(concerns_csv=CONCERNS.replace("jo,outcomes,the first month decides,concern,2026-06-01,yes\n", ""))
    told.run()
    draft = told.draft(account_id="acme")
    assert "You said" not in body(told, "acme")
    assert "Mara Lindner met you in May. They bought ropes." in body(told, "acme")
    assert (draft.version, told.version(draft).cause) == (2, "correction")
    assert told.version(draft).note == "what they told us was taken back, or may not be said any more"
    assert stands(told, "hooli") == other


def test_a_concern_that_may_not_be_said_any_more_leaves_the_text(told: Line) -> None:
    other = stands(told, "hooli")
    told.files(concerns_csv=CONCERNS.replace("decides,concern,2026-06-01,yes", "decides,concern,2026-06-01,no"))
    told.run()
    assert "first month" not in body(told, "acme")
    assert stands(told, "hooli") == other


def test_a_tie_that_is_gone_leaves_the_text(told: Line) -> None:
    other = stands(told, "acme")
    told.files(ties_csv=TIES.replace("mara,kim,met,3,2026-05-01\n", ""))
    told.run()
    assert "met you" not in body(told, "hooli")
    assert "You said that lorries leave half empty." in body(told, "hooli")
    assert stands(told, "acme") == other


def test_a_case_that_is_gone_leaves_every_text_that_told_it(told: Line) -> None:
    told.files(cases_yaml="cases: []\n")
    told.run()
    for who in ("acme", "hooli"):
        assert "ropes" not in body(told, who)
        assert "Mara Lindner met you in May." in body(told, who)


def test_a_case_that_is_told_otherwise_is_not_told_as_it_was(told: Line) -> None:
    told.files(cases_yaml=CASES.replace("They bought ropes.", "They bought nets."))
    told.run()
    assert "ropes" not in body(told, "acme")


def test_what_no_text_said_changes_no_draft(told: Line) -> None:
    before = [stands(told, who) for who in ("acme", "hooli")]
    told.files(
        cases_yaml=CASES + CASES.removeprefix("cases:\n").replace("quay", "mill").replace("ropes", "felt"),
        concerns_csv=CONCERNS + "jo,tasks,forms are typed twice,concern,2026-01-01,no\n",
        ties_csv=TIES.replace("mara,jo,met,3", "mara,jo,met,4"),
    )
    told.run()
    told.files(concerns_csv=CONCERNS)
    told.run()
    assert [stands(told, who) for who in ("acme", "hooli")] == before


def test_until_it_is_told_anew_nobody_can_approve_it_and_nothing_leaves(told: Line) -> None:
    draft = told.draft(account_id="acme")
    told.approve(draft.id)
    told.files(ties_csv=TIES.replace("mara,jo,met,3,2026-05-01\n", ""))
    told.clock.turn(minutes=11)
    told.run()
    assert told.row(drafts, id=draft.id).state == "pending"
    assert told.row(handoffs, draft_id=draft.id).state == "cancelled"
    assert "met you" not in body(told, "acme")


def test_a_story_that_needs_what_is_gone_is_blocked_with_the_reason(
    database: Engine, tmp_path: Path, jail: ChildJail
) -> None:
    needs = story("raised", "funding", "you said that {{ concern.statement }}.", requires="[concern.statement]")
    files = {"concerns.csv": CONCERNS, "stories/raised.en.j2": needs}
    with line(database, tmp_path, jail=jail, files=files) as here:
        here.post("courier", *ROUNDS["acme"])
        here.run().files(concerns_csv="contact,level,statement,kind,heard_on,shareable\n").run()
        draft = here.draft()
        (finding,) = [one for one in here.version(draft).findings if one["code"] == "EVD002"]
        assert "what they told us was taken back" in finding["message"]
        assert draft.obstacles > 0
        assert isinstance(desk.approve(here.services, here.shown(draft.id), MARA), Refused)


HEARD = ("funding", "you said that {{ concern.statement }}.")


@pytest.mark.parametrize("left", ["jo,tasks,forms are typed twice,concern,2026-06-01,yes\n", ""])
def test_a_draft_whose_concern_is_gone_is_told_anew_with_what_is_known(
    database: Engine, tmp_path: Path, jail: ChildJail, left: str
) -> None:
    files = {
        "concerns.csv": CONCERNS + left,
        "stories/raised.en.j2": story("raised", *HEARD, requires="[concern.statement]", level="outcomes"),
        "stories/typed.en.j2": story("typed", *HEARD, requires="[concern.statement]", level="tasks"),
        "campaigns.yaml": FILES["campaigns.yaml"].replace("[raised]", "[raised, typed]"),
    }
    with line(database, tmp_path, jail=jail, files=files) as here:
        here.post("courier", *ROUNDS["acme"])
        here.run().files(concerns_csv=CONCERNS.splitlines()[0] + "\n" + left).run()
        first = here.draft()
        level = [one["message"] for one in here.version(first).findings if one["code"] == "LEVEL001"]
        assert level == ["the story speaks at outcomes; nothing that was heard from this person reaches that high"]
        with write(here.engine) as connection:
            mara = {"id": "mara", "name": "Mara Lind", "role": "reviewer", "made_at": NOON, "preferences": {}}
            connection.execute(insert(users), [mara])
        with Site(services(here.engine, here.clock.now)) as site:
            reader = site.visitor("mara")
            page = reader.get(f"/drafts/{first.id}").text
            assert 'name="instead" value="anew"' in page
            pressed = {"reason": "other", "comment": "It rests on what is not known any more.", "instead": "anew"}
            assert reader.post(f"/drafts/{first.id}/reject", **shown_on(page), **pressed).status_code == 303
        here.run()
        told = here.rows(drafts)[1:]
        assert [(one.story_id, one.contact_id) for one in told] == [("typed", "jo")] * bool(left)
        found = {finding["code"] for one in told for finding in here.version(one).findings}
        assert not found & {"EVD002", "LEVEL001"}
        assert here.row(drafts, id=first.id).replaced_by == (told[0].id if told else None)
        assert [one.rule for one in here.rows(nos)] == ([] if left else ["no_story"])
        assert isinstance(undo(here.engine, first.id, MARA, now=here.clock.at), Undone)
        assert [one.state for one in here.rows(drafts)] == ["pending"] + ["superseded"] * bool(left)


def test_where_the_senders_tie_is_gone_the_next_warmest_writes_by_one_press(
    sqlite_database: Engine, tmp_path: Path, jail: ChildJail
) -> None:
    ties = TIES.replace("mara,kim,met,3,2026-05-01\n", "otto,pia,worked_with,4,2026-04-01\n")
    files = {
        "ties.csv": ties,
        "team.yaml": FILES["team.yaml"] + "  - {id: otto, name: Otto Brandt, email: otto@lantern.example}\n",
        "contacts.csv": FILES["contacts.csv"] + "acme,Pia Roth,pia,,manager,sales,none,en\n",
    }
    with line(sqlite_database, tmp_path, jail=jail, files=files) as here:
        here.post("courier", *ROUNDS["acme"])
        here.run()
        first = here.draft()
        assert first.sender_id == "mara"
        with write(here.engine) as connection:
            mara = {"id": "mara", "name": "Mara Lind", "role": "reviewer", "made_at": NOON, "preferences": {}}
            connection.execute(insert(users), [mara])
        ours = replace(services(here.engine, here.clock.now), campaigns=lambda: here.services.workspace.campaigns)
        with Site(ours) as site:
            reader = site.visitor("mara")
            assert "Tell it anew from" not in reader.get(f"/drafts/{first.id}").text
            assert here.row(drafts, id=first.id).opened_at is not None
            here.files(ties_csv=ties.replace("mara,jo,met,3,2026-05-01\n", "")).run()
            assert here.row(drafts, id=first.id).opened_at is None  # so it is not approved among several, unseen
            page = reader.get(f"/drafts/{first.id}").text
            assert "The tie for which Mara Lindner was chosen is gone." in page
            assert "Tell it anew from Otto Brandt" in page
            pressed = {"reason": "other", "comment": "The tie is gone.", "instead": "anew"}
            assert reader.post(f"/drafts/{first.id}/reject", **shown_on(page), **pressed).status_code == 303
        here.run()
        assert [(one.sender_id, one.contact_id) for one in here.rows(drafts)[1:]] == [("otto", "jo")]
        assert isinstance(undo(here.engine, first.id, MARA, now=here.clock.at), Undone)


def test_a_repair_is_taken_back_when_the_promise_is_mended(
    sqlite_database: Engine, tmp_path: Path, jail: ChildJail
) -> None:
    owing = "we owe you {% if promise.text %}this: {{ promise.text }}{% endif %}"
    sorry = story("sorry", "funding", owing, shape="repair")
    sorry = sorry.replace("beat problem", "beat fault").replace("beat journey", "beat repair")
    sorry = "\n".join(row for row in sorry.splitlines() if "beat setback" not in row) + "\n"
    campaigns = FILES["campaigns.yaml"].replace("[raised]", "[sorry]")
    with line(
        sqlite_database, tmp_path, jail=jail, files={"stories/sorry.en.j2": sorry, "campaigns.yaml": campaigns}
    ) as here:
        with write(here.engine) as connection:
            owed = MadePromise("acme", "the plan by June", NOON.date().replace(month=5), NOON.date().replace(month=6))
            number = add_promise(connection, owed, MARA, now=NOON)
        here.post("courier", *ROUNDS["acme"])
        here.run()
        assert "we owe you this: the plan by June" in here.body(here.draft())
        with write(here.engine) as connection:
            settle_promise(connection, number, PromiseState.KEPT, "It lay there on Monday.", MARA, now=NOON)
        here.run()
        draft = here.draft()
        assert (draft.version, draft.obstacles > 0) == (2, True)
        assert "the promise was mended" in here.version(draft).note


def test_what_somebody_takes_back_leaves_the_text_too(told: Line) -> None:
    heard = told.draft(account_id="acme")
    with write(told.engine) as connection:
        connection.exec_driver_sql("UPDATE concerns SET origin = 'heard' WHERE contact_id = 'jo'")
        id_ = connection.exec_driver_sql("SELECT id FROM concerns WHERE contact_id = 'jo'").scalar_one()
        assert take_back(connection, id_, Actor("mara", "ui"), now=NOON) is not None
    told.run()
    assert "You said" not in body(told, "acme")
    assert told.row(drafts, id=heard.id).version == 2
