"""Labelled items to learn from: those of the scorer's format, and our own, one a line.

An own line reads `event=Company,Company; event=Company | headline || text below`, or `nothing! | ...` for what only
sounds like an event. In front may stand its language: `[de] ...`. The companies of our own cast (Acme, Globex,
Initech) are always given other names, those of others now and then, so that no firm is learned by heart.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from triggers.detect.learned.pieces import opening
from triggers.types import NEWS_KINDS

KINDS = tuple(kind.value for kind in NEWS_KINDS)
_CAST = ("Acme", "Globex", "Initech")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry with its labels; `whole` where statuses, people and sides are labelled, too."""

    id: str
    title: str
    summary: str
    labels: tuple[dict[str, Any], ...] = ()
    whole: bool = False
    ours: bool = False

    @property
    def texts(self) -> tuple[str, str]:
        return self.title, self.summary


def of_scorer(path: Path, languages: frozenset[str]) -> Iterator[Item]:
    """Items of a JSON lines file of the scorer's format."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] in languages:
            yield Item(
                row["id"], row["title"] or "", opening(row.get("summary") or ""), tuple(row["labels"]), whole=True
            )


def of_lines(path: Path) -> Iterator[Item]:
    """Our own items; a line that names no kind of event, or a company that its text lacks, is an error."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#") or re.fullmatch(r"\[[\w ]+\]", line):
            continue  # a remark, or the heading of a language
        head, bar, told = re.sub(r"^\[\w\w\] ", "", line).partition(" | ")
        title, _, below = told.partition(" || ")
        labels = tuple(_labels(head))
        if not bar or any(one["event"] not in KINDS or one["company"] not in told for one in labels):
            raise ValueError(f"{path.name}, line {number}: cannot read {head!r}")
        yield Item(f"{path.stem}-{number}", title.strip(), opening(below.strip()), labels, ours=True)


def _labels(head: str) -> Iterator[dict[str, Any]]:
    if not head.startswith("nothing"):
        for part in head.split(";"):
            event, _, companies = part.strip().partition("=")
            yield from ({"event": event, "company": company.strip()} for company in companies.split(","))


def places(text: str, name: str | None) -> list[tuple[int, int]]:
    """Where a name stands in a text, as words of their own."""
    if not name or len(name) < 2:
        return []
    pattern = rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def renamed(item: Item, names: list[str], rng: random.Random, chance: float) -> Item:
    """The item with other companies in it; one whose name is part of another's keeps it."""
    title, summary, labels = item.title, item.summary, [dict(one) for one in item.labels]
    told = {one["company"] for one in labels} | {n for n in _CAST if item.ours and n in title + summary}
    for company in sorted(told, key=len, reverse=True):
        always = item.ours and company in _CAST
        if not always and (rng.random() > chance or any(company != o and (company in o or o in company) for o in told)):
            continue
        other = rng.choice(names)
        pattern = re.compile(rf"(?<![A-Za-z0-9]){re.escape(company)}(?![A-Za-z0-9])")
        title, summary = (pattern.sub(lambda _, to=other: to, text) for text in (title, summary))
        for one in labels:
            if one["company"] == company:
                one["company"] = other
    return replace(item, title=title, summary=summary, labels=tuple(labels))
