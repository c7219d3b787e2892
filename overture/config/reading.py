"""The files of a workspace read one after the other, with what is wrong in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from overture.config.document import Document, fingerprint, read_document
from overture.config.places import Problem, has_errors
from overture.config.tables import Table

T = TypeVar("T")


@dataclass(slots=True)
class Files:
    """Reads file after file and collects what is wrong with them."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)  # files that are refused as a whole
    incomplete: set[str] = field(default_factory=set)  # tables of which rows were left out

    def yaml(self, name: str, read: Callable[[Document], tuple[T, list[Problem]]]) -> T:
        """What `read` makes of the file; of an empty document where the file is absent or is no YAML."""
        raw = self.bytes(name)
        document = read_document(raw, self.shown(name)) if raw else []
        if isinstance(document, list):
            self.note(name, document)
            document = Document(self.shown(name), {}, {}, {})
        self.documents[name] = document
        value, problems = read(document)
        self.note(name, problems)
        return value

    def table(self, name: str) -> tuple[bytes, str]:
        return self.bytes(name), self.shown(name)

    def bytes(self, name: str) -> bytes:
        """The bytes of the file, none where it is absent."""
        path = self.folder / name
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            self.note(name, [Problem(self.shown(name), 0, 0, "error", "", f"cannot be read: {error.strerror}")])
            return b""
        self.fingerprints[name] = fingerprint(raw)
        return raw

    def shown(self, name: str) -> str:
        return str(self.folder / name)

    def note(self, name: str, problems: list[Problem]) -> None:
        self.problems += problems
        if has_errors(problems):
            self.broken.add(name)

    def take(self, table: Table) -> None:
        self.problems += table.notes.all()
        name = Path(table.notes.file).name
        if not table.readable:
            self.broken.add(name)
        if table.notes.left_out:
            self.incomplete.add(name)
