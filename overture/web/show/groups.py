"""A page of the queue in groups: rows that have something in common stand together; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from overture.db.views import QueueRow
from overture.web.show.when import day
from overture.web.show.words import event_label, plain_words

Group = tuple[str, tuple[QueueRow, ...]]


def _event(row: QueueRow) -> str:
    """Acme Robotics: Series B $25M, 19 Nov 2026"""
    label = event_label(row.kind, row.facts)
    return f"{row.company}: {' '.join(filter(None, (label.head, label.tail)))}, {day(row.event_on)}"


_NAMES: dict[str, Callable[[QueueRow], str]] = {
    "account": lambda row: row.account,
    "event": _event,
    "kind": lambda row: event_label(row.kind, {}).head if row.kind != "funding" else plain_words(row.kind),
    "story": lambda row: row.story_id,
    "campaign": lambda row: row.campaign,
}
GROUPS = tuple(_NAMES)


def grouped(rows: Sequence[QueueRow], by: str) -> tuple[Group, ...]:
    """Groups in the order of their first rows; one group without a name where nothing is asked for."""
    name = _NAMES.get(by)
    if name is None:
        return (("", tuple(rows)),)
    found: dict[object, list[QueueRow]] = {}
    for row in rows:  # two events may have one name
        found.setdefault(row.trigger_id if by == "event" else name(row), []).append(row)
    return tuple((name(members[0]), tuple(members)) for members in found.values())
