"""Stories told with this installation's shelf, catalogue and jail: implements `campaigns.ports.Storyteller`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from campaigns.brief import build
from campaigns.ports import Chosen, Told
from campaigns.standing import People
from campaigns.story.binding import rebind
from campaigns.story.format import Story
from campaigns.story.jailed import render_jailed
from campaigns.story.lint import lint_draft, measures
from campaigns.types import Aborted, Account, Brief, Contact, Finding, Go, No, OurCompany, Rendered, Trigger
from overture.db.codec import brief_of
from overture.db.decisions import Relinted, Standing
from overture.services import Services
from overture.stories import Shelved
from triggers.sources.calendar import parent_and_chapter
from triggers.types import EventKind


class Teller:
    """Chooses among the shelved stories and tells them in the jail."""

    def __init__(self, services: Services, now: datetime) -> None:
        self._services = services
        self._now = now

    def choose(self, go: Go, *, trigger: Trigger, account: Account, people: People, contact: Contact) -> Chosen | No:
        """The first story of the campaign, in its order, that speaks the contact's language and has what it needs."""
        missing: list[str] = []
        chapter = _chapter(trigger)
        for story_id in go.campaign.stories:
            shelved = self._services.stories.get(story_id, contact.language)
            if shelved is None:
                missing.append(f"{story_id} is not told in {contact.language}")
                continue
            if shelved.story.chapter != chapter:
                missing.append(f"{story_id} tells chapter {shelved.story.chapter}, not {chapter}")
                continue
            brief = self._brief(go, shelved.story, trigger, account, people)
            lacking = [path for path in shelved.story.requires if path not in brief.values]
            if lacking:
                missing.append(f"{story_id} needs {', '.join(lacking)}")
                continue
            return self._chosen(shelved, brief, trigger, contact)
        return No(go.campaign.id, "no_story", "No story fits: " + "; ".join(missing or ["the campaign names none"]))

    def _chosen(self, shelved: Shelved, brief: Brief, trigger: Trigger, contact: Contact) -> Chosen:
        story = shelved.story
        key = f"{contact.account_id}:{story.id}"
        return Chosen(story.id, story.language, shelved.version, brief, key, (f"{story.id} has all it needs",))

    def _brief(self, go: Go, story: Story, trigger: Trigger, account: Account, people: People) -> Brief:
        workspace = self._services.workspace
        return build(
            trigger=trigger,
            account=account,
            contact=go.contact,
            sender=go.sender,
            company=workspace.company or OurCompany("", ""),
            concerns=people.concerns,
            interests=people.interests,
            ties=people.ties,
            teammates=people.teammates,
            cases=workspace.cases,
            promises=workspace.promises,
            story=story,
            today=self._now.date(),
        )

    def tell(self, chosen: Sequence[Chosen]) -> list[Told]:
        """One jail call per story, whatever the order of the batch."""
        by_story: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, one in enumerate(chosen):
            by_story[one.story_id, one.language].append(at)
        told: dict[int, Told] = {}
        for key, places in by_story.items():
            shelved = self._services.stories.get(*key)
            assert shelved is not None
            briefs = [(chosen[at].key, chosen[at].brief) for at in places]
            answers = render_jailed(self._services.jail, shelved.story, briefs, limits=self._services.limits)
            for at, answer in zip(places, answers, strict=True):
                told[at] = self._judged(answer, chosen[at].brief, shelved.story)
        return [told[at] for at in range(len(chosen))]

    def _judged(self, answer: Rendered | Aborted | list[Finding], brief: Brief, story: Story) -> Told:
        if isinstance(answer, list):
            return tuple(answer)
        return judged(answer, brief, story, self._services) if isinstance(answer, Rendered) else answer


def _chapter(trigger: Trigger) -> int:
    """Which chapter of an overture the event asks for: a follow-up names it, everything else begins one."""
    found = parent_and_chapter(trigger.facts.reference) if trigger.kind is EventKind.FOLLOW_UP_DUE else None
    return found[1] if found else 1


def judged(told: Rendered, brief: Brief, story: Story, services: Services, *, vouched: Sequence[str] = ()) -> Rendered:
    """The rendering with what the lint says of it as it stands, and its measures."""
    workspace = services.workspace
    findings = lint_draft(told, brief, story, team=workspace.company, teammates=workspace.teammates, vouched=vouched)
    return replace(told, findings=tuple(findings), measures=measures(told.segments, story))


class Relinter:
    """Implements `overture.db.decisions.Relint`: binds an edited text again, and lints it as it stands."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __call__(self, before: Standing, subject: str, body: str, vouched: Sequence[str]) -> Relinted:
        heading, _ = rebind(before.subject_segments, subject, vouched, language=before.language)
        segments, _ = rebind(before.segments, body, vouched, language=before.language)
        shelved = self._services.stories.get(before.story_id, before.language)
        if shelved is None:  # the story is gone from the shelf: its draft may still be mended by hand
            return Relinted(heading, segments)
        told = Rendered(before.story_id, before.language, "", subject, body, heading, segments, ())
        brief = Brief(brief_of(dict(before.brief)))
        linted = judged(told, brief, shelved.story, self._services, vouched=vouched)
        return Relinted(heading, segments, linted.findings, linted.measures)
