"""Logs, configured in one place: JSON lines on stderr for services, plain lines for people at a terminal.

What is logged is events, ids, counts and names of errors. Messages of exceptions may quote a row, so a traceback is
told by its places only, and a string that looks like an address is masked whatever its key.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any

import structlog

Event = MutableMapping[str, Any]

ERROR = logging.ERROR
_MASK = "[address]"
_FRAMES = 8
_LONGEST = 300


def configure(role: str, *, level: int = logging.INFO, stream: Any = None) -> None:
    """JSON lines from here on, for this house's loggers and for those of the libraries beneath it."""
    shared = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True), _who(role)]
    structlog.configure(
        processors=[*shared, told_by_places, masked, structlog.processors.JSONRenderer(ensure_ascii=False)],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=stream or sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                told_by_places,
                masked,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(level, logging.WARNING))  # libraries speak up only when something is wrong
    logging.captureWarnings(True)
    pool = logging.getLogger("multiprocessing")  # the pool beneath Celery keeps to itself otherwise
    pool.propagate, pool.handlers[:] = True, []


def for_people(*, level: int = logging.WARNING) -> None:
    """Short lines on stderr, for a command that a person runs; stdout is for data."""
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, told_by_places, masked, _plain],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )


def _plain(_logger: Any, _name: str, event: Event) -> str:
    what = event.pop("event", "")
    level = event.pop("level", "")
    return " ".join([f"{level}: {what}", *(f"{name}={value}" for name, value in sorted(event.items()))])


def _who(role: str) -> Any:
    def add(_logger: Any, _name: str, event: Event) -> Event:
        event["role"], event["pid"] = role, os.getpid()
        return event

    return add


def masked(_logger: Any, _name: str, event: Event) -> Event:
    """Anything with an at sign may be somebody's address; what a library says is kept to its first line."""
    event["event"] = str(event.get("event", "")).partition("\n")[0][:_LONGEST]
    return {name: _mask(value) for name, value in event.items()}


def _mask(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(_MASK if "@" in word else word for word in value.split(" ")) if "@" in value else value
    if isinstance(value, Mapping):
        return {key: _mask(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mask(item) for item in value]
    return value


def told_by_places(_logger: Any, _name: str, event: Event) -> Event:
    """A traceback as the error's name and the places it came through; its message stays out."""
    given = event.pop("exc_info", None)
    if not given:
        return event
    error, trace = _error_of(given)
    if error is not None:
        event["error"] = type(error).__name__
        event["places"] = _places(trace)
        event["event"] = str(event.get("event", "")).replace(str(error), type(error).__name__)
    return event


def _error_of(given: Any) -> tuple[BaseException | None, TracebackType | None]:
    if isinstance(given, BaseException):
        return given, given.__traceback__
    found = given if isinstance(given, tuple) else sys.exc_info()
    return found[1], found[2]


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit(os.sep, 1)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-_FRAMES:]
