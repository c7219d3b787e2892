"""One timeline of an account: triggers, nos, drafts, touches, promises and what was heard; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from overture.web.show.words import event_label, plain_words, reason_label

Record = Mapping[str, Any]
Rows = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Moment:
    on: date
    icon: str
    head: str
    tail: str
    note: str
    link: str | None = None


def timeline(happened: Rows, theirs: Rows, zone: tzinfo, *, limit: int = 40) -> tuple[Moment, ...]:
    """Newest first."""
    found = [
        *(_trigger(row) for row in happened["triggers"]),
        *(_no(row, zone) for row in happened["nos"]),
        *(_draft(row, zone) for row in happened["drafts"]),
        *(_touch(row, zone) for row in happened["touches"]),
        *(_heard(row) for row in theirs["concerns"]),
        *(_promise(row, zone) for row in theirs["promises"]),
    ]
    return tuple(sorted(found, key=lambda moment: moment.on, reverse=True)[:limit])


def _trigger(row: Record) -> Moment:
    label = event_label(row["kind"], row["facts"])
    tail = f", {label.tail}" if label.tail else ""
    return Moment(row["event_on"], label.icon, label.head, tail, f"trigger · {row['status']}", f"/triggers/{row['id']}")


def _no(row: Record, zone: tzinfo) -> Moment:
    again = f" · look again {row['revisit_on'].day} {row['revisit_on']:%b}" if row["revisit_on"] else ""
    on = row["said_at"].astimezone(zone).date()
    return Moment(on, "no", "Not written", f": {row['reason']}", f"{row['campaign']}{again}", None)


def _draft(row: Record, zone: tzinfo) -> Moment:
    state = plain_words(row["state"])
    reason = f": {reason_label(row['reason']).lower()}" if row["reason"] else ""
    on = (row["decided_at"] or row["made_at"]).astimezone(zone).date()
    return Moment(
        on,
        "queue",
        f"Draft {state.lower()}{reason}",
        f" · {row['subject']}",
        f"story {row['story_id']}",
        f"/drafts/{row['id']}",
    )


def _touch(row: Record, zone: tzinfo) -> Moment:
    return Moment(
        row["at"].astimezone(zone).date(),
        "mail",
        "Handed off",
        f" to {row['contact']}",
        f"{row['campaign']} · {row['standing']}",
        None,
    )


def _heard(row: Record) -> Moment:
    by = f" · {row['heard_by']}" if row["heard_by"] else ""
    return Moment(
        row["heard_on"],
        "heard",
        f"Heard {'an' if row['kind'][0] == 'a' else 'a'} {row['kind']}",
        f": {row['statement']}",
        f"{row['level'].replace('_', ' ')}{by}",
        None,
    )


def _promise(row: Record, zone: tzinfo) -> Moment:
    on = row["settled_on"] or row["made_at"].astimezone(zone).date()
    link = f"/drafts/{row['draft_id']}" if row["draft_id"] else None
    return Moment(on, "ok", f"Promise {row['state']}", f": {row['text']}", row["promise_id"] or "", link)
