"""The lint against short texts of ours, good and bad: per-code precision and recall, and each text by itself."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from support.lint_texts import text_of

from campaigns.story.lint import CODES, lint_story

CORPUS: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "data" / "lint_corpus.yaml")
PRECISION, RECALL = 0.97, 0.97


@lru_cache(maxsize=512)
def codes_in(text: str) -> tuple[str, ...]:
    return tuple(sorted({finding.code for finding in lint_story(text, promise_ids=["first-hire-ready"])}))


def found_in(entry: dict[str, Any]) -> list[str]:
    return list(codes_in(text_of(entry)))


@pytest.mark.parametrize("entry", CORPUS, ids=lambda entry: "-".join([entry["lang"], *entry["codes"]]) or "good")
def test_it_finds_what_is_there_and_nothing_else(entry: dict[str, Any]) -> None:
    found = found_in(entry)

    if entry.get("loose"):
        assert found
    else:
        assert found == sorted(entry["codes"])


def test_precision_and_recall_hold_over_the_corpus() -> None:
    right, missed, false = Counter[str](), Counter[str](), Counter[str]()
    for entry in (one for one in CORPUS if not one.get("loose")):
        found, wanted = set(found_in(entry)), set(entry["codes"])
        right.update(found & wanted)
        missed.update(wanted - found)
        false.update(found - wanted)

    assert len(CORPUS) >= 120
    assert right.total() / (right.total() + false.total()) >= PRECISION
    assert right.total() / (right.total() + missed.total()) >= RECALL


def test_every_code_of_templates_has_a_text_in_the_corpus() -> None:
    only_drafts = {"EVD002", "PRIVATE001", "LEVEL001"}

    assert {code for entry in CORPUS for code in entry["codes"]} == set(CODES) - only_drafts
