"""Where a report was filed is no part of what it tells."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.detect.grammar.datelines import dateline
from triggers.types import EventKind

DATELINES = (
    "ZURICH, Switzerland--(BUSINESS WIRE)--Acme opens",
    "LONDON (Reuters) - Acme opens",
    "OSLO, March 3, 2021 /PRNewswire/ -- Acme opens",
    "SAN FRANCISCO, Jan. 4, 2022 (GLOBE NEWSWIRE) -- Acme opens",
    "Greenville, SC -- Acme opens",
    "PALO ALTO, Calif., Aug. 16, 2016 – Acme opens",
    "Espoo, Finland – Acme opens",
    "LONDON — Acme opens",
)
NONE = (
    "Acme opens",
    "Acme – Globex merger is off",
    "Acme, Globex – a deal in doubt",
    "Acme (NYSE: ACM) - buys Globex",
    "ACME - buys Globex",
    "",
)


@pytest.mark.parametrize("text", DATELINES)
def test_the_first_sentence_begins_behind_it(text: str) -> None:
    assert text[dateline(text) :] == "Acme opens"


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_without_one_begins_at_its_start(text: str) -> None:
    assert dateline(text) == 0


def test_the_text_below_a_headline_is_read_from_behind_it() -> None:
    below = "GENEVA, Switzerland--(BUSINESS WIRE)--Acme has agreed to settle charges with the SEC."
    assert told(EventKind.REGULATORY, "Acme draws a line", below) == {"Acme"}


def test_a_headline_that_keeps_the_name_back_leaves_it_to_the_text() -> None:
    below = "Acme will open a new factory in Ohio and hire 300 people."
    assert told(EventKind.EXPANSION, "Anvil maker picks Ohio for growth", below) == {"Acme"}
    assert told(EventKind.EXPANSION, "Five days in the Midwest", below) == set()


BELOW: tuple[tuple[EventKind, str, str, set[str]], ...] = (
    (
        EventKind.ACQUISITION,
        "Acme makes a move",
        "Acme has acquired Globex.io, a maker of anvils.",
        {"Acme", "Globex.io"},
    ),
    (EventKind.EXPANSION, "Acme's French connection", "Acme will open a plant near Paris next year.", {"Acme"}),
    (EventKind.REGULATORY, "Acme's long road", "Acme has received approval from California regulators.", {"Acme"}),
    (
        EventKind.ACQUISITION,
        "Data firm bulks up",
        "Acme has agreed to acquire Globex for $2 billion.",
        {"Acme", "Globex"},
    ),
    (EventKind.ACQUISITION, "Inside the culture at Acme", "Acme, founded in 2010, acquired Globex in 2020.", set()),
    (EventKind.SECURITY_INCIDENT, "What the Acme breach taught us", "Acme disclosed a breach in 2017.", set()),
)


@pytest.mark.parametrize(("kind", "headline", "below", "companies"), BELOW)
def test_what_only_the_text_below_tells(kind: EventKind, headline: str, below: str, companies: set[str]) -> None:
    assert told(kind, headline, below) == companies
