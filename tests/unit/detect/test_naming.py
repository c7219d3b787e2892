"""Whose news it is: naming the company beside a verb."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.types import EventKind

FUNDED = (
    ("Acme raises $5M", "Acme"),
    ("MA-based Acme raises $5M", "Acme"),
    ("Berlin-based logistics startup Acme raises $5M", "Acme"),
    ("Chinese startup Acme raises $5M", "Acme"),
    ("China's Acme raises $5M", "Acme"),
    ("London’s Acme Robotics raises £5M", "Acme Robotics"),
    ("Northgate-backed Acme raises $5M", "Acme"),
    ("Former Globex engineers' startup Acme raises $5M", "Acme"),
    ("Mara Lind's Acme Labs raises $5M", "Acme Labs"),
    ("Acme, which makes anvils for hobbyists, raises $5M", "Acme"),
    ("Acme, a maker of anvils, has raised $5M", "Acme"),
    ("Anvil company Acme raises $5M", "Acme"),
    ("The anvil marketplace Acme raises $5M", "Acme"),
    ("Aerospace Parts Maker Acme Raises $5 Million", "Acme"),
    ("AI Chipmaker Acme Systems Raises $500 Million", "Acme Systems"),
    ("acme raises €6M to forge with AI", "acme"),
    ("insurtech acmeo raises $5M", "acmeo"),
    ("Acme.ai raises $13M", "Acme.ai"),
    ("Acme Inc. raises $5M", "Acme Inc."),
    ("Acme Biotechnologies Co. Ltd. raised $5M in a series B", "Acme Biotechnologies Co. Ltd."),
    ("Acme (ACM) raises $5M", "Acme"),
    ("Acme quietly raises $5M", "Acme"),
    ("Exclusive: Acme raises $5M", "Acme"),
    ("[Update] Acme raises $5M", "Acme"),
    ("DUBLIN – Acme raised $5M in a series A", "Acme"),
    ("Founded in 2024, Acme has raised €4M in a pre-seed round", "Acme"),
    ("Acme hits $1B valuation, raises $155M", "Acme"),
    ("Acme names new CEO as it raises $1 billion", "Acme"),
    ("AirDoc of Berlin closed a Series B round", "AirDoc"),
    ("House of Acme raises $5M", "House of Acme"),
    ("Privately held Acme raises $5M", "Acme"),
    ("Swedish battery maker Acme raises $5M", "Acme"),
    ("Struggling Acme raises $5M", "Acme"),
    ("True Anvilry Raises $650 Million", "True Anvilry"),
    ("Anvil-tech unicorn Acme bags $50 million", "Acme"),
    ("Jane Street-backed Acme raises $5M", "Acme"),
    ("Acme spin-out Anvilo raises $5M", "Anvilo"),
    ("Das Münchner Start-up Acme sammelt 5 Millionen Euro ein", "Acme"),
    ("La start-up lyonnaise Acme lève 5 millions d'euros", "Acme"),
)


@pytest.mark.parametrize(("headline", "company"), FUNDED)
def test_the_company_is_named_without_what_is_said_of_it(headline: str, company: str) -> None:
    assert told(EventKind.FUNDING, headline) == {company}


@pytest.mark.parametrize(
    "headline",
    [
        "Berlin startup raises $5M",
        "Former Globex researcher's AI startup raises $5M",
        "We've raised $17M to build what comes next",
        "Crypto investor Mara Lind raises $1 billion",
        "It raised $5M",
        "India raises $2 billion",
        "Supersonic jet startup becomes unicorn with new funding",
    ],
)
def test_nobody_is_named_where_the_text_names_nobody(headline: str) -> None:
    assert told(EventKind.FUNDING, headline) == set()


@pytest.mark.parametrize(
    ("headline", "sides"),
    [
        ("Globex acquires Acme", {"Globex", "Acme"}),
        ("Globex buys ASX rival Acme", {"Globex", "Acme"}),
        ("Globex to buy robotics company Acme Motion for $2 billion", {"Globex", "Acme Motion"}),
        ("Japan's Globex to buy waterworks operator Acme for $560m", {"Globex", "Acme"}),
        ("Globex Acquires Acme Technologies' Robotics Business", {"Globex", "Acme Technologies"}),
        ("Globex to Buy Initech's Acme for $1.45 Billion", {"Globex", "Acme"}),
        ("Globex acquires 74% stake in Acme for $85 mn", {"Globex", "Acme"}),
        ("Globex Inc. has signed a deal to buy anvil company Acme Works LLC", {"Globex Inc.", "Acme Works LLC"}),
        ("Acme acquired by Globex", {"Globex", "Acme"}),
        ("China blocks Globex's $2B Acme deal after probe", {"Globex", "Acme"}),
        ("Globex und Acme fusionieren", {"Globex", "Acme"}),
        ("Globex buys anvil startup", {"Globex"}),
    ],
)
def test_both_sides_of_a_deal_are_named(headline: str, sides: set[str]) -> None:
    assert told(EventKind.ACQUISITION, headline) == sides


def test_a_purpose_clause_belongs_to_the_one_who_acts() -> None:
    assert told(EventKind.PARTNERSHIP, "Acme teams up with Globex to build robots") == {"Acme"}
