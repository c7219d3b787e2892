"""What keeps a command from its work ends it with a sentence that names the place and the cure, never a traceback."""

from __future__ import annotations

import errno
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError

from overture.cli.common import actor
from overture.cli.failures import told
from overture.config import init
from overture.config.files import write_atomically
from overture.db.engine import open_engine
from overture.errors import WrongKey


def told_of(error: Exception, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left, told():
        raise error
    assert isinstance(left.value.code, int)
    return left.value.code, " ".join(capsys.readouterr().err.split())


def refusal(words: str, kind: type[OperationalError | ProgrammingError] = OperationalError) -> OperationalError:
    return kind("SELECT secret words", None, psycopg.OperationalError(words))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("said", "status", "cure"),
    [
        ('FATAL: password authentication failed for user "overture_web"', 3, "overture db upgrade --roles"),
        ('FATAL: database "overtur" does not exist', 3, "OVERTURE_DATABASE_URL"),
        ("connection to server failed: Connection refused", 3, "is it started"),
        ("FATAL: sorry, too many clients already", 3, "max_connections"),
        ("permission denied for table users", 2, "overture_web is for what people do"),
        ("permission denied to create role", 2, "CREATEROLE"),
        ("could not extend file: No space left on device", 3, "make room"),
    ],
)
def test_what_the_database_says_has_a_cure(
    said: str, status: int, cure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, words = told_of(refusal(said), capsys)
    assert code == status
    assert said in words
    assert cure.casefold() in words.casefold()
    assert "secret words" not in words


@pytest.mark.parametrize("address", ["mysql://mara:hidden@db/overture", "no address at all: hidden"])
def test_an_address_of_another_kind_is_refused_without_its_password(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left, told():
        open_engine(address)
    words = capsys.readouterr().err
    assert left.value.code == 2
    assert "OVERTURE_DATABASE_URL" in words
    assert "hidden" not in words


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left, told():
        write_atomically(tmp_path / "nowhere" / "sources.yaml", "text")
    words = "".join(capsys.readouterr().err.split())
    assert left.value.code == 2
    assert "nowhere/sources.yaml:Nosuchfile" in words
    assert "runsasuser" in words


def test_a_half_written_file_is_never_left(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").mkdir()  # nothing can take its place
    with pytest.raises(OSError, match=r"sources\.yaml"):
        write_atomically(tmp_path / "sources.yaml", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["sources.yaml"]


def test_another_key_is_a_matter_of_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    assert told_of(WrongKey("not the key"), capsys) == (2, "not the key")


def test_a_number_that_no_row_can_have_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, words = told_of(OverflowError("Python int too large to convert to SQLite INTEGER"), capsys)
    assert (status, "larger than any" in words) == (2, True)


def test_what_nobody_expected_stays_a_surprise() -> None:
    with pytest.raises(ZeroDivisionError), told():
        raise ZeroDivisionError
    with pytest.raises(OSError, match="no file"), told():
        raise OSError("no file at all")


def test_a_full_disk_is_called_so_and_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SystemExit) as left, told():
        init.write(tmp_path / "config")
    assert (left.value.code, "make room" in " ".join(capsys.readouterr().err.split())) == (2, True)
    assert list((tmp_path / "config").iterdir()) == []
    assert "make room" in told_of(OSError(errno.ENOSPC, "No space left on device"), capsys)[1]


def test_other_errors_of_arguments_keep_the_password(capsys: pytest.CaptureFixture[str]) -> None:
    assert "hidden" not in told_of(ArgumentError("Could not parse postgresql://x:hidden"), capsys)[1]


def test_who_has_no_name_on_this_machine_acts_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", unknown)
    monkeypatch.setattr("os.getuid", lambda: 4711)
    assert actor().id == "user 4711"
