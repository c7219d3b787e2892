"""The inside of the jail: reads a request, runs one named function, writes its answer, until stdin ends.

Started by `overture.jail` with an empty environment. It imports nothing but the standard library by itself; the
named function brings what it needs. Any exception ends the child after it has said why: a process in which
something unforeseen happened is not asked again.

A frame is four bytes of length (network order) and that many bytes of JSON.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import resource
import signal
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

# The pipe is no door to arbitrary code: these functions, and public ones below these packages, may be named.
CALLABLE: tuple[str, ...] = ("triggers.parse:answer", "triggers.document.discover:answer", "campaigns.story.")
FRAME_BYTES = 128 * 1024 * 1024
MESSAGE_CHARS = 500
_MIB = 1024 * 1024


def may_call(function: str) -> bool:
    """Whether `module:function` is on the list."""
    module, _, name = function.partition(":")
    if not name.isidentifier() or name.startswith("_"):
        return False
    return any(function == entry or (entry.endswith(".") and f"{module}.".startswith(entry)) for entry in CALLABLE)


def pack(value: dict[str, Any]) -> bytes:
    """One frame. Lone surrogates survive the pipe, as they do in `json.loads`."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return struct.pack("!I", len(body)) + body


def main() -> None:
    """Serve requests from stdin until it ends."""
    source, sink = _private_pipes()
    _forbid()
    sys.excepthook = _last_words(sink)
    while (header := source.read(4)) and len(header) == 4:
        request = json.loads(source.read(struct.unpack("!I", header)[0]))
        answer = _run(request)
        sink.write(pack({"answer": answer, "megabytes": _resident_megabytes()}))
        sink.flush()


def _run(request: dict[str, Any]) -> Any:
    function = str(request["function"])
    if not may_call(function):
        raise PermissionError(f"{function} may not be called in the jail")
    module, _, name = function.partition(":")
    called = getattr(importlib.import_module(module), name)
    _allow_for(float(request["seconds"]), int(request["megabytes"]))
    answer = called(request["payload"])
    signal.setitimer(signal.ITIMER_PROF, 0)
    return answer


def _private_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Move the pipes away from descriptors 0 and 1, so that nothing can read or print into a frame."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("r+b") as nowhere:
        os.dup2(nowhere.fileno(), 0)
        os.dup2(nowhere.fileno(), 1)
    return source, sink


def _forbid() -> None:
    """Limits that hold for life: no core dump, no file written, no process started."""
    for name in ("RLIMIT_CORE", "RLIMIT_FSIZE", "RLIMIT_NPROC"):
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (0, 0))


def _allow_for(seconds: float, megabytes: int) -> None:
    """This request's share. The timer counts processor time, so a busy machine harms nobody, and its signal ends the
    process. CPU time adds up over a process's life, so the soft limit behind the timer moves up by the share."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    spent = math.ceil(time.process_time() + seconds) + 1
    _soft_limit(resource.RLIMIT_CPU, spent)
    _soft_limit(resource.RLIMIT_AS, _address_space() + megabytes * _MIB)


def _soft_limit(which: int, value: int) -> None:
    with suppress(ValueError, OSError):
        resource.setrlimit(which, (value, resource.getrlimit(which)[1]))


def _address_space() -> int:
    """Bytes of address space in use; a plain guess where the system does not tell."""
    return _statm(0) or 256 * _MIB


def _resident_megabytes() -> int:
    return _statm(1) // _MIB


def _statm(column: int) -> int:
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[column]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


def _last_words(sink: IO[bytes]) -> Any:
    """Say why the child ends. MemoryError gets its own word: the parent reports it as such."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _soft_limit(resource.RLIMIT_AS, resource.getrlimit(resource.RLIMIT_AS)[1])
        reason = "memory" if issubclass(kind, MemoryError) else "error"
        message = f"{kind.__name__}: {error}"[:MESSAGE_CHARS]
        with suppress(OSError):
            sink.write(pack({"failure": reason, "message": message}))
            sink.flush()

    return hook


if __name__ == "__main__":
    main()
