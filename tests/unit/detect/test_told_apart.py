"""Kinds of event that sound alike, and how sure they are, told apart: tables of sentences in `tests/data`."""

from __future__ import annotations

from pathlib import Path

from support.headlines import read


def _table(name: str) -> list[tuple[str, str]]:
    text = (Path(__file__).parents[2] / "data" / name).read_text(encoding="utf-8")
    rows = (line.partition(" | ") for line in text.splitlines() if line and not line.startswith("#"))
    return [(told, sentence) for told, _, sentence in rows]


LINES = _table("told_apart.txt") + _table("business_turns.txt")
STATUSES = _table("statuses.txt")


def _wanted(told: str) -> set[tuple[str, str]]:
    parts = [] if told == "nothing" else [part.strip().partition("=") for part in told.split(";")]
    return {(kind, name) for kind, _, names in parts for name in names.split(",")}


def _heard(text: str) -> set[tuple[str, str]]:
    return {(m.kind.value, m.company) for m in read(text).mentions}


def test_a_sentence_tells_these_events_and_no_others() -> None:
    wrong = [(text, _heard(text)) for told, text in LINES if _heard(text) != _wanted(told)]
    assert len(LINES) > 25
    assert wrong == []


def test_an_event_is_as_sure_as_its_sentence_says() -> None:
    heard = [(status, text, {m.status.value for m in read(text).mentions}) for status, text in STATUSES]
    assert len(heard) > 75
    assert [told for told in heard if told[2] != {told[0]}] == []


def test_a_headline_that_names_nobody_is_read_on_below() -> None:
    below = "Acme has won a five-year contract from the Norwegian railways to translate its notices."
    assert {(m.kind.value, m.company) for m in read("Translation contract win", below).mentions} == {
        ("contract_win", "Acme")
    }


def test_a_deal_announced_below_a_headline_that_only_hints_at_it_is_heard() -> None:
    told = read("Acme expands again with Globex", "Acme announces the new acquisition of Globex as of October 1.")
    assert {m.company for m in told.mentions} == {"Acme", "Globex"}


def test_the_form_in_which_the_headline_names_a_firm_is_kept() -> None:
    forms = [
        ("Acme Confirms Plant in Mexico", "Acme Motor Co. will open a new factory in Guanajuato.", "Acme"),
        ("Anvils for everybody from Acme", "Acme Inc. launches a new anvil for schools.", "Acme"),
        ("ABC turns 35", "ABC Pressroom Solutions opens a second factory in Leeds.", "ABC"),
        ("Acme Foods turns 35", "Acme opens a second factory in Leeds.", "Acme Foods"),
    ]
    heard = {title: {m.company for m in read(title, below).mentions} for title, below, _ in forms}
    assert heard == {title: {name} for title, _, name in forms}


def test_a_firm_named_in_full_before_keeps_its_full_name() -> None:
    told = read("Acme Holdings Ltd. agreed to pay $3m to settle FTC charges that Acme misled its customers")
    assert {m.company for m in told.mentions} == {"Acme Holdings Ltd."}
