"""YAML 1.2 text into plain data that remembers where each key and value stands.

The text is composed into nodes, not constructed by the library: nodes carry their marks, duplicate keys show up, and
the number of values can be bounded however often an alias repeats them. A key without a value counts as absent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from overture.config.places import Loc, Problem, Severity, path_text

MAX_BYTES = 4 * 1024 * 1024
MAX_VALUES = 200_000  # after aliases are followed
MAX_DEPTH = 40
Place = tuple[int, int]

_PLAIN = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp"))


def fingerprint(raw: bytes) -> str:
    """By which a file of the workspace is known to be what it was."""
    return hashlib.sha256(raw).hexdigest()


def text_hash(text: str) -> str:
    """The same of a text, whatever was typed into it; as `Story.hash`."""
    return fingerprint(text.encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one file. Places are (line, column), both from 1."""

    file: str
    data: Any
    values: Mapping[Loc, Place]
    keys: Mapping[Loc, Place]

    def problem(self, loc: Loc, message: str, *, level: Severity = "error", at_key: bool = False) -> Problem:
        """A problem at `loc`, or at the nearest thing around it that the file really holds."""
        line, column = self.place(loc, at_key=at_key)
        return Problem(self.file, line, column, level, path_text(self._shown(loc)), message)

    def place(self, loc: Loc, *, at_key: bool = False) -> Place:
        if at_key and loc in self.keys:
            return self.keys[loc]
        while loc not in self.values and loc:
            loc = loc[:-1]
        return self.values.get(loc, (1, 1))

    def _shown(self, loc: Loc) -> Loc:
        """Without the index that a single value got when it was taken for a list of one."""
        while loc and isinstance(loc[-1], int) and loc not in self.values:
            loc = loc[:-1]
        return loc


@lru_cache(maxsize=12)
def read_document(raw: bytes, file: str) -> Document | list[Problem]:
    """The document in `raw`, or every reason why there is none. `file` is how messages name it.

    The answer is shared and not to be changed: a long sources.yaml takes seconds to parse, and most reloads are about
    another file.
    """
    text = _decoded(raw, file)
    if isinstance(text, Problem):
        return [text]
    node = _composed(text, file)
    if isinstance(node, Problem):
        return [node]
    return _built(node, file)


