"""States, offices, clubs, crowds and courts act in the news and are no firms; what is supposed or old is no news."""

from __future__ import annotations

import pytest
from support.headlines import read

from triggers.detect import detect
from triggers.types import EventKind, Reading

NOTHING = (
    # states and their offices
    "Saudi Arabia launches $2 billion push into anvils",
    "Labour Department lays off 300 employees",
    "Government appoints new chair of Anvil and Hammer Authority",
    "Trump names new chair of Anvil Board",
    # people, schools, clubs
    "University of Lind names provost",
    "Harvard names interim president",
    "Singer launches anvil range at party",
    "Lakers acquire guard from Globex City",
    "Arsenal appoint new head of recruitment",
    "Warren Lind buys more Acme",
    # no name at all
    "Big Bank Agrees to $4 Million Fine by Federal Reserve",
    "Fewer chief executives departed in March",
    "Smartphone sales rise 17% in August",
    # houses, courts, faults, praise
    "Former bank branch in Lindau sells for $890,000",
    "Hacker who breached Acme gets four years",
    "Acme fixes zero-day in Anvil exploited in the wild",
    "Acme earns Great Place to Work certification",
    "Acme pilots raise concerns over cargo fires",
    "Acme raises hourly pay to $23",
    "Acme hit with $2 million lawsuit by Globex",
    "The Messiness of Anvils and Hammers has partners",
    "Globex sues to block Mara Lind from joining Acme as president",
    "Anvilkit has raised $9 million via a secondary stake sale",
    "Two new notable funds: Acme (Spain) raised €50 million",
    "Acme launches annual charity auction",
    "Trade union Anvil elects new president",
    "Acme launches ETF tracking anvil stocks",
    "Nine years after buying Globex, Acme looks back",
    # only supposed, only remembered
    "If Acme bought Globex: five scenarios",
    "On this day in 1998: Acme buys Globex for $9 million",
    "From the archive: Mara Lind on buying Globex",
    "The company, which was bought by Globex in 2016, now has 4,000 customers",
    "Acme, acquired by Globex in 2014, turns twenty",
    "Acme, acquisita da Globex nel 2014, festeggia",
    "Acme, adquirida por Globex en 2022, cumple diez años",
    "Fondée en 1998 et rachetée par Globex en 2008, Acme emploie 200 personnes",
)
EVENTS = (
    ("Anvil Department Group lays off 300 employees", EventKind.LAYOFFS),
    ("University Anvils raises $3 million", EventKind.FUNDING),
    ("Acme to be acquired by Globex in 2027", EventKind.ACQUISITION),
    ("Acme, acquisita da Globex per 3 milioni", EventKind.ACQUISITION),
    ("Acme acquired by Globex", EventKind.ACQUISITION),
    ("Arsenal names Mara Lind chief commercial officer", EventKind.EXECUTIVE_HIRE),
    ("Government sues Acme over prices", EventKind.REGULATORY),
    ("FTC files lawsuit against Acme", EventKind.REGULATORY),
    ("Acme sales rise 17% in third quarter", EventKind.EARNINGS),
    ("Acme customer data stolen in breach", EventKind.SECURITY_INCIDENT),
    ("Family Anvils raises $3 million", EventKind.FUNDING),
)


@pytest.mark.parametrize("title", NOTHING)
def test_nobody_acts(title: str) -> None:
    assert read(title).mentions == ()


@pytest.mark.parametrize(("title", "kind"), EVENTS)
def test_a_firm_acts(title: str, kind: EventKind) -> None:
    assert kind in {mention.kind for mention in read(title).mentions}


def test_the_explanation_says_who_it_was() -> None:
    told = detect(Reading("1", "University of Lind names provost", ""), explain=True)
    assert "a public post" in {candidate.reason for candidate in told.candidates}
