"""How a source does, in words: its state, whose side a fault is on, what happens next; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from overture.web.show import when

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
_FAILURES = 3  # in a row
_SIDES = {
    "theirs": "The fault is on their side.",
    "ours": "The fault is on our side.",
    "network": "The fault is on the way between us and them.",
}


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


def standing(row: Record, bars: Sequence[int], found: Mapping[str, int] | None, *, now: datetime) -> Standing:
    """One row of the page."""
    health, config = row["health"] or {}, row["config"] or {}
    failures = int(health.get("failures", row["attempts"]) or 0)
    norm = _number(health.get("per_day"))
    state = _state(row, failures, now)
    found = found or {}
    return Standing(
        id=row["id"], title=row["title"] or row["id"], kind=row["kind"], url=row["url"],
        tags=tuple(map(str, config.get("tags", ()))), state=state, failures=failures,
        last_success=row["last_success_at"], last_attempt=row["last_attempt_at"],
        next_attempt=None if state == "paused" else row["retry_at"] or row["run_at"], status=row["last_status"],
        bars=tuple(bars) or (0,) * 24, norm=norm, note=_note(row, sum(bars), norm, now),
        fault=_fault(row) if state in ("failing", "degraded") and failures else "",
        triggers=found.get("triggers", 0), approved=found.get("approved", 0), decided=found.get("decided", 0),
    )  # fmt: skip


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _state(row: Record, failures: int, now: datetime) -> str:
    if row["state"] in ("paused", "gone", "quarantined"):
        return "paused"
    if row["last_attempt_at"] is None:
        return "never polled"
    if failures >= _FAILURES:
        return "failing"
    if failures or _silent(row, now) is not None:
        return "degraded"
    return "not modified" if row["last_status"] == 304 else "ok"


def _silent(row: Record, now: datetime) -> timedelta | None:
    """For how long, where that is more than three times its norm."""
    norm, last = _number((row["health"] or {}).get("per_day")), row["last_new_at"]
    if not norm or last is None:
        return None
    return now - last if now - last > timedelta(days=max(1.0, 3 / norm)) else None


def _note(row: Record, today: int, norm: float | None, now: datetime) -> str:
    if row["state"] == "gone":
        return "gone (410); remove it or find its new address"
    if row["state"] == "quarantined":
        return "far more entries than usual; waits for a person to look"
    if row["state"] == "paused":
        return "paused by a person"
    silent = _silent(row, now)
    if silent is not None and norm:
        return f"silent for {when.span(silent)}, usually {norm:.0f} a day"
    if norm:
        return f"{today}, usually {norm:.0f}"
    return f"{today} new"


def _fault(row: Record) -> str:
    health = row["health"] or {}
    said = str(row["last_error"] or health.get("message") or "The last poll failed.").rstrip(".") + "."
    side = _SIDES.get(str(health.get("side", "")), "")
    return said if not side or "side" in said else f"{said} {side}"


def counts(rows: Sequence[Standing]) -> dict[str, int]:
    """Four numbers for the summary; a source that was not modified is fine."""
    folded = ["ok" if row.state == "not modified" else row.state for row in rows]
    return {state: folded.count(state) for state in ("failing", "degraded", "ok", "paused", "never polled")}


def wanted(row: Standing, words: str, only: str) -> bool:
    if only and row.state not in ("failing", "degraded"):
        return False
    text = f"{row.id} {row.title} {row.url or ''} {' '.join(row.tags)}".casefold()
    return all(word in text for word in words.casefold().split())
