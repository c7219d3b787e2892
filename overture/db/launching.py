"""What launching reads of a trigger, and what it writes: matches, questions, nos, drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, text, update

from campaigns.launch import NewDraft
from campaigns.letter import content_hash
from campaigns.review import expires_at
from campaigns.types import Abstain, Match, No, Source, Trigger
from campaigns.workspace import Account, Contact, OurCompany
from overture.db.audit import SYSTEM, Act, record
from overture.db.bulk import insert_new
from overture.db.codec import brief_json, disagreements_of, evidence_of, facts_of, plain
from overture.db.engine import is_postgres
from overture.db.secret import Keyring
from overture.db.tables import draft_versions, drafts, entries, matches, mentions, nos, questions, sources, trigger_keys
from overture.db.tables import triggers as triggers_table
from triggers import events
from triggers.types import EventKind, Reading, Status

_QUOTE_CHARS = 280
_MOST_TELLINGS = 12


def triggers_of(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, Trigger]:
    """Trigger rows as campaigns see them, with who told them, the telling that won first."""
    told = _tellings(connection, [row.id for row in rows])
    return {
        row.id: Trigger(
            id=row.id,
            kind=EventKind(row.kind),
            company=row.company,
            status=Status(row.status),
            event_on=row.event_on,
            facts=facts_of(row.facts),
            version=row.version,
            account_id=row.account_id,
            sources=_sources(told.get(row.id, []), row.chosen, row.status),
            disagreements=tuple(item.fact for item in disagreements_of(row.disagreements)),
        )
        for row in rows
    }


def _tellings(connection: Connection, ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
    query: Select[Any] = (
        select(
            mentions.c.trigger_id, mentions.c.company, mentions.c.status, mentions.c.evidence, mentions.c.told_at,
            entries.c.id, entries.c.title, entries.c.text, entries.c.link, entries.c.clean_title, entries.c.clean_text,
            entries.c.language, entries.c.published_at, entries.c.source_id,
            sources.c.title.label("outlet"),
        )
        .join(entries, entries.c.id == mentions.c.entry_id)
        .join(sources, sources.c.id == entries.c.source_id)
        .where(mentions.c.trigger_id.in_(ids))
        .order_by(mentions.c.told_at, mentions.c.id)
    )  # fmt: skip
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.trigger_id, []).append(row)
    return found


def readings_of(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[str, Reading]]]:
    """The company as each telling names it, with what was read; for matching."""
    return {
        trigger_id: [
            (
                row.company,
                Reading(str(row.id), row.title, row.text, row.source_id, row.link, row.language, row.published_at),
            )
            for row in rows[:_MOST_TELLINGS]
        ]
        for trigger_id, rows in _tellings(connection, ids).items()
    }


def _sources(rows: Sequence[Row[Any]], chosen: dict[str, int], status: str) -> tuple[Source, ...]:
    """Who told it: first those who tell it as it stands (nobody who called it a rumour is cited for the news), of
    those the entries whose facts were chosen, then by time."""
    wins = list(chosen.values())
    ordered = sorted(rows, key=lambda row: (row.status != status, -wins.count(row.id), row.told_at, row.id))
    return tuple(
        Source(
            entry_id=row.id,
            publisher=row.outlet or row.source_id,
            title=row.clean_title or row.title,
            url=row.link,
            at=row.told_at,
            quote=_quote(row),
        )
        for row in ordered[:_MOST_TELLINGS]
    )


def _quote(row: Row[Any]) -> str:
    """The sentence that holds most of the evidence."""
    spans = evidence_of(row.evidence)
    in_text = [span for span in spans if span.field == "summary"]
    if not in_text or not row.clean_text:
        return str(row.clean_title or row.title)[:_QUOTE_CHARS]
    sentences = _sentences(row.clean_text)
    best = max(sentences, key=lambda bounds: sum(bounds[0] <= span.start < bounds[1] for span in in_text))
    return str(row.clean_text[best[0] : best[1]]).strip()[:_QUOTE_CHARS]


def _sentences(words: str) -> list[tuple[int, int]]:
    cuts = [
        i + 1 for i, char in enumerate(words[:-2]) if char in ".!?" and words[i + 1] == " " and words[i + 2].isupper()
    ]
    return list(zip([0, *cuts], [*cuts, len(words)], strict=True))


# --- writing ------------------------------------------------------------------------------------------------------


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


def write_question(connection: Connection, trigger: Trigger, abstained: Abstain, *, now: datetime) -> None:
    """Which account is meant? One open question per trigger."""
    names = ", ".join(candidate.name for candidate in abstained.candidates[:3])
    row = {
        "kind": "which_account",
        "subject": f"trigger:{trigger.id}",
        "trigger_id": trigger.id,
        "text": f"Is “{trigger.company}” one of these: {names}? {abstained.reason}",
        "choices": plain(abstained.candidates[:5]),
        "asked_at": now,
    }
    insert_new(connection, questions, [row], returning="id")


def write_needs_contact(connection: Connection, trigger: Trigger, account: Account, *, now: datetime) -> None:
    """Whom to write to at this account? One open question per account, whatever happens there."""
    row = {
        "kind": "needs_contact",
        "subject": f"account:{account.id}",
        "trigger_id": trigger.id,
        "account_id": account.id,
        "text": f"Something happened at {account.name}, and nobody there can be written to.",
        "choices": [],
        "asked_at": now,
    }
    insert_new(connection, questions, [row], returning="id")


def write_nos(
    connection: Connection, trigger: Trigger, account_id: str | None, said: Iterable[No], *, now: datetime
) -> None:
    """One row per campaign and rule; said again, it takes the newer reason and day to look again."""
    for no in said:
        row = {
            "trigger_id": trigger.id,
            "account_id": account_id,
            "campaign": no.campaign,
            "rule": no.rule,
            "reason": no.reason,
            "evidence": plain(no.evidence),
            "better_served_by": no.better_served_by,
            "revisit_on": no.revisit_on,
            "said_at": now,
        }
        if not insert_new(connection, nos, [row], returning="id"):
            key = (nos.c.trigger_id == trigger.id) & (nos.c.campaign == no.campaign) & (nos.c.rule == no.rule)
            same = nos.c.account_id.is_(None) if account_id is None else nos.c.account_id == account_id
            connection.execute(update(nos).where(key, same).values(row))


def lock_account(connection: Connection, account_id: str) -> None:
    """One launch at a time per account, so that caps bind; SQLite has one writer anyway."""
    if is_postgres(connection):
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:id, 7))"), {"id": account_id})


def write_draft(
    connection: Connection,
    trigger: Trigger,
    draft: NewDraft,
    *,
    company: OurCompany,
    keys: Keyring,
    now: datetime,
    follows: tuple[int, int] | None = None,
) -> int | None:
    """The draft and its first version; None where another open draft holds the event or the address.

    `follows`: the draft whose next chapter this is, and which chapter.
    """
    told = draft.rendered
    hashed = content_hash(told.subject, told.body, to=draft.go.contact, sender=draft.go.sender, company=company)
    parent, chapter = follows or (None, 1)
    row = _draft(trigger, draft, hashed, keys, now) | {"parent_id": parent, "chapter": chapter}
    made = insert_new(connection, drafts, [row], returning="id")
    if not made:
        return None
    draft_id = int(made[0])
    connection.execute(insert(draft_versions).values(_version(draft_id, draft, hashed, now)))
    act = Act("drafted", "draft", str(draft_id), after=hashed, codes={"trigger": trigger.id, "state": "pending"})
    record(connection, SYSTEM, [act], now=now)
    return draft_id


def _draft(trigger: Trigger, draft: NewDraft, hashed: str, keys: Keyring, now: datetime) -> dict[str, Any]:
    contact, findings = draft.go.contact, draft.rendered.findings
    errors = sum(finding.level == "error" for finding in findings)
    return {
        "trigger_id": trigger.id,
        "account_id": contact.account_id,
        "contact_id": contact.id,
        "address_key": address_key(contact, keys),
        "campaign": draft.go.campaign.id,
        "story_id": draft.chosen.story_id,
        "language": draft.chosen.language,
        "sender_id": draft.go.sender.id,
        "version": 1,
        "content_hash": hashed,
        "obstacles": errors,
        "warnings": len(findings) - errors,
        "score": draft.go.score,
        "why": {
            "contact": plain(draft.go.why),
            "sender": [],
            "story": plain(draft.chosen.why),
            "waiting": plain(draft.go.waiting),
        },
        "group_owner": draft.go.campaign.owner,
        "good_until": draft.good_until,
        "run_at": expires_at(draft.good_until),
        "trigger_version": trigger.version,
        "made_at": now,
        "updated_at": now,
    }


def _version(draft_id: int, draft: NewDraft, hashed: str, now: datetime) -> dict[str, Any]:
    told = draft.rendered
    return {
        "draft_id": draft_id,
        "version": 1,
        "content_hash": hashed,
        "subject": told.subject,
        "body": told.body,
        "subject_segments": plain(told.subject_segments),
        "segments": plain(told.segments),
        "findings": plain(told.findings),
        "measures": plain(dict(told.measures)),
        "vouched": [],
        "brief": brief_json(dict(draft.chosen.brief.values)),
        "variant": told.variant,
        "story_version": draft.chosen.version,
        "author": "system",
        "cause": "render",
        "made_at": now,
    }


def address_key(contact: Contact, keys: Keyring) -> str:
    return keys.address(contact.email) if contact.email else f"contact:{contact.id}"[:64]
