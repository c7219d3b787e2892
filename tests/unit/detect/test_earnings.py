"""Earnings: results and guidance by the company itself."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.types import EventKind

KIND = EventKind.EARNINGS
HITS = (
    ("Acme raises full-year guidance after strong quarter", "Acme"),
    ("Acme profit rises 12% in third quarter", "Acme"),
    ("Acme Reports Third Quarter 2026 Results", "Acme"),
    ("Acme Q3 revenue beats estimates", "Acme"),
    ("Acme posts surprise loss on weak demand", "Acme"),
    ("Acme cuts full-year outlook", "Acme"),
    ("Acme's quarterly profit falls 30%", "Acme"),
    ("Acme sees 2026 revenue above estimates", "Acme"),
    ("Acme Reports Record Revenue of $1.2 Billion", "Acme"),
    ("Acme swings to profit in first half", "Acme"),
    ("Acme Announces Fourth Quarter and Full Year 2025 Financial Results", "Acme"),
    ("Acme shares tumble after profit warning", "Acme"),
    ("Acme beats profit estimates", "Acme"),
    ("Acme revenue jumps 40% to $2.1 billion", "Acme"),
    ("Acme first-quarter net profit down 12%", "Acme"),
    ("Acme lifts annual forecast", "Acme"),
    ("Acme issues profit warning", "Acme"),
    ("Acme narrows loss in Q2", "Acme"),
    ("Acme misses revenue forecast as demand slows", "Acme"),
    ("Acme earnings: profit doubles on strong cloud demand", "Acme"),
    ("Acme stock jumps after earnings beat", "Acme"),
    ("Acme sales slip 3% in China", "Acme"),
    ("Acme Q4 results: Net profit rises 15% to Rs 1,200 crore", "Acme"),
    ("Acme warns of lower profit", "Acme"),
    ("Acme confirms guidance after solid first half", "Acme"),
    ("Acme third-quarter profit tops expectations", "Acme"),
    ("Acme profit plunges 60% on chip glut", "Acme"),
    ("Acme reports 20% rise in annual sales", "Acme"),
    ("Acme swings to a loss", "Acme"),
    ("Acme trims sales forecast", "Acme"),
    ("Acme Reports First Quarter Fiscal 2026 Financial Results", "Acme"),
    ("Acme steigert Gewinn im dritten Quartal", "Acme"),
    ("Acme senkt Prognose", "Acme"),
)
NEAR_MISSES = (
    "Analysts see Acme profit rising next year",
    "Retail sales rise 0.4% in March",
    "What to expect from Acme earnings",
    "Acme hires new head of sales",
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()
