"""How one post is read, as people and programs see it: what was considered, and which account each name could be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from campaigns.types import Abstain, Match
from overture.db.codec import plain
from triggers.detect import detect, wire
from triggers.types import Reading

Whose = Callable[[str, Reading], Match | Abstain]  # whose a company's name is, in this post


def explained(reading: Reading, whose: Whose | None) -> dict[str, Any]:
    """Every event that was considered, with the words for and against; with `whose`, the accounts as well."""
    detection = detect(reading, explain=True)
    if whose is None:
        return wire.explain_json(reading.id, detection)
    considered = (*detection.mentions, *(c.mention for c in detection.candidates if c.mention is not None))
    said = {m.company: match_json(whose(m.company, reading)) for m in considered}
    found = wire.explain_json(
        reading.id, detection, lambda m: (said[m.company]["account"], said[m.company]["account_id"])
    )
    found["accounts"] = [{"company": company, **answer} for company, answer in said.items()]
    return found


def match_json(found: Match | Abstain) -> dict[str, Any]:
    """The account with the parts of its score, or why none was chosen; and the runners-up."""
    if isinstance(found, Abstain):
        return {
            "account": None, "account_id": None, "abstained": True, "method": None, "score": 0.0, "parts": [],
            "reason": found.reason, "runners_up": plain(found.candidates),
        }  # fmt: skip
    best = found.best
    return {
        "account": best.name, "account_id": best.account_id, "abstained": False, "method": best.method,
        "score": best.score, "parts": plain(best.parts), "runners_up": plain(found.runners_up),
    }  # fmt: skip
