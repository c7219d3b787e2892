"""Messages in doubt and failed ones, settled from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage
from support.channels import Recorder
from typer.testing import CliRunner, Result

from overture.cli.main import make_app
from overture.db import decisions, migrate
from overture.db.engine import open_engine
from overture.db.outbox import ReleasePolicy, release_due
from overture.db.tables import drafts, handoffs
from overture.handoff.channels import InDoubt, RefusedForGood
from triggers.limits import Limits


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    engine = open_engine(f"sqlite:///{tmp_path / 'overture.db'}")
    migrate.upgrade(engine)
    yield Stage(engine).set()
    engine.dispose()


def settled_as(stage: Stage, answer: Any) -> str:
    """Number of a handoff to whose channel this happened."""
    decisions.approve(stage.engine, stage.draft(), MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    channel = Recorder("eml", answers=[answer])
    due = NOW + timedelta(minutes=10)
    release_due(stage.engine, now=due, limits=Limits(), keys=KEYS, channels={"eml": channel}, policy=ReleasePolicy())
    return str(stage.row(handoffs).id)


def run(stage: Stage, *words: str) -> Result:
    return CliRunner().invoke(make_app("handoffs"), ["handoffs", *words, "--db", str(stage.engine.url)])


def told(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize(
    ("verdict", "state", "draft"),
    [("found", "handed_off", "done"), ("again", "held", "approved"), ("give_up", "cancelled", "done")],
)
def test_a_message_in_doubt_is_settled(stage: Stage, verdict: str, state: str, draft: str) -> None:
    id_ = settled_as(stage, InDoubt("the line broke"))
    assert told(run(stage, "resolve", id_, "--verdict", verdict)) == {
        "answer": "resolved",
        "handoff_id": int(id_),
        "state": state,
    }
    assert (stage.row(handoffs).state, stage.row(drafts).state) == (state, draft)


@pytest.mark.parametrize(("verb", "state"), [("retry", "held"), ("give-up", "cancelled")])
def test_a_failed_message_goes_again_or_is_left(stage: Stage, verb: str, state: str) -> None:
    id_ = settled_as(stage, RefusedForGood("no such mailbox"))
    assert told(run(stage, verb, id_))["state"] == state
    assert stage.row(handoffs).state == state


def test_what_is_not_in_doubt_is_refused_with_status_1(stage: Stage) -> None:
    id_ = settled_as(stage, RefusedForGood("no such mailbox"))
    result = run(stage, "resolve", id_, "--verdict", "found")
    assert (result.exit_code, told(result)["refusal"]) == (1, "state")
    assert run(stage, "retry", "999").exit_code == 1
    assert stage.row(handoffs).state == "failed"
