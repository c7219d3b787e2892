"""Amounts of money in many spellings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from triggers.detect.grammar.money import find_money


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$25M", 25_000_000, "USD"),
        ("€3.5bn", 3_500_000_000, "EUR"),
        ("£15 million", 15_000_000, "GBP"),
        ("₹1,500 cr", 15_000_000_000, "INR"),
        ("Rs 30 crore", 300_000_000, "INR"),
        ("Rs. 55 lakh", 5_500_000, "INR"),
        ("US$29 million", 29_000_000, "USD"),
        ("A$4m", 4_000_000, "AUD"),
        ("S$47.9 million", 47_900_000, "SGD"),
        ("HK$1.2 billion", 1_200_000_000, "HKD"),
        ("CHF100 million", 100_000_000, "CHF"),
        ("SEK 40m", 40_000_000, "SEK"),
        ("USD 50 Million", 50_000_000, "USD"),
        ("25 million euros", 25_000_000, "EUR"),
        ("25 Mio. Euro", 25_000_000, "EUR"),
        ("3,6 Milliarden Euro", 3_600_000_000, "EUR"),
        ("25.000.000 Euro", 25_000_000, "EUR"),
        ("3 millions d'euros", 3_000_000, "EUR"),
        ("1,5 milliard de dollars", 1_500_000_000, "USD"),
        ("10 millones de euros", 10_000_000, "EUR"),
        ("5 milioni di euro", 5_000_000, "EUR"),
        ("8 Billion-Won", 8_000_000_000, "KRW"),
        ("1 billion yuan", 1_000_000_000, "CNY"),
        ("200 billion yen", 200_000_000_000, "JPY"),
        ("€270K", 270_000, "EUR"),
        ("$1,250,000", 1_250_000, "USD"),
        ("RM10 million", 10_000_000, "MYR"),
        ("$600-700 million", 600_000_000, "USD"),
    ],
)
def test_an_amount_is_read(text: str, amount: int, currency: str) -> None:
    [money] = find_money(f"raised {text} today")
    assert (money.amount, money.currency) == (Decimal(amount), currency)


def test_the_place_of_an_amount_is_kept() -> None:
    text = "Acme raises €6M (US$6.4M)"
    assert [text[m.start : m.end] for m in find_money(text)] == ["€6M", "US$6.4M"]


def test_the_dollars_beside_it_tell_yuan_from_yen() -> None:
    assert find_money("¥200 million (US$29 million)")[0].currency == "CNY"
    assert find_money("¥3 billion (US$20 million)")[0].currency == "JPY"


@pytest.mark.parametrize("text", ["840 million shares", "Series B", "5G and 2 stores", "won 3 games", "in 2026", ""])
def test_other_numbers_are_no_money(text: str) -> None:
    assert find_money(text) == []
