"""The words in which `why` tells what the rows say: one row, one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row


def silent(row: Row[Any]) -> str:
    """Why an entry of which nothing was told tells of nothing."""
    match row.state:
        case "new":
            broke = f"; reading it broke {row.attempts} times ({row.last_error})" if row.last_error else ""
            return f"It has not been read yet{broke}."
        case "set_aside":
            return f"It was set aside after {row.attempts} attempts to read it: {row.last_error}"
        case "quarantined":
            return f"It came with a flood and waits until somebody looks: overture sources release {row.source_id}"
        case _:
            return f"It tells of no event: {row.vetoed}." if row.vetoed else "It tells of no event that we know."


def outcome(row: Row[Any], written: Sequence[Row[Any]]) -> str:
    """What became of the event: the newest draft, else why there is none."""
    if written:
        return draft_words(written[-1])
    match row.state:
        case "due":
            broke = f" Asking broke {row.attempts} times: {row.last_error}" if row.last_error else ""
            return f"No draft yet: the campaigns have not been asked.{broke}"
        case "set_aside":
            return f"No draft: it was set aside after {row.attempts} attempts: {row.last_error}"
        case "dismissed":
            return "No draft: a person said that this is no trigger."
        case "unmatched":
            return f"No draft: no account was found for {row.company}: {row.why_no_draft or 'nothing names it'}"
        case _:
            return f"No draft: {row.why_no_draft or 'no campaign said go.'}"


def event(row: Row[Any]) -> str:
    """The event itself: what, where, how sure, when, and by how many outlets."""
    return f"{kind(row.kind).capitalize()} at {row.company}, {row.status}, {row.event_on}; {outlets(row.outlets)}."


def disputed(row: Row[Any]) -> list[str]:
    """The facts on which outlets differ."""
    return [
        f"Outlets differ on {item['fact'].replace('_', ' ')}: "
        + ", ".join(f"{value} ({', '.join(who)})" for value, who in item["values"])
        + "; so it is not said."
        for item in row.disagreements
    ]


def draft_words(draft: Row[Any]) -> str:
    """Where a draft stands, with its people."""
    by = f" by {draft.decided_by}" if draft.decided_by else ""
    reason = f" ({draft.reason.replace('_', ' ')})" if draft.reason else ""
    obstacles = f"; {draft.obstacles} findings forbid approval" if draft.state == "pending" and draft.obstacles else ""
    said = {
        "pending": f"waits for a decision{obstacles}",
        "snoozed": f"is snoozed{by}",
        "approved": f"is approved{by}",
        "rejected": f"was rejected{by}{reason}",
        "expired": f"expired after {draft.good_until}",
        "superseded": f"was replaced by draft {draft.replaced_by}" if draft.replaced_by else "was replaced",
        "done": "was handed off",
    }[draft.state]
    return f"Draft {draft.id} to {draft.contact} at {draft.account} {said}."


def kind(kind: str) -> str:
    """The kind of an event in plain words."""
    return kind.replace("_", " ")


def outlets(count: int) -> str:
    """How many outlets told it."""
    return "told by one outlet" if count == 1 else f"told by {count} outlets"
