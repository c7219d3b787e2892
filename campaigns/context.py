"""What a text says around a company's name that can speak for or against an account of that name. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from campaigns.names import core, fold, has_legal_form, registrable_domain, squash, tokens
from campaigns.places import places
from campaigns.sectors import sectors
from triggers.types import Reading

_TAG = re.compile(r"<[^<>]{0,2000}>")
_HOST = re.compile(r"(?<![\w@.])(?:[a-z0-9-]{2,60}\.){1,3}[a-z]{2,12}(?![\w@])", re.I)
_MONEY = re.compile(  # opens with a digit, so that texts are searched for digits alone
    r"(?P<number>\d(?<!\d\d)[\d,.]{0,20})\s?(?P<unit>billion|bn|b|million|millions|mn|m|mio\.?|mrd\.?|crore|cr|lakh)\b",
    re.I,
)
_SIGN = re.compile(r"(?:(?:US|A|C|S|HK)?\$|€|£|₹|¥|₩|\bUSD|\bEUR|\bGBP|\bRs\.?|\bINR)(?=\s?\Z)", re.I)
_SIGN_CHARS = 4  # of a sign and the space behind it
_UNITS = {"b": 1e9, "m": 1e6, "c": 1e7, "l": 1e5}
_RATES = {"₹": 0.012, "R": 0.012, "I": 0.012, "¥": 0.007, "₩": 0.0008}
_ANCHOR_BEFORE = frozenset(
    (
        "startup",
        "start",
        "company",
        "firm",
        "maker",
        "provider",
        "operator",
        "developer",
        "platform",
        "unicorn",
        "giant",
    )
)
_ARTICLES = frozenset(("a", "an", "the", "ein", "eine", "das", "une", "un"))
_MARKUP, _TEXT = 20_000, 5_000  # characters that are looked at, before and after markup is taken away


@dataclass(frozen=True, slots=True)
class Context:
    words: tuple[str, ...]  # folded, of title and summary
    places: frozenset[str]  # countries named anywhere
    home: frozenset[str]  # countries that the text gives to the company itself
    sectors: frozenset[str]
    domains: frozenset[str]  # registrable domains in the text
    page: str | None  # registrable domain of the entry's own address
    dollars: float  # the largest sum named, roughly in US dollars; 0 without one
    anchored: bool  # "startup Bolt", "Bolt, Inc.": the text itself says that it is a company
    lower: bool  # the name stands in the text, and only in small letters

    @property
    def empty(self) -> bool:
        return not self.words


def context(company: str, reading: Reading) -> Context:
    """Read what surrounds `company` in an entry."""
    text = unescape(_TAG.sub(" ", f"{reading.title}\n{reading.summary}"[:_MARKUP]))[:_TEXT]
    words = tokens(text)
    name = core(tokens(company))
    at = _positions(words, name)
    found = places(words)
    return Context(
        words=tuple(words),
        places=frozenset(code for _, code in found),
        home=_home(words, found, at, len(name)),
        sectors=sectors(_without(words, at, len(name))),
        domains=domains(reading),
        page=page(reading),
        dollars=max((_dollars(m) for m in _MONEY.finditer(text)), default=0.0),
        anchored=has_legal_form(company) or any(_ANCHOR_BEFORE & set(words[max(0, i - 2) : i]) for i in at),
        lower=_only_lower(text, company),
    )


def _positions(words: list[str], name: list[str]) -> list[int]:
    if not name:  # "Inc." and the like stand everywhere and nowhere
        return list(range(len(words) + 1))
    size, starts = len(name), {name[0]} if len(name) > 1 else {name[0], name[0] + "s"}
    return [i for i, word in enumerate(words) if word in starts and (size == 1 or words[i : i + size] == name)]


def _without(words: list[str], at: list[int], size: int) -> list[str]:
    """The text without the name, whose own words say nothing about its business."""
    gone = {i + k for i in at for k in range(size)}
    return [word for i, word in enumerate(words) if i not in gone]


def _home(words: list[str], found: list[tuple[int, str]], at: list[int], size: int) -> frozenset[str]:
    """Countries in the four words before the name, or after it behind "based in", "headquartered" or "a", as in
    "Acme, a Toronto maker of anvils"."""
    codes = set()
    for place, code in found:
        near = any(0 < i - place <= 4 for i in at)
        after = any(
            0 < place - (i + size) <= 6 and set(words[i + size : place]) & {"based", "headquartered", "of", "hq"}
            for i in at
        )
        beside = any(0 < place - (i + size) <= 2 and words[i + size] in _ARTICLES for i in at)
        if near or after or beside:
            codes.add(code)
    return frozenset(codes)


@lru_cache(maxsize=256)
def domains(reading: Reading) -> frozenset[str]:
    """Registrable domains that stand in the entry's text or its links. Asked for an entry several times in a row."""
    raw = unescape(f"{reading.title}\n{reading.summary}"[:_MARKUP])
    hosts = (found[0] for found in _HOST.finditer(raw))
    return frozenset(domain for host in hosts if (domain := registrable_domain(host)))


def page(reading: Reading) -> str | None:
    """The registrable domain of the entry's own address."""
    return registrable_domain(reading.url) if reading.url else None


def _dollars(found: re.Match[str]) -> float:
    try:
        number = float(found["number"].replace(",", "").rstrip("."))
    except ValueError:
        return 0.0
    unit = found["unit"].lower()
    factor = 1e9 if unit.startswith(("bn", "mrd")) else _UNITS[unit[0]]
    before = _SIGN.search(found.string, max(0, found.start() - _SIGN_CHARS), found.start())
    sign = before[0][:1].upper() if before else "$"
    return number * factor * (0.012 if unit[0] in "cl" else _RATES.get(sign, 1.0))


def _only_lower(text: str, company: str) -> bool:
    """Is a name that has capitals written without any, in a text that does use them as sentences do?"""
    if company.islower() or not company[:1].isalpha():
        return False
    name = company.strip()
    return not _stands(text, name) and _stands(text, name.lower())


def _stands(text: str, name: str) -> bool:
    """Does `name` stand in the text as whole words, letter for letter?"""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(name, at + 1)
    return False


def owns(domain: str, company: str) -> bool:
    """Does a domain look like this company's own: "acme.io", "getacme.com", "acme-robotics.de"?"""
    label = domain.split(".")[0].replace("-", "")
    name = squash(fold(company))
    if len(name) < 3 or not name.isascii():
        return False
    return (
        label == name
        or label in {lead + name for lead in ("get", "try", "use", "join", "hey", "lets", "my", "the", "go", "we")}
        or (len(name) >= 5 and label.startswith(name))
    )
