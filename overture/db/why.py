"""Why is there a draft, or none? One sentence about an entry, an event or an account, and the chain of reasons.

Everything is read from the rows that the line left behind; nothing is judged again here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from overture.db import why_words
from overture.db.tables import (
    accounts,
    contacts,
    drafts,
    entries,
    matches,
    mentions,
    nos,
    questions,
    sources,
    triggers,
)

_MOST = 10  # events or reasons that are told


class What(StrEnum):
    ENTRY = "entry"
    TRIGGER = "trigger"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Why:
    """`sentence` answers the question; `steps` say how it came to that, in the order of the line."""

    what: What
    id: str
    sentence: str
    steps: tuple[str, ...] = ()
    drafts: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "what": str(self.what),
            "id": self.id,
            "sentence": self.sentence,
            "steps": list(self.steps),
            "drafts": list(self.drafts),
        }


def why(connection: Connection, what: What, id_: str, *, now: datetime) -> Why | None:
    """The answer, or None where there is no such thing. `id_` of an account may also be its name or domain."""
    if what is What.ACCOUNT:
        return why_account(connection, id_)
    if not id_.isdecimal() or len(id_) > 18:
        return None
    return why_entry(connection, int(id_)) if what is What.ENTRY else why_trigger(connection, int(id_), now=now)


# --- an entry -----------------------------------------------------------------------------------------------------


def why_entry(connection: Connection, entry_id: int) -> Why | None:
    """What became of one post."""
    row = connection.execute(
        select(entries, sources.c.title.label("outlet")).join(sources).where(entries.c.id == entry_id)
    ).one_or_none()
    if row is None:
        return None
    day = (row.published_at or row.fetched_at).date()
    steps = [f"{row.outlet or row.source_id} told “{row.clean_title or row.title}” on {day}."]
    told = connection.execute(
        select(mentions.c.trigger_id, mentions.c.kind, mentions.c.company, mentions.c.status)
        .where(mentions.c.entry_id == entry_id)
        .order_by(mentions.c.id)
    ).all()
    if not told:
        return Why(What.ENTRY, str(entry_id), why_words.silent(row), tuple(steps))
    steps += [
        f"It tells of {why_words.kind(one.kind)} at {one.company} ({one.status}): trigger {one.trigger_id}."
        for one in told
    ]
    found = [why_trigger(connection, id_) for id_ in dict.fromkeys(one.trigger_id for one in told)]
    answers = [one for one in found if one is not None]
    best = next((one for one in answers if one.drafts), answers[0])
    steps += [f"{one.id}: {step}" for one in answers for step in one.steps][: 2 * _MOST]
    ids = tuple(id_ for one in answers for id_ in one.drafts)
    return Why(What.ENTRY, str(entry_id), best.sentence, tuple(steps), ids)


# --- an event -----------------------------------------------------------------------------------------------------


def why_trigger(connection: Connection, trigger_id: int, *, now: datetime | None = None) -> Why | None:
    """What became of one event; of a merged one, what became of the event it is part of."""
    row = connection.execute(select(triggers).where(triggers.c.id == trigger_id)).one_or_none()
    if row is None:
        return None
    if row.merged_into is not None:
        whole = why_trigger(connection, row.merged_into, now=now)
        first = f"It is part of trigger {row.merged_into}: both tell the same event."
        return (
            Why(What.TRIGGER, str(trigger_id), whole.sentence, (first, *whole.steps), whole.drafts) if whole else None
        )
    written = _drafts(connection, drafts.c.trigger_id == trigger_id)
    steps = (
        why_words.event(row),
        *why_words.disputed(row),
        *_matched(connection, row),
        *_said_no(connection, nos.c.trigger_id == trigger_id),
        *(why_words.draft_words(one) for one in written),
    )
    return Why(What.TRIGGER, str(trigger_id), why_words.outcome(row, written), steps, tuple(one.id for one in written))


def _matched(connection: Connection, row: Row[Any]) -> list[str]:
    found = connection.execute(
        select(matches, accounts.c.name).join(accounts).where(matches.c.trigger_id == row.id).order_by(matches.c.id)
    )
    return [f"“{one.form}” is {one.name} ({one.method}, {one.score:.2f})." for one in found]


# --- an account ---------------------------------------------------------------------------------------------------


def why_account(connection: Connection, which: str) -> Why | None:
    """What became of everything that happened at one account."""
    wanted = which.strip().lower()
    row = connection.execute(
        select(accounts)
        .where(or_(accounts.c.id == which, func.lower(accounts.c.name) == wanted, accounts.c.domain == wanted))
        .order_by((accounts.c.id == which).desc(), accounts.c.id)
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    people = connection.scalar(
        select(func.count())
        .select_from(contacts)
        .where(contacts.c.account_id == row.id, contacts.c.retired_at.is_(None))
    )
    steps = [
        f"{row.name} is a {row.lifecycle}; we know {people or 'no'} {'person' if people == 1 else 'people'} there."
    ]
    happened = connection.execute(
        select(triggers)
        .where(triggers.c.account_id == row.id, triggers.c.merged_into.is_(None))
        .order_by(triggers.c.event_on.desc(), triggers.c.id.desc())
        .limit(_MOST)
    ).all()
    written = _drafts(connection, drafts.c.account_id == row.id)
    answers = [why_trigger(connection, one.id) for one in happened]
    steps += [
        f"{why_words.kind(one.kind)} of {one.event_on}: {answer.sentence}"
        for one, answer in zip(happened, answers, strict=True)
        if answer
    ]
    steps += _open_questions(connection, row.id)
    return Why(
        What.ACCOUNT,
        row.id,
        _of_account(connection, row, happened, written),
        tuple(steps),
        tuple(one.id for one in written),
    )


def _of_account(
    connection: Connection, row: Row[Any], happened: Sequence[Row[Any]], written: Sequence[Row[Any]]
) -> str:
    if row.retired_at is not None:
        return f"No draft: {row.name} has left the accounts."
    waiting = [one for one in written if one.state in ("pending", "snoozed", "approved")]
    if waiting:
        return why_words.draft_words(waiting[-1])
    if happened:
        newest = why_trigger(connection, happened[0].id)
        return newest.sentence if newest else ""
    count = connection.scalar(select(func.count()).select_from(entries).where(entries.c.state == "read")) or 0
    read = "one entry" if count == 1 else f"{count:,} entries"
    return f"No draft: nothing that was read ({read}) tells of an event at {row.name}."


def _open_questions(connection: Connection, account_id: str) -> list[str]:
    found = connection.scalars(
        select(questions.c.text).where(questions.c.account_id == account_id, questions.c.state == "open")
    )
    return [f"A question waits for an answer: {text}" for text in found]


# --- what all have in common --------------------------------------------------------------------------------------


def _drafts(connection: Connection, where: Any) -> Sequence[Row[Any]]:
    query = (
        select(drafts, accounts.c.name.label("account"), contacts.c.name.label("contact"))
        .join(accounts, accounts.c.id == drafts.c.account_id)
        .join(contacts, contacts.c.id == drafts.c.contact_id)
    )
    return connection.execute(query.where(where).order_by(drafts.c.id)).all()


def _said_no(connection: Connection, where: Any) -> list[str]:
    found = connection.execute(select(nos).where(where).order_by(nos.c.id).limit(2 * _MOST))
    return [
        f"{one.campaign} said no ({one.rule}): {one.reason}"
        + (f" It looks again on {one.revisit_on}." if one.revisit_on else "")
        for one in found
    ]
