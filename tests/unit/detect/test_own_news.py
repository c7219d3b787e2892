"""Invented news in three languages, labelled before the rules had read any of it: a floor under what is found."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.scores import Score

from triggers.detect import detect
from triggers.types import EventKind, Reading

NEWS = Path(__file__).resolve().parents[2] / "data" / "own_news.jsonl"
KINDS = [
    kind.value
    for kind in EventKind
    if any(f'"event": "{kind.value}"' in x for x in NEWS.read_text("utf-8").splitlines())
]


Label = tuple[str, str, str | None]


@cache
def items() -> tuple[tuple[dict[str, Any], frozenset[Label], frozenset[Label]], ...]:
    """Each item with what it tells and what is found in it: kind, company in lower case, round."""
    out = []
    for text in NEWS.read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        told = frozenset((x["event"], x["company"].lower(), x.get("round")) for x in row["labels"])
        reading = Reading(
            id=row["id"], title=row["title"], summary=row["summary"], source="own", url=None, published=None
        )
        found = frozenset((m.kind.value, m.company.lower(), m.facts.round) for m in detect(reading).mentions)
        out.append((row, told, found))
    return tuple(out)


def score(kind: str | None = None, language: str | None = None, round_: str | None = None) -> Score:
    """Counts over the items of a language; a round is compared only where one is asked for."""
    hit = wrong = missed = 0
    for row, told, found in items():
        if language in (None, row["lang"]):
            gold, seen = (
                {
                    (event, company)
                    for event, company, of in labels
                    if kind in (None, event) and (round_ is None or of == round_)
                }
                for labels in (told, found)
            )
            hit, wrong, missed = hit + len(gold & seen), wrong + len(seen - gold), missed + len(gold - seen)
    return Score(hit, wrong, missed)


@pytest.mark.parametrize(("language", "floor"), [("en", 0.93), ("de", 0.93), ("fr", 0.94), (None, 0.94)])
def test_most_events_are_found(language: str | None, floor: float) -> None:
    assert score(language=language).f1 >= floor


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read(kind: str) -> None:
    assert score(kind).f1 >= 0.85


def test_series_b_is_found_and_not_invented() -> None:
    found = score("funding", round_="B")
    assert found.precision >= 0.95
    assert found.recall >= 0.85


def test_near_misses_stay_empty() -> None:
    empty = [not found for _, told, found in items() if not told]
    assert sum(empty) >= 0.95 * len(empty)
