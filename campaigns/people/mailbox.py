"""Who wrote with one of us, when and how often, from the headers of a mailbox; bodies are never read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import BinaryIO

from campaigns.people.imports import Seen, Sighting, plain_address

_HEADER_BYTES = 64 * 1024
_SEPARATOR = re.compile(rb"From \S{1,320} .{0,40}\d\d:\d\d")  # a sentence of a body may begin with "From", too
_FEW, _SOME, _MANY = 2, 10, 40  # messages both ways
LINE_BYTES = 64 * 1024  # a longer line is read in pieces


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file of any size, one at a time; none is held that is longer than `LINE_BYTES`."""
    return iter(lambda: file.readline(LINE_BYTES), b"")


def read_mailbox(lines: Iterable[bytes], ours: str) -> list[Seen]:
    """Who wrote with `ours`, one of our addresses, when and how often, from the headers of an mbox. What follows the
    headers is skipped unread. Lists and machines are left out, and those to whom only one side wrote."""
    us = ours.strip().lower()
    tallies: dict[str, _Tally] = {}
    for head in _heads(lines):
        _count(head, us, tallies)
    both = [one for one in tallies.values() if one.to and one.got]
    return [one.sighting(number) for number, one in enumerate(sorted(both, key=lambda one: one.address), 1)]


@dataclass(slots=True)
class _Tally:
    address: str
    name: str = ""
    to: int = 0
    got: int = 0
    first: date | None = None
    last: date | None = None

    def sighting(self, number: int) -> Sighting:
        several = min(self.to, self.got)
        strength = 1 + (several >= _FEW) + (several >= _SOME) + (several >= _MANY)
        words = f"{self.to} message{'s' * (self.to != 1)} to them, {self.got} from them"
        return Sighting(
            number, self.name or self.address, self.address, None, None, self.first, self.last, strength, words
        )


def _heads(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The header block of each message of an mbox."""
    head: list[bytes] | None = None
    size, blank = 0, True
    for line in lines:
        if blank and _SEPARATOR.match(line):
            head, size = [], 0
        elif head is not None and not line.strip():
            yield b"".join(head)
            head = None
        elif head is not None and size < _HEADER_BYTES:
            head.append(line[: _HEADER_BYTES - size])
            size += len(head[-1])
        blank = not line.strip()
    if head:
        yield b"".join(head)


def _count(head: bytes, us: str, tallies: dict[str, _Tally]) -> None:
    message = BytesHeaderParser().parsebytes(head)
    if (
        message.get("List-Id")
        or message.get("List-Unsubscribe")
        or str(message.get("Auto-Submitted", "no")).lower() != "no"
    ):
        return
    day = _sent_on(message.get("Date"))
    senders = _people(message.get_all("From", []))
    readers = _people([*message.get_all("To", []), *message.get_all("Cc", [])])
    if us in senders:
        others, mine = readers, True
    elif us in readers:
        others, mine = senders, False
    else:
        return
    for address, name in others.items():
        if address == us:
            continue
        tally = tallies.setdefault(address, _Tally(address))
        tally.name = tally.name or name
        tally.to, tally.got = tally.to + mine, tally.got + (not mine)
        if day is not None:
            tally.first = min(day, tally.first or day)
            tally.last = max(day, tally.last or day)


def _people(fields: Iterable[object]) -> dict[str, str]:
    """Address -> name of everybody in these headers; nobody where brackets stand in brackets without an end."""
    found = {}
    try:
        listed = getaddresses([str(field) for field in fields])
    except RecursionError:
        return {}
    for name, address in listed:
        plain = plain_address(address)
        if plain:
            found[plain] = _decoded(name)
    return found


def _decoded(text: str) -> str:
    try:
        return str(make_header(decode_header(text))).strip()
    except (LookupError, ValueError, HeaderParseError):
        return text.strip()


def _sent_on(text: object) -> date | None:
    try:
        return parsedate_to_datetime(str(text)).date() if text else None
    except (ValueError, OverflowError):
        return None
