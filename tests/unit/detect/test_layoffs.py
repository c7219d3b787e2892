"""Layoffs: job cuts and what only looks like one."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

KIND = EventKind.LAYOFFS
HITS = (
    ("Acme lays off 20% of staff", "Acme"),
    ("Acme to cut 1,200 jobs as it shifts to AI", "Acme"),
    ("Acme cutting 300 jobs in restructuring", "Acme"),
    ("Acme slashes a fifth of its workforce", "Acme"),
    ("Layoffs hit Acme as funding dries up", "Acme"),
    ("Acme announces layoffs affecting 400 employees", "Acme"),
    ("Acme to close Ohio plant, eliminating 500 jobs", "Acme"),
    ("Acme plans to reduce headcount by 10%", "Acme"),
    ("Acme to axe 3,000 roles worldwide", "Acme"),
    ("Acme trims workforce by 8%", "Acme"),
    ("Acme job cuts hit marketing team", "Acme"),
    ("Acme is laying off 150 people", "Acme"),
    ("Acme begins mass layoffs", "Acme"),
    ("Acme to shed 900 jobs with closure of Bristol site", "Acme"),
    ("Acme offers voluntary redundancy to 2,000 staff", "Acme"),
    ("Acme makes 120 employees redundant", "Acme"),
    ("Acme to slash 12% of global workforce", "Acme"),
    ("Acme reportedly planning to lay off hundreds", "Acme"),
    ("Hundreds lose jobs at Acme", "Acme"),
    ("Acme shuts Berlin office, lays off 80", "Acme"),
    ("Acme axes a third of staff", "Acme"),
    ("Job cuts at Acme as sales slump", "Acme"),
    ("Acme streicht 500 Stellen", "Acme"),
    ("Acme baut 1.200 Arbeitsplätze ab", "Acme"),
    ("Acme entlässt 200 Mitarbeiter", "Acme"),
    ("Acme supprime 300 postes", "Acme"),
)
NEAR_MISSES = (
    "Tech layoffs hit 80,000 this year, tracker shows",
    "Acme cuts prices by 10%",
    "Acme cuts emissions by 90%",
    "Central bank cuts rates",
)
SURE = (
    ("Acme lays off 20% of staff", Status.ANNOUNCED),
    ("Acme considering layoffs, sources say", Status.RUMOURED),
    ("Acme plans to reduce headcount by 10%", Status.PLANNED),
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
