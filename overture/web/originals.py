"""A person's text beside the story's own: what differs, and the way back to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from campaigns.review import Refusal, Refused
from overture.db import decisions
from overture.db.audit import Actor
from overture.db.decisions import Edited, Shown
from overture.db.engine import read
from overture.db.views_draft import version_text
from overture.web.services import WebServices
from overture.web.show.diff import word_diff

_CANNOT = Refused(Refusal.INCOMPLETE, "The story of this draft cannot be told like this any more.")


def retell(
    services: WebServices, shown: Shown, variant: str, *, whole: bool, by: Actor, now: datetime
) -> Edited | Refused:
    """The story's own words as an edit: another variant of the subject, or with `whole` all of its text."""
    told = services.originals.told(shown.draft_id, variant or None) if services.originals else None
    with read(services.engine) as connection:
        stands = version_text(connection, shown.draft_id, shown.version)
    if told is None:
        return _CANNOT
    body = told.body if whole or stands is None else stands["body"]
    return decisions.edit(
        services.engine, shown, told.subject, body, by,
        now=now, company=services.outbox().company, relint=services.relint, told=told,
    )  # fmt: skip


def changes(services: WebServices, draft_id: int, version: int, *, before: bool) -> dict[str, Any] | None:
    """The version that stands against what the story itself says, else against the first one; with `before` against
    the version before it. None where there is nothing to compare it with."""
    told = services.originals.told(draft_id) if services.originals and not before else None
    with read(services.engine) as connection:
        newest = version_text(connection, draft_id, version)
        older = version_text(connection, draft_id, version - 1 if before else 1)
    if newest is None or older is None or (version == 1 and told is None):
        return None
    subject, body = (told.subject, told.body) if told else (older["subject"], older["body"])
    return {
        "to": version, "author": newest["author"], "cause": newest["cause"], "before": before,
        "from": "the story’s own text" if told else f"version {older['version']}",
        "subject": word_diff(subject, newest["subject"]),
        "body": word_diff(body, newest["body"]),
        "same": (subject, body) == (newest["subject"], newest["body"]),
    }  # fmt: skip
