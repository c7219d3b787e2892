"""What was heard, as it stands behind "that" in a letter to whoever said it."""

from __future__ import annotations

import pytest

from campaigns.people.clauses import as_clause


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("New sellers take half a year.", "new sellers take half a year"),
        ("Growers will ring the inventor", "growers will ring the inventor"),
        ("Support answers in five places!", "support answers in five places"),
        ("Berlin learns everything late", "Berlin learns everything late"),
        ("Notion is full of old plans", "Notion is full of old plans"),
        ("CRM data is typed twice", "CRM data is typed twice"),
        ("that nobody reads the manual", "nobody reads the manual"),
        ("We lose our best people to fairs", "you lose your best people to fairs"),
        ("I am the demo, and it wears me out", "you are the demo, and it wears you out"),
        ("We’re late, and I’ve said so", "you're late, and you've said so"),
        ("buyers in the US ask us first", "buyers in the US ask you first"),
        ("nobody except you tells us", "nobody except you tells us"),
        ("who answers\n  on a Sunday?", "who answers on a Sunday"),
    ],
)
def test_english_words_are_turned_to_the_reader(heard: str, said: str) -> None:
    assert as_clause(heard, "en") == said


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Neue Häuser nach der Schulung allein sind.", "neue Häuser nach der Schulung allein sind"),
        ("Angebote zu lange liegen", "Angebote zu lange liegen"),
        ("wir unsere besten Leute an Messen verlieren", "Sie Ihre besten Leute an Messen verlieren"),
        ("dass es bei unserem Dienstplan klemmt", "es bei Ihrem Dienstplan klemmt"),
        ("wir uns nicht einig sind", "wir uns nicht einig sind"),
        ("mir die Zeit fehlt", "mir die Zeit fehlt"),
    ],
)
def test_german_words_are_turned_where_the_verb_stays(heard: str, said: str) -> None:
    assert as_clause(heard, "de") == said
