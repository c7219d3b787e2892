"""Adding to sources.yaml by command: comments, order and style of the file stay as a person left them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from overture.config.document import Document, read_document
from overture.config.files import write_atomically
from overture.config.places import Problem, has_errors
from overture.config.sources import SourceConfig, read_sources

NAME = "sources.yaml"
_WIDE = 100_000  # lines are never folded


@dataclass(frozen=True, slots=True)
class Added:
    """The source that was added, and on which line of the file it stands."""

    source: SourceConfig
    line: int


@dataclass(frozen=True, slots=True)
class NewSource:
    """A line that is to be added."""

    id: str
    url: str
    kind: str = "feed"
    tags: Sequence[str] = ()
    interval: str | None = None


def add_source(
    folder: Path,
    *,
    id: str,
    url: str,
    kind: str = "feed",
    tags: Sequence[str] = (),
    interval: str | None = None,
    keep: bool = True,
) -> Added | list[Problem]:
    """Append a source to the workspace's sources.yaml, or say why not; then the file is as it was. OSError if it cannot
    be written."""
    done = add_sources(folder, [NewSource(id, url, kind, tags, interval)], keep=keep)
    added = [item for item in done if isinstance(item, Added)]
    return added[0] if added else [item for item in done if isinstance(item, Problem)]


def add_sources(folder: Path, new: Sequence[NewSource], *, keep: bool = True) -> list[Added] | list[Problem]:
    """Append many sources at once, all or none; without `keep` only say what would come of it. OSError if the file
    cannot be written."""
    path = folder / NAME
    before = path.read_bytes() if path.exists() else b""
    document = read_document(before, str(path))
    if isinstance(document, list):
        return document
    known = len(read_sources(document)[0])
    entries = [_entry(one.id, one.url, one.kind, one.tags, one.interval) for one in new]
    text = _with(before.decode("utf-8-sig"), document, entries)
    if text is None:
        return [document.problem(("sources",), "should be a list (lines that start with a dash)")]
    after = read_document(text.encode(), str(path))
    if isinstance(after, list):
        return after
    sources, problems = read_sources(after)
    if has_errors(problems) or len(sources) != known + len(new):
        return [problem for problem in problems if problem.level == "error"]
    if keep:
        write_atomically(path, text)
    first = len(after.data["sources"]) - len(new)
    return [
        Added(source, after.place(("sources", first + at))[0])
        for at, source in enumerate(sources[len(sources) - len(new) :])
    ]


def lines_of(folder: Path) -> dict[str, int]:
    """On which line of sources.yaml each source stands, by id; empty where the file cannot be read."""
    path = folder / NAME
    document = read_document(path.read_bytes(), str(path)) if path.exists() else []
    if isinstance(document, list):
        return {}
    listed = document.data.get("sources") if isinstance(document.data, dict) else None
    return {
        str(one["id"]): document.place(("sources", at))[0]
        for at, one in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(one, dict) and "id" in one
    }


def _entry(id: str, url: str, kind: str, tags: Sequence[str], interval: str | None) -> CommentedMap:
    entry = CommentedMap({"id": id, "kind": kind, "url": DoubleQuotedScalarString(url)})
    if interval:
        entry["interval"] = interval
    if tags:
        entry["tags"] = CommentedSeq(tags)
    entry.fa.set_flow_style()
    return entry


def _with(text: str, document: Document, entries: Sequence[CommentedMap]) -> str | None:
    """The text with more sources; None where `sources` is no list."""
    yaml = _yaml(document)
    data: Any = yaml.load(text)
    if data is None:  # nothing but comments, which the library would drop
        return _appended(yaml, text, entries)
    if not isinstance(data, CommentedMap):
        return None
    if data.get("sources") is None:
        data["sources"] = CommentedSeq()
    sources = data["sources"]
    if not isinstance(sources, CommentedSeq):
        return None
    if not sources:
        sources.fa.set_block_style()
    sources.extend(entries)
    return _dumped(yaml, data)


def _appended(yaml: YAML, text: str, entries: Sequence[CommentedMap]) -> str:
    return text + "\n" * bool(text and not text.endswith("\n")) + _dumped(yaml, CommentedMap(sources=list(entries)))


def _dumped(yaml: YAML, data: CommentedMap) -> str:
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _yaml(document: Document) -> YAML:
    """A writer that indents lists as the file does."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    dash = max(document.place(("sources", 0))[1] - 3, 0) if ("sources", 0) in document.values else 2
    yaml.indent(mapping=2, sequence=dash + 2, offset=dash)
    return yaml
