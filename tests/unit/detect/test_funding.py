"""Funding: new money for a named operating company."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

KIND = EventKind.FUNDING
HITS = (
    (
        "SAN FRANCISCO, March 3, 2026 /PRNewswire/ -- Acme, the leading provider of spend management "
        "software, today announced that it has raised $50 million in Series B funding led by Northgate "
        "Capital.",
        "Acme",
    ),
    ("Acme Raises $50 Million Series B to Accelerate AI-Driven Procurement", "Acme"),
    ("Acme Announces $50 Million Series B Funding Round Led by Northgate Capital", "Acme"),
    ("Acme, a Boston-based maker of warehouse robots, has closed a $22 million Series B round", "Acme"),
    ("Boston-based Acme has closed on $22 million in new funding", "Acme"),
    ("Warehouse robotics startup Acme snags $22M Series B from Northgate, Northgate", "Acme"),
    ("Acme bags $22m to scale warehouse robots", "Acme"),
    ("Acme Secures $40M in Growth Funding to Expand Global Footprint", "Acme"),
    ("Acme Closes Oversubscribed $18M Series A", "Acme"),
    ("Fintech Acme picks up £12m in Series A extension", "Acme"),
    ("Northgate Capital leads $22M Series B in warehouse robotics firm Acme", "Acme"),
    ("Northgate-led round values Acme at $1.2 billion", "Acme"),
    ("Acme valued at $1.2 billion in new funding round", "Acme"),
    ("Acme hits unicorn status with $120M Series C", "Acme"),
    ("Acme nears deal to raise $300 million at $4 billion valuation, sources say", "Acme"),
    ("Acme in talks to raise $300 million", "Acme"),
    ("Acme is raising new money at a $4 billion valuation", "Acme"),
    ("Acme emerges from stealth with $30M in seed and Series A funding", "Acme"),
    (
        "Acme, which helps hospitals schedule staff, raised a $15 million Series B round led by Northgate Partners.",
        "Acme",
    ),
    ("The company, Acme, raised $15 million in a Series B round.", "Acme"),
    ("Swedish battery maker Acme secures €1.1bn loan", "Acme"),
    ("Acme gets $200 million credit facility from Northgate Bank", "Acme"),
    ("Acme prices $500 million convertible notes offering", "Acme"),
    ("Acme receives strategic investment from Globex Ventures", "Acme"),
    ("Globex invests $100 million in Acme", "Acme"),
    ("Globex takes minority stake in Acme for $100 million", "Acme"),
    ("Acme receives €15 million investment from European Investment Bank", "Acme"),
    ("EIB backs Acme with €40 million venture debt", "Acme"),
    ("Acme completes €75m Series C financing", "Acme"),
    ("Acme has announced a $75m series B to fund late-stage trials", "Acme"),
    ("Acme lands fresh $9M from Northgate to fight food waste", "Acme"),
    ("Exclusive: Acme raises $9M for its AI tutor", "Acme"),
    ("Acme, founded by ex-Globex engineers, raises $9M", "Acme"),
    ("Acme said on Monday it raised $40 million in a Series B round led by Northgate Capital", "Acme"),
    ("Acme, an AI-powered recruiting platform, announced today it has secured $18 million in Series A funding", "Acme"),
    ("Today, Acme announced a $30M Series B led by Northgate.", "Acme"),
    ("We are thrilled to announce that Acme has raised $12M in Series A funding", "Acme"),
    ("Acme's Series B: $45M to reinvent logistics", "Acme"),
    ("Acme banks $12M Series A", "Acme"),
    ("Acme grabs $6.5M seed to automate audits", "Acme"),
    ("Acme reels in $80M Series B for gene therapies", "Acme"),
    ("Acme nets €4.2M for its hydrogen drones", "Acme"),
    ("Acme nabs $100M as AI security heats up", "Acme"),
    ("Acme adds $25M to Series B", "Acme"),
    ("Acme extends Series B to $70M", "Acme"),
    ("Acme scores $10M from Northgate", "Acme"),
    ("London-based climate tech company Acme closes £7.5 million pre-Series B round", "Acme"),
    ("Northgate Ventures backs Acme in $15M round", "Acme"),
    ("Northgate, Northgate back Acme with $15M", "Acme"),
    ("Acme completes first close of Series C at $60 million", "Acme"),
    ("Series B: Acme raises $35 million", "Acme"),
    ("Amsterdam's Acme picks up €20M to expand its BNPL product", "Acme"),
    ("Ex-Google engineers' startup Acme raises $14M", "Acme"),
    ("YC alum Acme raises $14M to kill the spreadsheet", "Acme"),
    ("Acme considers raising $500 million, Bloomberg reports", "Acme"),
    ("Acme seeks $2 billion in new funding", "Acme"),
    ("Acme lines up $1.5 billion loan for chip plant", "Acme"),
    ("Acme sells €750 million of green bonds", "Acme"),
    (
        "Acme, which makes software for dentists, said on Tuesday that it had raised $30 million in a "
        "Series C funding round.",
        "Acme",
    ),
    (
        "Acme Therapeutics Inc. closed a $52 million series B round co-led by Northgate Ventures and Initech Capital.",
        "Acme Therapeutics Inc.",
    ),
    (
        "Cambridge, Mass.-based Acme Bio raised $40 million in series B financing to advance its lead candidate.",
        "Acme Bio",
    ),
    ("CAMBRIDGE, Mass. – Acme Bio Inc. raised $40 million in a series B round.", "Acme Bio Inc."),
    ("Acme of Basel, Switzerland, closed a CHF30 million series B round.", "Acme"),
    ("Acme, of Boston, raised $12 million in a series B round led by Northgate.", "Acme"),
    ("Only a year after its launch, Acme has raised €10M in a Series A round led by Northgate.", "Acme"),
    ("Three months after its seed round, Acme raises $20M Series A", "Acme"),
    ("Acme has closed a €3 million pre-seed round, bringing its total funding to €4 million.", "Acme"),
    ("Acme has just closed a $10M Series A", "Acme"),
    ("Israeli cybersecurity company Acme announced Monday the completion of a $35 million Series B.", "Acme"),
    ("Medtech startup Acme completes Rs 45 crore Series B round", "Acme"),
    ("Acme, a healthcare AI startup, lands $45M in Series B funding from Northgate", "Acme"),
    ("Sweden's Acme gets €40 million loan from EIB", "Acme"),
    ("Digital bank Acme valued at $9bn after latest fundraising", "Acme"),
    ("Acme reaches $3 billion valuation after $200 million round", "Acme"),
    ("Acme picks up $5M for its no-code tool", "Acme"),
    ("Investors pour $150 million into Acme", "Acme"),
    ("Northgate, Initech pump $150 million into Acme", "Acme"),
    ("Temasek joins Acme's $80 million Series C", "Acme"),
    ("Acme's Series B funding round attracts Northgate", "Acme"),
    ("Acme attracts investment from Northgate", "Acme"),
    ("Northgate to invest $500 million in Acme", "Acme"),
    ("Acme lands $20M to help farmers and appoints new CFO", "Acme"),
    ("BRIEF-Acme raises 50 mln euros via capital increase", "Acme"),
    ("Acme secures landmark $1bn financing for wind farm", "Acme"),
    ("Digital health startup Acme scores $75M from Northgate to go global", "Acme"),
    ("Acme Completes $65 Million Series D Financing to Advance Pipeline", "Acme"),
    ("Acme Announces Closing of $30 Million Private Placement", "Acme"),
    ("Münchner Start-up Acme sammelt 20 Millionen Euro ein", "Acme"),
    ("Acme sammelt 20 Mio. Euro in Series-B-Runde ein", "Acme"),
    ("Acme schließt Finanzierungsrunde über 12 Millionen Euro ab", "Acme"),
    ("Acme erhält 12 Millionen Euro Wachstumskapital", "Acme"),
    ("Millionenfinanzierung für Acme: Northgate steigt ein", "Acme"),
    ("12 Millionen Euro für Acme", "Acme"),
    ("Berliner Fintech Acme sichert sich 30 Millionen Euro", "Acme"),
    ("Das Berliner Unternehmen Acme hat in einer Finanzierungsrunde 30 Millionen Euro eingesammelt", "Acme"),
    ("Northgate investiert 15 Millionen Euro in Acme", "Acme"),
    ("Finanzierungsrunde: Northgate investiert in Acme", "Acme"),
    ("Acme holt sich frisches Kapital von Northgate", "Acme"),
    ("Acme lève 12 millions d'euros", "Acme"),
    ("La start-up lyonnaise Acme lève 12 M€ en série A", "Acme"),
    ("Acme boucle un tour de table de 30 millions d'euros", "Acme"),
    ("Acme réalise une levée de fonds de 8 millions d'euros", "Acme"),
    ("Levée de fonds : Acme récolte 8 millions d'euros", "Acme"),
    ("Acme annonce une levée de fonds de 8 millions d'euros menée par Northgate", "Acme"),
    ("La fintech Acme obtient 5 millions d'euros auprès de Northgate", "Acme"),
    ("Northgate investit 20 millions d'euros dans Acme", "Acme"),
    ("8 millions d'euros pour Acme", "Acme"),
    ("Acme, spécialiste de la cybersécurité, vient de lever 8 millions d'euros", "Acme"),
    ("Acme levanta 10 millones de euros", "Acme"),
    ("La startup Acme cierra una ronda de 10 millones de euros liderada por Northgate", "Acme"),
    ("Acme raccoglie 5 milioni di euro", "Acme"),
    ("Acme chiude un round da 5 milioni di euro", "Acme"),
    ("Acme churns up $61 million in Series B round", "Acme"),
    ("Acme Strings Together $91M Series B for Power Line Drones", "Acme"),
    ("Acme tucks away $213M series D after pulling IPO", "Acme"),
    ("Acme debuts with $370M and two drug candidates", "Acme"),
    ("Acme charges up with $350M in fresh funding", "Acme"),
    ("Acme joins unicorn club with $110m Series C", "Acme"),
    ("Acme boosts Series B to €113m", "Acme"),
    ("Acme is now valued at $1.4 billion following a $100m Series C", "Acme"),
    ("Period tracker Acme secures €7m lifeline from two funds", "Acme"),
)
NEAR_MISSES = (
    "Northgate Partners closes $400M Fund III",
    "Northgate Ventures raises €120M to back European founders",
    "European startups raised $12 billion in the first quarter",
    "Top 10 funding rounds of the week",
    "What is a Series B round and when should you raise one?",
    "Central bank raises interest rates by 25 basis points",
    "Acme raises prices for its streaming service",
    "Acme raises concerns about new rules",
    "Serie B: the promotion race in full",
    "Charity run raises £6.2 million for the hospice",
    "World Bank raises $3 billion for flood relief",
    "A former Globex engineer raises $10M seed for an AI startup",
    "Northgate legt neuen Fonds mit 200 Millionen Euro auf",
    "Acme raises its stake in Globex to 30%",
    "Quarterly startup funding totals $297.0B across all stages",
    "Northgate Capital Fund III, L.P. raised $450m",
    "Northgate raises $1.4bn for third flagship fund",
    "Acme lands £200m NASA facilities deal",
    "Laptop maker Acme announces convertible laptop",
)
SURE = (
    ("Acme raises $25M Series B", Status.ANNOUNCED),
    ("Acme in talks to raise $300 million", Status.RUMOURED),
    ("Acme seeks $2 billion in new funding", Status.PLANNED),
    ("Acme plans to raise $50 million", Status.PLANNED),
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
