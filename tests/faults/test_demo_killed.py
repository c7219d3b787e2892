"""kill -9 of the whole process at many moments, then starting again: the same drafts and messages as without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.running import kill, lines, overture, start, world

MOMENTS = (0.6, 0.9, 1.1, 1.3, 1.5, 1.8, 2.1, 2.5, 3.0, 3.6)


def drafts(folder: Path) -> list[dict[str, Any]]:
    return lines(overture("drafts", "list", "--format", "ndjson", env=world(folder)))


def told(folder: Path) -> list[tuple[str, str, str]]:
    return sorted((draft["account"], draft["contact"], draft["subject"]) for draft in drafts(folder))


def finish(folder: Path) -> None:
    done = overture("demo", "--once", "--dir", str(folder), "--format", "json")
    assert done.returncode == 0, done.stderr


def approve_five(folder: Path) -> int:
    """A person approves five of what can be approved, each with a command of its own; gives how many that were."""
    ready = [draft for draft in drafts(folder) if draft["state"] == "pending" and not draft["obstacles"]]
    count = 0
    for draft in ready[:5]:
        done = overture(
            "drafts", "approve", str(draft["id"]), "--version", str(draft["version"]), "--hash", draft["hash"],
            env=world(folder),
        )  # fmt: skip
        count += done.returncode == 0
    return count


def messages(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "outbox").rglob("*.eml"))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    folder = tmp_path_factory.mktemp("undisturbed")
    finish(folder)
    return told(folder)


@pytest.mark.parametrize(
    "moments", [pytest.param(MOMENTS[1::3], id="three"), pytest.param(MOMENTS, id="ten", marks=pytest.mark.full)]
)
def test_killed_time_and_again_it_ends_in_the_same_drafts_and_messages(
    tmp_path: Path, undisturbed: list[tuple[str, str, str]], moments: tuple[float, ...]
) -> None:
    early = (len(moments) + 2) // 2  # those before anything is approved
    for moment in moments[:early]:
        kill(start("demo", "--once", "--dir", str(tmp_path), "--format", "json"), after=moment)
    finish(tmp_path)
    assert told(tmp_path) == undisturbed

    approved = approve_five(tmp_path)
    assert approved == 5
    for moment in moments[early:]:
        kill(start("up", "--until-idle", "--wait-holds", env=world(tmp_path)), after=moment)
    done = overture("up", "--until-idle", "--wait-holds", env=world(tmp_path))
    assert done.returncode == 0, done.stderr

    handoffs = lines(overture("handoffs", "list", "--format", "ndjson", env=world(tmp_path)))
    assert [handoff["state"] for handoff in handoffs] == ["handed_off"] * (approved + 1)  # one before the demo began
    assert len(messages(tmp_path)) == approved
