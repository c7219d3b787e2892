"""Expansion: plants, offices, markets, capacity."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

KIND = EventKind.EXPANSION
HITS = (
    ("Acme opens new office in Berlin", "Acme"),
    ("Acme Opens European Headquarters in Dublin", "Acme"),
    ("Acme to build $2 billion battery plant in Tennessee", "Acme"),
    ("Acme expands into Germany", "Acme"),
    ("Acme Expands to Asia-Pacific With New Singapore Office", "Acme"),
    ("Acme plans to hire 500 engineers in Poland", "Acme"),
    ("Acme will invest €300 million in new factory in Saxony", "Acme"),
    ("Acme breaks ground on new data center in Texas", "Acme"),
    ("Acme launches in the UK", "Acme"),
    ("Acme enters Indian market", "Acme"),
    ("Acme sets up R&D centre in Bengaluru", "Acme"),
    ("Acme doubles capacity at Leipzig plant", "Acme"),
    ("Acme plans first US factory", "Acme"),
    ("Acme picks Ohio for $1.2 billion battery plant", "Acme"),
    ("Acme to open 50 stores in India this year", "Acme"),
    ("Acme expands US footprint with Texas distribution center", "Acme"),
    ("Acme to create 600 jobs at new Belfast hub", "Acme"),
    ("Acme begins construction of data centre in Sweden", "Acme"),
    ("Acme moves headquarters to Austin", "Acme"),
    ("Acme to invest $10 billion in Virginia data centers", "Acme"),
    ("Acme commits €500 million to French chip plant", "Acme"),
    ("Acme establishes subsidiary in Japan", "Acme"),
    ("Acme inaugurates factory in Morocco", "Acme"),
    ("Acme unveils plan to double production capacity by 2028", "Acme"),
    ("Acme will hire 1,000 people in Ireland", "Acme"),
    ("Acme plans to move production to Mexico", "Acme"),
    ("Acme to build gigafactory in Hungary", "Acme"),
    ("Acme picks Dublin for European HQ", "Acme"),
    ("Acme opens Paris office", "Acme"),
    ("Acme lands in Brazil", "Acme"),
    ("Acme adds 300 jobs in Manchester", "Acme"),
    ("Acme plans $3bn US expansion", "Acme"),
    ("Acme eröffnet neues Werk in Leipzig", "Acme"),
    ("Acme baut Fabrik in Polen", "Acme"),
    ("Acme ouvre une usine en Pologne", "Acme"),
    ("OH: Acme Growth Necessitates New Facility, 150 Employees", "Acme"),
    ("Acme sets up shop in Oslo, plans 40 hires", "Acme"),
    ("Acme to put $2 billion into Ohio anvil mill over five years", "Acme"),
    ("Acme swings open the doors to its new Oslo hotel", "Acme"),
    ("Acme will triple its London headcount", "Acme"),
    ("Acme Expanding Texas Flex Mill", "Acme"),
    ("Acme Brings $58M Investment To North Carolina", "Acme"),
    ("Acme crosses the Atlantic with Boston office", "Acme"),
    ("Acme touches down in Spain", "Acme"),
    ("Acme's first large-format store opens its doors in Wilmette", "Acme"),
    ("Acme has landed in Ireland, its 24th market", "Acme"),
    ("Acme on track to open 150 net new shops this year", "Acme"),
    ("Acme makes Austrian debut with Vienna store", "Acme"),
    ("98 Ventures opens Oslo office", "98 Ventures"),
    ("Acme to invest $13 billion to grow in the United States", "Acme"),
    ("German rapid grocer Acme kicks off in Austria", "Acme"),
)
NEAR_MISSES = (
    "Acme opens lower on Wall Street",
    "City opens new museum of modern art",
    "Acme enters bankruptcy protection",
    "Acme expands board to nine members",
    "How to open an office in Norway: a checklist",
    "Local firms expanding despite worker shortage, survey finds",
    "Governor opens new hospital wing",
    "County offers tax breaks to lure factories",
    "Storm closes plants across the Gulf Coast",
    "Data centre boom strains Irish grid",
)
SURE = (
    ("Acme opens new office in Berlin", Status.ANNOUNCED),
    ("Acme to open new office in Berlin", Status.PLANNED),
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
