"""Running the `overture` command as a user would, in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# Short clocks, so that a test waits seconds for what a user would hardly notice in minutes.
QUICK = {
    "OVERTURE_LEASE_SECONDS": "2",
    "OVERTURE_SWEEP_SECONDS": "1",
    "OVERTURE_TICK_SECONDS": "0.3",
    "OVERTURE_HOLD_SECONDS": "1",
}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "overture", *words]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what a developer may have set for the product."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("OVERTURE_")}
    return {**plain, **QUICK, **(more or {})}


def overture(
    *words: str, env: Mapping[str, str] | None = None, stdin: str | None = None, timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run to the end; stdout, stderr and the exit status are in the result."""
    return subprocess.run(
        command(*words), input=stdin, capture_output=True, text=True, timeout=timeout, env=environment(env)
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The JSON lines a command printed; its errors are the test's message when it failed."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]


def start(*words: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start in a session of its own, so that everything it starts can be killed with it."""
    return subprocess.Popen(
        command(*words),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(env),
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes], *, after: float) -> None:
    """kill -9 after so many seconds, if it still runs by then."""
    end = time.monotonic() + after
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=30)


def world(folder: Path) -> dict[str, str]:
    """What points the command at a demo world that was kept with `--dir`."""
    return {"OVERTURE_CONFIG": str(folder / "workspace"), "OVERTURE_DATA_DIR": str(folder)}
