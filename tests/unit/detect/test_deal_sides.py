"""Who buys and who is bought, wherever in the sentence they stand; one line each in `tests/data/deal_sides.txt`."""

from __future__ import annotations

from pathlib import Path

from support.headlines import read

from triggers.types import EventKind

LINES = [
    line.partition("|")
    for line in (Path(__file__).parents[2] / "data" / "deal_sides.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _sides(text: str) -> set[str]:
    return {m.company for m in read(text).mentions if m.kind is EventKind.ACQUISITION}


def test_both_sides_of_a_deal_are_named() -> None:
    told = [(who.strip(), text.strip()) for who, _, text in LINES if who.strip()]
    wrong = [(text, _sides(text)) for who, text in told if _sides(text) != set(who.split(", "))]
    assert len(told) > 60
    assert wrong == []


def test_what_only_sounds_like_a_deal_is_none() -> None:
    near = [text.strip() for who, _, text in LINES if not who.strip()]
    assert len(near) > 25
    assert [text for text in near if _sides(text)] == []


def test_an_aside_in_brackets_does_not_hide_the_case_of_a_headline() -> None:
    told = read("Acme Therapeutics (SF) Raises $67M Series B to Launch First Cancer Trial").mentions
    assert [(m.kind, m.company) for m in told] == [(EventKind.FUNDING, "Acme Therapeutics")]
