"""A child process with limits, for work on what strangers wrote: feeds and templates.

Each child is started once and asked many times over two pipes. It ends itself when it has used its processor time or
memory, and the caller gets a JailFailure instead of an answer. The parent keeps a wall clock with far more patience,
for a child that hangs: it is killed with its group and replaced. Being late alone is no proof against what was asked,
since the machine may be busy. Nothing is pickled or forked, and nothing is inherited: no descriptors, no environment,
no signal handlers.
"""

from __future__ import annotations

import fcntl
import json
import os
import queue
import selectors
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from overture.jail_child import FRAME_BYTES, MESSAGE_CHARS, may_call, pack
from triggers.limits import Limits
from triggers.ports import JailFailure

JAIL_COMMAND = (sys.executable, "-P", "-s", "-m", "overture.jail_child")
_ROOT = Path(__file__).resolve().parent.parent
_CHUNK = 1 << 20
_PATIENCE = 30.0  # seconds of wall clock that every call is given at least
_SLOWNESS = 6.0  # how many times slower than its processor time a call may be
_TIRED_MEGABYTES = 160  # a child that has grown beyond this is replaced after its answer


class ChildJail:
    """Implements `triggers.ports.Jail` with up to `children` processes; safe to share between threads.

    A call takes a free child, or waits for one. The child used last is taken first, so that a single-threaded
    caller keeps only one alive.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        children: int = 2,
        command: Sequence[str] = JAIL_COMMAND,
        patience: float = _PATIENCE,
    ) -> None:
        self._command = command
        self._patience = patience
        self._requests = (limits or Limits()).jail_requests
        self._children = children
        self._closed = threading.Event()
        self._owner = os.getpid()
        self._idle = _places(children)
        self._inherited: queue.LifoQueue[_Child | None] | None = None

    def call(
        self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int
    ) -> dict[str, Any] | JailFailure:
        """Run `module:function` on `payload` in a child. `seconds` is processor time; see the module for wall clock."""
        if not may_call(function):
            raise ValueError(f"{function} is not on the jail's list")
        if self._owner != os.getpid():
            self._start_afresh()
        child = self._idle.get()
        keep: _Child | None = None
        try:
            if self._closed.is_set():
                return JailFailure("crash", "the jail is closed")
            child = child or _Child(self._command)
            wall = max(self._patience, seconds * _SLOWNESS)
            answer = child.ask(_request(function, payload, seconds, megabytes), wall)
            if not isinstance(answer, JailFailure) and not child.tired(self._requests):
                keep = child
            return answer
        finally:
            # After a failure, and after an interrupt in the middle of a frame, the child is of no more use.
            if child is not None and keep is None:
                child.kill()
            self._idle.put(keep)

    def close(self) -> None:
        """End every child. Calls that are under way finish first; later ones get a JailFailure."""
        self._closed.set()
        for child in [self._idle.get() for _ in range(self._children)]:
            if child is not None:
                child.kill()
        for _ in range(self._children):
            self._idle.put(None)

    def _start_afresh(self) -> None:
        """In a forked worker the children belong to the parent: leave them alone and start our own."""
        self._owner, self._inherited = os.getpid(), self._idle
        self._idle = _places(self._children)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Child:
    """One process and its two pipes."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
            cwd="/",
            start_new_session=True,
            bufsize=0,
        )
        self._asked = 0
        self._megabytes = 0
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin: IO[bytes] = self._process.stdin
        self._stdout: IO[bytes] = self._process.stdout
        for pipe in (self._stdin, self._stdout):
            os.set_blocking(pipe.fileno(), False)
            _widen(pipe)

    def ask(self, frame: bytes, seconds: float) -> dict[str, Any] | JailFailure:
        """Send one request and wait for its answer until the deadline."""
        self._asked += 1
        deadline = time.monotonic() + seconds
        try:
            self._send(frame, deadline)
            size = struct.unpack("!I", self._receive(4, deadline))[0]
            if size > FRAME_BYTES:
                return JailFailure("crash", "the child's answer is too large")
            return self._read_answer(json.loads(self._receive(size, deadline)))
        except TimeoutError:
            return JailFailure("late", f"no answer within {seconds:g} seconds")
        except (EOFError, BrokenPipeError):
            return self._death()
        except (ValueError, RecursionError):
            return JailFailure("crash", "the child's answer cannot be read")

    def tired(self, requests: int) -> bool:
        """Whether this child has worked or grown enough to be replaced."""
        return self._asked >= requests or self._megabytes > _TIRED_MEGABYTES

    def kill(self) -> None:
        """End the child and everything in its group; returns when it is gone."""
        if self._process.poll() is None:
            try:
                os.killpg(self._process.pid, signal.SIGKILL)
            except ProcessLookupError:
                self._process.kill()
        self._process.wait()
        self._stdin.close()
        self._stdout.close()

    def _read_answer(self, reply: dict[str, Any]) -> dict[str, Any] | JailFailure:
        if "failure" in reply:
            return JailFailure(str(reply["failure"]), str(reply.get("message", ""))[:MESSAGE_CHARS])
        answer = reply.get("answer")
        if not isinstance(answer, dict):
            return JailFailure("error", "the function did not answer with an object")
        self._megabytes = int(reply.get("megabytes", 0))
        return answer

    def _death(self) -> JailFailure:
        """Say how a child ended that closed its pipe."""
        try:
            code = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return JailFailure("crash", "the child closed its pipe")
        if code in (-signal.SIGXCPU, -signal.SIGPROF):
            return JailFailure("time", "the child used up its processor time")
        if code == -signal.SIGKILL:
            return JailFailure("killed", "the system killed the child, most likely for want of memory")
        return JailFailure("crash", f"the child ended with status {code}")

    def _send(self, frame: bytes, deadline: float) -> None:
        left = memoryview(frame)
        with selectors.DefaultSelector() as ready:
            ready.register(self._stdin, selectors.EVENT_WRITE)
            while left:
                _wait(ready, deadline)
                left = left[os.write(self._stdin.fileno(), left[:_CHUNK]) :]

    def _receive(self, size: int, deadline: float) -> bytes:
        """Exactly `size` bytes. Raises TimeoutError, or EOFError when the child is gone."""
        found = bytearray()
        with selectors.DefaultSelector() as ready:
            ready.register(self._stdout, selectors.EVENT_READ)
            while len(found) < size:
                _wait(ready, deadline)
                piece = os.read(self._stdout.fileno(), min(_CHUNK, size - len(found)))
                if not piece:
                    raise EOFError
                found += piece
        return bytes(found)


def _places(count: int) -> queue.LifoQueue[_Child | None]:
    """Room for `count` children, none of them started."""
    found: queue.LifoQueue[_Child | None] = queue.LifoQueue()
    for _ in range(count):
        found.put(None)
    return found


def _widen(pipe: IO[bytes]) -> None:
    """A wider pipe needs fewer turns between the processes. Linux only, and an unprivileged user may be refused."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _CHUNK)


def _wait(ready: selectors.BaseSelector, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0 or not ready.select(left):
        raise TimeoutError


def _request(function: str, payload: dict[str, Any], seconds: float, megabytes: int) -> bytes:
    return pack({"function": function, "payload": payload, "seconds": seconds, "megabytes": megabytes})
