"""Kinds of event that sound alike, told apart; one sentence each in `tests/data/told_apart.txt`."""

from __future__ import annotations

from pathlib import Path

from support.headlines import read

LINES = [
    line.partition(" | ")
    for line in (Path(__file__).parents[2] / "data" / "told_apart.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _wanted(told: str) -> set[tuple[str, str]]:
    parts = [] if told == "nothing" else [part.strip().partition("=") for part in told.split(";")]
    return {(kind, name) for kind, _, names in parts for name in names.split(",")}


def _heard(text: str) -> set[tuple[str, str]]:
    return {(m.kind.value, m.company) for m in read(text).mentions}


def test_a_sentence_tells_these_events_and_no_others() -> None:
    wrong = [(text, _heard(text)) for told, _, text in LINES if _heard(text) != _wanted(told)]
    assert len(LINES) > 25
    assert wrong == []
