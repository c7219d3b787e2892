"""The answers that a question offers, told apart where they share a name; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from campaigns.match import doubts

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """One account that may be meant: where it stands (domain, country, id), and what speaks against it."""

    account_id: str
    name: str
    where: str
    score: float | None
    against: str


def choices(question: Record, known: Mapping[str, Record]) -> tuple[Choice, ...]:
    return tuple(
        _choice(given, known.get(given["account_id"], {})) for given in question["choices"] if given.get("account_id")
    )


def _choice(given: Record, account: Record) -> Choice:
    id_, score = given["account_id"], given.get("score")
    where = " · ".join(filter(None, (account.get("domain"), account.get("country"), id_)))
    name = account.get("name") or given.get("name") or id_
    return Choice(id_, name, where, score if isinstance(score, int | float) else None, doubts(given.get("parts") or ()))
