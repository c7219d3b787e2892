"""Is what was written down worth knowing? What anybody wants, or many are said to want, is nobody's concern. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from campaigns.people.readers import stems
from campaigns.workspace import Concern

MANY = 3  # contacts with the same words
_ALIKE = 0.75  # share of subject words that two statements have in common
_ANYBODYS = stems(
    """increase increasing more revenue revenues grow growth sales sell selling profit profits profitability margin
    margins cost costs reduce reducing lower cutting save saving savings time money budget efficiency efficient
    efficiently productivity customer customers clients satisfaction success successful business company better improve
    improving optimise optimize digital digitalisation transformation innovation innovative faster quality performance
    results scale scaling value market competitive process processes goals targets return investment ROI KPI happy wants
    wanted become boost drive higher achieve
    umsatz umsätze steigern erhöhen wachstum wachsen kosten senken reduzieren gewinn gewinne marge margen effizienz
    effizienter zeit geld sparen kunden kunde zufriedenheit erfolg erfolgreich besser verbessern optimieren
    digitalisierung digitale innovation schneller qualität ergebnisse prozesse ziele produktivität unternehmen firma"""
)  # fmt: skip


class Fault(StrEnum):
    EMPTY = "says_too_little"
    ANYBODYS = "fits_anybody"
    EVERYBODYS = "same_for_many"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Flag:
    fault: Fault
    words: str  # for people, without a full stop


def worth(statement: str) -> Flag | None:
    """What is wrong with a statement as it stands, or None."""
    subject = stems(statement)
    if not subject:
        return Flag(Fault.EMPTY, "says too little to speak to; write what they said in their words")
    if subject <= _ANYBODYS:
        return Flag(Fault.ANYBODYS, "would fit anybody; write what it is about at their place")
    return None


def judge_new(new: Concern, known: Sequence[Concern]) -> tuple[Flag, ...]:
    """What is wrong with one more, beside those that are known of this contact and of others."""
    found = [worth(new.statement), _repeated(new, known), _for_many(new, known)]
    return tuple(flag for flag in found if flag)


def _repeated(new: Concern, known: Iterable[Concern]) -> Flag | None:
    subject = stems(new.statement)
    for old in known:
        if old.contact_id == new.contact_id and old.id != new.id and _alike(subject, stems(old.statement)):
            return Flag(Fault.REPEATED, f'much the same was heard on {old.heard_on}: "{old.statement}"')
    return None


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both = one | other
    return bool(both) and len(one & other) / len(both) >= _ALIKE


def _for_many(new: Concern, known: Iterable[Concern]) -> Flag | None:
    subject = stems(new.statement)
    others = {old.contact_id for old in known if old.contact_id != new.contact_id and stems(old.statement) == subject}
    return _same(len(others) + 1) if subject and len(others) + 1 >= MANY else None


def _same(many: int) -> Flag:
    return Flag(Fault.EVERYBODYS, f"says the same of {many} contacts; a concern is one person's")


def judge_all(concerns: Sequence[Concern]) -> dict[str, Flag]:
    """Concern id -> the first thing that is wrong with it, for a whole table."""
    subjects = {one.id: stems(one.statement) for one in concerns}
    holders: dict[frozenset[str], set[str]] = defaultdict(set)
    for one in concerns:
        holders[subjects[one.id]].add(one.contact_id)
    found: dict[str, Flag] = {}
    earlier: dict[str, list[Concern]] = defaultdict(list)
    for one in concerns:
        many = len(holders[subjects[one.id]])
        flag = worth(one.statement) or (_same(many) if many >= MANY else None)
        flag = flag or _repeated(one, earlier[one.contact_id])
        earlier[one.contact_id].append(one)
        if flag:
            found[one.id] = flag
    return found
