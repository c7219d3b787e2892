"""Values that remember where they came from while a story is told.

A `Told` is one value of the brief with the paths it was read from; a `Mixed` is text in which told and literal
pieces stand beside each other; an `Absent` is a field that the brief does not hold. A plain Python value has no
origin: the template made it, so it counts as literal text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from campaigns.story.fields import FIELDS, GROUPS, suggest

_GROUPS_OUTSIDE_IN = tuple(sorted(GROUPS, key=len))
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_DIRECTION = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_SPACE = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """One line of plain characters: what a feed sends can neither break lines nor forge our markers."""
    if text.isascii() and text.isprintable():
        return text.strip() if "  " not in text else " ".join(text.split())
    text = _PRIVATE_USE.sub("", _DIRECTION.sub("", _SPACE.sub(" ", text))).strip()
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cs"))


class Refused(Exception):  # noqa: N818 - the name is the statement
    """The story may not do this. `code` is a lint code; the line is added by who knows it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class Told:
    """A value of the brief and the paths it was read from. It compares and iterates as the value would."""

    __slots__ = ("paths", "value")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, value: Any, paths: tuple[str, ...]) -> None:
        self.value, self.paths = value, paths

    def __bool__(self) -> bool:
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == raw(other))

    def __lt__(self, other: object) -> bool:
        return _ordered(self.value, raw(other), -1)

    def __gt__(self, other: object) -> bool:
        return _ordered(self.value, raw(other), 1)

    def __le__(self, other: object) -> bool:
        return self == other or self < other

    def __ge__(self, other: object) -> bool:
        return self == other or self > other

    def __iter__(self) -> Iterator[Told]:
        if not isinstance(self.value, (str, tuple)):
            raise Refused("TPL001", f"{self.paths[0]} is no list, so there is nothing to go through")
        return (Told(part, self.paths) for part in self.value)

    def __getitem__(self, part: Any) -> Told:
        if not isinstance(self.value, (str, tuple)):
            raise Refused("TPL001", f"{self.paths[0]} has no parts")
        return Told(self.value[part], self.paths)

    def __contains__(self, other: object) -> bool:
        return isinstance(self.value, (str, tuple)) and bool(raw(other) in self.value)

    def __len__(self) -> int:
        return len(self.value) if isinstance(self.value, (str, tuple)) else 1


def _ordered(left: Any, right: Any, sign: int) -> bool:
    if isinstance(left, date) and isinstance(right, str):
        left = left.isoformat()
    try:
        return bool(left < right) if sign < 0 else bool(left > right)
    except TypeError:
        return False


class Mixed:
    """Text whose pieces have origins of their own, as `"half of " ~ account.name` makes it."""

    __slots__ = ("parts",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, parts: tuple[Any, ...]) -> None:
        self.parts = parts

    def __bool__(self) -> bool:
        return any(bool(part) for part in self.parts)

    def __str__(self) -> str:
        return "".join(str(raw(part)) for part in self.parts)

    def __eq__(self, other: object) -> bool:
        return bool(str(self) == raw(other))


class Absent:
    """A field that the brief does not hold: falsy, equal to nothing, and an error only when it is printed."""

    __slots__ = ("path",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, path: str) -> None:
        self.path = path

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __getitem__(self, part: Any) -> Absent:
        return self

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Absent)

    def __lt__(self, other: object) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__


class Group:
    """A group of the brief. It always exists; it is truthy when it holds at least one field."""

    __slots__ = ("fields", "path")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, path: str, fields: Mapping[str, Any]) -> None:
        self.path, self.fields = path, fields

    def __bool__(self) -> bool:
        return any(bool(value) if isinstance(value, Group) else True for value in self.fields.values())

    def get(self, name: str) -> Any:
        """The field's value, or `Absent`; a name that is no field at all is refused."""
        found, path = self.fields.get(name), f"{self.path}.{name}"
        if found is None and path not in FIELDS:
            raise Refused("TPL002", f"{path} is not a field{suggest(path, FIELDS)}")
        return Absent(path) if found is None else found


def raw(value: Any) -> Any:
    """The plain value behind any of these."""
    if isinstance(value, Told):
        return value.value
    if isinstance(value, Mixed):
        return str(value)
    return None if isinstance(value, Absent) else value


def paths_of(*values: Any) -> tuple[str, ...]:
    """The paths that these values were read from, in order, each once."""
    seen: dict[str, None] = {}
    for value in values:
        if isinstance(value, Told):
            seen.update(dict.fromkeys(value.paths))
        elif isinstance(value, Mixed):
            seen.update(dict.fromkeys(paths_of(*value.parts)))
    return tuple(seen)


def tree(values: Mapping[str, Any]) -> dict[str, Any]:
    """A template's context from values by path: groups of `Told`. Text is cleaned, empty values count as absent."""
    groups: dict[str, dict[str, Any]] = {path: {} for path in _GROUPS_OUTSIDE_IN}
    roots: dict[str, Any] = {}
    for path, value in values.items():
        told = _told(path, value)
        group, _, name = path.rpartition(".")
        if told is not None:
            groups.get(group, roots)[name] = told
    for path in GROUPS:
        group, _, name = path.rpartition(".")
        if group:
            groups[group][name] = Group(path, groups[path])
        else:
            roots[name] = Group(path, groups[path])
    return roots


def _told(path: str, value: Any) -> Told | None:
    if isinstance(value, str):
        value = clean(value)
    elif isinstance(value, (tuple, list)):
        value = tuple(filter(None, (clean(str(part)) for part in value)))
    elif not isinstance(value, (int, float, Decimal, date)):
        return None
    return None if value in ("", ()) else Told(value, (path,))
