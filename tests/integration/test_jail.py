"""The jail with real child processes: whatever happens inside, the caller goes on."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import jail_tricks

from overture import jail_child
from overture.jail import ChildJail
from triggers.limits import Limits
from triggers.ports import Jail, JailFailure

COMMAND = (sys.executable, "-P", "-s", str(Path(jail_tricks.__file__)))


@pytest.fixture(autouse=True)
def tricks_may_be_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jail_child, "CALLABLE", jail_tricks.CALLABLE)


@pytest.fixture
def jail() -> Iterator[ChildJail]:
    with ChildJail(children=1, command=COMMAND, patience=2) as found:
        yield found


def call(
    jail: Jail, name: str, payload: dict[str, Any] | None = None, *, seconds: float = 10, megabytes: int = 100
) -> dict[str, Any] | JailFailure:
    return jail.call(f"jail_tricks:{name}", payload or {}, seconds=seconds, megabytes=megabytes)


def answer(found: dict[str, Any] | JailFailure) -> dict[str, Any]:
    assert isinstance(found, dict), found
    return found


def failure(found: dict[str, Any] | JailFailure) -> JailFailure:
    assert isinstance(found, JailFailure), found
    return found


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_values_cross_unchanged(jail: ChildJail) -> None:
    value = {"text": "Zoë \ud800 \u0000 \u2028", "number": 1.5, "nested": [{"a": None}], "long": "x" * 3_000_000}
    assert {name: answer(call(jail, "echo", value))[name] for name in value} == value


def test_one_child_serves_many_calls(jail: ChildJail) -> None:
    assert len({answer(call(jail, "echo"))["pid"] for _ in range(20)}) == 1


def test_the_child_inherits_nothing(jail: ChildJail, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_SECRET", "canary")
    with (Path(__file__)).open("rb") as held:
        os.set_inheritable(held.fileno(), True)
        found = answer(call(jail, "look_around"))
    assert set(found["environment"]) <= {"PYTHONPATH", "PYTHONUTF8", "LC_CTYPE", "__CF_USER_TEXT_ENCODING"}
    assert len(found["descriptors"]) <= 6
    assert not {"sqlalchemy", "celery", "fastapi", "aiohttp"} & set(found["modules"])


@pytest.mark.parametrize(
    ("name", "payload", "reason"),
    [
        ("be_killed", {}, "killed"),
        ("sleep", {}, "late"),
        ("spin", {}, "time"),
        ("swallow_and_spin", {}, "late"),
        ("hoard", {"megabytes": 4000}, "memory"),
        ("die", {}, "crash"),
        ("leave", {}, "crash"),
        ("fail", {}, "error"),
        ("recurse", {}, "error"),
        ("answer_wrongly", {}, "error"),
        ("nowhere", {}, "error"),
    ],
)
def test_each_misdeed_is_a_failure_and_a_fresh_child_answers(
    jail: ChildJail, name: str, payload: dict[str, Any], reason: str
) -> None:
    before = answer(call(jail, "echo"))["pid"]
    found = failure(call(jail, name, payload, seconds=0.3 if reason in ("time", "late") else 10))
    assert found.reason == reason, found
    assert answer(call(jail, "echo"))["pid"] != before
    assert not alive(before)


def test_a_busy_machine_is_no_fault_of_what_was_asked() -> None:
    """Processor time counts, not the clock on the wall."""
    with ChildJail(children=1, command=COMMAND) as jail:
        assert answer(call(jail, "doze", {"seconds": 1.5}, seconds=0.5))["slept"] == 1.5


def test_the_failure_carries_the_reason_in_words(jail: ChildJail) -> None:
    assert failure(call(jail, "fail")).message == "ValueError: the brief has no name"


def test_the_memory_limit_is_per_request(jail: ChildJail) -> None:
    assert answer(call(jail, "hoard", {"megabytes": 80}, megabytes=100)) == {"size": 80 * 1024 * 1024}
    assert failure(call(jail, "hoard", {"megabytes": 120}, megabytes=100)).reason == "memory"
    assert answer(call(jail, "hoard", {"megabytes": 120}, megabytes=200)) == {"size": 120 * 1024 * 1024}


def test_printing_and_reading_cannot_disturb_the_pipe(jail: ChildJail) -> None:
    assert answer(call(jail, "print_noise")) == {"read": ""}


def test_the_child_writes_no_file(jail: ChildJail, tmp_path: Path) -> None:
    assert failure(call(jail, "write_file", {"path": str(tmp_path / "x")})).reason == "error"
    assert not (tmp_path / "x").exists() or (tmp_path / "x").stat().st_size == 0


def test_a_child_is_replaced_after_its_requests() -> None:
    with ChildJail(replace(Limits(), jail_requests=3), children=1, command=COMMAND) as jail:
        pids = [answer(call(jail, "echo"))["pid"] for _ in range(6)]
    assert (len(set(pids[:3])), len(set(pids[3:])), len(set(pids))) == (1, 1, 2)


def test_two_children_work_side_by_side() -> None:
    found: list[dict[str, Any] | JailFailure] = []
    with ChildJail(children=2, command=COMMAND, patience=1) as jail:
        threads = [threading.Thread(target=lambda n=n: found.append(call(jail, "echo", {"n": n}))) for n in range(20)]
        stuck = threading.Thread(target=call, args=(jail, "sleep"), kwargs={"seconds": 1})
        for thread in [stuck, *threads]:
            thread.start()
        for thread in [stuck, *threads]:
            thread.join(20)
    assert sorted(answer(one)["n"] for one in found) == list(range(20))


def test_closing_ends_the_children() -> None:
    with ChildJail(children=1, command=COMMAND) as jail:
        pid = answer(call(jail, "echo"))["pid"]
    assert not alive(pid)
    assert failure(call(jail, "echo")).reason == "crash"


def test_a_child_ends_when_its_parent_is_gone() -> None:
    jail = ChildJail(children=1, command=COMMAND)
    pid = answer(call(jail, "echo"))["pid"]
    child = jail._idle.get()
    assert child is not None
    child._stdin.close()  # what the system does for a parent that was killed
    assert child._process.wait(timeout=5) == 0
    assert not alive(pid)
    child._stdout.close()


@pytest.mark.parametrize(
    "function", ["os:system", "triggers.parse:parse", "campaigns.storyteller:x", "campaigns.story"]
)
def test_only_listed_functions_may_be_named(jail: ChildJail, function: str) -> None:
    with pytest.raises(ValueError, match="not on the jail's list"):
        jail.call(function, {}, seconds=1, megabytes=100)


def test_private_names_are_not_listed() -> None:
    assert jail_child.may_call("campaigns.story.render:answer")
    assert not jail_child.may_call("campaigns.story.render:_environment")
    assert not jail_child.may_call("campaigns.story.render:os.system")


def test_the_child_checks_the_list_itself(jail: ChildJail, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jail_child, "CALLABLE", ("os.",))
    found = failure(jail.call("os.path:basename", {}, seconds=5, megabytes=100))
    assert found.message.startswith("PermissionError")
