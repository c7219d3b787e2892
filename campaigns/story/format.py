"""One story file: front matter between two lines of `---`, then the beats."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Literal, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from campaigns.story.fields import FIELDS, GROUPS, suggest
from campaigns.types import Finding
from campaigns.workspace import Level
from triggers.types import EventKind

Shape = Literal["arc", "share", "repair", "call", "note"]
StoryMedium = Literal["mail", "call", "note"]
SHAPES: tuple[Shape, ...] = ("arc", "share", "repair", "call", "note")
MEDIA: tuple[StoryMedium, ...] = ("mail", "call", "note")
KEYS = ("id", "event", "language", "level", "promise", "requires", "subject", "weights", "shape", "medium", "chapter")
NEEDED = ("id", "event", "language", "subject")
SOURCE_CHARS = 64 * 1024
_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_LANGUAGE = re.compile(r"[a-z]{2}\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """One variant of the subject line, with its line in the file and its share of the readers."""

    variant: str
    text: str
    line: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Story:
    """One story in one language, as its file says it. `body_line` is the file's line on which the body starts."""

    id: str
    language: str
    events: tuple[EventKind, ...]
    subjects: tuple[Subject, ...]
    body: str
    body_line: int
    hash: str
    text: str
    file: str = ""
    level: Level | None = None
    promise: str | None = None
    requires: tuple[str, ...] = ()
    shape: Shape = "arc"
    medium: StoryMedium = "mail"
    chapter: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)  # of the keys of the front matter

    @property
    def weights(self) -> Mapping[str, float]:
        return {subject.variant: subject.weight for subject in self.subjects}


