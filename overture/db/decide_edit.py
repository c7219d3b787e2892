"""New versions of a draft that waits: a person's edit, and what follows from a changed signature or address.

The text is bound and linted before the transaction begins, since a write lock is no place to think; the version
and the hash say whether the draft stood still meanwhile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Row

from campaigns.letter import clean_body, clean_subject
from campaigns.review import DraftState, Refusal, Refused
from campaigns.types import Finding, Rendered, Segment
from campaigns.workspace import OurCompany
from overture.db.audit import SYSTEM, Actor
from overture.db.codec import plain, segments_of
from overture.db.decide_base import Shown, decide, find, lock, not_as_shown, unknown
from overture.db.decide_bind import Tie, span_words, tied
from overture.db.decide_moves import Draft, add_version, move, version_of
from overture.db.decide_party import Party, party
from overture.db.engine import read
from overture.db.secret import Keyring

MAX_BODY = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Standing:
    """The version that an edit starts from. `brief` is what `overture.db.codec.brief_of` reads."""

    draft_id: int
    story_id: str
    language: str
    subject: str
    body: str
    subject_segments: tuple[Segment, ...]
    segments: tuple[Segment, ...]
    brief: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Relinted:
    """The edited text, bound again and linted as it stands."""

    subject_segments: tuple[Segment, ...]
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)


class Relint(Protocol):
    """Binds and lints an edited text; `vouched` are claims that people answer for. Pure, or as good as."""

    def __call__(self, before: Standing, subject: str, body: str, vouched: Sequence[str]) -> Relinted: ...


@dataclass(frozen=True, slots=True)
class Edited:
    """The version that stands now; the one that was shown, when the edit changed nothing."""

    version: int
    content_hash: str
    findings: tuple[Finding, ...]


def edit(
    engine: Engine,
    shown: Shown,
    subject: str,
    body: str,
    actor: Actor,
    *,
    now: datetime,
    company: OurCompany,
    relint: Relint,
    vouch: Sequence[str] = (),
    ties: Sequence[Tie] = (),
    told: Rendered | None = None,
    story_version: int | None = None,
) -> Edited | Refused:
    """A person's text as the next version. `vouch`: claims, word for word, that this person answers for; `ties`:
    claims of the version that was shown, with the words of the news they rest on; `told`: what the story itself says,
    where the person chose that: it is bound as the story binds it. `story_version`: the version of the story that said
    so, where it is another one; nobody has read that text yet."""
    subject, body = clean_subject(subject), clean_body(body)
    if not subject or not body or len(body) > MAX_BODY:
        return Refused(Refusal.INCOMPLETE, f"A draft needs a subject, and a text of 1 to {MAX_BODY:,} characters.")
    with read(engine) as connection:
        draft = find(connection, shown.draft_id)
        refused = not_as_shown(connection, draft, shown, {DraftState.PENDING})
        if refused or draft is None:
            return refused or unknown()
        before = version_of(connection, draft)
        both = party(connection, draft)
        loose = [tie.origin for tie in ties if span_words(connection, draft.trigger_id, tie.origin) is None]
    if isinstance(both, Refused):
        return both
    if loose:
        return Refused(
            Refusal.INCOMPLETE, f"No telling of this event has the span {loose[0]!r}.", version=shown.version
        )
    answered = _answered(before, body, subject, vouch, actor)
    result = relint(_standing(draft, before, ties, told, body), subject, body, [claim["text"] for claim in answered])
    if not ties and not story_version and (subject, body, answered) == (before.subject, before.body, before.vouched):
        return Edited(shown.version, shown.content_hash, result.findings)
    changes = _columns(subject, body, result, answered) | {"content_hash": both.hash_of(subject, body, company)}
    codes: dict[str, Any] = {"vouched": [_short(text) for text in vouch]} if vouch else {}
    if told is not None:
        changes |= _told_by_the_story(told, story_version, anew=clean_body(told.body) == body != before.body)
        codes["variant"] = told.variant
    if ties:
        codes["tied"] = [f"{_short(tie.text)} {tie.origin}" for tie in ties]
    return _store(engine, shown, actor, changes, result, codes, now)


def _told_by_the_story(told: Rendered, story_version: int | None, *, anew: bool) -> dict[str, Any]:
    """The columns of a text that is the story's own words; `anew`: they replace a person's."""
    if story_version is not None:
        note = f"told anew with version {story_version} of the story"
        return {"variant": told.variant, "note": note, "story_version": story_version}
    note = "the story’s own text again" if anew else f"variant {told.variant.upper()} of the subject"
    return {"variant": told.variant, "note": note}


def _store(
    engine: Engine,
    shown: Shown,
    actor: Actor,
    changes: dict[str, Any],
    result: Relinted,
    codes: dict[str, Any],
    now: datetime,
) -> Edited | Refused:
    def act(connection: Connection) -> Edited | Refused:
        draft = lock(connection, shown.draft_id)
        refused = not_as_shown(connection, draft, shown, {DraftState.PENDING})
        if refused or draft is None:
            return refused or unknown()
        values = add_version(connection, draft, actor, cause="edit", now=now, **changes)
        values |= _counts(result.findings) | ({"opened_at": None} if "story_version" in changes else {})
        codes_ = {"cause": "edit", "hash": values["content_hash"], **codes}
        move(connection, draft, DraftState.PENDING, actor, now=now, codes=codes_, **values)
        return Edited(values["version"], values["content_hash"], result.findings)

    return decide(engine, shown.draft_id, act)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _standing(draft: Draft, before: Row[Any], ties: Sequence[Tie], told: Rendered | None, body: str) -> Standing:
    """What the edit starts from: the version that was shown, or what the story itself says."""
    stands = Standing(
        draft.id,
        draft.story_id,
        draft.language,
        before.subject,
        before.body,
        segments_of(before.subject_segments),
        tied(segments_of(before.segments), ties),
        before.brief,
    )
    if told is None:
        return stands
    segments = told.segments if clean_body(told.body) == body else stands.segments
    return replace(stands, subject_segments=told.subject_segments, segments=segments)


def _answered(before: Row[Any], body: str, subject: str, vouch: Sequence[str], actor: Actor) -> list[dict[str, str]]:
    """Claims that somebody answers for and that the text still makes."""
    old = [claim for claim in before.vouched if claim["text"] in body or claim["text"] in subject]
    known = {claim["text"] for claim in old}
    return old + [{"text": text, "by": actor.id} for text in dict.fromkeys(vouch) if text and text not in known]


def _columns(subject: str, body: str, result: Relinted, answered: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "subject": subject,
        "body": body,
        "subject_segments": plain(result.subject_segments),
        "segments": plain(result.segments),
        "findings": plain(result.findings),
        "measures": plain(dict(result.measures)),
        "vouched": answered,
    }


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    obstacles = sum(finding.level == "error" for finding in findings)
    return {"obstacles": obstacles, "warnings": len(findings) - obstacles}


def renew(
    connection: Connection, draft: Draft, both: Party, *, company: OurCompany, keys: Keyring, now: datetime
) -> bool:
    """A new version where the reader would get something else than this version says: another signature, name,
    address or imprint. True when there was one."""
    version = version_of(connection, draft)
    content_hash = both.hash_of(version.subject, version.body, company)
    if content_hash == draft.content_hash:
        return False
    values = add_version(connection, draft, SYSTEM, cause="refresh", now=now, content_hash=content_hash)
    if both.contact.email:
        values["address_key"] = keys.address(both.contact.email)
    codes = {"cause": "refresh", "hash": content_hash}
    move(connection, draft, DraftState.PENDING, SYSTEM, now=now, codes=codes, **values)
    return True
