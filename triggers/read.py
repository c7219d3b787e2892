"""Walks the middle of the line for a batch: entry -> Detection -> tellings of named companies.

Detection works on one entry at a time and knows no company list; which company a name stands for is asked of the
resolver for the whole batch at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from triggers.detect import detect
from triggers.ports import CompanyResolver
from triggers.types import CompanyRef, Detection, Reading, Told

# As wide as the key's column; a name that is longer than this is no name.
KEY_CHARS = 200


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry that nobody has read yet."""

    id: int
    reading: Reading
    publisher: str
    at: datetime  # published, else fetched


@dataclass(frozen=True, slots=True)
class Read:
    """What one entry says, told of companies."""

    entry_id: int
    detection: Detection
    tellings: tuple[Told, ...]


def read(batch: Sequence[Unread], resolver: CompanyResolver) -> list[Read]:
    """Detect events in each entry and resolve their companies; in order."""
    found = [(unread, detect(unread.reading)) for unread in batch]
    names = [(mention.company, unread.reading) for unread, detection in found for mention in detection.mentions]
    companies = iter(resolver.resolve(names) if names else ())
    return [_read(unread, detection, [next(companies) for _ in detection.mentions]) for unread, detection in found]


def _read(unread: Unread, detection: Detection, companies: list[CompanyRef]) -> Read:
    tellings = tuple(
        Told(
            mention=mention,
            company=replace(company, key=company.key[:KEY_CHARS]),
            publisher=unread.publisher,
            url=unread.reading.url,
            at=unread.at,
            entry_id=unread.id,
            title=detection.clean.title,
        )
        for mention, company in zip(detection.mentions, companies, strict=True)
    )
    return Read(unread.id, detection, tellings)
