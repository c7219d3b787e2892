"""Gates keep back only what cannot fit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from triggers.detect import detect
from triggers.detect.grammar.gates import Gate, pieces, shortest, spelt, stand
from triggers.detect.registry import FRAMES, PHRASES
from triggers.types import EventKind, Reading

DATA = Path(__file__).resolve().parents[2] / "data"
NEWS, GROUPS = DATA / "continental_news.jsonl", DATA / "event_groups.jsonl"


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"\bAcme (?:buys|sells) \w+", {"acme "}),
        (r"\b(?:buys|sells)\b", {"buys", "sells"}),
        (r"[Bb]uys .* (?:rival)?", {"buys "}),
        (r"(?:rival )+\d", {"rival "}),
        (r"(?:buys|\d+)x?", set()),
        (r"(?:rival)?", set()),
        (r"(?=rival)\w+", {"rival"}),
        (r"(?<=rival)\w+", set()),
        (r"(?:raise|raising)", {"rais"}),
    ],
)
def test_a_pattern_tells_what_must_stand_in_a_text(pattern: str, told: set[str]) -> None:
    assert pieces(pattern, re.I) == told


def test_a_gate_opens_for_what_may_fit_in_order() -> None:
    gate = Gate([r"\bsells\b", r"\d+", r"\bBUYS\b"])
    assert list(gate.open("ACME BUYS GLOBEX")) == [1, 2]


def test_letters_that_only_a_pattern_takes_for_others_open_every_gate() -> None:
    gate = Gate([r"(?i:\bsigns\b)"])
    assert list(gate.open("Acme ſigns")) == [0]
    assert list(gate.open("Acme pays")) == []


def test_of_words_within_words_the_short_ones_are_enough() -> None:
    assert shortest({"raise", "raises", "raised", "fund"}) == {"raise", "fund"}


def test_no_frame_that_fits_is_kept_back() -> None:
    rows = map(json.loads, GROUPS.read_text(encoding="utf-8").splitlines())
    texts = [told["title"] for row in rows for told in row["told"]]
    for one in FRAMES.table:
        for text in filter(one.pattern.search, texts):
            assert not (some := pieces(one.told, re.I)) or stand(some, text.lower())


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_no_phrase_that_fits_is_kept_back(language: str) -> None:
    table = PHRASES[language]
    for row in map(json.loads, NEWS.read_text(encoding="utf-8").splitlines()):
        fits = {at for at, one in enumerate(table.table) if one.pattern.search(row["title"])}
        assert fits <= set(table.gate.open(row["title"]))


def test_the_second_sentence_below_still_tells_of_new_money() -> None:
    told = "The firm from Salem builds saws. Acme raised $12 million in a Series A round led by Globex Ventures."
    found = detect(Reading("1", "Acme: saws for everybody", told, "Wire"))
    assert [(one.kind, one.company) for one in found.mentions] == [(EventKind.FUNDING, "Acme")]


def test_a_pattern_of_plain_alternatives_is_spelt_out() -> None:
    assert spelt("fines?|(?:state )?bank|authorit(?:y|ies)") == {
        "fine",
        "fines",
        "bank",
        "state bank",
        "authority",
        "authorities",
    }
