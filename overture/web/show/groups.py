"""A page of the queue in groups: rows that have something in common stand together; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from overture.db.views import QueueRow
from overture.web.show.words import event_label, plain_words

Group = tuple[str, tuple[QueueRow, ...]]

_NAMES: dict[str, Callable[[QueueRow], str]] = {
    "account": lambda row: row.account,
    "kind": lambda row: event_label(row.kind, {}).head if row.kind != "funding" else plain_words(row.kind),
    "story": lambda row: row.story_id,
    "campaign": lambda row: row.campaign,
}


def grouped(rows: Sequence[QueueRow], by: str) -> tuple[Group, ...]:
    """Groups in the order of their first rows; one group without a name where nothing is asked for."""
    name = _NAMES.get(by)
    if name is None:
        return (("", tuple(rows)),)
    found: dict[str, list[QueueRow]] = {}
    for row in rows:
        found.setdefault(name(row), []).append(row)
    return tuple((head, tuple(members)) for head, members in found.items())
