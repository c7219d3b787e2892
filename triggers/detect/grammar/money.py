"""Amounts of money: an own small grammar over clean text -> Decimal and ISO 4217 currency.

Symbol before ("$25M", "Rs 30 crore", "US$ 1,5 Mrd."), word after ("25 million euros", "8 Billion-Won",
"25 Mio. Euro", "3 millions d'euros"). Ranges take the upper figure's scale and the first figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation


def _table(text: str) -> dict[str, str]:
    """ "EUR: €, eur; GBP: £" -> the code of each spelling."""
    rows = (row.split(":", 1) for row in " ".join(text.split()).split(";"))
    return {spelling.strip(): code.strip() for code, spellings in rows for spelling in spellings.split(",")}


_SYMBOLS = _table(
    """USD: $, us$, usd, u.s.$; EUR: €, eur; GBP: £, gbp; INR: ₹, inr, rs, rs., re; JPY: ¥, jpy; CNY: cny, rmb,
    cn¥; KRW: ₩, krw; AUD: a$, au$, aud; CAD: c$, ca$, cad; SGD: s$, sg$, sgd; HKD: hk$, hkd; NZD: nz$, nzd;
    TWD: nt$, twd; BRL: r$, brl; MXN: mx$; CHF: chf, sfr; SEK: sek; NOK: nok; DKK: dkk; MYR: rm, myr; PHP: ₱,
    php; IDR: rp, idr; VND: ₫, vnd; THB: ฿, thb; ILS: ₪, nis, ils; TRY: ₺, try; ZAR: zar; NGN: ₦, ngn; KES: kes;
    EGP: egp; AED: aed, dh, dhs; SAR: sar; QAR: qar; PLN: pln; CZK: czk; HUF: huf; RUB: ₽, rub; PKR: pkr; BDT:
    bdt; LKR: lkr"""
)
_WORDS = _table(
    """USD: dollar, dólare, dolare, dollaro, dollari, usd, $, us-dollar; EUR: euro, eur, €; GBP: pound, sterling,
    livre, pfund, gbp, £, sterline; INR: rupee, rupie, inr; JPY: yen, jpy; CNY: yuan, renminbi, rmb, cny; KRW:
    won, krw; CHF: franken, franc, chf; MYR: ringgit; IDR: rupiah; THB: baht; PHP: peso; VND: dong; ILS: shekel;
    SEK: krona, kronor, sek; NOK: krone, nok; DKK: kroner, dkk; ZAR: rand; NGN: naira; BRL: real, reais; AED:
    dirham, aed; SAR: riyal; TRY: lira; RUB: ruble, rouble; PLN: zloty; AUD: aud; CAD: cad; SGD: sgd; HKD: hkd;
    BDT: taka; CZK: koruna; HUF: forint"""
)
_QUALIFIED = _table(
    """USD: us, u.s, american; AUD: australian; CAD: canadian; SGD: singapore; HKD: hong kong; NZD: new zealand;
    TWD: taiwan; CHF: swiss, schweizer; GBP: british; DKK: danish; NOK: norwegian; MXN: mexican"""
)
_POWERS = {"K": 3, "LAKH": 5, "M": 6, "CRORE": 7, "B": 9, "T": 12}
_SPELLED = _table(
    """K: k, mila, thousand, tsd, tausend, mille, mil; B: bil, b, bn, bln, billion, billions, mrd, md, mds, milliarde,
    milliarden, milliard, milliards, miliardi, miliardo, miljard, mil millones, bilhões, bi; M: m, mn, mm, mln,
    mil., million, millions, mio, millionen, millón, millones, milhões, milhão, milioni, milione, miljoen, mlns;
    T: t, tn, trillion, trn, lakh crore, lakh cr; LAKH: lakh, lakhs, lac; CRORE: crore, crores, cr"""
)
_SCALES = {spelling: Decimal(10 ** _POWERS[name]) for spelling, name in _SPELLED.items()}


def _either(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_SYMBOL = _either(_SYMBOLS)
_SCALE = _either(_SCALES)
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
    rf"norwegian|mexican)[\s-])?(?P<word>(?:{_either(_WORDS)})(?:es|s)?)(?!\w)",
    re.I,
)
_WORDED = re.compile(
    r"\b(?P<num>half a|a|one|two|three|four|five|six|seven|eight|nine|ten|tens of|hundreds of) "
    r"(?P<scale>million|billion)\b (?P<word>dollars?|euros?|pounds?)",
    re.I,
)
_HINT = re.compile(r"\d")
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")


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


_BARE = re.compile(
    r"(?<![\w.,$€£])(?P<num>\d[\d.,]{0,11}) (?P<scale>millionen|mio\.?|milliarden|mrd\.?|millions?|milliards?|millones|"
    r"mill[oó]n|milioni|milione|mln|miliardi)"
    r"(?=$|[.,;:–!?)]| (?:für|von|in|mit|ein|an|auf|und|zur|zum|bei|frisches|"
    r"pour|auprès|en|et|afin|avec|par|dans|dès|para|con|por|liderada|y|e|per|guidat\w|da|dal|dalla|"
    r"con|a|au|de (?:financiación|inversión|capital)|di (?:finanziament\w|capitale))\b)",
    re.I,
)


_COMPOUND = re.compile(
    r"(?<![\w.,])(?P<num>\d[\d,.]{0,8})-(?P<scale>millionen|mio\.?|milliarden|"
    r"mrd\.?)-(?:(?P<word>euro|dollar|franken)-)?",
    re.I,
)


_COUNTED = {
    word: n
    for n, row in enumerate(
        [
            "zwei deux dos due",
            "drei trois tres tre",
            "vier quatre cuatro quattro",
            "fünf cinq cinco cinque",
            "sechs six seis sei",
            "sieben sept siete sette",
            "acht huit ocho otto",
            "neun neuf nueve nove",
            "zehn dix diez dieci",
            "elf onze once undici",
            "zwölf douze doce dodici",
        ],
        start=2,
    )
    for word in row.split()
}
_SPELT = re.compile(
    rf"\b(?P<num>{'|'.join(_COUNTED)}) (?P<scale>millionen|milliarden|millions|milliards|millones|milioni|miliardi) "
    rf"(?:d['’]|de |di )?(?P<word>euros?|us-dollar|dollars?|d[oó]lares|dollari|franken|francs)\b",
    re.I,
)


def find_spelt(text: str, start: int, end: int) -> list[Money]:
    """Amounts whose number is a word, as small ones are in running text ("drei Millionen Euro")."""
    found = []
    for match in _SPELT.finditer(text, start, end):
        word = match["word"].lower()
        currency = _WORDS.get(word) or _WORDS.get(word.removesuffix("s")) or _WORDS.get(word.removesuffix("es")) or ""
        amount = Decimal(_COUNTED[match["num"].lower()]) * _SCALES[match["scale"].lower()]
        found.append(Money(amount, currency, match.start(), match.end()))
    return found


def find_bare(text: str, start: int, end: int) -> list[Money]:
    """Amounts that leave their currency unsaid, as headlines on the continent do ("bekommt 8,5 Millionen"); their
    currency is empty. What is counted ("5 Millionen Kunden") is no amount."""
    found = []
    for match in _COMPOUND.finditer(text, start, end):
        found.append(_scaled(match, _WORDS.get((match["word"] or "").lower(), "")))
    for match in _BARE.finditer(text, start, end):
        found.append(_scaled(match, ""))
    return [money for money in found if money is not None]


def _scaled(match: re.Match[str], currency: str) -> Money | None:
    number = _number(match["num"].rstrip(".,"))
    factor = _SCALES.get(match["scale"].lower().rstrip("."))
    return None if number is None or factor is None else Money(number * factor, currency, match.start(), match.end())


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
    if not scale and "word" in match.re.groupindex and _THOUSANDS.fullmatch(match["num"]):
        number *= 1_000  # "900.000 euros"
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
