"""Executive hire: appointments and promotions to the top."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.types import EventKind

KIND = EventKind.EXECUTIVE_HIRE
HITS = (
    ("Acme Appoints Mara Lind as Chief Financial Officer", "Acme"),
    ("Acme Names Mara Lind Chief Executive Officer", "Acme"),
    ("Acme taps former Globex exec Mara Lind as CFO", "Acme"),
    ("Acme hires Mara Lind from Globex to lead its European business", "Acme"),
    ("Acme promotes Mara Lind to president", "Acme"),
    ("Acme Welcomes Mara Lind as Vice President of Sales", "Acme"),
    ("Acme Adds Mara Lind to Board of Directors", "Acme"),
    ("Mara Lind Joins Acme as Chief Revenue Officer", "Acme"),
    ("Mara Lind named CEO of Acme", "Acme"),
    ("Mara Lind appointed as Acme's new chief executive", "Acme"),
    ("Mara Lind has been appointed chief executive of Acme", "Acme"),
    ("Mara Lind to succeed Otto Karg as Acme CEO", "Acme"),
    ("Former Globex CEO Mara Lind joins Acme board", "Acme"),
    ("Acme appoints new CEO", "Acme"),
    ("Acme announces leadership transition: Mara Lind to become CEO", "Acme"),
    ("Acme Announces Appointment of Mara Lind as Chief Technology Officer", "Acme"),
    ("Acme announced the appointment of Mara Lind as Chief Technology Officer", "Acme"),
    ("Acme elects Mara Lind as chairman", "Acme"),
    ("Acme poaches Globex's Mara Lind to run M&A", "Acme"),
    ("Acme brings in Mara Lind as chief product officer", "Acme"),
    ("Acme names ex-Globex boss Mara Lind as chair", "Acme"),
    ("Acme snags Globex veteran Mara Lind to lead AI push", "Acme"),
    ("Acme elevates COO Mara Lind to CEO", "Acme"),
    ("Acme CEO Otto Karg to retire, Mara Lind named successor", "Acme"),
    ("Mara Lind takes over as CEO of Acme", "Acme"),
    ("Mara Lind becomes Acme's first chief AI officer", "Acme"),
    ("Acme board names Mara Lind interim CEO after Otto Karg exits", "Acme"),
    ("Acme announced that Mara Lind has joined the company as Chief Marketing Officer", "Acme"),
    (
        "Acme, a leading provider of payments software, today announced the appointment of Mara Lind "
        "as Chief Executive Officer",
        "Acme",
    ),
    ("Law firm Acme hires Globex partner Mara Lind", "Acme"),
    ("Acme lands $20M to help farmers and appoints new CFO", "Acme"),
    ("Acme hires Mara Lind as CTO", "Acme"),
    ("Acme makes Mara Lind CEO", "Acme"),
    ("Acme picks insider Mara Lind as next chief executive", "Acme"),
    ("Mara Lind elected chair of Acme", "Acme"),
    ("Mara Lind joins Acme from Globex as head of research", "Acme"),
    ("Acme appoints Mara Lind to its board", "Acme"),
    ("Acme appoints Mara Lind and Otto Karg to board", "Acme"),
    ("Acme Promotes Mara Lind to Chief Operating Officer", "Acme"),
    ("Mara Lind promoted to COO at Acme", "Acme"),
    ("Acme names Globex's Mara Lind CEO", "Acme"),
    ("Mara Lind rejoins Acme as editor-in-chief", "Acme"),
    ("Acme expands leadership team with appointment of Mara Lind as CRO", "Acme"),
    ("Mara Lind wird neue Chefin von Acme", "Acme"),
    ("Mara Lind wird neue CEO bei Acme", "Acme"),
    ("Acme beruft Mara Lind in den Vorstand", "Acme"),
    ("Acme ernennt Mara Lind zur Finanzchefin", "Acme"),
    ("Acme bekommt neuen Finanzchef", "Acme"),
    ("Mara Lind übernimmt Vorstandsvorsitz bei Acme", "Acme"),
    ("Mara Lind neue Geschäftsführerin bei Acme", "Acme"),
    ("Mara Lind wechselt als Vertriebschefin zu Acme", "Acme"),
    ("Claire Martin nommée directrice générale de Acme", "Acme"),
    ("Acme nomme Claire Martin directrice financière", "Acme"),
    ("Claire Martin prend la tête de Acme", "Acme"),
    ("Claire Martin devient PDG de Acme", "Acme"),
    ("Claire Martin rejoint Acme en tant que directrice marketing", "Acme"),
    ("Acme nombra a Ana Ruiz directora general", "Acme"),
    ("Acme nomina Anna Rossi amministratore delegato", "Acme"),
)
NEAR_MISSES = (
    "Prime minister names new finance minister",
    "City appoints new head coach",
    "Acme hires 200 engineers",
    "Acme named one of the best places to work",
    "Actor joins cast of the new series",
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()
