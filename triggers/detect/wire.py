"""Detections as JSON: the line of `overture detect` and the answer of `overture explain`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from triggers.types import Candidate, Cue, Detection, Evidence, Mention

Account = tuple[str | None, str | None]  # name, id
Resolve = Callable[[Mention], Account]


def no_account(mention: Mention) -> Account:
    return None, None


def to_json(entry_id: Any, detection: Detection, resolve: Resolve = no_account) -> dict[str, Any]:
    """One line of `overture detect`; `resolve` says which account a mention belongs to (name, id)."""
    return {
        "id": entry_id,
        "lang": detection.language,
        "clean": {"title": detection.clean.title, "summary": detection.clean.summary},
        "triggers": [mention_json(m, resolve) for m in detection.mentions],
    }


def mention_json(mention: Mention, resolve: Resolve = no_account) -> dict[str, Any]:
    account, account_id = resolve(mention)
    facts = mention.facts
    return {
        "event": mention.kind.value,
        "company": mention.company,
        "account": account,
        "account_id": account_id,
        "status": mention.status.value,
        "round": facts.round,
        "amount": number(facts.amount),
        "currency": facts.currency,
        "person": facts.person,
        "role": facts.role,
        "other_party": facts.other_party,
        "side": facts.side.value if facts.side else None,
        "confidence": mention.confidence,
        "evidence": [evidence_json(e) for e in mention.evidence],
    }


def explain_json(entry_id: Any, detection: Detection, resolve: Resolve = no_account) -> dict[str, Any]:
    """The answer of `overture explain` as far as detection knows it; the caller adds account candidates."""
    return {
        **to_json(entry_id, detection, resolve),
        "vetoed": detection.vetoed,
        "candidates": [_candidate(c, resolve) for c in detection.candidates],
    }


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where the amount is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "fact": evidence.fact,
        "field": evidence.field,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
    }


def _candidate(candidate: Candidate, resolve: Resolve) -> dict[str, Any]:
    return {
        "event": candidate.kind.value,
        "kept": candidate.kept,
        "reason": candidate.reason,
        "trigger": mention_json(candidate.mention, resolve) if candidate.mention else None,
        "for": [_cue(c) for c in candidate.cues if c.weight >= 0],
        "against": [_cue(c) for c in candidate.cues if c.weight < 0],
    }


def _cue(cue: Cue) -> dict[str, Any]:
    return {
        "rule": cue.rule,
        "weight": cue.weight,
        "field": cue.field,
        "start": cue.start,
        "end": cue.end,
        "text": cue.text,
    }
