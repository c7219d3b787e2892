"""What a workspace's files say, as values: the people and companies on both sides, and what we promise.

Everything is frozen and knows no clock and no database. Ids of accounts, contacts and teammates are the stable text ids
of the files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal


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
    levels: tuple[Level, ...] = ()  # of the concerns that it answers; none: any
    language: str | None = None  # of its texts; None: it may be told in a story of any language


@dataclass(frozen=True, slots=True)
class DoNotContact:
    kind: Literal["address", "domain", "account"]
    value: str
    reason: str | None = None
    on: date | None = None
