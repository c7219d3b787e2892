"""How a source does, in words: its state, whose side a fault is on, what happens next; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from overture.db.polls import health_of
from overture.web.show import when
from triggers.schedule import Health, State, in_words

Record = Mapping[str, Any]
ORDER = ("failing", "degraded", "never polled", "ok", "not modified", "paused")
ICONS = {
    "failing": "bad",
    "degraded": "half",
    "ok": "ok",
    "not modified": "ok",
    "paused": "pause",
    "never polled": "clock",
}
TONES = {
    "failing": "bad",
    "degraded": "warn",
    "ok": "ok",
    "not modified": "ok",
    "paused": "muted",
    "never polled": "muted",
}

Quiet = Callable[[Health], bool]


@dataclass(frozen=True, slots=True)
class Standing:
    id: str
    title: str
    kind: str
    url: str | None
    tags: tuple[str, ...]
    state: str
    failures: int
    last_success: datetime | None
    last_attempt: datetime | None
    next_attempt: datetime | None
    status: int | None
    bars: tuple[int, ...]
    norm: float | None  # entries in 24 h, usually
    note: str
    fault: str  # what went wrong and whose side it is on
    triggers: int
    approved: int
    decided: int

    @property
    def icon(self) -> str:
        return ICONS[self.state]

    @property
    def tone(self) -> str:
        return TONES[self.state]


def standing(
    row: Record, bars: Sequence[int], found: Mapping[str, int] | None, *, now: datetime, too_quiet: Quiet
) -> Standing:
    """One row of the page. `too_quiet`: the rule by which a silent source is counted beside the page's name."""
    health, config = health_of(row["health"] or {}), row["config"] or {}
    if too_quiet(health):
        health = replace(health, state=State.SILENT)
    state = _state(row, health)
    per_day = health.norm * 24 or None
    found = found or {}
    return Standing(
        id=row["id"], title=row["title"] or row["id"], kind=row["kind"], url=row["url"],
        tags=tuple(map(str, config.get("tags", ()))), state=state, failures=health.failures,
        last_success=row["last_success_at"], last_attempt=row["last_attempt_at"],
        next_attempt=None if state == "paused" else row["retry_at"] or row["run_at"], status=row["last_status"],
        bars=tuple(bars) or (0,) * 24, norm=per_day, note=_note(row, health, sum(bars), per_day, now),
        fault=in_words(health, now) if state in ("failing", "degraded") else "",
        triggers=found.get("triggers", 0), approved=found.get("approved", 0), decided=found.get("decided", 0),
    )  # fmt: skip


def _state(row: Record, health: Health) -> str:
    if row["state"] in ("paused", "gone", "quarantined"):
        return "paused"
    if row["last_attempt_at"] is None:
        return "never polled"
    if health.state in (State.FAILING, State.DEGRADED):
        return str(health.state)
    if health.state is State.SILENT:
        return "degraded"
    return "not modified" if row["last_status"] == 304 else "ok"


def _note(row: Record, health: Health, today: int, per_day: float | None, now: datetime) -> str:
    fixed = {
        "gone": "gone (410); remove it or find its new address",
        "quarantined": "far more entries than usual; waits for a person to look",
        "paused": "paused by a person",
    }
    if row["state"] in fixed:
        return fixed[row["state"]]
    usual = f", usually {per_day:.0f} a day" if per_day and per_day >= 1 else ""
    if health.state is State.SILENT and health.last_new_at:
        return f"silent for {when.span(now - health.last_new_at)}{usual}"
    return f"{today:,} new{usual}"


def counts(rows: Sequence[Standing]) -> dict[str, int]:
    """Four numbers for the summary; a source that was not modified is fine."""
    folded = ["ok" if row.state == "not modified" else row.state for row in rows]
    return {state: folded.count(state) for state in ("failing", "degraded", "ok", "paused", "never polled")}


def wanted(row: Standing, words: str, only: str) -> bool:
    if only and row.state not in ("failing", "degraded"):
        return False
    text = f"{row.id} {row.title} {row.url or ''} {' '.join(row.tags)}".casefold()
    return all(word in text for word in words.casefold().split())
