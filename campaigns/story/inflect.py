"""How values are said in a language: money, dates, rounds, numbers. English and German; others fall back to English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "de": (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
}
_ROUNDS_EN = {
    "seed": "seed round", "pre-seed": "pre-seed round", "growth": "growth round", "bridge": "bridge round",
    "debt": "debt financing", "pre-ipo": "pre-IPO round",
}  # fmt: skip
_ROUNDS_DE = {
    "seed": "Seed-Runde", "pre-seed": "Pre-Seed-Runde", "growth": "Wachstumsrunde", "bridge": "Zwischenfinanzierung",
    "debt": "Kreditfinanzierung", "pre-ipo": "Pre-IPO-Runde",
}  # fmt: skip
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_NAMES_DE = {"USD": "Dollar", "EUR": "Euro", "GBP": "Pfund", "CHF": "Franken", "JPY": "Yen"}
_SCALES = (
    (Decimal(10) ** 9, "billion", "Milliarde", "Milliarden"),
    (Decimal(10) ** 6, "million", "Million", "Millionen"),
)


def number(value: Decimal | int | float, language: str) -> str:
    """A figure with thousands marked as the language does."""
    text = f"{Decimal(str(value)).normalize():,f}"
    if language == "de":
        text = text.translate(str.maketrans(",.", ".,"))
    return text


def money(value: Decimal | int | float, currency: str, language: str) -> str:
    """`$25 million`, `750,000 SEK`, `25 Millionen Euro`."""
    amount = Decimal(str(value))
    for size, scale, one, many in _SCALES:
        if round(amount / size, 5) >= 1:  # where rounding would make a thousand million of it, it is a billion
            figure = round(amount / size, 2)
            word = scale if language != "de" else (one if figure == 1 else many)
            return _with_currency(f"{number(figure, language)} {word}", currency, language)
    return _with_currency(number(amount, language), currency, language)


def _with_currency(text: str, currency: str, language: str) -> str:
    if language == "de":
        return f"{text} {_NAMES_DE.get(currency, currency)}".strip()
    sign = _SIGNS.get(currency)
    return f"{sign}{text}" if sign else f"{text} {currency}".strip()


def day(value: date, language: str) -> str:
    """`4 March` and `4. März`."""
    return (
        f"{value.day}. {month_name(value, language)}"
        if language == "de"
        else f"{value.day} {month_name(value, language)}"
    )


def full_day(value: date, language: str) -> str:
    return f"{day(value, language)} {value.year}"


def month_name(value: date, language: str) -> str:
    return MONTHS.get(language, MONTHS["en"])[value.month - 1]


def month(value: date, language: str, today: date | None) -> str:
    """The month's name, with the year where the name alone could mean another year."""
    name = month_name(value, language)
    return f"{name} {value.year}" if today and abs((today - value).days) > 330 else name


def round_name(value: str, language: str) -> str:
    """`Series B` for `B`; German names are feminine, as `Runde` is."""
    known = (_ROUNDS_DE if language == "de" else _ROUNDS_EN).get(value.lower())
    if known:
        return known
    prefix, letter = ("pre-", value[4:]) if value.lower().startswith("pre-") else ("", value)
    if language == "de":
        return f"{'Pre-' if prefix else ''}Series-{letter.upper()}-Runde"
    return f"{prefix}Series {letter.upper()}"
