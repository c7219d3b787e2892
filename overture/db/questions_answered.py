"""Answers to open questions, as a person gives them: what is learned is kept, and the trigger is asked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from campaigns.letter import address_of
from campaigns.names import fold
from campaigns.workspace import LawfulBasis
from overture.db.audit import Act, Actor, record
from overture.db.bulk import insert_new
from overture.db.claims import due_again
from overture.db.secret import Keyring
from overture.db.tables import account_names, accounts, contacts, never_matches, questions, triggers

Record = Mapping[str, Any]
NONE_OF_THESE = "none"


def answer_which(connection: Connection, question: Record, account: str, *, by: Actor, now: datetime) -> str | None:
    """This name means that account, from now on; or none of those offered. Gives an objection, or None."""
    offered = [str(choice.get("account_id", "")) for choice in question["choices"]]
    if account != NONE_OF_THESE and account not in offered:
        return "Choose one of the accounts that are offered, or none of them."
    company = _company(connection, question)
    names = {"taught_by": by.id, "taught_at": now}
    if account == NONE_OF_THESE:
        rows = [{"account_id": one, "folded": fold(company), "context": "", **names} for one in offered if one]
        insert_new(connection, never_matches, rows, returning="id")
    else:
        row = {"account_id": account, "folded": fold(company), "form": company, **names}
        insert_new(connection, account_names, [row], returning="id")
        _ask_again(connection, question, account, now)
    _close(connection, question, {"account": account}, by=by, now=now)
    return None


def answer_contact(
    connection: Connection, question: Record, typed: Mapping[str, str], *, keys: Keyring, by: Actor, now: datetime
) -> str | None:
    """A new contact for an account that had none; or the address of the one named in `contact`. Gives an objection, or
    None.
    """
    known = _known(connection, question, typed["contact"]) if typed.get("contact") else None
    if typed.get("contact") and known is None:
        return "This person is no longer known there without an address."
    name, email = known or " ".join(typed["name"].split()), typed["email"].strip()
    wrong = _contact_objection(connection, question, name, email, typed["basis"], keys)
    if wrong:
        return wrong
    reached = {"email": email, "address_key": keys.address(email), "lawful_basis": typed["basis"], "origin": "page"}
    if known:  # ours from here on, else the file without the address would take it back
        contact = typed["contact"]
        connection.execute(update(contacts).where(contacts.c.id == contact).values(reached))
    else:
        contact = _add(connection, question, name, typed["role"], reached, by=by)
    _ask_again(connection, question, question["account_id"], now)
    _close(connection, question, {"contact": contact}, by=by, now=now)
    return None


def _known(connection: Connection, question: Record, contact: str) -> str | None:
    """The name of this person of the account, where only the address is missing."""
    theirs = (contacts.c.account_id == question["account_id"]) & contacts.c.email.is_(None)
    named = select(contacts.c.name).where(contacts.c.id == contact, theirs, contacts.c.retired_at.is_(None))
    return connection.scalar(named)


def _add(
    connection: Connection, question: Record, name: str, role: str, reached: Mapping[str, str], *, by: Actor
) -> str:
    contact = f"{question['account_id']}-{reached['address_key'][:12]}"
    first, _, last = name.partition(" ")
    row = {
        "id": contact, "account_id": question["account_id"], "name": name, "first_name": first,
        "last_name": last or None, "role": role.strip() or None, "seniority": "other", "function": "other",
        "language": "en", "medium": "email", "source": f"told by {by.id}", "tags": [],
    }  # fmt: skip
    insert_new(connection, contacts, [{**row, **reached}], returning="id")
    return contact


def _contact_objection(
    connection: Connection, question: Record, name: str, email: str, basis: str, keys: Keyring
) -> str | None:
    if not name:
        return "The name is missing."
    if address_of(email) is None:
        return "This is not an address that mail can be sent to."
    if basis not in set(LawfulBasis) - {LawfulBasis.NONE}:
        return "Say on which basis this person may be written to."
    if question["account_id"] is None or not connection.scalar(
        select(accounts.c.id).where(accounts.c.id == question["account_id"])
    ):
        return "The account of this question is gone."
    if connection.scalar(select(contacts.c.id).where(contacts.c.address_key == keys.address(email)).limit(1)):
        return "This address is already a contact."
    return None


def _company(connection: Connection, question: Record) -> str:
    found = connection.scalar(select(triggers.c.company).where(triggers.c.id == question["trigger_id"]))
    return found or str(question["subject"])


def _ask_again(connection: Connection, question: Record, account: str | None, now: datetime) -> None:
    """The trigger is due once more, now that its account or its reader is known."""
    waits = triggers.c.state.in_(("unmatched", "asked", "due"))
    connection.execute(
        update(triggers)
        .where(triggers.c.id == question["trigger_id"], waits)
        .values(state="due", account_id=account, updated_at=now, **due_again(triggers, now))
    )


def _close(connection: Connection, question: Record, answer: dict[str, str], *, by: Actor, now: datetime) -> None:
    closed = {"state": "answered", "answer": answer, "answered_by": by.id, "answered_at": now}
    connection.execute(update(questions).where(questions.c.id == question["id"]).values(**closed))
    record(connection, by, [Act("question_answered", "question", str(question["id"]), after=question["kind"])], now=now)