class _Bad(Exception):  # noqa: N818 - never leaves this file
    def __init__(self, message: str, line: int, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def load(text: str, file: str = "") -> Story | list[Finding]:
    """Read a story. Every fault of the front matter is a TPL001 at its place in the file; then there is no story."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        if len(text) > SOURCE_CHARS:
            return [Finding("TPL005", "error", f"a story of more than {SOURCE_CHARS:,} characters", file, 1, 1)]
        head, body, body_line = _split(text)
        matter = _Matter(_yaml(head), file)
    except _Bad as bad:
        return [Finding("TPL001", "error", bad.message, file, bad.line, bad.column)]
    return matter.findings or matter.story(text, body, body_line)


def _split(text: str) -> tuple[str, str, int]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise _Bad("a story starts with its front matter between two lines of ---", 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    raise _Bad("the front matter has no closing line of ---", 1)


def _yaml(head: str) -> CommentedMap:
    try:
        found = YAML(typ="rt").load(head)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = (error.problem or error.context or "cannot be read").strip().splitlines()[0]
        _stop(f"front matter: {reason}", mark)
    except (YAMLError, ValueError, RecursionError) as error:
        raise _Bad(f"front matter: {str(error).splitlines()[0]}", 2) from None
    if not isinstance(found, CommentedMap):
        raise _Bad("the front matter needs keys and values: " + " ".join(NEEDED), 2)
    return found


def _stop(message: str, mark: Any) -> NoReturn:
    # The front matter starts on the file's second line, and the reader counts from nought.
    raise _Bad(message, mark.line + 2 if mark else 2, mark.column + 1 if mark else 1)


class _Matter:
    """Checks the front matter and remembers where everything stands."""

    def __init__(self, data: CommentedMap, file: str) -> None:
        self.data, self.file = data, file
        self.findings: list[Finding] = []
        for check in (self._keys, self._id, self._language, self._events, self._closed, self._subject, self._requires):
            self._note("TPL001", check())
        self._note("TPL002", self._fields())

    def _note(self, code: str, faults: Iterator[tuple[str, str | None, Any]]) -> None:
        for message, key, inner in faults:
            line, column = self._place(key, inner)
            self.findings.append(Finding(code, "error", message, self.file, line, column))

    def _place(self, key: str | None, inner: Any = None) -> tuple[int, int]:
        data = self.data
        if key is None or key not in data:
            return 1, 1
        if inner is not None and hasattr(data[key], "lc"):
            data, key = data[key], inner
        where = data.lc.item(key) if isinstance(key, int) else data.lc.key(key)
        return where[0] + 2, where[1] + 1

    def _keys(self) -> Iterator[tuple[str, str | None, Any]]:
        for key in self.data:
            if key not in KEYS:
                yield f"{key}: unknown key{suggest(str(key), KEYS)}", key, None
        for key in NEEDED:
            if self.data.get(key) in (None, "", []):
                yield f"{key} is missing", key if key in self.data else None, None

    def _id(self) -> Iterator[tuple[str, str | None, Any]]:
        value = self.data.get("id")
        if value is None:
            return
        named, _ = self._file_says()
        if not isinstance(value, str) or not _ID.match(value):
            yield f"id: {value!r} may hold a-z, 0-9 and - only", "id", None
        elif named is not None and value != named:
            yield f'id: "{value}" is not the name of its file, "{named}"', "id", None

    def _language(self) -> Iterator[tuple[str, str | None, Any]]:
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

    def _events(self) -> Iterator[tuple[str, str | None, Any]]:
        kinds = [kind.value for kind in EventKind]
        for position, value in enumerate(_listed(self.data.get("event"))):
            if value not in kinds:
                inner = position if isinstance(self.data["event"], list) else None
                yield f'event: "{value}" is no kind of event{suggest(str(value), kinds)}', "event", inner

    def _closed(self) -> Iterator[tuple[str, str | None, Any]]:
        closed: dict[str, tuple[str, ...]] = {"level": tuple(Level), "shape": SHAPES, "medium": MEDIA}
        for key, choices in closed.items():
            value = self.data.get(key)
            if value is not None and value not in choices:
                yield f'{key}: "{value}" is none of {", ".join(choices)}{suggest(str(value), choices)}', key, None
        if not isinstance(self.data.get("promise", ""), str):
            yield "promise: the id of one promise of the catalogue", "promise", None
        if self.data.get("chapter", 1) not in (1, 2, 3):
            yield "chapter: 1, 2 or 3", "chapter", None

    def _subject(self) -> Iterator[tuple[str, str | None, Any]]:
        value = self.data.get("subject")
        if isinstance(value, CommentedMap):
            for variant, text in value.items():
                if not isinstance(text, str) or not text.strip():
                    yield f"subject.{variant} is empty or no text", "subject", variant
        elif value is not None and not isinstance(value, str):
            yield "subject: a text, or variants by name", "subject", None
        yield from self._weights(value)

    def _weights(self, subject: Any) -> Iterator[tuple[str, str | None, Any]]:
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

    def _requires(self) -> Iterator[tuple[str, str | None, Any]]:
        value = self.data.get("requires")
        if value is not None and not isinstance(value, (str, list)):
            yield "requires: a list of fields", "requires", None

    def _fields(self) -> Iterator[tuple[str, str | None, Any]]:
        value = self.data.get("requires")
        for position, path in enumerate(_listed(value) if isinstance(value, (str, list)) else []):
            if path not in FIELDS and path not in GROUPS:
                inner = position if isinstance(value, list) else None
                yield f"requires: {path} is not a field{suggest(str(path), FIELDS)}", "requires", inner

    def story(self, text: str, body: str, body_line: int) -> Story:
        data = self.data
        shape: Shape = data.get("shape", "arc")
        medium: StoryMedium = data.get("medium") or (shape if shape in ("call", "note") else "mail")
        if medium != "mail" and "shape" not in data:
            shape = "call" if medium == "call" else "note"
        return Story(
            id=str(data["id"]), language=str(data["language"]),
            events=tuple(EventKind(value) for value in _listed(data["event"])), subjects=self._subjects(),
            body=body, body_line=body_line, hash=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), text=text,
            file=self.file, level=Level(data["level"]) if data.get("level") else None,
            promise=str(data["promise"]) if data.get("promise") else None,
            requires=tuple(str(path) for path in _listed(data.get("requires"))), shape=shape, medium=medium,
            chapter=int(data.get("chapter", 1)), lines={str(key): self._place(key)[0] for key in data},
        )  # fmt: skip

    def _subjects(self) -> tuple[Subject, ...]:
        value, weights = self.data["subject"], self.data.get("weights") or {}
        if isinstance(value, str):
            return (Subject("a", value, self._place("subject")[0]),)
        return tuple(
            Subject(str(name), text, self._place("subject", name)[0], float(weights.get(name, 1.0)))
            for name, text in value.items()
        )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
