"""Taking a source out of sources.yaml, and putting it back: every other line stays as it is, to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from overture.config.block import block_of
from overture.config.document import Document, read_document, text_hash
from overture.config.edit import NAME
from overture.config.places import Problem, has_errors
from overture.config.sources import read_sources


@dataclass(frozen=True, slots=True)
class Cut:
    """The lines of one source, with what is needed to find their place again.

    `line` is counted from 1; `after` names the source before them, empty for the first; `rest` is the hash of the file
    without them.
    """

    lines: tuple[str, ...]
    line: int
    after: str
    rest: str


def cut(folder: Path, id_: str) -> tuple[Cut, str] | Problem:
    """The lines of a source and the text of the file without them, or why they cannot be taken. Nothing is written.
    OSError if the file cannot be read."""
    text, document = _read(folder)
    if isinstance(document, Problem):
        return document
    ids = _ids(document)
    if id_ not in ids:
        return Problem(NAME, 0, 0, "error", "sources", f"{id_} does not stand here")
    block = block_of(document, text, id_, among="sources")
    if block is None:
        words = f"{id_} does not stand on lines of its own, the first with its “-”; take it out by hand"
        return document.problem(("sources", ids.index(id_)), words)
    lines = text.split("\n")
    rest = "\n".join([*lines[: block.first], *lines[block.last :]])
    wrong = _wrong(rest, document, id_, there=0)
    before = ids[ids.index(id_) - 1] if ids.index(id_) else ""
    return wrong or (Cut(tuple(lines[block.first : block.last]), block.first + 1, before, text_hash(rest)), rest)


def with_cut(folder: Path, id_: str, back: Cut) -> str | Problem:
    """The text of the file with the lines again: where they were if it has not changed since, else after the source
    that stood before them, else as the first of the list. Or why they cannot stand there. Nothing is written."""
    text, document = _read(folder)
    if isinstance(document, Problem):
        return document
    ids = _ids(document)
    if id_ in ids:
        return document.problem(("sources", ids.index(id_)), f"{id_} stands here already")
    lines = text.split("\n")
    at: int | None = back.line - 1
    if text_hash(text) != back.rest:
        at = _place(document, text, back.after, ids)
    if at is None or at > len(lines):
        return Problem(NAME, 0, 0, "error", "sources", "there is no list on lines of its own to put it into")
    whole = "\n".join([*lines[:at], *back.lines, *lines[at:]])
    return _wrong(whole, document, id_, there=1) or whole


def _place(document: Document, text: str, after: str, ids: Sequence[str]) -> int | None:
    """Before which line the entry goes; None where the file holds no list that it could stand in."""
    if after in ids:
        block = block_of(document, text, after, among="sources")
        return block.last if block else None
    if ids:
        block = block_of(document, text, ids[0], among="sources")
        return block.first if block else None
    return document.keys[("sources",)][0] if ("sources",) in document.keys else None


def _wrong(text: str, before: Document, id_: str, *, there: int) -> Problem | None:
    """What keeps the text from being read as the same other sources as before, with so many of this id."""
    document = read_document(text.encode(), before.file)
    if isinstance(document, list):
        return document[0]
    found, problems = read_sources(document)
    if has_errors(problems):
        return next(one for one in problems if one.level == "error")
    others = [one for one in found if one.id != id_]
    if len(found) - len(others) != there or others != [one for one in read_sources(before)[0] if one.id != id_]:
        return Problem(NAME, 0, 0, "error", "sources", "the other entries would not be read as before")
    return None


def _read(folder: Path) -> tuple[str, Document | Problem]:
    path = folder / NAME
    raw = path.read_bytes()
    document = read_document(raw, str(path))
    if isinstance(document, list):
        return "", document[0]
    return raw.decode(), document


def _ids(document: Document) -> list[str]:
    """Of all entries, in order; an entry without an id counts with an empty one."""
    listed = document.data.get("sources") if isinstance(document.data, dict) else None
    return [str(one.get("id", "")) if isinstance(one, dict) else "" for one in listed or ()]
