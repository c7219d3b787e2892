"""Names of financing rounds: pre-seed, seed, A ... H, pre-B, growth, bridge, debt, pre-IPO."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SERIES = re.compile(
    r"\b(?P<pre>pre[\s-]?)?(?:series|serie|"
    r"série)[\s-]{0,2}[\"'“‘]?(?P<letter>[A-K])[\"'”’]?(?:[\s-]?\d|\+|"
    r"[\s-]?plus)?(?:-[IVX]+)?(?![\w&])"
    r"|(?<!pre-)(?<!pre )\b(?P<late>[A-K])\d?[\s-](?:round|funding round|financing round|financing)\b"
    r"|\b(?P<german>[A-K])-(?:Runde|Finanzierungsrunde|Serie)\b|\b(?:round|ronda|levée de fonds de "
    r"série)\s(?P<spanish>[A-K])\b",
    re.I,
)
_PRE = re.compile(r"\b[Pp]re[\s-](?P<letter>[A-K])\b(?![\w'’])")
_NAMED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("pre-seed", re.compile(r"\bpre[\s-]?(?:seed|amorçage)\b|\bpré-amorçage\b|\bpreseed\b", re.I)),
    ("pre-IPO", re.compile(r"\bpre[\s-]ipo\b", re.I)),
    (
        "seed",
        re.compile(
            r"\bseed(?:[\s-](?:plus|extension))?\b(?! (?:company|companies|firm|maker|business|producer|"
            r"fund\b|stage|market|oil))"
            r"|\b(?:amorçage|d['’]amorçage|semilla|seed-runde|seedrunde|seed-finanzierung)\b",
            re.I,
        ),
    ),
    ("bridge", re.compile(r"\bbridge (?:round|financing|funding|loan)\b", re.I)),
    (
        "growth",
        re.compile(
            r"\bgrowth[\s-](?:funding|round|equity|financing|investment|capital)\b|\bwachstums(?:finanzierung|kapital|"
            r"runde)\b|\bcapital[- ]développement\b",
            re.I,
        ),
    ),
)
_DEBT = re.compile(
    r"\b(?:debt|bonds?|notes offering|convertible notes?|senior notes|loans?|credit (?:line|"
    r"facility)|revolving credit|term loan|"
    r"venture debt|debentures?|ncds?|anleihe|kredit|emprunt|dette|obligations|samurai bonds?|"
    r"darlehen|schuldschein\w*|kreditlinie|finanziamento bancario|deuda|debito|préstamo|prestito|"
    r"prêt|financement obligataire)\b",
    re.I,
)
_NOT_DEBT = re.compile(
    r"\b(?:equity and debt|debt and equity|as well as debt|plus debt|reduce debt|repay|cut debt|debt[- ]collection)\b",
    re.I,
)
# Behind a loan these say that somebody's business is lending.
_LENDS = re.compile(
    r"[ -](?:originat\w*|servic\w*|management|collect\w*|systems?|software|platform|providers?|startup|app|market\w*|"
    r"books?|decisions?|applications?|approvals?)\b",
    re.I,
)
_HINT = re.compile(r"seri|série|seed|round|pre|runde|growth|amorç|ronda|semilla|bridge|wachstum|capital", re.I)
_DEBT_HINT = re.compile(
    r"debt|darlehen|schuldschein|deuda|debito|pr[eéê]st|prêt|bond|note|loan|credit|debenture|ncd|anleihe|kredit|"
    r"emprunt|dette|obligation",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Round:
    name: str
    start: int
    end: int


def find_rounds(text: str, start: int = 0, end: int | None = None) -> list[Round]:
    """All rounds named between two places, in order. `Series B1`, `B+` and `B extension` are `B`."""
    end = len(text) if end is None else end
    found: list[Round] = []
    if _HINT.search(text, start, end):
        found += [r for m in _SERIES.finditer(text, start, end) if (r := _lettered(m))]
        found += [Round(f"pre-{m['letter'].upper()}", m.start(), m.end()) for m in _PRE.finditer(text, start, end)]
        for name, pattern in _NAMED:
            found += [Round(name, m.start(), m.end()) for m in pattern.finditer(text, start, end)]
    found.sort(key=lambda r: (r.start, -r.end))
    out: list[Round] = []
    for each in found:
        if not out or each.start >= out[-1].end:
            out.append(each)
    return out


def find_debt(text: str, start: int = 0, end: int | None = None) -> Round | None:
    """Borrowed money: a bond, loan or credit line."""
    end = len(text) if end is None else end
    if not _DEBT_HINT.search(text, start, end) or _NOT_DEBT.search(text, start, end):
        return None
    match = next((m for m in _DEBT.finditer(text, start, end) if not _LENDS.match(text, m.end())), None)
    return Round("debt", match.start(), match.end()) if match else None


def _lettered(match: re.Match[str]) -> Round | None:
    if letter := match["letter"]:
        if not letter.isupper() and match.group()[0].isupper() and match.group().istitle():
            return None
        name = f"pre-{letter.upper()}" if match["pre"] else letter.upper()
        return Round(name, match.start(), match.end())
    letter = match["late"] or match["german"] or match["spanish"]
    return Round(letter, match.start(), match.end()) if letter.isupper() else None
