"""Reviewing by program: reading, deciding on what was read, being late, asking twice, many at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from support.api import Program, program, shown
from support.sample_drafts import COMPANY
from support.web import Hand, Site, services

from overture.db.decisions import OutboxPolicy
from overture.db.engine import read
from overture.db.tables import api_answers, approvals, audit, contacts, handoffs


@pytest.fixture
def mara(site: Site) -> Iterator[Program]:
    with program(site, "mara") as who:
        yield who


def one(who: Program, draft_id: int) -> dict[str, Any]:
    found: dict[str, Any] = who.get(f"/drafts/{draft_id}").json()
    return found


def ready(who: Program) -> dict[str, Any]:
    """A draft that may be approved."""
    rows = who.get("/drafts", tab="mine", limit=200).json()["items"]
    found: dict[str, Any] = next(row for row in rows if row["obstacles"] == 0)
    return found


def count(engine: Engine, table: Any) -> int:
    with read(engine) as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


# --- reading ------------------------------------------------------------------------------------------------------


def test_pages_follow_each_other_and_none_is_told_twice(mara: Program) -> None:
    everything = [row["id"] for row in mara.get("/drafts", limit=200).json()["items"]]
    walked, cursor = [], ""
    while cursor is not None:
        page = mara.get("/drafts", limit=7, **({"cursor": cursor} if cursor else {})).json()
        walked += [row["id"] for row in page["items"]]
        cursor = page["next"]
    assert walked == everything
    assert len(set(walked)) == len(walked) == 40


def test_tabs_and_words_are_those_of_the_queue(site: Site, mara: Program) -> None:
    counts = mara.get("/drafts/counts").json()["tabs"]
    for tab in ("mine", "unassigned", "snoozed", "blocked"):
        rows = mara.get("/drafts", tab=tab, limit=200).json()["items"]
        assert len(rows) == counts[tab], tab
    assert {row["account"] for row in mara.get("/drafts", q="acme").json()["items"]} == {"Acme Robotics"}
    assert all(row["event"] == "funding" for row in mara.get("/drafts", q="kind:funding").json()["items"])
    assert {row["state"] for row in mara.get("/drafts", state="pending").json()["items"]} == {"pending"}
    wrong = mara.get("/drafts", q="colour:red")
    assert (wrong.status_code, wrong.json()["errors"][0]["place"]) == (422, "query.q")


def test_one_draft_comes_with_its_reasons(mara: Program) -> None:
    found = one(mara, 1)
    assert found["draft"]["account"] == "Acme Robotics"
    assert "".join(part["text"] for part in found["text"]["segments"]) == found["text"]["body"]
    assert found["text"]["body"] in found["full_text"]
    claim = found["claims"][0]
    assert claim["paths"]
    assert claim["origins"]
    telling = found["tellings"][0]
    span = telling["evidence"][0]
    said = telling["clean_title"] if span["field"] == "title" else telling["clean_text"]
    assert said[span["start"] : span["end"]] == span["text"]
    assert {check["level"] for check in found["checks"]} <= {"ok", "warn", "bad"}
    assert mara.get("/drafts/1/versions/1").json()["body"] == found["text"]["body"]
    assert mara.get("/drafts/1/versions/99").status_code == 404


def test_a_blocked_draft_says_why(mara: Program) -> None:
    found = one(mara, 6)
    assert found["blocked"]
    answer = mara.post("/drafts/6/approve", shown(found["draft"]))
    assert answer.status_code in (409, 422)
    assert answer.json()["refusal"]


# --- deciding -----------------------------------------------------------------------------------------------------


def test_what_was_read_is_what_is_approved_and_can_be_taken_back(mara: Program, filled: Engine) -> None:
    draft = ready(mara)
    done = mara.post(f"/drafts/{draft['id']}/approve", shown(draft)).json()
    assert (done["did"], done["hash"]) == ("approved", draft["hash"])
    held = mara.get("/handoffs", state="held").json()["items"]
    assert done["handoff_id"] in [row["id"] for row in held]
    back = mara.post(f"/handoffs/{done['handoff_id']}/pull-back").json()
    assert (back["did"], back["was"]) == ("undone", "approved")
    assert one(mara, draft["id"])["draft"]["state"] == "pending"
    with read(filled) as connection:
        moves = connection.execute(select(audit.c.origin).where(audit.c.thing == "draft", audit.c.actor == "mara"))
        assert "api" in {row[0] for row in moves}


def test_who_is_late_gets_the_draft_as_it_stands(site: Site, mara: Program) -> None:
    draft = ready(mara)
    place = f"/drafts/{draft['id']}"
    with program(site, "jonas") as jonas:
        edited = jonas.post(f"{place}/edit", {**shown(draft), "subject": "A word", "body": "Dear Ines, a word."})
        assert edited.status_code == 200
    late = mara.post(f"{place}/approve", shown(draft))
    told = late.json()
    assert (late.status_code, told["refusal"], told["by"]) == (409, "stale", "jonas")
    assert told["current"]["version"] == draft["version"] + 1
    assert told["current"]["subject"] == "A word"
    again = mara.post(f"{place}/approve", shown(told["current"]))
    assert again.status_code == 200


@pytest.mark.parametrize("wrong", [{"version": 1, "hash": "0" * 64}, {"version": 9, "hash": "HASH"}])
def test_neither_version_nor_hash_alone_opens_the_door(mara: Program, wrong: dict[str, Any], filled: Engine) -> None:
    draft = ready(mara)
    given = {**wrong, "hash": draft["hash"] if wrong["hash"] == "HASH" else wrong["hash"]}
    assert mara.post(f"/drafts/{draft['id']}/approve", given).status_code == 409
    assert count(filled, approvals) == 0


def test_a_rejection_says_what_it_taught(mara: Program) -> None:
    draft = ready(mara)
    place = f"/drafts/{draft['id']}"
    wordless = mara.post(f"{place}/reject", {**shown(draft), "reason": "other"})
    assert (wordless.status_code, wordless.json()["refusal"]) == (422, "incomplete")
    done = mara.post(f"{place}/reject", {**shown(draft), "reason": "do_not_contact"})
    assert "suppressed_address" in done.json()["effects"]
    wanted = {"account_id": draft["account_id"], "q": draft["contact"]}
    assert [row["suppressed"] for row in mara.get("/contacts", **wanted).json()["items"]] == [True]
    assert mara.post(f"{place}/undo").json()["was"] == "rejected"
    assert [row["suppressed"] for row in mara.get("/contacts", **wanted).json()["items"]] == [False]


def test_a_snooze_needs_a_moment_with_its_zone(mara: Program, hand: Hand) -> None:
    draft = ready(mara)
    place = f"/drafts/{draft['id']}/snooze"
    naive = mara.post(place, {**shown(draft), "until": "2026-11-21T08:00:00"})
    assert (naive.status_code, naive.json()["errors"][0]["place"]) == (422, "body.until")
    done = mara.post(place, {**shown(draft), "until": "2026-11-21T09:00:00+01:00"})
    assert done.json()["until"] == "2026-11-21T08:00:00Z"
    assert mara.post(f"/drafts/{draft['id']}/undo").json()["was"] == "snoozed"


def test_assigning_and_commenting(mara: Program) -> None:
    assert mara.post("/drafts/2/assign", {"to": "me"}).json()["assignee"] == "mara"
    assert mara.post("/drafts/2/assign", {"to": "nobody-here"}).json()["errors"][0]["place"] == "body.to"
    assert mara.post("/drafts/2/assign", {"to": None}).json()["assignee"] is None
    assert mara.post("/drafts/2/comments", {"text": "<b>ask Priya</b>"}).status_code == 200
    assert one(mara, 2)["comments"][-1]["text"] == "<b>ask Priya</b>"
    assert mara.post("/drafts/9999/undo").status_code == 404


# --- asking twice -------------------------------------------------------------------------------------------------


def test_the_same_key_decides_once_and_answers_the_same(mara: Program, filled: Engine, hand: Hand) -> None:
    draft = ready(mara)
    place, key = f"/drafts/{draft['id']}/approve", {"idempotency-key": "order-1"}
    first, second = (mara.post(place, shown(draft), **key) for _ in range(2))
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()
    assert (first.headers.get("idempotency-replayed"), second.headers["idempotency-replayed"]) == (None, "true")
    assert count(filled, handoffs) == 1
    other = mara.post(place, {**shown(draft), "version": draft["version"] + 1}, **key)
    assert other.status_code == 422
    hand.turn(hours=25)
    assert mara.post(place, shown(draft), **key).status_code == 409


def test_a_refusal_frees_its_key(mara: Program, filled: Engine) -> None:
    draft = ready(mara)
    place, key = f"/drafts/{draft['id']}/approve", {"idempotency-key": "order-2"}
    assert mara.post(place, {"version": 99, "hash": "x"}, **key).status_code == 409
    assert count(filled, api_answers) == 0
    assert mara.post(place, shown(draft), **key).status_code == 200


def test_a_key_is_its_owners(site: Site, mara: Program) -> None:
    with program(site, "jonas") as jonas:
        for who in (mara, jonas):
            answer = who.post("/drafts/3/comments", {"text": "seen"}, **{"idempotency-key": "one"})
            assert answer.headers.get("idempotency-replayed") is None
    assert len(one(mara, 3)["comments"]) == 2


def test_what_is_kept_of_an_answer_names_nobody(mara: Program, filled: Engine) -> None:
    mara.post("/drafts/3/comments", {"text": "Ines called me"}, **{"idempotency-key": "two"})
    with read(filled) as connection:
        kept = str(connection.execute(select(api_answers)).all())
        names = [name for (name,) in connection.execute(select(contacts.c.name))]
    assert "Ines called" not in kept
    assert not [name for name in names if name in kept]


# --- several at once ----------------------------------------------------------------------------------------------


def test_many_are_decided_each_by_itself(mara: Program) -> None:
    rows = [row for row in mara.get("/drafts", tab="mine", limit=200).json()["items"] if not row["obstacles"]][:3]
    drafts = [{"id": row["id"], **shown(row)} for row in rows]
    drafts[1]["version"] += 1
    told = mara.post("/bulk", {"act": "snooze", "drafts": drafts, "for_update": True}).json()
    assert (told["done"], told["skipped"]) == (2, 1)
    assert [row["done"] for row in told["drafts"]] == [True, False, True]
    assert told["drafts"][1]["refusal"] == "stale"


def test_what_nobody_has_opened_is_not_approved_with_others(mara: Program) -> None:
    rows = mara.get("/drafts", state="pending", limit=200).json()["items"]
    row = next(one for one in rows if one["opened_at"] is None and one["obstacles"] == 0)
    body = {"act": "approve", "drafts": [{"id": row["id"], **shown(row)}]}
    assert mara.post("/bulk", body).json()["drafts"][0]["message"] == "Nobody has opened it."
    mara.post(f"/drafts/{row['id']}/opened")
    assert mara.post("/bulk", body).json()["done"] == 1


def test_one_approval_takes_so_many_and_no_more(filled: Engine) -> None:
    given = replace(services(filled, Hand()), outbox=lambda: OutboxPolicy(COMPANY, bulk=2))
    with Site(given) as site, program(site, "mara") as mara:
        rows = [row for row in mara.get("/drafts", tab="mine").json()["items"] if not row["obstacles"]][:4]
        for one in rows:
            mara.post(f"/drafts/{one['id']}/opened")
        told = mara.post(
            "/bulk", {"act": "approve", "drafts": [{"id": one["id"], **shown(one)} for one in rows]}
        ).json()
    assert [one["done"] for one in told["drafts"]] == [True, True, False, False]
    assert told["drafts"][2]["message"] == "One approval takes 2 drafts."


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"act": "reject"}, "body.reason"),
        ({"act": "reject", "reason": "other"}, "body.reason"),
        ({"act": "assign", "to": "nobody-here"}, "body.to"),
        ({"act": "snooze", "until": "2026-12-01T00:00:00"}, "body.until"),
        ({"act": "burn"}, "body.act"),
        ({"act": "undo", "drafts": []}, "body.drafts"),
        ({"act": "undo", "colour": "red"}, "body.colour"),
    ],
)
def test_a_field_that_is_wrong_is_named(mara: Program, body: dict[str, Any], place: str) -> None:
    answer = mara.post("/bulk", {"drafts": [{"id": 1, "version": 1, "hash": "x"}], **body})
    assert answer.status_code == 422
    assert place in [one["place"] for one in answer.json()["errors"]]
