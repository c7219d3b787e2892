"""What the workspace has to know about its stories: which there are, and what their front matter names.

Reading and judging the stories themselves is the business of `campaigns.story`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from overture.config.document import Document, read_document
from overture.config.places import Problem, suggestion

_NAME = re.compile(r"(?P<id>[a-z0-9-]+)\.(?P<language>[a-z]{2,3}(?:-[A-Z]{2})?)\.j2")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_MAX_BYTES = 256 * 1024
REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class StoryFile:
    id: str
    language: str
    path: Path
    events: tuple[str, ...] = ()
    promise: str | None = None
    promise_line: int = 0
    shape: str = "arc"


def find_stories(folder: Path) -> list[StoryFile]:
    """The stories in `folder` by file name. Front matter that cannot be read is left to the lint."""
    if not folder.is_dir():
        return []
    return [_story(path, found) for path in sorted(folder.glob("*.j2")) if (found := _NAME.fullmatch(path.name))]


def unknown_promises(stories: list[StoryFile], promises: Mapping[str, object], shown: Path) -> list[Problem]:
    """Stories that promise what the catalogue lacks. `shown` is how messages name the stories' folder."""
    return [
        Problem(
            str(shown / story.path.name),
            story.promise_line,
            1,
            "error",
            "promise",
            f'no promise has the id "{story.promise}"{suggestion(story.promise, promises)}',
        )
        for story in stories
        if story.promise and story.promise not in promises
    ]


def _story(path: Path, name: re.Match[str]) -> StoryFile:
    front = _front_matter(path)
    data = front.data if front and isinstance(front.data, dict) else {}
    said = data.get("event")
    events = tuple(map(str, said)) if isinstance(said, list) else (str(said),) if said else ()
    promise = data.get("promise")
    line = front.place(("promise",), at_key=True)[0] + 1 if front else 0  # the fence is the first line of the file
    shape = str(data.get("shape") or "arc")
    return StoryFile(name["id"], name["language"], path, events, str(promise) if promise else None, line, shape)


def mends(stories: list[StoryFile], wanted: Collection[str]) -> bool:
    """Whether all of the stories named are told to mend a promise (`shape: repair`)."""
    shapes = {story.shape for story in stories if story.id in wanted}
    return shapes == {REPAIR}


def _front_matter(path: Path) -> Document | None:
    try:
        with path.open("rb") as file:
            text = file.read(_MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    found = _FRONT.match(text)
    document = read_document(found[1].encode(), path.name) if found else None
    return document if isinstance(document, Document) else None
