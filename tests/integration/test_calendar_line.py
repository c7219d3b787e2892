"""Our own dates on the whole line: they come due in the database, and a person finds a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, update
from support.line import FILES, Line, line, story

from overture.db.engine import write
from overture.db.tables import concerns, drafts, entries, mentions, nos, outcomes, sources, touches, triggers
from overture.jail import ChildJail
from overture.jobs.calendar import calendar_due

CAMPAIGNS = """\
campaigns:
  - id: money
    when: {event: funding, age: {lte: 21d}}
    stories: [raised]
    caps: {per_contact: 1/60d, per_account: 1/30d}
  - {id: care, when: {event: [day_one, check_in_30, renewal_90, quiet_customer], age: {lte: 14d}}, stories: [care]}
  - {id: next, when: {event: follow_up_due, age: {lte: 14d}}, stories: [raised, second, third]}
"""
STORIES = {
    "stories/care.en.j2": story("care", "[day_one, check_in_30, renewal_90, quiet_customer]", "a day to ask."),
    "stories/second.en.j2": story("second", "follow_up_due", "the part that was missing.", chapter="2"),
    "stories/third.en.j2": story("third", "follow_up_due", "a last word.", chapter="3"),
}
ROUND = ("Acme Robotics raises $25 million Series B", "Acme Robotics, a maker of robots, raised $25 million.")


def accounts(**dates: str) -> str:
    """The usual accounts; `day_one` and `renewal_on` are Hooli's."""
    return (
        "name,id,domain,country,lifecycle,owner,day_one,renewal_on\n"
        "Acme Robotics,acme,acme.example,DE,prospect,mara,,\n"
        f"Hooli Freight,hooli,hooli.example,DE,customer,mara,{dates.get('day_one', '')},{dates.get('renewal_on', '')}\n"
    )


@pytest.fixture
def here(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail, files={**FILES, **STORIES, "campaigns.yaml": CAMPAIGNS}) as found:
        yield found


def test_a_renewal_in_ninety_days_becomes_a_draft_with_its_evidence(here: Line) -> None:
    here.files(accounts_csv=accounts(renewal_on="2027-02-17")).run()
    trigger = here.trigger()
    assert (trigger.kind, trigger.account_id, trigger.state) == ("renewal_90", "hooli", "asked")
    entry = here.row(entries)
    assert (entry.title, entry.state) == ("Hooli Freight: renewal in 90 days, on 17 February 2027", "read")
    span = here.row(mentions).evidence[1]
    assert entry.clean_title[span["start"] : span["end"]] == "17 February 2027"
    draft = here.draft()
    assert (draft.contact_id, draft.campaign, draft.chapter) == ("kim", "care", 1)


def test_looking_again_every_hour_for_a_week_adds_nothing(here: Line) -> None:
    here.files(accounts_csv=accounts(renewal_on="2027-02-17")).run()
    for _ in range(6):
        here.clock.turn(days=1)
        here.run()
    assert (len(here.rows(entries)), len(here.rows(triggers)), len(here.rows(drafts))) == (1, 1, 1)


def test_a_first_start_does_not_fire_old_dates(here: Line) -> None:
    here.files(accounts_csv=accounts(renewal_on="2027-01-25", day_one="2025-11-01")).run()
    assert here.rows(triggers, kind="renewal_90") == []
    assert here.rows(drafts) == []


def test_the_year_of_a_customer_has_its_dates_in_order(here: Line) -> None:
    here.files(accounts_csv=accounts(day_one="2026-11-20", renewal_on="2027-11-20")).run()
    assert here.rows(triggers) == []
    for _ in range(8):
        here.clock.turn(days=4)
        here.run()
    assert [row.kind for row in here.rows(triggers)] == ["day_one", "check_in_30"]


def test_a_draft_about_a_date_that_moved_can_be_approved_by_nobody(here: Line) -> None:
    here.files(accounts_csv=accounts(renewal_on="2027-02-17")).run()
    here.files(accounts_csv=accounts(renewal_on="2027-06-30"))
    here.clock.turn(hours=2)
    draft = here.run().draft()
    version = here.version(draft)
    assert (version.cause, draft.state) == ("correction", "pending")
    assert draft.obstacles > 0
    assert "has moved or left the books" in version.note


def test_a_date_that_no_campaign_asks_for_says_so(here: Line) -> None:
    here.files(accounts_csv=accounts(renewal_on="2027-01-18")).run()
    assert (here.trigger().kind, here.trigger().why_no_draft) == ("renewal_60", "No campaign asks for renewal 60.")


def test_a_quiet_customer_comes_due_and_a_word_from_them_breaks_the_silence(here: Line) -> None:
    here.files(accounts_csv=accounts(day_one="2026-08-22")).run()
    assert [row.kind for row in here.rows(triggers)] == []
    here.clock.turn(days=1)
    assert {row.kind for row in here.run().rows(triggers)} == {"check_in_90", "quiet_customer"}
    _hear(here, "kim", "2026-11-21")
    here.clock.turn(days=89)
    assert len(here.run().rows(triggers, kind="quiet_customer")) == 1
    here.clock.turn(days=2)
    assert len(here.run().rows(triggers, kind="quiet_customer")) == 2


def _hear(here: Line, contact: str, on: str) -> None:
    row = {
        "id": "heard", "contact_id": contact, "level": "tasks", "statement": "Loading takes too long",
        "kind": "concern", "heard_on": date.fromisoformat(on), "shareable": False, "origin": "page",
    }  # fmt: skip
    with write(here.engine) as connection:
        connection.execute(insert(concerns).values(row))


