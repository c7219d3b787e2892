"""Invented news in German, French, Spanish and Italian: a floor under what is found, and under its facts."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from triggers.detect import detect
from triggers.types import Mention, Reading

NEWS = Path(__file__).resolve().parents[2] / "data" / "continental_news.jsonl"
LANGUAGES = ("de", "fr", "es", "it")
Pair = tuple[dict[str, Any], Mention]


@cache
def read(language: str) -> tuple[list[Pair], int, int, list[str]]:
    """(label, mention) that belong together, false alarms, misses, titles without an event in which one is found."""
    pairs: list[Pair] = []
    wrong = missed = 0
    alarms = []
    for row in map(json.loads, NEWS.read_text(encoding="utf-8").splitlines()):
        if row["lang"] != language:
            continue
        left = list(detect(Reading(row["id"], row["title"], row["summary"])).mentions)
        if left and not row["labels"]:
            alarms.append(row["title"])
        for label in row["labels"]:
            found = next(
                (m for m in left if m.kind.value == label["event"] and same(m.company, label["company"])), None
            )
            if found is None:
                missed += 1
            else:
                left.remove(found)
                pairs.append((label, found))
        wrong += len(left)
    return pairs, wrong, missed, alarms


def same(one: str, other: str) -> bool:
    """Equal but for a word in front or behind, as in a company and its legal form."""
    a, b = ([w for w in re.split(r"\W+", name.lower()) if w] for name in (one, other))
    return a == b or (abs(len(a) - len(b)) == 1 and (set(a) <= set(b) or set(b) <= set(a)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_events_are_found_and_few_invented(language: str) -> None:
    pairs, wrong, missed, _ = read(language)
    assert len(pairs) / (len(pairs) + wrong) >= 0.93
    assert len(pairs) / (len(pairs) + missed) >= 0.90


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", ["amount", "round", "person"])
def test_facts_are_read_as_they_are_told(language: str, fact: str) -> None:
    told = [(label[fact], getattr(found.facts, fact)) for label, found in read(language)[0] if fact in label]
    right = [value for value, found in told if str(value) in str(found)]
    assert len(right) >= 0.9 * len(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_status_is_read(language: str) -> None:
    told = [(label["status"], found.status.value) for label, found in read(language)[0]]
    assert sum(value == found for value, found in told) >= 0.95 * len(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_near_misses_stay_empty(language: str) -> None:
    assert len(read(language)[3]) <= 2
