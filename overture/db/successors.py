"""What people said of earlier drafts about an event, as launching asks: is it answered, and who or what is not wanted.

A rejection that names the wrong person or the wrong story asks for another draft. It stays open, with `replaced_by`
empty, until one is written; every later look at the event tries again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, or_, select, update

from campaigns.review import DraftState, RejectReason
from campaigns.standing import People
from campaigns.types import Match, Scored
from overture.db.audit import SYSTEM, Act, record
from overture.db.decide_instead import asks_for_another
from overture.db.tables import accounts, drafts, matches
from overture.db.wishes import STANDS, Asked

# A draft that nobody decided about closes its event only for as long as there is no news of it.
_LAPSED = frozenset({DraftState.EXPIRED, DraftState.SUPERSEDED})
_COLUMNS = (
    drafts.c.id, drafts.c.trigger_id, drafts.c.account_id, drafts.c.contact_id, drafts.c.story_id, drafts.c.state,
    drafts.c.reason, drafts.c.replaced_by, drafts.c.wanted, drafts.c.trigger_version, drafts.c.decided_at,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What the next draft about an event has to be like. `places` are the rejected drafts whose place it takes."""

    places: tuple[int, ...]
    not_contacts: frozenset[str] = frozenset()
    not_stories: frozenset[str] = frozenset()
    contact: str | None = None
    story: str | None = None
    asked: bool = False  # on the event's page, and not by a rejection

    def people(self, people: People) -> People:
        """Those of these people that may be written to."""
        kept = (one for one in people.contacts if one.id not in self.not_contacts)
        return replace(people, contacts=tuple(one for one in kept if self.contact in (None, one.id)))

    def without(self, stories: Collection[str]) -> frozenset[str]:
        """Of these stories, the ones that must not be told."""
        if self.story is None:
            return self.not_stories
        return frozenset(stories) - {self.story} | (self.not_stories - {self.story})


def look(
    connection: Connection,
    accounts_of: Mapping[int, str],
    versions: Mapping[int, int],
    asked: Mapping[int, Asked],
) -> tuple[set[int], dict[int, Wish]]:
    """Triggers that are answered by a draft already, and what is wished of the next draft of the others.

    `accounts_of`: trigger → account; `versions`: trigger → its version; `asked`: trigger → what is asked for of it.
    """
    before: dict[int, list[Row[Any]]] = defaultdict(list)
    query: Select[Any] = select(*_COLUMNS).where(drafts.c.trigger_id.in_(list(accounts_of))).order_by(drafts.c.id)
    for row in connection.execute(query):
        if accounts_of[row.trigger_id] == row.account_id:
            before[row.trigger_id].append(row)
    answered = {id_ for id_, rows in before.items() if id_ not in asked and _answered(rows, versions[id_])}
    answered |= {id_ for id_ in asked if any(row.state in STANDS for row in before[id_])}
    wishes = {id_: wish for id_, rows in before.items() if id_ not in answered and (wish := _wish(rows))}
    return answered, wishes | {id_: _asked(one, wishes.get(id_)) for id_, one in asked.items() if id_ in accounts_of}


def _asked(asked: Asked, wish: Wish | None) -> Wish:
    """What is asked for by name counts for more than what earlier rejections refused, and takes their place."""
    wish = wish or Wish(())
    not_contacts = wish.not_contacts if asked.contact is None else frozenset()
    return replace(wish, not_contacts=not_contacts, contact=asked.contact, story=asked.story, asked=True)


def _answered(rows: Sequence[Row[Any]], version: int) -> bool:
    """A draft stands for the event, or a person said no for good. News since then reopens what merely lapsed."""
    if any(row.state not in _LAPSED and not asks_for_another(row) for row in rows):
        return True
    if any(_asks(row) for row in rows):
        return False
    return any(row.state in _LAPSED and row.trigger_version >= version for row in rows)


def _asks(row: Row[Any]) -> bool:
    return asks_for_another(row) and row.replaced_by is None


def _wish(rows: Sequence[Row[Any]]) -> Wish | None:
    said = sorted((row for row in rows if asks_for_another(row)), key=lambda row: (row.decided_at, row.id))
    if not said:
        return None
    last = said[-1]
    person = last.reason == RejectReason.WRONG_PERSON
    return Wish(
        places=tuple(row.id for row in said if row.replaced_by is None),
        not_contacts=frozenset(row.contact_id for row in said if row.reason == RejectReason.WRONG_PERSON),
        not_stories=frozenset(row.story_id for row in said if row.reason == RejectReason.WRONG_STORY),
        contact=last.wanted if person else last.contact_id,
        story=last.wanted if last.reason == RejectReason.WRONG_STORY else None,
    )


def meant(connection: Connection, trigger_ids: Collection[int]) -> dict[int, Match]:
    """Triggers of which a person said which account is meant."""
    same = (matches.c.trigger_id == drafts.c.trigger_id) & (matches.c.account_id == drafts.c.account_id)
    query = (
        select(drafts.c.trigger_id, accounts.c.id, accounts.c.name, matches.c.form)
        .join(accounts, accounts.c.id == drafts.c.wanted)
        .outerjoin(matches, same)
        .where(drafts.c.trigger_id.in_(list(trigger_ids)), drafts.c.state == DraftState.REJECTED)
        .where(drafts.c.reason == RejectReason.WRONG_COMPANY)
        .order_by(drafts.c.decided_at, drafts.c.id)
    )
    return {
        row.trigger_id: Match(Scored(row.id, row.name, 1.0, "a person", row.form or row.name))
        for row in connection.execute(query)
    }


def take_place(connection: Connection, trigger_id: int, wish: Wish | None, draft_id: int, *, now: datetime) -> None:
    """Note on the rejected drafts which one stands in their place."""
    elsewhere = and_(
        drafts.c.trigger_id == trigger_id, drafts.c.wanted.is_not(None), drafts.c.reason == RejectReason.WRONG_COMPANY
    )
    places = or_(drafts.c.id.in_(wish.places if wish else ()), elsewhere)
    free = (drafts.c.state == DraftState.REJECTED) & drafts.c.replaced_by.is_(None) & (drafts.c.id != draft_id)
    done = update(drafts).where(places, free).values(replaced_by=draft_id).returning(drafts.c.id)
    acts = [Act("draft.replaced", "draft", str(old), codes={"by": draft_id}) for old in connection.scalars(done).all()]
    record(connection, SYSTEM, acts, now=now)
