"""The front matter of a story: what may stand there, and every fault of it at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Literal, get_args

from ruamel.yaml.comments import CommentedMap

from campaigns.story.fields import FIELDS, GROUPS, suggest
from campaigns.types import Finding
from campaigns.workspace import Level
from triggers.types import EventKind

Shape = Literal["arc", "share", "repair", "call", "note"]
StoryMedium = Literal["mail", "call", "note"]
KEYS = ("id", "event", "language", "level", "promise", "requires", "subject", "weights", "shape", "medium", "chapter")
NEEDED = ("id", "event", "language", "subject")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_LANGUAGE = re.compile(r"[a-z]{2}\Z")
Fault = tuple[str, str | None, Any]  # the words, the key, and the key or place within it


class Matter:
    """Front matter that was read as YAML; `findings` holds what is wrong with it."""

    def __init__(self, data: CommentedMap, file: str) -> None:
        self.data, self.file = data, file
        self.findings: list[Finding] = []
        for check in (self._keys, self._id, self._language, self._events, self._closed, self._subject, self._requires):
            self._note("TPL001", check())
        self._note("TPL002", self._fields())

    def _note(self, code: str, faults: Iterator[Fault]) -> None:
        for message, key, inner in faults:
            line, column = self.place(key, inner)
            self.findings.append(Finding(code, "error", message, self.file, line, column))

    def place(self, key: str | None, inner: Any = None) -> tuple[int, int]:
        """Line and column in the file, from 1, of a key or of what stands within it."""
        data = self.data
        if key is None or key not in data:
            return 1, 1
        if inner is not None and hasattr(data[key], "lc"):
            data, key = data[key], inner
        where = data.lc.item(key) if isinstance(key, int) else data.lc.key(key)
        return where[0] + 2, where[1] + 1

    def _keys(self) -> Iterator[Fault]:
        for key in self.data:
            if key not in KEYS:
                yield f"{key}: unknown key{suggest(str(key), KEYS)}", key, None
        for key in NEEDED:
            if self.data.get(key) in (None, "", []):
                yield f"{key} is missing", key if key in self.data else None, None

    def _id(self) -> Iterator[Fault]:
        value = self.data.get("id")
        if value is None:
            return
        named, _ = self._file_says()
        if not isinstance(value, str) or not _ID.match(value):
            yield f"id: {value!r} may hold a-z, 0-9 and - only", "id", None
        elif named is not None and value != named:
            yield f'id: "{value}" is not the name of its file, "{named}"', "id", None

    def _language(self) -> Iterator[Fault]:
        value = self.data.get("language")
        if value is None:
            return
        _, named = self._file_says()
        if not isinstance(value, str) or not _LANGUAGE.match(value):
            yield f"language: {value!r} is not a code of two letters such as en or de", "language", None
        elif named is not None and value != named:
            yield f'language: "{value}", but the file\'s name says "{named}"', "language", None

    def _file_says(self) -> tuple[str | None, str | None]:
        parts = PurePosixPath(self.file.replace("\\", "/")).name.split(".")
        if parts[-1] != "j2" or len(parts) < 2:
            return None, None
        return parts[0], parts[1] if len(parts) == 3 and _LANGUAGE.match(parts[1]) else None

    def _events(self) -> Iterator[Fault]:
        kinds = [kind.value for kind in EventKind]
        for position, value in enumerate(listed(self.data.get("event"))):
            if value not in kinds:
                inner = position if isinstance(self.data["event"], list) else None
                yield f'event: "{value}" is no kind of event{suggest(str(value), kinds)}', "event", inner

    def _closed(self) -> Iterator[Fault]:
        closed: dict[str, tuple[str, ...]] = {
            "level": tuple(Level), "shape": get_args(Shape), "medium": get_args(StoryMedium),
        }  # fmt: skip
        for key, choices in closed.items():
            value = self.data.get(key)
            if value is not None and value not in choices:
                yield f'{key}: "{value}" is none of {", ".join(choices)}{suggest(str(value), choices)}', key, None
        if not isinstance(self.data.get("promise", ""), str):
            yield "promise: the id of one promise of the catalogue", "promise", None
        if self.data.get("chapter", 1) not in (1, 2, 3):
            yield "chapter: 1, 2 or 3", "chapter", None

    def _subject(self) -> Iterator[Fault]:
        value = self.data.get("subject")
        if isinstance(value, CommentedMap):
            for variant, text in value.items():
                if not isinstance(text, str) or not text.strip():
                    yield f"subject.{variant} is empty or no text", "subject", variant
        elif value is not None and not isinstance(value, str):
            yield "subject: a text, or variants by name", "subject", None
        yield from self._weights(value)

    def _weights(self, subject: Any) -> Iterator[Fault]:
        value = self.data.get("weights")
        if value is None:
            return
        variants = [str(name) for name in subject] if isinstance(subject, CommentedMap) else ["a"]
        if not isinstance(value, CommentedMap):
            yield "weights: a number for each variant of the subject", "weights", None
            return
        for name, weight in value.items():
            if str(name) not in variants:
                yield f"weights.{name}: the subject has no such variant{suggest(str(name), variants)}", "weights", name
            elif isinstance(weight, bool) or not isinstance(weight, (int, float)) or weight < 0:
                yield f"weights.{name}: {weight!r} is not a number of 0 or more", "weights", name
        if not any(isinstance(weight, (int, float)) and weight > 0 for weight in value.values()):
            yield "weights: at least one must be above 0", "weights", None

    def _requires(self) -> Iterator[Fault]:
        value = self.data.get("requires")
        if value is not None and not isinstance(value, (str, list)):
            yield "requires: a list of fields", "requires", None

    def _fields(self) -> Iterator[Fault]:
        value = self.data.get("requires")
        for position, path in enumerate(listed(value) if isinstance(value, (str, list)) else []):
            if path not in FIELDS and path not in GROUPS:
                inner = position if isinstance(value, list) else None
                yield f"requires: {path} is not a field{suggest(str(path), FIELDS)}", "requires", inner


def listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
