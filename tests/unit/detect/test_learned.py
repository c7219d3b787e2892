"""The network beside the rules: what it adds, what it may not say, and that it can be asked why."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from triggers.detect import detect
from triggers.detect.learned import may_tell
from triggers.detect.learned.network import network
from triggers.detect.learned.pieces import MOST, shape
from triggers.detect.learned.tags import read
from triggers.detect.settle import DOUBTED
from triggers.types import Detection, EventKind, Reading, Status

# Turns of phrase that no rule reads.
UNHEARD = (
    ("Brightwater Dairies has found itself a new owner: Tarn Foods", "acquisition", "Brightwater Dairies"),
    ("Norwick Press makes room for a second hall in Gdansk", "expansion", "Norwick Press"),
)


def whole(title: str, summary: str = "", *, explain: bool = False) -> Detection:
    return detect(Reading("1", title, summary), explain=explain)


@pytest.mark.parametrize(("title", "kind", "company"), UNHEARD)
def test_it_hears_what_no_rule_knows(title: str, kind: str, company: str) -> None:
    assert detect(Reading("1", title), rules_only=True).mentions == ()
    assert (kind, company) in {(m.kind.value, m.company) for m in whole(title).mentions}


def test_what_it_adds_shows_where_it_was_read() -> None:
    title, _kind, _company = UNHEARD[1]
    [mention] = whole(title).mentions
    assert {e.fact for e in mention.evidence} >= {"company", "event"}
    assert all(title[e.start : e.end] == e.text for e in mention.evidence)
    assert mention.confidence >= 0.8


def test_asked_why_it_names_itself_and_the_words_that_told_it() -> None:
    title, _, _ = UNHEARD[1]
    [kept] = [c for c in whole(title, explain=True).candidates if c.kept]
    assert kept.reason == "kept: read by the network"
    words = [cue.text for cue in kept.cues if cue.rule == "a word that told the network"]
    assert len(words) == 3
    assert all(word in title and word not in ("Norwick", "Press") for word in words)


@pytest.mark.parametrize(
    "title", ["Acme has no plans to raise a $50 million Series B", "Acme hasn't raised $20 million in Series B"]
)
def test_what_a_rule_denies_it_does_not_announce(title: str) -> None:
    assert all(m.status is not Status.ANNOUNCED for m in whole(title).mentions)


@pytest.mark.parametrize(
    "title", ["The best sandwiches in Leeds, ranked", "What a merger means for your pension", "How to ask for a raise"]
)
def test_near_misses_stay_empty(title: str) -> None:
    assert whole(title).mentions == ()


def test_an_event_that_it_does_not_believe_is_shown_with_the_reason() -> None:
    title = "Globex adds Acme to its stable"
    assert {m.kind for m in detect(Reading("1", title), rules_only=True).mentions} == {EventKind.ACQUISITION}
    told = whole(title, explain=True)
    assert {c.kind for c in told.candidates if c.reason == DOUBTED} == {EventKind.ACQUISITION}
    assert EventKind.ACQUISITION not in {m.kind for m in told.mentions}


def test_most_of_what_is_no_news_never_reaches_it() -> None:
    assert may_tell("Acme opens a new plant in Ohio", "")
    assert not may_tell("My ten favourite soups for a rainy weekend", "Why you should make your own bread, and how.")


def test_its_runtime_is_loaded_only_when_an_entry_needs_it() -> None:
    asks = (
        "import sys; from triggers.detect import detect; from triggers.types import Reading\n"
        "for title in ('My ten favourite soups for a rainy weekend, and why', 'Acme opens a new plant in Ohio'):\n"
        "    detect(Reading('1', title))\n"
        "    print('onnxruntime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@settings(max_examples=60, deadline=None)
@given(some.text(max_size=300), some.text(max_size=600))
def test_any_text_is_cut_into_words_that_stand_in_it(title: str, summary: str) -> None:
    cut = network().cutter.cut(title, summary)
    assert len(cut.pieces) == len(cut.shapes) <= MOST + 1
    for word in cut.words:
        text = title if word.field == "title" else summary
        assert text[word.start : word.end].strip() == text[word.start : word.end] != ""
        assert 0 < word.first < word.last < len(cut.pieces)


@settings(max_examples=30, deadline=None)
@given(some.text(min_size=1, max_size=200))
def test_the_same_text_is_read_the_same_way(title: str) -> None:
    one, two = (read(network(), title, "") for _ in range(2))
    assert (one.kinds == two.kinds).all()
    assert (one.tags == two.tags).all()
    assert ((one.kinds >= 0) & (one.kinds <= 1)).all()


@pytest.mark.parametrize(
    ("word", "kind"), [("acme", 2), ("ACME", 3), ("Acme", 4), ("A", 4), ("iAcme", 5), ("2026", 1), ("&", 0), ("—", 0)]
)
def test_how_a_word_is_written(word: str, kind: int) -> None:
    assert shape(word) == kind


def test_a_deal_has_both_its_sides() -> None:
    deal = [m for m in whole(UNHEARD[0][0]).mentions if m.kind is EventKind.ACQUISITION]
    assert {m.facts.other_party for m in deal} == {m.company for m in deal} == {"Brightwater Dairies", "Tarn Foods"}
    assert len({m.facts.side for m in deal}) == 2
