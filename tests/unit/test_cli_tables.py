"""Tables on a narrow terminal: what does not fit stands below its row, and no word is broken."""

from __future__ import annotations

import re

import pytest

from overture.cli.output import Format, fitting, show

ROWS = [
    {"id": 1, "account": "Acme Robotics", "subject": "Acme, and the weeks after the round", "note": None},
    {"id": 2, "account": "Globex", "subject": "The second week", "note": None},
]
NAMES = ("id", "account", "subject", "note")


def test_all_columns_stand_beside_each_other_where_there_is_room() -> None:
    assert fitting(ROWS, NAMES, 120) == (NAMES, ())


def test_the_widest_column_goes_below_and_an_empty_one_goes_away() -> None:
    assert fitting(ROWS, NAMES, 40) == (("id", "account"), ("subject",))


def test_the_first_column_stays_however_narrow_it_is() -> None:
    assert fitting(ROWS, NAMES, 6) == (("id",), ("account", "subject"))


def test_a_narrow_terminal_shows_each_row_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in (("COLUMNS", "40"), ("LINES", "20"), ("TERM", "xterm")):
        monkeypatch.setenv(name, value)
    show(ROWS, Format.TABLE, columns=NAMES)
    plain = re.sub(r"\x1b\[\d*m", "", capsys.readouterr().out)
    lines = [line.rstrip() for line in plain.splitlines()]
    assert lines == [
        "id  account",
        " 1  Acme Robotics",
        "    Acme, and the weeks after the round",
        " 2  Globex",
        "    The second week",
    ]


def test_a_pipe_keeps_each_row_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    show(ROWS, Format.TABLE, columns=NAMES)
    assert len(capsys.readouterr().out.splitlines()) == 3