def _decoded(raw: bytes, file: str) -> str | Problem:
    if len(raw) > MAX_BYTES:
        return Problem(file, 0, 0, "error", "", f"{len(raw):,} bytes are more than the limit of {MAX_BYTES:,}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return Problem(file, line, column, "error", "", f"byte 0x{raw[error.start]:02x} is not UTF-8; save as UTF-8")


def _composed(text: str, file: str) -> Node | Problem | None:
    if text.startswith("%") or "\n%YAML" in text:
        line = text[: text.find("%YAML")].count("\n") + 1
        return Problem(file, line, 1, "error", "", "a line with % is a YAML directive; leave it out")
    yaml = YAML(typ="safe", pure=True)
    try:
        return yaml.compose(text)  # type: ignore[no-any-return]
    except MarkedYAMLError as error:
        return _syntax(error, file)
    except ReaderError as error:
        return _character(text, error, file)
    except YAMLError as error:
        return Problem(file, 1, 1, "error", "", f"this is not YAML: {error}")
    except RecursionError:
        return Problem(file, 0, 0, "error", "", f"nested deeper than {MAX_DEPTH} levels")


def _character(text: str, error: ReaderError, file: str) -> Problem:
    at = min(int(error.position or 0), len(text))
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Problem(file, line, column, "error", "", "a control character that YAML does not allow; delete it")


def _syntax(error: MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(file, line, column, "error", "", _plainly(error))


def _plainly(error: MarkedYAMLError) -> str:
    """The parser's complaint in words that say what to change."""
    said = f"{error.problem or ''} {error.context or ''}"
    opened = f" (it starts in line {error.context_mark.line + 1})" if error.context_mark else ""
    for part, words in _WORDS:
        if part in said:
            return words.replace("{opened}", opened)
    return f"this is not YAML: {error.problem or error.context}"


_WORDS: tuple[tuple[str, str], ...] = (
    (r"'\t'", "a tab; YAML is indented with spaces only"),
    ("mapping values are not allowed", "a colon where none may stand; check the indent, or put the text in quotes"),
    ("while scanning a quoted scalar", "a quote is opened and never closed{opened}"),
    ("flow sequence", "a list in [ ] is not closed or lacks a comma{opened}"),
    ("flow mapping", "a group in { } is not closed or lacks a comma{opened}"),
    ("flow node", "a bracket is opened and never closed"),
    ("while parsing a block", "this line does not belong to the block above it; check the indent{opened}"),
    ("could not find expected ':'", "a key without a colon; check this line and the one above it{opened}"),
    ("cannot start any token", "a value cannot start with this character; put it in quotes"),
    ("undefined alias", "an alias (*name) to an anchor that is not there; text with a * needs quotes"),
    ("another document", "a second document starts here; one file holds one document"),
)


def _built(node: Node | None, file: str) -> Document | list[Problem]:
    builder = _Builder(file)
    data = {} if node is None else builder.build(node, ())
    if builder.problems:
        return builder.problems
    return Document(file, {} if data is None else data, builder.values, builder.keys)


@dataclass(slots=True)
class _Builder:
    """Walks the nodes once, following aliases, and notes every place on the way."""

    file: str
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    constructor: Any = field(default_factory=lambda: YAML(typ="safe", pure=True).constructor)
    count: int = 0
    full: bool = False

    def build(self, node: Node, loc: Loc) -> Any:
        self.count += 1
        self.values[loc] = _place(node)
        if self.full or self._too_much(node, loc):
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, SequenceNode):
            return [self.build(child, (*loc, index)) for index, child in enumerate(node.value)]
        return self._scalar(node, loc)

    def _too_much(self, node: Node, loc: Loc) -> bool:
        if len(loc) > MAX_DEPTH:
            self.full = True
            self._complain(node, loc[:3], f"nested deeper than {MAX_DEPTH} levels")
        elif self.count > MAX_VALUES:
            self.full = True
            self._complain(node, loc[:3], f"more than {MAX_VALUES:,} values once its aliases are followed")
        return self.full

    def _mapping(self, node: MappingNode, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, key_node, child in self._pairs(node, loc):
            here = (*loc, key)
            if here in self.keys:
                first = self.keys[here][0]
                self._complain(key_node, here, f"this key stands here twice; the first is in line {first}")
                continue
            self.keys[here] = _place(key_node)
            value = self.build(child, here)
            if value is not None:
                data[key] = value
        return data

    def _pairs(self, node: MappingNode, loc: Loc) -> Iterator[tuple[str, Node, Node]]:
        for key_node, child in node.value:
            if not isinstance(key_node, ScalarNode):
                self._complain(key_node, loc, "a key must be plain text")
            elif key_node.tag == "tag:yaml.org,2002:merge":
                self._complain(key_node, loc, "merge keys (<<) are not read; write the keys out or use `defaults`")
            else:
                yield str(key_node.value), key_node, child

    def _scalar(self, node: Node, loc: Loc) -> Any:
        if node.tag not in _PLAIN:
            self._complain(node, loc, f"the tag {node.tag} is not read; only plain values are")
            return None
        if node.tag == "tag:yaml.org,2002:str":
            return node.value
        try:
            return self.constructor.construct_object(node)
        except (ValueError, YAMLError):
            self._complain(node, loc, f"{node.value!r} cannot be read as a value; put it in quotes")
            return None

    def _complain(self, node: Node, loc: Loc, message: str) -> None:
        line, column = _place(node)
        self.problems.append(Problem(self.file, line, column, "error", path_text(loc), message))


def _place(node: Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1
