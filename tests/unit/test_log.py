"""What is logged: one JSON line per event, ids and names of errors, never an address or what an error quotes."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from overture import log


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    written = io.StringIO()
    log.configure("worker", stream=written)
    yield written
    root.handlers[:], root.level = before[0], before[1]
    logging.captureWarnings(False)
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line_with_who_and_when(stream: io.StringIO) -> None:
    structlog.get_logger("overture").info("polled", source="harbour", entries=3)
    (told,) = lines(stream)
    assert (told["event"], told["source"], told["entries"], told["role"]) == ("polled", "harbour", 3, "worker")
    assert {"timestamp", "level", "pid"} <= told.keys()


def test_libraries_beneath_are_told_in_the_same_form(stream: io.StringIO) -> None:
    logging.getLogger("celery.worker").warning("something is odd")
    logging.getLogger("celery.worker").info("all is well")
    assert [line["event"] for line in lines(stream)] == ["something is odd"]


def test_what_looks_like_an_address_is_masked_wherever_it_stands(stream: io.StringIO) -> None:
    structlog.get_logger("x").warning("to jo@acme.example", rows=["jo@acme.example", 3], more={"a": "jo@acme.example"})
    assert "jo@" not in stream.getvalue()
    assert lines(stream)[0]["rows"] == ["[address]", 3]


def test_a_traceback_is_places_without_the_words_of_the_error(stream: io.StringIO) -> None:
    try:
        raise ValueError("Jo Meyer lives here")
    except ValueError as error:
        logging.getLogger("celery").exception("task failed: %s", error)
        structlog.get_logger("x").error("broke", exc_info=True)
    assert "Jo Meyer" not in stream.getvalue()
    assert [line["error"] for line in lines(stream)] == ["ValueError", "ValueError"]
    assert "test_log.py" in lines(stream)[0]["places"][0]


def test_a_newline_in_a_value_makes_no_second_line(stream: io.StringIO) -> None:
    structlog.get_logger("x").warning("odd", title='x\n{"event": "forged"}\x1b[31m')
    assert [line["event"] for line in lines(stream)] == ["odd"]
    assert "\x1b" not in stream.getvalue()


def test_a_person_gets_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    log.for_people()
    structlog.get_logger("x").info("chatter")
    structlog.get_logger("x").warning("config_refused", problems=2)
    told = capsys.readouterr()
    structlog.reset_defaults()
    assert (told.out, told.err) == ("", "warning: config_refused problems=2\n")
