"""The ledger of promises as its page shows it: by what is owed, with the acts that each may take. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaigns.people.ledger import MOVES, PromiseState, ShownState

Record = Mapping[str, Any]
TABS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("owed", "Owed", frozenset({"broken", "overdue", "made"})),
    ("kept", "Kept", frozenset({"kept"})),
    ("released", "Released", frozenset({"released"})),
    ("all", "All", frozenset(ShownState)),
)
ACTS = {
    PromiseState.KEPT: ("keep", "We kept it"),
    PromiseState.BROKEN: ("break", "We did not keep it"),
    PromiseState.RELEASED: ("release", "They do not want it any more"),
}
TO = {verb: state for state, (verb, _) in ACTS.items()}
SAID = {
    PromiseState.KEPT: "Kept. Events that had to wait for it are looked at again.",
    PromiseState.BROKEN: "Broken. Nothing but a note that mends it is written there until it is kept or released.",
    PromiseState.RELEASED: "Released. Events that had to wait for it are looked at again.",
}
ICONS = {"kept": "ok", "broken": "bad", "overdue": "bad", "made": "clock", "released": "leave"}


@dataclass(frozen=True, slots=True)
class Tab:
    id: str
    name: str
    many: int


def tabs(rows: Sequence[Record]) -> tuple[Tab, ...]:
    return tuple(Tab(id_, name, sum(row["state"] in states for row in rows)) for id_, name, states in TABS)


def of_tab(rows: Sequence[Record], tab: str) -> list[Record]:
    states = next((states for id_, _, states in TABS if id_ == tab), TABS[0][2])
    return [row for row in rows if row["state"] in states]


def acts(row: Record) -> tuple[tuple[str, str], ...]:
    """Verb and words of what may be decided about this promise now."""
    state = PromiseState.MADE if row["state"] == "overdue" else PromiseState(row["state"])
    return tuple(ACTS[to] for to in PromiseState if to in MOVES[state])
