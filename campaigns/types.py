"""The values that travel along the second half of the line, one per arrow.

    trigger -match-> Match | Abstain -fit-> Go | No -brief-> Brief -story-> Rendered -review-> decision

Everything is frozen and knows no clock and no database. Ids of accounts, contacts and teammates are the
stable text ids of the workspace's files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from triggers.types import EventKind, Facts, Side, Status

# --- what the workspace's files say (contract: files of a workspace) ----------------------------------------------


class Lifecycle(StrEnum):
    PROSPECT = "prospect"
    CUSTOMER = "customer"
    FORMER = "former"
    PARTNER = "partner"
    COMPETITOR = "competitor"


class WhyTheyCare(StrEnum):
    NEED_US = "need_us"
    OK = "ok"
    WHO_ARE_YOU = "who_are_you"


class Level(StrEnum):
    """The five levels of concern, highest first."""

    MAKES_THEIR_DAY = "makes_their_day"
    OUTCOMES = "outcomes"
    RESPONSIBILITIES = "responsibilities"
    TASKS = "tasks"
    BROKEN = "broken"

    @property
    def rank(self) -> int:
        """1 is the highest."""
        return list(Level).index(self) + 1


class Seniority(StrEnum):
    C_LEVEL = "c_level"
    VP = "vp"
    DIRECTOR = "director"
    MANAGER = "manager"
    OTHER = "other"


class Function(StrEnum):
    SALES = "sales"
    MARKETING = "marketing"
    FINANCE = "finance"
    PRODUCT = "product"
    ENGINEERING = "engineering"
    OPERATIONS = "operations"
    PEOPLE = "people"
    LEGAL = "legal"
    OTHER = "other"


class Medium(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    POST = "post"


class LawfulBasis(StrEnum):
    CONSENT = "consent"
    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"
    NONE = "none"


class TieKind(StrEnum):
    WORKED_WITH = "worked_with"
    INTRODUCED = "introduced"
    MET = "met"
    CUSTOMER_OF = "customer_of"
    STUDIED_WITH = "studied_with"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Account:
    id: str
    name: str
    domain: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166 alpha-2
    industry: str | None = None
    employees: int | None = None
    lifecycle: Lifecycle = Lifecycle.PROSPECT
    owner: str | None = None  # teammate id
    tags: tuple[str, ...] = ()
    parent: str | None = None  # account id
    day_one: date | None = None
    renewal_on: date | None = None
    why_they_care: WhyTheyCare | None = None
    why_asked_on: date | None = None
    measure_name: str | None = None
    measure_value: str | None = None
    measure_on: date | None = None
    champion: str | None = None  # contact id
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    id: str
    account_id: str
    name: str
    first_name: str
    last_name: str | None = None
    salutation: str | None = None
    email: str | None = None
    role: str | None = None
    seniority: Seniority = Seniority.OTHER
    function: Function = Function.OTHER
    language: str = "en"
    time_zone: str | None = None
    medium: Medium = Medium.EMAIL
    lawful_basis: LawfulBasis = LawfulBasis.NONE
    source: str | None = None
    verified_on: date | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concern:
    id: str
    contact_id: str
    level: Level
    statement: str
    heard_on: date
    kind: Literal["concern", "aspiration"] = "concern"
    heard_by: str | None = None  # teammate id
    quote: str | None = None
    source: str | None = None
    shareable: bool = False  # may it be said aloud in a text


@dataclass(frozen=True, slots=True)
class Interest:
    id: str
    contact_id: str
    topic: str
    evidence: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    id: str
    teammate_id: str
    contact_id: str
    kind: TieKind = TieKind.OTHER
    strength: int = 1  # 1..5
    since: date | None = None
    last_touch: date | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Teammate:
    id: str
    name: str
    email: str
    title: str | None = None
    time_zone: str | None = None
    signature: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class OurCompany:
    name: str
    postal_address: str
    products: tuple[str, ...] = ()
    public_url: str | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    id: str
    text: str
    level: Level | None = None
    fulfils: tuple[str, ...] = ()  # words of concerns it answers
    can_deliver_by: timedelta | None = None  # after the reader says yes
    proof: str | None = None
    language: str | None = None  # of the text; None: it may stand in a story of any language


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise made to an account that is broken or overdue, in the words that were used."""

    id: int  # in the ledger
    text: str
    due_on: date | None = None
    contact_id: str | None = None  # whom it was made to, where known


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    who: str  # the customer's name where `permission`, else a description without a name
    where_they_were: str
    way: str
    setback: str
    outcome: str
    measure: str | None = None
    source: str | None = None
    permission: str | None = None
    industry: str | None = None
    events: tuple[str, ...] = ()
    language: str | None = None  # of its texts; None: it may be told in a story of any language


@dataclass(frozen=True, slots=True)
class DoNotContact:
    kind: Literal["address", "domain", "account"]
    value: str
    reason: str | None = None
    on: date | None = None


# --- campaigns ----------------------------------------------------------------------------------------------------


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
