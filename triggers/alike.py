"""Whether two tellings speak of the same thing: names, people, posts, amounts and periods compared leniently.

Each comparison answers `True` (same), `False` (they conflict) or `None` (one of them does not say).
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from triggers.types import Facts

_LEGAL = frozenset(
    """inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag sa sas sarl srl spa bv nv ab as
    aps oy oyj pte pty kk kgaa se group holding holdings the technologies technology labs""".split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W_]+")
# Rough value of one unit in US dollars: only to tell whether two amounts can be one sum in two currencies.
_IN_DOLLARS = {
    "USD": 1.0,
    "EUR": 1.12,
    "GBP": 1.3,
    "CHF": 1.15,
    "CNY": 0.14,
    "INR": 0.012,
    "JPY": 0.0068,
    "KRW": 0.00073,
    "AUD": 0.66,
    "CAD": 0.73,
    "SGD": 0.75,
    "HKD": 0.128,
    "SEK": 0.097,
    "NOK": 0.094,
    "DKK": 0.15,
    "BRL": 0.19,
    "ILS": 0.27,
    "AED": 0.272,
    "MYR": 0.23,
    "IDR": 0.000062,
    "TWD": 0.031,
    "NZD": 0.6,
    "MXN": 0.055,
    "PLN": 0.26,
    "THB": 0.029,
    "VND": 0.00004,
    "ZAR": 0.055,
    "TRY": 0.03,
}
SAME_WORDING = 58
_SLIPS = (10, 100, 1_000)
_VARIANTS = frozenset(("pro", "max", "plus", "ultra", "mini", "lite", "nano", "se", "enterprise"))
# Words that any two headlines of a kind may share.
_PLAIN = frozenset(
    """a an and as at by for from in into its of on or over the to up with after new first worth million millions
    billion bn mn m k usd eur euro euros dollars deal deals order orders contract contracts wins win won secures gets
    awarded lands bags signs launches launch unveils introduces announces announced releases rolls out partners partner
    partnership teams team strategic acquires acquire buys buy acquisition startup company firm hires names appoints
    der die das den dem ein eine einen im mit von vom zu zum zur auf und fur uber auftrag erhalt gewinnt stellt vor
    neue neuen neues kauft ubernimmt bringt startet le la les de des du un une et avec pour lance signe""".split()  # noqa: SIM905
)
_TITLES = frozenset(
    """dr prof professor sir dame lord lady mr mrs ms herr frau ing dipl mba phd hon captain general admiral baron
    comte graf freiherr monsieur madame dott ingegnere ingeniero don dona""".split()  # noqa: SIM905
)
_POSTS = (
    (re.compile(r"\b(?:ceo|chief executive|vorstandschef|pdg|managing director|md)\b", re.I), "ceo"),
    (re.compile(r"\b(?:cfo|chief financial|finance chief|finanzchef|finanzvorstand)\b", re.I), "cfo"),
    (re.compile(r"\b(?:coo|chief operating)\b", re.I), "coo"),
    (re.compile(r"\b(?:cto|chief technolog|chief technical)\w*\b", re.I), "cto"),
    (re.compile(r"\b(?:chair\w*|aufsichtsrat\w*)\b", re.I), "chair"),
    (re.compile(r"\bpresident\b", re.I), "president"),
)
_PERIOD = re.compile(r"(?:q|quarter\s*)([1-4])|(first|second|third|fourth)[- ]quarter", re.I)
_ORDINAL = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


@lru_cache(maxsize=4_096)
def fold(name: str) -> str:
    """A name without accents, case, punctuation and legal forms; words joined by one space."""
    text = name.casefold()
    if not name.isascii():
        text = unicodedata.normalize("NFKD", name).casefold()
        text = "".join(c for c in text if not unicodedata.combining(c))
    words = _WORD.findall(text)
    kept = [w for w in words if w not in _LEGAL]
    return " ".join(kept or words)


def same_name(one: str | None, two: str | None) -> bool | None:
    """Whether two names can be one company's: equal, one inside the other word by word, or a typing slip apart."""
    if not one or not two:
        return None
    a, b = fold(one), fold(two)
    if not a or not b:
        return one.strip() == two.strip()
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return True
    short, long_ = sorted((a.split(), b.split()), key=len)
    if len(short[0]) > 3 and (long_[: len(short)] == short or long_[-len(short) :] == short):
        return True
    return len(a) > 5 and fuzz.ratio(a, b) >= 90


