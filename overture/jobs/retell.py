"""Open drafts of events that changed are told anew: the same story, contact and sender, with what the news says now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from campaigns.brief import build
from campaigns.brief_parts import case_values
from campaigns.fit import asks
from campaigns.retell import carry, changes, in_words, lost_in_words, renewed, without, without_news
from campaigns.story.format import Story
from campaigns.story.jailed import render_jailed
from campaigns.types import Brief, BriefValue, Finding, Known, Rendered, Trigger
from campaigns.workspace import Account, OurCompany
from overture.db.codec import brief_of, segments_of
from overture.db.corrections import Behind, Correction
from overture.db.drafting import text_columns
from overture.db.people import load
from overture.db.withdrawn import used
from overture.services import Services
from overture.stories import pinned
from overture.telling import judged
from triggers.types import NEWS_KINDS, Status

_ASKED_OF_THE_EVENT = frozenset({"status", "event", "when"})


def stories_of(connection: Connection, waiting: Sequence[Behind]) -> dict[int, Story]:
    """The story of each draft in the version it was told in."""
    found = {}
    for one in waiting:
        story = pinned(connection, one.draft.story_id, one.draft.language, one.version.story_version)
        if story is not None:
            found[one.draft.id] = story
    return found


def accounts_of(connection: Connection, waiting: Sequence[Behind]) -> dict[str, Account]:
    ids = {one.draft.account_id for one in waiting}
    return {account.id: account for account in load(connection, Account, by="id", among=ids)}


def retell(
    services: Services,
    waiting: Sequence[Behind],
    triggers: Mapping[int, Trigger],
    stories: Mapping[int, Story],
    accounts: Mapping[str, Account],
) -> list[Correction]:
    """One correction per draft whose account is still there."""
    now = services.now()
    return [
        _one(
            services,
            one,
            triggers[one.draft.trigger_id],
            stories.get(one.draft.id),
            accounts[one.draft.account_id],
            now,
        )
        for one in waiting
        if one.draft.account_id in accounts
    ]


def _one(
    services: Services, one: Behind, trigger: Trigger, story: Story | None, account: Account, now: datetime
) -> Correction:
    before = brief_of(one.version.brief)
    lost = _lost(services, one)
    brief = _brief(services, one, trigger, account, without(before, lost), now)
    found, note = changes(before, brief.values), in_words(changes(before, brief.values))
    as_it_is = Correction(one.draft.id, one.draft.version, trigger.version, {})
    if not found and not lost:
        return as_it_is
    note = "; ".join(filter(None, (note, lost_in_words(lost))))
    objection = _objection(services, one, trigger, now) if found else None
    if objection:
        return _flagged(services, one, trigger, story, replace(brief, values=without_news(before)), note, objection)
    if any(origin.startswith("owed:") for origin in lost):  # a note that mends a promise has nothing else to say
        return _flagged(services, one, trigger, story, brief, note, lost_in_words(lost))
    if story is None:
        return _flagged(services, one, trigger, story, brief, note, "its story can no longer be told")
    key = f"{account.id}:{story.id}"
    old, new = render_jailed(
        services.jail, story, [(key, Brief(before)), (key, brief)], variant=one.version.variant, limits=services.limits
    )
    if not isinstance(new, Rendered) or any(path not in brief.values for path in story.requires):
        why = lost_in_words(lost) or "the story cannot be told without it"
        return _flagged(services, one, trigger, story, brief, note, why)
    if isinstance(old, Rendered) and (old.subject, old.body) == (new.subject, new.body):
        return as_it_is
    if isinstance(old, Rendered) and (old.subject, old.body) != (one.version.subject, one.version.body):
        return _carried(services, one, trigger, story, brief, note, old, new)
    return _corrected(services, one, trigger, story, brief, note, new)


def _lost(services: Services, one: Behind) -> frozenset[str]:
    """Origins in the text that hold no more: of people, and cases and promises that changed or left their files."""
    files = _in_files(services, one.draft.language)
    said = brief_of(one.version.brief)
    changed = set()
    for origin in used(one.version):
        if origin.startswith(("case:", "promise:")):
            now = files.get(origin)
            told = {path: known.value for path, known in said.items() if known.origin == origin and path not in _DATED}
            if now is None or any(now.get(path) != value for path, value in told.items()):
                changed.add(origin)
    return one.gone | changed


_DATED = frozenset({"promise.due"})  # another day each day


def _in_files(services: Services, language: str) -> dict[str, dict[str, BriefValue]]:
    """What the cases and promises of the workspace say now, by origin and path."""
    cases = {f"case:{case.id}": case_values(case, language) for case in services.workspace.cases}
    return cases | {f"promise:{made.id}": {"promise.text": made.text} for made in services.workspace.promises}


def _brief(
    services: Services, one: Behind, trigger: Trigger, account: Account, before: Mapping[str, Known], now: datetime
) -> Brief:
    """What the draft may say now: the news anew, everything else as it was."""
    fresh = build(
        trigger=trigger, account=account, contact=one.party.contact, sender=one.party.sender,
        company=services.workspace.company or OurCompany("", ""), today=now.date(),
    )  # fmt: skip
    return replace(fresh, values=renewed(before, fresh.values))


def _objection(services: Services, one: Behind, trigger: Trigger, now: datetime) -> str | None:
    """Why nothing should be said about the event any more, or None."""
    if trigger.status is Status.DENIED:
        news = trigger.kind in NEWS_KINDS
        return f"the report about {trigger.company} was denied" if news else "that date has moved or left the books"
    campaign = next((one_ for one_ in services.workspace.campaigns if one_.id == one.draft.campaign), None)
    no = asks(campaign, trigger, now) if campaign else None
    return no.reason[:1].lower() + no.reason[1:].rstrip(".") if no and no.rule in _ASKED_OF_THE_EVENT else None


def _flagged(
    services: Services,
    one: Behind,
    trigger: Trigger,
    story: Story | None,
    brief: Brief,
    note: str,
    why: str,
) -> Correction:
    """The same text, which nobody can approve as it stands."""
    same = _as_it_stands(one)
    if story is not None:
        same = judged(same, brief, story, services, vouched=_vouched(one))
    finding = Finding("EVD002", "error", f"What this says no longer holds: {why}.")
    findings = (finding, *(other for other in same.findings if other.code != "EVD002"))
    note = note if note == why else f"{note}: {why}"
    return _correction(services, one, trigger, replace(same, findings=findings), brief, note)


def _carried(
    services: Services, one: Behind, trigger: Trigger, story: Story, brief: Brief, note: str,
    old: Rendered, new: Rendered,
) -> Correction:  # fmt: skip
    """A person's words, with the facts in them as they are now."""
    stands = _as_it_stands(one)
    heading = carry(stands.subject_segments, old.subject_segments, new.subject_segments, brief.values)
    body = carry(stands.segments, old.segments, new.segments, brief.values)
    if heading is None or body is None:
        return _flagged(
            services, one, trigger, story, brief, note, "your edit speaks of it, and nothing takes its place"
        )
    told = replace(stands, subject=_text(heading), body=_text(body), subject_segments=heading, segments=body)
    if (told.subject, told.body) == (stands.subject, stands.body):
        return Correction(one.draft.id, one.draft.version, trigger.version, {})
    return _correction(services, one, trigger, judged(told, brief, story, services, vouched=_vouched(one)), brief, note)


