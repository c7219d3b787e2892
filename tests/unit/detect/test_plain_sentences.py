"""Plain sentences of three languages and what only resembles them: `tests/data/plain_sentences.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.headlines import read

TABLE = Path(__file__).parents[2] / "data" / "plain_sentences.txt"
LANGUAGES = {
    block.partition("]\n")[0]: block.partition("]\n")[2].strip().splitlines()
    for block in TABLE.read_text(encoding="utf-8").split("\n[")[1:]
}


def _wanted(told: str) -> set[tuple[str, str]]:
    kind, _, names = told.partition("=")
    return set() if told == "nothing" else {(kind, name) for name in names.split(",")}


def _heard(sentence: str, language: str) -> set[tuple[str, str]]:
    mentions = read(sentence, language=None if language == "en" else language).mentions
    return {(m.kind.value, m.company) for m in mentions}


@pytest.mark.parametrize(("language", "least"), [("en", 280), ("fr", 110), ("de", 110)])
def test_a_sentence_tells_its_event_and_no_other(language: str, least: int) -> None:
    lines = [line.partition(" | ")[::2] for line in LANGUAGES[language]]
    assert len(lines) > least
    assert [(text, _heard(text, language)) for told, text in lines if _heard(text, language) != _wanted(told)] == []


def test_near_misses_are_told_apart() -> None:
    near = [line for lines in LANGUAGES.values() for line in lines if line.startswith("nothing")]
    assert len(near) > 170
