"""Kill the process at every crash point of decisions, clock and outbox: the end is the same as without."""

from __future__ import annotations

import ast
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from support import crash_child
from support.cast import MARA, NOW, OTTO, Stage
from support.db import copy_of

from campaigns.review import DRAFT_MOVES, HANDOFF_MOVES, DraftState, HandoffState
from overture.crashpoints import VARIABLE
from overture.db import decisions
from overture.db.tables import approvals, audit, drafts, handoffs, promises_made, touches

ROOT = Path(__file__).parents[2]
PATTERNS = (
    "overture/db/decide*.py",
    "overture/db/stop_list.py",
    "overture/db/outbox*.py",
    "overture/db/draft_clock.py",
    "overture/handoff/*.py",
)
FILES = sorted(file for pattern in PATTERNS for file in ROOT.glob(pattern))
POINTS = sorted({name for file in FILES for name in re.findall(r'crashpoint\("([^"]+)"\)', file.read_text())})
# A second visit is another place: the second approval, the second message of a claim.
SECOND = ["decision.before_commit", "decision.after_commit", "eml.written", "eml.renamed"]
KILLED = -signal.SIGKILL
# These ask for a message that an earlier crash left in `sending`; the others lie outside this test's work.
ELSEWHERE = {"release.before_recovery_commit", "release.recovering"}
OTHER_WAYS = {"opt_out.before_commit", "opt_out.after_commit"}


def ready(engine: Engine) -> Stage:
    """Two drafts to approve, one that is snoozed, one that nobody looks at."""
    stage = Stage(engine)
    for name in ("jo", "kim", "lee", "max"):
        stage = stage.become(contact={"id": name, "name": name.title(), "email": f"{name}@acme.example"})
        shown = stage.draft()
        if name == "lee":
            decisions.snooze(engine, shown, None, OTTO, now=NOW, for_update=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE contacts SET retired_at = NULL")
    return stage


def outcome(stage: Stage, folder: Path) -> dict[str, Any]:
    """Everything that must not depend on a crash: states, approved bytes, files, touches, promises."""
    return {
        "drafts": [(row.state, row.version, row.decided_by, row.run_at) for row in stage.rows(drafts)],
        "approvals": [(row.draft_id, row.idempotency_key, row.message_id) for row in stage.rows(approvals)],
        "handoffs": [(row.draft_id, row.state, row.message, row.owner) for row in stage.rows(handoffs)],
        "touches": [(row.contact_id, row.at, row.standing) for row in stage.rows(touches)],
        "promises": [(row.draft_id, row.state) for row in stage.rows(promises_made)],
        "files": {path.name: path.read_bytes() for path in folder.iterdir()},
    }


def run_child(engine: Engine, folder: Path, point: str) -> int:
    environment = {**os.environ, VARIABLE: point, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    url = engine.url.render_as_string(hide_password=False)
    child = [sys.executable, crash_child.__file__, url, str(folder)]
    return subprocess.run(child, env=environment, timeout=60, capture_output=True).returncode


@pytest.fixture(scope="module")
def undisturbed(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("undisturbed")
    stage = ready(copy_of(sqlite_template, folder))
    assert crash_child.work(stage.engine, folder / "out") == []
    return outcome(stage, folder / "out")


def test_the_undisturbed_run_does_what_it_should(undisturbed: dict[str, Any]) -> None:
    assert [row[0] for row in undisturbed["drafts"]] == ["done", "done", "expired", "expired"]
    assert len(undisturbed["files"]) == len(undisturbed["touches"]) == 2
    assert sorted(undisturbed["files"].values()) == sorted(row[2] for row in undisturbed["handoffs"])


@pytest.mark.parametrize(
    "point", [*(point for point in POINTS if point not in ELSEWHERE | OTHER_WAYS), *(f"{p}:2" for p in SECOND)]
)
def test_a_kill_changes_nothing_in_the_end(
    point: str, sqlite_database: Engine, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    stage, out = ready(sqlite_database), tmp_path / "out"
    assert run_child(sqlite_database, out, point) == KILLED
    refused = crash_child.work(sqlite_database, out)
    assert outcome(stage, out) == undisturbed
    assert all(answer.own for answer in refused)
    follow_the_moves(stage)


@pytest.mark.parametrize(
    "point",
    ["decision.before_commit", "decision.after_commit:2", "release.sending", "eml.renamed", "clock.before_commit"],
)
def test_a_kill_changes_nothing_on_postgresql_either(
    point: str, postgres_database: Engine, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    stage, out = ready(postgres_database), tmp_path / "out"
    assert run_child(postgres_database, out, point) == KILLED
    crash_child.work(postgres_database, out)
    assert outcome(stage, out) == undisturbed


@pytest.mark.parametrize("point", sorted(ELSEWHERE))
def test_a_kill_during_the_recovery_changes_nothing_either(
    point: str, sqlite_database: Engine, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    stage, out = ready(sqlite_database), tmp_path / "out"
    assert run_child(sqlite_database, out, "eml.renamed:2") == KILLED
    assert run_child(sqlite_database, out, point) == KILLED
    crash_child.work(sqlite_database, out)
    assert outcome(stage, out) == undisturbed


def follow_the_moves(stage: Stage) -> None:
    """The audit log tells one unbroken chain of legal moves for each draft and each handoff."""
    last: dict[tuple[str, str], str | None] = {("draft", str(row.id)): "pending" for row in stage.rows(drafts)}
    for row in stage.rows(audit):
        key = (row.thing, row.thing_id)
        assert row.before == last.get(key), (key, row.before, last.get(key))
        if row.before is not None:
            legal = (
                DRAFT_MOVES[DraftState(row.before)] if row.thing == "draft" else HANDOFF_MOVES[HandoffState(row.before)]
            )
            assert row.after in legal
        last[key] = row.after
    assert {last["draft", str(row.id)] for row in stage.rows(drafts)} <= {"done", "expired"}
    assert {row.actor for row in stage.rows(audit)} == {MARA.id, OTTO.id, "system"}


def test_every_commit_has_a_crash_point_on_both_sides() -> None:
    bare = []
    for file in FILES:
        for function in ast.walk(ast.parse(file.read_text())):
            if isinstance(function, ast.FunctionDef):
                bare += [f"{file.name}:{block.lineno}" for block in _writes(function) if not _guarded(function, block)]
    assert bare == []


def test_every_call_of_a_channel_lies_between_crash_points() -> None:
    assert {"release.sending", "release.before_outcomes", "eml.before_write", "eml.written", "eml.renamed"} <= set(
        POINTS
    )


def _writes(function: ast.FunctionDef) -> list[ast.With]:
    blocks = [node for node in ast.walk(function) if isinstance(node, ast.With)]
    return [block for block in blocks if any("write(" in ast.unparse(item) for item in block.items)]


def _guarded(function: ast.FunctionDef, block: ast.With) -> bool:
    lines = [
        node.lineno
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "crashpoint"
    ]
    end = block.end_lineno or block.lineno
    return any(block.lineno < line <= end for line in lines) and any(line > end for line in lines)
