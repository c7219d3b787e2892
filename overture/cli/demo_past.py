"""What happened in the demo's world before it begins, put on record: doing it again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, select, update

from campaigns.people.ledger import PromiseState
from campaigns.review import DraftState, HandoffState, Refused
from overture.clock import SystemClock
from overture.db import decisions
from overture.db.audit import SYSTEM, Actor
from overture.db.bulk import insert_new
from overture.db.decide_base import live_handoff, lock
from overture.db.decide_moves import move_handoff
from overture.db.engine import read, write
from overture.db.outbox_outcome import settle, start_attempt
from overture.db.people_promises import MadePromise, add_promise, list_promises, settle_promise
from overture.db.tables import drafts, entries, sources
from overture.demo.feeds import article_path, guid
from overture.demo.outlets import outlets
from overture.demo.past import LETTER, PROMISES
from overture.handoff.channels import Taken
from overture.jobs.launch import launch_due
from overture.jobs.read import read_due
from overture.services import Services
from triggers.document.entries import RawEntry, entry_key

_MARA = Actor("mara", "cli")
_OWNER = "before the demo"


def remember(services: Services, *, began: datetime, base: str) -> None:
    """`base` is the address of the outlets, without a trailing slash."""
    with write(services.engine) as connection:
        for past in PROMISES:
            made, due = (began.date() - timedelta(days=days) for days in (past.made_days_ago, past.due_days_ago))
            promise = MadePromise(past.account, past.text, made, due, past.contact, past.teammate)
            number = add_promise(connection, promise, SYSTEM, now=began)
            if past.broken:
                _settle(connection, number, PromiseState.BROKEN, past.broken, began)
    _write_letter(services, began, base)


def _settle(connection: Connection, number: int, to: PromiseState, evidence: str, now: datetime) -> None:
    (row,) = list_promises(connection, today=now.date(), only=[number])
    if row["state"] in ("made", "overdue"):
        settle_promise(connection, number, to, evidence, SYSTEM, now=now)


def _write_letter(services: Services, began: datetime, base: str) -> None:
    """The line itself reads the post and writes, by the clock of that day; then the letter is approved and leaves."""
    then = began - timedelta(days=LETTER.written_days_ago)
    earlier = replace(services, clock=SystemClock(ahead=then - SystemClock().now()))
    with write(services.engine) as connection:
        _publish(connection, began, then, base)
    read_due(earlier)
    launch_due(earlier)
    with read(services.engine) as connection:
        draft = _draft(connection)
    if draft is None:
        return
    if draft.state == DraftState.PENDING:
        company = services.workspace.company
        assert company is not None  # the demo has one
        shown = decisions.Shown(draft.id, draft.version, draft.content_hash)
        outbox = decisions.OutboxPolicy(company, hold=timedelta(0))
        answer = decisions.approve(services.engine, shown, _MARA, now=then, outbox=outbox, keys=services.keys)
        assert not isinstance(answer, Refused), answer
    with write(services.engine) as connection:
        _leave(connection, draft.id, then)
        for row in list_promises(connection, today=then.date(), account_id=LETTER.account):
            _settle(connection, row["id"], PromiseState.KEPT, LETTER.promise_kept, then + timedelta(days=2))


def _publish(connection: Connection, began: datetime, then: datetime, base: str) -> None:
    """The post as a poll of that day would have left it; later polls know it again by its key."""
    outlet = next(one for one in outlets() if one.id == LETTER.outlet)
    post = next(one for one in outlet.posts if one.slug == LETTER.post)
    link = f"{base}/{article_path(outlet, post)}"
    raw = RawEntry(guid(outlet, post), link, post.title, post.summary, post.published(began))
    row = {
        "source_id": outlet.id, "entry_key": entry_key(raw, guid_is_distinct=True), "guid": raw.guid, "link": link,
        "title": raw.title, "text": raw.text, "published_at": raw.published, "fetched_at": then,
        "first_pass": False, "language": outlet.language, "state": "new", "run_at": then,
    }  # fmt: skip
    insert_new(connection, entries, [row], returning="id")
    nameless = (sources.c.id == outlet.id) & sources.c.title.is_(None)
    connection.execute(update(sources).where(nameless).values(title=outlet.title))


def _draft(connection: Connection) -> Row[tuple[object, ...]] | None:
    first = (drafts.c.account_id == LETTER.account) & (drafts.c.chapter == 1)
    return connection.execute(select(drafts).where(first).order_by(drafts.c.id).limit(1)).one_or_none()


def _leave(connection: Connection, draft_id: int, now: datetime) -> None:
    """It went out in another way than through the folder of today, in one step, so that nothing can be left between."""
    draft, handoff = lock(connection, draft_id), live_handoff(connection, draft_id)
    if draft is None or handoff is None or handoff.state != HandoffState.HELD:
        return
    start_attempt(connection, handoff, owner=_OWNER, fence=handoff.fence, now=now)
    move_handoff(connection, handoff, HandoffState.SENDING, SYSTEM, now=now)
    sending = live_handoff(connection, draft_id)
    assert sending is not None
    settle(connection, draft, sending, Taken(_OWNER), SYSTEM, now=now, attempts=1)
