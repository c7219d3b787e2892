"""The verbs about people, as somebody types them: exit status, words, and what stands in the database afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.people_world import people_world
from typer.testing import CliRunner, Result

from overture.cli.ask import joined
from overture.cli.main import make_app
from overture.cli.rooms import VERBS
from overture.db import migrate
from overture.db.engine import open_engine

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a verb on a database that was made by the migrations."""
    url = f"sqlite:///{tmp_path / 'overture.db'}"
    engine = open_engine(url)
    migrate.upgrade(engine)
    people_world(engine)
    engine.dispose()

    def one(*words: str) -> Result:
        return CliRunner().invoke(make_app(words[0]), [*words, "--db", url])

    return one


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_verb_has_a_room() -> None:
    assert {"ask", "heard", "cares", "suggest-call", "promises", "ties", "outcomes", "export"} <= VERBS.keys()


def test_a_question_is_answered_line_by_line(run: Run) -> None:
    (jo,) = rows(run("ask", "interest:crm tie:>=3", "--format", "ndjson"))
    assert (jo["account"], jo["contact_id"]) == ("Acme Robotics", "jo")
    assert [proof["term"] for proof in jo["evidence"]] == ["interest:crm", "tie:>=3"]


def test_a_question_may_begin_with_a_dash_and_come_in_words(run: Run) -> None:
    found = rows(run("ask", "-lifecycle:customer", "interest:white papers", "--format", "ndjson"))
    assert [one["contact_id"] for one in found] == ["jo"]
    assert joined(["interest:white papers", "tie:any"]) == 'interest:"white papers" tie:any'


def test_a_question_that_makes_no_sense_ends_with_status_2_and_points_at_the_word(run: Run) -> None:
    result = run("ask", "tie:any lifecycle:prospec")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "^^^^^^^" in result.stderr
    assert "did you mean lifecycle:prospect?" in result.stderr


def test_a_question_is_kept_asked_by_name_listed_and_forgotten(run: Run) -> None:
    kept = run("ask", "concern:churn", "tie:any", "--save", "warm-churn", "--format", "ndjson")
    assert [one["contact_id"] for one in rows(kept)] == ["jo"]
    again = run("ask", "--saved", "warm-churn", "country:DE", "--format", "ndjson")
    assert [one["contact_id"] for one in rows(again)] == ["jo"]
    (row,) = rows(run("ask", "--list", "--format", "ndjson"))
    assert (row["name"], row["question"]) == ("warm-churn", "concern:churn tie:any")
    assert run("ask", "--forget", "warm-churn").exit_code == 0
    gone = run("ask", "--saved", "warm-churn")
    assert (gone.exit_code, "^^^^^^^" in gone.stderr) == (2, True)


def test_a_question_that_makes_no_sense_is_not_kept(run: Run) -> None:
    assert run("ask", "tie:maybe", "--save", "warm").exit_code == 2
    assert rows(run("ask", "--list", "--format", "ndjson")) == []


def test_what_was_heard_comes_back_in_the_export(run: Run) -> None:
    said = "the desk closes before the night shift begins"
    (noted,) = rows(run("heard", "Jo Meyer", said, "--level", "responsibilities", "--aloud", "--by", "mara"))
    assert (noted["contact_id"], noted["aloud"], noted["flags"]) == ("jo", True, [])
    (row,) = rows(run("export", "concerns", "--learned", "--format", "ndjson"))
    assert (row["contact"], row["statement"], row["shareable"], row["heard_by"]) == ("jo", said, "yes", "mara")
    assert run("export", "concerns").stdout.startswith("contact,level,statement,kind,heard_on,")


def test_what_anybody_wants_is_kept_with_a_remark(run: Run) -> None:
    result = run("heard", "jo", "increase revenue", "--level", "outcomes")
    assert rows(result)[0]["flags"] == ["fits_anybody"]
    assert "would fit anybody" in result.stderr


def test_an_unknown_contact_is_refused_with_those_who_may_be_meant(run: Run) -> None:
    result = run("heard", "Meyer", "anything at all", "--level", "tasks")
    assert result.exit_code == 1
    assert "did you mean jo (Jo Meyer)?" in result.stderr


