"""One story file: front matter between two lines of `---`, then the beats."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from campaigns.story.matter import NEEDED, Matter, Shape, StoryMedium, listed
from campaigns.types import Finding
from campaigns.workspace import Level
from triggers.types import EventKind

SOURCE_CHARS = 64 * 1024


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
        matter = Matter(_yaml(head), file)
    except _Bad as bad:
        return [Finding("TPL001", "error", bad.message, file, bad.line, bad.column)]
    return matter.findings or _story(matter, text, body, body_line)


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


def _story(matter: Matter, text: str, body: str, body_line: int) -> Story:
    data = matter.data
    shape: Shape = data.get("shape", "arc")
    medium: StoryMedium = data.get("medium") or (shape if shape in ("call", "note") else "mail")
    if medium != "mail" and "shape" not in data:
        shape = "call" if medium == "call" else "note"
    return Story(
        id=str(data["id"]), language=str(data["language"]),
        events=tuple(EventKind(value) for value in listed(data["event"])), subjects=_subjects(matter),
        body=body, body_line=body_line, hash=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), text=text,
        file=matter.file, level=Level(data["level"]) if data.get("level") else None,
        promise=str(data["promise"]) if data.get("promise") else None,
        requires=tuple(str(path) for path in listed(data.get("requires"))), shape=shape, medium=medium,
        chapter=int(data.get("chapter", 1)), lines={str(key): matter.place(key)[0] for key in data},
    )  # fmt: skip


def _subjects(matter: Matter) -> tuple[Subject, ...]:
    value, weights = matter.data["subject"], matter.data.get("weights") or {}
    if isinstance(value, str):
        return (Subject("a", value, matter.place("subject")[0]),)
    return tuple(
        Subject(str(name), text, matter.place("subject", name)[0], float(weights.get(name, 1.0)))
        for name, text in value.items()
    )
