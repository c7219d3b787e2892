"""What is written down while a story is told, and the marks that carry it through the rendered text.

Every piece of output is wrapped in three characters of the private-use area around a number; the number leads to
this ledger. Values are cleaned of such characters before, so no value can forge a mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from campaigns.story.values import Refused
from triggers.limits import Limits

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
_TOKEN = re.compile(f"{OPEN}([0-9]+){MIDDLE}|{CLOSE}")
MARKS = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """The origin of one piece: the paths it was read from (none: literal), the line, and the beat it opens."""

    paths: tuple[str, ...] = ()
    line: int = 0
    beat: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one origin, as told, before white space is put in order."""

    text: str
    paths: tuple[str, ...]
    line: int
    beat: str | None


@dataclass(slots=True)
class Ledger:
    """Marks, steps and size of one telling; raises `Refused` with TPL005 beyond the limits."""

    limits: Limits
    marks: list[Mark] = field(default_factory=list)
    steps: int = 0
    size: int = 0

    def step(self) -> None:
        self.steps += 1
        if self.steps > self.limits.render_steps:
            raise Refused("TPL005", f"more than {self.limits.render_steps:,} steps")

    def wrap(self, text: str, mark: Mark) -> str:
        """The text between marks that lead back to its origin."""
        self.step()
        if mark.beat is None:
            self.size += len(text.encode("utf-8", "replace"))
        if self.size > self.limits.render_output_bytes:
            raise Refused("TPL005", f"more than {self.limits.render_output_bytes:,} bytes of text")
        self.marks.append(mark)
        return f"{OPEN}{len(self.marks) - 1}{MIDDLE}{text}{CLOSE}"

    def read(self, rendered: str) -> list[Piece]:
        """Take marked text apart. A damaged mark can only make text literal, never give it an origin."""
        pieces: list[Piece] = []
        stack: list[Mark] = []
        position = 0
        for token in _TOKEN.finditer(rendered):
            if token.start() > position:
                self._take(pieces, rendered[position : token.start()], stack)
            position = token.end()
            if token.group(1):
                number = int(token.group(1))
                stack.append(self.marks[number] if number < len(self.marks) else Mark())
            elif stack:
                stack.pop()
        self._take(pieces, rendered[position:], stack)
        return pieces

    def _take(self, pieces: list[Piece], text: str, stack: list[Mark]) -> None:
        if not text.isascii():
            text = MARKS.sub("", text)
        if not text:
            return
        beat = next((mark.beat for mark in reversed(stack) if mark.beat), None) if stack else None
        top = stack[-1] if stack else Mark()
        pieces.append(Piece(text, () if top.beat else top.paths, top.line, beat))