def bare_person(name: str) -> str:
    """A person's name, folded, without titles: "Dr. Mara Lind" is "mara lind"."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def same_person(one: str | None, two: str | None) -> bool | None:
    """ "Lind" is "Mara Lind"; "M. Lind" too; "Otto Lind" is somebody else."""
    if not one or not two:
        return None
    a, b = bare_person(one).split(), bare_person(two).split()
    if not a or not b:
        return one.strip() == two.strip()
    if a[-1] != b[-1] and fuzz.ratio(a[-1], b[-1]) < 85:
        return sorted(a) == sorted(b)
    return len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0]


def same_role(one: str | None, two: str | None) -> bool | None:
    if not one or not two:
        return None
    a, b = post(one), post(two)
    return a == b or fuzz.token_set_ratio(a, b) >= 80


def post(role: str) -> str:
    """The role in one spelling: "chief executive officer" is "ceo"."""
    return next((name for pattern, name in _POSTS if pattern.search(role)), fold(role))


def posts(role: str | None) -> frozenset[str]:
    """The well-known posts that a role holds: "president and CEO" holds two, "head of sales" none."""
    return frozenset(name for pattern, name in _POSTS if role and pattern.search(role))


def same_sum(one: Facts, two: Facts, *, within: float, slips: bool = False) -> bool | None:
    """Whether two amounts can be one: no further apart than the factor `within`. With `slips` a misplaced point or a
    wrong unit ($2.5M for $25M) is taken for what it is."""
    a, b = dollars(one.amount, one.currency), dollars(two.amount, two.currency)
    if not a or not b:
        return None
    ratio = max(a, b) / min(a, b)
    slip = slips and one.currency == two.currency and any(abs(ratio / power - 1) < 1e-9 for power in _SLIPS)
    return ratio <= within or slip


def dollars(amount: Decimal | None, currency: str | None) -> float | None:
    if amount is None:
        return None
    return float(amount) * _IN_DOLLARS.get(currency or "USD", 1.0)


def same_wording(one: str, two: str, company: str) -> bool:
    """Whether two headlines tell one thing in similar words: the company's name aside, at least two in common, and
    one of them says what the thing is."""
    name = set(fold(company).split())
    a, b = ([w for w in fold(t).split() if w not in name] for t in (one, two))
    if a == b:
        return bool(a)
    shared = set(a) & set(b)
    telling = {word for word in shared if word not in _PLAIN and not word.isdigit()}
    return len(shared) > 1 and bool(telling) and fuzz.token_set_ratio(" ".join(a), " ".join(b)) >= SAME_WORDING


def same_text(one: str | None, two: str | None) -> bool | None:
    if not one or not two:
        return None
    return fold(one) == fold(two) or fuzz.token_set_ratio(fold(one), fold(two)) >= 75


def same_product(one: str | None, two: str | None) -> bool | None:
    """As texts, but "Anvil 7" is not "Anvil 7 Pro" or "Anvil 8"."""
    if not one or not two:
        return None
    a, b = set(fold(one).split()), set(fold(two).split())
    numbers = [{word for word in words if any(c.isdigit() for c in word)} for words in (a, b)]
    if (a ^ b) & _VARIANTS or (all(numbers) and numbers[0] != numbers[1]):
        return False
    return same_text(one, two)


def period(text: str) -> str:
    """ "Q3", "third quarter" and "Q3 FY26" in one spelling."""
    match = _PERIOD.search(text)
    if match is None:
        return "year" if re.search(r"annual|full|year|fy", text, re.I) else fold(text)
    return "q" + (match[1] or _ORDINAL[match[2].lower()])


def same_period(one: str | None, two: str | None) -> bool | None:
    if not one or not two:
        return None
    return period(one) == period(two)
