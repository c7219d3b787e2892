"""What a rejection teaches, and how an undo takes it back: names, addresses, and drafts that say the same thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, delete, select, update

from campaigns.names import fold
from campaigns.review import DraftState, HandoffState, RejectReason
from overture.db.audit import Actor
from overture.db.bulk import insert_new
from overture.db.decide_base import live_handoff, taken
from overture.db.decide_moves import Draft, back_to_pending, cancel, move
from overture.db.engine import locking
from overture.db.secret import Keyring, domain_of
from overture.db.stop_list import put_domain_on_list, put_on_list
from overture.db.tables import account_names, contacts, drafts, matches, never_matches, suppressions

Effect = Literal["never_match", "name_learned", "suppressed_address", "suppressed_domain", "siblings_withdrawn"]
Scope = Literal["address", "domain"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A rejection, as far as it teaches. `instead`: the account that is meant; `scope`: who is not to be written to."""

    draft: Draft
    reason: RejectReason
    actor: Actor
    now: datetime
    instead: str | None = None
    scope: Scope = "address"
    keys: Keyring | None = None  # needed for a whole domain


def learn(connection: Connection, lesson: Lesson) -> tuple[Effect, ...]:
    teach = _TEACHES.get(lesson.reason)
    return teach(connection, lesson) if teach else ()


def form_of(connection: Connection, draft: Draft) -> str | None:
    """The words in the news that were taken for this draft's account."""
    here = (matches.c.trigger_id == draft.trigger_id) & (matches.c.account_id == draft.account_id)
    return connection.scalar(select(matches.c.form).where(here))


def _names(connection: Connection, lesson: Lesson) -> tuple[Effect, ...]:
    """The words that were taken for this account never stand for it again, and do for the one that is meant."""
    form = form_of(connection, lesson.draft)
    if not form or not fold(form):
        return ()
    by = {"folded": fold(form), "taught_by": lesson.actor.id, "taught_at": lesson.now}
    never = {"account_id": lesson.draft.account_id, "context": "", **by}
    found: tuple[Effect, ...] = ()
    if insert_new(connection, never_matches, [never], returning="id"):
        found += ("never_match",)
    name = {"account_id": lesson.instead, "form": form, **by}
    if lesson.instead and insert_new(connection, account_names, [name], returning="id"):
        found += ("name_learned",)
    return found


def _stop(connection: Connection, lesson: Lesson) -> tuple[Effect, ...]:
    """The address, or the whole domain, goes on the list; a line that was lifted before is in force again."""
    contact = connection.execute(
        select(contacts.c.email, contacts.c.address_key).where(contacts.c.id == lesson.draft.contact_id)
    ).one_or_none()
    if contact is None or not contact.address_key:
        return ()
    line: dict[str, Any] = {"reason": "rejected draft", "origin": "reject", "now": lesson.now}
    found: tuple[Effect, ...] = ()
    if put_on_list(connection, contact.address_key, contact.email, **line):
        found += ("suppressed_address",)
    domain = domain_of(contact.email or "")
    whole = lesson.scope == "domain" and lesson.keys is not None and domain
    if whole and lesson.keys and put_domain_on_list(connection, lesson.keys.domain(domain), domain, **line):
        found += ("suppressed_domain",)
    return found


def _siblings(connection: Connection, lesson: Lesson) -> tuple[Effect, ...]:
    """Drafts that tell the same wrong fact to somebody else: what waits is rejected too, what is held comes back."""
    done = False
    for other in _others(connection, lesson.draft):
        if other.state == DraftState.APPROVED:
            done |= _pull_back(connection, other, lesson)
            continue
        closed = {"reason": lesson.reason, "decided_at": lesson.now, "decided_by": lesson.actor.id, "run_at": None}
        codes = {"reason": lesson.reason, "with": lesson.draft.id}
        move(connection, other, DraftState.REJECTED, lesson.actor, now=lesson.now, codes=codes, **closed)
        done = True
    return ("siblings_withdrawn",) if done else ()


def _others(connection: Connection, draft: Draft) -> list[Row[Any]]:
    open_ = drafts.c.state.in_((DraftState.PENDING, DraftState.SNOOZED, DraftState.APPROVED))
    same = (drafts.c.trigger_id == draft.trigger_id) & (drafts.c.id != draft.id)
    query: Select[Any] = select(drafts).where(same, open_).order_by(drafts.c.id)
    return list(connection.execute(locking(connection, query)))


def _pull_back(connection: Connection, other: Draft, lesson: Lesson) -> bool:
    handoff = live_handoff(connection, other.id)
    if handoff is None or handoff.state not in (HandoffState.HELD, HandoffState.FAILED):
        return False
    cancel(connection, handoff, lesson.actor, reason="wrong fact", now=lesson.now)
    note = f"a fact of it was called wrong on draft {lesson.draft.id}"
    back_to_pending(connection, other, lesson.actor, cause="correction", now=lesson.now, note=note)
    return True


_TEACHES: dict[RejectReason, Callable[[Connection, Lesson], tuple[Effect, ...]]] = {
    RejectReason.WRONG_COMPANY: _names,
    RejectReason.DO_NOT_CONTACT: _stop,
    RejectReason.WRONG_FACT: _siblings,
}


# --- taking it back -----------------------------------------------------------------------------------------------


def unlearn(connection: Connection, draft: Draft, actor: Actor, now: datetime) -> None:
    """Take back what this very rejection taught; lines that were there before stay."""
    if draft.reason == RejectReason.WRONG_COMPANY:
        for table in (never_matches, account_names):
            taught = (table.c.taught_by == draft.decided_by) & (table.c.taught_at == draft.decided_at)
            connection.execute(delete(table).where(taught))
    if draft.reason == RejectReason.DO_NOT_CONTACT:
        _lift(connection, draft, actor, now)
    if draft.reason == RejectReason.WRONG_FACT:
        _restore_siblings(connection, draft, actor, now)


def _lift(connection: Connection, draft: Draft, actor: Actor, now: datetime) -> None:
    contact = connection.execute(
        select(contacts.c.email, contacts.c.address_key).where(contacts.c.id == draft.contact_id)
    ).one_or_none()
    if contact is None:
        return
    line = suppressions.c
    this = (line.kind == "address") & (line.value_hash == contact.address_key)
    this |= (line.kind == "domain") & (line.value == domain_of(contact.email or ""))
    mine = (line.origin == "reject") & (line.since == draft.decided_at) & line.lifted_at.is_(None)
    connection.execute(update(suppressions).where(this, mine).values(lifted_at=now, lifted_by=actor.id))


def _restore_siblings(connection: Connection, draft: Draft, actor: Actor, now: datetime) -> None:
    """Drafts that were rejected together with this one wait again, too, where nothing is in their way by now."""
    same = (drafts.c.trigger_id == draft.trigger_id) & (drafts.c.id != draft.id)
    together = (drafts.c.decided_at == draft.decided_at) & (drafts.c.decided_by == draft.decided_by)
    query: Select[Any] = select(drafts).where(same, together, drafts.c.state == DraftState.REJECTED)
    for other in connection.execute(query.order_by(drafts.c.id)).all():
        if taken(connection, other) is None:
            back_to_pending(connection, other, actor, cause="undo", now=now)