def _corrected(
    services: Services,
    one: Behind,
    trigger: Trigger,
    story: Story,
    brief: Brief,
    note: str,
    new: Rendered,
) -> Correction:
    told = judged(new, brief, story, services, vouched=_vouched(one))
    return _correction(services, one, trigger, told, brief, note)


def _as_it_stands(one: Behind) -> Rendered:
    version = one.version
    return Rendered(
        one.draft.story_id, one.draft.language, version.variant, version.subject, version.body,
        segments_of(version.subject_segments), segments_of(version.segments), (), (), version.measures,
    )  # fmt: skip


def _vouched(one: Behind) -> list[str]:
    return [claim["text"] for claim in one.version.vouched]


def _text(segments: Sequence[Any]) -> str:
    return "".join(segment.text for segment in segments)


def _correction(
    services: Services, one: Behind, trigger: Trigger, told: Rendered, brief: Brief, note: str
) -> Correction:
    errors = sum(finding.level == "error" for finding in told.findings)
    campaign = next((one_ for one_ in services.workspace.campaigns if one_.id == one.draft.campaign), None)
    columns = text_columns(told, brief)
    return Correction(
        one.draft.id, one.draft.version, trigger.version, columns, note=note[:500], obstacles=errors,
        warnings=len(told.findings) - errors,
        good_until=trigger.event_on + campaign.age if campaign else None,
    )  # fmt: skip
