"""Regulatory: an authority acts on a named company."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.types import EventKind

KIND = EventKind.REGULATORY
HITS = (
    ("Acme fined €20 million by French privacy watchdog", "Acme"),
    ("EU fines Acme €400 million over antitrust breach", "Acme"),
    ("FDA approves Acme's migraine drug", "Acme"),
    ("Acme receives FDA clearance for glucose monitor", "Acme"),
    ("FTC sues Acme over subscription practices", "Acme"),
    ("EU opens antitrust probe into Acme", "Acme"),
    ("SEC charges Acme with misleading investors", "Acme"),
    ("UK competition watchdog clears Acme deal", "Acme"),
    ("Acme gets EU approval for lung cancer drug", "Acme"),
    ("Italy's antitrust authority investigates Acme", "Acme"),
    ("Acme under investigation by German cartel office", "Acme"),
    ("Regulators approve Acme's purchase of Globex", "Acme"),
    ("Acme wins FDA approval for obesity pill", "Acme"),
    ("FDA rejects Acme's Alzheimer's drug", "Acme"),
    ("FDA grants breakthrough designation to Acme's therapy", "Acme"),
    ("Acme faces EU antitrust charges", "Acme"),
    ("Acme hit with $1.3bn fine by Irish regulator", "Acme"),
    ("Judge rules Acme violated antitrust law", "Acme"),
    ("Germany bans Acme app", "Acme"),
    ("FAA grounds Acme jets", "Acme"),
    ("DOJ probes Acme over AI chips", "Acme"),
    ("Acme secures banking licence", "Acme"),
    ("EU clears Acme's Globex deal", "Acme"),
    ("Acme fined $2 million for safety violations", "Acme"),
    ("US regulators investigate Acme over crashes", "Acme"),
    ("Brazil suspends Acme", "Acme"),
    ("Kartellamt verhängt Bußgeld gegen Acme", "Acme"),
    ("FDA turns down Acme's gout pill", "Acme"),
    ("Acme's Slow-Release Gout Pill Fails FDA Review", "Acme"),
    ("The Food and Drug Administration rejected Acme Bio's lead candidate Anvilol", "Acme Bio"),
    ("Acme receives complete response letter from the FDA", "Acme"),
    ("Acme will pay $12 million to resolve SEC charges that it misled investors", "Acme"),
    ("Acme agrees to cough up $5M in FTC settlement over fees", "Acme"),
    ("Dutch watchdog orders Acme to delete face scans", "Acme"),
    ("Regulator asks Acme to halt shipments of its pump", "Acme"),
    ("DOJ sues to break up Acme", "Acme"),
    ("Acme loses appeal against €2 billion EU fine", "Acme"),
    ("Acme barred from selling ventilators in US under consent decree", "Acme"),
    ("Acme's heart pump awarded FDA breakthrough status", "Acme"),
    ("FDA declines to approve gout therapy from Acme", "Acme"),
    ("Top court lifts ban on Acme", "Acme"),
    ("Acme handed £21m fine by FCA over controls", "Acme"),
    ("SEC drops lawsuit against Acme", "Acme"),
    ("UK tribunal rules Acme abused dominant position", "Acme"),
    ("Acme must face FTC trial over Globex deal, judge rules", "Acme"),
    ("FDA knocks back Acme's ataxia drug", "Acme"),
    ("Acme reaches deal with DOJ to avoid prosecution over crashes", "Acme"),
    ("Taiwan fines Acme $773 mln for antitrust violations", "Acme"),
    ("Acme charged in Denmark over money laundering", "Acme"),
)
NEAR_MISSES = (
    "Father sues Acme over chatbot",
    "Parliament debates law on social media",
    "Government orders 20 trains",
    "Acme gets court order to block rival's videos",
    "Regulators fine 17 advisory firms over record keeping",
    "FDA hands out complete responses and fast-track tags",
    "FDA issues draft guidance on software",
    "Investor Alert: Law Firm Encourages Acme Investors to Secure Counsel",
    "Regulators weigh tougher stress tests",
    "Army orders 300 trucks",
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()
