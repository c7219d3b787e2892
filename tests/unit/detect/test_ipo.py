"""IPO: filing, pricing, first trading."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

KIND = EventKind.IPO
HITS = (
    ("Acme files for IPO", "Acme"),
    ("Acme files confidentially for US IPO", "Acme"),
    ("Acme prices IPO at $24 a share, above range", "Acme"),
    ("Acme shares surge 40% in Nasdaq debut", "Acme"),
    ("Acme to go public through SPAC merger", "Acme"),
    ("Acme raises $600 million in IPO", "Acme"),
    ("Acme picks banks for London IPO, sources say", "Acme"),
    ("Acme postpones IPO", "Acme"),
    ("Acme raises $1.2bn in New York IPO", "Acme"),
    ("Acme eyes London listing", "Acme"),
    ("Acme sets IPO price range at $18 to $20", "Acme"),
    ("Acme IPO subscribed 12 times on final day", "Acme"),
    ("Acme starts trading on Nasdaq", "Acme"),
    ("Acme shares double on debut", "Acme"),
    ("Acme gets SEBI nod for Rs 2,000 crore IPO", "Acme"),
    ("Acme delays IPO amid market turmoil", "Acme"),
    ("Acme could go public as soon as next year", "Acme"),
    ("Acme to list in Frankfurt", "Acme"),
    ("Acme Prices Upsized Initial Public Offering", "Acme"),
    ("Acme Announces Pricing of Initial Public Offering", "Acme"),
    ("Acme lists on Euronext Growth", "Acme"),
    ("Food delivery firm Acme picks Goldman for 2027 IPO - sources", "Acme"),
    ("Acme plant Börsengang", "Acme"),
    ("Acme files draft papers with regulator via confidential route", "Acme"),
    ("Acme pops 20% in NYSE debut", "Acme"),
    ("Anvil maker Acme jumps 12% on first day of trading in Zurich", "Acme"),
    ("Acme lines up Globex for £6bn London float", "Acme"),
    ("Acme agrees $4bn SPAC listing", "Acme"),
    ("Acme shares list at 33% premium on NSE", "Acme"),
    ("Acme refiles for US IPO", "Acme"),
    ("Acme lists at discount to issue price", "Acme"),
    ("Acme raises $72 million, eyes IPO", "Acme"),
)
NEAR_MISSES = (
    "The IPO market is back",
    "Acme shares fall below IPO price",
    "How to invest in upcoming IPOs",
    "Exchange launches new IPO index",
    "Eight IPOs planned for the week of May 4",
    "Hong Kong IPO fundraising doubles in first half",
    "Acme makes Austrian debut with Vienna store",
)
SURE = (
    ("Acme files for IPO", Status.PLANNED),
    ("Acme raises $600 million in IPO", Status.ANNOUNCED),
    ("Acme eyes IPO, sources say", Status.RUMOURED),
    ("Acme postpones IPO", Status.DENIED),
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()


@pytest.mark.parametrize(("headline", "status"), SURE)
def test_it_says_how_sure_the_text_is(headline: str, status: Status) -> None:
    assert {m.status for m in read(headline).mentions if m.kind is KIND} == {status}
