"""What cannot be a company or did nothing of the kind, beside the headlines that look alike and tell an event."""

from __future__ import annotations

import pytest
from support.headlines import read

from triggers.types import EventKind

NOTHING = (
    # thoughts and papers in the place of a company
    "Norway Orders Criminal Investigation Over Toxic Paint",
    "Judge Slaps Gag Order On Witnesses",
    "Tram Crash Probe Focuses On Brake Damage",
    "Sweden's Lind Wins Snap Election by Landslide",
    "Leaders answer the threat to annex Atlantis",
    # crowds and private buyers
    "Parents Want Globex CEO to Resign After Remark",
    "Police Are Buying Acme, an AI That Reads Tyre Tracks",
    "River Flood Leaves 24 Stranded",
    # places, lotteries, adverts
    "Court clears bridge project on unspoilt Great Lind island",
    "Lotto results: tonight's winning numbers for the big draw",
    "12-Piece Hammer Driving Set $9 + Free Store Pickup",
    # programmers at work
    "Debugging Anvil Handle Leaks",
    "Installing ANV 2.1, a programmer's editor for AnvilOS",
    "Avoiding Cold Starts in Anvil Cloud",
    "Learn to make patches with Anvil and give back",
    "Don't Let The Schema Dictate Your Design",
    "anvil-lines: Vim hack to sort lines and count them",
    "The Quick Hack v. Careful Work",
    "Results of the Globex Hacker Cup 2024",
    "Anvilizer V0.1.15 was Released!",
    "Anvil OS 23 release party",
    "The Anvil Flight Computer [video + slides]",
    # looks like an event of a real company
    "Why Acme's Boss Still Lets His Son Use the App",
    "Acme pilots, crew to strike on new devices",
    "Acme (ACM) Gears Up for Q2 Earnings",
    "Acme Holdings, Globex Technologies Set to Join S&P 500",
    "Mara Lind steps down as CEO of Otto's Anvils parent",
    "Acme completes employee share sale at $2bn",
)
EVENTS = (
    ("FTC is likely to sue Acme over its prices", EventKind.REGULATORY),
    ("Prosecutors look to charge Acme on bribery", EventKind.REGULATORY),
    ("Acme obstructed an antitrust probe, ministry says", EventKind.REGULATORY),
    ("Acme beats by $0.12, misses on revenue", EventKind.EARNINGS),
    ("Acme Tools (ACM) Q3 Earnings & Revenues Top Estimates", EventKind.EARNINGS),
    ("Acme raises 2027 capex to $3 billion", EventKind.EXPANSION),
    ("Acme to buy Globex for $40 million", EventKind.ACQUISITION),
    ("Acme Services buys Globex", EventKind.ACQUISITION),
    ("Regulator opens investigation into Acme", EventKind.REGULATORY),
    ("Acme data leak exposes a million customers", EventKind.SECURITY_INCIDENT),
    ("Acme pilots new payment app in Berlin", EventKind.PRODUCT_LAUNCH),
    ("Acme reports Q2 earnings", EventKind.EARNINGS),
    ("Acme joins forces with Globex", EventKind.PARTNERSHIP),
    ("Acme raises $20 million and hits the jackpot", EventKind.FUNDING),
    ("Viking Acme raises $20 million Series A", EventKind.FUNDING),
    ("98 Ventures CEO Mara Lind steps down", EventKind.EXECUTIVE_DEPARTURE),
)


@pytest.mark.parametrize("title", NOTHING)
def test_leaves_it_alone(title: str) -> None:
    assert read(title).mentions == ()


@pytest.mark.parametrize(("title", "kind"), EVENTS)
def test_still_tells_the_event(title: str, kind: EventKind) -> None:
    assert kind in {mention.kind for mention in read(title).mentions}


@pytest.mark.parametrize(
    "title",
    [
        "Hundreds of Acme customers affected in major data breach",
        "Acme Employee Information Exposed in Data Breach",
    ],
)
def test_a_breach_names_the_company_and_not_what_it_held(title: str) -> None:
    assert [mention.company for mention in read(title).mentions] == ["Acme"]
