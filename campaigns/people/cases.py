"""Which true story of a customer is told to somebody, and why that one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from campaigns.types import Brief
from campaigns.workspace import Case, Level
from triggers.types import EventKind


def best_case(
    cases: Iterable[Case], kind: EventKind, *, industry: str | None, level: Level | None, language: str
) -> Case | None:
    """Of those for this event in this language the one nearest to the reader: of their industry, then for the level of
    what they told us; the first of equals. One for another level comes after one for any, and is still told."""
    fit = [one for one in cases if one.language in (None, language) and (not one.events or kind.value in one.events)]

    def near(case: Case) -> tuple[bool, int, bool, bool]:
        for_level = 1 if not case.levels else 2 * (level in case.levels)
        return _same(case.industry, industry), for_level, bool(case.events), case.language == language

    return max(fit, key=near, default=None)


def why_case(brief: Brief, cases: Sequence[Case]) -> tuple[str, ...]:
    """In words why the brief holds this case; nothing where it holds none."""
    told = brief.values.get("case.who")
    case = next((one for one in cases if told and told.origin == f"case:{one.id}"), None)
    if told is None or case is None:
        return ()
    industry = brief.get("account.industry")
    suits = [
        *(["this event"] if case.events else []),
        *(["their industry"] if _same(case.industry, industry) else []),
        *(["the level of what they told us"] if brief.level in case.levels else []),
    ]
    listed = " and ".join(filter(None, [", ".join(suits[:-1]), *suits[-1:]]))
    return (f"the case “{told.value}” is for {listed or 'any event, and none is nearer'}",)


def _same(one: str | None, other: object) -> bool:
    return bool(one and isinstance(other, str) and one.casefold() == other.casefold())
