"""The lines of `overture events`: one per event, with the items that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from overture.db.codec import facts_json, plain
from triggers import events
from triggers.alike import fold
from triggers.detect.wire import number
from triggers.types import Side, Told


def events_json(tellings: Sequence[Told], ids: Sequence[Any], *, undated: datetime) -> list[dict[str, Any]]:
    """`tellings[i].entry_id` is a place in `ids`; `undated` is the moment that stands for an unknown one."""
    return [_event(group, ids) for group in events.cluster(_dated(tellings, undated))]


def _dated(tellings: Sequence[Told], undated: datetime) -> list[Told]:
    """An item without a date takes that of another telling of its kind and company, so that time does not part them."""
    first: dict[tuple[str, str], datetime] = {}
    for told in tellings:
        if told.at != undated:
            first.setdefault((told.mention.kind, fold(told.company.name)), told.at)
    return [
        replace(told, at=first.get((told.mention.kind, fold(told.company.name)), undated))
        if told.at == undated
        else told
        for told in tellings
    ]


def _event(group: Sequence[Told], ids: Sequence[Any]) -> dict[str, Any]:
    """An acquisition is told from its acquirer's side where that side is known."""
    lead = [told for told in group if told.mention.facts.side is not Side.TARGET] or list(group)
    made = events.reconcile(lead)
    first = lead[0]
    facts = facts_json(made.facts)
    if made.facts.amount is not None:
        facts["amount"] = number(made.facts.amount)
    key = events.fingerprint(first.mention.kind, first.company.key, events.discriminator(first.mention))
    return {
        "event_id": key,
        "event": first.mention.kind.value,
        "company": first.company.name,
        "other_party": made.facts.other_party,
        "status": made.status.value,
        "facts": facts,
        "disagreements": plain(made.disagreements),
        "item_ids": [ids[place] for place in sorted({told.entry_id for told in group})],
    }