# --- follow-ups ---------------------------------------------------------------------------------------------------


def _first_letter(here: Line) -> int:
    here.post("courier", *ROUND)
    draft = here.run().draft()
    here.send(draft.id)
    return int(draft.id)


def test_two_more_chapters_come_due_to_the_same_reader_and_then_no_more(here: Line) -> None:
    first = _first_letter(here)
    here.clock.turn(days=14)
    second = here.run().draft(chapter=2)
    assert (second.parent_id, second.contact_id, second.story_id) == (first, "jo", "second")
    here.send(second.id)
    here.clock.turn(days=14)
    third = here.run().draft(chapter=3)
    assert (third.parent_id, third.story_id) == (second.id, "third")
    here.send(third.id)
    here.clock.turn(days=14)
    assert len(here.run().rows(drafts)) == 3


def test_chapters_of_one_overture_count_once_against_the_caps(here: Line) -> None:
    _first_letter(here)
    here.clock.turn(days=14)
    here.send(here.run().draft(chapter=2).id)
    here.files(
        campaigns_yaml=CAMPAIGNS.replace(
            "per_contact: 1/60d, per_account: 1/30d", "per_contact: 2/60d, per_account: 2/30d"
        )
    )
    here.post("ledger", "Acme Robotics raises $90 million Series C", "Acme Robotics raised $90 million.")
    assert here.run().draft(state="pending").chapter == 1


@pytest.mark.parametrize("standing", ["denied"])
def test_a_letter_that_never_arrived_has_no_second_chapter(here: Line, standing: str) -> None:
    _first_letter(here)
    with write(here.engine) as connection:
        connection.execute(update(touches).values(standing=standing))
    here.clock.turn(days=14)
    assert here.run().rows(triggers, kind="follow_up_due") == []


def test_an_answer_ends_the_overture(here: Line) -> None:
    _first_letter(here)
    _hear(here, "jo", "2026-11-25")
    here.clock.turn(days=14)
    assert here.run().rows(triggers, kind="follow_up_due") == []


@pytest.mark.parametrize("kind", ["replied", "opted_out", "bounced"])
def test_an_outcome_ends_the_overture(here: Line, kind: str) -> None:
    _first_letter(here)
    row = {"kind": kind, "account_id": "acme", "contact_id": "jo", "at": here.clock.at, "noted_by": "mara"}
    with write(here.engine) as connection:
        connection.execute(insert(outcomes).values(row))
    here.clock.turn(days=14)
    assert here.run().rows(triggers, kind="follow_up_due") == []


def test_an_answer_between_the_date_and_the_draft_is_a_recorded_no(here: Line) -> None:
    _first_letter(here)
    here.clock.turn(days=14)
    calendar_due(here.services)
    _hear(here, "jo", "2026-12-01")
    assert here.run().rows(drafts, chapter=2) == []
    assert here.row(nos, rule="no_follow_up").account_id == "acme"
    assert "answered" in here.trigger(kind="follow_up_due").why_no_draft


def test_the_calendar_shows_its_health_like_any_source(here: Line) -> None:
    row = here.run().row(sources, id="our-calendar")
    assert (row.health["state"], row.title) == ("ok", "Lantern")
    assert row.run_at > here.clock.at


# --- our own news -------------------------------------------------------------------------------------------------

KNOWN = {
    "interests.csv": "contact,topic\njo,customer churn\nkim,customer churn\n",
    "concerns.csv": "contact,level,statement,heard_on,shareable\n"
    "jo,outcomes,Too many customers leave us in the first year,2026-10-01,yes\n"
    "kim,tasks,Loading takes too long,2026-10-01,yes\n",
    "ties.csv": "teammate,contact,strength\nmara,jo,3\nmara,kim,3\n",
    "stories/share.en.j2": story("share", "we_published", "we wrote this down."),
    "campaigns.yaml": CAMPAIGNS + "  - {id: share, when: {event: we_published, age: {lte: 14d}}, stories: [share]}\n",
}
POST = ("What customer churn costs", "Eight stories about customers who leave early.")


@pytest.fixture
def known(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail, files={**FILES, **STORIES, **KNOWN}) as found:
        yield found


def test_a_post_of_ours_is_for_those_who_read_about_it_and_worry_about_it(known: Line) -> None:
    known.post("our-blog", *POST)
    draft = known.run().draft()
    assert (draft.contact_id, draft.campaign) == ("jo", "share")
    trigger = known.trigger()
    assert (trigger.kind, trigger.account_id) == ("we_published", "acme")
    assert trigger.facts["reference"].startswith("https://our-blog.example/")


def test_two_posts_of_one_day_are_two_events(known: Line) -> None:
    known.post("our-blog", *POST)
    known.post("our-blog", "Customer churn, a second look", "Customers who leave late.")
    assert len(known.run().rows(triggers)) == 2
    assert len(known.rows(drafts)) == 1, "one person, one open draft"


def test_our_own_news_is_never_read_as_news_about_others(known: Line) -> None:
    known.post("our-blog", "Acme Robotics raises $25 million Series B", "Acme Robotics raised $25 million.")
    assert known.run().rows(triggers) == []
    assert known.row(entries).vetoed.startswith("our own post; nobody")


def test_an_old_post_of_a_first_pass_is_shared_with_nobody(known: Line) -> None:
    known.post("our-blog", *POST, hours_ago=24 * 40, first_pass=True)
    assert known.run().rows(triggers) == []
    assert "older than 30 days" in known.row(entries).vetoed
