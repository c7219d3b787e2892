"""When it happened: dates that a text gives for its event, and whether that makes it old news."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from triggers.detect.grammar.lexicon import MONTHS
from triggers.detect.grammar.tokens import Line

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? (?P<month>{_MONTH})\b\.?(?:,? (?P<year>(?:19|20)\d\d))?", re.I
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?", re.I
)
_MONTH_YEAR = re.compile(
    rf"\b(?:in|since|until|from|by|im|en) (?P<month>{_MONTH})\b\.?(?:,? (?P<year>(?:19|20)\d\d))?", re.I
)
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_YEAR = re.compile(r"\b(?:in|since|im jahr|en) (?P<year>(?:19|20)\d\d)\b", re.I)
_EFFECTIVE = re.compile(
    r"\b(?:effective|starting|as of|from|beginning|with effect from|on|by|in|ab|zum|à compter du|dès)\s*$", re.I
)
OLD = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text; `effective` where a word before it says that the thing takes effect then."""

    on: date
    start: int
    end: int
    effective: bool


def find_dates(line: Line, told: date) -> list[Dated]:
    """The dates of a line. A date without a year is the one nearest to `told`, the day the entry was published."""
    out: list[Dated] = []
    for pattern in (_ISO, _DAY_MONTH, _MONTH_DAY, _MONTH_YEAR):
        for match in pattern.finditer(line.text, line.start, line.end):
            when = _date(match, told)
            if when and not any(d.start <= match.start() < d.end for d in out):
                effective = _EFFECTIVE.search(line.text, max(line.start, match.start() - 24), match.start()) is not None
                out.append(Dated(when, match.start(), match.end(), effective or pattern is _MONTH_YEAR))
    return sorted(out, key=lambda d: d.start)


def _date(match: re.Match[str], told: date) -> date | None:
    groups = match.groupdict()
    month = int(groups["month"]) if groups["month"].isdigit() else MONTHS[groups["month"].lower()]
    day = int(groups.get("day") or 1)
    try:
        if groups.get("year"):
            return date(int(groups["year"]), month, day)
        near = [date(told.year + k, month, day) for k in (-1, 0, 1)]
    except ValueError:
        return None
    return min(near, key=lambda d: abs(d - told))


def old_year(line: Line, at: int, told: date) -> re.Match[str] | None:
    """A year in the clause of token `at` that lies before last year: the event is history."""
    place = line.toks[at].start
    end = min((p for p in (line.text.find(m, place) for m in (", ", "; ")) if p >= 0), default=line.end)
    for match in _YEAR.finditer(line.text, place, min(end, place + 90)):
        if int(match["year"]) < told.year - 1:
            return match
    return None
