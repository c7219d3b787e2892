""" "Why no draft?" in one sentence; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]


def why_no_draft(
    trigger: Record, drafts: Sequence[Record], nos: Sequence[Record], matches: Sequence[Record],
    tellings: Sequence[Record],
) -> str:  # fmt: skip
    """Empty where there is a draft."""
    if drafts:
        return ""
    if trigger["state"] == "merged":
        return f"It turned out to be the same event as trigger {trigger['merged_into']}; what followed is there."
    if trigger["state"] == "dismissed":
        return "A person marked it as not a trigger."
    if trigger["why_no_draft"]:
        return str(trigger["why_no_draft"])
    if nos:
        return f"{nos[0]['campaign']} said no: {nos[0]['reason']}"
    if trigger["state"] == "set_aside":
        return "Working on it failed several times, so it was set aside for an operator."
    if not matches and trigger["account_id"] is None:
        return _unmatched(tellings)
    return "It has not been put to the campaigns yet." if trigger["state"] == "due" else "No campaign looks for this."


def _unmatched(tellings: Sequence[Record]) -> str:
    for telling in tellings:
        reason = (telling["resolution"] or {}).get("reason")
        if reason:
            return f"No account was matched: {reason}"
    return "No account of ours goes by this name."
