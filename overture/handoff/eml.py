"""The folder channel: one `.eml` file per message, which a person opens in the mail program and sends.

The file is named by the idempotency key and comes into being by a rename, so it is there whole or not at all. A
look removes unfinished files first: a process that was asleep past its lease then has nothing left to rename.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from overture.crashpoints import crashpoint
from overture.handoff.channels import Answer, InDoubt, Later, RefusedForGood, Taken, always

_KEY = re.compile(r"[0-9a-f]{16,64}")


class EmlFolder:
    """Writes into `folder`, which is made when it is missing."""

    name = "eml"
    decides = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def hand_off(self, message: bytes, key: str, *, ours: Callable[[], bool] = always) -> Answer:
        """A file of these bytes under this key: once, however often it is asked for."""
        path = self._path(key)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if path.exists():
                return self._there_already(path, message)
            unfinished = self._write(message, key)
        except OSError as error:
            return Later(self._unwritable(error))
        return self._finish(unfinished, path, ours)

    def look(self, key: str) -> Taken | None:
        """Whether the file is there. Raises OSError when the folder cannot be read: then nothing is known."""
        if not self._folder.exists():
            return None
        for unfinished in self._folder.glob(f".{key}.*.part"):
            unfinished.unlink(missing_ok=True)
        path = self._path(key)
        if not path.exists():
            return None
        _sync_folder(self._folder)
        return Taken(str(path))

    def _unwritable(self, error: OSError) -> str:
        """What is in the way, and that it is on our side: nobody else has seen the message yet."""
        return f"our folder {self._folder} takes no message: {error.strerror or error}"

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("an idempotency key is 16 to 64 hex digits")
        return self._folder / f"{key}.eml"

    def _there_already(self, path: Path, message: bytes) -> Answer:
        if path.read_bytes() != message:
            return RefusedForGood(f"{path.name} holds another message")
        _sync_folder(self._folder)
        return Taken(str(path))

    def _write(self, message: bytes, key: str) -> Path:
        path = self._folder / f".{key}.{secrets.token_hex(4)}.part"
        crashpoint("eml.before_write")
        try:
            with path.open("xb") as file:
                path.chmod(0o600)
                file.write(message)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        crashpoint("eml.written")
        return path

    def _finish(self, unfinished: Path, path: Path, ours: Callable[[], bool]) -> Answer:
        try:
            if not ours():
                unfinished.unlink(missing_ok=True)
                return Later("the lease ended before the file was in place")
            unfinished.rename(path)
        except OSError as error:
            return Later(self._unwritable(error))
        crashpoint("eml.renamed")
        try:
            _sync_folder(self._folder)
        except OSError as error:
            return InDoubt(f"{path} is written, but the folder could not be synced: {error.strerror or error}")
        return Taken(str(path))


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
