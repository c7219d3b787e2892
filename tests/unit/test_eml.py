from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from overture.handoff.channels import InDoubt, Later, RefusedForGood, Taken
from overture.handoff.eml import EmlFolder

KEY = "0123456789abcdef0123456789abcdef"
MESSAGE = b"Subject: hello\r\n\r\nhello\r\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_message_is_one_file_named_by_its_key(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "when-missing"
    assert EmlFolder(folder).hand_off(MESSAGE, KEY) == Taken(str(folder / f"{KEY}.eml"))
    assert names(folder) == [f"{KEY}.eml"]
    assert (folder / f"{KEY}.eml").read_bytes() == MESSAGE


def test_nobody_else_on_the_host_may_read_it(tmp_path: Path) -> None:
    EmlFolder(tmp_path).hand_off(MESSAGE, KEY)
    assert stat.S_IMODE((tmp_path / f"{KEY}.eml").stat().st_mode) == 0o600


def test_the_same_key_twice_is_one_file(tmp_path: Path) -> None:
    channel = EmlFolder(tmp_path)
    assert channel.hand_off(MESSAGE, KEY) == channel.hand_off(MESSAGE, KEY)
    assert names(tmp_path) == [f"{KEY}.eml"]


def test_other_bytes_under_the_same_key_are_refused_and_change_nothing(tmp_path: Path) -> None:
    channel = EmlFolder(tmp_path)
    channel.hand_off(MESSAGE, KEY)
    assert isinstance(channel.hand_off(b"other", KEY), RefusedForGood)
    assert (tmp_path / f"{KEY}.eml").read_bytes() == MESSAGE


def test_file_and_folder_are_synced_around_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[list[str]] = []
    real = os.fsync

    def note(handle: int) -> None:
        synced.append(names(tmp_path))
        real(handle)

    monkeypatch.setattr(os, "fsync", note)
    EmlFolder(tmp_path).hand_off(MESSAGE, KEY)
    [first, last] = synced
    assert first[0].endswith(".part")
    assert last == [f"{KEY}.eml"]


def test_a_look_tells_whether_it_was_taken(tmp_path: Path) -> None:
    channel = EmlFolder(tmp_path / "out")
    assert channel.look(KEY) is None
    channel.hand_off(MESSAGE, KEY)
    assert channel.look(KEY) == Taken(str(tmp_path / "out" / f"{KEY}.eml"))


def test_a_look_ends_what_a_sleeper_had_begun(tmp_path: Path) -> None:
    channel = EmlFolder(tmp_path)

    def asleep() -> bool:
        """The lease held when it was asked; then the process slept, and another one looked."""
        assert channel.look(KEY) is None
        return True

    assert isinstance(channel.hand_off(MESSAGE, KEY, ours=asleep), Later)
    assert names(tmp_path) == []


def test_a_lease_that_has_ended_leaves_no_file(tmp_path: Path) -> None:
    assert isinstance(EmlFolder(tmp_path).hand_off(MESSAGE, KEY, ours=lambda: False), Later)
    assert names(tmp_path) == []


def test_a_look_leaves_the_files_of_others_alone(tmp_path: Path) -> None:
    other = tmp_path / f".{KEY[::-1]}.ab.part"
    other.write_bytes(b"")
    EmlFolder(tmp_path).look(KEY)
    assert other.exists()


@pytest.mark.parametrize("key", ["../../etc/passwd", "", "a/b", "ABCDEF0123456789", KEY + "\n", "x" * 32, KEY * 3])
def test_a_key_cannot_name_a_place(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="idempotency key"):
        EmlFolder(tmp_path).hand_off(MESSAGE, key)


def test_a_folder_that_cannot_be_written_means_later(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    answer = EmlFolder(blocked).hand_off(MESSAGE, KEY)
    assert isinstance(answer, Later)
    assert answer.reason == f"our folder {blocked} takes no message: File exists"


def test_a_full_disk_means_later_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = EmlFolder(tmp_path).hand_off(MESSAGE, KEY)
    assert isinstance(answer, Later)
    assert "No space left" in answer.reason
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_synced_means_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.fsync, []

    def second_fails(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(5, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", second_fails)
    assert isinstance(EmlFolder(tmp_path).hand_off(MESSAGE, KEY), InDoubt)
