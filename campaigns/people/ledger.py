"""The ledger of promises: which state may follow which, and what is overdue. Pure.

    made -> kept | broken | released
    broken -> kept (late, but mended) | released
    kept -> broken (it was not, after all)

`withdrawn` belongs to the machine: the message that made the promise never left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class PromiseState(StrEnum):
    MADE = "made"
    KEPT = "kept"
    BROKEN = "broken"
    RELEASED = "released"  # they told us that it is not wanted any more
    WITHDRAWN = "withdrawn"


# As people read them, what is owed first. A withdrawn one was never made.
ShownState = StrEnum("ShownState", ["broken", "overdue", "made", "kept", "released"])
_ORDER = (*ShownState, PromiseState.WITHDRAWN)
MOVES: dict[PromiseState, frozenset[PromiseState]] = {
    PromiseState.MADE: frozenset({PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RELEASED}),
    PromiseState.BROKEN: frozenset({PromiseState.KEPT, PromiseState.RELEASED}),
    PromiseState.KEPT: frozenset({PromiseState.BROKEN}),
    PromiseState.RELEASED: frozenset(),
    PromiseState.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True)
class PromiseRefused:
    reason: str


def settle(state: PromiseState, to: PromiseState, evidence: str | None) -> PromiseRefused | None:
    """Whether a promise may be settled so. Every settlement says how we know."""
    if to not in MOVES[state]:
        return PromiseRefused(f"a promise that is {state.value} cannot become {to.value}")
    if not (evidence or "").strip():
        return PromiseRefused("say how we know: what was delivered and when, or who said what")
    return None


def is_overdue(state: str, due_on: date | None, today: date) -> bool:
    """From the day after it was due; a promise without a date is never overdue by itself."""
    return state == PromiseState.MADE and due_on is not None and due_on < today


def shown_state(state: str, due_on: date | None, today: date) -> str:
    """As people read it: `overdue` instead of `made` once the day has passed."""
    return "overdue" if is_overdue(state, due_on, today) else state


def owed_first(rows: Iterable[Mapping[str, Any]], today: date) -> list[dict[str, Any]]:
    """Rows of promises in the state that people read, what is owed first and soonest; equal ones stay as they stood."""
    shown = [{**row, "state": shown_state(row["state"], row["due_on"], today)} for row in rows]
    return sorted(shown, key=lambda row: (_ORDER.index(row["state"]), row["due_on"] or date.max))
