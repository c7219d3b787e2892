"""Contract win: the vendor is the one named."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.types import EventKind

KIND = EventKind.CONTRACT_WIN
HITS = (
    ("Acme Selects Globex as Cloud Provider", "Globex"),
    ("Acme wins $120 million contract from US Navy", "Acme"),
    ("Acme secures order for 20 wind turbines from Globex", "Acme"),
    ("Acme bags Rs 500 crore order from Indian Railways", "Acme"),
    ("Acme to supply batteries to Globex", "Acme"),
    ("Globex awards Acme $30m contract", "Acme"),
    ("Globex picks Acme for core banking overhaul", "Acme"),
    ("Acme chooses Globex for cloud migration", "Globex"),
    ("Acme lands £40m NHS contract", "Acme"),
    ("Acme wins contract to build Oslo metro line", "Acme"),
    ("Acme receives order for 12 aircraft from Globex", "Acme"),
    ("Acme signs 10-year supply deal with Globex", "Acme"),
    ("Globex orders 50 planes from Acme", "Acme"),
    ("Acme tapped by Pentagon for $200M AI contract", "Acme"),
    ("Globex selects Acme to provide payroll software", "Acme"),
    ("Acme Selected by Globex to Modernize Claims Platform", "Acme"),
    ("Acme wins $1.1 billion Pentagon deal", "Acme"),
    ("Acme bags contract to supply 200 buses to Oslo", "Acme"),
    ("Acme gets order worth Rs 340 crore from Globex", "Acme"),
    ("Acme erhält Großauftrag von der Deutschen Bahn", "Acme"),
    ("Acme Systems will modernise payroll for the Navy under a five-year contract", "Acme Systems"),
    ("Acme wins spot on $12B Air Force cloud vehicle", "Acme"),
    ("Acme lands £200m NASA facilities deal", "Acme"),
    ("Ministry hands Acme £574m extension on old payroll work", "Acme"),
    ("Globex places order for 500 Acme A320 jets", "Acme"),
    ("Globex extends Acme contract through 2031", "Acme"),
    ("Globex signs up Acme for call centres in three regions", "Acme"),
    ("ACME SELECTED AS GUIDANCE PROVIDER FOR NAVY DRONE PROGRAM", "ACME"),
    ("Acme emerges lowest bidder for rail project", "Acme"),
    ("Acme (NYSE: ACM) Awarded $1.2 Billion Contract by the Department of Transport", "Acme"),
    ("US Space Force picks Acme for $816M missile-tracking satellites", "Acme"),
    ("Kazakhstan orders 300 locomotives from Acme", "Acme"),
    ("Acme Forge bags Rs 4,140-crore carbine order from ministry", "Acme Forge"),
    ("Globex goes live on Acme", "Acme"),
    ("Acme Selected for Houston Airport Terminal Program", "Acme"),
    ("Acme signs £1bn deal to keep army vehicles on the road", "Acme"),
    ("Acme secures $118M jet sustainment work", "Acme"),
    ("Globex selects Acme as front-to-back platform", "Acme"),
    ("US military orders more Acme travel vaccine", "Acme"),
    ("Acme has been selected to supply filters for a pilot", "Acme"),
    ("Ministry hands Acme £574m extension", "Acme"),
)
NEAR_MISSES = (
    "Striker signs new contract until 2030",
    "Acme wins award for best design",
    "Contract award notices: how to read them",
    "Pentagon announces $1.7 billion in contracts",
    "Teachers reach tentative contract with district",
    "Quarterback signs record contract extension with Globex",
    "Nurses win contract after three-week strike",
    "Golf star signs equipment contract with Acme",
    "Vendors vie for city's bodycam contract",
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()


def test_an_order_told_below_the_headline_is_the_vendors_though_only_the_customer_is_named_above() -> None:
    below = "Globex has selected Acme to implement a new payroll system in Norway."
    assert told(KIND, "Globex upgrades in Norway", below) == {"Acme"}


def test_an_order_of_somebody_else_told_below_the_headline_is_no_news_of_it() -> None:
    below = "Initech has selected Acme to implement a new payroll system in Norway."
    assert told(KIND, "Globex upgrades in Norway", below) == set()
