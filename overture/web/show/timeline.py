"""One timeline of an account: triggers, nos, drafts, touches, answers, promises, ties and what was heard; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from overture.web.show.words import event_label, plain_words, reason_label

Record = Mapping[str, Any]
Rows = Mapping[str, Sequence[Record]]
_NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Moment:
    on: date
    icon: str
    head: str
    tail: str
    note: str
    link: str | None = None


def timeline(happened: Rows, theirs: Rows, zone: tzinfo, names: Mapping[str, str] = _NOBODY) -> tuple[Moment, ...]:
    """Newest first; `theirs` may hold ties and answers to why they care, too; `names` are those of our people."""
    found = [
        *(_trigger(row) for row in happened["triggers"]),
        *(_no(row, zone) for row in happened["nos"]),
        *(_draft(row, zone) for row in happened["drafts"]),
        *(_touch(row, zone) for row in happened["touches"]),
        *(_heard(row, names) for row in theirs["concerns"]),
        *(moment for row in theirs["promises"] for moment in _promise(row, zone)),
        *(_outcome(row, zone) for row in happened.get("outcomes", ())),
        *(_answer(row, names) for row in theirs.get("answers", ())),
        *(_met(row) for row in theirs.get("ties", ()) if row["last_touch"]),
    ]
    return tuple(sorted(found, key=lambda moment: moment.on, reverse=True))


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


def _heard(row: Record, names: Mapping[str, str]) -> Moment:
    by = f" · {names.get(row['heard_by'], row['heard_by'])}" if row["heard_by"] else ""
    return Moment(
        row["heard_on"],
        "heard",
        f"Heard {'an' if row['kind'][0] == 'a' else 'a'} {row['kind']}",
        f": {row['statement']}",
        f"{row['level'].replace('_', ' ')}{by}",
        None,
    )


def _promise(row: Record, zone: tzinfo) -> Iterator[Moment]:
    """That it was made, and that it was settled."""
    link = f"/drafts/{row['draft_id']}" if row["draft_id"] else "/promises"
    due = f"due {row['due_on'].day} {row['due_on']:%b %Y}" if row["due_on"] else ""
    yield Moment(row["made_at"].astimezone(zone).date(), "clock", "Promise made", f": {row['text']}", due, link)
    if row["settled_on"]:
        sign = "ok" if row["state"] == "kept" else "no"
        yield Moment(
            row["settled_on"], sign, f"Promise {row['state']}", f": {row['text']}", row["evidence"] or "", link
        )


def _outcome(row: Record, zone: tzinfo) -> Moment:
    link = f"/drafts/{row['draft_id']}" if row["draft_id"] else None
    on = row["at"].astimezone(zone).date()
    return Moment(on, "heard", plain_words(row["kind"]), f": {row['contact']}", row["note"] or "", link)


def _answer(row: Record, names: Mapping[str, str]) -> Moment:
    by = f" · {names.get(row['asked_by'], row['asked_by'])}" if row["asked_by"] else ""
    words = plain_words(row["why_they_care"]).lower()
    return Moment(row["asked_on"], "question", "Asked why they care", f": {words}", f"{row['words'] or ''}{by}")


def _met(row: Record) -> Moment:
    return Moment(row["last_touch"], "hands", "Last in touch", f": {row['teammate']} with {row['contact']}", "tie")
