"""Many tellings of one event -> one value for each fact, with the disagreement kept.

The rule: a primary source (a press wire, the company itself) or an outlet's open correction outweighs everybody; among
the others the value most tellings give wins, where reprints of one text count once; a tie goes to the earliest telling.
What an outlet has corrected counts no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from triggers.alike import fold, post
from triggers.types import Disagreement, Facts, Mention, Reconciled, Status, Told

_WIRES = (
    "businesswire",
    "prnewswire",
    "globenewswire",
    "newswire",
    "accesswire",
    "einpresswire",
    "presseportal",
    "ots",
    "euroquity",
    "actusnews",
    "sec.gov",
    "edgar",
)
_PRIMARY = 3.0
_CORRECTION = re.compile(
    r"^\W{0,3}(?:correction|corrects?|corrected|erratum|clarification|korrektur|korrigiert|berichtigung|richtigstellung|"
    r"rectificatif|correctif|corrección|rettifica)\b|\((?:corrected|korrigiert|corrigé)\)",
    re.I,
)
_SKIPPED = frozenset({"currency", "investors", "side"})  # told with another fact, or gathered


def event_date(mention: Mention, at: datetime) -> date:
    """The day of the event: what the text says where that day has come, else the day it was told."""
    effective = mention.facts.effective_on
    return effective if effective is not None and effective <= at.date() else at.date()


def is_primary(told: Told) -> bool:
    """A press wire, a filing, or the company's own site."""
    place = f"{told.publisher} {told.url or ''}".lower()
    own = fold(told.company.name).replace(" ", "")
    return any(wire in place for wire in _WIRES) or (len(own) > 3 and own == fold(told.publisher).replace(" ", ""))


def is_correction(told: Told) -> bool:
    """An outlet that says openly that it told something wrong before."""
    return _CORRECTION.search(told.title) is not None


def reconcile(tellings: Sequence[Told]) -> Reconciled:
    """One event from its tellings (at least one)."""
    ordered = sorted(tellings, key=lambda t: (t.at, t.entry_id))
    values: dict[str, Any] = {}
    chosen: dict[str, int] = {}
    disagreements: list[Disagreement] = []
    for name in (f.name for f in fields(Facts)):
        if name in _SKIPPED:
            continue
        if found := _choose(name, ordered):
            value, winner, split = found
            values[name], chosen[name] = value, winner.entry_id
            if name == "amount":
                values["currency"] = winner.mention.facts.currency
            if split:
                disagreements.append(split)
    facts = replace(Facts(**values), investors=_investors(ordered), side=ordered[0].mention.facts.side)
    status = _status(ordered)
    return Reconciled(status, facts, _day(ordered, status), tuple(disagreements), chosen)


def _choose(name: str, ordered: Sequence[Told]) -> tuple[Any, Told, Disagreement | None] | None:
    """The winning value of a fact, who told it, and the disagreement where there is one."""
    votes: dict[str, float] = {}
    tellers: dict[str, list[Told]] = {}
    seen: set[tuple[str, str]] = set()
    for told in _uncorrected(name, ordered):
        key = _key(name, told.mention.facts)
        if key is None:
            continue
        tellers.setdefault(key, []).append(told)
        reprint = (key, fold(told.title)) in seen and bool(told.title)
        seen.add((key, fold(told.title)))
        votes[key] = votes.get(key, 0.0) + (0.0 if reprint else _weight(told))
    if not votes:
        return None
    ranked = sorted(votes, key=lambda k: (-votes[k], tellers[k][0].at))
    winner = max(tellers[ranked[0]], key=lambda t: (len(_text(name, t.mention.facts)), -t.at.timestamp()))
    return getattr(winner.mention.facts, name), winner, _disagreement(name, ranked, tellers)


def _weight(told: Told) -> float:
    return _PRIMARY if is_primary(told) or is_correction(told) else 1.0


def _uncorrected(name: str, ordered: Sequence[Told]) -> list[Told]:
    """Without the tellings whose own outlet corrected this fact later."""
    last = {
        told.publisher: place
        for place, told in enumerate(ordered)
        if is_correction(told) and _key(name, told.mention.facts) is not None
    }
    return [told for place, told in enumerate(ordered) if place >= last.get(told.publisher, 0)]


def _disagreement(name: str, ranked: list[str], tellers: dict[str, list[Told]]) -> Disagreement | None:
    if len(ranked) < 2:
        return None
    rows = [
        (_text(name, tellers[k][0].mention.facts), tuple(dict.fromkeys(t.publisher for t in tellers[k])))
        for k in ranked
    ]
    return Disagreement(name, tuple(sorted(rows, key=lambda row: -len(row[1]))))


def _key(name: str, facts: Facts) -> str | None:
    """A value in the spelling in which two outlets agree."""
    value = getattr(facts, name)
    if value is None:
        return None
    if name == "amount":
        return f"{value.normalize():f} {facts.currency}"
    if name == "person":
        return (fold(value).split() or [value])[-1]
    if name == "role":
        return post(value)
    return fold(str(value))


def _text(name: str, facts: Facts) -> str:
    value = getattr(facts, name)
    return f"{value:f} {facts.currency or ''}".strip() if name == "amount" else str(value)


def _investors(ordered: Sequence[Told]) -> tuple[str, ...]:
    """Everybody any outlet names, once each, in the order of the tellings."""
    found: dict[str, str] = {}
    for told in ordered:
        for name in told.mention.facts.investors:
            found.setdefault(fold(name), name)
    return tuple(found.values())


def _status(ordered: Sequence[Told]) -> Status:
    """The last word counts between yes and no; a plan or a rumour never takes back an announcement."""
    firm = [t.mention.status for t in ordered if t.mention.status in (Status.ANNOUNCED, Status.DENIED)]
    if firm:
        return firm[-1]
    return Status.PLANNED if any(t.mention.status is Status.PLANNED for t in ordered) else Status.RUMOURED


def _day(ordered: Sequence[Told], status: Status) -> date:
    """The earliest day among the tellings that say what is held true now."""
    return min(event_date(t.mention, t.at) for t in ordered if t.mention.status is status)
