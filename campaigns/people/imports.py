"""Files about who knows whom, read into sightings: LinkedIn's connections, vCards, headers of mailboxes. Pure.

A sighting is somebody whom one of us knows, by address or by name and company. Bodies of messages are never read.
"""

from __future__ import annotations

import csv
import io
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.header import decode_header, make_header
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

MAX_ROWS = 200_000
_HEADER_BYTES = 64 * 1024
_SEPARATOR = re.compile(rb"From \S{1,320} .{0,40}\d\d:\d\d")  # a sentence of a body may begin with "From", too
_FEW, _SOME, _MANY = 2, 10, 40  # messages both ways


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody whom one of us knows, as one row of a file tells it. `row` counts from 1."""

    row: int
    name: str
    email: str | None = None
    company: str | None = None
    title: str | None = None
    since: date | None = None
    last_touch: date | None = None
    strength: int = 1
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    row: int
    reason: str


Seen = Sighting | BadRow

# --- LinkedIn's connections ---------------------------------------------------------------------------------------

_LINKEDIN = ("First Name", "Last Name", "Company", "Connected On")
_DAYS = ("%d %b %Y", "%Y-%m-%d", "%d %B %Y", "%m/%d/%y", "%b %d, %Y")


def read_linkedin(raw: bytes) -> list[Seen] | str:
    """Connections.csv as the site exports it, with or without the notes above its header; else what is wrong."""
    text = raw.decode("utf-8-sig", "replace")
    lines = text.splitlines(keepends=True)
    head = next((at for at, line in enumerate(lines[:20]) if all(name in line for name in _LINKEDIN)), None)
    if head is None:
        return f"has no header with {', '.join(_LINKEDIN)}"
    rows = csv.DictReader(io.StringIO("".join(lines[head:]), newline=""))
    found: list[Seen] = []
    for number, row in enumerate(rows, 1):
        if number > MAX_ROWS:
            break
        found.append(
            _connection(number, {key: (value or "").strip() for key, value in row.items() if isinstance(value, str)})
        )
    return found


def _connection(number: int, row: dict[str, str]) -> Seen:
    name = f"{row.get('First Name', '')} {row.get('Last Name', '')}".strip()
    if not name:
        return BadRow(number, "names nobody")
    since = _day(row.get("Connected On", ""))
    return Sighting(
        number,
        name,
        _address(row.get("Email Address", "")),
        row.get("Company") or None,
        row.get("Position") or None,
        since=since,
        evidence="connected on LinkedIn",
    )


def _day(text: str) -> date | None:
    for shape in _DAYS:
        try:
            return datetime.strptime(text, shape).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _address(text: str) -> str | None:
    found = text.strip().lower()
    return found if re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,255}", found) else None


# --- vCards -------------------------------------------------------------------------------------------------------


def read_vcards(raw: bytes) -> list[Seen] | str:
    """Cards of version 2.1, 3.0 and 4.0; else what is wrong with the file."""
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    text = re.sub(r"\n[ \t]", "", text)  # folded lines are one (RFC 6350, 3.2)
    parts = re.split(r"^BEGIN:VCARD[ \t]*$", text, flags=re.MULTILINE | re.IGNORECASE)[1:]
    cards = [re.split(r"^END:VCARD", part, maxsplit=1, flags=re.MULTILINE | re.IGNORECASE)[0] for part in parts]
    if not cards:
        return "holds no card (BEGIN:VCARD)"
    return [_card(number, dict(_properties(card))) for number, card in enumerate(cards[:MAX_ROWS], 1)]


def _properties(card: str) -> Iterator[tuple[str, str]]:
    """Properties by their names without group and parameters; turned round, since in a dict the last one wins."""
    found = []
    for line in card.splitlines():
        head, colon, value = line.partition(":")
        if not colon:
            continue
        name, *parameters = head.split(";")
        if any("QUOTED-PRINTABLE" in one.upper() for one in parameters):
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
        found.append((name.rpartition(".")[2].upper(), re.sub(r"\\([,;\\])", r"\1", value.replace("\\n", " ")).strip()))
    yield from reversed(found)


def _card(number: int, card: dict[str, str]) -> Seen:
    last, first = ([*card.get("N", "").split(";"), "", ""])[:2]
    name = card.get("FN") or f"{first} {last}".strip()
    if not name:
        return BadRow(number, "names nobody")
    company = card.get("ORG", "").split(";")[0] or None
    return Sighting(
        number,
        name,
        _address(card.get("EMAIL", "")),
        company,
        card.get("TITLE") or None,
        evidence="in the address book",
    )


# --- mailboxes ----------------------------------------------------------------------------------------------------


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
            head.append(line)
            size += len(line)
        blank = not line.strip()
    if head:
        yield b"".join(head)


def _count(head: bytes, us: str, tallies: dict[str, _Tally]) -> None:
    message = BytesHeaderParser().parsebytes(head)
    if message.get("List-Id") or message.get("List-Unsubscribe") or message.get("Auto-Submitted", "no").lower() != "no":
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
    """Address -> name of everybody in these headers."""
    found = {}
    for name, address in getaddresses([str(field) for field in fields]):
        plain = _address(address)
        if plain:
            found[plain] = _decoded(name)
    return found


def _decoded(text: str) -> str:
    try:
        return str(make_header(decode_header(text))).strip()
    except (LookupError, ValueError):
        return text.strip()


def _sent_on(text: object) -> date | None:
    try:
        return parsedate_to_datetime(str(text)).date() if text else None
    except ValueError:
        return None
