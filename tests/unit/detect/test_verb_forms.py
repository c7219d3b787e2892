"""Verbs in all their regular forms."""

from __future__ import annotations

import pytest

from triggers.detect.grammar.verbs import forms


@pytest.mark.parametrize(
    ("lemma", "told"),
    [
        ("raise", "raise raises raised raising"),
        ("carry", "carry carries carried carrying"),
        ("launch", "launch launches launched launching"),
        ("snap", "snap snaps snapped snapping"),
        ("commit", "commit commits committed committing"),
        ("open", "open opens opened opening"),
        ("bow", "bow bows bowed bowing"),
        ("gain", "gain gains gained gaining"),
    ],
)
def test_every_regular_form_of_a_verb(lemma: str, told: str) -> None:
    assert forms(lemma) == tuple(told.split())
