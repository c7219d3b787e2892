"""Tuning a campaign: checked as the file is, tried on what came in, saved with its comments, never half."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from support.line import Line, line

from overture.config.document import text_hash
from overture.db.audit import Actor
from overture.db.tables import audit, drafts, nos
from overture.jail import ChildJail
from overture.jobs.campaign_desk import CampaignDesk, Change, NotSaved, Reason, Saved

ANA = Actor("ana", "ui")
FILE = """\
# Whom we write to.
campaigns:
  - id: money   # the first
    when: {event: funding, age: {lte: 21d}}
    stories: [raised]
    caps: {per_contact: 9/60d, per_account: 9/30d}

  # and the second
  - id: late
    when: {event: funding, age: {lte: 21d}}
    stories: [raised]
    priority: -1
"""


@pytest.fixture
def told(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(sqlite_database, tmp_path, jail=jail, files={"campaigns.yaml": FILE}) as running:
        running.post("courier", "Acme Robotics raises $25M Series B", "Acme Robotics has raised $25 million.")
        running.post("courier", "Hooli Freight raises $9M Series A", "Hooli Freight has raised $9 million.")
        yield running.run()


@pytest.fixture
def desk(told: Line) -> CampaignDesk:
    return CampaignDesk(told.services)


def change(desk: CampaignDesk, old: str, new: str) -> Change:
    text = desk.text("money")
    assert text is not None
    assert old in text
    return Change("money", text.replace(old, new), text_hash(text))


def refused(answer: Saved | NotSaved) -> Reason:
    assert isinstance(answer, NotSaved)
    return answer.reason


def test_a_campaign_as_it_stands_has_nothing_wrong(desk: CampaignDesk) -> None:
    checked = desk.check(Change("money", desk.text("money") or ""))
    assert (checked.problems, checked.elsewhere, checked.file) == ((), (), FILE)
    assert checked.campaign is not None
    assert checked.campaign.id == "money"


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("event: funding", "event: fundin", "2:15", 'did you mean "funding"'),
        ("[raised]", "[raisd]", "3:11", 'did you mean "raised"'),
        ("per_contact: 9/60d", "per_contact: often", "4:21", "is no cap"),
        ("caps:", "cap:", "4:1", 'did you mean "caps"'),
        ("id: money", "id: moneys", "1:1", "stays the same for ever"),
        ("{event", "[event", "2:", "in [ ] is not closed"),
    ],
)
def test_a_problem_stands_at_its_place_with_a_suggestion(
    desk: CampaignDesk, old: str, new: str, place: str, words: str
) -> None:
    checked = desk.check(change(desk, old, new))
    assert checked.campaign is None
    (found, *_) = checked.problems
    assert f"{found.line}:{found.column}".startswith(place)
    assert words in found.message


def test_a_replay_says_what_would_be_otherwise_and_writes_nothing(told: Line, desk: CampaignDesk) -> None:
    before = [told.rows(table) for table in (drafts, nos, audit)]
    checked = desk.check(change(desk, "stories:", "fit: {never: [{account.lifecycle: [customer]}]}\nstories:"))
    assert checked.campaign is not None
    compared = desk.replay(checked.campaign)
    assert [one.trigger.company for one in compared.before.drafts("money")] == ["Acme Robotics", "Hooli Freight"]
    assert [one.trigger.company for one in compared.after.drafts("money")] == ["Acme Robotics"]
    (difference,) = compared.differences
    assert (difference.before.campaign, difference.after.campaign) == ("money", "late")
    assert compared.after.nos("money") == {"never": 1}
    assert [told.rows(table) for table in (drafts, nos, audit)] == before


def test_saving_keeps_every_other_line(told: Line, desk: CampaignDesk) -> None:
    assert desk.save(change(desk, "9/60d", "2/60d"), ANA) == Saved("money")
    assert (told.services.folder / "campaigns.yaml").read_text() == FILE.replace("9/60d", "2/60d")
    assert told.services.workspace.campaigns[0].caps.per_contact.count == 2
    row = told.rows(audit)[-1]
    assert (row.actor, row.action, row.thing_id) == ("ana", "campaign_saved", "money")


def test_a_new_campaign_stands_at_the_end(told: Line, desk: CampaignDesk) -> None:
    text = desk.start("fresh")
    assert desk.save(Change("", text), ANA) == Saved("fresh")
    assert [one.id for one in told.services.workspace.campaigns] == ["money", "late", "fresh"]
    assert refused(desk.save(Change("", text), ANA)) is Reason.ERRORS


def test_of_two_people_at_one_campaign_the_second_is_told(told: Line, desk: CampaignDesk) -> None:
    second = change(desk, "9/60d", "3/60d")
    desk.save(change(desk, "9/60d", "2/60d"), ANA)
    assert refused(desk.save(second, ANA)) is Reason.CHANGED
    other = desk.text("late")
    assert other is not None
    assert isinstance(desk.save(Change("late", other.replace("-1", "-2"), text_hash(other)), ANA), Saved)


def test_what_is_wrong_or_the_same_is_not_saved(told: Line, desk: CampaignDesk) -> None:
    assert refused(desk.save(change(desk, "[raised]", "[raisd]"), ANA)) is Reason.ERRORS
    assert refused(desk.save(change(desk, "9/60d", "9/60d"), ANA)) is Reason.SAME
    assert (told.services.folder / "campaigns.yaml").read_text() == FILE


def test_a_file_that_cannot_be_written_gives_the_patch(
    told: Line, desk: CampaignDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("overture.jobs.campaign_desk.write_atomically", refuse)
    answer = desk.save(change(desk, "9/60d", "2/60d"), ANA)
    assert isinstance(answer, NotSaved)
    assert answer.reason is Reason.READ_ONLY
    assert "+    caps: {per_contact: 2/60d" in answer.patch
    assert not [row for row in told.rows(audit) if row.thing == "campaign"]
