"""Real feed documents in which three in ten headlines are made to tell of a round of an account that we know.

What everyday news costs to read depends on how it is written, so made-up news would measure its author. The documents
are no part of the project: without them (`OVERTURE_DATA`, or the folder `shared/data` beside the project) those of
`bench.world` are taken, and the results say so.
"""

from __future__ import annotations

import os
import random
import re
import tarfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from functools import cache
from itertools import islice
from pathlib import Path

import fastfeedparser

from bench.world import SHARE

SMALLEST, LARGEST = 5_000, 200_000  # bytes
FEWEST, MOST = 10, 60  # items of a document
_ITEM = re.compile(rb"<(item|entry)[\s>].*?</\1>", re.S)
_TITLE = re.compile(rb"(<title[^>]*>).*?(</title>)", re.S)
_DATE = re.compile(rb"<(pubDate|published|updated|dc:date)>[^<]*</\1>")


def documents(told: Sequence[str], *, count: int, now: datetime, seed: int = 7) -> list[bytes] | None:
    """`count` documents, the same for the same seed; None where there are none to take."""
    found = _archive()
    if found is None:
        return None
    dice, pages = random.Random(seed), _pages(found)
    names = sorted(pages)
    dice.shuffle(names)
    chosen = islice((pages[name] for name in names if _fits(pages[name])), count)
    return [_ITEM.sub(lambda item: _told(item.group(), told, now, dice), page) for page in chosen]


@cache
def _pages(path: Path) -> dict[str, bytes]:
    """All documents by name, unpacked once and in their order: a compressed archive cannot be read out of order."""
    with tarfile.open(path) as archive:
        members = [(one.name, archive.extractfile(one)) for one in archive if one.name.endswith(".xml")]
        return {name: file.read() for name, file in members if file}


def items(page: bytes) -> int:
    """How many items a document holds."""
    return len(_ITEM.findall(page))


def _archive() -> Path | None:
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    path = Path(os.environ.get("OVERTURE_DATA") or beside) / "feeds" / "feeds.tar.gz"
    return path if path.exists() else None


def _fits(page: bytes) -> bool:
    """Whether all parsers find the same items in it, each with a headline and an address."""
    if not (SMALLEST <= len(page) <= LARGEST and FEWEST <= items(page) <= MOST):
        return False
    try:
        found = fastfeedparser.parse(page).entries
    except ValueError:
        return False
    return len(found) == items(page) and all(entry.get("title") and entry.get("link") for entry in found)


def _told(item: bytes, told: Sequence[str], now: datetime, dice: random.Random) -> bytes:
    when = now - timedelta(minutes=dice.randrange(60, 20_000))
    item = _DATE.sub(lambda date: _dated(date.group(1), when), item)
    if dice.random() >= SHARE:
        return item
    title = f"{dice.choice(told)} raises ${dice.randrange(10, 90)} million in Series B funding"
    return _TITLE.sub(lambda found: found.group(1) + title.encode() + found.group(2), item, count=1)


def _dated(tag: bytes, when: datetime) -> bytes:
    text = format_datetime(when, usegmt=True) if tag == b"pubDate" else when.strftime("%Y-%m-%dT%H:%M:%SZ")
    return b"<" + tag + b">" + text.encode() + b"</" + tag + b">"
