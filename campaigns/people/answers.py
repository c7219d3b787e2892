"""What a question is answered with: who, and for each term of the question the evidence, with its quote and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from campaigns.people.ask import Query
from campaigns.workspace import TieKind

_TIE_WORDS = {
    TieKind.WORKED_WITH: "{teammate} worked with {contact}",
    TieKind.INTRODUCED: "{teammate} was introduced to {contact}",
    TieKind.MET: "{teammate} met {contact}",
    TieKind.CUSTOMER_OF: "{teammate} knows {contact} as a customer",
    TieKind.STUDIED_WITH: "{teammate} studied with {contact}",
    TieKind.OTHER: "{teammate} knows {contact}",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """Why one term of the question holds. `id` is that of the row: `concern:…`, `tie:…`, `trigger:…`."""

    term: str  # as it was asked
    id: str
    words: str
    on: date | None = None
    quote: str | None = None
    private: bool = False  # may be known, may not be said aloud


@dataclass(frozen=True, slots=True)
class Answer:
    """An account, and the contact there where the question was about people."""

    account_id: str
    account: str
    contact_id: str | None = None
    contact: str | None = None
    role: str | None = None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    query: Query
    found: tuple[Answer, ...]
    more: bool = False  # there are more than were asked for


def say_tie(kind: str, *, teammate: str, contact: str, strength: int, since: date | None, last: date | None) -> str:
    """ "Priya worked with Ines 2019–22 (4 of 5)"."""
    words = _TIE_WORDS[TieKind(kind)].format(teammate=teammate, contact=contact)
    years = say_years(since, last)
    return f"{words}{f' {years}' if years else ''} ({strength} of 5)"


def say_years(since: date | None, last: date | None) -> str:
    """ "2019–22", "2024", "since 2019", or nothing."""
    if since is None:
        return str(last.year) if last else ""
    if last is None:
        return f"since {since.year}"
    if since.year == last.year:
        return str(since.year)
    same_century = since.year // 100 == last.year // 100
    return f"{since.year}–{last.year % 100:02d}" if same_century else f"{since.year}–{last.year}"


def as_row(answer: Answer) -> dict[str, Any]:
    """The answer as a plain row for scripts and pages."""
    return {
        "account": answer.account,
        "account_id": answer.account_id,
        "contact": answer.contact,
        "contact_id": answer.contact_id,
        "role": answer.role,
        "evidence": [
            {
                "term": proof.term,
                "id": proof.id,
                "words": proof.words,
                "on": proof.on.isoformat() if proof.on else None,
                "quote": proof.quote,
                "private": proof.private,
            }
            for proof in answer.proofs
        ],
    }
