"""Lines of business, as lists of accounts and news name them, coarse enough that the two can meet or clash."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from campaigns.names import tokens
from campaigns.words import lists

_LONGEST = 20  # characters of the longest stem
_LOOSE = frozenset(("ai", "software", "hardware", "robotics", "security"))  # tools of every trade: they clash with few
_SOLID = frozenset(("mining", "oil", "realestate", "construction", "food", "agri", "fashion", "chemicals"))
_NEAR = tuple(
    frozenset(line.split())
    for line in (
        "fintech banking insurance crypto",
        "biotech health",
        "chips hardware telecom",
        "space defense",
        "mobility transport",
        "energy oil",
        "realestate construction",
        "food agri retail",
        "fashion retail",
        "media games",
        "energy mobility",
        "legal people fintech",
        "waste energy chemicals",
        "mining chemicals",
        "travel transport",
    )
)


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    for sector, words in lists("sectors").items():
        for word in words:
            folded = word.rstrip("*").replace("_", " ")
            (stems if word.endswith("*") else exact)["".join(tokens(folded))] = sector
    return exact, stems


@lru_cache(maxsize=65_536)  # a worker reads words for as long as it lives
def _of_word(word: str) -> str | None:
    exact, stems = _table()
    if word in exact:
        return exact[word]
    return next((stems[word[:end]] for end in range(min(len(word), _LONGEST), 3, -1) if word[:end] in stems), None)


def sectors(words: Iterable[str]) -> frozenset[str]:
    """Lines of business that folded words speak of."""
    listed = list(words)
    found = {_of_word(word) for word in listed}
    found |= {_of_word(one + two) for one, two in pairwise(listed)}
    return frozenset(sector for sector in found if sector is not None)


def agree(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Sectors that both name, but for the tools that everybody uses unless nothing else is named."""
    shared = one & other
    return shared - _LOOSE or shared


def clash(account: frozenset[str], text: frozenset[str]) -> bool:
    """Both speak of a line of business, and no pair of them goes together."""
    if not account or not text or account & text:
        return False
    return not any(_together(one, other) for one in account for other in text)


def _together(one: str, other: str) -> bool:
    if one in _LOOSE or other in _LOOSE:
        return not {one, other} & _SOLID
    return any(one in near and other in near for near in _NEAR)
