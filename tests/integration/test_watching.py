"""Presence, looks and what they say of how people decide; undo of edits and assignments; rows that are tried again."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, insert, text, update
from support.cast import KEYS, MARA, NOW, OTTO, OURS, OUTBOX, SUBJECT, Stage, relint
from support.cluster import wait

from campaigns.review import Refusal, Refused, RejectReason
from campaigns.types import Segment
from overture.db import decisions, lessons, set_aside, vigilance, watching
from overture.db.audit import Actor
from overture.db.decide_base import lock
from overture.db.decide_bind import tied
from overture.db.decisions import Edited, Relinted, Shown, Standing, Tie, Unassigned, Undone, Unedited
from overture.db.engine import is_postgres, read, write
from overture.db.tables import draft_versions, drafts, entries, looks, mentions, presences, sources, triggers, users
from overture.db.types import db_now

JONAS = Actor("jonas", "ui")


@pytest.fixture
def stage(database: Engine) -> Stage:
    people: list[dict[str, Any]] = [
        {"id": i, "name": i.title(), "role": "reviewer", "made_at": NOW, "preferences": {}} for i in ("mara", "jonas")
    ]
    with write(database) as connection:
        connection.execute(insert(users), people)
    return Stage(database).set()


def edit(stage: Stage, shown: Shown, body: str, actor: Actor = MARA, **more: Any) -> Edited:
    done = decisions.edit(stage.engine, shown, SUBJECT, body, actor, now=NOW, company=OURS, relint=relint, **more)
    assert isinstance(done, Edited), done
    return done


def undo_note(stage: Stage, draft_id: int, actor: Actor = MARA) -> Unassigned | Unedited | Refused:
    return decisions.undo_note(stage.engine, draft_id, actor, now=NOW, company=OURS)


# --- presence -----------------------------------------------------------------------------------------------------


def there(stage: Stage, draft_id: int, user: str) -> list[tuple[str, str]]:
    with read(stage.engine) as connection:
        return [(one.user, one.doing) for one in watching.others(connection, draft_id, user)]


def quiet_for(stage: Stage, seconds: float) -> None:
    with write(stage.engine) as connection:
        connection.execute(update(presences).values(seen_at=db_now(-seconds)))


def test_who_decides_while_another_takes_over_waits_for_nobody(stage: Stage) -> None:
    """On PostgreSQL each would wait for the other: for the draft, and for the presence."""
    shown, taken = stage.draft(), Event()
    watching.opened(stage.engine, shown.draft_id, MARA, now=NOW, doing="editing")

    def take_over() -> None:
        watching.here(stage.engine, shown.draft_id, "jonas", "editing", take=True)
        taken.set()

    other = Thread(target=take_over)
    with write(stage.engine) as connection:
        lock(connection, shown.draft_id)
        other.start()
        if is_postgres(connection):
            wait("the other waits", lambda: _waiting(stage), within=60)
        place = shown.draft_id, shown.version
        watching.decided(connection, place, "mara", "approved", sighted=0, claims=0, now=NOW)
        assert not taken.is_set()
    other.join(60)
    assert taken.is_set()
    assert there(stage, shown.draft_id, "nobody") == [("jonas", "editing")]


def _waiting(stage: Stage) -> bool:
    with read(stage.engine) as connection:
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        return bool(connection.scalar(text(query)))


def test_who_has_a_draft_open_is_seen_by_others_and_not_by_themselves(stage: Stage) -> None:
    draft = stage.draft().draft_id
    watching.opened(stage.engine, draft, MARA, now=NOW)
    assert there(stage, draft, "jonas") == [("mara", "reading")]
    assert there(stage, draft, "mara") == []
    watching.left(stage.engine, draft, "mara")
    assert there(stage, draft, "jonas") == []


def test_a_reader_is_forgotten_soon_and_an_editor_later(stage: Stage) -> None:
    draft = stage.draft().draft_id
    watching.here(stage.engine, draft, "mara", "reading")
    watching.here(stage.engine, draft, "jonas", "editing")
    quiet_for(stage, 120)
    assert there(stage, draft, "ada") == [("jonas", "editing")]
    quiet_for(stage, 301)
    assert there(stage, draft, "ada") == []


def test_one_edits_and_another_may_take_over(stage: Stage) -> None:
    draft = stage.draft().draft_id
    watching.here(stage.engine, draft, "mara", "editing")
    assert [one.doing for one in watching.here(stage.engine, draft, "jonas", "editing")] == ["editing"]
    assert there(stage, draft, "mara") == [("jonas", "reading")]
    watching.here(stage.engine, draft, "jonas", "editing", take=True)
    assert there(stage, draft, "mara") == [("jonas", "editing")]
    assert there(stage, draft, "jonas") == [("mara", "reading")]


def test_a_reader_is_at_one_draft_at_a_time(stage: Stage) -> None:
    first, second = stage.draft().draft_id, stage.draft(address_key="another").draft_id
    watching.here(stage.engine, first, "mara", "reading")
    watching.here(stage.engine, second, "mara", "reading")
    with read(stage.engine) as connection:
        assert {id_: [one.user for one in who] for id_, who in watching.everywhere(connection).items()} == {
            second: ["mara"]
        }


# --- looks --------------------------------------------------------------------------------------------------------


def test_a_decision_ends_the_look_and_an_undo_forgets_it(stage: Stage) -> None:
    shown = stage.draft()
    watching.opened(stage.engine, shown.draft_id, MARA, now=NOW)
    watching.here(stage.engine, shown.draft_id, "mara", "reading", sighted=2, claims=5)
    place = (shown.draft_id, 1)
    at = NOW + timedelta(seconds=9)
    with write(stage.engine) as connection:
        watching.decided(connection, place, "mara", "approved", sighted=1, claims=5, now=at)
    row = stage.row(looks)
    assert (row.decision, row.decided_at - row.began_at) == ("approved", timedelta(seconds=9))
    assert (row.sighted, row.claims) == (2, 5)
    watching.undecided(stage.engine, [shown.draft_id])
    assert stage.row(looks).decided_at is None


def test_habits_tell_quick_unread_approvals_from_work(stage: Stage) -> None:
    for number in range(24):
        shown = stage.draft(address_key=f"a{number}", state="rejected" if number % 2 else "done")
        for user, seconds, sighted in (("mara", 1, 0), ("jonas", 40, 3)):
            began = NOW + timedelta(minutes=number)
            look = {"draft_id": shown.draft_id, "user_id": user, "version": 1, "began_at": began, "claims": 3}
            look |= {"decided_at": began + timedelta(seconds=seconds), "sighted": sighted}
            look |= {"decision": "rejected" if user == "jonas" and number % 4 == 0 else "approved"}
            with write(stage.engine) as connection:
                connection.execute(insert(looks), look)
    with read(stage.engine) as connection:
        jonas, mara = sorted(vigilance.habits(connection, since=NOW), key=lambda habit: habit.user)
    assert (mara.quick, mara.unread, mara.overridden) == (1.0, 1.0, 0.0)
    assert len(mara.alarms) == 3
    assert (jonas.seconds, jonas.per_hour, jonas.sighted, jonas.alarms) == (40.0, 60, 1.0, ())


# --- undo of what is no decision ----------------------------------------------------------------------------------


def test_an_edit_is_undone_as_a_version_with_the_text_before_it(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, "A bad text.")
    assert stage.row(drafts).obstacles == 1
    done = undo_note(stage, shown.draft_id)
    assert isinstance(done, Unedited)
    assert (stage.row(drafts).version, stage.row(drafts).obstacles) == (3, 0)
    first, _, third = stage.rows(draft_versions)
    assert (third.body, third.segments, third.content_hash) == (first.body, first.segments, first.content_hash)
    assert isinstance(undo_note(stage, shown.draft_id), Refused)


def test_nobody_undoes_the_edit_of_somebody_else(stage: Stage) -> None:
    shown = stage.draft()
    edit(stage, shown, "By Mara.")
    answer = undo_note(stage, shown.draft_id, JONAS)
    assert isinstance(answer, Refused)
    assert (answer.refusal, answer.by) == (Refusal.STALE, "mara")


def test_steps_back_go_on_where_the_last_one_ended(stage: Stage) -> None:
    shown = stage.draft()
    decisions.assign(stage.engine, shown.draft_id, "jonas", MARA, now=NOW)
    edited = edit(stage, shown, "A new text.")
    now_shown = Shown(shown.draft_id, edited.version, edited.content_hash)
    decisions.approve(stage.engine, now_shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    assert isinstance(decisions.undo(stage.engine, shown.draft_id, MARA, now=NOW), Undone)
    assert isinstance(undo_note(stage, shown.draft_id), Unedited)
    assert undo_note(stage, shown.draft_id) == Unassigned(None)
    assert isinstance(undo_note(stage, shown.draft_id), Refused)


def test_an_assignment_that_was_changed_since_stays(stage: Stage) -> None:
    draft = stage.draft().draft_id
    decisions.assign(stage.engine, draft, "jonas", MARA, now=NOW)
    decisions.assign(stage.engine, draft, "otto", JONAS, now=NOW)
    assert isinstance(undo_note(stage, draft), Refused)
    assert stage.row(drafts).assignee == "otto"


# --- claims tied to the news --------------------------------------------------------------------------------------


def test_a_typed_claim_is_cut_out_and_tied() -> None:
    told = tied((Segment("You hired forty people. Well done."),), [Tie("forty people", "entry:1:summary:0:9")])
    assert [(one.text, one.evidence) for one in told] == [
        ("You hired ", ()), ("forty people", ("entry:1:summary:0:9",)), (". Well done.", ())
    ]  # fmt: skip


def _telling(stage: Stage, trigger_id: int) -> int:
    with write(stage.engine) as connection:
        source = {"id": "post", "kind": "feed", "config": {}, "config_hash": "0", "health": {}}
        connection.execute(insert(sources), source)
        row = {"source_id": "post", "entry_key": "k", "title": "t", "text": "x", "fetched_at": NOW, "first_pass": False}
        row |= {"clean_title": "Acme grows", "clean_text": "Acme hired forty people.", "state": "read"}
        entry = int(connection.execute(insert(entries).returning(entries.c.id), row).scalar_one())
        told = {"entry_id": entry, "trigger_id": trigger_id, "kind": "funding", "company_key": "acme"}
        told |= {"discriminator": "", "company": "Acme", "status": "announced", "facts": {}, "evidence": []}
        told |= {"confidence": 0.9, "told_at": NOW}
        connection.execute(insert(mentions), told)
    return entry


def test_only_words_of_a_telling_of_this_event_can_bear_a_claim(stage: Stage) -> None:
    shown = stage.draft()
    entry = _telling(stage, stage.row(drafts).trigger_id)
    seen: list[Any] = []

    def note(before: Standing, subject: str, body: str, vouched: Any) -> Relinted:
        seen.extend(before.segments)
        return relint(before, subject, body, vouched)

    good = Tie("Shall I send it?", f"entry:{entry}:summary:5:23")
    for origin in (f"entry:{entry}:summary:5:99", f"entry:{entry + 1}:summary:0:4", f"entry:{entry}:body:0:4", "clock"):
        answer = decisions.edit(
            stage.engine, shown, SUBJECT, "x", MARA, now=NOW, company=OURS, relint=note, ties=[Tie("it", origin)]
        )
        assert isinstance(answer, Refused)
    version = stage.row(draft_versions)
    done = decisions.edit(
        stage.engine, shown, SUBJECT, version.body, MARA, now=NOW, company=OURS, relint=note, ties=[good]
    )
    assert isinstance(done, Edited)
    assert done.version == 2  # the same words, with another footing
    assert [one.evidence for one in seen if one.text == good.text] == [(good.origin,)]


# --- what rejections taught, and what was given up ----------------------------------------------------------------


def test_a_reason_that_comes_three_times_in_a_week_is_a_suggestion(stage: Stage) -> None:
    for number in range(3):
        shown = stage.draft(address_key=f"b{number}")
        decisions.reject(stage.engine, shown, RejectReason.OLD_NEWS, MARA, now=NOW)
    with read(stage.engine) as connection:
        (found,) = lessons.suggestions(connection, now=NOW + timedelta(days=1))
        assert (found.campaign, found.reason, found.count) == ("series-b", "old_news", 3)
        assert lessons.suggestions(connection, now=NOW + timedelta(days=8)) == ()
        assert lessons.lessons(connection, now=NOW).campaigns[0].decided == 3


def test_a_wrong_fact_takes_its_siblings_along_and_brings_them_back(stage: Stage) -> None:
    first = stage.draft()
    trigger = stage.row(drafts).trigger_id
    second = stage.draft(trigger_id=trigger, chapter=2, address_key="other")
    held = stage.draft(trigger_id=trigger, chapter=3, address_key="third")
    decisions.approve(stage.engine, held, OTTO, now=NOW, outbox=OUTBOX, keys=KEYS)
    done = decisions.reject(stage.engine, first, RejectReason.WRONG_FACT, MARA, now=NOW)
    assert getattr(done, "effects", ()) == ("siblings_withdrawn",)
    states = {row.id: row.state for row in stage.rows(drafts)}
    assert (states[second.draft_id], states[held.draft_id]) == ("rejected", "pending")
    decisions.undo(stage.engine, first.draft_id, MARA, now=NOW)
    assert {row.state for row in stage.rows(drafts)} == {"pending"}


def test_what_was_set_aside_is_listed_and_tried_once_more(stage: Stage) -> None:
    stage.draft()
    with write(stage.engine) as connection:
        given_up = {"state": "set_aside", "attempts": 10, "last_error": "never finished in 10 attempts"}
        connection.execute(update(triggers).values(given_up))
    with read(stage.engine) as connection:
        (row,) = set_aside.listed(connection)
        assert (row.kind, row.attempts, set_aside.count(connection)) == ("trigger", 10, 1)
    assert set_aside.retry(stage.engine, "trigger", [row.id], OTTO, now=NOW) == (row.id,)
    again = stage.row(triggers)
    assert (again.state, again.attempts, again.run_at) == ("due", 0, NOW)
    assert set_aside.retry(stage.engine, "trigger", None, OTTO, now=NOW) == ()
