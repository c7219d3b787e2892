"""Security incident: somebody named was attacked."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

KIND = EventKind.SECURITY_INCIDENT
HITS = (
    ("Acme discloses data breach affecting 2 million customers", "Acme"),
    ("Acme hit by ransomware attack", "Acme"),
    ("Hackers stole customer data from Acme", "Acme"),
    ("Acme confirms cyberattack disrupted operations", "Acme"),
    ("Acme says hackers accessed customer data", "Acme"),
    ("Acme suffers data breach", "Acme"),
    ("Cyberattack forces Acme to halt production", "Acme"),
    ("Acme investigating data breach claims", "Acme"),
    ("Acme data breach exposes 3 million patients", "Acme"),
    ("Acme customer data stolen in cyberattack", "Acme"),
    ("Hackers breach Acme, demand ransom", "Acme"),
    ("Ransomware gang claims attack on Acme", "Acme"),
    ("Acme notifies customers of data breach", "Acme"),
    ("Acme hacked: 200,000 accounts exposed", "Acme"),
    ("Acme IT systems down after cyber attack", "Acme"),
    ("Crypto exchange Acme loses $40 million in hack", "Acme"),
    ("Acme reveals breach of customer accounts", "Acme"),
    ("Acme says cyber incident hit production", "Acme"),
    ("Acme outage caused by ransomware attack", "Acme"),
    ("Hackerangriff auf Acme", "Acme"),
    ("Acme halts online orders amid cyber incident", "Acme"),
    ("A hacker gained access to 100 million Acme customer accounts", "Acme"),
    ("Acme: records of two million customers stolen in cyber-attack", "Acme"),
    ("Acme supply chain ransomware attack hits hundreds of shops", "Acme"),
    ("Acme begins notifying patients affected by ransomware attack", "Acme"),
    ("Ransomware gang claims attack on Acme", "Acme"),
    ("Cyber-attack on Acme disrupts airport check-in", "Acme"),
    ("Hackers drain $90 million from Iran's Acme exchange", "Acme"),
    ("Acme outage: distributor confirms ransomware attack", "Acme"),
    ("Red Hat confirms hack of its code store", "Red Hat"),
    ("Acme Insurance data breach hits 1.1 million after vendor hack", "Acme Insurance"),
    ("Acme caught up in wave of data theft attacks", "Acme"),
    ("Acme announces massive data breach, all shops affected", "Acme"),
)
NEAR_MISSES = (
    "7 growth hacks for founders",
    "Researchers find vulnerability in popular router",
    "Hackers breach defence ministry",
    "Gas leak closes school",
    "Ransomware payments fell 35% last year",
    "Class action over data breach settles for $3m",
    "Startup launches tool to stop ransomware in minutes",
    "Scattered Spider: who are the teenage hackers?",
    "North Korean hackers stole $2bn in crypto this year",
    "Study: average breach now takes 277 days to find",
)
SURE = (
    ("Acme confirms data breach", Status.ANNOUNCED),
    ("Acme denies data breach", Status.DENIED),
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
