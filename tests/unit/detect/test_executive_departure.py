"""Executive departure: somebody at the top leaves."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.types import EventKind

KIND = EventKind.EXECUTIVE_DEPARTURE
HITS = (
    ("Mara Lind to succeed Otto Karg as Acme CEO", "Acme"),
    ("Acme CEO Otto Karg steps down", "Acme"),
    ("Acme CEO Otto Karg to Step Down in June", "Acme"),
    ("Acme's chief executive Otto Karg resigns after profit warning", "Acme"),
    ("Acme co-founder Otto Karg leaves to start new venture", "Acme"),
    ("Otto Karg steps down as Acme CEO", "Acme"),
    ("Otto Karg to leave Acme after 12 years", "Acme"),
    ("Acme fires CEO Otto Karg", "Acme"),
    ("Acme ousts chief executive", "Acme"),
    ("Acme finance chief to leave", "Acme"),
    ("Acme announces departure of CFO Otto Karg", "Acme"),
    ("Acme head of AI departs for Globex", "Acme"),
    ("Acme CEO Otto Karg to retire, Mara Lind named successor", "Acme"),
    ("Acme board names Mara Lind interim CEO after Otto Karg exits", "Acme"),
    ("Acme chairman Otto Karg to step down after scandal", "Acme"),
    ("Acme's finance chief Otto Karg to depart", "Acme"),
    ("Acme's CTO quits", "Acme"),
    ("Acme loses head of design to Globex", "Acme"),
    ("Acme co-CEO leaves", "Acme"),
    ("Two Acme executives depart", "Acme"),
    ("Otto Karg out as Acme CEO", "Acme"),
    ("Acme says CFO Otto Karg will leave at the end of the year", "Acme"),
    ("Acme replaces CEO Otto Karg with Mara Lind", "Acme"),
    ("Acme board ousts CEO Otto Karg", "Acme"),
    ("Acme CFO resigns", "Acme"),
    ("Acme's Otto Karg leaves for Globex", "Acme"),
    ("Otto Karg, CEO of Acme, to step down", "Acme"),
    ("Otto Karg resigns as Acme chairman", "Acme"),
    ("Longtime Acme executive Otto Karg retires", "Acme"),
    ("Acme president Otto Karg is leaving the company", "Acme"),
    ("Acme CEO Mara Lind to leave company", "Acme"),
    ("Founder Otto Karg steps aside as Acme chief", "Acme"),
    ("Acme's Karg to quit as CEO", "Acme"),
    ("Acme in turmoil as finance director resigns", "Acme"),
    ("Acme-Chef Otto Karg tritt zurück", "Acme"),
    ("Acme-Finanzchef verlässt das Unternehmen", "Acme"),
    ("Otto Karg verlässt Acme", "Acme"),
    ("Finanzvorstand Otto Karg verlässt Acme", "Acme"),
    ("CEO Otto Karg verlässt Acme zum Jahresende", "Acme"),
    ("Acme trennt sich von Chef Otto Karg", "Acme"),
    ("Le PDG de Acme démissionne", "Acme"),
    ("Le directeur général de Acme, Jean Dupont, quitte ses fonctions", "Acme"),
    ("Jean Dupont quitte Acme", "Acme"),
)
NEAR_MISSES = (
    "Finance minister resigns over budget row",
    "Head coach leaves the club after defeat",
    "Acme leaves the index after review",
    "Acme steps up production",
    "Why Mara Lind left Globex: an interview",
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()
