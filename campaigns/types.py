"""The values that travel along the second half of the line, one per arrow.

    trigger -match-> Match | Abstain -fit-> Go | No -brief-> Brief -story-> Rendered -review-> decision

Everything is frozen and knows no clock and no database; who and what they speak of is in `campaigns.workspace`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from campaigns.campaign import Campaign
from campaigns.workspace import Contact, Level, Teammate
from triggers.types import EventKind, Facts, Side, Status

# --- matching -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scored:
    """One account that was considered, with the parts of its score."""

    account_id: str
    name: str
    score: float  # 0..1
    method: str  # domain, exact, alias, folded, parent, learned
    form: str  # the words in the text that stood for it
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    best: Scored
    runners_up: tuple[Scored, ...] = ()


@dataclass(frozen=True, slots=True)
class Abstain:
    """Nobody, or nobody for sure. `ask` is true where a person could settle it."""

    reason: str
    candidates: tuple[Scored, ...] = ()
    ask: bool = False


# --- the trigger as campaigns see it ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One telling of the event, newest knowledge first; the draft page shows it and stories may name it."""

    entry_id: int
    publisher: str
    title: str
    url: str | None
    at: datetime
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    id: int
    kind: EventKind
    company: str
    status: Status
    event_on: date
    facts: Facts
    version: int = 1
    account_id: str | None = None
    sources: tuple[Source, ...] = ()
    disagreements: tuple[str, ...] = ()  # names of facts that outlets tell differently; such a fact is not said

    @property
    def side(self) -> Side | None:
        return self.facts.side


# --- fit ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class No:
    """A recorded decision not to write."""

    campaign: str
    rule: str  # stable code: age, status, must, never, no_contact, suppressed, cap_account, sensitive ...
    reason: str  # a sentence for people
    revisit_on: date | None = None
    better_served_by: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Go:
    campaign: Campaign
    contact: Contact
    sender: Teammate
    score: int  # 0..100
    why: tuple[str, ...] = ()  # why this contact and this sender, in words
    waiting: tuple[tuple[str, str], ...] = ()  # other contacts and why they wait


# --- brief and story ----------------------------------------------------------------------------------------------

BriefValue = str | int | float | bool | Decimal | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A plain value that knows its origin: `entry:12:title:0:14`, `concern:ID`, `case:ID`, `promise:ID`,
    `account:ID:country`, `contact:ID:role`, `teammate:ID`, `company`, `clock`."""

    value: BriefValue
    origin: str


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that one story may say to one contact now, by path (`trigger.round`)."""

    values: Mapping[str, Known]
    private: tuple[str, ...] = ()  # statements that may not be said aloud, for the lint
    level: Level | None = None  # the highest level for which there is evidence
    sensitive: bool = False
    customer: bool = False

    def get(self, path: str) -> BriefValue | None:
        known = self.values.get(path)
        return known.value if known else None


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of rendered text. `paths` is empty for literal text of the story."""

    text: str
    paths: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    beat: str | None = None
    line: int = 0  # of the story's file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the lint found. `start` and `end` are code points into the body where it is about a draft."""

    code: str
    level: Literal["error", "warn"]
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A story told to one contact."""

    story_id: str
    language: str
    variant: str  # of the subject
    subject: str
    body: str
    subject_segments: tuple[Segment, ...]
    segments: tuple[Segment, ...]  # of the body, in order; their texts joined are the body
    beats: tuple[str, ...]  # those that are told, in order
    findings: tuple[Finding, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)  # words, self_focus, lix


@dataclass(frozen=True, slots=True)
class Aborted:
    """The story itself said no, with its reason."""

    reason: str
