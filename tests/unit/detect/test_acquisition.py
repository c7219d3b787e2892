"""Acquisition: takeovers, mergers, sales of units; both sides are named."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

KIND = EventKind.ACQUISITION
HITS = (
    ("Globex to acquire Acme for $2.1 billion in cash", ("Acme", "Globex")),
    ("Globex to Acquire Acme, Expanding Its Security Portfolio", ("Acme", "Globex")),
    ("Globex Completes Acquisition of Acme", ("Acme", "Globex")),
    ("Globex Announces Agreement to Acquire Acme", ("Acme", "Globex")),
    ("Globex Signs Definitive Agreement to Acquire Acme, Inc.", ("Acme, Inc.", "Globex")),
    ("Globex snaps up Acme in $200M deal", ("Acme", "Globex")),
    ("Globex scoops up AI startup Acme", ("Acme", "Globex")),
    ("Globex has acquired Acme, a maker of warehouse robots, for an undisclosed sum", ("Acme", "Globex")),
    ("Globex is buying Acme", ("Acme", "Globex")),
    ("Globex strikes $5bn deal for Acme", ("Acme", "Globex")),
    ("Globex in advanced talks to acquire Acme, sources say", ("Acme", "Globex")),
    ("Globex explores sale of its Acme unit", "Globex"),
    ("Globex weighs bid for Acme", ("Acme", "Globex")),
    ("Globex abandons bid for Acme", ("Acme", "Globex")),
    ("Acme acquired by Globex", ("Acme", "Globex")),
    ("Acme to be acquired by Globex for $1.8B", ("Acme", "Globex")),
    ("Acme agrees to be bought by Globex", ("Acme", "Globex")),
    ("Acme sold to Globex for $90 million", ("Acme", "Globex")),
    ("Acme rejects Globex takeover offer", ("Acme", "Globex")),
    ("Globex sells packaging business to Acme", ("Acme", "Globex")),
    ("Globex and Acme to merge in $10 billion deal", ("Acme", "Globex")),
    ("Globex merges with Acme", ("Acme", "Globex")),
    ("Private equity firm Northgate takes Acme private in $3bn deal", ("Acme", "Northgate")),
    ("Northgate to take majority stake in Acme", ("Acme", "Northgate")),
    ("Globex acquires majority stake in German rival Acme", ("Acme", "Globex")),
    ("Globex, the German chemicals group, has agreed to buy Acme for 4 billion euros", ("Acme", "Globex")),
    ("Acme splashes $400m on payroll firm Globex", ("Acme", "Globex")),
    ("Globex bolsters cyber portfolio with Acme acquisition", ("Acme", "Globex")),
    ("Globex finalises purchase of Acme", ("Acme", "Globex")),
    ("Globex makes $2bn offer for Acme", ("Acme", "Globex")),
    ("Acme in exclusive talks to be acquired by Globex", ("Acme", "Globex")),
    ("Acme shareholders approve Globex takeover", ("Acme", "Globex")),
    ("Globex's $3 billion acquisition of Acme falls through", ("Acme", "Globex")),
    ("KKR to buy Acme from Globex for $2.6 billion", ("Acme", "KKR")),
    ("Acme agrees $1.1bn sale to Globex", ("Acme", "Globex")),
    ("Globex plans to acquire Acme in an all-stock deal", ("Acme", "Globex")),
    (
        "Globex Inc. has entered into a definitive agreement to acquire Acme Ltd. for $85 million",
        ("Acme Ltd.", "Globex Inc."),
    ),
    ("Globex said on Tuesday it would buy Acme for $4.5 billion", ("Acme", "Globex")),
    ("Globex said it has acquired Acme", ("Acme", "Globex")),
    ("German drugmaker Globex to buy U.S. biotech Acme for up to $1.9 billion", ("Acme", "Globex")),
    ("Globex completed its $1.2 billion acquisition of Acme", ("Acme", "Globex")),
    ("Globex has completed the acquisition of Acme GmbH", ("Acme GmbH", "Globex")),
    ("Globex to take over Acme's European business", ("Acme", "Globex")),
    ("Globex buys out Acme", ("Acme", "Globex")),
    ("Globex closes in on deal to buy Acme", ("Acme", "Globex")),
    ("Acme to sell cloud unit to Globex for $900 million", ("Acme", "Globex")),
    ("Acme sells UK arm", "Acme"),
    ("Globex confirms it is in talks to buy Acme", ("Acme", "Globex")),
    ("Globex walks away from Acme takeover", ("Acme", "Globex")),
    ("Globex launches $3bn hostile bid for Acme", ("Acme", "Globex")),
    ("Acme agrees to $4.2 billion takeover by Globex", ("Acme", "Globex")),
    ("Acme accepts Globex's $2 billion offer", ("Acme", "Globex")),
    ("Globex wins bidding war for Acme", ("Acme", "Globex")),
    ("Globex-Acme merger gets shareholder approval", ("Acme", "Globex")),
    ("Acme and Globex announce merger", ("Acme", "Globex")),
    ("Globex gobbles up Acme", ("Acme", "Globex")),
    ("Globex picks up email startup Acme", ("Acme", "Globex")),
    ("Globex grabs Acme for $40M", ("Acme", "Globex")),
    ("Globex acqui-hires Acme team", ("Acme", "Globex")),
    ("UPDATE 2-Acme to buy Globex for $3.4 bln in cash", ("Acme", "Globex")),
    ("Exclusive-Acme weighs sale of consumer unit -sources", "Acme"),
    ("Acme shares soar on Globex takeover bid", ("Acme", "Globex")),
    ("Globex übernimmt Acme", ("Acme", "Globex")),
    ("Globex kauft US-Konkurrenten Acme", ("Acme", "Globex")),
    ("Globex will Acme für 3 Milliarden Euro übernehmen", ("Acme", "Globex")),
    ("Acme wird von Globex übernommen", ("Acme", "Globex")),
    ("Globex schließt Übernahme von Acme ab", ("Acme", "Globex")),
    ("Übernahme von Acme durch Globex abgeschlossen", ("Acme", "Globex")),
    ("Globex verkauft Verpackungssparte an Acme", ("Acme", "Globex")),
    ("Globex prüft Verkauf der Tochter Acme", "Acme"),
    ("Globex und Acme fusionieren", ("Acme", "Globex")),
    ("Globex rachète Acme", ("Acme", "Globex")),
    ("Globex acquiert l'éditeur de logiciels Acme", ("Acme", "Globex")),
    ("Globex s'offre Acme", ("Acme", "Globex")),
    ("Globex va racheter Acme pour 300 millions d'euros", ("Acme", "Globex")),
    ("Acme racheté par Globex", ("Acme", "Globex")),
    ("Globex met la main sur Acme", ("Acme", "Globex")),
    ("Globex compra Acme por 200 millones de euros", ("Acme", "Globex")),
    ("Globex acquisisce Acme", ("Acme", "Globex")),
    ("Globex pays $2.5bn for US payments firm Acme", ("Acme", "Globex")),
    ("Globex hands over $1.6bn for resale app Acme", ("Acme", "Globex")),
    ("Globex walks away from iAcme deal amid veto threat", ("Globex", "iAcme")),
    ("Globex inks $32 billion deal to buy security firm Acme", ("Acme", "Globex")),
    ("Northgate trumps Globex with £4.2bn Acme deal", ("Acme", "Northgate")),
    ("Globex swoops in with $3.7bn deal for Acme", ("Acme", "Globex")),
    ("Globex bolsters heart pipeline with $1.4bn Acme buy", ("Acme", "Globex")),
    ("Acme says yes to Globex's €14.7bn offer", ("Acme", "Globex")),
    ("Globex adds Acme to its stable", ("Acme", "Globex")),
    ("Globex buys contract software startup Acme", ("Acme", "Globex")),
    ("Acme goes private in $5.6bn Globex deal", ("Acme", "Globex")),
)
NEAR_MISSES = (
    "Globex buys stake in Acme",
    "Acme acquires 50 drones for border patrol",
    "Acme buys back $2 billion of its own shares",
    "Acme acquires office tower in Lyon",
    "Otto Karg buys villa for $12 million",
    "City acquires striker on loan",
    "Should you buy an electric car this year?",
    "M&A activity slumps to decade low",
)
SURE = (
    ("Globex to buy Acme for $2 billion", Status.ANNOUNCED),
    ("Globex agrees to buy Acme", Status.ANNOUNCED),
    ("Globex in talks to acquire Acme", Status.RUMOURED),
    ("Globex plans to acquire Acme in an all-stock deal", Status.PLANNED),
    ("Globex abandons bid for Acme", Status.DENIED),
    ("Acme rejects Globex takeover offer", Status.DENIED),
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str | tuple[str, ...]) -> None:
    assert told(KIND, headline) == ({company} if isinstance(company, str) else set(company))


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()


@pytest.mark.parametrize(("headline", "status"), SURE)
def test_it_says_how_sure_the_text_is(headline: str, status: Status) -> None:
    assert {m.status for m in read(headline).mentions if m.kind is KIND} == {status}


@pytest.mark.parametrize(
    "headline",
    [
        "Acme buys Home Foods Group",
        "Acme Buys Home Foods Group",
        "Acme has agreed to acquire Office Supply Works",
        "Acme has snapped up Home Foods",
        "Acme seals takeover of Space Systems",
    ],
)
def test_a_firm_called_after_a_thing_is_a_firm(headline: str) -> None:
    assert "Acme" in told(EventKind.ACQUISITION, headline)


def test_a_thing_stays_a_thing() -> None:
    assert told(EventKind.ACQUISITION, "Acme buys office tower in Oslo") == set()
    assert told(EventKind.ACQUISITION, "Acme Buys Office Tower In Oslo") == set()
