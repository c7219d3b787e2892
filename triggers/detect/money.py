"""Amounts of money: an own small grammar over clean text -> Decimal and ISO 4217 currency.

Symbol before ("$25M", "Rs 30 crore", "US$ 1,5 Mrd."), word after ("25 million euros", "8 Billion-Won",
"25 Mio. Euro", "3 millions d'euros"). Ranges take the upper figure's scale and the first figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_SYMBOLS = {
    "$": "USD", "us$": "USD", "usd": "USD", "u.s.$": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "₹": "INR", "inr": "INR",
    "rs": "INR", "rs.": "INR", "re": "INR", "¥": "JPY", "jpy": "JPY", "cny": "CNY", "rmb": "CNY", "cn¥": "CNY", "₩": "KRW", "krw": "KRW",
    "a$": "AUD", "au$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "s$": "SGD", "sg$": "SGD", "sgd": "SGD", "hk$": "HKD",
    "hkd": "HKD", "nz$": "NZD", "nzd": "NZD", "nt$": "TWD", "twd": "TWD", "r$": "BRL", "brl": "BRL", "mx$": "MXN", "chf": "CHF", "sfr": "CHF", "sek": "SEK",
    "nok": "NOK", "dkk": "DKK", "rm": "MYR", "myr": "MYR", "₱": "PHP", "php": "PHP", "rp": "IDR", "idr": "IDR", "₫": "VND", "vnd": "VND",
    "฿": "THB", "thb": "THB", "₪": "ILS", "nis": "ILS", "ils": "ILS", "₺": "TRY", "try": "TRY", "zar": "ZAR", "₦": "NGN", "ngn": "NGN",
    "kes": "KES", "egp": "EGP", "aed": "AED", "dh": "AED", "dhs": "AED", "sar": "SAR", "qar": "QAR", "pln": "PLN", "czk": "CZK", "huf": "HUF",
    "₽": "RUB", "rub": "RUB", "pkr": "PKR", "bdt": "BDT", "lkr": "LKR",
}  # fmt: skip
_WORDS = {
    "dollar": "USD", "euro": "EUR", "eur": "EUR", "€": "EUR", "pound": "GBP", "sterling": "GBP", "livre": "GBP", "pfund": "GBP", "rupee": "INR",
    "rupie": "INR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "won": "KRW", "franken": "CHF", "franc": "CHF",
    "ringgit": "MYR", "rupiah": "IDR", "baht": "THB", "peso": "PHP", "dong": "VND", "shekel": "ILS", "krona": "SEK", "kronor": "SEK",
    "krone": "NOK", "kroner": "DKK", "rand": "ZAR", "naira": "NGN", "real": "BRL", "reais": "BRL", "dirham": "AED", "riyal": "SAR",
    "lira": "TRY", "ruble": "RUB", "rouble": "RUB", "zloty": "PLN", "dólare": "USD", "dolare": "USD", "dollaro": "USD", "dollari": "USD", "usd": "USD", "gbp": "GBP", "inr": "INR",
    "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "aud": "AUD", "cad": "CAD", "sgd": "SGD", "hkd": "HKD", "krw": "KRW",
    "jpy": "JPY", "cny": "CNY", "aed": "AED", "$": "USD", "£": "GBP", "us-dollar": "USD", "sterline": "GBP", "taka": "BDT", "koruna": "CZK", "forint": "HUF",
}  # fmt: skip
_QUALIFIED = {
    "us": "USD", "u.s": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "singapore": "SGD", "hong kong": "HKD", "new zealand": "NZD",
    "taiwan": "TWD", "swiss": "CHF", "schweizer": "CHF", "british": "GBP", "danish": "DKK", "norwegian": "NOK", "mexican": "MXN",
}  # fmt: skip
_K, _M, _B, _T = Decimal(10**3), Decimal(10**6), Decimal(10**9), Decimal(10**12)
_SCALES = {
    "k": _K, "thousand": _K, "tsd": _K, "tausend": _K, "mille": _K, "mil": _K, "bil": _B, "m": _M, "mn": _M, "mm": _M, "mln": _M, "mil.": _M, "million": _M, "millions": _M, "mio": _M,
    "millionen": _M, "millón": _M, "millones": _M, "milhões": _M, "milhão": _M, "milioni": _M, "milione": _M, "miljoen": _M, "mlns": _M,
    "b": _B, "bn": _B, "bln": _B, "billion": _B, "billions": _B, "mrd": _B, "md": _B, "mds": _B, "milliarde": _B, "milliarden": _B, "milliard": _B,
    "milliards": _B, "miliardi": _B, "miliardo": _B, "miljard": _B, "mil millones": _B, "bilhões": _B, "bi": _B, "t": _T, "tn": _T, "trillion": _T, "trn": _T,
    "lakh": Decimal(10**5), "lakhs": Decimal(10**5), "lac": Decimal(10**5), "crore": Decimal(10**7), "crores": Decimal(10**7),
    "cr": Decimal(10**7), "lakh crore": Decimal(10**12), "lakh cr": Decimal(10**12),
}  # fmt: skip


def _either(words: dict[str, object]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_SYMBOL = _either(_SYMBOLS)  # type: ignore[arg-type]
_SCALE = _either(_SCALES)  # type: ignore[arg-type]
_NUMBER = r"\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,3})?"
_RANGE = rf"(?:\s?(?:-|–|to|and|bis|à)\s?(?:{_SYMBOL})?\s?(?:{_NUMBER}))?"
_BEFORE = re.compile(
    rf"(?<![\w$])(?P<cur>{_SYMBOL})\s?\$?\s?(?P<num>{_NUMBER})(?P<rng>\s?(?:-|–|to|"
    rf"bis)\s?(?:{_SYMBOL})?\s?(?:{_NUMBER}))?"
    rf"[\s-]?(?:(?P<scale>{_SCALE})\b\.?)?\+?",
    re.I,
)
_AFTER = re.compile(
    rf"(?<![\w.,$])(?P<num>{_NUMBER})(?P<rng>\s?(?:-|–|to|"
    rf"bis)\s?(?:{_NUMBER}))?[\s-]?(?:(?P<scale>{_SCALE})\b\.?[\s-]?)?"
    rf"(?:d['’]|de\s|di\s|of\s)?(?P<qual>(?:us|u\.s\.?|american|australian|canadian|singapore|hong "
    rf"kong|new zealand|taiwan|swiss|schweizer|british|danish|"
    rf"norwegian|mexican)[\s-])?(?P<word>(?:{_either(_WORDS)})(?:es|s)?)(?!\w)",  # type: ignore[arg-type]
    re.I,
)
_WORDED = re.compile(
    r"\b(?P<num>half a|a|one|two|three|four|five|six|seven|eight|nine|ten|tens of|hundreds of) "
    r"(?P<scale>million|billion)\b (?P<word>dollars?|euros?|pounds?)",
    re.I,
)
_HINT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of its currency, with its place in the text."""

    amount: Decimal
    currency: str
    start: int
    end: int


