"""A campaign as a value: which events at whom it answers, by which rules, with which stories, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from campaigns.workspace import Function, Seniority
from triggers.types import EventKind


class Op(StrEnum):
    IN = "in"
    NOT_IN = "not_in"
    GTE = "gte"
    LTE = "lte"
    GT = "gt"
    LT = "lt"
    CONTAINS = "contains"
    EXISTS = "exists"


Plain = str | int | float | bool | Decimal | date | timedelta
RuleValue = Plain | tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """`path op value` over account, contact and trigger; `text` is how the file says it."""

    path: str
    op: Op
    value: RuleValue
    text: str
    weight: float = 1.0
    better_served_by: str | None = None
    revisit_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `count` in `window`."""

    count: int
    window: timedelta


@dataclass(frozen=True, slots=True)
class Caps:
    per_contact: Cap = Cap(1, timedelta(days=60))
    per_account: Cap = Cap(1, timedelta(days=30))
    per_sender: Cap | None = None
    per_day: int | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Which contacts of the account may be written to; empty means any."""

    seniority: tuple[Seniority, ...] = ()
    function: tuple[Function, ...] = ()
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    id: str
    event: tuple[EventKind, ...]
    when: tuple[Rule, ...] = ()  # over the trigger alone
    age: timedelta = timedelta(days=21)  # of the event, not of the post
    must: tuple[Rule, ...] = ()
    never: tuple[Rule, ...] = ()
    prefer: tuple[Rule, ...] = ()
    who: Who = Who()
    stories: tuple[str, ...] = ()
    caps: Caps = Caps()
    hold: timedelta | None = None  # None: the workspace's
    sender: str = "strongest_tie"  # strongest_tie, account_owner or a teammate id
    owner: str | None = None  # who reviews: a group or a user
    priority: int = 0  # higher is asked first, then file order
    paused: bool = False
    repairs: bool = False  # its stories mend a promise: it is for those to whom we owe one, and only them