@pytest.mark.parametrize("statement", ["", "  ", "churn"])
def test_nothing_is_written_down_of_what_was_not_said(run: Run, statement: str) -> None:
    before = run("export", "concerns").stdout
    result = run("heard", "jo", statement, "--level", "tasks")
    assert (result.exit_code, run("export", "concerns").stdout) == (2, before)
    assert "follow" in result.stderr


def test_a_day_to_come_is_no_day_on_which_something_was_heard(run: Run) -> None:
    assert run("heard", "jo", "anything at all", "--level", "tasks", "--on", "2999-01-01").exit_code == 2
    assert run("heard", "jo", "anything at all", "--level", "tasks", "--on", "soon").exit_code == 2


def test_a_reply_opens_a_conversation_that_can_be_ended(run: Run) -> None:
    rows(run("heard", "jo", "the desk closes too early", "--level", "tasks", "--reply"))
    (told,) = rows(run("outcomes", "list", "--format", "ndjson"))
    assert (told["kind"], told["contact_id"], told["ended_at"]) == ("replied", "jo", None)
    assert run("outcomes", "end", "jo").exit_code == 0
    assert run("outcomes", "end", "jo").exit_code == 1


def test_an_outcome_may_be_told_of_a_contact(run: Run) -> None:
    (told,) = rows(run("outcomes", "add", "pat@initech.example", "opted_out", "--note", "on the phone"))
    assert (told["contact_id"], told["suppressed"]) == ("pat", True)


def test_promises_are_listed_added_and_settled(run: Run) -> None:
    (owed,) = rows(run("promises", "list", "--state", "broken", "--format", "ndjson"))
    assert (owed["account"], owed["text"]) == ("Initech", "the workbook in spring")
    (made,) = rows(run("promises", "add", "acme", "a list", "--due", "2026-02-01", "--on", "2026-01-05", "--to", "jo"))
    assert (made["state"], made["contact"]) == ("overdue", "Jo Meyer")
    (kept,) = rows(run("promises", "keep", str(made["id"]), "--evidence", "mailed on Monday"))
    assert kept["state"] == "kept"
    refused = run("promises", "release", str(made["id"]), "--evidence", "they said so")
    assert refused.exit_code == 1
    assert "cannot become released" in refused.stderr


def test_why_they_care_is_filed_with_its_day(run: Run) -> None:
    (said,) = rows(run("cares", "Globex", "who_are_you", "--words", "Remind me?", "--contact", "max", "--by", "mara"))
    assert (said["account_id"], said["why"], said["holds"]) == ("globex", "who_are_you", True)
    assert [one["account_id"] for one in rows(run("ask", "why:who_are_you", "--format", "ndjson"))] == ["globex"]


def test_a_path_is_told_in_words(run: Run) -> None:
    best = rows(run("ties", "path", "kim", "--format", "ndjson"))[0]
    assert (best["hops"], best["teammate"], best["through"]) == (2, "Mara Lind", "Jo Meyer")
    assert best["path"].endswith("Jo Meyer works with Kim Oster at Acme Robotics")


def test_a_dry_run_says_what_an_import_would_do(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text("First Name,Last Name,Email Address,Company,Connected On\nKim,Oster,,Acme Robotics,04 Mar 2021\n")
    dry = run("ties", "import", "linkedin", str(file), "--of", "mara", "--dry-run", "--format", "ndjson")
    assert [(row["verdict"], row["contact_id"]) for row in rows(dry)] == [("new", "kim")]
    assert len(rows(run("ties", "list", "--format", "ndjson"))) == 3
    assert run("ties", "import", "linkedin", str(file), "--of", "mara").exit_code == 0
    assert len(rows(run("ties", "list", "--format", "ndjson"))) == 4


def test_a_file_of_another_kind_is_refused_in_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("hello")
    result = run("ties", "import", "vcard", str(file), "--of", "mara")
    assert result.exit_code == 1
    assert "notes.txt holds no card" in result.stderr