def find_money(text: str, start: int = 0, end: int | None = None) -> list[Money]:
    """All amounts between two places of a text, in order, none overlapping."""
    end = len(text) if end is None else end
    if not _HINT.search(text, start, end):
        return []
    found = [m for match in _BEFORE.finditer(text, start, end) if (m := _before(match, text))]
    found += [m for match in _AFTER.finditer(text, start, end) if (m := _after(match, text))]
    found.sort(key=lambda m: (m.start, -m.end))
    out: list[Money] = []
    for money in found:
        if not out or money.start >= out[-1].end:
            out.append(money)
    return out


def _before(match: re.Match[str], text: str) -> Money | None:
    symbol = match["cur"].lower()
    if symbol in ("re", "try", "dh", "rm", "rp", "sar") and match["cur"].islower():
        return None
    currency = _SYMBOLS[symbol]
    return _money(match, currency if symbol != "¥" else _yen_or_yuan(text, match))


def _after(match: re.Match[str], text: str) -> Money | None:
    word = match["word"].lower()
    currency = _WORDS.get(word) or _WORDS.get(word.removesuffix("s")) or _WORDS.get(word.removesuffix("es"))
    if currency is None or (word in ("won", "real") and not match["scale"] and "," not in match["num"]):
        return None
    if match["qual"]:
        currency = _QUALIFIED.get(match["qual"].strip(" -.").lower(), currency)
    return _money(match, currency)


def _money(match: re.Match[str], currency: str) -> Money | None:
    number = _number(match["num"])
    if number is None:
        return None
    scale = " ".join((match["scale"] or "").lower().rstrip(".").split())
    end = match.end("scale") if match["scale"] else match.end("num")
    if "rng" in match.re.groupindex and match["rng"] and not match["scale"]:
        end = match.end("rng")
    if "word" in match.re.groupindex:
        end = match.end()
    return Money(number * _SCALES.get(scale, Decimal(1)), currency, match.start(), end)


def _number(raw: str) -> Decimal | None:
    """Reads 1,000.50 and 1.000,50 and 25,5; a lone separator before three digits groups thousands."""
    raw = raw.replace("'", "").replace("’", "")
    parts = re.split(r"[.,]", raw)
    if len(parts) > 1:
        grouped = all(len(p) == 3 for p in parts[1:])
        if grouped and (len(parts) > 2 or parts[0] != "0") and not (len(parts) == 2 and "." in raw):
            raw = "".join(parts)
        else:
            raw = "".join(parts[:-1]) + "." + parts[-1]
    try:
        return Decimal(raw)
    except InvalidOperation:
        return None


_DOLLARS = re.compile(
    rf"\(?(?:about |around |~)?(?:US)?\$ ?(?P<num>\d[\d.,]*\d|\d)[\s-]?(?:(?P<scale>{_SCALE})\b)?", re.I
)


def _yen_or_yuan(text: str, match: re.Match[str]) -> str:
    """The sign alone serves two currencies: the sum in dollars beside it decides, else the text's own words."""
    beside = _DOLLARS.match(text, match.end() + 1)
    dollars = _money(beside, "USD") if beside else None
    amount = _money(match, "JPY")
    if amount and dollars and dollars.amount:
        return "CNY" if amount.amount / dollars.amount < 40 else "JPY"
    chinese = _CHINESE.search(text)
    return "CNY" if chinese and not _JAPANESE.search(text) else "JPY"


_CHINESE = re.compile(
    r"\b(?:china|chinese|shanghai|beijing|shenzhen|hangzhou|yuan|rmb|suzhou|guangzhou|nanjing|"
    r"chengdu|wuhan|hong kong)\b",
    re.I,
)
_JAPANESE = re.compile(r"\b(?:japan|japanese|tokyo|osaka|kyoto|yen)\b", re.I)
