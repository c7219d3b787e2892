"""Whole classes of verbs and constructions in English, one line each in `tests/data/english_*.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.headlines import read, told

from triggers.types import EventKind

DATA = Path(__file__).parents[2] / "data"
FILES = ("english_classes.txt", "english_people.txt")
NOTHING = "nothing"


def _sections() -> dict[str, list[tuple[str, str]]]:
    """Headline and company, by kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    kind = NOTHING
    for line in "\n".join((DATA / name).read_text(encoding="utf-8") for name in FILES).splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            headline, _, company = line.partition(" = ")
            found.setdefault(kind, []).append((headline, company or "Acme"))
    return found


SECTIONS = _sections()


@pytest.mark.parametrize("kind", [EventKind(name) for name in SECTIONS if name != NOTHING], ids=str)
def test_every_construction_of_a_kind_is_heard(kind: EventKind) -> None:
    missed = [
        (headline, company)
        for headline, company in SECTIONS[kind.value]
        if company.lower() not in {name.lower() for name in told(kind, headline)}
    ]
    assert missed == []


def test_near_misses_tell_nothing() -> None:
    assert [line for line, _ in SECTIONS[NOTHING] if read(line).mentions] == []
