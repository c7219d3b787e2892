"""What launching reads of triggers: the facts, and who told them in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from campaigns.types import Source, Trigger
from overture.db.codec import disagreements_of, evidence_of, facts_of
from overture.db.tables import entries, mentions, sources
from triggers.types import EventKind, Reading, Status

_QUOTE_CHARS = 280
_MOST_TELLINGS = 12
Tellings = Mapping[int, Sequence[Row[Any]]]


def triggers_of(rows: Sequence[Row[Any]], told: Tellings) -> dict[int, Trigger]:
    """Trigger rows as campaigns see them, with who told them, the telling that won first."""
    return {
        row.id: Trigger(
            id=row.id,
            kind=EventKind(row.kind),
            company=row.company,
            status=Status(row.status),
            event_on=row.event_on,
            facts=facts_of(row.facts),
            version=row.version,
            account_id=row.account_id,
            sources=_sources(told.get(row.id, []), row.chosen, row.status),
            disagreements=tuple(item.fact for item in disagreements_of(row.disagreements)),
        )
        for row in rows
    }


def tellings(connection: Connection, ids: Sequence[int]) -> Tellings:
    """What was told of each trigger, oldest first, with the entries and outlets that told it."""
    query: Select[Any] = (
        select(
            mentions.c.trigger_id, mentions.c.company, mentions.c.status, mentions.c.evidence, mentions.c.told_at,
            entries.c.id, entries.c.title, entries.c.text, entries.c.link, entries.c.clean_title, entries.c.clean_text,
            entries.c.language, entries.c.published_at, entries.c.source_id,
            sources.c.title.label("outlet"),
        )
        .join(entries, entries.c.id == mentions.c.entry_id)
        .join(sources, sources.c.id == entries.c.source_id)
        .where(mentions.c.trigger_id.in_(ids))
        .order_by(mentions.c.told_at, mentions.c.id)
    )  # fmt: skip
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.trigger_id, []).append(row)
    return found


def readings_of(told: Tellings) -> dict[int, list[tuple[str, Reading]]]:
    """The company as each telling names it, with what was read; for matching."""
    return {
        trigger_id: [
            (
                row.company,
                Reading(str(row.id), row.title, row.text, row.source_id, row.link, row.language, row.published_at),
            )
            for row in rows[:_MOST_TELLINGS]
        ]
        for trigger_id, rows in told.items()
    }


def _sources(rows: Sequence[Row[Any]], chosen: dict[str, int], status: str) -> tuple[Source, ...]:
    """Who told it: first those who tell it as it stands (nobody who called it a rumour is cited for the news), of
    those the entries whose facts were chosen, then by time."""
    wins = list(chosen.values())
    ordered = sorted(rows, key=lambda row: (row.status != status, -wins.count(row.id), row.told_at, row.id))
    return tuple(
        Source(
            entry_id=row.id,
            publisher=row.outlet or row.source_id,
            title=row.clean_title or row.title,
            url=row.link,
            at=row.told_at,
            quote=_quote(row),
        )
        for row in ordered[:_MOST_TELLINGS]
    )


def _quote(row: Row[Any]) -> str:
    """The sentence that holds most of the evidence."""
    spans = evidence_of(row.evidence)
    in_text = [span for span in spans if span.field == "summary"]
    if not in_text or not row.clean_text:
        return str(row.clean_title or row.title)[:_QUOTE_CHARS]
    sentences = _sentences(row.clean_text)
    best = max(sentences, key=lambda bounds: sum(bounds[0] <= span.start < bounds[1] for span in in_text))
    return str(row.clean_text[best[0] : best[1]]).strip()[:_QUOTE_CHARS]


def _sentences(words: str) -> list[tuple[int, int]]:
    cuts = [
        i + 1 for i, char in enumerate(words[:-2]) if char in ".!?" and words[i + 1] == " " and words[i + 2].isupper()
    ]
    return list(zip([0, *cuts], [*cuts, len(words)], strict=True))
