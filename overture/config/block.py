"""One entry of a list in a workspace's file as text: cut out and put back, so that comments, order and style of the
rest stay as a person left them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from overture.config.document import Document
from overture.config.places import Problem


@dataclass(frozen=True, slots=True)
class Block:
    """Where one entry stands: lines `first` up to `last` (counted from 0, `last` left out), `offset` columns in."""

    number: int  # in the list
    first: int
    last: int
    offset: int
    text: str  # without the offset, and with a line end

    def placed(self, problem: Problem) -> Problem:
        """A problem of the file with the line and column that it has in the block's own text."""
        line, column = problem.line - self.first, problem.column - self.offset
        return replace(problem, line=max(line, 0), column=max(column, 1)) if problem.line else problem


def block_of(document: Document, text: str, id_: str, *, among: str = "campaigns") -> Block | None:
    """The entry of this id; None where there is none, or where it shares its line with another."""
    items = document.data.get(among) if isinstance(document.data, dict) else None
    ids = [item.get("id") if isinstance(item, dict) else None for item in items] if isinstance(items, list) else []
    return block_at(document, text, ids.index(id_), among=among) if id_ in ids else None


def block_at(document: Document, text: str, number: int, *, among: str = "campaigns") -> Block | None:
    """The entry at this place of the list."""
    line, column = document.values[(among, number)]
    after = document.values.get((among, number + 1))
    lines = text.split("\n")
    first, offset = line - 1, column - 1
    last = after[0] - 1 if after else len(lines)
    if first >= last or lines[first][:offset].strip() != "-":
        return None
    while last > first + 1 and between(lines[last - 1], offset):
        last -= 1
    cut = [lines[first][offset:], *(_less(one, offset) for one in lines[first + 1 : last])]
    return Block(number, first, last, offset, "\n".join(cut).rstrip() + "\n")


def between(line: str, offset: int) -> bool:
    """Whether the line belongs to nobody or to what follows: blank, a comment, or a key of the file."""
    bare = line.strip()
    return not bare or bare.startswith("#") or len(line) - len(line.lstrip()) < offset


def _less(line: str, offset: int) -> str:
    return line[offset:] if not line[:offset].strip() else line.lstrip()
