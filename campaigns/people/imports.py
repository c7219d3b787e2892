"""Files about who knows whom, read into sightings: tables, LinkedIn's connections, vCards. Pure.

A sighting is somebody whom one of us knows, by address or by name and company.
"""

from __future__ import annotations

import csv
import io
import quopri
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

MAX_ROWS = 200_000


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

# --- tables -------------------------------------------------------------------------------------------------------

_LINKEDIN = ("First Name", "Last Name", "Company", "Connected On")
_DAYS = ("%d %b %Y", "%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%m/%d/%y", "%b %d, %Y")
_MARKS = (",", ";", "\t")
_ENDLESS = "holds a field that is too long; is there a quotation mark that is never closed?"
# What others call the columns of a table, beside our own names.
_CALLED = {
    "full name": "name", "contact": "name", "person": "name", "kontakt": "name", "first name": "first_name",
    "vorname": "first_name", "last name": "last_name", "surname": "last_name", "nachname": "last_name",
    "e-mail": "email", "mail": "email", "email address": "email", "e-mail address": "email", "e-mail-adresse": "email",
    "firma": "company", "account": "company", "organization": "company", "unternehmen": "company", "position": "title",
    "role": "title", "connected on": "since", "seit": "since", "last touch": "last_touch", "notes": "evidence",
}  # fmt: skip
TABLE = ("name", "email", "company", "title", "since", "last_touch", "strength", "evidence")
_HEADER = frozenset({*TABLE, "first_name", "last_name"})


def read_linkedin(raw: bytes) -> list[Seen] | str:
    """Connections.csv as the site exports it, or as a spreadsheet saved it again, with or without the notes above its
    header; else what is wrong."""
    lines = _text(raw).splitlines(keepends=True)
    head = next((at for at, line in enumerate(lines[:20]) if all(name in line for name in _LINKEDIN)), None)
    if head is None:
        return f"has no header with {', '.join(_LINKEDIN)}"
    try:
        return [_connection(number, row) for number, row in _rows(lines[head:])]
    except csv.Error:
        return _ENDLESS


def read_table(raw: bytes) -> list[Seen] | str:
    """Any table with a header that names people, by `name` or by first and last name; else what is wrong."""
    lines = _text(raw).splitlines(keepends=True)
    try:
        rows = [(number, _ours(row)) for number, row in _rows(lines)]
        header = _ours(dict.fromkeys(next(csv.reader(lines[:1], delimiter=_mark(lines[0])), []), "") if lines else {})
    except csv.Error:
        return _ENDLESS
    if not {"name", "last_name", "email"} & header.keys():
        return f"has no header with a column name; others may be {', '.join(TABLE[1:])}"
    return [_sighted(number, row) for number, row in rows]


def table_of(seen: Iterable[Seen]) -> str:
    """The same people as a table that `read_table` reads back; what could not be read is left out."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TABLE)
    for one in seen:
        if isinstance(one, Sighting):
            writer.writerow([getattr(one, name) if getattr(one, name) is not None else "" for name in TABLE])
    return out.getvalue()


def _text(raw: bytes) -> str:
    """As spreadsheets save it: UTF-8 or UTF-16 by its mark, else UTF-8, else what Windows wrote in western Europe."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    raw = raw.replace(b"\0", b"")  # PostgreSQL keeps none
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _mark(header: str) -> str:
    return max(_MARKS, key=header.count)


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows by the names of the header, which is the first line; what is beyond `MAX_ROWS` is left."""
    if not lines:
        return
    rows = csv.DictReader(io.StringIO("".join(lines), newline=""), delimiter=_mark(lines[0]))
    for number, row in zip(range(1, MAX_ROWS + 1), rows, strict=False):
        yield number, {(key or "").strip(): value.strip() for key, value in row.items() if isinstance(value, str)}


def _ours(row: Mapping[str, str]) -> dict[str, str]:
    """The row by our names of its columns."""
    named = (
        (_CALLED.get(key.strip().casefold(), key.strip().casefold().replace(" ", "_")), text)
        for key, text in row.items()
    )
    return {name: text for name, text in named if name in _HEADER}


def _sighted(number: int, row: Mapping[str, str]) -> Seen:
    name = row.get("name") or f"{row.get('first_name', '')} {row.get('last_name', '')}".strip()
    email = plain_address(row.get("email", ""))
    if not name and not email:
        return BadRow(number, "names nobody")
    strength = row.get("strength", "")
    if strength and strength not in {"1", "2", "3", "4", "5"}:
        return BadRow(number, f"strength {strength} is not one of 1 to 5")
    days = [(column, _day(row.get(column, ""))) for column in ("since", "last_touch")]
    wrong = next((column for column, day in days if day is None and row.get(column)), None)
    if wrong:
        return BadRow(number, f"{wrong} {row[wrong]} is no date; write it like 2026-03-31")
    return Sighting(
        number, name or str(email), email, row.get("company") or None, row.get("title") or None, days[0][1], days[1][1],
        int(strength or 1), row.get("evidence", ""),
    )  # fmt: skip


def _connection(number: int, row: dict[str, str]) -> Seen:
    last = re.split(r"[,(|]", row.get("Last Name", ""))[0].strip()  # degrees and pronouns that people add
    name = f"{row.get('First Name', '')} {last}".strip()
    if not name:
        return BadRow(number, "names nobody")
    return Sighting(
        number,
        name,
        plain_address(row.get("Email Address", "")),
        row.get("Company") or None,
        row.get("Position") or None,
        since=_day(row.get("Connected On", "")),
        evidence="connected on LinkedIn",
    )


def _day(text: str) -> date | None:
    for shape in _DAYS:
        try:
            return datetime.strptime(text, shape).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def plain_address(text: str) -> str | None:
    found = text.strip().lower()
    return found if re.fullmatch(r"[^@\s\x00]{1,64}@[^@\s\x00]{1,255}", found) else None


# --- vCards -------------------------------------------------------------------------------------------------------


def read_vcards(raw: bytes) -> list[Seen] | str:
    """Cards of version 2.1, 3.0 and 4.0; else what is wrong with the file."""
    text = _text(raw).replace("\r\n", "\n")
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
        plain_address(card.get("EMAIL", "")),
        company,
        card.get("TITLE") or None,
        evidence="in the address book",
    )
