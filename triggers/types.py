"""The values that travel along the first half of the line, one per arrow.

    source -fetch-> FetchResult -parse-> ParsedFeed -detect-> Detection(Mention ...) -events-> trigger

Words are those of the glossary: an *entry* is one post of a feed, a *mention* is an event as one entry
tells it, a *trigger* is the event itself. Everything here is frozen and knows no clock and no database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class EventKind(StrEnum):
    """What happened. News kinds are read from text; calendar kinds come due in the database."""

    FUNDING = "funding"
    ACQUISITION = "acquisition"
    IPO = "ipo"
    EXECUTIVE_HIRE = "executive_hire"
    EXECUTIVE_DEPARTURE = "executive_departure"
    LAYOFFS = "layoffs"
    EXPANSION = "expansion"
    PRODUCT_LAUNCH = "product_launch"
    PARTNERSHIP = "partnership"
    CONTRACT_WIN = "contract_win"
    EARNINGS = "earnings"
    REGULATORY = "regulatory"
    SECURITY_INCIDENT = "security_incident"
    DAY_ONE = "day_one"
    CHECK_IN_30 = "check_in_30"
    CHECK_IN_60 = "check_in_60"
    CHECK_IN_90 = "check_in_90"
    RENEWAL_120 = "renewal_120"
    RENEWAL_90 = "renewal_90"
    RENEWAL_60 = "renewal_60"
    RENEWAL_30 = "renewal_30"
    QUIET_CUSTOMER = "quiet_customer"
    FOLLOW_UP_DUE = "follow_up_due"
    WE_PUBLISHED = "we_published"


NEWS_KINDS: tuple[EventKind, ...] = tuple(EventKind)[:13]


class Status(StrEnum):
    """How sure the world is that it happened."""

    ANNOUNCED = "announced"
    PLANNED = "planned"
    RUMOURED = "rumoured"
    DENIED = "denied"


class Side(StrEnum):
    """Which end of an acquisition the company is on."""

    ACQUIRER = "acquirer"
    TARGET = "target"


TextField = Literal["title", "summary"]


# --- fetching ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """One conditional GET. Validators are sent back exactly as they were received."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


class Fault(StrEnum):
    """Why a poll failed; `side` says who can mend it."""

    REFUSED = "refused"  # our outbound policy said no, before any connection
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    HTTP = "http"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"  # content coding we did not ask for, or a broken one
    PROTOCOL = "protocol"  # not HTTP, a broken reply, too many redirects
    PARSE = "parse"  # fetched, but it is no feed
    JAIL = "jail"  # the parser ran out of time or memory


FaultSide = Literal["theirs", "ours", "network"]


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """An expected way for a poll to fail: a value, not an exception."""

    fault: Fault
    side: FaultSide
    message: str  # for ops: what, whose side, what to do
    status: int | None = None
    retry_after: float | None = None  # seconds, capped at a day


@dataclass(frozen=True, slots=True)
class FetchResult:
    """A reply with a usable body, or `status == 304` with an empty one."""

    url: str  # after redirects
    status: int
    body: bytes
    content_type: str | None
    etag: str | None
    last_modified: str | None
    max_age: float | None  # seconds the server asks us to wait (Cache-Control, Expires)
    moved_to: str | None  # where 301 or 308 all the way lead, else None
    elapsed: float  # seconds
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def not_modified(self) -> bool:
        return self.status == 304


# --- parsing ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One post as the document tells it, cut to the limits; text is stored raw and escaped only on output."""

    entry_key: str  # 32 hex characters; rule in contract: guid, else link + title, else title + text
    guid: str | None
    link: str | None  # absolute http(s) address, or None
    title: str
    text: str  # summary or content, may hold markup
    published: datetime | None  # aware, UTC


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    title: str
    language: str | None
    entries: tuple[ParsedEntry, ...]
    left_out: int = 0  # entries beyond the limit
    ttl: float | None = None  # seconds the feed asks us to wait
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """The bytes are no feed; `message` says what they look like instead."""

    message: str


# --- detecting --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """What detection may see of an entry."""

    id: str
    title: str
    summary: str = ""
    source: str = ""
    url: str | None = None
    language: str | None = None  # what the feed claims; checked against the text
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clean:
    """The texts that evidence offsets point into: markup gone, entities decoded once, white space folded."""

    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in the clean text a fact stands. Offsets are code points."""

    fact: str  # name of the fact: company, round, amount, person ...
    field: TextField
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Typed facts of an event; None where the text does not say."""

    round: str | None = None  # pre-seed, seed, A ... H, pre-B, growth, bridge, debt, pre-IPO
    amount: Decimal | None = None
    currency: str | None = None  # ISO 4217
    investors: tuple[str, ...] = ()
    lead: str | None = None
    person: str | None = None
    role: str | None = None
    other_party: str | None = None
    side: Side | None = None
    place: str | None = None
    product: str | None = None
    period: str | None = None
    authority: str | None = None
    effective_on: date | None = None
    reference: str | None = None  # what a date or a post of our own is about: "DRAFT:CHAPTER", or the post's address


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one entry tells it. Every fact has at least one span in `evidence`."""

    kind: EventKind
    company: str
    status: Status
    facts: Facts
    confidence: float  # 0..1
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that spoke for or against a candidate, for `overture explain`."""

    rule: str
    weight: float  # positive speaks for, negative against
    field: TextField
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that was considered, kept or not, with its reasons."""

    mention: Mention | None
    kind: EventKind
    kept: bool
    reason: str
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Detection:
    """What one entry says. `candidates` is filled only when asked to explain."""

    clean: Clean
    language: str
    mentions: tuple[Mention, ...]
    candidates: tuple[Candidate, ...] = ()
    vetoed: str | None = None  # why the whole entry was left empty: round-up, how-to, language ...


# --- events -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CompanyRef:
    """Which company a name stands for: an account where one was found, else its domain, else its folded name."""

    key: str  # "account:ID", "domain:example.com" or "name:folded|CC"
    name: str
    account_id: str | None = None
    home: str = ""  # the country that the text gives to it, where no account is known; tells namesakes apart


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with where and when it was told; what clustering and reconciling work on."""

    mention: Mention
    company: CompanyRef
    publisher: str
    url: str | None
    at: datetime  # when it was published, else fetched
    entry_id: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact that outlets tell differently; `values` are ordered by how many tell them."""

    fact: str
    values: tuple[tuple[str, tuple[str, ...]], ...]  # (value as text, publishers)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One event from many mentions."""

    status: Status
    facts: Facts
    event_on: date
    disagreements: tuple[Disagreement, ...] = ()
    chosen: dict[str, int] = field(default_factory=dict)  # fact -> entry_id whose telling won
