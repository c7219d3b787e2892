"""What a library found, made into entries: healed, cut to the limits, with a key that stays the same.

The key decides whether an entry is new. It is made from what the publisher wrote, before links are resolved or
anything is cut, so that the same entry has the same key in every poll and over every redirect.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from triggers.limits import Limits
from triggers.types import ParsedEntry

LINK_CHARS = 4096
GUID_CHARS = 1024
_ABSOLUTE = re.compile(r"https?://[^/?#\s\\]", re.IGNORECASE)
_OLDEST = datetime(1970, 1, 1, tzinfo=UTC)
_CONTROLS = bytes(code for code in range(128) if (code < 32 or code == 127) and code not in b"\t\n\r\x0b\x0c")
_SPACES = bytes.maketrans(b"\x0b\x0c", b"  ")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_C1 = re.compile(rb"\xc2([\x80-\x9f])")
_IN_LINK = re.compile(r"[\x00-\x20\x7f-\x9f\"<>\\^`{|}\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One post as a library returned it; everything may be missing."""

    guid: str | None
    link: str | None
    title: str
    text: str
    published: datetime | None


def make_entries(
    raw: Sequence[RawEntry], *, base: str, limits: Limits, most: int, fetched_at: datetime
) -> tuple[tuple[ParsedEntry, ...], int, tuple[str, ...]]:
    """The entries, how many were left out beyond `most`, and warnings for ops."""
    filled = [entry for entry in raw if entry.guid or entry.link or entry.title or entry.text]
    kept = _newest(filled, most)
    shared = _shared_guids(filled)
    entries: dict[str, ParsedEntry] = {}
    for entry in kept:
        key = entry_key(entry, guid_is_distinct=entry.guid not in shared)
        if key not in entries:
            entries[key] = _parsed(entry, key, base=base, limits=limits, fetched_at=fetched_at)
    warnings = _warnings(shared, len(kept) - len(entries))
    return tuple(entries.values()), len(filled) - len(kept), warnings


def entry_key(entry: RawEntry, *, guid_is_distinct: bool) -> str:
    """32 hex characters: from the GUID where it is distinct, else link and title, else title and text."""
    if entry.guid and guid_is_distinct:
        parts = ("guid", entry.guid)
    elif entry.link:
        parts = ("link", f"{entry.link}\x1f{entry.title}")
    else:
        parts = ("text", f"{entry.title}\x1f{entry.text}")
    said = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:32]


def healed(text: str) -> str:
    """Text that was encoded as UTF-8 twice, put right: what came out as Latin-1 letters is read as UTF-8 again."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def safe_link(link: str | None, base: str) -> str | None:
    """An absolute http or https address, or None. Characters that could end an attribute are encoded."""
    if not link or len(link) > LINK_CHARS:
        return None
    try:
        whole = link if not base or _ABSOLUTE.match(link) else urljoin(base, link)
    except ValueError:
        return None
    if not _ABSOLUTE.match(whole):
        return None
    return _SURROGATES.sub("\ufffd", _IN_LINK.sub(_percent, whole))


def utc(date: datetime | None, fetched_at: datetime) -> datetime | None:
    """Between 1970 and the moment of fetching, whole seconds. A date in the future is a mistake or a trick."""
    if date is None:
        return None
    aware = date.replace(tzinfo=UTC) if date.tzinfo is None else date
    if aware.year < _OLDEST.year:
        return _OLDEST
    return min(max(aware.astimezone(UTC) if aware.year < 9999 else fetched_at, _OLDEST), fetched_at).replace(
        microsecond=0
    )


def _parsed(entry: RawEntry, key: str, *, base: str, limits: Limits, fetched_at: datetime) -> ParsedEntry:
    return ParsedEntry(
        entry_key=key,
        guid=_storable(entry.guid)[:GUID_CHARS] if entry.guid else None,
        link=safe_link(entry.link, base),
        title=" ".join(_storable(entry.title).split())[: limits.title_chars],
        text=_storable(entry.text, limits.text_bytes),
        published=utc(entry.published, fetched_at),
    )


def _storable(text: str, most: int = LINK_CHARS) -> str:
    """Without what databases refuse (control characters, halves of characters), at most `most` bytes of UTF-8.

    The letters that windows-1252 has in place of Latin-1's control characters become what was meant.
    """
    if len(text) <= most and text.isascii() and text.isprintable():
        return text
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError:
        encoded = _SURROGATES.sub("\ufffd", text).encode("utf-8")
    if b"\xc2" in encoded:
        encoded = _C1.sub(_from_cp1252, encoded)
    return encoded.translate(_SPACES, _CONTROLS)[:most].decode("utf-8", "ignore")


def _newest(entries: Sequence[RawEntry], most: int) -> Sequence[RawEntry]:
    """The newest `most` in document order; documents without dates are taken to be newest first."""
    if len(entries) <= most:
        return entries
    if any(entry.published is None for entry in entries):
        return entries[:most]
    by_date = sorted(range(len(entries)), key=lambda n: utc(entries[n].published, _FAR) or _OLDEST, reverse=True)
    return [entries[n] for n in sorted(by_date[:most])]


def _shared_guids(entries: Iterable[RawEntry]) -> frozenset[str]:
    counts = Counter(entry.guid for entry in entries if entry.guid)
    return frozenset(guid for guid, count in counts.items() if count > 1)


def _warnings(shared: frozenset[str], repeated: int) -> tuple[str, ...]:
    found = []
    if shared:
        found.append(f"{len(shared)} GUIDs stand on several entries; those entries are told apart by link and title")
    if repeated:
        found.append(f"{repeated} entries appear twice in the document")
    return tuple(found)


def _from_cp1252(match: re.Match[bytes]) -> bytes:
    return match[1].decode("cp1252", "ignore").encode("utf-8") or match[0]


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8"))


_FAR = datetime(9998, 1, 1, tzinfo=UTC)
