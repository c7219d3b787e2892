"""A jail child that may also call the functions below, each of which is one way to misbehave.

Started as a script by test_jail.py; the functions run in the child only.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from overture import jail_child

Payload = dict[str, Any]
CALLABLE = (*jail_child.CALLABLE, "jail_tricks.")


def echo(payload: Payload) -> Payload:
    return {**payload, "pid": os.getpid()}


def look_around(payload: Payload) -> Payload:
    descriptors = [int(name) for name in os.listdir("/proc/self/fd")]  # noqa: PTH208
    return {"environment": dict(os.environ), "descriptors": descriptors, "modules": sorted(sys.modules)}


def sleep(payload: Payload) -> Payload:
    time.sleep(60)
    return {}


def doze(payload: Payload) -> Payload:
    time.sleep(payload["seconds"])
    return {"slept": payload["seconds"]}


def spin(payload: Payload) -> Payload:
    while True:
        pass


def hoard(payload: Payload) -> Payload:
    return {"size": len(bytearray(payload["megabytes"] * 1024 * 1024))}


def swallow_and_spin(payload: Payload) -> Payload:
    """A call that survives every exception is still killed from outside."""
    while True:
        try:
            time.sleep(1)
        except BaseException:  # noqa: BLE001
            continue


def die(payload: Payload) -> Payload:
    os.kill(os.getpid(), signal.SIGSEGV)
    return {}


def be_killed(payload: Payload) -> Payload:
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


def leave(payload: Payload) -> Payload:
    os._exit(7)


def fail(payload: Payload) -> Payload:
    raise ValueError("the brief has no name")


def recurse(payload: Payload) -> Payload:
    return recurse(payload)


def answer_wrongly(payload: Payload) -> Any:
    return ["not", "an", "object"]


def print_noise(payload: Payload) -> Payload:
    print("noise" * 1000, flush=True)  # noqa: T201
    return {"read": sys.stdin.read()}


def write_file(payload: Payload) -> Payload:
    Path(payload["path"]).write_text("x" * 100, encoding="utf-8")
    return {}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    jail_child.CALLABLE = CALLABLE
    jail_child.main()
