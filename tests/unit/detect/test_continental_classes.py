"""Turns of German and French trade papers, one line each in `tests/data/continental_classes.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.headlines import read

from triggers.types import EventKind

LINES = Path(__file__).parents[2] / "data" / "continental_classes.txt"


def _sections() -> dict[tuple[str, EventKind], list[tuple[str, str]]]:
    """Headline and company, by language and kind."""
    found: dict[tuple[str, EventKind], list[tuple[str, str]]] = {}
    for block in LINES.read_text(encoding="utf-8").split("\n[")[1:]:
        head, *lines = block.strip().splitlines()
        language, kind = head.rstrip("]").split()
        found[language, EventKind(kind)] = [
            (headline, company or "Acme") for headline, _, company in (line.partition(" = ") for line in lines)
        ]
    return found


SECTIONS = _sections()


@pytest.mark.parametrize(("language", "kind"), SECTIONS, ids=str)
def test_every_turn_is_heard(language: str, kind: EventKind) -> None:
    missed = [
        headline
        for headline, company in SECTIONS[language, kind]
        if (kind, company) not in {(m.kind, m.company) for m in read(headline, language=language).mentions}
    ]
    assert missed == []
