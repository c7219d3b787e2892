"""Where a report was filed and by which agency, in front of its first sentence: no part of what it tells."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import MONTHS, PLACES

_DASH = r"\s?(?:[-–—]{2,}|[–—]|-(?=\s))\s*"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = rf"(?:,? (?i:{_MONTH})\b\.? \d{{1,2}}(?:,? \d{{4}})?)"
_STATE = (
    r"(?:[A-Z]{2}|[A-Z]\.[A-Z]\.|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|"
    r"Mont|Neb|Nev|Okla|Ont|Ore|Pa|Que|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.?"
)
_TOWN = r"[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){0,3}"
# "SAN JOSE, Calif.--(BUSINESS WIRE)--", "LONDON (Reuters) -", "PARIS, March 3, 2021 /PRNewswire/ --"
_AGENCY = re.compile(
    rf"[^;:?!()/]{{0,72}}?(?:{_DASH})?(?:\((?!NYSE|Nasdaq|NASDAQ|LSE|ASX|TSX|AMEX|BSE|NSE)[A-Z][\w ]{{1,24}}\)"
    rf"|/[A-Z][\w -]{{3,24}}/){_DASH}"
)
# "Greenville, SC --", "Espoo, Finland –", "PALO ALTO, Calif., Aug. 16, 2016 –"
_PLACED = re.compile(rf"{_TOWN}, (?P<in>{_STATE}(?=\W)|{_TOWN}(?:, {_TOWN})?),?{_DAY}?{_DASH}")
_DATED = re.compile(rf"(?P<in>{_TOWN}){_DAY}{_DASH}")
_CAPITALS = re.compile(rf"(?P<in>[A-Z]{{3,}}(?: [A-Z]{{3,}}){{0,2}}){_DASH}")
_LOOK = 100


def dateline(text: str) -> int:
    """Where the first sentence really begins; 0 where the text opens with it."""
    head = text[:_LOOK]
    if not head[:1].isalpha() or not ("-" in head or "–" in head or "—" in head):
        return 0
    if match := _AGENCY.match(head):
        return match.end()
    for pattern in (_PLACED, _DATED, _CAPITALS):
        match = pattern.match(head)
        if match and (pattern is _DATED or _somewhere(match["in"])):
            return match.end()
    return 0


def _somewhere(part: str) -> bool:
    return re.fullmatch(_STATE, part) is not None or any(word in PLACES for word in part.lower().split())
