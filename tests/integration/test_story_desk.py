"""Writing a story: told on real events and on hard ones without a trace, saved as a file and a version at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from support.good_story import BETTER, BROKEN, GOOD, WARNED
from support.line import Line, line

from overture.config.document import text_hash
from overture.db.audit import Actor
from overture.db.tables import audit, drafts, story_versions
from overture.jail import ChildJail
from overture.jobs.story_desk import NotSaved, Reason, Saved, StoryDesk, Writing

ANA = Actor("ana", "ui")


@pytest.fixture
def told(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    with line(sqlite_database, tmp_path, jail=jail, files={"stories/raised.en.j2": GOOD}) as running:
        running.post("courier", "Acme Robotics raises $25M Series B", "Acme Robotics has raised $25 million.")
        yield running.run()


@pytest.fixture
def desk(told: Line) -> StoryDesk:
    return StoryDesk(told.services)


def writing(text: str, *, base: str = GOOD, note: str = "Warmer.", **more: object) -> Writing:
    return Writing("raised", "en", text, text_hash(base) if base else "", note, **more)  # type: ignore[arg-type]


def refused(answer: Saved | NotSaved) -> Reason:
    assert isinstance(answer, NotSaved)
    return answer.reason


def test_a_text_reads_on_a_real_event_as_the_line_tells_it(told: Line, desk: StoryDesk) -> None:
    tried = desk.preview(GOOD, "raised.en.j2")
    (telling,) = tried.tellings
    assert telling.told is not None
    assert telling.told.body == told.body(told.draft())
    assert telling.case.label.endswith("Jo Meyer")


def test_hard_cases_are_told_beside_real_ones(desk: StoryDesk) -> None:
    keys = [sample.key for sample in desk.samples(GOOD, "raised.en.j2")]
    assert keys[0].isdecimal()
    (telling,) = desk.preview(GOOD, "raised.en.j2", sample="hard:umlauts").tellings
    assert telling.told is not None
    assert "Müßig & Söhne" in telling.told.body


def test_what_the_lint_says_stands_at_its_line(desk: StoryDesk) -> None:
    tried = desk.preview(BROKEN, "raised.en.j2")
    found = next(one for one in tried.findings if one.code == "TPL002")
    assert (found.line, found.level) == (10, "error")
    assert 'did you mean "account.short_name"' in found.message


def test_a_text_that_is_no_story_is_no_crash(desk: StoryDesk) -> None:
    tried = desk.preview("Hello.", "raised.en.j2")
    assert (tried.story, tried.tellings) == (None, ())
    assert [one.code for one in tried.findings] == ["TPL001"]


def test_a_text_that_runs_for_ever_is_stopped_and_said_so(desk: StoryDesk) -> None:
    bomb = GOOD.replace("It is slow", "{{ 2**(2**34) }} It is slow")
    assert {one.code for one in desk.preview(bomb, "raised.en.j2").findings} & {"TPL003", "TPL005"}


def test_a_run_says_of_each_event_how_it_would_be_told(told: Line, desk: StoryDesk) -> None:
    told.post("courier", "Hooli Freight raises $9M Series A", "Hooli Freight has raised $9 million.")
    told.run()
    german = GOOD.replace("language: en", "language: de")
    assert [bool(one.told) for one in desk.run_last(GOOD, "raised.en.j2").tellings] == [True, True]
    assert [one.why_not for one in desk.run_last(german, "raised.de.j2").tellings] == [
        "nobody who is known there reads de"
    ] * 2


def test_trials_leave_no_trace(told: Line, desk: StoryDesk) -> None:
    before = {table.name: told.rows(table) for table in (drafts, story_versions, audit)}
    desk.preview(BETTER, "raised.en.j2")
    desk.run_last(BETTER, "raised.en.j2")
    assert {table.name: told.rows(table) for table in (drafts, story_versions, audit)} == before


def test_saving_writes_the_file_and_a_version_with_its_author(told: Line, desk: StoryDesk) -> None:
    assert desk.save(writing(BETTER.replace("\n", "\r\n")), ANA) == Saved(2, "raised.en.j2")
    assert (told.services.workspace.stories_dir / "raised.en.j2").read_text() == BETTER
    version = told.row(story_versions, version=2)
    assert (version.author, version.note, version.text) == ("ana", "Warmer.", BETTER)
    assert desk.in_force()["raised", "en"].version == 2
    row = told.rows(audit)[-1]
    assert (row.actor, row.action, row.thing_id, row.after) == ("ana", "story_saved", "raised.en", text_hash(BETTER))


def test_an_old_text_comes_back_as_a_new_version(told: Line, desk: StoryDesk) -> None:
    desk.save(writing(BETTER), ANA)
    assert desk.save(writing(GOOD, base=BETTER, restored=1), ANA) == Saved(3, "raised.en.j2")
    assert told.rows(audit)[-1].codes == {"version": 3, "restored": 1}


def test_a_new_story_starts_from_nothing(told: Line, desk: StoryDesk) -> None:
    text = GOOD.replace("id: raised", "id: bought")
    done = desk.save(Writing("bought", "en", text, "", "A first try."), ANA)
    assert isinstance(done, Saved), done
    assert ("bought", "en") in desk.in_force()


def test_who_began_with_an_older_text_overwrites_nobody(told: Line, desk: StoryDesk) -> None:
    desk.save(writing(BETTER), ANA)
    assert refused(desk.save(writing(GOOD.replace("has new", "has got new")), ANA)) is Reason.CHANGED
    assert refused(desk.save(writing(GOOD, base=""), ANA)) is Reason.CHANGED
    assert told.services.stories.stories["raised", "en"].version == 2


@pytest.mark.parametrize(
    ("text", "note", "why"),
    [
        (GOOD, "", Reason.SAME),
        (BROKEN, "", Reason.ERRORS),
        (WARNED, "", Reason.NOTE),
        ("Hello.", "Really.", Reason.ERRORS),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_is_written(
    told: Line, desk: StoryDesk, text: str, note: str, why: Reason
) -> None:
    assert refused(desk.save(writing(text, note=note), ANA)) is why
    assert len(told.rows(story_versions)) == 1
    assert (told.services.workspace.stories_dir / "raised.en.j2").read_text() == GOOD


@pytest.mark.parametrize("name", ["../../etc/passwd", "Raised", "", "a.b"])
def test_no_name_leads_out_of_the_folder(desk: StoryDesk, name: str) -> None:
    assert refused(desk.save(Writing(name, "en", GOOD, ""), ANA)) is Reason.NAME
    assert desk.file_text(name, "en") is None


def test_a_file_that_cannot_be_replaced_leaves_no_version_behind(
    told: Line, desk: StoryDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("overture.jobs.story_desk.write_atomically", refuse)
    answer = desk.save(writing(BETTER), ANA)
    assert refused(answer) is Reason.READ_ONLY
    assert "Read-only file system" in answer.message  # type: ignore[union-attr]
    assert len(told.rows(story_versions)) == 1
    assert not [row for row in told.rows(audit) if row.thing == "story"]
