"""Waiting drafts of an earlier version of a story, told anew in the version that is in force: a person's wish, never
by itself. Each is an edit by that person, so each is read again before it is approved, and can be taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from campaigns.review import Refused
from campaigns.story.jailed import Late, Told, render_jailed
from campaigns.types import Brief, Rendered
from overture.db import decisions
from overture.db.audit import Actor
from overture.db.codec import brief_of
from overture.db.decisions import Shown
from overture.db.engine import read
from overture.db.views_stories import Behind, behind
from overture.jobs import desk
from overture.services import Services
from overture.stories import Shelved, pinned

_EDITED = "somebody’s own words stand in it"
_PROMISE = "it makes another promise now"
_UNTOLD = "it cannot be told there"


@dataclass(frozen=True, slots=True)
class Anew:
    """Ids of the drafts that have a new version, and how many were left for which reason."""

    done: tuple[int, ...] = ()
    skipped: Counter[str] = field(default_factory=Counter)


def tell_anew(services: Services, shelved: Shelved, by: Actor) -> Anew:
    """At most the bound of `behind` at once; doing it again takes the next ones."""
    story = shelved.story
    with read(services.engine) as connection:
        waiting = behind(connection, story.id, story.language, shelved.version)
        numbers = {one.story_version for one in waiting}
        promises = {one: getattr(pinned(connection, story.id, story.language, one), "promise", None) for one in numbers}
    skipped: Counter[str] = Counter()
    ready: list[Behind] = []
    for one in waiting:
        objection = _EDITED if one.edited else _PROMISE if promises[one.story_version] != story.promise else ""
        skipped.update([objection] * bool(objection))
        ready.extend([one] * (not objection))
    done: list[int] = []
    for one, told in zip(ready, _told(services, shelved, ready), strict=True):
        answer = _store(services, shelved, one, told, by)
        skipped.update([answer] * bool(answer))
        done.extend([one.draft_id] * (not answer))
    return Anew(tuple(done), skipped)


def _told(services: Services, shelved: Shelved, ready: Sequence[Behind]) -> list[Told | None]:
    """Each in its own variant of the subject; None where the story has none of that name, or the jail has no time."""
    found: dict[int, Told] = {}
    story = shelved.story
    for variant in sorted({one.variant for one in ready} & story.weights.keys()):
        mine = [one for one in ready if one.variant == variant]
        briefs = [(f"{one.account_id}:{story.id}", Brief(brief_of(dict(one.brief)))) for one in mine]
        try:
            told = render_jailed(services.jail, story, briefs, variant=variant, limits=services.limits)
        except Late:
            continue
        found |= dict(zip((one.draft_id for one in mine), told, strict=True))
    return [found.get(one.draft_id) for one in ready]


def _store(services: Services, shelved: Shelved, one: Behind, told: Told | None, by: Actor) -> str:
    """Empty when it was done, else why not."""
    if not isinstance(told, Rendered):
        return _UNTOLD
    answer = decisions.edit(
        services.engine, Shown(one.draft_id, one.version, one.content_hash), told.subject, told.body, by,
        now=services.now(), company=desk.company_of(services), relint=desk.relint(services), told=told,
        story_version=shelved.version,
    )  # fmt: skip
    return "changed meanwhile" if isinstance(answer, Refused) else ""
