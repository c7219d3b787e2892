"""What launching writes beside drafts: whose account a trigger is, what is asked of a person, and each no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, String, bindparam, func, select, update

from campaigns.types import Abstain, Match, No, Trigger
from campaigns.workspace import Account
from overture.db.bulk import insert_free, insert_new
from overture.db.codec import plain
from overture.db.engine import lock_names
from overture.db.tables import matches, nos, questions, trigger_keys
from overture.db.tables import triggers as triggers_table
from triggers import events
from triggers.types import EventKind


def write_matches(connection: Connection, found: Mapping[int, Match], *, now: datetime) -> None:
    """The matches, explained, by trigger; each trigger learns its account, and the account's key leads to it from now
    on. A handful of statements, however many there are."""
    if not found:
        return
    insert_new(connection, matches, [_match_row(id_, match, now) for id_, match in found.items()], returning="id")
    _lead_here(connection, {id_: account_key(match.best.account_id) for id_, match in found.items()})
    learned = [
        {"which": id_, "account": match.best.account_id, "key": account_key(match.best.account_id)}
        for id_, match in found.items()
    ]
    connection.execute(
        update(triggers_table)
        .where(triggers_table.c.id == bindparam("which"))
        .values(account_id=bindparam("account"), company_key=bindparam("key")),
        learned,
    )


def account_key(account_id: str) -> str:
    """The company key of an account that is ours."""
    return f"account:{account_id}"


def _match_row(trigger_id: int, found: Match, now: datetime) -> dict[str, Any]:
    best = found.best
    return {
        "trigger_id": trigger_id,
        "account_id": best.account_id,
        "form": best.form,
        "method": best.method,
        "score": best.score,
        "parts": plain(best.parts),
        "runners_up": plain(found.runners_up),
        "made_at": now,
    }


def _lead_here(connection: Connection, company_keys: Mapping[int, str]) -> None:
    keys = connection.execute(select(trigger_keys).where(trigger_keys.c.trigger_id.in_(company_keys))).all()
    rows = [
        {
            "fingerprint": events.fingerprint(EventKind(key.kind), company_keys[key.trigger_id], key.discriminator),
            "kind": key.kind,
            "company_key": company_keys[key.trigger_id],
            "discriminator": key.discriminator,
            "trigger_id": key.trigger_id,
        }
        for key in keys
    ]
    insert_new(connection, trigger_keys, rows, returning="fingerprint")


def write_questions(connection: Connection, unsure: Iterable[tuple[Trigger, Abstain]], *, now: datetime) -> None:
    """Which account is meant? One open question per trigger."""
    rows = [
        {
            "kind": "which_account",
            "subject": f"trigger:{trigger.id}",
            "trigger_id": trigger.id,
            "text": f"Which account is “{trigger.company}”? {abstained.reason}.",
            "choices": plain(abstained.candidates[:5]),
            "asked_at": now,
        }
        for trigger, abstained in unsure
    ]
    insert_new(connection, questions, rows, returning="id")


def write_needs_contact(connection: Connection, at: Iterable[tuple[Trigger, Account]], *, now: datetime) -> None:
    """Whom to write to at this account? One open question per account, whatever happens there."""
    rows = [
        {
            "kind": "needs_contact",
            "subject": f"account:{account.id}",
            "trigger_id": trigger.id,
            "account_id": account.id,
            "text": f"Something happened at {account.name}, and nobody there can be written to.",
            "choices": [],
            "asked_at": now,
        }
        for trigger, account in at
    ]
    insert_new(connection, questions, rows, returning="id")


@dataclass(frozen=True, slots=True)
class Said:
    """A no about one trigger at one account, or at none."""

    trigger_id: int
    account_id: str | None
    no: No

    @property
    def key(self) -> tuple[int, str | None, str, str]:
        return self.trigger_id, self.account_id, self.no.campaign, self.no.rule


def write_nos(connection: Connection, said: Iterable[Said], *, now: datetime) -> None:
    """One row per campaign and rule; said again, it takes the newer reason and day to look again."""
    rows = {one.key: _no_row(one, now) for one in said}
    key = ("trigger_id", "account_id", "campaign", "rule")
    new = {tuple(row) for row in insert_free(connection, nos, list(rows.values()), returning=key)}
    again = [
        {f"its_{name}" if name in key else name: value for name, value in row.items()}
        for which, row in rows.items()
        if which not in new
    ]
    if again:
        same = func.coalesce(nos.c.account_id, "") == func.coalesce(bindparam("its_account_id", type_=String), "")
        others = [nos.c[name] == bindparam(f"its_{name}") for name in key if name != "account_id"]
        connection.execute(update(nos).where(same, *others), again)


def _no_row(said: Said, now: datetime) -> dict[str, Any]:
    return {
        "trigger_id": said.trigger_id,
        "account_id": said.account_id,
        "campaign": said.no.campaign,
        "rule": said.no.rule,
        "reason": said.no.reason,
        "evidence": plain(said.no.evidence),
        "better_served_by": said.no.better_served_by,
        "revisit_on": said.no.revisit_on,
        "said_at": now,
    }


def lock_accounts(connection: Connection, account_ids: Iterable[str]) -> None:
    """One launch at a time per account, so that caps bind, and in one order; SQLite has one writer anyway."""
    lock_names(connection, [f"account:{id_}" for id_ in sorted(account_ids)])


def lock_campaigns(connection: Connection, campaign_ids: Iterable[str]) -> None:
    """One launch at a time per campaign that has a cap a day. Taken after the accounts, never before."""
    lock_names(connection, [f"campaign:{id_}" for id_ in sorted(campaign_ids)])
