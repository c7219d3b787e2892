"""Faults in free words: most are heard, and the good neighbour of each is left alone."""

from __future__ import annotations

from collections import Counter

import pytest
from support.free_texts import free_texts

TEXTS = list(free_texts())
HEARD = 0.8
CODES = sorted({text.code for text in TEXTS if text.code})


@pytest.mark.parametrize("code", CODES)
def test_a_fault_in_free_words_is_heard_in_both_languages(code: str) -> None:
    bad = [text for text in TEXTS if text.bad and text.code == code]
    deaf = [text.words for text in bad if code not in text.heard()]

    assert {text.lang for text in bad} == {"en", "de"}
    assert len(bad) >= 20
    assert len(deaf) <= len(bad) * (1 - HEARD), deaf


@pytest.mark.parametrize("code", CODES)
def test_its_good_neighbours_are_left_alone(code: str) -> None:
    good = [text for text in TEXTS if not text.bad and text.code == code]
    accused = Counter({text.words: code in text.heard() for text in good})

    assert len(good) >= 20
    assert not accused.total(), [words for words, told in accused.items() if told]


def test_plain_letters_are_left_alone() -> None:
    plain = [text for text in TEXTS if not text.code]
    accused = {text.words: text.heard() - {"EVD001"} for text in plain}

    assert len(plain) >= 90
    assert not any(accused.values()), {words: told for words, told in accused.items() if told}
